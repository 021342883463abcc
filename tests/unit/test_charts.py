"""The figure says what the figures say: bounds, arrows, hollow and filled, no bar from nought."""

from __future__ import annotations

import math

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dashboard import axes, charts
from dashboard.axes import Dot
from dashboard.charts import Group
from dashboard.theme import PALETTES

LIGHT = PALETTES["light"]
AMOUNTS = st.floats(min_value=0, max_value=1e12, allow_nan=False)


def dot(value=50.0, low=None, high=0.0, **rest) -> Dot:
    """A dot; `high=0` stands for the value itself, None for an open end."""
    known = {
        "city": "甲试市",
        "period": "四年来",
        "words": "50余场",
        "exact": True,
        "faded": False,
        "focus": False,
        "mention_id": "m",
        "hover": "",
    } | rest
    low = value if low is None else low
    return Dot(value=value, low=low, high=value if high == 0 else high, **known)


def drawn(*groups: Group, log=False):
    return charts.dot_plot(groups, LIGHT, number=str, log=log)


def traces(*dots: Dot):
    ranges, arrows, marks, words = drawn(Group("累计", dots)).data
    return ranges, arrows, marks, words


def test_a_range_is_drawn_from_its_lowest_to_its_highest_value_only():
    ranges, arrows, _, _ = traces(dot(50, 50, 60, exact=False))
    assert list(ranges.x[:2]) == [50, 60]
    assert math.isnan(ranges.x[2])
    assert len(arrows.x) == 0


def test_an_open_end_has_an_arrow_and_no_end():
    ranges, arrows, _, words = traces(dot(3000, 3000, None, exact=False))
    assert arrows.marker.symbol == "triangle-right"
    assert arrows.x[0] == ranges.x[1] == words.x[0] > 3000


def test_exact_figures_are_filled_and_bounds_hollow():
    _, _, marks, _ = traces(dot(exact=True), dot(exact=False))
    assert list(marks.marker.color) == [LIGHT.peer, LIGHT.paper]
    assert list(marks.marker.line.color) == [LIGHT.peer, LIGHT.peer]


def test_focus_takes_the_accent_and_pale_figures_stay_pale():
    _, _, marks, _ = traces(dot(focus=True, faded=True), dot(faded=True))
    assert list(marks.marker.line.color) == [LIGHT.accent, LIGHT.faded]


def test_a_mark_carries_the_number_it_opens():
    _, _, marks, _ = traces(dot(mention_id="a"), dot(mention_id="b"))
    assert list(marks.customdata) == ["a", "b"]


def test_kinds_of_period_never_share_an_axis():
    figure = drawn(Group("累计", (dot(),)), Group("每年", (dot(),)))
    assert {trace.xaxis for trace in figure.data} == {"x", "x2"}
    upper, lower = figure.layout.yaxis.domain, figure.layout.yaxis2.domain
    assert lower[1] < upper[0]


def test_text_of_articles_is_no_markup():
    figure = drawn(Group("<b>", (dot(city="<a href='x'>", words="<img>", period="&"),)))
    assert figure.data[3].text[0].strip() == "<b>&lt;img&gt;</b>"
    shown = [note.text for note in figure.layout.annotations]
    assert shown[0] == "&lt;b&gt;"
    assert "<a href" not in shown[1]


@given(
    st.lists(st.tuples(AMOUNTS, AMOUNTS, st.booleans()), min_size=1, max_size=6),
    st.booleans(),
)
def test_every_mark_lies_on_its_axis(amounts, log):
    dots = tuple(
        dot(low, low, None if is_open else low + more, exact=False)
        for low, more, is_open in amounts
    )
    figure = drawn(Group("累计", dots), log=log)
    first, last = figure.layout.xaxis.range
    for one in dots:
        for x in (one.low, one.end):
            at = math.log10(max(x, axes.LOWEST_LOG)) if log else x
            assert first <= at <= last
    figure.to_json()


@pytest.mark.parametrize(
    ("highest", "ticks"),
    [
        (2, [0, 1, 2]),
        (60, [0, 20, 40, 60]),
        (23622, [0, 5000, 10000, 15000, 20000, 25000]),
        (0, [0]),
        (100, [0, 20, 40, 60, 80, 100]),
    ],
)
def test_axes_have_round_numbers(highest, ticks):
    assert axes.steps([dot(highest)]) == ticks


def test_powers_surround_the_marks():
    assert axes.powers([dot(50), dot(23622)]) == [10, 100, 1000, 10000, 100000]
