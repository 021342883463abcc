"""A document prepared for matching: its paragraphs are read where numbers stand.

A paragraph without numbers to judge is never searched for cues, and only the last few
are kept, so that memory does not grow with the document.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

from etl.codebook import Codebook, load_codebook
from etl.locate import Whose
from etl.match.paragraphs import Paragraph, missing_in, read_paragraph
from etl.match.respective import respective_items
from etl.match.sentences import Sentence, read_sentence
from etl.match.weights import Weights, load_weights
from etl.schema import Quantity
from etl.structure import Layout, lay_out

REACH = 400
"""So many characters to each side of a number a sentence without marks is read."""
KEPT = 4
"""Paragraphs kept in hand: the number's own, the one before it, the title, one more."""


@dataclass(slots=True)
class Passage:
    """A document in hand, read from its first number to its last."""

    text: str
    layout: Layout
    quantities: Sequence[Quantity]
    items: dict[int, tuple[int, int]]
    """The item of its own for each number of a 分别 list."""
    ages: list[int]
    """Where ages of persons stand."""
    whose: Sequence[Whose | None]
    """The place that each number is about, if not the report's own; may be empty."""
    weights: Weights
    codebook: Codebook
    _paragraphs: dict[int, Paragraph] = field(
        init=False, default_factory=dict[int, Paragraph]
    )
    _sentence: Sentence | None = field(init=False, default=None)

    def sentence(self, offset: int) -> Sentence:
        """Return the sentence around an offset."""
        start, end = self.layout.sentence(offset)
        start, end = max(start, offset - REACH), min(end, offset + REACH)
        known = self._sentence
        if known is None or known.start != start or known.end != end:
            paragraph = self._block(offset)
            known = read_sentence(self.layout, paragraph, (start, end))
            self._sentence = known
        return known

    def _block(self, offset: int) -> Paragraph:
        """Return the paragraph around an offset, knowing what its block lacks.

        The block is the paragraph and the one before it, with the title.
        """
        own = self._paragraph(offset)
        if own.missing < 0:
            before = self._paragraph(max(0, own.start - 1))
            own.missing = missing_in((own, before, self._paragraph(0)))
        return own

    def _paragraph(self, offset: int) -> Paragraph:
        """Return the paragraph around an offset."""
        start, end = self.layout.paragraph(offset)
        known = self._paragraphs.pop(start, None)
        if known is None:
            known = read_paragraph(self.text, self.layout, start, end)
            if len(self._paragraphs) >= KEPT:
                del self._paragraphs[next(iter(self._paragraphs))]
        self._paragraphs[start] = known  # the last used is the last to go
        return known


def prepare(
    text: str,
    quantities: Sequence[Quantity],
    layout: Layout | None = None,
    whose: Sequence[Whose | None] = (),
) -> Passage:
    """Return a logical text ready for matching; `layout` where it is known already."""
    layout = layout or lay_out(text)
    return Passage(
        text,
        layout,
        quantities,
        respective_items(text, layout, quantities),
        [quantity.start for quantity in quantities if quantity.kind == "age"],
        whose,
        load_weights(),
        load_codebook(),
    )
