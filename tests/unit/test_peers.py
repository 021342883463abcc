"""Peers are chosen by what a place is; each definition keeps its promise."""

import polars as pl
from hypothesis import given
from hypothesis import strategies as st

from dashboard.peers import DEFINITIONS, Choice, every, members

COLUMNS = {
    "adcode": pl.String,
    "same_level": pl.Boolean,
    "same_province": pl.Boolean,
    "nearness": pl.Int64,
}


@st.composite
def others(draw):
    """Rows as the query `peers` gives them: nearness counts within the level."""
    kinds = draw(
        st.lists(st.tuples(st.booleans(), st.booleans(), st.booleans()), max_size=30)
    )
    near, rows = 0, []
    for number, (level, province, counted) in enumerate(kinds):
        near += level and counted
        nearness = near if level and counted else None
        rows.append((f"{number:06}", level, province, nearness))
    return pl.DataFrame(rows, schema=COLUMNS, orient="row")


@given(others(), st.sampled_from((3, 5, 10)))
def test_the_nearest_are_of_the_level_and_no_more_than_asked(rows, count):
    found = members(rows, Choice("nearest", count=count))
    level = members(rows, Choice("level"))
    assert set(found) <= set(level)
    known = rows.filter(pl.col("nearness").is_not_null()).height
    assert len(found) == min(count, known)


@given(others())
def test_each_definition_takes_all_that_fit(rows):
    for definition, column in (("level", "same_level"), ("province", "same_province")):
        found = members(rows, Choice(definition))
        assert set(found) == set(rows.filter(pl.col(column)).get_column("adcode"))


@given(others(), st.lists(st.sampled_from(("000000", "000003", "nobody"))))
def test_only_cities_that_exist_can_be_picked(rows, picked):
    found = members(rows, Choice("picked", picked=tuple(picked)))
    assert set(found) == set(picked) & set(rows.get_column("adcode"))


@given(others())
def test_definitions_without_peers_do_not_count(rows):
    found = every(rows, Choice("level"))
    assert set(found) <= set(DEFINITIONS) - {"picked"}
    assert all(found.values())
