"""One city against its peers, indicator by indicator. Pure: frames in, lines out.

A line is comparable where at least one peer meets the city's figure in tier A or B, else
indicative where one does in tier C, else apart: reported, and met by nobody like for like.
"""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from typing import Literal

import polars as pl

from dashboard.evidence import Row
from dashboard.standing import Span, Standing, Verdict, agreeing

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
    """Of one footing only: the comparable ones, or else the indicative ones."""
    footing: Footing
    standing: Standing
    holds: int = 0
    """Under how many definitions of peers the verdict on the median is the same …"""
    definitions: int = 0
    """… of how many under which there is a comparable peer."""
    reasons: tuple[Row, ...] = ()
    """What keeps other peers away: rows of the query `benchmark_reasons`."""

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
    members: tuple[str, ...]
    every: Sequence[tuple[str, ...]]
    """The peers under each definition, for the robustness of a verdict."""
    rank_share: float


def lines(
    focus: str, pairs: pl.DataFrame, reasons: pl.DataFrame, field: Field
) -> list[Line]:
    """One line an indicator that the city reports, in the order of the codebook."""
    met = _by_indicator(pairs)
    away = _by_indicator(reasons)
    own: dict[str, Row] = {}
    for row in field.figures.values():
        if row["adcode"] == focus:
            own.setdefault(row["indicator"], row)
    return [
        _line(code, own[code], met.get(code, ()), away.get(code, ()), field)
        for code in field.indicators
        if code in own
    ]


def _by_indicator(frame: pl.DataFrame) -> dict[str, tuple[Row, ...]]:
    found: dict[str, list[Row]] = {}
    for row in frame.iter_rows(named=True):
        found.setdefault(row["indicator"], []).append(row)
    return {code: tuple(rows) for code, rows in found.items()}


def _line(
    code: str, fallback: Row, met: Sequence[Row], away: Sequence[Row], field: Field
) -> Line:
    chosen = _best_class(met, field.members)
    like = [row for row in chosen if row["tier"] in LIKE]
    shown = like or chosen
    verdicts = _verdicts(shown, met, field) if like else []
    standing = _standing(like, field.members, field.rank_share)
    return Line(
        indicator=field.indicators[code],
        mine=field.figures[shown[0]["a_fact"]] if shown else fallback,
        peers=tuple(_peer(row, field) for row in shown),
        footing="comparable" if like else "indicative" if shown else "apart",
        standing=standing,
        holds=agreeing(standing.verdict, verdicts),
        definitions=len(verdicts),
        reasons=tuple(away),
    )


def _peer(row: Row, field: Field) -> Peer:
    return Peer(field.figures[row["b_fact"]], row["tier"], tuple(row["reasons"]))


def _best_class(met: Sequence[Row], members: Collection[str]) -> list[Row]:
    """The pairs with peers in the kind of period in which the most are comparable."""
    classes: dict[str, list[Row]] = {}
    for row in met:
        if row["adcode"] in members:
            classes.setdefault(row["class"], []).append(row)
    return max(classes.values(), key=_comparable, default=[])


def _comparable(rows: Sequence[Row]) -> tuple[int, int]:
    return sum(row["tier"] in LIKE for row in rows), len(rows)


def _standing(rows: Sequence[Row], members: Collection[str], share: float) -> Standing:
    """Where the figure stands among these peers; `rows` are of one kind of period."""
    like = [row for row in rows if row["tier"] in LIKE and row["adcode"] in members]
    mine = Span.of(rows[0]["a_low"], rows[0]["a_high"]) if rows else Span(0)
    peers = tuple(Span.of(row["b_low"], row["b_high"]) for row in like)
    return Standing(mine, peers, share)


def _verdicts(
    shown: Sequence[Row], met: Sequence[Row], field: Field
) -> list[Verdict | None]:
    """The verdict under each definition of peers that has a comparable one."""
    same = [row for row in met if row["class"] == shown[0]["class"]]
    found = [_standing(same, members, field.rank_share) for members in field.every]
    return [standing.verdict for standing in found if standing.peers]


def of_footing(found: Sequence[Line], footing: Footing) -> list[Line]:
    """The lines of one footing."""
    return [line for line in found if line.footing == footing]
