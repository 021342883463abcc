"""The hard conditions of the indicators: needed words, kinds of titles, ceilings, growth.

Each answer is a number whose bits are the indicators that a condition shuts out.
"""

from __future__ import annotations

import re
from functools import cache

from etl.codebook import Indicator
from etl.match.paragraphs import bits, needing
from etl.match.passages import Passage
from etl.match.sentences import Sentence
from etl.match.units import THINGS
from etl.match.words import FLAGS
from etl.schema import Quantity

LIMIT = re.compile("最高|不超过|最多|上限|封顶|以内")
LIMIT_REACH = 12
RUN_WORD = re.compile("连着|接连|一连|连续|蝉联|连获|连任|连夺")
RUN_REACH = 6
GROWTH_REACH = 8
SPEED = re.compile("增幅|涨幅|提幅|增长幅度|提标幅度|递增")
POINTS = "百分点"
DIFFERENCE = re.compile("[高低多少升降增减快]出?$")
"""What stands before percentage points that tell two rates apart."""
SPEED_BEHIND = re.compile(
    "(?:以上|左右)?的(?:幅度|增幅|涨幅|比例(?:递增|提高|增长|上调|提标))"
)
PROVINCIAL, RUN = "provincial_model_titles", "model_city_run"
TITLES = ("model_city_titles", RUN, PROVINCIAL)
ISSUES = "bulletins"
"""Ordinals and runs count titles only, and issues and events: 编到第96期."""
UP_TO = ("到", "至")
TIMES = "度"
"""七度捧回 counts how often, in a row or not."""
UNTITLED = THINGS - {"块"}
"""Unit words that count no titles; 块 counts their plaques."""


def shut_out(page: Passage, sentence: Sentence, quantity: Quantity) -> int:
    """Return the indicators whose hard conditions a number does not meet, as bits."""
    text = page.text
    ordinal = quantity.kind in ("ordinal", "run")
    return _without_needed(sentence, quantity) | _of_other_kind(
        is_growth(text, sentence, quantity),
        ordinal,
        ordinal and _counts_up_to(text, quantity),
        _is_run(text, quantity),
        _is_limit(text, quantity),
        quantity.classifier in UNTITLED,
    )


@cache
def _of_other_kind(
    growth: bool, ordinal: bool, counted_up: bool, run: bool, limit: bool, thing: bool
) -> int:
    """Return the indicators that take no number of a kind."""

    def takes(indicator: Indicator) -> bool:
        if indicator.growth != growth or (indicator.limit and not limit):
            return False
        if limit and indicator.unit == "CNY" and not indicator.limit:
            return False  # a ceiling is nothing that was paid: 最高50万元
        if indicator.id in TITLES:
            return not thing and (
                indicator.id == PROVINCIAL or run == (indicator.id == RUN)
            )
        counts = indicator.id == ISSUES or indicator.unit == "event"
        return not ordinal or (counted_up and counts)

    return bits(lambda indicator: not takes(indicator))


def _without_needed(sentence: Sentence, quantity: Quantity) -> int:
    """Return the indicators of which no needed word stands in reach, or a barred one.

    What the clause needs may stand in the one before: 常住人口62万，退役军人2.3万人.
    """
    lacking, barred = needing().clause, 0
    if sentence.needy:
        start, end = sentence.clause(quantity.start)
        start = sentence.clause(max(sentence.start, start - 1))[0]
        semicolon = sentence.ranks(quantity.start)[0]
        for at, _, word in sentence.needy:
            if start <= at < end:
                lacking &= ~word.needed.clause
            if word.needed.never and sentence.ranks(at)[0] == semicolon:
                barred |= word.needed.never
    return sentence.paragraph.missing | lacking | barred


def is_growth(text: str, sentence: Sentence, quantity: Quantity) -> bool:
    """Tell whether a percentage is a difference: the word stands right before it.

    A word that names the rate of growth may stand anywhere before it in its clause:
    年均增幅达到10%以上; or behind it: 以15%的幅度增长.
    """
    if quantity.unit != "percent":
        return False
    if SPEED.search(text, sentence.clause(quantity.start)[0], quantity.start):
        return True
    before = max(0, quantity.start - 2), quantity.start
    if SPEED_BEHIND.match(text, quantity.end) or (
        text.endswith(POINTS, 0, quantity.end) and DIFFERENCE.search(text, *before)
    ):
        return True
    if not sentence.flags & FLAGS["growth"]:
        return False
    return any(
        word.flags & FLAGS["growth"] and right_before(text, quantity, end)
        for start, end, word in sentence.marked
        if quantity.start - GROWTH_REACH <= start < quantity.start
    )


def right_before(text: str, quantity: Quantity, end: int) -> bool:
    """Tell whether a word of growth governs a number: not 增加到, which is a level."""
    link = text[end : quantity.start]
    return len(link) <= 2 and not any(word in link for word in "到至为")


def _is_limit(text: str, quantity: Quantity) -> bool:
    """Tell whether a number is a ceiling: the word stands in its own clause."""
    start = max(0, quantity.start - LIMIT_REACH)
    start = max(start, text.rfind("，", start, quantity.start) + 1)
    found = quantity.qualifier == "at_most" or LIMIT.search(text, start, quantity.end)
    return bool(found)


def _is_run(text: str, quantity: Quantity) -> bool:
    """Tell whether a number counts titles in a row: 四连冠, 连续四次."""
    start = max(0, quantity.start - RUN_REACH)
    if quantity.kind == "run" and quantity.classifier != TIMES:
        return True
    return bool(RUN_WORD.search(text, start, quantity.start))


def _counts_up_to(text: str, quantity: Quantity) -> bool:
    """Tell whether an ordinal is a count: 编到第96期, 相亲会办到了第九回."""
    return text[max(0, quantity.start - 2) : quantity.start].rstrip("了")[-1:] in UP_TO
