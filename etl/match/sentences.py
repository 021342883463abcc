"""A sentence in hand: its cues with the marks before each, counted from its start.

Two offsets with the same rank stand in the same unit; the difference of their ranks
counts the marks between them.
"""

from __future__ import annotations

from bisect import bisect_left
from dataclasses import dataclass, field

from etl.match.cues import Cue
from etl.match.paragraphs import Paragraph, needing
from etl.match.units import Takers
from etl.match.words import Said, Word, needed_by, sayings
from etl.structure import Layout, between, starting, stretch


@dataclass(slots=True)
class Hit:
    """A cue word in its sentence that bears on the numbers of a unit."""

    start: int
    end: int
    word: Word
    said: Said
    semicolon: int
    comma: int
    enumeration: int
    """How many of these marks stand before it."""


@dataclass(slots=True)
class Sentence:
    """A sentence with its cues; of a very long one, the part around a number."""

    start: int
    end: int
    paragraph: Paragraph
    semicolons: list[int]
    commas: list[int]
    enumerations: list[int]
    marked: list[Cue]
    """Its cues that bear on exclusion or on who acts."""
    flags: int
    """All that these bear on."""
    needy: list[Cue]
    """Its cues that indicators need in the clause."""
    lacking: int
    """The indicators that lack a needed word here, as bits."""
    _hits: dict[Takers, list[Hit]] = field(
        init=False, default_factory=dict[Takers, list[Hit]]
    )

    def clause(self, offset: int) -> tuple[int, int]:
        """Return the span between the commas around an offset."""
        return stretch(self.commas, offset, (self.start, self.end))

    def ranks(self, offset: int) -> tuple[int, int, int]:
        """Return how many semicolons, commas and enumeration marks stand before."""
        return (
            bisect_left(self.semicolons, offset),
            bisect_left(self.commas, offset),
            bisect_left(self.enumerations, offset),
        )

    def hits(self, takers: Takers) -> list[Hit]:
        """Return the cues that say something of the indicators of a unit."""
        hits = self._hits.get(takers)
        if hits is None:
            hits = self._hits[takers] = self._find_hits(takers)
        return hits

    def _find_hits(self, takers: Takers) -> list[Hit]:
        says, cues = sayings(takers), self.paragraph.between(self.start, self.end)
        semicolons, commas = self.semicolons, self.commas
        enumerations = self.enumerations
        return [
            Hit(
                start,
                end,
                word,
                said,
                bisect_left(semicolons, start),
                bisect_left(commas, start),
                bisect_left(enumerations, start),
            )
            for start, end, word in cues
            if (said := says[word]).entries
        ]


def read_sentence(
    layout: Layout, paragraph: Paragraph, span: tuple[int, int]
) -> Sentence:
    """Return a sentence of a paragraph with its cues."""
    start, end = span
    marked = starting(paragraph.marked, start, end)
    needy = starting(paragraph.needy, start, end)
    needed = needed_by(word for _, _, word in needy)
    flags = 0
    for _, _, word in marked:
        flags |= word.flags
    return Sentence(
        start,
        end,
        paragraph,
        between(layout.semicolons, start, end),
        between(layout.commas, start, end),
        between(layout.enumerations, start, end),
        marked,
        flags,
        [cue for cue in needy if cue[2].needed.clause] if needed.clause else [],
        needing().sentence & ~needed.sentence,
    )
