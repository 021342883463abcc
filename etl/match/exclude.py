"""Tell why a number is none of the city's own achieved figures, before it is scored."""

from __future__ import annotations

import re
from bisect import bisect_right

from etl.match.background import background
from etl.match.everybody import everybody
from etl.match.exclusion_words import EXCLUDING, TESTS, Case, flagged
from etl.match.passages import Passage
from etl.match.persons import speaks, told_of_person
from etl.match.plans import aimed_at, planned_behind, stands
from etl.match.sentences import Sentence
from etl.schema import Quantity, Reason
from etl.structure import START, between, opens_line

KINDS: dict[str, Reason] = {"date": "date", "age": "date", "duration": "date"}
UNITS: dict[str, Reason] = {
    "hour": "other",
    "day": "other",
    "minute": "other",
    "km": "not_listed",
    "level": "policy_text",
}
AVERAGE = "平均"
"""An average age is nobody's story."""
RANKED = ("排在", "排名", "名列", "位列", "位居")
"""What stands before a rank: 位居第三."""
TITLE = ("全国双拥", "全省双拥", "全区双拥")
"""What stands behind the ordinal of a round of naming: 第十二届全国双拥模范城."""
MEETING = re.compile("[全市县区省]{0,2}双拥(?:[^，。；获荣]{0,12}?)(?:大会|会议)")
"""What stands behind the ordinal of a meeting: 市第八次双拥表彰大会."""
SCALE = re.compile("/|(?:、[^，。；、]{1,12}){0,4}的标准")
"""What stands behind a rate: 3万元/人, 一等功5万元、二等功2万元的标准."""
BASE = re.compile("(?:工资|收入|支出)(?:标准)?的?$")
"""What a rate set by policy is a share of."""
MORE_THAN = re.compile("[比较][^，。；、\\d]{1,8}[多少]$")
"""What stands before a difference to another period: 比二季度多40人."""
SLOGAN = re.compile(
    "“(?:[一二三四五六七八九十两][个项][^，。；、“”\\d]{0,8}[、，和]?){2,6}”"
)
"""A slogan that counts its own points: “三个纳入、四个同步、五个一”."""
LONGEST_SLOGAN = 40
WORDS_REACH = 10
STORY_MARKS = 2
"""So many marks of a personal story in one sentence make it one."""


def exclude(page: Passage, index: int) -> Reason | None:
    """Return why a number is no observation at all, or None where it may be one."""
    quantity = page.quantities[index]
    return (
        KINDS.get(quantity.kind)
        or UNITS.get(quantity.unit)
        or _by_print(page.text, quantity)
        or _elsewhere(page, index)
        or _ahead(page, quantity)
        or background(page.text, page.sentence(quantity.start), quantity)
        or _of_all(page, quantity)
        or _by_words(page, index)
    )


def _by_print(text: str, quantity: Quantity) -> Reason | None:
    """Return the reason that the number's own print gives."""
    surface = text[quantity.start : quantity.end]
    if surface == "一次":
        return "not_listed"
    if quantity.kind == "ordinal" and (reason := _by_order(text, quantity)):
        return reason
    if not quantity.unit and surface.isdecimal() and opens_line(text, quantity.start):
        return "other"  # the number of a row: 3 军娃托管班
    if quantity.unit == "CNY" and SCALE.match(text, quantity.end):
        return "policy_text"  # 3万元/人, 按每户2000元的标准
    if quantity.unit == "percent" and BASE.search(text, *_before(quantity)):
        return "policy_text"  # 按照驻地最低工资标准60%发放补贴
    rate = quantity.unit in ("percent", "point")  # a rise is judged by is_growth
    if not rate and MORE_THAN.search(text, *_before(quantity)):
        return "not_listed"
    return "policy_text" if _in_slogan(text, quantity) else None


def _in_slogan(text: str, quantity: Quantity) -> bool:
    """Tell whether a number stands in a slogan, or counts the points of one."""
    surface = text[quantity.start : quantity.end]
    if "%" in surface and quantity.unit != "percent":
        return True  # 七个100%
    if surface[0].isdecimal():
        return False
    opening = text.rfind("“", max(0, quantity.start - LONGEST_SLOGAN), quantity.start)
    slogan = SLOGAN.match(text, opening) if opening >= 0 else None
    return slogan is not None and slogan.end() > quantity.end


def _before(quantity: Quantity) -> tuple[int, int]:
    """Return the stretch right before a number."""
    return max(0, quantity.start - WORDS_REACH), quantity.start


def _elsewhere(page: Passage, index: int) -> Reason | None:
    """Figures of the nation, the province, a neighbour or any other place."""
    whose = page.whose[index] if page.whose else None
    return "elsewhere" if whose is not None and whose.elsewhere else None


def _ahead(page: Passage, quantity: Quantity) -> Reason | None:
    """Figures of a section of plans, planned ones, and titles that are only aimed at."""
    place = bisect_right(page.planned, quantity.start, key=START)
    planned = place > 0 and quantity.start < page.planned[place - 1][1]
    if planned:
        clause = page.sentence(quantity.start).clause(quantity.start)[0]
        planned = not stands(page.text, clause, quantity)
    aimed = quantity.kind in ("run", "ordinal") and aimed_at(page.text, quantity)
    behind = planned_behind(page.text, quantity)
    return "target" if planned or aimed or behind else None


def _of_all(page: Passage, quantity: Quantity) -> Reason | None:
    """Figures of everybody, of whom those who serve are a part."""
    sentence = page.sentence(quantity.start)
    span = sentence.start, sentence.end
    of_all = everybody(page.text, span, (quantity.start, quantity.end))
    return "not_listed" if of_all else None


def _by_order(text: str, quantity: Quantity) -> Reason | None:
    """Return the reason of an ordinal that counts nothing: a rank, a round of naming."""
    if not quantity.classifier and quantity.kind == "ordinal":
        return "not_listed"  # 名列全市第一: a rank counts no occasion
    if text[max(0, quantity.start - 2) : quantity.start].endswith(RANKED):
        return "not_listed"
    is_round = text[quantity.end - 1] == "届" and text.startswith(TITLE, quantity.end)
    return "date" if is_round or MEETING.match(text, quantity.end) else None


def _by_words(page: Passage, index: int) -> Reason | None:
    """Return the reason that the words of the sentence give."""
    quantity = page.quantities[index]
    sentence = page.sentence(quantity.start)
    aged = _ages(page, sentence)
    if not (sentence.flags & EXCLUDING or aged):
        return _personal(page, sentence, quantity)
    left = sentence.clause(quantity.start)[0]
    opened = [cue for cue in sentence.marked if cue[0] < quantity.start]
    clause = [cue for cue in opened if cue[0] >= left]
    case = Case(page, sentence, index, quantity, clause, opened)
    for flag, test in TESTS:
        if sentence.flags & flag and (reason := test(case)):
            return reason
    return _story(case, aged) or _personal(page, sentence, quantity)


def _story(case: Case, ages: int) -> Reason | None:
    """One person's story: several marks of a person in the sentence."""
    words = flagged(case.sentence.marked, "story")
    before = [end for start, end, _ in words if start < case.quantity.start]
    if before and speaks(case.page.text, before[-1], case.quantity.start):
        return None
    marks = len({word.text for _, _, word in words}) + ages
    return "person_story" if marks >= STORY_MARKS else None


def _personal(page: Passage, sentence: Sentence, quantity: Quantity) -> Reason | None:
    """One named person's story: 退役军人王某创办的公司年产值3000万元."""
    told = told_of_person(page.text, sentence.start, quantity.start, quantity.end)
    return "person_story" if told else None


def _ages(page: Passage, sentence: Sentence) -> int:
    """Return how many ages a sentence states: 85岁的老兵."""
    ages = between(page.ages, sentence.start, sentence.end)
    return sum(AVERAGE not in page.text[max(0, at - 6) : at] for at in ages)
