"""Score the indicators for each number by the cues around it.

What is counted, what is done and what the sentence is about speak for an indicator, the
nearer the more; words that speak against it count against.
"""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np

from etl.match.numbers import Numbers
from etl.match.pairs import Pairs, find_nouns, pair_up, ranges, spans_of
from etl.match.paragraphs import spread
from etl.match.passages import Passage
from etl.match.shares import claims_on, shares_of
from etl.match.table import Flags, Floats, Ints, load_table
from etl.match.tally import Said, Tally, new_tally, said_by
from etl.match.topical import said_by_topics
from etl.match.topics import Topic
from etl.match.words import ROLES, UNLESS

THINGS = ("item", "event")
"""Units of what reports count many kinds of."""


def score(page: Passage, chosen: Sequence[int]) -> tuple[Tally, Ints]:
    """Return the points of every indicator that anything speaks of for some numbers.

    Args:
        page: the document.
        chosen: the numbers by their place in it, in order.

    Returns:
        The scoring table, and for each number 1 where it leans on the clause before.
    """
    w = page.weights
    numbers = page.numbers.at(np.array(chosen))
    pairs = pair_up(numbers, page.cues, page.marks)
    nouns = find_nouns(numbers, pairs)
    pairs = pairs.at(_apart(numbers, pairs))
    share = np.full(len(chosen), w.silent)
    share[pairs.number[pairs.names]] = w.block
    shares = shares_of(numbers, nouns, pairs, w)
    claims = claims_on(numbers, nouns, pairs, w)
    said = said_by(numbers.row[pairs.number], pairs, shares, claims)
    things = np.array([page.quantities[index].unit in THINGS for index in chosen], bool)
    tally = new_tally(things, len(page.codebook.indicators))
    tally.add(said)
    tally.add(_said_before(page, numbers, share))
    part = np.where(share == w.silent, w.lead, w.lead * w.named_row)
    tally.add(said_by_topics(page, numbers, _topics(page, numbers), part))
    return tally, nouns.carry


def _topics(page: Passage, numbers: Numbers) -> list[Topic]:
    """Return where the subject of each number's line is named."""
    return [page.sentence(at).topic for at in numbers.start.tolist()]


def count_cues(page: Passage, chosen: Sequence[int]) -> list[int]:
    """Return how many cues the sentence of each of some numbers has."""
    counts = spans_of(page.numbers, page.cues)[1]
    return counts[np.array(chosen, np.int64)].tolist()


def _apart(numbers: Numbers, pairs: Pairs) -> Flags:
    """Tell which cues are no part of their number."""
    number = pairs.number
    return (pairs.start >= numbers.end[number]) | (pairs.end <= numbers.start[number])


def _said_before(page: Passage, numbers: Numbers, share: Floats) -> Said:
    """Return what the earlier sentences of the paragraphs say.

    Words against an indicator reach no later sentence; they only bring it up.

    Args:
        page: the document.
        numbers: the numbers.
        share: the share of an earlier cue, by number.
    """
    sentences = [page.sentence(start) for start in numbers.start.tolist()]
    starts = np.array([sentence.opening for sentence in sentences])
    places = page.cues.start.searchsorted((starts, numbers.sentence_start))
    fresh = np.ones(len(starts), bool)
    fresh[1:] = (places[:, 1:] != places[:, :-1]).any(axis=0)
    place, cell, word, points = page.earlier.read_on(*places[:, fresh])
    mine = fresh.cumsum() - 1
    first = place.searchsorted(mine)
    count = place.searchsorted(mine, "right") - first
    number, row = np.arange(len(mine)).repeat(count), ranges(first, count)
    cell = cell[row]
    opened = load_table().takes[numbers.row] & ~spread(
        [one.paragraph.missing for one in sentences]
    )
    kept = opened[number, cell // ROLES]
    number, cell, row = number[kept], cell[kept], row[kept]
    gained = np.where(cell % ROLES == UNLESS, 0.0, points[row] * share[number])
    return Said(number, cell, word[row], gained)
