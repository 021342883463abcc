"""The city of the benchmark and its peers in words: summary, table of distances. Pure."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection
from math import exp

import polars as pl

from dashboard.benchmark_data import Look
from dashboard.evidence import Cell, Row
from dashboard.speaker import Speaker

Columns = list[tuple[str, bool]]
PLACES = (
    "table.city",
    "benchmark.level",
    "benchmark.province",
    "benchmark.population",
    "benchmark.distance",
    "benchmark.indicators",
    "benchmark.chosen",
)
NUMBERS = ("benchmark.population", "benchmark.distance", "benchmark.indicators")


def lead(look: Look, speaker: Speaker) -> str:
    """Whom the page is about, and how much of what it reports can be compared."""
    counts = Counter(line.footing for line in look.lines)
    return speaker.t(
        "benchmark.summary",
        city=look.city["name"],
        level=speaker.level(look.city),
        peers=len(look.among),
        reported=len(look.lines),
        comparable=counts["comparable"],
        indicative=counts["indicative"],
        apart=counts["apart"],
    )


def places(
    others: pl.DataFrame, among: Collection[str], speaker: Speaker
) -> tuple[Columns, list[list[Cell]]]:
    """The cities read, with what makes each a peer or not: the table of distances."""
    columns = [(speaker.t(key), key in NUMBERS) for key in PLACES]
    return columns, [
        _place(row, row["adcode"] in among, speaker)
        for row in others.iter_rows(named=True)
    ]


def _place(row: Row, peer: bool, speaker: Speaker) -> list[Cell]:
    population, factor = "—", "—"
    if row["population"]:
        year = row["population_year"]
        people = speaker.number(row["population"])
        population = speaker.t("benchmark.census", people=people, year=year)
    if row["distance"] is not None:
        factor = speaker.t("benchmark.factor", times=f"{exp(row['distance']):.1f}")
    return [
        Cell(row["name"]),
        Cell(speaker.level(row)),
        Cell(row["province"]),
        Cell(population),
        Cell(factor),
        Cell(str(row["indicators"])),
        Cell(speaker.t("benchmark.is_peer") if peer else "—"),
    ]
