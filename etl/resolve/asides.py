"""Periods that date one figure only, told in passing."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Sequence

from etl.resolve.clock import YEARS, Expression
from etl.resolve.periodwords import cue

FORMER = re.compile("(?:同期)?[还只仅才]{0,2}[为是][^，。；、为是]{1,10}(?=[，。；])")
"""What stands behind a year that only dates the figure to compare: 上年为251份."""
RISE = re.compile(
    "(?:平均)?(?:递增|提高|增长|上调|上浮|提标|增加|上涨)[^，。；]{0,12}(?=[，。；])"
)
"""What stands behind 每年 where it only tells how fast a rate rises."""
FROM = ("由", "从")
"""What stands before a year that only dates a former value: 由2018年的46家增至519家."""
ASIDE = 30
"""So many characters an aside in brackets is long, at most."""


def is_aside(text: str, ends: Sequence[int], told: Expression, position: int) -> bool:
    """Tell whether a period does not reach a position behind the figure that it dates.

    Args:
        text: the logical text.
        ends: ends of all its quantities, sorted.
        told: the period.
        position: where a figure behind it begins.
    """
    return _in_brackets(text, ends, told, position) or _compares(text, told, position)


def _in_brackets(
    text: str, ends: Sequence[int], told: Expression, position: int
) -> bool:
    """Tell whether a period stands in brackets with a figure, and dates only that.

    培训1204人(年初目标值1200人)；购买服务88万元.
    """
    closing = text.find(")", told.end, min(position, told.end + ASIDE))
    if closing < 0:
        return False
    opening = text.rfind("(", max(0, told.start - ASIDE), told.start)
    if opening < 0 or text.find(")", opening, told.start) >= 0:
        return False
    return bisect_right(ends, closing) > bisect_right(ends, told.end)


def _compares(text: str, told: Expression, position: int) -> bool:
    """Tell whether a year only dates a figure to compare, or a rise, that is over.

    立功喜报274份，上年为251份；奖励金183万元. 各项标准每年提高8%以上；先后安置311名.
    """
    if told.role not in YEARS and told.role != "yearly":
        return False
    pattern = RISE if told.role == "yearly" else FORMER
    if text.startswith(FROM, max(0, told.start - 1)):
        pattern = cue("grown_to")
    behind = pattern.match(text, told.end)
    return behind is not None and behind.end() <= position
