"""Ranks, medians, gaps and ratios hold for any values inside the bounds."""

from __future__ import annotations

import math
import statistics

import duckdb
import pytest
from hypothesis import HealthCheck, Phase, find, given, settings
from hypothesis import strategies as st

from tests.comparison.leads import MOST, Lead, fill, leads, standings, words
from tests.comparison.small import Figure, ask, database

ROUNDING_ERROR = 1e-9


@pytest.fixture(scope="module")
def connection():
    with database() as made:
        words(made)
        yield made


def peers(connection: duckdb.DuckDBPyConnection) -> dict[str, list[int]]:
    """The peers of each city as the gate sees them, pair by pair."""
    rows = ask(
        connection,
        "select a_fact, list(b_fact::integer) from pairing"
        " where tier <= 'B' group by a_fact",
    )
    return dict(rows)


varied = settings(
    max_examples=60, suppress_health_check=[HealthCheck.function_scoped_fixture]
)


@varied
@given(st.lists(leads(), min_size=1, max_size=MOST))
def test_any_values_inside_the_bounds_keep_rank_and_median(connection, cities):
    fill(connection, cities)
    met = peers(connection)
    found = standings(connection)
    assert len(found) == len(cities)
    for row in found:
        mine = cities[int(row["fact_id"])]
        others = [cities[number] for number in met.get(row["fact_id"], [])]
        assert row["compared"] == len(others) + 1
        if not others:
            assert (row["rank_low"], row["ranked"]) == (None, False)
            continue
        above = sum(other.true > mine.true for other in others)
        assert row["rank_low"] <= 1 + above <= row["rank_high"]
        truth = statistics.median(lead.true for lead in (mine, *others))
        assert row["median_low"] <= truth + ROUNDING_ERROR
        assert truth <= open_end(row["median_high"]) + ROUNDING_ERROR
        best = max(lead.true for lead in (mine, *others))
        assert row["best_low"] <= best <= open_end(row["best_high"])
        truth = statistics.median(other.true for other in others)
        assert row["peer_median_low"] <= truth + ROUNDING_ERROR
        assert truth <= open_end(row["peer_median_high"]) + ROUNDING_ERROR
        best = max(other.true for other in others)
        assert row["peer_best_low"] <= best <= open_end(row["peer_best_high"])


@varied
@given(st.lists(leads(), min_size=2, max_size=MOST))
def test_ranks_are_those_of_the_definition(connection, cities):
    fill(connection, cities)
    met = peers(connection)
    found = standings(connection)
    assert len(found) == len(cities)
    for row in found:
        mine = cities[int(row["fact_id"])]
        others = [cities[number] for number in met.get(row["fact_id"], [])]
        if others:
            higher = sum(other.low > open_end(mine.high) for other in others)
            lower = sum(open_end(other.high) < mine.low for other in others)
            number = len(others) + 1
            assert (row["rank_low"], row["rank_high"]) == (1 + higher, number - lower)
            assert row["ranked"] == (number - lower - higher <= number / 2)
            lows = [other.low for other in others]
            highs = [open_end(other.high) for other in others]
            assert row["peer_median_low"] == statistics.median(lows)
            assert open_end(row["peer_median_high"]) == statistics.median(highs)
            assert row["peer_best_low"] == max(lows)
            assert open_end(row["peer_best_high"]) == max(highs)


@varied
@given(st.lists(leads(), min_size=2, max_size=6))
def test_gap_ratio_and_verdict_hold_for_any_values(connection, cities):
    fill(connection, cities)
    rows = ask(
        connection,
        "select a_fact::integer, b_fact::integer, verdict, gap_low, gap_high,"
        " ratio_low, ratio_high from pairing where tier <= 'B'",
    )
    for a, b, verdict, gap_low, gap_high, ratio_low, ratio_high in rows:
        mine, other = cities[a].true, cities[b].true
        gap = mine - other
        assert gap_low is None or gap_low <= gap + ROUNDING_ERROR
        assert gap_high is None or gap <= gap_high + ROUNDING_ERROR
        if other > 0:
            assert ratio_low is None or ratio_low <= mine / other + ROUNDING_ERROR
            assert ratio_high is None or mine / other <= ratio_high + ROUNDING_ERROR
        assert {"higher": gap > 0, "lower": gap < 0, "equal": gap == 0}.get(
            verdict, True
        )


REACHED = {
    "a rank of several": lambda row: row["ranked"] and row["compared"] > 2,
    "a range that is no rank": lambda row: row["compared"] > 2 and not row["ranked"],
    "a range of two places": lambda row: (
        row["ranked"] and row["rank_high"] == row["rank_low"] + 1
    ),
    "an open median": lambda row: (
        row["rank_low"] is not None and row["peer_median_high"] is None
    ),
    "an even number of peers": lambda row: row["compared"] == 3,
    "figures that are kept away": lambda row: row["compared"] == 1,
}


@pytest.mark.parametrize("case", REACHED)
def test_the_made_up_figures_reach(connection, case):
    def reaches(cities: list[Lead]) -> bool:
        fill(connection, cities)
        return any(REACHED[case](row) for row in standings(connection))

    assert find(
        st.lists(leads(), min_size=2, max_size=MOST),
        reaches,
        settings=settings(max_examples=300, phases=[Phase.generate]),
    )


def open_end(high: object) -> float:
    """An open upper end as a number."""
    return math.inf if high is None else float(str(high))


CITIES = ("910100", "910200", "910300", "920100")


@pytest.mark.parametrize(
    ("bounds", "expected"),
    [
        # two of four figures touch: each is second or third, which still is a rank
        (
            [(90, 90), (50, 60), (55, 55), (10, 10)],
            [(1, 1, True), (2, 3, True), (2, 3, True), (4, 4, True)],
        ),
        # three touch: places 1 to 3 are more than half of four
        (
            [(50, 90), (50, 60), (55, 55), (10, 10)],
            [(1, 3, False), (1, 3, False), (1, 3, False), (4, 4, True)],
        ),
        # a figure without an upper end may be the largest, and is no less than 80
        (
            [(80, None), (90, 90), (70, 70), (10, 10)],
            [(1, 2, True), (1, 2, True), (3, 3, True), (4, 4, True)],
        ),
        # equal ones share the places
        (
            [(5, 5), (5, 5), (5, 5), (1, 1)],
            [(1, 3, False), (1, 3, False), (1, 3, False), (4, 4, True)],
        ),
    ],
)
def test_ranges_of_ranks(bounds, expected):
    figures = [
        Figure(code, low, high=high, open_ended=high is None)
        for code, (low, high) in zip(CITIES, bounds, strict=True)
    ]
    rows = ask(
        database(*figures),
        "select rank_low, rank_high, ranked from standing"
        " where basis = 'reported' order by adcode",
    )
    assert rows == expected


def test_medians_are_taken_of_lows_and_of_highs():
    figures = [
        Figure(code, low, high=high)
        for code, low, high in zip(CITIES, (1, 5, 9, 20), (4, 6, 30, 20), strict=True)
    ]
    rows = ask(
        database(*figures, Figure("910181", 1000)),
        "select distinct median_low, median_high, compared from standing"
        " where basis = 'reported' and level = 'prefecture'",
    )
    assert rows == [(7, 13, 4)]


def test_half_open_figures_leave_the_median_open():
    figures = [Figure(code, 5, open_ended=True) for code in CITIES[:3]]
    rows = ask(
        database(*figures, Figure(CITIES[3], 7)),
        "select distinct median_low, median_high, best_low, best_high from standing"
        " where basis = 'reported'",
    )
    assert rows == [(5, None, 7, None)]
