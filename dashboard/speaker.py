"""Figures and standings in words, on one basis and in one language. Pure; no Streamlit."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import dataclass

from dashboard import comparison, datasets
from dashboard import format as fmt
from dashboard.evidence import Row
from dashboard.i18n import Language, translate
from dashboard.marks import Basis
from dashboard.standing import Span, Standing


@dataclass(frozen=True, slots=True)
class Speaker:
    """In which language, on which basis, and with whose names for the reasons."""

    language: Language
    basis: Basis
    reasons: Mapping[str, Row]
    """The table gate_reason, by id."""

    def t(self, key: str, **values: object) -> str:
        """The words for a key."""
        return translate(self.language, key, **values)

    def number(self, value: float) -> str:
        """A short number in the language."""
        return fmt.number(value, self.language)

    def level(self, city: Row) -> str:
        """The level of a place in words."""
        return datasets.code_words("level", self.language)[city["level"]]

    def reason(self, code: str) -> str:
        """The words of a reason of the gate."""
        return str(self.reasons[code][self.language])

    def reason_of(self, code: str, own: Collection[str]) -> str:
        """A reason, and whose figure has it: the city's, or a peer's."""
        words = self.reason(code)
        if self.reasons[code]["about"] != "figure":
            return words
        whose = "own" if code in own else "peer"
        return self.t(f"benchmark.reason_{whose}", reason=words)

    def hinders(self, code: str) -> bool:
        """Whether a reason keeps figures apart; a conversion (B) does not."""
        return self.reasons[code]["tier"] > "B"


def span(row: Row) -> Span:
    """The bounds of a figure."""
    return Span.of(row["value_low"], row["value_high"])


def value(row: Row, speaker: Speaker) -> str:
    """A figure as printed, or as converted with its bounds where it can be."""
    if speaker.basis == "reported" or row["value"] is None:
        return fmt.as_reported(row["surface"])
    spread = fmt.bounds(row["value_low"], row["value_high"], speaker.language)
    unit = fmt.unit(row["unit"], speaker.language)
    return speaker.t(f"map.value_{speaker.basis}", value=spread, unit=unit)


def period(row: Row, speaker: Speaker) -> str:
    """When a figure holds, and for which part of the city."""
    return comparison.period(row, comparison.View((), speaker.language))


def gap(mine: Span, other: Span, speaker: Speaker) -> str:
    """By how much a figure may exceed another, or fall short of it."""
    least, most = mine.minus(other)
    if mine.against(other) == "equal":
        return speaker.t("benchmark.gap_none")
    if mine.against(other) == "higher":
        return _amount("more", least, most, speaker)
    if mine.against(other) == "lower":
        short = None if least is None else -least
        return _amount("less", None if most is None else -most, short, speaker)
    return speaker.t("benchmark.gap_unclear")


def _amount(way: str, least: float | None, most: float | None, speaker: Speaker) -> str:
    if least is not None and least == most:
        return speaker.t(f"benchmark.gap_{way}", gap=speaker.number(least))
    spread = fmt.bounds(least or 0, most, speaker.language)
    return speaker.t(f"benchmark.gap_{way}", gap=spread)


def rank(standing: Standing, speaker: Speaker) -> str:
    """The range of places, or that there is none."""
    if not standing.peers:
        return speaker.t("benchmark.rank_alone")
    return places(standing.rank, standing.compared, speaker, told=standing.ranked)


def places(
    found: tuple[int, int], compared: int, speaker: Speaker, *, told: bool
) -> str:
    """A range of places among so many; `told`: whether it is narrow enough to be a rank."""
    if not told:
        return speaker.t("benchmark.rank_none", all=compared)
    first, last = found
    place = str(first) if first == last else f"{first}–{last}"
    return speaker.t("benchmark.rank", place=place, all=compared)


def spread_of(bounds: Span, speaker: Speaker) -> str:
    """Bounds in words."""
    return fmt.bounds(bounds.low, bounds.top, speaker.language)


def median(standing: Standing, speaker: Speaker) -> str:
    """The median of the peers with its bounds; empty without peers."""
    middle = standing.median
    if middle is None:
        return ""
    spread = fmt.bounds(middle.low, middle.top, speaker.language)
    return speaker.t("benchmark.median", spread=spread, peers=standing.peers)
