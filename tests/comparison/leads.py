"""Made-up leading figures of some cities, and a true value inside the bounds of each."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

import duckdb
from hypothesis import strategies as st

from etl import paths
from tests.rows import insert

MOST = 9
"""Cities at most."""
SQL = (paths.SQL / "comparison" / "standing.sql").read_text(encoding="utf-8")


@dataclass(frozen=True, slots=True)
class Lead:
    """The leading figure of one made-up city, and a true value inside its bounds."""

    low: float
    high: float | None
    true: float
    as_of: int
    years: float
    level: str
    class_: str
    tier: str


@st.composite
def leads(draw: st.DrawFn) -> Lead:
    """Few different numbers, so that bounds touch, tie and contain one another.

    Most figures are like for like, or there would be nobody to be ranked among.
    """
    low, width = draw(st.integers(0, 12)), draw(st.sampled_from((0, 0, 0, 1, 3, None)))
    high = None if width is None else low + width
    above = draw(st.floats(0, 1, allow_nan=False))
    true = low + above * (20 if width is None else width)
    return Lead(
        low,
        high,
        true if width != 0 else low,
        draw(st.sampled_from((*[24240] * 6, 24252, 24277, 24300))),
        draw(st.sampled_from((*[4.0] * 8, 4.1, 4.5))),
        draw(st.sampled_from((*["prefecture"] * 8, "county"))),
        draw(st.sampled_from((*["cumulative"] * 8, "stock"))),
        draw(st.sampled_from((*"AAAAAAABC",))),
    )


def words(connection: duckdb.DuckDBPyConnection) -> None:
    """Write the facts that the figures of as many cities stand on."""
    for number in range(MOST):
        code = str(number)
        said = {"source_id": code, "unit": "event", "qualifier": "exact", "position": 0}
        said |= {"indicator": "fairs"}
        insert(connection, "fact", fact_id=code, adcode=code, mentions=1, **said)


def fill(connection: duckdb.DuckDBPyConnection, cities: list[Lead]) -> None:
    """Make these the leading figures and rank them."""
    connection.execute(
        "delete from figure; drop table standing; drop table city_standing"
    )
    for number, lead in enumerate(cities):
        insert(
            connection,
            "figure",
            indicator="fairs",
            basis="reported",
            **{"class": lead.class_},
            adcode=str(number),
            fact_id=str(number),
            source_id=str(number),
            level=lead.level,
            province="甲省",
            unit="event",
            value_low=lead.low,
            value=lead.low,
            value_high=lead.high,
            years_low=lead.years,
            years_high=lead.years,
            as_of=lead.as_of,
            own_reasons=[],
            own_tier=lead.tier,
            lead=True,
        )
    connection.execute(SQL)


def standings(connection: duckdb.DuckDBPyConnection) -> list[dict[str, Any]]:
    """The rows of the table, by name."""
    result = connection.execute("select * from standing")
    names = [column[0] for column in result.description]
    return [dict(zip(names, row, strict=True)) for row in result.fetchall()]
