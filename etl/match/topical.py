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
from etl.match.words import DOING, UNLESS


def said_by_topics(
    page: Passage, numbers: Numbers, topics: Sequence[Topic], shares: Floats
) -> Said:
    """Return what the leads and headings of their lines say of some numbers.

    Args:
        page: the document.
        numbers: the numbers.
        topics: the topic of each.
        shares: by number, what is left of the points of a lead for what is counted; a
            heading has less. What is done is done to all that stands below.
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
    lead = part.repeat(count)
    word, row = page.cues.word[cue], numbers.row[number]
    first = table.first[row, word]
    count = table.first[row, word + 1] - first
    entry = ranges(first, count)
    number, role = number.repeat(count), table.role[entry]
    share = np.where(role == DOING, weights.lead, shares[number])
    share = np.where(role == UNLESS, 0.0, share * lead.repeat(count))
    points = table.points[entry] * share
    return Said(number, table.slot[entry], word.repeat(count), points)
