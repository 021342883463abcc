"""Score the indicators for each number by the cues around it.

What is counted, what is done and what the sentence is about speak for an indicator, the
nearer the more; words that speak against it count against.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from etl.anchor import Anchor, Page, accepted_by, counts
from etl.cues import SCOPES, WHAT, Hit, between, find_cues
from etl.levels import own_level
from etl.respective import respective_items
from etl.schema import Quantity
from etl.shares import Claim, Shares, shares_of
from etl.structure import lay_out
from etl.weights import load_weights


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
    return Page(
        text=text,
        layout=layout,
        hits=hits,
        starts=[hit.start for hit in hits],
        quantities=quantities,
        items=respective_items(text, layout, quantities),
        level=own_level(text),
        needs=_needed(hits),
    )


def _needed(hits: Sequence[Hit]) -> dict[tuple[str, int], list[int]]:
    """Return where the words stand that indicators need: found once, asked often."""
    found: dict[tuple[str, int], list[int]] = {}
    for hit in hits:
        word = hit.word
        by_reach = (word.clause_needs, word.sentence_needs, word.block_needs)
        for scope, indicators in zip(SCOPES, by_reach, strict=True):
            for indicator in indicators:
                found.setdefault((scope, indicator), []).append(hit.start)
    return found
