"""Job fairs as a funnel: fairs, employers, posts, visitors, intents. Pure.

The steps of one funnel belong to one article, one place and one period or occasion; ratios
stand only between steps of the same funnel, and only where the data give them.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import polars as pl

from dashboard.evidence import Row

STAGES = (
    "job_fairs",
    "job_fair_employers",
    "job_fair_posts",
    "job_fair_attendees",
    "job_fair_intents",
)
"""From the fair to the intent to sign."""


@dataclass(frozen=True, slots=True)
class Funnel:
    """What one article tells of one period or occasion."""

    figures: tuple[Row, ...]
    """At least one; rows of the query `job_fairs`."""
    ratios: tuple[Row, ...]

    @property
    def first(self) -> Row:
        """The figure that stands for period and city."""
        dated = [row for row in self.figures if row["period_text"]]
        return dated[0] if dated else self.figures[0]

    def stage(self, indicator: str) -> list[Row]:
        """The figures of one step; several where an article splits them."""
        return [row for row in self.figures if row["indicator"] == indicator]


def funnels(figures: pl.DataFrame, ratios: pl.DataFrame) -> dict[str, list[Funnel]]:
    """The funnels of each city in the order of its articles, by adcode."""
    told = list(ratios.iter_rows(named=True))
    found: dict[str, list[Funnel]] = {}
    for group in figures.partition_by("occasion", maintain_order=True):
        rows = tuple(group.iter_rows(named=True))
        found.setdefault(rows[0]["adcode"], []).append(
            Funnel(rows, _inside(rows, told))
        )
    return found


def _inside(rows: Sequence[Row], ratios: Sequence[Row]) -> tuple[Row, ...]:
    """The ratios both ends of which are among these figures."""
    codes = {row["mention_id"] for row in rows}
    return tuple(
        ratio
        for ratio in ratios
        if ratio["upper_fact"] in codes and ratio["lower_fact"] in codes
    )
