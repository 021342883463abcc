"""Figures of everybody in a place, of whom those who serve are only a part."""

from __future__ import annotations

import re

STEMS = (
    "[军兵烈戎]|退役|退伍|转业|双拥|优抚|优待|拥|部队|驻|官兵|战士|光荣|功臣|国防"
    "|服务对象|服务[站队]"
)
SERVED = re.compile(STEMS)
"""Stems of the words for those who serve or served, and for what is done for them."""
DONE_FOR_THEM = re.compile(f"{STEMS}|慰|走访|抚恤|喜报")
PART = re.compile(f"(?:其中|里头)[^，。；]{{0,8}}?(?:{STEMS})")
WHOLE = re.compile("全[市县区旗州盟省]")


def names_served(text: str, start: int, end: int) -> bool:
    """Tell whether a stretch names those who serve or served."""
    return bool(SERVED.search(text, start, end))


def speaks_of_all(text: str, start: int, end: int) -> bool:
    """Tell whether a stretch speaks of a whole place: 全市."""
    return bool(WHOLE.search(text, start, end))


def everybody(text: str, sentence: tuple[int, int], number: tuple[int, int]) -> bool:
    """Tell whether a number counts everybody, and those who serve come as a part.

    全市安置就业困难人员3900人，其中退役军人86人.

    Args:
        text: the logical text.
        sentence: span of the number's sentence.
        number: its own span.
    """
    start, end = sentence
    if text.find("其中", number[1], end) < 0 or not PART.search(text, number[1], end):
        return False
    if DONE_FOR_THEM.search(text, start, number[0]):
        return False
    clause = re.split("[，。；]", text[number[1] : end], maxsplit=1)[0]
    return speaks_of_all(text, start, number[0]) and not SERVED.search(clause)
