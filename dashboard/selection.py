"""Which rows and columns of a dataset are asked for, and what may be asked."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field

import polars as pl

from dashboard import datasets, queries
from dashboard.i18n import Language
from etl.schema import PERIOD_KINDS

YEAR = r"(19|20)[0-9]{2}"
"""A period is asked for by its year."""
Filters = Mapping[str, tuple[str, ...]]


@dataclass(frozen=True, slots=True)
class Selection:
    """What a file is to hold; nothing asked means everything."""

    dataset: str
    filters: Filters = field(default_factory=dict)
    """Values of one filter widen each other, filters narrow each other."""
    columns: tuple[str, ...] = ()
    language: Language | None = None
    """Headings and codes in words; None keeps the names of columns and the codes."""
    limit: int | None = None
    offset: int = 0

    @property
    def whole(self) -> bool:
        """Whether this is the full table."""
        narrowed = any(self.filters.values()) or self.columns or self.offset
        return not narrowed and self.limit is None


def valid(parameter: str) -> tuple[str, ...]:
    """The values that a filter knows; none for a period, which has a pattern instead."""
    known: Mapping[str, Callable[[], tuple[str, ...]]] = {
        "city": lambda: _values("cities", "adcode"),
        "indicator": lambda: _values("indicators", "indicator"),
        "theme": lambda: tuple(queries.themes().get_column("id")),
        "level": lambda: tuple(datasets.code_words("level", "zh")),
        "status": lambda: tuple(datasets.code_words("status", "zh")),
        "basis": lambda: tuple(datasets.code_words("basis", "zh")),
        "tier": lambda: tuple(datasets.code_words("tier", "zh")),
        "state": lambda: tuple(datasets.code_words("coverage", "zh")),
        "kind": lambda: PERIOD_KINDS,
        "province": provinces,
        "version": lambda: tuple(dict.fromkeys(_values("versions", "version"))),
        "change": lambda: tuple(datasets.code_words("change", "zh")),
        "period": tuple,
    }
    return known[parameter]()


def _values(name: str, column: str) -> tuple[str, ...]:
    return tuple(datasets.frame(name).get_column(column))


def provinces() -> tuple[str, ...]:
    """Codes of the provinces that have a place in the data, then their names."""
    places = datasets.frame("cities").select("adcode", "province").iter_rows()
    named = {f"{adcode[:2]}0000": name for adcode, name in places}
    return (*named, *dict.fromkeys(named.values()))


def rows(asked: Selection) -> pl.DataFrame:
    """The rows that the filters let through, all columns."""
    known = datasets.catalogue().datasets[asked.dataset].filters
    wanted = [
        _condition(name, known[name], values)
        for name, values in asked.filters.items()
        if values
    ]
    found = datasets.frame(asked.dataset)
    return found.filter(*wanted) if wanted else found


def _condition(
    name: str, column: str | tuple[str, str], values: tuple[str, ...]
) -> pl.Expr:
    if name == "period":
        start, end = column
        return pl.any_horizontal(_touches(start, end, year) for year in values)
    if name == "province":
        of_place = pl.col("adcode").str.head(2) + "0000"
        return pl.col(str(column)).is_in(values) | of_place.is_in(values)
    return pl.col(str(column)).is_in(values)


def _touches(start: str, end: str, year: str) -> pl.Expr:
    """Whether a period reaches into a year; an open side is taken at its stated end."""
    first = pl.coalesce(start, end).str.head(4)
    last = pl.coalesce(end, start).str.head(4)
    return (first <= year) & (last >= year)


def cut(found: pl.DataFrame, asked: Selection) -> pl.DataFrame:
    """The page, the columns and the words that are asked for."""
    page = found.slice(asked.offset, asked.limit)
    if asked.columns:
        page = page.select(asked.columns)
    return datasets.in_words(page, asked.language) if asked.language else page
