"""A standing is told as far as its counts allow, and gaps hold for any values."""

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
def pairs(draw):
    """Two spans, and a value that each may stand for."""
    mine, other = draw(spans()), draw(spans())
    return mine, other, draw(inside(mine)), draw(inside(other))


@given(pairs())
def test_a_verdict_and_a_gap_hold_for_the_true_values(pair):
    mine, other, a, b = pair
    least, most = mine.minus(other)
    assert least is None or a - b >= least - 1e-9
    assert most is None or a - b <= most + 1e-9
    verdict = mine.against(other)
    assert {"higher": a > b, "lower": a < b, "equal": a == b}.get(verdict, True)


@pytest.mark.parametrize(
    ("higher", "lower", "rank", "ranked"),
    [
        (0, 3, (1, 1), True),
        (1, 1, (2, 3), True),
        (0, 1, (1, 3), False),
        (0, 0, (1, 4), False),
    ],
)
def test_a_range_wider_than_half_is_no_rank(higher, lower, rank, ranked):
    standing = Standing(Span(5), 0.5, peers=3, higher=higher, lower=lower)
    assert (standing.compared, standing.rank, standing.ranked) == (4, rank, ranked)


def test_bounds_that_touch_cannot_be_told_apart():
    assert Span(5, 10).against(Span(10, 12)) == "cannot_tell"
    assert Span(5, 9).against(Span(10, 12)) == "lower"
    assert Span(5, 5).against(Span(5, 5)) == "equal"
    assert Span(30).against(Span(20, 29)) == "higher"
    assert Span(20, 29).against(Span(30)) == "lower"


def test_the_verdict_is_on_the_median():
    standing = Standing(Span(5, 9), 0.5, peers=2, median=Span(10, 12))
    assert standing.verdict == "lower"


def test_without_a_peer_there_is_no_standing():
    alone = Standing(Span(5, 5), 0.5)
    assert (alone.ranked, alone.verdict) == (False, None)


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
