"""Score the indicators for each number by the cues around it.

What is counted, what is done and what the sentence is about speak for an indicator, the
nearer the more; words that speak against it count against.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache

from etl.codebook import load_codebook
from etl.cues import UNLESS, WHAT, Hit, between, find_cues
from etl.respective import respective_items
from etl.schema import Quantity
from etl.structure import Layout, lay_out
from etl.weights import load_weights

SOFTER = 0.6
"""A word against an indicator counts less as soon as anything stands between."""
FILLERS = "：:“”‘’「」『』\"'( "
"""Marks right before a number that part it from nothing: 光荣牌：120块."""

ACCEPT: dict[str, frozenset[str]] = {
    "person": frozenset({"person", "person_time", "household", ""}),
    "person_time": frozenset({"person", "person_time", ""}),
    "CNY": frozenset({"CNY"}),
    "event": frozenset({"event", "item", ""}),
    "item": frozenset({"item", ""}),
    "percent": frozenset({"percent"}),
    "point": frozenset({"point"}),
    "household": frozenset({"household"}),
    "ml": frozenset({"ml"}),
    "mu": frozenset({"mu"}),
    "year": frozenset({"year"}),
}
"""Generic units that a unit of the codebook may be printed in."""


@dataclass(slots=True)
class Score:
    """The points of one indicator for one number, with the cue that won each role."""

    best: list[float]
    cues: list[str]

    def total(self) -> float:
        """Return the sum over the roles."""
        return sum(self.best)


@cache
def accepted(unit: str) -> frozenset[int]:
    """Return the indices of the indicators that a generic unit can stand for."""
    indicators = load_codebook().indicators
    return frozenset(
        i
        for i, indicator in enumerate(indicators)
        if unit in (frozenset(indicator.accept) or ACCEPT[indicator.unit])
    )


def share(hit: Hit, anchor: Anchor, crossed: bool) -> float:
    """Return the share of a cue's points that count for a number."""
    w = load_weights()
    if hit.start < anchor.start:
        commas = max(0, anchor.ranks[1] - hit.comma - anchor.carry)
        value = w.before[min(3, commas)]
        gap = anchor.start - hit.end
    else:
        value = w.after[min(3, hit.comma - anchor.after[1])]
        gap = hit.start - anchor.end
    if crossed or hit.enumeration != anchor.ranks[2]:
        value *= w.across
    if hit.semicolon != anchor.ranks[0]:
        value *= w.semicolon
    return value * (1.0 - min(0.3, w.decay * max(0, gap)))


@dataclass(slots=True)
class Page:
    """A document prepared for matching."""

    text: str
    layout: Layout
    hits: list[Hit]
    starts: list[int]
    quantities: Sequence[Quantity]
    items: dict[int, tuple[int, int]]
    """The item of its own for each number of a 分别 list."""


@dataclass(slots=True)
class Anchor:
    """A number as its cues see it: where it stands, and how far its clause reaches."""

    start: int
    end: int
    ranks: tuple[int, int, int]
    after: tuple[int, int, int]
    carry: int = 0
    """1 where its own clause names nothing countable: the clause before does (共61个)."""


def anchor_of(page: Page, index: int, allowed: frozenset[int]) -> Anchor:
    """Return the anchor of one number."""
    quantity = page.quantities[index]
    start = quantity.start
    while start > 0 and page.text[start - 1] in FILLERS:
        start -= 1
    anchor = Anchor(
        start, quantity.end, page.layout.ranks(start), page.layout.ranks(quantity.end)
    )
    left, right = page.layout.clause(start)
    own = between(page.hits, page.starts, left, right)
    counted = any(
        role == WHAT and i in allowed
        for hit in own
        if not crosses(page, index, hit)
        for i, role, _ in hit.word.roles
    )
    anchor.carry = 0 if counted else 1
    return anchor


def score(page: Page, index: int) -> dict[int, Score]:
    """Return the points of every indicator that speaks for one number."""
    quantity = page.quantities[index]
    start, end = page.layout.sentence(quantity.start)
    allowed = accepted(quantity.unit)
    anchor = anchor_of(page, index, allowed)
    scores: dict[int, Score] = {}
    for hit in between(page.hits, page.starts, start, end):
        if hit.start < quantity.end and quantity.start < hit.end:
            continue
        add(scores, hit, near(page, index, anchor, hit), allowed)
    paragraph = page.layout.paragraph(quantity.start)[0]
    for hit in between(page.hits, page.starts, paragraph, start):
        add(scores, hit, load_weights().block, allowed)
    return scores


def near(page: Page, index: int, anchor: Anchor, hit: Hit) -> float:
    """Return the share of a cue's points, in a 分别 list by the item it stands in."""
    item = page.items.get(index)
    if item and hit.start < anchor.start and hit.comma == anchor.ranks[1]:
        return 1.0 if item[0] <= hit.start < item[1] else 0.1
    return share(hit, anchor, crosses(page, index, hit))


def crosses(page: Page, index: int, hit: Hit) -> bool:
    """Tell whether another number stands between a number and a cue."""
    quantity = page.quantities[index]
    if hit.start < quantity.start:
        return index > 0 and page.quantities[index - 1].start >= hit.end
    return index + 1 < len(page.quantities) and page.quantities[index + 1].end <= hit.start


def add(scores: dict[int, Score], hit: Hit, near: float, allowed: frozenset[int]) -> None:
    """Count a cue for the indicators it speaks for, the nearest per role."""
    for indicator, role, points in hit.word.roles:
        if indicator not in allowed:
            continue
        cell = scores.get(indicator)
        if cell is None:
            cell = scores[indicator] = Score([0.0] * 4, [""] * 4)
        gained = points * (near if role != UNLESS or near >= 0.9 else near * SOFTER)
        if abs(gained) > abs(cell.best[role]):
            cell.best[role] = gained
            cell.cues[role] = hit.word.text


def prepare(text: str, quantities: Sequence[Quantity]) -> Page:
    """Return a logical text with its marks and cues found."""
    layout = lay_out(text)
    hits = find_cues(text, layout)
    items = respective_items(text, layout, quantities)
    return Page(text, layout, hits, [hit.start for hit in hits], quantities, items)
