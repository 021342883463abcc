"""What the earlier sentences of a paragraph say: the strongest word for each cell.

It is kept as the reader moves on, so that a paragraph of any length is read once.
"""

from __future__ import annotations

from dataclasses import dataclass, field

import numpy as np

from etl.match.cues import Cues
from etl.match.pairs import ranges
from etl.match.table import Floats, Ints, load_table
from etl.match.units import EVERYTHING

BITS = 40
LATEST = (1 << BITS) - 1


@dataclass(slots=True, eq=False)
class Earlier:
    """A reader that moves through a document, paragraph by paragraph.

    A mark joins the points of a word, as the place in their order, with where it stands:
    of two marks the greater one is the stronger word, and of equal words the first.
    """

    cues: Cues
    cells: int
    """Of the scoring table."""
    paragraph: int = -1
    """The first cue of the paragraph in hand."""
    read: int = 0
    """So many cues are read."""
    marks: Ints = field(init=False)
    """By cell, of what is read of the paragraph; 0 where no word speaks."""

    def __post_init__(self) -> None:
        """Begin with nothing read."""
        self.marks = np.zeros(self.cells, np.int64)

    def read_on(
        self, paragraphs: Ints, counts: Ints
    ) -> tuple[Ints, Ints, Ints, Floats]:
        """Return what is said before each of some places: place, cell, word, points.

        Args:
            paragraphs: the first cue of the paragraph of each place.
            counts: the first cue that does not stand before it; neither goes back.
        """
        fresh = paragraphs != np.concatenate(([self.paragraph], paragraphs))[:-1]
        begins = np.concatenate(([self.read], counts))[:-1]
        begins = np.where(fresh, paragraphs, np.maximum(paragraphs, begins))
        marks = self._marks(begins, np.maximum(counts - begins, 0))
        known = self.marks
        for place, anew in enumerate(fresh.tolist()):
            if not anew:
                np.maximum(marks[place], known, out=marks[place])
            known = marks[place]
        self.marks = known.copy()
        self.paragraph, self.read = int(paragraphs[-1]), int(counts[-1])
        place, cell = marks.nonzero()
        told = marks[place, cell]
        word = self.cues.word[LATEST - (told & LATEST)]
        return place, cell, word, load_table().scale[told >> BITS]

    def _marks(self, begins: Ints, counts: Ints) -> Ints:
        """Return the greatest mark by cell of the cues of each of some stretches."""
        table = load_table()
        marks = np.zeros((len(begins), self.cells), np.int64)
        if not counts.any():
            return marks
        place, cue = np.arange(len(begins)).repeat(counts), ranges(begins, counts)
        word = self.cues.word[cue]
        first = table.first[EVERYTHING, word]
        count = table.first[EVERYTHING, word + 1] - first
        entry = ranges(first, count)
        told = (table.order[entry] << BITS) + LATEST - cue.repeat(count)
        np.maximum.at(marks, (place.repeat(count), table.slot[entry]), told)
        return marks
