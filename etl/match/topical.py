"""What the heading and the lead of a form's line say of the numbers in it."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np

from etl.match.numbers import Numbers
from etl.match.pairs import ranges
from etl.match.passages import Passage
from etl.match.table import Floats, load_table
from etl.match.tally import Said
from etl.match.topics import Topic
from etl.match.words import UNLESS


def said_by_topics(
    page: Passage, numbers: Numbers, topics: Sequence[Topic], shares: Floats
) -> Said:
    """Return what the leads and headings of their lines say of some numbers.

    Args:
        page: the document.
        numbers: the numbers.
        topics: the topic of each.
        shares: by number, what is left of the points of a lead; a heading has less.
    """
    table, weights = load_table(), page.weights
    rows = [
        (place, *span, share)
        for place, topic in enumerate(topics)
        for span, share in ((topic.lead, 1.0), (topic.heading, weights.heading))
        if span is not None
    ]
    if not rows:
        none = np.empty(0, np.int64)
        return Said(none, none, none, np.empty(0))
    place, start, end, part = (np.array(column) for column in zip(*rows, strict=True))
    first = page.cues.start.searchsorted(start)
    count = page.cues.start.searchsorted(end) - first
    number, cue = place.repeat(count), ranges(first, count)
    left = (part * shares[place]).repeat(count)
    word, row = page.cues.word[cue], numbers.row[number]
    first = table.first[row, word]
    count = table.first[row, word + 1] - first
    entry = ranges(first, count)
    cell = table.slot[entry]
    points = np.where(table.role[entry] == UNLESS, 0.0, table.points[entry])
    return Said(number.repeat(count), cell, word.repeat(count), points * left.repeat(count))
