"""The sections of a brief, put together from facts and their comparison. Pure.

Sentences about standing come from dashboard.claims only, which checks their condition.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from itertools import groupby

from dashboard import claims
from dashboard import format as fmt
from dashboard.benchmark import Line as Compared
from dashboard.benchmark import Peer
from dashboard.brief import Line, Run, Section, Table, plain
from dashboard.evidence import Row
from dashboard.speaker import Speaker, gap, period, rank, spread_of, value
from dashboard.standing import Verdict

FACT_WIDTHS = (44, 34, 34, 48)
AWAY_WIDTHS = (40, 30, 40, 50)
UNSAID_WIDTHS = (46, 24, 90)
NAMED = 8
"""Peers that a sentence or a cell names; the data hold all."""


def figure(row: Row, speaker: Speaker) -> Run:
    """A figure in its words, which its note proves."""
    return Run(value(row, speaker), row["mention_id"])


def reported(
    facts: Sequence[Row],
    themes: Mapping[str, str],
    indicators: Mapping[str, Row],
    speaker: Speaker,
) -> list[Section]:
    """What the city reports: one table a theme."""
    heads = ("indicator", "reported", "bounds", "period")
    found = []
    for theme, rows in groupby(facts, key=lambda row: row["theme"]):
        told = [_fact(row, indicators, speaker) for row in rows]
        table = Table(_heads(heads, speaker), tuple(told), FACT_WIDTHS)
        found.append(Section(themes[theme], (table,), level=2))
    return found


def _heads(names: Sequence[str], speaker: Speaker) -> tuple[str, ...]:
    return tuple(speaker.t(f"brief.head_{name}") for name in names)


def _fact(
    row: Row, indicators: Mapping[str, Row], speaker: Speaker
) -> tuple[Line, ...]:
    spread = fmt.full_bounds(row["value_low"], row["value_high"], speaker.language)
    unit = fmt.unit(row["unit"], speaker.language)
    return (
        plain(str(indicators[row["indicator"]][speaker.language])),
        (figure(row, speaker),),
        plain(speaker.t("brief.with_unit", spread=spread, unit=unit)),
        plain(period(row, speaker)),
    )


def standings(found: Sequence[tuple[Compared, Speaker]]) -> Iterator[Line]:
    """One paragraph an indicator that can be compared, each on its own basis."""
    for compared, speaker in found:
        yield standing(compared, speaker)


def standing(compared: Compared, speaker: Speaker) -> Line:
    """Where the city stands on one indicator: figure, peers, median, rank.

    Raises:
        claims.UnfoundedError: the figures are not comparable.
    """
    name = compared.indicator[speaker.language]
    converted = speaker.basis != "reported"
    basis = speaker.t(f"brief.basis_{speaker.basis}") if converted else ""
    runs = [
        Run(speaker.t("brief.own", name=name, basis=basis)),
        figure(compared.mine, speaker),
        Run(speaker.t("brief.own_period", period=period(compared.mine, speaker))),
    ]
    for verdict, peers in claims.pairs(compared).items():
        runs += _against(verdict, peers, _count(verdict, compared), speaker)
    runs += [Run(words) for words in _claims(compared, speaker)]
    return tuple(runs)


def _count(verdict: Verdict, compared: Compared) -> int | None:
    """How many peers lie so; None where not all are shown, and so not told apart."""
    stand = compared.standing
    clear = {"higher": stand.lower, "lower": stand.higher}
    if verdict in clear:
        return clear[verdict]
    if stand.peers > len(compared.peers):
        return None
    return len(claims.pairs(compared)[verdict])


def _against(
    verdict: Verdict, peers: Sequence[Peer], count: int | None, speaker: Speaker
) -> Iterator[Run]:
    """The peers on one side of the figure, each with its own."""
    yield Run(speaker.t(f"brief.pair_{verdict}"))
    for place, peer in enumerate(peers[:NAMED]):
        comma = speaker.t("compare.comma") if place else ""
        yield Run(comma + peer.figure["city"] + speaker.t("brief.open"))
        yield figure(peer.figure, speaker)
        yield Run(speaker.t("brief.close"))
    if count is None:
        yield Run(speaker.t("brief.and_others"))
    elif count > min(len(peers), NAMED):
        yield Run(speaker.t("brief.and_more", count=count))
    yield Run(speaker.t("brief.stop"))


def _claims(compared: Compared, speaker: Speaker) -> Iterator[str]:
    """The sentences on median and rank that hold; with one peer the pair says it all."""
    if compared.standing.peers > 1:
        for claim in claims.holding(compared):
            yield say(claim, compared, speaker)


def say(claim: claims.Claim, compared: Compared, speaker: Speaker) -> str:
    """A claim in words.

    Raises:
        claims.UnfoundedError: its condition does not hold.
    """
    claims.check(claim, compared)
    stand = compared.standing
    middle = stand.median
    if middle is None:
        raise claims.UnfoundedError("there is no median without peers")
    return speaker.t(
        f"brief.{claim}",
        rank=rank(stand, speaker),
        median=spread_of(middle, speaker),
        gap=gap(stand.mine, middle, speaker),
        peers=stand.peers,
    )


def kept_apart(rows: Sequence[tuple[Compared, str]], speaker: Speaker) -> Table:
    """What cannot be compared: indicator, figure, period, why."""
    heads = _heads(("indicator", "reported", "period", "why"), speaker)
    told = tuple(
        (
            plain(str(line.indicator[speaker.language])),
            (figure(line.mine, speaker),),
            plain(period(line.mine, speaker)),
            plain(why),
        )
        for line, why in rows
    )
    return Table(heads, told, AWAY_WIDTHS)


def unsaid(rows: Sequence[tuple[Row, int, Sequence[Row]]], speaker: Speaker) -> Table:
    """What peers report and the city does not: indicator, how many peers, their figures."""
    heads = _heads(("indicator", "peers", "figures"), speaker)
    told = tuple(
        (
            plain(str(indicator[speaker.language])),
            plain(str(count)),
            tuple(_peer_figures(figures, speaker)),
        )
        for indicator, count, figures in rows
    )
    return Table(heads, told, UNSAID_WIDTHS)


def _peer_figures(figures: Sequence[Row], speaker: Speaker) -> Iterator[Run]:
    for place, row in enumerate(figures[:NAMED]):
        comma = speaker.t("compare.comma") if place else ""
        yield Run(f"{comma}{row['city']} ")
        yield figure(row, speaker)
        if row["place"]:
            part = speaker.t("compare.part", place=fmt.as_reported(row["place"]))
            yield Run(speaker.t("brief.open") + part + speaker.t("brief.close"))
    if len(figures) > NAMED:
        yield Run(speaker.t("brief.and_more", count=len(figures)))
