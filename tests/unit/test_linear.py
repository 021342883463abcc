"""Four times the text is four times the work, whatever the text: counted, not timed."""

from __future__ import annotations

import sys
from collections import Counter

import pytest

from etl.extract import extract_text
from etl.match import scoring
from etl.match.verdicts import PAIRS_AT_ONCE

SHAPES = {
    "one clause of cues and numbers": "举办招聘会{n}场培训退役军人{n}人",
    "numbers and nothing else": "{n}人",
    "bare numbers with spaces": "{n} ",
    "commas without an end": "招聘会{n}场，优待证{n}张，",
    "list marks without an end": "军属{n}户、优待证{n}张、",
    "lists of 分别": "招聘会、演出分别{n}场和{n}场，",
    "brackets that never close": "（其中招聘会{n}场",
    "quotation marks that never close": "“招聘会{n}场",
    "book titles that never close": "《招聘会{n}场",
    "places and numbers": "浑江区、江源区{n}人",
    "dates without a full stop": "2021年{n}月举办招聘会{n}场",
    "hedges without a number": "不少于超过近约上百数十余多",
    "line ends inside numbers": "举办招聘会{n}\n场",
    "short paragraphs": "举办招聘会{n}场。\n",
}
TIMES = 4
SLACK = 1.25
PIECES = 40


def told(shape, pieces):
    """Return a text of so many pieces, no two with the same numbers."""
    return "".join(shape.format(n=1000 + 7 * piece) for piece in range(pieces))


def work(text):
    """Return how many functions a reading calls, Python's and those of C."""
    calls = Counter()

    def count(_frame, event, _argument):
        calls[event] += 1

    sys.setprofile(count)
    try:
        extract_text(text)
    finally:
        sys.setprofile(None)
    return calls["call"] + calls["c_call"]


@pytest.mark.parametrize("shape", SHAPES.values(), ids=SHAPES)
def test_the_calls_grow_with_the_text(shape):
    extract_text(told(shape, TIMES * PIECES))  # what is kept between readings is kept
    less, more = (work(told(shape, size)) for size in (PIECES, TIMES * PIECES))
    assert more <= TIMES * SLACK * less


@pytest.fixture
def pairs(monkeypatch):
    """Return a list that gets the number of pairs of each stretch that is scored."""
    counts = []

    def counted(*arguments):
        found = pair_up(*arguments)
        counts.append(len(found.number))
        return found

    pair_up = scoring.pair_up
    monkeypatch.setattr(scoring, "pair_up", counted)
    return counts


def test_a_number_is_paired_with_the_cues_around_it_only(pairs):
    shape = SHAPES["one clause of cues and numbers"]
    extract_text(told(shape, 150))
    less = sum(pairs)
    pairs.clear()
    extract_text(told(shape, 150 * TIMES))
    assert less < sum(pairs) <= TIMES * SLACK * less
    assert max(pairs) <= PAIRS_AT_ONCE
