"""The pools of the benchmark count what the gate lets through, pair by pair."""

from __future__ import annotations

import math
from statistics import median

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dashboard.queries import SQL
from tests.comparison.leads import MOST, Lead, fill, leads, words
from tests.comparison.small import ask, database
from tests.comparison.test_ranks import open_end, varied

POOLS = (SQL / "benchmark_pools.sql").read_text("utf-8")


@pytest.fixture(scope="module")
def connection():
    with database() as made:
        words(made)
        yield made


def counted(cities: list[Lead], peers: list[int]) -> tuple[float, ...]:
    """What a pool must say of city 0 among these peers, by the definition."""
    mine, others = cities[0], [cities[number] for number in peers]
    lows = [other.low for other in others]
    highs = [open_end(other.high) for other in others]
    return (
        len(others),
        sum(low > open_end(mine.high) for low in lows),
        sum(high < mine.low for high in highs),
        median(lows),
        median(highs),
        max(lows),
        max(highs),
    )


@varied
@given(st.lists(leads(), min_size=3, max_size=MOST))
def test_a_pool_is_what_the_gate_lets_through(connection, cities):
    fill(connection, cities)
    met = ask(
        connection,
        "select b_fact::integer from pairing where a_fact = '0' and tier <= 'B'",
    )
    others = [str(number) for number in range(1, len(cities))]
    asked = {"focus": "0", "basis": "reported", "picked": others[:2]}
    rows = ask(connection, POOLS, **asked, province=others, nearest=[])
    found = {
        row[0]: tuple(math.inf if end is None else end for end in row[3:])
        for row in rows
    }
    pools = {"level": met, "province": met, "picked": [n for n in met if n <= 2]}
    assert found == {
        name: counted(cities, peers) for name, peers in pools.items() if peers
    }


def test_three_alike_are_a_pool_of_two(connection):
    alike = Lead(5, 5, 5, 24240, 4.0, "prefecture", "cumulative", "A")
    fill(connection, [alike] * 3)
    rows = ask(
        connection,
        POOLS,
        focus="0",
        basis="reported",
        province=["1", "2"],
        nearest=[],
        picked=[],
    )
    assert [(row[0], row[3]) for row in rows] == [("level", 2), ("province", 2)]
