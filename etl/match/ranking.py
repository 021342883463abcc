"""Rank the indicators that fit a number, with what a part takes from its total."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from typing import NamedTuple

import numpy as np

from etl.codebook import load_codebook
from etl.match.bonus import bonus
from etl.match.conditions import TITLES, shut_out
from etl.match.paragraphs import spread
from etl.match.passages import Passage
from etl.match.scoring import score
from etl.match.table import Flags, Floats
from etl.match.tally import Tally
from etl.match.wholes import inherited, precedent
from etl.schema import Quantity, Verdict

BEST = 3
"""A verdict names the best indicator and the two that come next."""
Fitting = list[tuple[float, int]]
"""Indicators that fit a number: points below zero and position, so that they sort."""


class Ranking(NamedTuple):
    """The indicators that fit one number best, the first of all first."""

    points: list[float]
    indicators: list[int]
    """By their position in the codebook; no more than `BEST`."""
    cues: tuple[str, ...] = ()
    """The words that speak for the first."""

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


@dataclass(slots=True, eq=False)
class Rankings:
    """The rankings of some numbers, before any takes from the one before it."""

    page: Passage
    tally: Tally
    carry: list[int]
    """1 for a number that leans on the clause before."""
    beside: Floats
    """Points beside the cues, by number and indicator."""
    shut: Flags
    """Which indicators a number does not meet the conditions of."""
    best: list[Fitting]
    """Those that fit each number best, one more than are named."""

    def of(self, place: int, index: int, earlier: Sequence[Verdict]) -> Ranking:
        """Return the ranking of a number, given the verdicts on those before it.

        Args:
            place: its place among these numbers.
            index: its place in the document.
            earlier: the verdicts.
        """
        fitting = self.best[place]
        total = earlier[-1].indicator if earlier else None
        carry = self.carry[place]
        key = inherited(self.page, index, carry, total) if total else None
        if key is not None:
            self.tally.inherit(place, key, precedent(self.page, index, carry))
            fitting = self._again(place, key)
        indicators = [indicator for _, indicator in fitting[:BEST]]
        cues = self.tally.cues(place, indicators[0]) if indicators else ()
        return Ranking([-loss for loss, _ in fitting[:BEST]], indicators, cues)

    def _again(self, place: int, indicator: int) -> Fitting:
        """Return those that fit a number, one of them counted again: it has gained."""
        others = [one for one in self.best[place] if one[1] != indicator]
        if self.shut[place, indicator]:
            return others
        total = self.tally.total(place, indicator, self.page.weights)
        points = total + float(self.beside[place, indicator])
        return sorted([*others, (-points, indicator)])


def best_of(points: Floats) -> list[Fitting]:
    """Return the best of each row, one more than are named; of equals the first.

    Args:
        points: by number and indicator, minus infinity for one that does not fit.
    """
    every, columns = np.arange(len(points)), list[list[tuple[float, int]]]()
    for _ in range(BEST + 1):
        first = points.argmax(axis=1)
        loss = (-points[every, first]).tolist()
        columns.append(list(zip(loss, first.tolist(), strict=True)))
        points[every, first] = -np.inf
    return [
        [one for one in row if one[0] < np.inf] for row in zip(*columns, strict=True)
    ]


def rank_all(page: Passage, chosen: Sequence[int]) -> Rankings:
    """Return the rankings of some numbers, by their place in the document, in order."""
    tally, carry = score(page, chosen)
    quantities = [page.quantities[index] for index in chosen]
    sentences = [page.sentence(quantity.start) for quantity in quantities]
    both = list(zip(sentences, quantities, strict=True))
    extra = [bonus(one, at.paragraph.actor(one.start)) for at, one in both]
    farther = spread([sentence.lacking for sentence in sentences])
    beside = np.array(extra) - np.where(farther, page.weights.farther, 0.0)
    shut = spread([shut_out(page, sentence, one) for sentence, one in both])
    points = tally.totals(page.weights) + beside
    points[shut | ~tally.spoken | _nameless(tally, quantities)] = -np.inf
    return Rankings(page, tally, carry.tolist(), beside, shut, best_of(points))


def _nameless(tally: Tally, quantities: Sequence[Quantity]) -> Flags:
    """Return the titles that nothing names; a run needs no name."""
    runs = np.array([quantity.kind == "run" for quantity in quantities])
    return titles() & ~tally.named() & ~runs[:, None]


@cache
def titles() -> Flags:
    """Return which indicators count titles: something must name the title."""
    return np.array([one.id in TITLES for one in load_codebook().indicators])
