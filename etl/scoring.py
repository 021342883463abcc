"""Score the indicators for each number by the cues around it.

What is counted, what is done and what the sentence is about speak for an indicator, the
nearer the more; words that speak against it count against.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache

from etl.codebook import load_codebook
from etl.cues import WHAT, Hit, between, find_cues
from etl.levels import own_level
from etl.respective import respective_items
from etl.schema import Quantity
from etl.structure import Layout, lay_out
from etl.weights import load_weights

SOFTER = 0.6
"""A word against an indicator counts less as soon as anything stands between."""
PARTS = ("其中", "包括")
LIST_REACH = 60
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


@dataclass(slots=True)
class Score:
    """The points of one indicator for one number, with the cue that won each role."""

    best: list[float]
    cues: list[str]
    bare: bool = False
    """The noun is one that many indicators share."""

    def total(self) -> float:
        """Return the sum over the roles; a shared noun alone says little."""
        what, doing, about, unless = self.best
        if self.bare and doing < load_weights().verb:
            what *= load_weights().bare
        return what + doing + about + unless


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


def share(hit: Hit, anchor: Anchor) -> float:
    """Return the share of a cue's points that count for a number, by the marks between."""
    w = load_weights()
    ahead = hit.start < anchor.start
    if ahead:
        commas = max(0, anchor.before[1] - hit.comma - anchor.carry)
        value = w.before[min(3, commas)]
        gap = anchor.start - hit.end
    else:
        value = w.after[min(3, hit.comma - anchor.after[1])]
        value *= w.part if hit.start >= anchor.parts else 1.0
        gap = hit.start - anchor.end
    if hit.enumeration != (anchor.before if ahead else anchor.after)[2]:
        value *= w.across
    if hit.semicolon != anchor.before[0]:
        value *= w.semicolon
    return value * (1.0 - min(0.3, w.decay * max(0, gap)))


def near(anchor: Anchor, hit: Hit) -> float:
    """Return the share of a cue's points, in a 分别 list by the item it stands in."""
    item = anchor.item
    if item and item[0] <= hit.start < item[1]:
        return 1.0
    outside = item and hit.start < anchor.start and hit.start >= item[0] - LIST_REACH
    return share(hit, anchor) * (0.2 if outside else 1.0)


def noun_share(hit: Hit, anchor: Anchor) -> float:
    """Return the share left of a noun that another noun hides.

    The noun right after the number is what it counts; before it, the nearest one.
    """
    if anchor.item or hit.start >= anchor.start:
        return 1.0
    w = load_weights()
    value = w.headed if anchor.headed else 1.0
    return value * (w.hidden if hit.end < anchor.noun else 1.0)


@dataclass(slots=True)
class Claim:
    """Another number that a cue may belong to, and what is left of the cue then."""

    indicators: frozenset[int] = frozenset()
    """Those that the other number could stand for."""
    noun: float = 1.0
    verb: float = 1.0


def claim_of(page: Page, index: int, anchor: Anchor, hit: Hit) -> Claim:
    """Return the claim that a neighbouring number has on a cue."""
    w, numbers = load_weights(), page.quantities
    if hit.start < anchor.start:
        if index == 0 or numbers[index - 1].start < hit.end:
            return Claim()
        taken = 1.0 if anchor.carry or anchor.item else w.taken
        return Claim(accepted_by(numbers[index - 1]), w.across * taken, w.across)
    if index + 1 >= len(numbers):
        return Claim()
    following = numbers[index + 1]
    if following.end <= hit.start:
        return Claim(accepted_by(following), w.across, w.across)
    marked = (hit.comma, hit.enumeration) != anchor.after[1:]
    if marked and hit.end <= following.start < page.layout.clause(hit.start)[1]:
        return Claim(accepted_by(following), w.beyond, w.beyond)
    return Claim()


def _against(anchor: Anchor, hit: Hit, value: float) -> float:
    """Return the share of a word against an indicator: behind a comma it says nothing."""
    if hit.start >= anchor.start:
        return value if hit.comma == anchor.after[1] else 0.0
    return value if value >= 0.5 else value * SOFTER


@dataclass(slots=True)
class Shares:
    """What is left of a cue's points, by role; `claim` holds where another number has it."""

    what: float
    doing: float
    about: float
    unless: float
    claim: Claim

    def of(self, indicator: int) -> tuple[float, float, float, float]:
        """Return the shares by role for one indicator."""
        if indicator not in self.claim.indicators:
            return self.what, self.doing, self.about, self.unless
        claim = self.claim
        return (
            self.what * claim.noun,
            self.doing * claim.verb,
            self.about,
            self.unless * claim.verb,
        )


def shares_of(page: Page, index: int, anchor: Anchor, hit: Hit) -> Shares:
    """Return what is left of a cue's points for one number."""
    value = near(anchor, hit)
    touching = 0 <= anchor.start - hit.end <= 1
    return Shares(
        what=value * noun_share(hit, anchor),
        doing=value * (load_weights().touch if touching else 1.0),
        about=value,
        unless=_against(anchor, hit, value),
        claim=claim_of(page, index, anchor, hit),
    )


def score(page: Page, index: int, anchor: Anchor) -> dict[int, Score]:
    """Return the points of every indicator that speaks for one number."""
    quantity = page.quantities[index]
    start, end = page.layout.sentence(quantity.start)
    allowed, w = accepted_by(quantity), load_weights()
    scores: dict[int, Score] = {}
    silent = True
    for hit in between(page.hits, page.starts, start, end):
        if hit.start < quantity.end and quantity.start < hit.end:
            continue
        silent = silent and not counts(hit, allowed)
        add(scores, hit, shares_of(page, index, anchor, hit), allowed)
    block = w.silent if silent else w.block
    earlier = Shares(block, block, block, 0.0, Claim())
    paragraph = page.layout.paragraph(quantity.start)[0]
    for hit in between(page.hits, page.starts, paragraph, start):
        add(scores, hit, earlier, allowed)
    return scores


def crosses(page: Page, index: int, hit: Hit) -> bool:
    """Tell whether another number stands between a number and a cue."""
    quantity = page.quantities[index]
    if hit.start < quantity.start:
        return index > 0 and page.quantities[index - 1].start >= hit.end
    return (
        index + 1 < len(page.quantities) and page.quantities[index + 1].end <= hit.start
    )


def add(
    scores: dict[int, Score], hit: Hit, shares: Shares, allowed: frozenset[int]
) -> None:
    """Count a cue for the indicators it speaks for, the nearest per role."""
    for indicator, role, points, generic in hit.word.roles:
        if indicator not in allowed:
            continue
        cell = scores.get(indicator)
        if cell is None:
            cell = scores[indicator] = Score([0.0] * 4, [""] * 4)
        gained = points * shares.of(indicator)[role]
        if abs(gained) > abs(cell.best[role]):
            cell.best[role] = gained
            cell.cues[role] = hit.word.text
            cell.bare = generic if role == WHAT else cell.bare


def prepare(text: str, quantities: Sequence[Quantity]) -> Page:
    """Return a logical text with its marks and cues found."""
    layout = lay_out(text)
    hits = find_cues(text, layout)
    items = respective_items(text, layout, quantities)
    level = own_level(text)
    return Page(
        text, layout, hits, [hit.start for hit in hits], quantities, items, level
    )
