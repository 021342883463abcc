"""Tell why a number is none of the city's own achieved figures, before it is scored."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Callable, Sequence
from dataclasses import dataclass

from etl.match.background import background
from etl.match.conditions import right_before
from etl.match.cues import Cue
from etl.match.passages import Passage
from etl.match.persons import told_of_person
from etl.match.plans import aimed_at
from etl.match.refusals import Group
from etl.match.sentences import Sentence
from etl.match.words import ARMY, FLAGS
from etl.schema import Quantity, Reason

KINDS: dict[str, Reason] = {"date": "date", "age": "date", "duration": "date"}
UNITS: dict[str, Reason] = {
    "hour": "other",
    "day": "other",
    "minute": "other",
    "km": "not_listed",
    "level": "policy_text",
}
AVERAGE_REACH = 8
"""Characters before a number in which a word makes it an average."""
APART_REACH = 1
"""Commas behind a number over which 不计在内 still speaks of it."""
SHARE = "占"
"""A word of growth only before a percentage."""
LISTED = 5
"""So many numbers of one clause may be set apart together."""
DONE = re.compile("已(?!经?(?:有条件|明确|确定|列入|纳入|制定))|目前|现有|累计|截至")
"""Words that say that a thing is done."""
STORY_MARKS = 2
"""So many marks of a personal story in one sentence make it one."""


@dataclass(slots=True)
class Case:
    """One number before the question why it may be none of the city's own."""

    page: Passage
    sentence: Sentence
    index: int
    quantity: Quantity
    clause: list[Cue]
    """The cues before it in its clause."""
    opened: list[Cue]
    """The cues before it in its sentence."""


def flagged(cues: Sequence[Cue], group: Group) -> list[Cue]:
    """Return the cues of one list of words."""
    flag = FLAGS[group]
    return [cue for cue in cues if cue[2].flags & flag]


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
        or _by_words(page, index)
    )


def _by_print(text: str, quantity: Quantity) -> Reason | None:
    """Return the reason that the number's own print gives."""
    surface = text[quantity.start : quantity.end]
    if surface == "一次":
        return "not_listed"
    if quantity.unit == "CNY" and text.startswith(("/", "的标准"), quantity.end):
        return "policy_text"  # 3万元/人, 按每户2000元的标准
    if "%" in surface and quantity.unit != "percent":
        return "policy_text"  # 七个100%: a slogan that counts its own points
    return None


def _elsewhere(page: Passage, index: int) -> Reason | None:
    """Figures of the nation, the province, a neighbour or any other place."""
    whose = page.whose[index] if page.whose else None
    return "elsewhere" if whose is not None and whose.elsewhere else None


def _ahead(page: Passage, quantity: Quantity) -> Reason | None:
    """Figures of a section of plans, and titles that are only aimed at."""
    planned = any(start <= quantity.start < end for start, end in page.planned)
    aimed = quantity.kind in ("run", "ordinal") and aimed_at(page.text, quantity)
    return "target" if planned or aimed else None


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


def _average(case: Case) -> Reason | None:
    """An average reached is not listed: 人均增收3万元."""
    start = case.quantity.start - AVERAGE_REACH
    near = any(end >= start for _, end, _ in flagged(case.clause, "average"))
    return "not_listed" if near else None


def _per_head(case: Case) -> Reason | None:
    """A sum for each person or month is policy: the first behind 每户, not what follows."""
    words = flagged(case.clause, "per_head")
    if case.quantity.unit != "CNY" or not words:
        return None
    end = words[-1][1]
    earlier = case.page.quantities[case.index - 1] if case.index else None
    taken = earlier and earlier.unit == "CNY" and earlier.start >= end
    return None if taken else "policy_text"


def _rule(case: Case) -> Reason | None:
    """A sum that the sentence lays down is policy: 按规定，二等功奖励1万元."""
    money = case.quantity.unit == "CNY" and case.quantity.qualifier != "at_most"
    rules, paid = flagged(case.opened, "rule"), flagged(case.opened, "paid")
    if not money or not rules:
        return None
    return None if paid and paid[-1][0] > rules[-1][0] else "policy_text"


def _plan(case: Case) -> Reason | None:
    """A word of the future reaches over its sentence: 明年将新建3个服务站.

    What is done already is no plan: 明年发放的优待证，已有1200人拿到样证.
    """
    words = flagged(case.opened, "plan")
    if not words:
        return None
    clause = case.sentence.clause(case.quantity.start)[0]
    start = max(clause, words[-1][1])
    return None if DONE.search(case.page.text, start, case.quantity.start) else "target"


def _target(case: Case) -> Reason | None:
    """Planned and expected figures, by a word in the clause: 预计投入300万元."""
    return "target" if flagged(case.clause, "target") else None


def _others(case: Case) -> Reason | None:
    """Figures of people 双拥 is not about, unless soldiers stand with them."""
    if not flagged(case.clause, "others"):
        return None
    army = any(word.flags & ARMY for _, _, word in case.clause)
    return None if army else "not_listed"


def _apart(case: Case) -> Reason | None:
    """Figures that the sentence sets apart: 另有200人，不计在内.

    The words speak of the numbers in the last clause that has any.
    """
    sentence, end = case.sentence, _end_of_numbers(case)
    semicolon, comma, _ = sentence.ranks(case.quantity.end)
    for start, _, _ in flagged(sentence.marked, "apart"):
        ranks = sentence.ranks(start)
        near = ranks[0] == semicolon and ranks[1] - comma <= APART_REACH
        if near and case.quantity.end <= start < end:
            return "not_listed"
    return None


def _end_of_numbers(case: Case) -> int:
    """Return where the next clause with a number begins, or the end of the sentence."""
    following = case.page.quantities[case.index + 1 : case.index + 1 + LISTED]
    for quantity in following:
        if quantity.start >= case.sentence.end:
            break
        left = case.sentence.clause(quantity.start)[0]
        if left > case.quantity.end:
            return left
    return case.sentence.end


def _growth(case: Case) -> Reason | None:
    """Counts and sums that are differences to another figure: 比上年增加30人."""
    text, quantity = case.page.text, case.quantity
    if quantity.unit in ("point", "percent"):
        return None
    near = any(
        word.text != SHARE and right_before(text, quantity, end)
        for _, end, word in flagged(case.clause, "growth")
    )
    return "not_listed" if near else None


def _story(case: Case, ages: int) -> Reason | None:
    """One person's story: several marks of a person in the sentence."""
    words = flagged(case.sentence.marked, "story")
    marks = len({word.text for _, _, word in words}) + ages
    return "person_story" if marks >= STORY_MARKS else None


def _personal(page: Passage, sentence: Sentence, quantity: Quantity) -> Reason | None:
    """One named person's story: 退役军人王某创办的公司年产值3000万元."""
    told = told_of_person(page.text, sentence.start, quantity.start)
    return "person_story" if told else None


def _ages(page: Passage, sentence: Sentence) -> int:
    """Return how many ages a sentence states: 85岁的老兵."""
    ages = page.ages
    return bisect_left(ages, sentence.end) - bisect_left(ages, sentence.start)


TESTS: tuple[tuple[int, Callable[[Case], Reason | None]], ...] = (
    (FLAGS["average"], _average),
    (FLAGS["per_head"], _per_head),
    (FLAGS["rule"], _rule),
    (FLAGS["plan"], _plan),
    (FLAGS["target"], _target),
    (FLAGS["others"], _others),
    (FLAGS["apart"], _apart),
    (FLAGS["growth"], _growth),
)
"""The tests by the words that they go by; the first that gives a reason decides."""
EXCLUDING = sum(flag for flag, _ in TESTS) | FLAGS["story"]
