"""Tell why a number is none of the city's own achieved figures, before it is scored."""

from __future__ import annotations

from etl.cues import Hit, between
from etl.schema import Quantity, Reason
from etl.scoring import Page

KINDS: dict[str, Reason] = {"date": "date", "age": "date", "duration": "date"}
UNITS: dict[str, Reason] = {
    "hour": "other",
    "day": "other",
    "minute": "other",
    "km": "not_listed",
    "level": "policy_text",
}
STORY_MARKS = 2
"""So many marks of a personal story in one sentence make it one."""


def flagged(hits: list[Hit], flag: str) -> list[Hit]:
    """Return the hits that carry a flag."""
    return [hit for hit in hits if flag in hit.word.flags]


def exclude(page: Page, index: int) -> Reason | None:
    """Return why a number is no observation at all, or None where it may be one."""
    quantity = page.quantities[index]
    if quantity.kind in KINDS:
        return KINDS[quantity.kind]
    if quantity.unit in UNITS:
        return UNITS[quantity.unit]
    start, end = page.layout.sentence(quantity.start)
    left, right = page.layout.clause(quantity.start)
    before = between(page.hits, page.starts, left, quantity.start)
    return (
        _per_head(page, quantity, before)
        or _target(page, quantity, start)
        or _elsewhere(quantity, before)
        or _growth(page, quantity, before)
        or _story(page, start, end)
    )


def _per_head(page: Page, quantity: Quantity, before: list[Hit]) -> Reason | None:
    """A rate for each person or month is policy; an average reached is not listed."""
    if quantity.unit == "CNY" and page.text[quantity.end : quantity.end + 1] == "/":
        return "policy_text"
    if any(quantity.start - hit.end <= 8 for hit in flagged(before, "average")):
        return "not_listed"
    if quantity.unit == "CNY" and flagged(before, "per_head"):
        return "policy_text"
    if quantity.unit == "CNY" and page.text[quantity.end : quantity.end + 3] == "的标准":
        return "policy_text"
    if quantity.unit == "CNY" and quantity.qualifier != "at_most" and _rules(page, quantity):
        return "policy_text"
    return None


def _rules(page: Page, quantity: Quantity) -> bool:
    """Tell whether the sentence lays down an amount: 按规定，二等功奖励1万元."""
    start = page.layout.sentence(quantity.start)[0]
    before = between(page.hits, page.starts, start, quantity.start)
    rules = flagged(before, "rule")
    paid = flagged(before, "paid")
    return bool(rules) and not (paid and paid[-1].start > rules[-1].start)


def _target(page: Page, quantity: Quantity, start: int) -> Reason | None:
    """Planned and expected figures; a plan word reaches over its clause."""
    before = between(page.hits, page.starts, start, quantity.start)
    rank = page.layout.ranks(quantity.start)
    if flagged(before, "plan"):
        return "target"
    for hit in flagged(before, "target"):
        if hit.semicolon == rank[0] and rank[1] - hit.comma <= 0:
            return "target"
    return None


def _elsewhere(quantity: Quantity, before: list[Hit]) -> Reason | None:
    """Figures of the nation, the province or a neighbour."""
    places = flagged(before, "elsewhere")
    if not places:
        return None
    own = [hit for hit in flagged(before, "own") if hit.start > places[-1].start]
    return None if own and own[-1].word.text not in ("共", "累计") else "elsewhere"


def is_growth(page: Page, quantity: Quantity) -> bool:
    """Tell whether a percentage is a difference: the word stands right before it."""
    if quantity.unit != "percent":
        return False
    before = between(page.hits, page.starts, quantity.start - 8, quantity.start)
    return any(_right_before(page, quantity, hit) for hit in flagged(before, "growth"))


def _right_before(page: Page, quantity: Quantity, hit: Hit) -> bool:
    """Tell whether a word of growth governs a number: not 增加到, which is a level."""
    link = page.text[hit.end : quantity.start]
    return len(link) <= 2 and not any(word in link for word in "到至为")


def _growth(page: Page, quantity: Quantity, before: list[Hit]) -> Reason | None:
    """Counts and sums that are differences to another figure."""
    if quantity.unit in ("point", "percent"):
        return None
    near = any(_right_before(page, quantity, hit) for hit in flagged(before, "growth"))
    return "not_listed" if near else None


def _story(page: Page, start: int, end: int) -> Reason | None:
    """One person's story: several marks of a person in the sentence."""
    inside = between(page.hits, page.starts, start, end)
    marks = {hit.word.text for hit in flagged(inside, "story")}
    ages = sum(q.kind == "age" for q in page.quantities if start <= q.start < end)
    return "person_story" if len(marks) + ages >= STORY_MARKS else None
