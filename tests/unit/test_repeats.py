"""Stretches printed before: found wherever they begin, in time that grows with length."""

import json
import time
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from etl.normalise import normalise, repeated_spans

GOLD = Path(__file__).parent.parent / "corpus"
PASSAGE = "四年来，共为30名现役军人子女办理入学手续，发放补助金120万元。"


def repeats(text):
    return [text[start:end] for start, end in repeated_spans(text)]


def test_a_paragraph_printed_twice_is_found_once():
    text = f"这是开头。\n{PASSAGE}\n再是中间。\n{PASSAGE}\n结尾。"
    assert repeats(text) == [PASSAGE]
    assert repeated_spans(text)[0][0] > text.index("中间")


def test_a_copy_inside_other_words_is_found_to_its_very_ends():
    text = f"甲乙丙{PASSAGE}丁\n戊己庚辛，如前所述{PASSAGE}壬"
    assert repeats(text) == [PASSAGE]


def test_a_third_copy_is_a_copy_too():
    assert repeats(f"{PASSAGE}\n甲。{PASSAGE}\n乙。{PASSAGE}") == [PASSAGE, PASSAGE]


@pytest.mark.parametrize(
    "text",
    [
        "",
        "退役军人事务局召开会议。\n退役军人事务局召开会议。",
        "发放补助金120万元，惠及30人。去年发放补助金120万元，惠及40人。",
    ],
)
def test_a_common_phrase_is_no_repeat(text):
    assert repeats(text) == []


def test_every_line_labelled_duplicate_lies_in_a_repeat(articles, passages):
    missed = [
        (doc, row["surface"], row["start"])
        for doc, row in duplicates()
        if not in_repeat((articles | passages)[doc], row["start"], row["end"])
    ]
    assert missed == []


def test_no_line_labelled_otherwise_lies_in_a_repeat(articles, passages):
    wrong = [
        (doc, row["surface"], row["start"])
        for doc, row in labels()
        if row["why_null"] != "duplicate"
        and in_repeat((articles | passages)[doc], row["start"], row["end"])
    ]
    assert wrong == []


def labels():
    for path in sorted(GOLD.glob("*/*.jsonl")):
        for line in path.read_text(encoding="utf-8").splitlines():
            yield path.stem, json.loads(line)


def duplicates():
    return [(doc, row) for doc, row in labels() if row["why_null"] == "duplicate"]


def in_repeat(raw, start, end):
    logical = normalise(raw)
    spans = [logical.raw_span(*span) for span in repeated_spans(logical.text)]
    return any(left <= start and end <= right for left, right in spans)


@given(st.text(alphabet="甲乙丙丁，。\n12万", max_size=300))
def test_a_span_repeats_earlier_text_and_spans_lie_apart(text):
    last = 0
    for start, end in repeated_spans(text):
        assert last <= start < end <= len(text)
        assert text.index(text[start:end]) < start
        last = end


@pytest.mark.parametrize(
    "piece", [PASSAGE, "甲", "甲乙丙丁，", "甲乙丙丁戊1，甲乙丙丁戊2，"]
)
def test_time_grows_with_length_only(piece):
    def timed(text):
        began = time.process_time()
        repeated_spans(text)
        return time.process_time() - began

    short, long = piece * 2000, piece * 20000
    fast = min(timed(short) for _ in range(3))
    assert timed(long) < 40 * fast + 0.05
