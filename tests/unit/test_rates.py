"""Figures per year and per head."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from etl.codebook import BASES
from etl.rates import UNKNOWN, Bounds, length_in_years, per_10k, per_year
from etl.schema import Period

FIGURE = Bounds(300, 300, 400)
ALL = BASES["count"]
YEAR = Period("annual")


@pytest.mark.parametrize(
    ("start", "end", "words", "years"),
    [
        ("2016-10", "2020-10", "四年来", 4),
        ("2016-10", "2020-10", None, 4),
        ("2016-10-20", "2020-10-20", None, 4),
        ("2016", "2020", "“十三五”期间", 5),
        ("2021", "2025", "四年来", 4),
        ("2016", "2020-10", "2016年以来", 58 / 12),
        ("2016-03", "2020-10", None, 56 / 12),
        ("2023-01", "2023-12", "今年以来", 1),
        ("2022", "2022", None, 1),
    ],
)
def test_length_of_a_period(start, end, words, years):
    length = length_in_years(Period("cumulative", words, start, end))
    assert length == pytest.approx((years, years, years))


@pytest.mark.parametrize(
    ("start", "end"),
    [
        ("2024-01", "2024-06"),
        ("2024-05-01", "2024-05-01"),
        (None, "2024"),
        ("2020", None),
    ],
)
def test_no_length_below_a_year_or_without_both_ends(start, end):
    assert length_in_years(Period("cumulative", None, start, end)) is None


def test_a_stated_length_that_the_dates_contradict_is_not_taken():
    period = Period("cumulative", "十年树木", "2016-01", "2017-12")
    assert length_in_years(period) == (2, 2, 2)


def test_an_open_length_widens_the_bounds():
    period = Period("cumulative", "三年多来", "2017-10", "2020-10")
    assert per_year(FIGURE, ALL, period) == (300 / 4, 100, 400 / 3)


def test_annual_figures_stay_as_they_are():
    assert per_year(FIGURE, ALL, Period("annual", "2022年")) == FIGURE


@pytest.mark.parametrize("kind", ["stock", "event", "standard", None])
def test_other_kinds_have_no_rate(kind):
    period = Period(kind, None, "2016-10", "2020-10")
    assert per_year(FIGURE, ALL, period) == UNKNOWN


def test_what_is_only_reported_is_not_divided():
    assert per_year(FIGURE, ("reported",), YEAR) == UNKNOWN
    assert per_10k(FIGURE, ("reported",), YEAR, 1_000_000, None) == UNKNOWN


def test_a_standard_is_of_one_person_already():
    assert per_10k(FIGURE, ALL, Period("standard"), 1_000_000, None) == UNKNOWN


def test_an_open_upper_bound_stays_open():
    period = Period("cumulative", None, "2016-10", "2020-10")
    assert per_year(Bounds(100, 100, None), ALL, period) == (25, 25, None)


def test_per_head_needs_a_population_and_the_whole_city():
    assert per_10k(FIGURE, ALL, YEAR, 100_000, None) == (30, 30, 40)
    assert per_10k(FIGURE, ALL, YEAR, None, None) == UNKNOWN
    assert per_10k(FIGURE, ALL, YEAR, 100_000, "红旗镇") == UNKNOWN


DATES = st.dates().map(lambda day: day.isoformat())


@given(DATES, DATES, st.sampled_from([4, 7, 10]), st.sampled_from([4, 7, 10]))
def test_a_length_is_one_year_or_more_and_close_to_the_calendar(a, b, cut_a, cut_b):
    start, end = sorted((a, b))
    start, end = start[:cut_a], end[:cut_b]
    length = length_in_years(Period("cumulative", None, start, end))
    between = int(end[:4]) - int(start[:4])
    assert length is None or (length.value >= 1 and abs(length.value - between) <= 1)


@given(st.floats(0, 1e9), st.floats(0, 1e9), st.integers(1, 10**8))
def test_bounds_still_hold_the_value(low, extra, population):
    figure = Bounds(low, low + extra / 2, low + extra)
    result = per_10k(figure, ALL, YEAR, population, None)
    assert result.low <= result.value <= result.high
