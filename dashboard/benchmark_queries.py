"""The queries behind the benchmark of one city, the job fairs and the brief."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

import polars as pl

from dashboard import queries
from dashboard.comparison import SHOWN
from dashboard.evidence import Row
from dashboard.marks import Basis
from dashboard.peers import Definition

POOLED: tuple[Definition, ...] = ("province", "nearest", "picked")
"""The definitions whose peers are listed; all of the level are ranked in the data."""


def peers(focus: str) -> pl.DataFrame:
    """One row a city read besides the one in focus, the nearest by population first."""
    return queries.run("peers", focus=focus)


def pairs(focus: str, basis: Basis, among: tuple[str, ...]) -> pl.DataFrame:
    """The figures of a city met with those of some others, in every tier."""
    return queries.run("benchmark_pairs", focus=focus, basis=basis, peers=among)


def pools(
    focus: str, basis: Basis, every: Mapping[Definition, tuple[str, ...]]
) -> pl.DataFrame:
    """Where a city stands in the pool of peers of each definition."""
    listed = {code: every.get(code, ()) for code in POOLED}
    return queries.run("benchmark_pools", focus=focus, basis=basis, **listed)


def figures(cities: tuple[str, ...], basis: Basis) -> pl.DataFrame:
    """The leading figures of some cities with their words."""
    return queries.run("benchmark_figures", cities=cities, basis=basis)


def silence(focus: str, among: tuple[str, ...]) -> pl.DataFrame:
    """What peers report and the city in focus does not: indicator, peers, adcodes."""
    return queries.run("benchmark_silence", focus=focus, peers=among)


def limits() -> dict[str, float]:
    """The thresholds of the gate, by id."""
    return dict(thresholds().select("id", "value").iter_rows())


def gate_reasons() -> pl.DataFrame:
    """The reasons of the gate: id, tier, about, zh, en."""
    return queries.run("gate_reasons")


def facts_of(indicators: tuple[str, ...]) -> pl.DataFrame:
    """The facts for these indicators, with the occasion that each belongs to."""
    return queries.run("job_fairs", indicators=indicators)


def ratios_of(indicators: tuple[str, ...]) -> pl.DataFrame:
    """The ratios within one article, period and occasion between these indicators."""
    return queries.run("ratios_of", indicators=indicators)


def facts(city: str) -> pl.DataFrame:
    """Every fact of a city in the order of the codebook."""
    return queries.run("brief_facts", city=city)


def quotes(rows: Iterable[Row]) -> dict[str, Row]:
    """The sentences of some numbers, cut at the digits, by mention_id.

    Args:
        rows: with `mention_id` and `source_id`.
    """
    asked = {row["mention_id"]: row["source_id"] for row in rows}
    sources = tuple(dict.fromkeys(asked.values()))
    found = queries.run("quotes_of", mentions=tuple(asked), sources=sources)
    return {row["mention_id"]: row for row in found.iter_rows(named=True)}


def standings(indicator: str, basis: Basis, focus: str = "") -> pl.DataFrame:
    """The leading figures to show for an indicator: tier, reasons, range of ranks."""
    return queries.run(
        "standings", indicator=indicator, basis=basis, focus=focus, most=SHOWN
    )


def met(indicator: str, basis: Basis, focus: str) -> pl.DataFrame:
    """The figures of other cities as they meet those of the city in focus."""
    return queries.run(
        "compare_pairs", indicator=indicator, basis=basis, focus=focus, most=SHOWN
    )


def assessment() -> pl.DataFrame:
    """One row a city read and category of the assessment: reported, of how many."""
    return queries.run("assessment")


def assessment_silence(category: int) -> pl.DataFrame:
    """One row a city read and indicator of a category: what the city says of it."""
    return queries.run("assessment_silence", category=category)


def checks() -> pl.DataFrame:
    """The checks of the build: name, severity, rule, failing."""
    return queries.run("checks")


def thresholds() -> pl.DataFrame:
    """The thresholds of the gate with their words: id, value, zh, en."""
    return queries.run("limits")
