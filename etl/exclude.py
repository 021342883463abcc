"""Tell why a number is none of the city's own achieved figures, before it is scored."""

from __future__ import annotations

from etl.anchor import Page
from etl.cues import Hit, between
from etl.schema import Quantity, Reason

KINDS: dict[str, Reason] = {"date": "date", "age": "date", "duration": "date"}
UNITS: dict[str, Reason] = {
    "hour": "other",
    "day": "other",
    "minute": "other",
    "km": "not_listed",
    "level": "policy_text",
}
OPENING = 4
"""Characters into a clause within which a place opens it."""
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
    surface = page.text[quantity.start : quantity.end]
    if surface == "一次":
        return "not_listed"
    if "%" in surface and quantity.unit != "percent":
        return "policy_text"  # 七个100%: a slogan that counts its own points
    start, end = page.layout.sentence(quantity.start)
    left, _ = page.layout.clause(quantity.start)
    before = between(page.hits, page.starts, left, quantity.start)
    return (
        _per_head(page, index, before)
        or _target(page, quantity, start)
        or _elsewhere(page, quantity, before)
        or _wider(page, quantity, before)
        or _apart(page, quantity, before)
        or _growth(page, quantity, before)
        or _story(page, start, end)
    )


def _per_head(page: Page, index: int, before: list[Hit]) -> Reason | None:
    """A rate for each person or month is policy; an average reached is not listed."""
    quantity = page.quantities[index]
    if quantity.unit == "CNY" and page.text[quantity.end : quantity.end + 1] == "/":
        return "policy_text"
    if any(quantity.start - hit.end <= 8 for hit in flagged(before, "average")):
        return "not_listed"
    if quantity.unit == "CNY" and _first_after(
        page, index, flagged(before, "per_head")
    ):
        return "policy_text"
    if (
        quantity.unit == "CNY"
        and page.text[quantity.end : quantity.end + 3] == "的标准"
    ):
        return "policy_text"
    if (
        quantity.unit == "CNY"
        and quantity.qualifier != "at_most"
        and _rules(page, quantity)
    ):
        return "policy_text"
    return None


def _first_after(page: Page, index: int, hits: list[Hit]) -> bool:
    """Tell whether a number is the first sum after a word: 每户600元 is, what follows is not."""
    if not hits:
        return False
    earlier = page.quantities[index - 1] if index else None
    return not (earlier and earlier.unit == "CNY" and earlier.start >= hits[-1].end)


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


def _elsewhere(page: Page, quantity: Quantity, before: list[Hit]) -> Reason | None:
    """Figures of the nation, the province or a neighbour: they open the clause.

    Behind a verb such a word belongs to a name (创建全国百家红色服务站1个).
    """
    left = page.layout.clause(quantity.start)[0]
    places = [
        hit
        for hit in flagged(before, "elsewhere")
        if hit.start - left <= OPENING or page.text[hit.start - 1] in "(（"
    ]
    if not places:
        return None
    own = [hit for hit in flagged(before, "own") if hit.start > places[-1].start]
    return None if own and own[-1].word.text not in ("共", "累计") else "elsewhere"


def _wider(page: Page, quantity: Quantity, before: list[Hit]) -> Reason | None:
    """A county's report that quotes the figure of its whole city."""
    own = [hit for hit in flagged(before, "own") if hit.word.text == "全市"]
    if own and page.level in ("县", "区", "旗"):
        return "elsewhere"
    return None


def _apart(page: Page, quantity: Quantity, before: list[Hit]) -> Reason | None:
    """Figures that the sentence sets apart, and those of people 双拥 is not about."""
    others = flagged(before, "others")
    if others and not any("army" in hit.word.flags for hit in before):
        return "not_listed"
    end = page.layout.sentence(quantity.start)[1]
    rank = page.layout.ranks(quantity.end)
    for hit in flagged(between(page.hits, page.starts, quantity.end, end), "apart"):
        if hit.semicolon == rank[0] and hit.comma - rank[1] <= 1:
            return "not_listed"
    return None


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
    words = [hit for hit in flagged(before, "growth") if hit.word.text != "占"]
    near = any(_right_before(page, quantity, hit) for hit in words)
    return "not_listed" if near else None


def _story(page: Page, start: int, end: int) -> Reason | None:
    """One person's story: several marks of a person in the sentence."""
    inside = between(page.hits, page.starts, start, end)
    marks = {hit.word.text for hit in flagged(inside, "story")}
    ages = sum(q.kind == "age" for q in page.quantities if start <= q.start < end)
    return "person_story" if len(marks) + ages >= STORY_MARKS else None
