"""The scoring table of some numbers: the best cue of each role, for each indicator."""

from __future__ import annotations

from dataclasses import dataclass
from typing import NamedTuple

import numpy as np

from etl.match.pairs import Pairs, ranges
from etl.match.shares import Claims
from etl.match.table import Flags, Floats, Ints, load_table
from etl.match.weights import Weights
from etl.match.words import DOING, ROLES, UNLESS, WHAT


class Said(NamedTuple):
    """What words say of numbers: a column each, a row for a word in one of its cells."""

    number: Ints
    """The number, by its place among those in hand."""
    cell: Ints
    """ROLES * indicator + role."""
    word: Ints
    points: Floats
    """What the word gains there."""


@dataclass(slots=True, eq=False)
class Tally:
    """Points by number, indicator and role, with the word that won each, -1 for none.

    Those of words against an indicator are counted as what they take.
    """

    points: Floats
    words: Ints
    spoken: Flags
    """By number and indicator: whether anything speaks of it."""
    things: Flags
    """By number: whether it counts things or events, of which reports count many."""

    def add(self, said: Said) -> None:
        """Count words for the numbers, each where it beats all; of equals the first."""
        self.spoken[said.number, said.cell // ROLES] = True
        flat, words = self.points.reshape(-1), self.words.reshape(-1)
        place = said.number * (self.spoken.shape[1] * ROLES) + said.cell
        np.maximum.at(flat, place, said.points)
        best = (said.points == flat[place]) & (said.points > 0)
        best = best.nonzero()[0][::-1]
        words[place[best]] = said.word[best]  # of equal places the last one stays

    def inherit(self, number: int, indicator: int, points: float) -> None:
        """Give an indicator points for what is counted, whatever it has."""
        self.spoken[number, indicator] = True
        self.points[number, indicator, WHAT] += points

    def totals(self, w: Weights) -> Floats:
        """Return the sums over the roles.

        A shared noun alone says little, and so does a common verb of things that
        nothing names (开展各类活动3500余次).
        """
        what: Floats
        doing: Floats
        what, doing, about, unless = self.points.transpose(2, 0, 1)
        lone = load_table().common[self.words[:, :, DOING]] & (what < w.named)
        doing = np.where(lone & self.things[:, None], doing * w.nameless, doing)
        bare = load_table().generic[self.words[:, :, WHAT]] & (doing < w.verb)
        what = np.where(bare, what * w.bare, what)
        return what + doing + about - unless

    def total(self, number: int, indicator: int, w: Weights) -> float:
        """Return the sum of one indicator for one number."""
        one = slice(number, number + 1), slice(indicator, indicator + 1)
        things = self.things[one[0]]
        cell = Tally(self.points[one], self.words[one], self.spoken[one], things)
        return float(cell.totals(w)[0, 0])

    def named(self) -> Flags:
        """Tell by number and indicator whether anything names what it counts."""
        return self.points[:, :, WHAT] > 0

    def cues(self, number: int, indicator: int) -> tuple[str, ...]:
        """Return the words that speak for an indicator."""
        words = load_table().words
        speaking: list[int] = self.words[number, indicator, :UNLESS].tolist()
        return tuple(words[word].text for word in speaking if word >= 0)


def new_tally(things: Flags, indicators: int) -> Tally:
    """Return an empty table for some numbers, told which of them count things."""
    shape = (len(things), indicators, ROLES)
    return Tally(np.zeros(shape), np.full(shape, -1), np.zeros(shape[:2], bool), things)


def said_by(rows: Ints, pairs: Pairs, shares: Floats, claims: Claims) -> Said:
    """Return what the cues of the sentences say.

    Args:
        rows: the row of the unit of each pair's number.
        pairs: the pairs.
        shares: what is left of the cue, by role and pair.
        claims: what other numbers claim of it.
    """
    table = load_table()
    first = table.first[rows, pairs.word]
    count = table.first[rows, pairs.word + 1] - first
    entry, pair = ranges(first, count), np.arange(len(rows)).repeat(count)
    role = table.role[entry]
    claimed = table.takes[claims.row[pair], table.indicator[entry]]
    left = np.where(claimed, claims.factors()[role, pair], 1.0) * shares[role, pair]
    points = table.points[entry] * left
    return Said(pairs.number[pair], table.slot[entry], pairs.word[pair], points)
