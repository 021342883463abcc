"""A document prepared for matching: its paragraphs are read where numbers stand.

A paragraph without numbers to judge is never searched for cues. Cues are columns; only
the last paragraphs and sentences are kept as objects, so that memory stays flat.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from etl.codebook import Codebook, load_codebook
from etl.locate import Whose
from etl.match.cues import Cue, Cues, find_cues
from etl.match.earlier import Earlier
from etl.match.numbers import REACH, Marks, Numbers, marks_of, see_numbers
from etl.match.paragraphs import Paragraph, missing_in, read_paragraph
from etl.match.plans import planned_spans
from etl.match.respective import respective_items
from etl.match.sentences import Sentence, read_sentence
from etl.match.table import load_table
from etl.match.topics import Topic, points_of, topic_of
from etl.match.weights import Weights, load_weights
from etl.match.words import ROLES
from etl.schema import Quantity
from etl.structure import Layout, lay_out

NEAR = 120
"""So many characters before a paragraph the lines of its block reach back: where each
line is a point of a list, the line before says little."""
LINES = 6
"""So many lines they are at most."""
KEPT = LINES + 3
"""Paragraphs kept in hand: the number's own, those of its block, the title, one more."""
KEPT_SENTENCES = 512
"""Numbers whose sentences are kept in hand: they are asked for again and again."""

Span = tuple[int, int]


@dataclass(slots=True)
class Passage:
    """A document in hand, read from its first number to its last."""

    text: str
    layout: Layout
    quantities: Sequence[Quantity]
    items: dict[int, Span]
    """The item of its own for each number of a 分别 list."""
    ages: list[int]
    """Where ages of persons stand."""
    whose: Sequence[Whose | None]
    """The place that each number is about, if not the report's own; may be empty."""
    planned: Sequence[tuple[int, int]]
    """Sections that tell of plans."""
    weights: Weights
    codebook: Codebook
    cues: Cues
    marks: Marks
    numbers: Numbers
    marked: list[Cue] = field(init=False)
    """The cues that exclude, or name a thing not listed, or who acts."""
    needy: list[Cue] = field(init=False)
    """The cues that some indicator needs."""
    earlier: Earlier = field(init=False)
    _paragraphs: dict[int, Paragraph] = field(
        init=False, default_factory=dict[int, Paragraph]
    )
    _sentence: Sentence | None = field(init=False, default=None)
    _asked: dict[int, Sentence] = field(init=False, default_factory=dict[int, Sentence])

    def __post_init__(self) -> None:
        """Set apart the cues that few questions are about."""
        self.marked = self.cues.only(load_table().marked)
        self.needy = self.cues.only(load_table().needy)
        self.earlier = Earlier(self.cues, ROLES * len(self.codebook.indicators))

    def sentence(self, offset: int) -> Sentence:
        """Return the sentence around an offset."""
        known = self._asked.get(offset)
        if known is None:
            if len(self._asked) >= KEPT_SENTENCES:
                self._asked.clear()
            known = self._asked[offset] = self._read(offset)
        return known

    def _read(self, offset: int) -> Sentence:
        """Return the sentence around an offset, that of the last number if it is one."""
        start, end = self.layout.sentence(offset)
        span = max(start, offset - REACH), min(end, offset + REACH)
        known = self._sentence
        if known is None or known.start != span[0] or known.end != span[1]:
            block = self._block(offset)
            known = read_sentence(self.layout, block, span, self.marked, self.needy)
            self._sentence = known
        return known

    def _block(self, offset: int) -> Paragraph:
        """Return the paragraph around an offset, knowing what its block lacks.

        The block is the paragraph and the one before it (short lines: several), with
        the title.
        """
        span = self.layout.paragraph(offset)
        own = self._paragraph(span)
        if own.missing < 0:
            own.topic = topic_of(self.text, self.layout, offset)
            own.points = points_of(self.text, span)
            spans = block_of(self.layout, offset, own.topic)
            own.missing = missing_in([self._paragraph(one) for one in spans])
        return own

    def _paragraph(self, span: Span) -> Paragraph:
        """Return the paragraph of a span."""
        known = self._paragraphs.pop(span[0], None)
        if known is None:
            known = read_paragraph(self.layout, span, self.marked, self.needy)
            if len(self._paragraphs) >= KEPT:
                del self._paragraphs[next(iter(self._paragraphs))]
        self._paragraphs[span[0]] = known  # the last used is the last to go
        return known


def block_of(layout: Layout, offset: int, topic: Topic) -> list[Span]:
    """Return the spans of the title, what stands before an offset, and its paragraph.

    Before it stands a paragraph, or several short lines; of a form, its heading too.
    """
    own = layout.paragraph(offset)
    block, start = [own], own[0]
    while start > 0 and own[0] - start < NEAR and len(block) <= LINES:
        block.insert(0, layout.paragraph(start - 1))
        start = block[0][0]
    if topic.heading and topic.heading[0] < block[0][0]:
        block.insert(0, layout.paragraph(topic.heading[0]))
    return [layout.paragraph(0), *block]


def prepare(
    text: str,
    quantities: Sequence[Quantity],
    layout: Layout | None = None,
    whose: Sequence[Whose | None] = (),
    judged: Sequence[Quantity] | None = None,
) -> Passage:
    """Return a logical text ready for matching.

    Args:
        text: the logical text.
        quantities: those found in it, in order.
        layout: its marks, where they are known already.
        whose: the place that each quantity is about, if not the text's own.
        judged: the quantities that will be asked about, in order; else all.
    """
    layout = layout or lay_out(text)
    items, marks = respective_items(text, layout, quantities), marks_of(layout)
    asked = quantities if judged is None else judged
    return Passage(
        text,
        layout,
        quantities,
        items,
        [quantity.start for quantity in quantities if quantity.kind == "age"],
        whose,
        planned_spans(text),
        load_weights(),
        load_codebook(),
        find_cues(text, _stretches(text, layout, asked)),
        marks,
        see_numbers(text, layout, marks, quantities, items),
    )


def _stretches(text: str, layout: Layout, asked: Sequence[Quantity]) -> Iterator[Span]:
    """Yield the stretches of paragraphs whose cues are needed, in order and apart."""
    start = end = 0
    for quantity in asked:
        if end and quantity.start < end:
            continue  # the same paragraph
        topic = topic_of(text, layout, quantity.start)
        for left, right in block_of(layout, quantity.start, topic):
            if left > end + 1:
                yield start, end
                start = left
            end = max(end, right)
    if end:
        yield start, end
