"""What the benchmark page and the brief both start from: one city met with its peers."""

from __future__ import annotations

from dataclasses import dataclass

import polars as pl

from dashboard import benchmark_queries as bench
from dashboard import queries
from dashboard.benchmark import Field, Line, lines
from dashboard.evidence import Row
from dashboard.marks import Basis
from dashboard.peers import Choice, every, members

SHOWN = 20
"""Peers whose figures are shown one by one, the nearest by population first."""


@dataclass(frozen=True, slots=True)
class Look:
    """A city and its peers on one basis."""

    city: Row
    others: pl.DataFrame
    """Every other city read: rows of the query `peers`."""
    among: tuple[str, ...]
    """Codes of the peers chosen."""
    shown: tuple[str, ...]
    """Those of them whose figures are shown one by one."""
    lines: tuple[Line, ...]
    """One an indicator that the city reports."""
    field: Field
    silence: pl.DataFrame
    """What peers report and the city does not."""


def by_key(frame: pl.DataFrame, key: str) -> dict[str, Row]:
    """Rows by one column, in order."""
    return {row[key]: row for row in frame.iter_rows(named=True)}


def look(focus: str, choice: Choice, basis: Basis) -> Look:
    """Meet a city with the peers chosen."""
    others = bench.peers(focus)
    among = members(others, choice)
    shown = among[:SHOWN]
    pools = bench.pools(focus, basis, every(others, choice))
    field = Field(
        indicators=by_key(queries.indicators(), "id"),
        figures=by_key(bench.figures((focus, *shown), basis), "mention_id"),
        pools=tuple(pools.iter_rows(named=True)),
        definition=choice.definition,
        reasons=by_key(bench.gate_reasons(), "id"),
        rank_share=bench.limits()["rank_share"],
    )
    return Look(
        city=by_key(queries.cities(), "adcode")[focus],
        others=others,
        among=among,
        shown=shown,
        lines=tuple(lines(focus, bench.pairs(focus, basis, shown), field)),
        field=field,
        silence=bench.silence(focus, among),
    )
