"""What holds of the extraction on any text."""

from __future__ import annotations

import time

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from etl.codebook import load_codebook
from etl.extract import LONGEST, extract_text
from etl.schema import REASONS

WORDS = (
    "举办招聘会 30场 其中 分别 不计在内 退役军人 官兵 慰问金 380万元 培训 600人 每人 全国",
    "全市 预计 明年 比上年增加 72岁 他 第9次 全国双拥模范城 12% 共 近 余 万 亿 另有 60个",
    "2020年10月 服务站 253户449人 植树 2300亩 、 ， 。 ； ： （ ） “ ”",
)
PIECES = ["\n", *(word for line in WORDS for word in line.split())]
TEXTS = st.lists(st.sampled_from(PIECES), max_size=40).map("".join)
FAR = "\n市里召开会议，部署工作。" * 3 + "\n"


@given(st.one_of(TEXTS, st.text()))
@example("\n")
@example("30场")
@example("10\n6名")
@example("：“”30场")
@settings(deadline=None)
def test_spans_lead_back_to_the_stored_text(text):
    for mention in extract_text(text, published="2021-06-01", doc="d"):
        assert text[mention.start : mention.end] == mention.surface
        assert text[mention.sentence_start : mention.sentence_end] == mention.sentence
        assert mention.sentence_start <= mention.start
        assert mention.end <= mention.sentence_end


@given(TEXTS)
@settings(deadline=None)
def test_each_number_has_an_indicator_or_a_named_reason(text):
    ids = {indicator.id for indicator in load_codebook().indicators}
    mentions = extract_text(text)
    assert [m.start for m in mentions] == sorted({m.start for m in mentions})
    for mention in mentions:
        assert (mention.indicator is None) == (mention.reason is not None)
        assert mention.reason is None or mention.reason in REASONS
        assert mention.indicator is None or mention.indicator in ids
        assert mention.indicator not in mention.rivals


@given(TEXTS)
@settings(deadline=None)
def test_the_same_text_gives_the_same_mentions(text):
    assert extract_text(text) == extract_text(text)


@pytest.mark.parametrize("name", ["brief-01", "county-03", "report-05", "daily-07"])
def test_what_stands_far_away_changes_nothing(name, passages):
    """Not even the paragraph before, where two of no meaning stand between."""
    text = passages[name].replace("\r\n", "\n")
    head, tail = f"工作情况{FAR}", f"{FAR}驻军出动官兵300人次抗洪。"
    alone, among = extract_text(head + text), extract_text(head + text + tail)
    verdicts = [(m.surface, m.indicator, m.reason, m.margin, m.cues) for m in alone]
    assert verdicts == [
        (m.surface, m.indicator, m.reason, m.margin, m.cues)
        for m in among
        if m.end <= len(head + text)
    ]


def test_a_sentence_without_end_is_quoted_around_its_number():
    text = "军属" * LONGEST + "30户" + "军属" * LONGEST
    (mention,) = extract_text(text)
    assert len(mention.sentence) <= 2 * LONGEST + len("30户")
    assert "30户" in mention.sentence


def timed(text):
    began = time.process_time()
    extract_text(text)
    return time.process_time() - began


@pytest.mark.parametrize(
    "piece",
    [
        "举办招聘会30场，培训退役军人600人；慰问金380万元、",
        "他每人",
        "分别30人、",
        "退役军人",
        "1",
    ],
)
def test_time_grows_no_faster_than_the_text(piece):
    """One sentence without end: four times the text, at most eight times the time."""

    def seconds(count):
        return min(timed(piece * count) for _ in range(2))

    count = 12000 // len(piece)
    extract_text(piece)
    assert seconds(4 * count) < 8 * max(seconds(count), 0.02)
