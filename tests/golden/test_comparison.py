"""The comparison of the five cities against what was worked out by hand from the articles."""

from __future__ import annotations

from itertools import combinations
from pathlib import Path
from typing import Any

import duckdb
import pytest
import yaml

FILES = sorted(Path(__file__).with_name("comparison").glob("*.yaml"))
CITIES = ("通辽", "四平", "双辽", "白山", "平湖")
AGREEMENT = 1e-4
"""Relative; the numbers of the files are rounded to five or six places."""


@pytest.fixture(scope="module")
def connection(curated):
    with duckdb.connect(curated / "shuangyong.duckdb", read_only=True) as opened:
        yield opened


@pytest.fixture(params=FILES, ids=lambda path: path.stem)
def golden(request) -> dict[str, Any]:
    # Dates are text here as they are in the tables: BaseLoader turns nothing into a date.
    text = request.param.read_text(encoding="utf-8")
    return yaml.load(text, Loader=yaml.BaseLoader)


def rows(connection, sql: str, **bound: object) -> list[dict[str, Any]]:
    result = connection.execute(sql, bound)
    names = [column[0] for column in result.description]
    return [dict(zip(names, row, strict=True)) for row in result.fetchall()]


def either(text: str) -> str | None:
    return None if text == "null" else text


def bounds(written: object) -> list[Any] | None:
    if written == "null":
        return None
    assert isinstance(written, list)
    return [pytest.approx(float(end), rel=AGREEMENT) for end in written]


def told(low: float | None, high: float | None) -> list[float] | None:
    return None if low is None or high is None else [low, high]


def test_facts_and_their_bounds(connection, golden):
    found = rows(
        connection,
        "select fact.*, short_name from fact join city using (adcode)"
        " where indicator = $indicator order by adcode, position",
        indicator=golden["indicator"],
    )
    expected = sorted(golden["facts"], key=lambda fact: CITIES.index(fact["city"]))
    assert len(found) == len(expected)
    for fact, hand in zip(found, expected, strict=True):
        assert fact["short_name"] == hand["city"]
        assert fact["period_kind"] == hand["kind"]
        assert fact["period_start"] == either(hand["start"])
        assert fact["period_end"] == either(hand["end"])
        assert fact["mentions"] == int(hand.get("mentions", 1))
        assert told(fact["value_low"], fact["value_high"]) == bounds(hand["bounds"])
        for basis in ("per_year", "per_10k"):
            assert told(fact[f"{basis}_low"], fact[f"{basis}_high"]) == bounds(
                hand[basis]
            )


def test_tiers_and_reasons_of_each_pair(connection, golden):
    for basis, expected in golden["pairs"].items():
        found = rows(
            connection,
            "select a.short_name as a, b.short_name as b, tier, reasons, verdict"
            " from comparison join city a on a.adcode = a_adcode"
            " join city b on b.adcode = b_adcode"
            " where indicator = $indicator and basis = $basis",
            indicator=golden["indicator"],
            basis=basis,
        )
        met = {(row["a"], row["b"]): (row["tier"], row["reasons"]) for row in found}
        hand = {
            names: (pair["tier"], pair["reasons"])
            for pair in expected
            for names in (tuple(pair["cities"]), tuple(reversed(pair["cities"])))
        }
        assert met == hand
        assert {row["verdict"] for row in found} <= {None}


def test_ranks_are_those_worked_out(connection, golden):
    found = rows(
        connection,
        "select short_name, basis, rank_low, rank_high, compared"
        " from standing join city using (adcode)"
        " where indicator = $indicator and rank_low is not null",
        indicator=golden["indicator"],
    )
    assert found == golden["ranks"]


def test_who_says_nothing(connection, golden):
    found = rows(
        connection,
        "select short_name, state from silence join city using (adcode)"
        " where indicator = $indicator",
        indicator=golden["indicator"],
    )
    states = {row["short_name"]: row["state"] for row in found}
    reporting = {fact["city"] for fact in golden["facts"]}
    expected = dict.fromkeys(golden["silent"], "silent")
    expected |= dict.fromkeys(reporting, "not_comparable")
    assert states == expected


def test_every_pair_of_reporting_cities_is_worked_out(golden):
    reporting = {fact["city"] for fact in golden["facts"]}
    pairs = {frozenset(pair) for pair in combinations(reporting, 2)}
    for written in golden["pairs"].values():
        assert {frozenset(pair["cities"]) for pair in written} == pairs


def test_parts_of_a_total_add_up(connection):
    # 通辽: 共接收军转干部166人，其中计划安置军转干部93人，自主择业军转干部73人.
    found = rows(connection, "select value, parts, adds_up from fact_whole")
    assert found == [{"value": 166, "parts": 93 + 73, "adds_up": True}]


def test_three_mentions_of_one_run_are_one_fact(connection):
    # 平湖 in its headline, in the report of the meeting and in the words of the bureau's head.
    found = rows(
        connection,
        "select value, mentions from fact"
        " where indicator = 'model_city_run' and adcode = '330482'",
    )
    assert found == [{"value": 2, "mentions": 3}]


def test_the_fair_of_one_day_keeps_apart_from_the_totals(connection):
    # 四平, 12 June 2025: 50余家, 100余个, 30余名, 10余人次; in all 50余场, 23622个, 1122人.
    found = rows(
        connection,
        "select ratio, period_kind, value_low, value_high from ratio"
        " where adcode = '220300' order by ratio, period_kind",
    )
    assert [tuple(row.values()) for row in found] == [
        ("intents_per_attendee", "event", 10 / 40, 20 / 30),
        ("intents_per_fair", "cumulative", 1122 / 60, 1122 / 50),
        ("intents_per_post", "cumulative", 1122 / 23622, 1122 / 23622),
        ("intents_per_post", "event", 10 / 200, 20 / 100),
        ("posts_per_employer", "event", 100 / 60, 200 / 50),
        ("posts_per_fair", "cumulative", 23622 / 60, 23622 / 50),
    ]
