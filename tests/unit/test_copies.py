"""What is printed again is read once, and nothing of it is lost."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from etl.detect import find_quantities
from etl.extract import extract_text
from etl.normalise import copies, covered, normalise, whole_paragraphs

LINES = (
    "2020年10月20日，全市举办退役军人专场招聘会12场，提供岗位3600余个。",
    "三、优抚对象",
    "全年发放抚恤补助金1.2亿元，惠及优抚对象8900余人，其中烈属120户。",
    "走访慰问驻军单位15个，送去慰问金近80万元。",
    "驻军官兵义务植树2300亩，其中包括一条3公里长的",
    "防护林。据统计，共有450名随军家属得到安置，安置率达100%。",
)
PAGES = st.lists(st.sampled_from(LINES), min_size=1, max_size=9).map("\n".join)
TEXTS = st.lists(PAGES, min_size=1, max_size=4).map("\n".join)


def told(mention):
    return mention.surface, mention.value, mention.value_low, mention.value_high


@given(TEXTS)
@settings(deadline=None)
def test_every_number_of_a_copy_is_there_as_if_it_were_read(text):
    logical = normalise(text)
    found = [
        (*logical.raw_span(one.start, one.end), one.value)
        for one in find_quantities(logical.text)
    ]
    mentions = extract_text(text, published="2021-01-05")
    assert [(one.start, one.end, one.value) for one in mentions] == found
    for mention in mentions:
        assert text[mention.start : mention.end] == mention.surface


@given(TEXTS)
@settings(deadline=None)
def test_what_is_covered_stands_before_word_for_word(text):
    text = normalise(text).text
    found = whole_paragraphs(text, list(copies(text)))
    for start, end, origin in found:
        assert text[start:end] == text[origin : origin + end - start]
        assert origin + end - start <= start
        assert start == 0 or text[start - 1] == "\n"
        assert text[end] == "\n"
    hidden = covered(text, found)
    assert len(hidden) == len(text)
    assert len(find_quantities(hidden)) <= len(find_quantities(text))


@pytest.mark.parametrize("times", [2, 3, 5])
def test_an_article_told_again_adds_duplicates_only(times, articles):
    text = articles["pinghu-2020"] + "\n"
    once = extract_text(text)
    often = extract_text(text * times)
    assert often[: len(once)] == once
    assert [told(one) for one in often] == [told(one) for one in once] * times
    later = often[len(once) :]
    assert {one.reason for one in later if one.surface.endswith("名")} == {"duplicate"}
    assert not [one for one in later if one.indicator]


def test_what_follows_a_copy_may_lean_on_its_end():
    page = "\n".join((*LINES, "2021年4月3日，市里举办军民同心音乐会。"))
    text = f"{page}\n再说一遍。\n{page}\n现场展出退役军人创办的企业30家。\n"
    assert whole_paragraphs(text, list(copies(text)))
    last = extract_text(text)[-1]
    assert (last.period.kind, last.period.start) == ("event", "2021-04-03")
