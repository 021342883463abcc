"""A standing holds for any values inside the bounds, and is never told where it may not."""

from statistics import median

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dashboard.standing import Span, Standing, agreeing

SIZE = st.integers(0, 100).map(float)


@st.composite
def spans(draw):
    low = draw(SIZE)
    return Span(low, draw(st.one_of(st.just(float("inf")), SIZE.map(low.__add__))))


@st.composite
def inside(draw, span):
    reach = 50.0 if span.top is None else span.high - span.low
    return span.low + draw(st.floats(0, 1)) * reach


@st.composite
def worlds(draw):
    """A standing, and values that its figures may stand for."""
    mine = draw(spans())
    peers = tuple(draw(st.lists(spans(), min_size=1, max_size=9)))
    truth = draw(inside(mine)), [draw(inside(peer)) for peer in peers]
    return Standing(mine, peers, 0.5), *truth


@given(worlds())
def test_the_true_rank_lies_in_the_range(world):
    standing, mine, others = world
    first, last = standing.rank
    best = 1 + sum(other > mine for other in others)
    worst = standing.compared - sum(other < mine for other in others)
    assert first <= best <= worst <= last


@given(worlds())
def test_the_true_median_and_the_true_largest_lie_in_their_bounds(world):
    standing, _, others = world
    for bounds, true in (
        (standing.median, median(others)),
        (standing.largest, max(others)),
    ):
        assert bounds.low <= true <= bounds.high


@given(worlds())
def test_a_verdict_and_a_gap_hold_for_the_true_values(world):
    standing, mine, others = world
    middle = median(others)
    least, most = standing.mine.minus(standing.median)
    assert least is None or mine - middle >= least - 1e-9
    assert most is None or mine - middle <= most + 1e-9
    if standing.verdict == "higher":
        assert mine > middle
    if standing.verdict == "lower":
        assert mine < middle
    if standing.verdict == "equal":
        assert mine == middle


@given(worlds())
def test_a_wide_range_is_no_rank(world):
    standing, *_ = world
    first, last = standing.rank
    assert standing.ranked == (last - first + 1 <= standing.compared / 2)


def test_bounds_that_touch_cannot_be_told_apart():
    assert Span(5, 10).against(Span(10, 12)) == "cannot_tell"
    assert Span(5, 9).against(Span(10, 12)) == "lower"
    assert Span(5, 5).against(Span(5, 5)) == "equal"
    assert Span(30).against(Span(20, 29)) == "higher"
    assert Span(20, 29).against(Span(30)) == "lower"


def test_without_a_peer_there_is_no_standing():
    alone = Standing(Span(5, 5), (), 0.5)
    assert (alone.ranked, alone.median, alone.largest, alone.verdict) == (
        False,
        None,
        None,
        None,
    )


@pytest.mark.parametrize(
    ("verdict", "others", "holds"),
    [
        ("higher", ["higher", "cannot_tell", "higher"], 2),
        ("lower", ["higher"], 0),
        (None, [None, None], 0),
    ],
)
def test_a_verdict_is_robust_as_far_as_other_peers_give_the_same(
    verdict, others, holds
):
    assert agreeing(verdict, others) == holds
