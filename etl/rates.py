"""Figures per year and per 10 000 residents, with the bounds carried along.

The rules are decided in docs/decisions/0002-per-year-and-per-head.md.
"""

from __future__ import annotations

import re
from typing import NamedTuple

from etl.schema import Period

PER_YEAR_MEASURES = frozenset({"count", "money", "measure"})
PER_HEAD_MEASURES = frozenset({"count", "money"})
RESIDENTS = 10_000
DATE = re.compile(r"(?P<year>\d{4})(-(?P<month>\d{2}))?(-\d{2})?")


class Bounds(NamedTuple):
    """A figure with the bounds that hold it; `high` is None where nothing does."""

    low: float | None
    value: float | None
    high: float | None

    def per(self, amount: float) -> Bounds:
        """Return the figure and both bounds divided by a positive amount."""
        return Bounds(*(None if part is None else part / amount for part in self))


UNKNOWN = Bounds(None, None, None)


def per_year(figure: Bounds, measure: str, period: Period) -> Bounds:
    """Return a figure per year: annual as it is, cumulative divided by its years.

    Stocks, events and standards have no rate, nor has a stretch below one year: to
    multiply it up would invent the rest of the year.
    """
    if measure not in PER_YEAR_MEASURES:
        return UNKNOWN
    if period.kind == "annual":
        return figure
    years = length_in_years(period) if period.kind == "cumulative" else None
    return figure.per(years) if years else UNKNOWN


def per_10k(
    figure: Bounds, measure: str, population: int | None, place: str | None
) -> Bounds:
    """Return a figure per 10 000 residents, where it is about the whole city."""
    if measure not in PER_HEAD_MEASURES or not population or place is not None:
        return UNKNOWN
    return figure.per(population / RESIDENTS)


def length_in_years(period: Period) -> float | None:
    """Return the length of a period of at least one year, None where not known.

    Both ends count in full (2016 to 2020: five years; 2016-03 to 2020-10: 56 months),
    save from a month to the same month: 2016-10 to 2020-10 is 四年来, four years.
    """
    if period.start is None or period.end is None:
        return None
    first, last = _months(period.start), _months(period.end)
    if first.stated and last.stated and (last.begin - first.begin) % 12 == 0:
        months = last.begin - first.begin
    else:
        months = last.after - first.begin
    return months / 12 if months >= 12 else None


class _Months(NamedTuple):
    begin: int
    after: int
    stated: bool


def _months(date: str) -> _Months:
    match = DATE.fullmatch(date)
    if match is None:
        raise ValueError(f"not a date: {date!r}")
    january = int(match["year"]) * 12
    if match["month"] is None:
        return _Months(january, january + 12, stated=False)
    begin = january + int(match["month"]) - 1
    return _Months(begin, begin + 1, stated=True)
