"""The figures a year and a head that a made-up observation carries."""

from __future__ import annotations

from typing import Any

from etl.rates import Bounds, per_10k, per_year, years_of
from etl.schema import Period

POPULATION = 500_000


def derived(
    figure: Any, bases: tuple[str, ...], population: int | None = POPULATION
) -> dict[str, float | None]:
    """Return the derived columns of a made-up figure, with their bounds."""
    period = Period(figure.kind, figure.text, figure.start, figure.end)
    columns = {
        "per_year": per_year(figure.bounds, bases, period),
        "per_10k": per_10k(figure.bounds, bases, period, population, figure.place),
        "years": years_of(period) or Bounds(None, None, None),
    }
    return {
        f"{name}{end}": value
        for name, three in columns.items()
        for end, value in zip(("_low", "", "_high"), three, strict=True)
    }
