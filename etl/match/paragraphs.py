"""A paragraph in hand: who acts in it, and which needed words it has."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from functools import cache

import numpy as np

from etl.codebook import Indicator, load_codebook
from etl.match.cues import Cue
from etl.match.table import Flags
from etl.match.topics import NO_TOPIC, Topic
from etl.match.words import ARMY, LOCAL, Needed, needed_by
from etl.structure import START, Layout, starting

HEAD = 6
"""Characters into a clause within which the one who acts is named."""


@dataclass(slots=True)
class Paragraph:
    """A paragraph with what holds for all its numbers."""

    start: int
    needed: Needed
    """The indicators that need one of its words."""
    actors: list[tuple[int, str]]
    """Where the armed forces or the locality head a clause, in order."""
    topic: Topic = NO_TOPIC
    """Where a form names what this line of it is about."""
    points: list[tuple[int, int]] = field(default_factory=list[tuple[int, int]])
    """The first words of the points inside it that say what they are about."""
    missing: int = -1
    """The indicators that lack a needed word in their block, as bits; -1: not known."""

    def actor(self, offset: int) -> str:
        """Return who acts before an offset: army, local, or nothing where unsaid."""
        place = bisect_left(self.actors, offset, key=START)
        return self.actors[place - 1][1] if place else ""


def read_paragraph(
    layout: Layout, span: tuple[int, int], marked: list[Cue], needy: list[Cue]
) -> Paragraph:
    """Return a paragraph, given the cues of the document that can bear on it."""
    words = {word for _, _, word in starting(needy, *span)}
    return Paragraph(
        span[0], needed_by(words), _actors(layout, starting(marked, *span))
    )


def _actors(layout: Layout, cues: Sequence[Cue]) -> list[tuple[int, str]]:
    """Return the words for who acts that head a clause."""
    return [
        (start, "army" if word.flags & ARMY else "local")
        for start, _, word in cues
        if word.flags & (ARMY | LOCAL) and start - layout.clause(start)[0] <= HEAD
    ]


def bits(chosen: Callable[[Indicator], object]) -> int:
    """Return the indicators that fulfil a condition, as bits by their position."""
    indicators = load_codebook().indicators
    return sum(1 << place for place, one in enumerate(indicators) if chosen(one))


def spread(masks: Sequence[int]) -> Flags:
    """Return bits of indicators as a table: a row for each, a column an indicator."""
    count = len(load_codebook().indicators)
    size = (count + 7) // 8
    octets = b"".join(mask.to_bytes(size, "little") for mask in masks)
    table = np.frombuffer(octets, np.uint8).reshape(len(masks), size)
    return np.unpackbits(table, axis=1, count=count, bitorder="little").astype(bool)


@cache
def needing() -> Needed:
    """Return the indicators that need a word in the clause, sentence and block."""
    return Needed(
        bits(lambda indicator: indicator.needs.clause),
        bits(lambda indicator: indicator.needs.sentence),
        bits(lambda indicator: indicator.needs.block),
    )


def missing_in(paragraphs: Sequence[Paragraph]) -> int:
    """Return the indicators that lack a needed word in a block of paragraphs, as bits.

    What the sentence needs may stand in the block too, at a loss of points.
    """
    need = needing()
    sentence, block = need.sentence, need.block
    for paragraph in paragraphs:
        sentence &= ~paragraph.needed.sentence
        block &= ~paragraph.needed.block
    return sentence | block
