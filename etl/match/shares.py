"""What is left of a cue's points for a number: by the marks and numbers between."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from etl.match.numbers import COMMAS, ENUMERATIONS, SEMICOLONS, Numbers
from etl.match.pairs import Nouns, Pairs, follows, precedes
from etl.match.table import Flags, Floats, Ints
from etl.match.weights import Weights

CLEAR, SOFTER = 0.5, 0.6
"""Below this share a word against an indicator counts less: something is between."""
LIST_REACH = 60
OUTSIDE = 0.2
"""Share of a cue in another item of a 分别 list."""
FARTHEST = 3
"""More commas than this make no difference."""
MOST_DECAY = 0.3


def shares_of(numbers: Numbers, nouns: Nouns, pairs: Pairs, w: Weights) -> Floats:
    """Return the shares of each cue's points for its number: a row for each role.

    The rows are what, doing, about, unless.
    """
    ahead = pairs.start < numbers.opening[pairs.number]
    return np.where(ahead, _ahead(numbers, nouns, pairs, w), _behind(numbers, pairs, w))


def _ahead(numbers: Numbers, nouns: Nouns, pairs: Pairs, w: Weights) -> Floats:
    """Return the shares of cues before their numbers: 培训1000人."""
    number = pairs.number
    gap = numbers.opening[number] - pairs.end
    between = numbers.before[:, number] - pairs.marks
    commas = between[COMMAS] - nouns.carry[number]
    value = np.array(w.before)[_steps(commas)]
    value = _nearness(value, between, gap, w)
    noun = np.where(pairs.end < nouns.last[number], w.hidden, 1.0)
    noun = np.where(nouns.headed[number], noun * w.headed, noun)
    listed = numbers.item_start[number] >= 0
    if listed.any():
        value = np.where(listed, _in_list(numbers, pairs, value), value)
        noun = np.where(listed, 1.0, noun)
    touching = (gap >= 0) & (gap <= 1)
    return np.array(
        [
            value * noun,
            np.where(touching, value * w.touch, value),
            value,
            np.where(value >= CLEAR, value, value * SOFTER),
        ]
    )


def _steps(commas: Ints) -> Ints:
    """Return the commas between as far as they make a difference."""
    return np.minimum(np.maximum(commas, 0), FARTHEST)


def _nearness(value: Floats, between: Ints, gap: Ints, w: Weights) -> Floats:
    """Return what list marks, semicolons and characters between leave of a share."""
    value = np.where(between[ENUMERATIONS] != 0, value * w.across, value)
    value = np.where(between[SEMICOLONS] != 0, value * w.semicolon, value)
    decay = np.minimum(MOST_DECAY, w.decay * gap)
    return np.where(gap > 0, value * (1.0 - decay), value)


def _in_list(numbers: Numbers, pairs: Pairs, value: Floats) -> Floats:
    """Return the shares of cues before a 分别 list: of the number's own item, all."""
    start, end = numbers.item_start[pairs.number], numbers.item_end[pairs.number]
    near = pairs.start >= start - LIST_REACH
    own = (start <= pairs.start) & (pairs.start < end)
    return np.where(own, 1.0, np.where(near, value * OUTSIDE, value))


def _behind(numbers: Numbers, pairs: Pairs, w: Weights) -> Floats:
    """Return the shares of cues behind their numbers: 300名退役军人.

    A word against an indicator says nothing behind a comma, nor of the whole where it
    speaks of the parts.
    """
    number = pairs.number
    gap = pairs.start - numbers.end[number]
    between = pairs.marks - numbers.after[:, number]
    between[SEMICOLONS] = pairs.marks[SEMICOLONS] - numbers.before[SEMICOLONS, number]
    value = np.array(w.after)[_steps(between[COMMAS])]
    of_parts = pairs.start >= numbers.parts[number]
    value = np.where(of_parts, value * w.part, value)
    value = _nearness(value, between, gap, w)
    against = np.where((between[COMMAS] == 0) & ~of_parts, value, 0.0)
    return np.array([value, value, value, against])


@dataclass(frozen=True, slots=True, eq=False)
class Claims:
    """What the numbers beside a number claim of its cues: a column each, a row a pair.

    A claim bears on the indicators that both numbers can stand for.
    """

    row: Ints
    """The row of the unit of the number that claims; 0, of no indicator, for none."""
    noun: Floats
    verb: Floats
    """What the claim leaves of a cue."""

    def factors(self) -> Floats:
        """Return what the claims leave, by role: the topic belongs to all."""
        return np.array([self.noun, self.verb, np.ones(len(self.row)), self.verb])


def claims_on(numbers: Numbers, nouns: Nouns, pairs: Pairs, w: Weights) -> Claims:
    """Return the claims of the numbers beside: the one before, and the next."""
    number = pairs.number
    ahead = pairs.start < numbers.opening[number]
    before = ahead & precedes(numbers, pairs)
    past = ~ahead & follows(numbers, pairs)
    beyond = ~ahead & ~past & _heads_next(numbers, pairs)
    shared = (nouns.carry == 1) | (numbers.item_start >= 0)
    taken = np.where(shared, w.across, w.across * w.taken)[number]
    verb = np.where(beyond, w.beyond, w.across)
    rows = np.where(before, numbers.previous_row[number], numbers.following_row[number])
    return Claims(
        np.where(before | past | beyond, rows, 0), np.where(before, taken, verb), verb
    )


def _heads_next(numbers: Numbers, pairs: Pairs) -> Flags:
    """Tell which cues past a mark stand in the clause of the next number."""
    number = pairs.number
    start = numbers.following_start[number]
    between = pairs.marks != numbers.after[:, number]
    marked = between[COMMAS] | between[ENUMERATIONS]
    inside = (pairs.end <= start) & (start < numbers.sentence_end[number])
    same = numbers.following_comma[number] == pairs.marks[COMMAS]
    return marked & inside & same
