"""One function a file in sql/: rows as frames, cached by the build they came from."""

from __future__ import annotations

import logging
from functools import cache, lru_cache
from pathlib import Path
from typing import Any

import duckdb
import polars as pl

from dashboard import database
from dashboard.comparison import SHOWN

log = logging.getLogger("dashboard")
SQL = Path(__file__).with_name("sql")
PLACES_IN_MATRIX = 40
"""Rows of the coverage matrix; places with articles come first."""

Parameter = str | int | tuple[str, ...]


@cache
def _statement(name: str) -> str:
    return (SQL / f"{name}.sql").read_text(encoding="utf-8")


@lru_cache(maxsize=512)
def _rows(
    build: database.Identity, name: str, bound: tuple[tuple[str, Parameter], ...]
) -> pl.DataFrame:
    values = {
        key: list(value) if isinstance(value, tuple) else value for key, value in bound
    }
    try:
        result = database.cursor(build).sql(_statement(name), params=values)
        return pl.DataFrame(pl.from_arrow(result.to_arrow_table()))
    except duckdb.Error as error:
        log.exception("the statement %s failed", name)
        raise database.DataUnreadableError(str(build.path)) from error


def run(name: str, **parameters: Parameter) -> pl.DataFrame:
    """The rows of sql/<name>.sql for these bound parameters.

    Raises:
        database.DataMissingError: there is no curated database.
        database.DataUnreadableError: it does not answer.
    """
    return _rows(database.identity(), name, tuple(sorted(parameters.items())))


def _only(frame: pl.DataFrame) -> str | None:
    return frame.item() if frame.height else None


def summary() -> dict[str, Any]:
    """Counts and version of the build; empty where nothing was built."""
    return next(run("run").iter_rows(named=True), {})


def cities() -> pl.DataFrame:
    """One row a place, those with articles first."""
    return run("cities")


def themes() -> pl.DataFrame:
    """The themes in the order of the codebook: id, zh, en."""
    return run("themes")


def indicators() -> pl.DataFrame:
    """The codebook: id, theme, unit, names, definitions, how many cities report it."""
    return run("indicators")


def coverage(theme: str) -> pl.DataFrame:
    """One row a place and indicator of a theme: state, observations, mention_id."""
    return run("coverage", theme=theme, places=PLACES_IN_MATRIX)


def coverage_themes() -> pl.DataFrame:
    """One row a place and theme: indicators reported, of how many."""
    return run("coverage_themes")


def headlines() -> pl.DataFrame:
    """The most reported indicator of each theme, one figure a place."""
    return run("headlines")


def compare(indicator: str, focus: str = "") -> pl.DataFrame:
    """The figures to show for an indicator, with sentence, period, bounds and article."""
    return run("compare", indicator=indicator, focus=focus, most=SHOWN)


def silent(indicator: str) -> pl.DataFrame:
    """Places that were read and do not report an indicator."""
    return run("silent", indicator=indicator)


def sources() -> pl.DataFrame:
    """One row an article, without its text."""
    return run("sources")


def text(source: str) -> str:
    """The stored text of an article; empty for an unknown one."""
    return _only(run("text", source=source)) or ""


def mentions(source: str) -> pl.DataFrame:
    """Every number of an article in reading order."""
    return run("mentions", source=source)


def corrections(source: str) -> pl.DataFrame:
    """The declared corrections of an article: extracted, corrected, reason."""
    return run("corrections", source=source)


def source_of(mention: str) -> str | None:
    """The article that a number stands in; None for an unknown number."""
    return _only(run("source_of", mention=mention))


def observations(
    *,
    cities: tuple[str, ...] = (),
    indicators: tuple[str, ...] = (),
    themes: tuple[str, ...] = (),
) -> pl.DataFrame:
    """What every download holds; an empty filter lets everything through."""
    asked = {"adcode": cities, "indicator": indicators, "theme": themes}
    narrow = [pl.col(name).is_in(values) for name, values in asked.items() if values]
    found = run("datasets/observations")
    return found.filter(*narrow) if narrow else found


def map_kinds(indicator: str) -> pl.DataFrame:
    """The kinds of period an indicator is reported over, the most cities first."""
    return run("map_kinds", indicator=indicator)


def map_figures(indicator: str, kind: str, basis: str) -> pl.DataFrame:
    """One row a place: the figure to draw for an indicator, or the kind of silence."""
    return run("map_figures", indicator=indicator, kind=kind, basis=basis)
