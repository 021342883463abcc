"""Figures per year and per 10 000 residents, with the bounds carried along.

The rules are decided in docs/decisions/0016-rates-need-a-whole-year.md.
"""

from __future__ import annotations

import re
from collections.abc import Collection
from typing import NamedTuple

from etl.detect import find_quantities
from etl.schema import Period

RESIDENTS = 10_000
DATE = re.compile(r"(?P<year>\d{4})(-(?P<month>\d{2}))?(-\d{2})?")


class Bounds(NamedTuple):
    """A figure with the bounds that hold it; `high` is None where nothing does."""

    low: float | None
    value: float | None
    high: float | None


UNKNOWN = Bounds(None, None, None)


class Length(NamedTuple):
    """A number of years; the bounds differ where the words do (三年多来)."""

    low: float
    value: float
    high: float


def per_year(figure: Bounds, bases: Collection[str], period: Period) -> Bounds:
    """Return a figure per year: annual as it is, cumulative divided by its years.

    `bases` are those of the indicator. Stocks, events and standards have no rate, nor has
    a stretch below one year: to multiply it up would invent the rest of the year.
    """
    if "per_year" not in bases:
        return UNKNOWN
    if period.kind == "annual":
        return figure
    length = length_in_years(period) if period.kind == "cumulative" else None
    return _per(figure, length) if length else UNKNOWN


def per_10k(
    figure: Bounds,
    bases: Collection[str],
    period: Period,
    population: int | None,
    place: str | None,
) -> Bounds:
    """Return a figure per 10 000 residents, where it is about the whole city.

    A standard (每人每年1万元) is of one person already.
    """
    if "per_10k" not in bases or period.kind == "standard":
        return UNKNOWN
    if not population or place is not None:
        return UNKNOWN
    tens = population / RESIDENTS
    return _per(figure, Length(tens, tens, tens))


def length_in_years(period: Period) -> Length | None:
    """Return the length of a period of at least one year, None where not known."""
    length = years_of(period)
    return length if length and length.value >= 1 else None


def years_of(period: Period) -> Length | None:
    """Return the length of a period, None where its ends are not both known.

    The number of years that the words state (四年来) goes before the dates, as far as
    the two agree within a year: dates that are only years count one too many.
    """
    if period.start is None or period.end is None:
        return None
    dated = _months(period.start, period.end) / 12
    stated = _stated(period.text)
    if stated and abs(stated.value - dated) <= 1:
        return stated
    return Length(dated, dated, dated)


def _per(figure: Bounds, length: Length) -> Bounds:
    """Return a figure divided by a length, the bounds as far apart as both allow."""
    divisors = (length.high, length.value, length.low)
    parts = zip(figure, divisors, strict=True)
    return Bounds(*(None if part is None else part / by for part, by in parts))


def _stated(words: str | None) -> Length | None:
    for number in find_quantities(words or ""):
        years = (number.value_low, number.value, number.value_high)
        if number.kind == "duration" and number.unit == "year" and None not in years:
            return Length(*(float(part or 0) for part in years))
    return None


def _months(start: str, end: str) -> int:
    """Count the months of a period, both ends in full (2016 to 2020: 60).

    From a month to the same month of another year the years count, not one month more.
    """
    first, last = _first_month(start), _first_month(end)
    if len(start) > 4 and len(end) > 4 and last > first and (last - first) % 12 == 0:
        return last - first
    return last + (12 if len(end) == 4 else 1) - first


def _first_month(date: str) -> int:
    match = DATE.fullmatch(date)
    if match is None:
        raise ValueError(f"not a date: {date!r}")
    return int(match["year"]) * 12 + int(match["month"] or 1) - 1
