"""Each number with each cue of its sentence that bears on it: one row a pair.

What a number counts, and what is left of a cue for it, are then rules over columns.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from etl.match.cues import Cues
from etl.match.numbers import ENUMERATIONS, Marks, Numbers
from etl.match.table import Flags, Ints, load_table

HEAD_REACH = 4
MONEY_REACH = 1
"""Characters after a number in which the noun it counts begins."""


@dataclass(frozen=True, slots=True, eq=False)
class Pairs:
    """Pairs of a number and a cue, a column each, in the order of numbers and cues."""

    number: Ints
    """The number, by its place among those in hand."""
    start: Ints
    end: Ints
    word: Ints
    """Of the cue."""
    marks: Ints
    """Ranks of the start of the cue, by the order of the marks."""
    names: Flags
    """Whether the cue names what the number may count."""

    def at(self, chosen: Flags) -> Pairs:
        """Return some of the pairs."""
        return Pairs(
            self.number[chosen],
            self.start[chosen],
            self.end[chosen],
            self.word[chosen],
            self.marks[:, chosen],
            self.names[chosen],
        )


@dataclass(frozen=True, slots=True, eq=False)
class Nouns:
    """What the nouns of its own clause tell of each number."""

    carry: Ints
    """1 where its own clause names nothing countable: the clause before does (共61个)."""
    headed: Flags
    """Whether the noun it counts follows at once (11个军人法律服务站)."""
    last: Ints
    """End of the noun that stands nearest before it, or -1."""


def ranges(first: Ints, count: Ints) -> Ints:
    """Return the numbers of several ranges, one behind the other."""
    behind = count.cumsum()
    total = int(behind[-1]) if len(behind) else 0
    return np.arange(total) + (first - behind + count).repeat(count)


def pair_up(numbers: Numbers, cues: Cues, marks: Marks) -> Pairs:
    """Return the pairs of some numbers; words that say nothing of a number are out."""
    table = load_table()
    first, count = spans_of(numbers, cues)
    number, cue = np.arange(len(first)).repeat(count), ranges(first, count)
    row, word = numbers.row[number], cues.word[cue]
    says = table.first[row, word + 1] > table.first[row, word]
    number, cue, row, word = number[says], cue[says], row[says], word[says]
    start = cues.start[cue]
    return Pairs(
        number, start, cues.end[cue], word, marks.ranks(start), table.names[row, word]
    )


def spans_of(numbers: Numbers, cues: Cues) -> tuple[Ints, Ints]:
    """Return the first cue of each number's sentence, and how many there are."""
    first = cues.start.searchsorted(numbers.sentence_start)
    return first, cues.start.searchsorted(numbers.sentence_end) - first


def find_nouns(numbers: Numbers, pairs: Pairs) -> Nouns:
    """Return what the countable nouns of each number's clause and list item tell."""
    nouns = pairs.at(pairs.names)
    number, start = nouns.number, nouns.start
    inside = (numbers.clause_start[number] <= start) & (
        start < numbers.clause_end[number]
    )
    nouns = nouns.at(inside & _of_item(numbers, nouns))
    number, start, end = nouns.number, nouns.start, numbers.end[nouns.number]
    carry = np.ones(len(numbers.start), np.int64)
    carry[number] = 0
    reach = end + np.where(numbers.money[number] > 0, MONEY_REACH, HEAD_REACH)
    headed = np.zeros(len(carry), bool)
    headed[number[(end <= start) & (start <= reach)]] = True
    ahead = nouns.end <= numbers.opening[number]
    last = np.full(len(carry), -1)
    np.maximum.at(last, number[ahead], nouns.end[ahead])
    return Nouns(carry, headed, last)


def _of_item(numbers: Numbers, nouns: Pairs) -> Flags:
    """Tell which nouns stand in the number's own list item, no other number between."""
    number = nouns.number
    behind = nouns.start >= numbers.opening[number]
    ranks = np.where(behind, numbers.after[:, number], numbers.before[:, number])
    own = np.equal(nouns.marks, ranks)[ENUMERATIONS]
    past, ahead = follows(numbers, nouns), precedes(numbers, nouns)
    return own & ~(behind & past) & (behind | ~ahead)


def precedes(numbers: Numbers, pairs: Pairs) -> Flags:
    """Tell where the number before stands behind a cue: it may own the cue."""
    return numbers.previous_start[pairs.number] >= pairs.end


def follows(numbers: Numbers, pairs: Pairs) -> Flags:
    """Tell where the next number stands before a cue: it may own the cue."""
    return numbers.following_end[pairs.number] <= pairs.start
