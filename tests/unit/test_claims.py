"""No sentence of the brief can be said of figures that do not bear it."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dashboard import brief_text, claims
from dashboard.benchmark import Line, Peer
from dashboard.i18n import words
from dashboard.speaker import Speaker, span
from tests.unit.standings import among

SPEAKER = Speaker("zh", "reported", {})
PRAISE = re.compile(
    "优|良|佳|领先|落后|先进|突出|显著|较差|不足|遥遥|第一梯队|成绩|喜人|可喜"
)


def figure(low: float, high: float | None, city: str = "甲试市"):
    return {
        "mention_id": f"m{city}{low}",
        "city": city,
        "surface": f"{low:g}场",
        "unit": "event",
        "value": low,
        "value_low": low,
        "value_high": high,
        "period_kind": "annual",
        "period_text": "2024年",
        "period_start": "2024",
        "period_end": "2024",
        "place": None,
    }


@st.composite
def figures(draw, city="甲试市"):
    low = float(draw(st.integers(0, 40)))
    return figure(
        low, draw(st.one_of(st.none(), st.integers(0, 20).map(low.__add__))), city
    )


@st.composite
def lines(draw):
    """Lines of every footing; the tiers as the gate gives them, and as it never would."""
    mine = draw(figures())
    tiers = st.sampled_from("ABCD")
    peers = tuple(
        Peer(draw(figures(f"丙{place}市")), draw(tiers), ())
        for place in range(draw(st.integers(0, 4)))
    )
    footing = draw(st.sampled_from(("comparable", "indicative", "apart")))
    standing = among(span(mine), [span(peer.figure) for peer in peers])
    return Line({"id": "job_fairs", "zh": "招聘会场次"}, mine, peers, footing, standing)


def bears(line: Line) -> bool:
    """Whether anything may be said at all: tier A or B, and a peer."""
    return (
        line.footing == "comparable"
        and bool(line.peers)
        and all(peer.tier in "AB" for peer in line.peers)
    )


@given(lines(), st.sampled_from([*claims.CLAIMS]))
def test_a_claim_is_said_only_where_it_holds(line, claim):
    middle = line.standing.median
    true = (
        bears(line)
        and {
            "ranked": line.standing.ranked,
            "unranked": not line.standing.ranked,
            "above_median": middle and span(line.mine).low > middle.high,
            "below_median": middle and span(line.mine).high < middle.low,
            "equal_median": line.standing.verdict == "equal",
            "untold_median": line.standing.verdict == "cannot_tell",
        }[claim]
    )
    if true:
        assert brief_text.say(claim, line, SPEAKER)
    else:
        with pytest.raises(claims.UnfoundedError):
            brief_text.say(claim, line, SPEAKER)


@given(lines())
def test_above_and_below_need_disjoint_bounds_and_tier_a_or_b(line):
    if not bears(line):
        with pytest.raises(claims.UnfoundedError):
            brief_text.standing(line, SPEAKER)
        return
    found = claims.pairs(line)
    mine = span(line.mine)
    assert all(mine.low > span(peer.figure).high for peer in found.get("higher", ()))
    assert all(mine.high < span(peer.figure).low for peer in found.get("lower", ()))
    assert sum(map(len, found.values())) == len(line.peers)
    told = "".join(run.text for run in brief_text.standing(line, SPEAKER))
    assert ("高于" in told) == (
        "higher" in found
        or ("above_median" in claims.holding(line) and len(line.peers) > 1)
    )


@given(lines())
def test_every_figure_of_a_paragraph_has_its_note(line):
    if bears(line):
        noted = {run.mention_id for run in brief_text.standing(line, SPEAKER)}
        assert line.mine["mention_id"] in noted
        assert {peer.figure["mention_id"] for peer in line.peers} <= noted


@given(lines())
def test_exactly_one_claim_of_rank_and_one_of_the_median_hold(line):
    held = set(claims.holding(line))
    if bears(line):
        assert len(held & {"ranked", "unranked"}) == 1
        assert len(held - {"ranked", "unranked"}) == 1
    else:
        assert not held


@pytest.mark.parametrize(
    "key", [k for k in words("zh") if k.startswith(("brief.", "benchmark."))]
)
def test_no_template_praises_or_blames(key):
    assert not PRAISE.search(words("zh")[key])
