"""The figures of the map: what each place enters comparisons with, or why it has none."""

from __future__ import annotations

from dataclasses import replace

import duckdb
import pytest

from dashboard.queries import SQL
from tests.comparison.small import Figure, ask, at, database, total
from tests.comparison.world import UNCOUNTED

HERE, THERE, COUNTY, READ = "910100", "920100", "910281", "910300"
FIGURES = (
    total(HERE, 50),
    replace(total(HERE, 90), place="铁东区", source="b"),
    total(THERE, 20, text="近年来", start=None),
    Figure(THERE, 9),
    Figure(COUNTY, 2),
    replace(Figure(UNCOUNTED, 3), source="c"),
    Figure(READ, 7, indicator="persons"),
)


@pytest.fixture(scope="module")
def figures() -> duckdb.DuckDBPyConnection:
    return database(*FIGURES)


def drawn(connection, kind="cumulative", basis="reported", indicator="fairs"):
    """Return state, value and whether the period is unstated, by place that was read."""
    rows = ask(
        connection,
        f"select adcode, state, value, unstated from"
        f" ({(SQL / 'map_figures.sql').read_text('utf-8')}) where state <> 'unread'",
        indicator=indicator,
        kind=kind,
        basis=basis,
    )
    return {adcode: tuple(rest) for adcode, *rest in rows}


def test_each_place_has_the_figure_that_it_enters_with(figures):
    assert drawn(figures) == {
        HERE: ("figure", 50, False),  # its own, not the larger one of a part
        THERE: ("figure", 20, True),
        COUNTY: ("other", None, False),
        UNCOUNTED: ("other", None, False),
        READ: ("silent", None, False),
    }


def test_other_kinds_of_period_are_not_drawn_together(figures):
    found = drawn(figures, kind="annual")
    assert found[THERE] == ("figure", 9, False)
    assert found[HERE] == ("other", None, False)


def test_per_year_joins_annual_and_cumulative(figures):
    found = drawn(figures, kind="", basis="per_year")
    assert (found[HERE][1], found[THERE][1], found[COUNTY][1]) == (12.5, 9, 2)


def test_a_place_without_a_population_says_so_per_head_only(figures):
    assert drawn(figures, "annual", "per_10k")[UNCOUNTED][0] == "no_population"
    assert drawn(figures, "annual")[UNCOUNTED][0] == "figure"


def test_only_a_part_of_the_place_is_barred_and_says_why():
    connection = database(replace(total(HERE, 90), place="铁东区"), total(THERE, 5))
    assert drawn(connection)[HERE] == ("barred", None, False)
    why = ask(
        connection,
        f"select why_zh, why_en from ({(SQL / 'map_figures.sql').read_text('utf-8')})"
        " where state = 'barred'",
        indicator="fairs",
        kind="cumulative",
        basis="reported",
    )
    words = ask(connection, "select zh, en from gate_reason where id = 'scope'")
    assert why == words


def test_a_figure_for_one_of_several_groups_is_barred():
    pair = (Figure(HERE, 272), Figure(HERE, 414))
    found = drawn(database(*pair, at(Figure(), THERE)), kind="annual")
    assert (found[HERE][0], found[THERE][0]) == ("barred", "figure")


def test_an_unstated_kind_can_be_asked_for():
    connection = database(Figure(HERE, 7, kind=None, start=None, end=None))
    assert drawn(connection, kind="none")[HERE] == ("figure", 7, True)


def test_an_indicator_that_nobody_reports_draws_nothing(figures):
    assert {
        state for state, *_ in drawn(figures, indicator="nothing").values()
    } == set()


def test_kinds_with_the_most_cities_come_first(figures):
    rows = ask(figures, (SQL / "map_kinds.sql").read_text("utf-8"), indicator="fairs")
    assert [row[:2] for row in rows] == [("annual", 3), ("cumulative", 2)]
