"""The records in flight between the steps, and the closed vocabularies they use.

This module imports nothing from the rest of the package: every step may stand on it.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Literal

Qualifier = Literal["exact", "at_least", "below", "about", "at_most"]
PeriodKind = Literal["cumulative", "annual", "event", "stock", "standard"]
Reason = Literal[
    "date",
    "person_story",
    "policy_text",
    "not_listed",
    "duplicate",
    "target",
    "elsewhere",
    "other",
]
Level = Literal["province", "prefecture", "county"]

QUALIFIERS: tuple[Qualifier, ...] = ("exact", "at_least", "below", "about", "at_most")
PERIOD_KINDS: tuple[PeriodKind, ...] = (
    "cumulative",
    "annual",
    "event",
    "stock",
    "standard",
)
REASONS: tuple[Reason, ...] = (
    "date",
    "person_story",
    "policy_text",
    "not_listed",
    "duplicate",
    "target",
    "elsewhere",
    "other",
)


@dataclass(frozen=True, slots=True)
class Source:
    """One entry of data/raw/sources.yaml: what is known about an article."""

    source_id: str
    adcode: str
    file: str
    title: str | None = None
    publisher: str | None = None
    author: str | None = None
    published: str | None = None
    """YYYY, YYYY-MM or YYYY-MM-DD, as far as known."""
    published_basis: str | None = None
    url: str | None = None


@dataclass(frozen=True, slots=True)
class Article:
    """A source with its text; every offset in the project points into `text`."""

    source: Source
    text: str
    sha256: str
    """Of the raw bytes of the file as received."""


@dataclass(frozen=True, slots=True)
class LogicalText:
    r"""An article as a reader reads it: width folded, print breaks joined.

    `text` keeps "\n" only where a paragraph ends. `positions[i]` is the offset in the
    stored text of the character that `text[i]` stands for.
    """

    text: str
    positions: Sequence[int]

    def raw_span(self, start: int, end: int) -> tuple[int, int]:
        """Return the span of the stored text that `text[start:end]` was read from."""
        return self.positions[start], self.positions[end - 1] + 1


@dataclass(frozen=True, slots=True)
class Quantity:
    """A number with its hedges and unit; offsets are into the text that was searched.

    `value` is multiplied out (万, 亿); None for dates and document numbers. The bounds
    hold the value: `value_high` is None where nothing bounds it from above.
    """

    start: int
    end: int
    value: float | None
    value_low: float | None
    value_high: float | None
    unit: str
    """The generic unit of the classifier: person, household, CNY, percent, date, …"""
    qualifier: Qualifier
    kind: str = "count"
    """count, money, measure, percent, points, ordinal, run, date, duration, age,
    anniversary, other."""
    classifier: str = ""
    """The unit word as printed (名, 万元 → 元, 场次 …), empty where there is none."""

    def moved(self, start: int, end: int) -> Quantity:
        """Return it at another place (dataclasses.replace is ten times slower)."""
        return Quantity(
            start,
            end,
            self.value,
            self.value_low,
            self.value_high,
            self.unit,
            self.qualifier,
            self.kind,
            self.classifier,
        )


@dataclass(frozen=True, slots=True)
class Period:
    """When a figure holds: dates are YYYY, YYYY-MM or YYYY-MM-DD, as far as stated."""

    kind: PeriodKind | None = None
    text: str | None = None
    start: str | None = None
    end: str | None = None


@dataclass(frozen=True, slots=True)
class Verdict:
    """What the matcher says of one quantity: an indicator, or the reason for none."""

    indicator: str | None
    reason: Reason | None
    unit: str
    margin: float = 0.0
    """Lead over the next best verdict, in points of cue weight; low means: look at it."""
    cues: tuple[str, ...] = ()
    rivals: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Mention:
    """One quantity of one article with everything read about it.

    Offsets are into the stored text: `text[start:end] == surface`.
    """

    doc: str
    start: int
    end: int
    surface: str
    sentence: str
    sentence_start: int
    sentence_end: int
    value: float | None
    value_low: float | None
    value_high: float | None
    unit: str
    qualifier: Qualifier
    indicator: str | None
    reason: Reason | None
    period: Period = field(default_factory=Period)
    place: str | None = None
    cues: tuple[str, ...] = ()
    margin: float = 0.0
    rivals: tuple[str, ...] = ()
