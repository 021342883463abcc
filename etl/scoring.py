"""Score the indicators for each number by the cues around it.

What is counted, what is done and what the sentence is about speak for an indicator, the
nearer the more; words that speak against it count against.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache

from etl.codebook import load_codebook
from etl.cues import Hit, between, find_cues
from etl.schema import Quantity
from etl.structure import Layout, lay_out

WEIGHTS = (4.0, 2.5, 1.0, -3.0)
"""Points of a cue standing next to the number, by role."""
BEFORE = (1.0, 0.55, 0.38, 0.25)
AFTER = (1.0, 0.38, 0.22, 0.12)
"""Share of the points left when 0, 1, 2, 3 or more commas stand between."""
ACROSS = 0.6
"""Share left across an enumeration mark or another number."""
SEMICOLON = 0.35
BLOCK = 0.12
"""Share of a cue in the earlier sentences of the paragraph."""

ACCEPT: dict[str, frozenset[str]] = {
    "person": frozenset({"person", "person_time", "household", ""}),
    "person_time": frozenset({"person", "person_time", ""}),
    "CNY": frozenset({"CNY"}),
    "event": frozenset({"event", "item", ""}),
    "item": frozenset({"item", "", "household", "person", "event"}),
    "percent": frozenset({"percent"}),
    "point": frozenset({"point"}),
    "household": frozenset({"household"}),
    "ml": frozenset({"ml"}),
    "mu": frozenset({"mu"}),
    "year": frozenset({"year"}),
}


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


def share(hit: Hit, quantity: Quantity, ranks: tuple[int, int, int], crossed: bool) -> float:
    """Return the share of a cue's points that count for a number."""
    commas = min(3, abs(hit.comma - ranks[1]))
    value = (BEFORE if hit.start < quantity.start else AFTER)[commas]
    if crossed or hit.enumeration != ranks[2]:
        value *= ACROSS
    if hit.semicolon != ranks[0]:
        value *= SEMICOLON
    gap = quantity.start - hit.end if hit.start < quantity.start else hit.start - quantity.end
    return value * (1.0 - min(0.25, 0.01 * max(0, gap)))


@dataclass(slots=True)
class Page:
    """A document prepared for matching."""

    text: str
    layout: Layout
    hits: list[Hit]
    starts: list[int]
    quantities: Sequence[Quantity]


def score(page: Page, index: int) -> dict[int, Score]:
    """Return the points of every indicator that speaks for one number."""
    quantity = page.quantities[index]
    start, end = page.layout.sentence(quantity.start)
    allowed = accepted(quantity.unit)
    ranks = page.layout.ranks(quantity.start)
    scores: dict[int, Score] = {}
    for hit in between(page.hits, page.starts, start, end):
        if hit.start < quantity.end and quantity.start < hit.end:
            continue
        near = share(hit, quantity, ranks, crosses(page, index, hit))
        add(scores, hit, near, allowed)
    paragraph = page.layout.paragraph(quantity.start)[0]
    for hit in between(page.hits, page.starts, paragraph, start):
        add(scores, hit, BLOCK, allowed)
    return scores


def crosses(page: Page, index: int, hit: Hit) -> bool:
    """Tell whether another number stands between a number and a cue."""
    quantity = page.quantities[index]
    if hit.start < quantity.start:
        return index > 0 and page.quantities[index - 1].start >= hit.end
    return index + 1 < len(page.quantities) and page.quantities[index + 1].end <= hit.start


def add(scores: dict[int, Score], hit: Hit, near: float, allowed: frozenset[int]) -> None:
    """Count a cue for the indicators it speaks for, the nearest per role."""
    points = near * hit.word.weight
    for indicator, role in hit.word.roles:
        if indicator not in allowed:
            continue
        cell = scores.get(indicator)
        if cell is None:
            cell = scores[indicator] = Score([0.0] * 4, [""] * 4)
        gained = points * WEIGHTS[role]
        if abs(gained) > abs(cell.best[role]):
            cell.best[role] = gained
            cell.cues[role] = hit.word.text


def prepare(text: str, quantities: Sequence[Quantity]) -> Page:
    """Return a logical text with its marks and cues found."""
    layout = lay_out(text)
    hits = find_cues(text, layout)
    return Page(text, layout, hits, [hit.start for hit in hits], quantities)
