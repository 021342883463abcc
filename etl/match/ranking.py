"""Rank the indicators that fit a number, with what a part takes from its total."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache
from typing import NamedTuple

from etl.codebook import load_codebook
from etl.match.anchor import Anchor, anchor_of
from etl.match.bonus import bonus
from etl.match.conditions import TITLES, shut_out
from etl.match.passages import Passage
from etl.match.scoring import score
from etl.match.sentences import Sentence
from etl.match.tally import Tally
from etl.schema import Quantity, Verdict

LINKS = ("其中", "另有", "包括", "仅", "含")
"""Words that lead from a total to its parts."""
LIST_MARKS = ("、", "和", "及", "与")
LINK_REACH = 45


class Ranking(NamedTuple):
    """The indicators that fit one number, best first, by their position."""

    points: list[float]
    indicators: list[int]
    tally: Tally

    @property
    def strongest(self) -> float:
        """The points of the best."""
        return self.points[0] if self.points else 0.0

    @property
    def margin(self) -> float:
        """The lead of the best over the next, or over nothing."""
        return self.strongest - (self.points[1] if len(self.points) > 1 else 0.0)

    def names(self, start: int = 0) -> tuple[str, ...]:
        """Return the ids of two indicators from a place of the ranking on."""
        indicators = load_codebook().indicators
        return tuple(indicators[i].id for i in self.indicators[start : start + 2])


def rank(
    page: Passage, sentence: Sentence, index: int, earlier: Sequence[Verdict]
) -> Ranking:
    """Return the ranking of one number, given the verdicts on those before it."""
    anchor = anchor_of(page, sentence, index)
    tally = score(page, sentence, anchor)
    if earlier and (key := inherited(page, anchor, earlier[-1])) is not None:
        weights = page.weights
        part = 1.0 if anchor.carry else weights.partly
        part = weights.twin if _side_by_side(anchor) else part
        tally.inherit(key, part * weights.precedent)
    ranked = sorted(_fitting(page, sentence, anchor, tally))
    return Ranking([-loss for loss, _ in ranked], [i for _, i in ranked], tally)


def _fitting(
    page: Passage, sentence: Sentence, anchor: Anchor, tally: Tally
) -> list[tuple[float, int]]:
    """Return the indicators that fit, with their points below zero (best first)."""
    quantity, weights = anchor.quantity, page.weights
    shut = shut_out(page, sentence, anchor) | _nameless(quantity, tally)
    extra = bonus(quantity, sentence.paragraph.actor(quantity.start))
    fitting: list[tuple[float, int]] = []
    for indicator in tally.indicators:
        if shut >> indicator & 1:
            continue
        points = tally.total(indicator, weights) + extra[indicator]
        if sentence.lacking >> indicator & 1:
            points -= weights.farther
        fitting.append((-points, indicator))
    return fitting


def _nameless(quantity: Quantity, tally: Tally) -> int:
    """Return the titles that nothing names, as bits; a run needs no name."""
    if quantity.kind == "run" or titles().isdisjoint(tally.indicators):
        return 0
    return sum(1 << title for title in titles() if not tally.named(title))


@cache
def titles() -> frozenset[int]:
    """Return the indicators that count titles: something must name the title."""
    return frozenset(_index_of()[name] for name in TITLES if name in _index_of())


@cache
def _index_of() -> dict[str, int]:
    """Return the positions of the indicators in the codebook by id."""
    return {one.id: place for place, one in enumerate(load_codebook().indicators)}


def inherited(page: Passage, anchor: Anchor, earlier: Verdict) -> int | None:
    """Return the indicator of the total that a number is a part of, or its twin.

    其中二等功9份、三等功138份 are of the total before; 253户449人 are two measures.
    """
    previous, quantity = anchor.previous, anchor.quantity
    if previous is None or earlier.indicator is None:
        return None
    if not _is_part(page.text[previous.end : quantity.start], anchor.carry == 1):
        return None
    whole = page.codebook.indicators[_index_of()[earlier.indicator]]
    same = _same_measure(previous, quantity)
    key = whole.id if same else whole.twin
    return _index_of()[key] if key else None


def _side_by_side(anchor: Anchor) -> bool:
    """Tell whether a number follows another at once: two measures of one thing."""
    previous = anchor.previous
    return previous is not None and previous.end == anchor.quantity.start


def _same_measure(previous: Quantity, quantity: Quantity) -> bool:
    return quantity.unit == previous.unit


def _is_part(link: str, nameless: bool) -> bool:
    """Tell whether the words between two numbers lead from a total to its part.

    Two numbers side by side (253户449人) need no words; a list mark does where the part
    names nothing countable of its own.
    """
    if len(link) > LINK_REACH or "。" in link or "\n" in link:
        return False
    listed = nameless and link.startswith(LIST_MARKS)
    return not link or listed or any(word in link for word in LINKS)
