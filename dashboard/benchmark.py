"""One city against its peers, indicator by indicator. Pure: frames in, lines out.

A line is comparable where at least one peer meets the city's figure in tier A or B, else
indicative where one does in tier C, else apart: reported, and met by nobody like for like.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Literal

import polars as pl

from dashboard.evidence import Row
from dashboard.peers import Definition
from dashboard.standing import Span, Standing, agreeing

LIKE = ("A", "B")
"""Tiers that are compared; C is only shown."""
Footing = Literal["comparable", "indicative", "apart"]


@dataclass(frozen=True, slots=True)
class Peer:
    """A peer's figure as it meets the city's."""

    figure: Row
    tier: str
    reasons: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Line:
    """One indicator of the city in focus."""

    indicator: Row
    mine: Row
    """The city's figure: a row of the query `benchmark_figures`."""
    peers: tuple[Peer, ...]
    """Those shown, of one footing only: the comparable ones, or else the indicative ones."""
    footing: Footing
    standing: Standing
    holds: int = 0
    """Under how many definitions of peers the verdict on the median is the same …"""
    definitions: int = 0
    """… of how many under which there is a comparable peer."""
    reasons: tuple[str, ...] = ()
    """What keeps other peers away: codes of the gate, the gravest first."""

    @property
    def tier(self) -> str:
        """The worst tier among the peers; D where nobody meets the figure."""
        return max((peer.tier for peer in self.peers), default="D")


@dataclass(frozen=True, slots=True)
class Field:
    """What the lines are made from, besides the pairs."""

    indicators: Mapping[str, Row]
    figures: Mapping[str, Row]
    """By mention_id."""
    pools: Sequence[Row]
    """Rows of the query `benchmark_pools`: counts and medians for each definition."""
    definition: Definition
    """Whose pool the city stands in."""
    reasons: Mapping[str, Row]
    """The table gate_reason, by id."""
    rank_share: float


def lines(focus: str, pairs: pl.DataFrame, field: Field) -> list[Line]:
    """One line an indicator that the city reports, in the order of the codebook."""
    met = by_indicator(pairs.iter_rows(named=True))
    pools = by_indicator(field.pools)
    own: dict[str, Row] = {}
    for row in field.figures.values():
        if row["adcode"] == focus:
            own.setdefault(row["indicator"], row)
    return [
        _line(own[code], met.get(code, ()), pools.get(code, ()), field)
        for code in field.indicators
        if code in own
    ]


def by_indicator(rows: Iterable[Row]) -> dict[str, tuple[Row, ...]]:
    """Rows by their indicator, in order."""
    found: dict[str, list[Row]] = {}
    for row in rows:
        found.setdefault(row["indicator"], []).append(row)
    return {code: tuple(rows) for code, rows in found.items()}


def _line(
    fallback: Row, met: Sequence[Row], pools: Sequence[Row], field: Field
) -> Line:
    pool = _pool(pools, field.definition)
    shown = _shown(met, pool)
    mine = field.figures[shown[0]["a_fact"]] if shown else fallback
    standing = _standing(mine, pool, field.rank_share)
    same = [other for other in pools if pool and other["class"] == pool["class"]]
    standings = [_standing(mine, other, field.rank_share) for other in same]
    return Line(
        indicator=field.indicators[mine["indicator"]],
        mine=mine,
        peers=tuple(_peer(row, field) for row in shown),
        footing="comparable" if pool else "indicative" if shown else "apart",
        standing=standing,
        holds=agreeing(standing.verdict, [other.verdict for other in standings]),
        definitions=len(standings),
        reasons=hindrances(met, field.reasons),
    )


def _peer(row: Row, field: Field) -> Peer:
    return Peer(field.figures[row["b_fact"]], row["tier"], tuple(row["reasons"]))


def _pool(pools: Sequence[Row], definition: Definition) -> Row | None:
    """The kind of period in which the most peers of a definition are comparable."""
    found = [row for row in pools if row["definition"] == definition]
    return max(found, key=lambda row: row["peers"], default=None)


def _shown(met: Sequence[Row], pool: Row | None) -> list[Row]:
    """The pairs to draw: like for like in the kind of period of the pool, else tier C."""
    if pool:
        return [
            row for row in met if row["tier"] in LIKE and row["class"] == pool["class"]
        ]
    classes = by_class(row for row in met if row["tier"] == "C")
    return max(classes.values(), key=len, default=[])


def by_class(rows: Iterable[Row]) -> dict[str, list[Row]]:
    """Pairs by the kind of period of the city's figure."""
    found: dict[str, list[Row]] = {}
    for row in rows:
        found.setdefault(row["class"], []).append(row)
    return found


def _standing(mine: Row, pool: Row | None, share: float) -> Standing:
    span = Span.of(mine["value_low"] or 0, mine["value_high"])
    if pool is None:
        return Standing(span, share)
    return Standing(
        span,
        share,
        peers=pool["peers"],
        higher=pool["higher"],
        lower=pool["lower"],
        median=Span.of(pool["median_low"], pool["median_high"]),
        largest=Span.of(pool["best_low"], pool["best_high"]),
    )


def hindrances(met: Sequence[Row], reasons: Mapping[str, Row]) -> tuple[str, ...]:
    """What keeps peers away: the gravest first, then what keeps away the most."""
    apart = {(row["adcode"], code) for row in met for code in _grave(row, reasons)}
    counts = Counter(code for _, code in apart)
    return tuple(
        sorted(counts, key=lambda c: (-ord(reasons[c]["tier"]), -counts[c], c))
    )


def _grave(row: Row, reasons: Mapping[str, Row]) -> list[str]:
    """The reasons of a pair that no conversion removes."""
    if row["tier"] in LIKE:
        return []
    return [code for code in row["reasons"] if reasons[code]["tier"] not in LIKE]


def of_footing(found: Sequence[Line], footing: Footing) -> list[Line]:
    """The lines of one footing."""
    return [line for line in found if line.footing == footing]
