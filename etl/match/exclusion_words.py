"""The words that tell why a number is none of the city's own achieved figures."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass

from etl.match.conditions import right_before
from etl.match.cues import Cue
from etl.match.everybody import names_served, speaks_of_all
from etl.match.passages import Passage
from etl.match.refusals import Group
from etl.match.sentences import Sentence
from etl.match.words import ARMY, FLAGS
from etl.schema import Quantity, Reason

AVERAGE_REACH = 8
"""Characters before a number in which a word makes it an average."""
APART_REACH = 1
"""Commas behind a number over which 不计在内 still speaks of it."""
MORE = ("年多", "年少")
"""How a difference begins whose thing is named before the number: 比去年多办招聘会6场."""
AIMS = frozenset({"目标", "规划", "争创"})
"""Words that name an aim and govern no clause behind theirs."""
ENOUGH = re.compile("[；;：:]|已|共|累计|完成|实现|目前|截至|实际|去年|来|其中|现|了")
"""What ends the reach of a plan over the clauses behind it."""
SHARE = "占"
"""A word of growth only before a percentage."""
RATE = "标准"
"""What is raised where nobody's share is named: 优待金标准由1.2万元提高到1.8万元."""
NEXT_RATE = re.compile("[^，。；]{1,16}(?:、[^，。；、]{1,16}){1,4}")
"""From 每人 to the next rate of a list: 每人奖励5万元、二等功1万元."""
LISTED = 5
"""So many numbers of one clause may be set apart together."""
DONE = re.compile("已(?!经?(?:有条件|明确|确定|列入|纳入|制定))|目前|现有|累计|截至")
"""Words that say that a thing is done."""


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


def _average(case: Case) -> Reason | None:
    """An average reached is not listed: 人均增收3万元. One of percentages is a rate."""
    if case.quantity.unit == "percent":
        return None
    start = case.quantity.start - AVERAGE_REACH
    near = any(end >= start for _, end, _ in flagged(case.clause, "average"))
    return "not_listed" if near else None


def _per_head(case: Case) -> Reason | None:
    """A sum for each person or month is policy: the first behind 每户, not what follows."""
    words = flagged(case.clause, "per_head")
    if case.quantity.unit != "CNY" or not words:
        return None
    start = words[-1][1]
    earlier = case.page.quantities[case.index - 1] if case.index else None
    if earlier is None or earlier.unit != "CNY" or earlier.start < start:
        return "policy_text"
    between = case.page.text[start : case.quantity.start]
    return "policy_text" if NEXT_RATE.fullmatch(between) else None


def _rule(case: Case) -> Reason | None:
    """A sum that the sentence lays down is policy: 按规定，二等功奖励1万元."""
    money = case.quantity.unit == "CNY" and case.quantity.qualifier != "at_most"
    rules, paid = flagged(case.opened, "rule"), flagged(case.opened, "paid")
    if not money or not rules:
        return None
    return None if paid and paid[-1][0] > rules[-1][0] else "policy_text"


def _raised(case: Case) -> Reason | None:
    """The new level of a rate is policy: 由每户每年1.2万元提高到1.8万元."""
    if case.quantity.unit != "CNY":
        return None
    text, start = case.page.text, case.quantity.start
    raised = any(end == start for _, end, _ in flagged(case.clause, "raised"))
    rate = flagged(case.opened, "per_head") or RATE in text[case.sentence.start : start]
    return "policy_text" if raised and rate else None


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
    """Planned and expected figures, by a word in the clause: 预计投入300万元.

    It reaches over the clauses behind (拟办招聘会6场，提供岗位4000个), up to a word of
    what is done.
    """
    words = flagged(case.opened, "target")
    if not words:
        return None
    left, right = words[-1][1], case.quantity.start
    if words[-1][0] >= case.sentence.clause(right)[0]:
        return "target"
    ends = words[-1][2].text in AIMS or ENOUGH.search(case.page.text, left, right)
    return None if ends else "target"


def _others(case: Case) -> Reason | None:
    """Figures of people 双拥 is not about, unless soldiers stand with them.

    They go on to the end of a sentence that speaks of nobody else: 普通毕业生双选会有
    企业260家，岗位7800个.
    """
    if flagged(case.clause, "others"):
        army = any(word.flags & ARMY for _, _, word in case.clause)
        return None if army else "not_listed"
    if not flagged(case.opened, "others"):
        return None
    served = names_served(case.page.text, case.sentence.start, case.quantity.start)
    return None if served else "not_listed"


def _general(case: Case) -> Reason | None:
    """Totals of the whole place that say nothing of those who serve: 考生总数3.2万人."""
    if not flagged(case.clause, "general"):
        return None
    text, end = case.page.text, case.quantity.start
    left = case.sentence.clause(end)[0]
    start = left if speaks_of_all(text, left, end) else case.sentence.start
    return None if names_served(text, start, end) else "not_listed"


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
        word.text.endswith(MORE)
        or (word.text != SHARE and right_before(text, quantity, end))
        for _, end, word in flagged(case.clause, "growth")
    )
    return "not_listed" if near else None


TESTS: tuple[tuple[int, Callable[[Case], Reason | None]], ...] = (
    (FLAGS["average"], _average),
    (FLAGS["per_head"], _per_head),
    (FLAGS["rule"], _rule),
    (FLAGS["raised"], _raised),
    (FLAGS["plan"], _plan),
    (FLAGS["target"], _target),
    (FLAGS["others"], _others),
    (FLAGS["general"], _general),
    (FLAGS["apart"], _apart),
    (FLAGS["growth"], _growth),
)
"""The tests by the words that they go by; the first that gives a reason decides."""
EXCLUDING = sum(flag for flag, _ in TESTS) | FLAGS["story"]
