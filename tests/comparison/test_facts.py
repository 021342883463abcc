"""Mentions become facts: what is one figure, what is a part, what repeats or contradicts."""

from __future__ import annotations

from dataclasses import replace

import pytest

from tests.comparison.small import Figure, ask, at, database, total

FAIRS = Figure(
    value=100, low=100, high=200, kind="event", start="2020-06", end="2020-06"
)
PERSONS = Figure(indicator="persons", value=166, surface="166人")
OTHERS = {"indicator": "others", "before": "，其中"}


def facts(*figures: Figure) -> list[tuple[object, ...]]:
    """Value, bounds and number of mentions of each fact, in order of the article."""
    return ask(
        database(*figures),
        "select value, value_low, value_high, mentions from fact order by source_id, position",
    )


def test_one_figure_said_three_times_is_one_fact_with_all_its_mentions():
    thrice = (FAIRS, replace(FAIRS), replace(FAIRS))
    rows = ask(database(*thrice), "select fact_id, observation_ids from fact")
    ids = [f"910100-a-{position}" for position in range(3)]
    assert rows == [(ids[0], ids)]


def test_a_rounding_and_the_exact_number_are_one_and_the_exact_one_leads():
    exact = replace(FAIRS, value=123, low=None, high=None)
    assert facts(FAIRS, exact) == [(123, 123, 123, 2)]


@pytest.mark.parametrize(
    "other",
    [
        replace(FAIRS, value=230, low=None, high=None),  # outside the rounding
        replace(FAIRS, end="2020-07"),
        replace(FAIRS, place="柳树乡"),
        replace(FAIRS, indicator="persons"),
        replace(FAIRS, kind="cumulative"),
        replace(FAIRS, source="b"),
        replace(FAIRS, before="，"),  # the same sentence: another group
        replace(FAIRS, low=50, high=100),  # 近100 is not 100余
    ],
)
def test_what_differs_is_another_fact(other):
    assert len(facts(FAIRS, other)) == 2


def test_two_exact_numbers_in_one_rounding_leave_it_alone():
    exact = [replace(FAIRS, value=value, low=None, high=None) for value in (120, 130)]
    assert len(facts(FAIRS, *exact)) == 3


def test_a_wide_rounding_takes_no_exact_number():
    wide = replace(FAIRS, high=1000)
    exact = replace(FAIRS, value=120, low=None, high=None)
    assert len(facts(wide, exact)) == 2


def test_the_bounds_are_those_that_all_mentions_allow():
    assert facts(FAIRS, replace(FAIRS, open_ended=True)) == [(100, 100, 200, 2)]
    assert facts(replace(FAIRS, open_ended=True)) == [(100, 100, None, 1)]


def test_a_mention_without_dates_joins_the_one_dated_fact_of_its_value():
    undated = replace(FAIRS, start=None, end=None)
    assert facts(FAIRS, undated) == [(100, 100, 200, 2)]
    assert len(facts(FAIRS, undated, replace(FAIRS, end="2020-07"))) == 3


def test_undated_occasions_are_told_apart_by_their_words():
    snow = replace(FAIRS, start=None, end=None, text="在抗击雪灾过程中")
    assert len(facts(snow, replace(snow, text="在应对汛情过程中"))) == 2
    assert len(facts(snow, replace(snow))) == 1


def test_persons_and_visits_are_counted_apart():
    visits = replace(PERSONS, value=124, surface="124人次")
    rows = ask(
        database(PERSONS, visits), "select unit, figures_alike from fact order by 1"
    )
    assert rows == [("person", 1), ("person_time", 1)]


def wholes(*figures: Figure) -> list[tuple[object, ...]]:
    """Each total with the bounds of its parts, and whether they add up."""
    return ask(
        database(*figures),
        "select value, parts_low, parts, parts_high, adds_up from fact_whole",
    )


def test_parts_add_up_to_their_total():
    parts = (
        replace(PERSONS, value=93, surface="93人", **OTHERS),
        replace(PERSONS, value=73, surface="73人", indicator="others", before="，"),
    )
    assert wholes(PERSONS, *parts) == [(166, 166, 166, 166, True)]


def test_parts_that_are_less_than_the_total_do_not_add_up():
    part = replace(PERSONS, value=93, surface="93人", **OTHERS)
    assert wholes(PERSONS, part) == [(166, 93, 93, 93, False)]


def test_rounded_parts_may_add_up():
    part = replace(PERSONS, value=90, low=90, high=100, surface="90余人", **OTHERS)
    rest = replace(part, value=70, low=70, high=80, surface="70余人", before="，")
    assert wholes(PERSONS, part, rest) == [(166, 160, 160, 180, True)]


@pytest.mark.parametrize(
    "other",
    [
        replace(PERSONS, value=93, surface="93人", indicator="others", before="，"),
        replace(PERSONS, value=93, surface="93人", indicator="others", before="。其中"),
        replace(PERSONS, value=200, surface="200人", **OTHERS),
        replace(PERSONS, value=93, surface="93场", indicator="fairs", before="，其中"),
    ],
    ids=["no word for it", "another sentence", "more than the total", "another unit"],
)
def test_no_part(other):
    assert wholes(PERSONS, other) == []


def relations(*figures: Figure) -> list[tuple[str, str, str]]:
    """Each relation of facts in different articles of one city."""
    return ask(
        database(*figures),
        "select relation, fact_id, other_id from fact_relation order by all",
    )


YEAR = Figure(published="2020-12")
LATER = replace(YEAR, source="b", published="2021-12")
RESTATED = [("restated", "910100-b-0", "910100-a-0")]
CONTRADICTED = [
    ("contradicted", "910100-a-0", "910100-b-0"),
    ("contradicted", "910100-b-0", "910100-a-0"),
]


def test_the_later_article_restates():
    assert relations(YEAR, LATER) == RESTATED


def test_a_total_that_stays_while_the_years_pass_is_restated():
    assert (
        relations(total(), total(source="b", end="2021", published="2022")) == RESTATED
    )


def test_the_same_number_of_another_year_is_no_restatement():
    assert relations(YEAR, replace(LATER, start="2021", end="2021")) == []


def test_bounds_apart_for_one_period_contradict():
    assert relations(YEAR, replace(LATER, value=11)) == CONTRADICTED


def test_bounds_that_touch_do_not_contradict():
    assert relations(YEAR, replace(LATER, value=8, low=8, high=10)) == []


def test_a_total_below_that_of_one_of_its_years_contradicts():
    assert relations(YEAR, total(value=9, source="b", published="2022")) == CONTRADICTED
    assert relations(YEAR, total(value=11, source="b", published="2022")) == []


def test_cities_and_groups_of_people_do_not_contradict_one_another():
    assert relations(YEAR, at(LATER, "920100", value=11)) == []
    several = (replace(LATER, value=3), replace(LATER, value=4))
    assert relations(YEAR, *several) == []


def test_nothing_is_dropped():
    connection = database(YEAR, replace(LATER, value=11), replace(LATER, value=12))
    assert ask(connection, "select sum(mentions) from fact") == [3]
    assert ask(connection, "select count(*) from fact_mention") == [3]
