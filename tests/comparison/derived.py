"""The figures a year and a head that a made-up observation carries."""

from __future__ import annotations

from etl.rates import Bounds, per_10k, per_year, years_of
from etl.schema import Period

POPULATION = 500_000


def derived(
    bounds: Bounds, measure: str, period: Period, place: str | None
) -> dict[str, float | None]:
    """Return the derived columns of an observation, with their bounds."""
    columns = {
        "per_year": per_year(bounds, measure, period),
        "per_10k": per_10k(bounds, measure, POPULATION, place),
        "years": years_of(period) or Bounds(None, None, None),
    }
    return {
        f"{name}{end}": value
        for name, three in columns.items()
        for end, value in zip(("_low", "", "_high"), three, strict=True)
    }
