"""A number as its cues see it: which indicators it can stand for, how far they reach."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache

from etl.codebook import load_codebook
from etl.cues import WHAT, Hit, between
from etl.schema import Quantity
from etl.structure import Layout

PARTS = ("其中", "包括")
HEAD_REACH = 4
MONEY_REACH = 1
"""Characters after a number in which the noun it counts begins."""
FILLERS = "：:“”‘’「」『』\"'( "
"""Marks right before a number that part it from nothing: 光荣牌：120块."""

ACCEPT: dict[str, frozenset[str]] = {
    "person": frozenset({"person", "person_time", "household", ""}),
    "person_time": frozenset({"person", "person_time", ""}),
    "CNY": frozenset({"CNY", ""}),
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


@cache
def accepted(unit: str, classifier: str = "") -> frozenset[int]:
    """Return the indices of the indicators that a printed unit can stand for.

    个 counts people as well as things.
    """
    units = {unit, "person"} if classifier == "个" else {unit}
    indicators = load_codebook().indicators
    return frozenset(
        i
        for i, indicator in enumerate(indicators)
        if units & (frozenset(indicator.accept) or ACCEPT[indicator.unit])
    )


def accepted_by(quantity: Quantity) -> frozenset[int]:
    """Return the indices of the indicators that a number can stand for."""
    return accepted(quantity.unit, quantity.classifier)


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
    level: str
    """The level the report speaks of as its own."""
    needs: dict[tuple[str, int], list[int]]
    """Where the words stand that an indicator needs, by the reach of the need."""


@dataclass(slots=True)
class Anchor:
    """A number as its cues see it: where it stands, and how far its clause reaches."""

    start: int
    end: int
    before: tuple[int, int, int]
    after: tuple[int, int, int]
    """Ranks of its two ends in the layout."""
    parts: int
    """Where the parts of this number begin (其中): cues beyond speak for the parts."""
    item: tuple[int, int] | None
    carry: int = 0
    """1 where its own clause names nothing countable: the clause before does (共61个)."""
    headed: bool = False
    """The noun it counts follows at once (11个军人法律服务站)."""
    noun: int = -1
    """End of the countable noun that stands nearest before it, in its own clause."""


def anchor_of(page: Page, index: int, allowed: frozenset[int]) -> Anchor:
    """Return the anchor of one number."""
    quantity = page.quantities[index]
    start = quantity.start
    while start > 0 and page.text[start - 1] in FILLERS:
        start -= 1
    left, right = page.layout.clause(start)
    anchor = Anchor(
        start,
        quantity.end,
        page.layout.ranks(start),
        page.layout.ranks(quantity.end),
        _parts(page.text, quantity.end, page.layout.sentence(start)[1]),
        page.items.get(index),
    )
    own = between(page.hits, page.starts, left, right)
    marks = (anchor.before[2], anchor.after[2])
    nouns = [
        hit
        for hit in own
        if counts(hit, allowed)
        and hit.enumeration == marks[hit.start >= start]
        and not crosses(page, index, hit)
    ]
    anchor.carry = 0 if nouns else 1
    reach = quantity.end + (MONEY_REACH if quantity.unit == "CNY" else HEAD_REACH)
    anchor.headed = any(quantity.end <= hit.start <= reach for hit in nouns)
    anchor.noun = max((hit.end for hit in nouns if hit.end <= start), default=-1)
    return anchor


def _parts(text: str, start: int, end: int) -> int:
    """Return where the parts of a total begin, or the end of the stretch."""
    found = [i for i in (text.find(word, start, end) for word in PARTS) if i >= 0]
    return min(found, default=end)


def counts(hit: Hit, allowed: frozenset[int]) -> bool:
    """Tell whether a cue names what one of the allowed indicators counts."""
    return any(role == WHAT and i in allowed for i, role, *_ in hit.word.roles)


def crosses(page: Page, index: int, hit: Hit) -> bool:
    """Tell whether another number stands between a number and a cue."""
    quantity = page.quantities[index]
    if hit.start < quantity.start:
        return index > 0 and page.quantities[index - 1].start >= hit.end
    return (
        index + 1 < len(page.quantities) and page.quantities[index + 1].end <= hit.start
    )
