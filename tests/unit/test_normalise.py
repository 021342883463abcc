"""The logical text: one spelling, joined lines, and an exact map to the stored text."""

import random
import time
from itertools import pairwise

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from etl.normalise import normalise
from etl.normalise.fold import DROPPED, fold

# Characters that take part in a decision, so that random texts reach the rules.
TELLING = (
    "0123456789０１２.,，．:：;；!！?？%％()（）\"'“”‘’「」—–-~～○〇二年月日个名万余"
)
TEXTS = st.text(
    st.one_of(
        st.sampled_from(TELLING + " \t\u3000\n\r\ufeff\u200b\xa0"),
        st.sampled_from("全市共召开退役军人招聘会一是。"),
        st.characters(),
    ),
    max_size=200,
)

SPELLINGS = [
    ("召 开", "召开"),
    ("272 名", "272名"),
    ("召　开\u00a0会", "召开会"),
    ("2021-03-12 12:30", "2021-03-12 12:30"),
    ("共20 30", "共20 30"),
    ("电话0431 82902222转", "电话0431 82902222转"),
    ("2020 30场", "2020 30场"),
    ("12 34 56名", "12 34 56名"),
    ("培训COVID 19 班", "培训COVID 19班"),
    ("共1 028名", "共1028名"),
    ("投入3 60余万元", "投入360余万元"),
    ("共１，０ ２８名", "共1,028名"),
    ("投入4, 350万元", "投入4,350万元"),
    ("岗位1. 2万个", "岗位1.2万个"),
    ("1. 5家企业", "1. 5家企业"),
    ("１２，０００．５人", "12,000.5人"),
    ("四年来,12人", "四年来，12人"),
    ("2020,300名", "2020，300名"),
    ("5,6月", "5，6月"),
    ("车间, 720名", "车间，720名"),
    ("白山市:军地合力", "白山市：军地合力"),
    ("成功了!真的?是;", "成功了！真的？是；"),
    ("见http://a.cn:80/x?y=1", "见http://a.cn:80/x?y=1"),
    ("12：30开始", "12:30开始"),
    ("１５％（含）", "15%(含)"),
    ("30—50万元", "30-50万元"),
    ("20名～30名", "20名-30名"),
    ("他——你", "他——你"),
    ("二○二二年", "二〇二二年"),
    ("①加强㎡", "①加强㎡"),
    ("⼾⺠⻋", "户民车"),
    ('"四战四平"和"英雄城"', "“四战四平”和“英雄城”"),
    ("「双拥」『模范』", "“双拥”‘模范’"),
    ("他说:'好'。it's", "他说：‘好’。it's"),
    ("\ufeff全\u200b市", "全市"),
    ("&nbsp;&nbsp;全市&nbsp;30&nbsp;场", "全市30场"),
]


@pytest.mark.parametrize(("printed", "read"), SPELLINGS)
def test_one_spelling(printed, read):
    assert normalise(printed).text == read


JOINED = [
    (
        "招聘会办到了家门口。共接收转业军官10\n6名",
        "招聘会办到了家门口。共接收转业军官106名",
    ),
    ("服役满两年,安\n置率100%。", "服役满两年，安\n置率100%。"),
    ("一年来。全市共召\n开会议。", "一年来。全市共召开会议。"),
    ("协调银行放贷4,\n350万元", "协调银行放贷4,350万元"),
    ("今年年初,新冠肺炎疫情突然暴发,\n\n市人武部组织", None),
    ("第一段结束。\n第二段开始", "第一段结束。\n第二段开始"),
    ("双拥花盛开\n通辽市支持国防建设。", "双拥花盛开\n通辽市支持国防建设。"),
    ("2023-03-20\n3月18日上午召开。", "2023-03-20\n3月18日上午召开。"),
    ("王代表：\n您提出的建议收悉。", "王代表：\n您提出的建议收悉。"),
    ("措施有力。投入巨大\n一、加强领导", "措施有力。投入巨大\n一、加强领导"),
    ("捷报!夺得六连冠\n10月20日喜讯传来。", "捷报！夺得六连冠\n10月20日喜讯传来。"),
    ("第一段。\r\n\r\n第二段。\r\n", "第一段。\n第二段。"),
    ("第一段。\r第二段。", "第一段。\n第二段。"),
    ("建立帮扶机制。在奈曼旗探\n\n索建立应急班。", None),
    (
        "建立帮扶机制。在奈曼旗\n\n6月12日举行。",
        "建立帮扶机制。在奈曼旗\n6月12日举行。",
    ),
]


@pytest.mark.parametrize(("printed", "read"), JOINED)
def test_lines_are_joined_where_the_sentence_goes_on(printed, read):
    assert normalise(printed).text == (read or printed_in_one(printed))


def printed_in_one(printed):
    return printed.replace("\n", "").replace(",", "，")


WRAPPED = """全市双拥工作综述
　　市委市政府高度重视双拥工作每年都要
专题研究解决部队的困难以及官兵的后顾之
忧累计投入资金三千二百万元用于营房改造
训练设施建设和慰问官兵。
　　驻地部队积极参加地方建设先后出动兵
力一万两千人次车辆三百台次抢险救灾深受
群众好评。全市上下形成了关心国防支持国
防建设国防的浓厚氛围。同时大力开展慰问。
活动丰富多彩。"""


def test_hard_wrapped_print_is_read_as_paragraphs():
    lines = normalise(WRAPPED).text.split("\n")
    assert [line[:4] for line in lines] == ["全市双拥", "市委市政", "驻地部队"]
    assert "后顾之忧累计" in lines[1]
    # A full line that ends in a full stop goes on: the next one has no indent.
    assert lines[2].endswith("大力开展慰问。活动丰富多彩。")


def test_siping_words_are_whole(articles):
    text = normalise(articles["siping-2025"]).text
    assert "全国双拥模范城(县)命名大会在北京召开" in text
    assert "有272名自主择业军转干部" in text
    assert "成熟" not in text
    assert "配型成功的电话打来，曲雷当即" in text


def test_pinghu_sentences_reach_over_broken_pages(articles):
    text = normalise(articles["pinghu-2020"]).text
    assert "疫情暴发，市人武部高效组织1860名" in text
    assert "帮扶基金" in text
    assert "关心关爱退役军人服务联盟" in text
    assert "\n###“实”处着力，创新军民深度融合发展格局\n" in text


@given(TEXTS)
@example("\r\n")
@example("0\x00 A")
@example("1,\n000\n\n\n, 5")
def test_positions_rise_and_point_at_what_was_read(raw):
    logical = normalise(raw)
    positions = list(logical.positions)
    assert len(positions) == len(logical.text)
    assert all(a < b for a, b in pairwise(positions))
    assert all(0 <= p < len(raw) for p in positions)
    folds = fold(raw)
    for char, position in zip(logical.text, positions, strict=True):
        assert same_sign(folds[position], char), (folds[position], char)


SPELLED = {
    (",", "，"),
    (":", "："),
    (";", "；"),
    ("!", "！"),
    ("?", "？"),
    ("—", "-"),
    ("~", "-"),
    ("○", "〇"),
    ("◯", "〇"),
    ('"', "“"),
    ('"', "”"),
    ("'", "‘"),
    ("'", "’"),
    ("\t", " "),
    ("\n", " "),
}


def same_sign(folded, char):
    return folded == char or (folded, char) in SPELLED


@given(TEXTS)
def test_nothing_but_blanks_is_left_out(raw):
    logical = normalise(raw)
    kept = set(logical.positions)
    folds = fold(raw)
    lost = {char for place, char in enumerate(folds) if place not in kept}
    assert lost <= set(" \t\n" + DROPPED)


@given(TEXTS, st.integers(0, 200), st.integers(1, 200))
def test_a_span_comes_back_as_the_same_characters(raw, start, length):
    logical = normalise(raw)
    end = min(start + length, len(logical.text))
    if start < end:
        left, right = logical.raw_span(start, end)
        kept = [p for p in logical.positions if left <= p < right]
        assert kept == list(logical.positions[start:end])


@given(TEXTS.map(lambda text: text.replace("\n", "").replace("\r", "")))
def test_a_line_in_its_spelling_stays_as_it_is(raw):
    once = normalise(raw).text.replace("\n", "")
    assert normalise(once).text == normalise(normalise(once).text).text


def test_the_articles_stay_as_they_are_when_read_twice(articles, passages):
    for text in (articles | passages).values():
        once = normalise(text).text
        if (
            "雅城田" not in once
        ):  # rubbish of a caption, told apart by a blank line only
            assert normalise(once).text == once


@pytest.mark.parametrize("kind", ["lines", "spaces", "quotes", "digits", "newlines"])
def test_time_grows_with_length_only(kind):
    piece = {
        "lines": "全市共召开退役军人招聘会30\n场，提供岗位1. 2万个。",
        "spaces": "召 开 " * 10,
        "quotes": '"双拥"' * 10,
        "digits": "1 2 3,4 " * 5,
        "newlines": "\n \n\t\n" * 5,
    }[kind]
    short, long = piece * 500, piece * 5000
    normalise(short)
    fast = min(timed(short) for _ in range(3))
    assert timed(long) < 40 * fast + 0.05


def timed(text):
    began = time.process_time()
    normalise(text)
    return time.process_time() - began


def test_a_torn_print_reads_like_the_whole_one():
    """Blanks and line ends put anywhere into running text change no word of it."""
    whole = (
        "近三年，全区遴选承训机构14家，投入教育培训资金360余万元，1028名退役士兵"
        "学到一技之长；举办招聘会32场。创业方面，扶持企业95家，协调银行放贷4,350万元。"
    )
    dice = random.Random(7)
    for _ in range(50):
        torn = "".join(
            char + dice.choice((" ", "\n")) if dice.random() < 0.08 else char
            for char in whole[:-1]
        )
        assert normalise(whole[:40] + torn[40:]).text.count("。") == 1
