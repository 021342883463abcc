"""A sentence in hand: its marks, and its cues that exclude, need or act."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator
from dataclasses import dataclass

from etl.match.cues import Cue
from etl.match.paragraphs import Paragraph, needing
from etl.match.topics import Topic
from etl.match.words import needed_by
from etl.structure import Layout, between, starting, stretch


@dataclass(slots=True)
class Sentence:
    """A sentence; of a very long one, the part around a number."""

    start: int
    end: int
    paragraph: Paragraph
    topic: Topic
    """Where its line, or its point of the paragraph, says what it is about."""
    semicolons: list[int]
    commas: list[int]
    enumerations: list[int]
    marked: list[Cue]
    """Its cues that bear on exclusion or on who acts."""
    flags: int
    """All that these bear on."""
    needy: list[Cue]
    """Its cues that indicators need in the clause, or never beside them."""
    lacking: int
    """The indicators that lack a needed word here, as bits."""

    @property
    def opening(self) -> int:
        """Where what bears on it begins: its point of the paragraph, or all of it."""
        lead = self.topic.lead
        inside = lead is not None and lead != self.paragraph.topic.lead
        return lead[1] if lead and inside else self.paragraph.start

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


def read_sentence(
    layout: Layout,
    paragraph: Paragraph,
    span: tuple[int, int],
    marked: list[Cue],
    needy: list[Cue],
) -> Sentence:
    """Return a sentence, given the cues of the document that can bear on it."""
    start, end = span
    marked = starting(marked, start, end)
    every, needy = needy, starting(needy, start, end)
    topic = paragraph.topic.at(paragraph.points, start)
    needed = needed_by({word for _, _, word in (*needy, *_topical(topic, every))})
    flags = 0
    for word in {word for _, _, word in marked}:  # one word may stand there often
        flags |= word.flags
    return Sentence(
        start,
        end,
        paragraph,
        topic,
        between(layout.semicolons, start, end),
        between(layout.commas, start, end),
        between(layout.enumerations, start, end),
        marked,
        flags,
        _telling(needy) if needed.clause or needed.never else [],
        needing().sentence & ~needed.sentence,
    )


def _topical(topic: Topic, needy: list[Cue]) -> Iterator[Cue]:
    """Yield the cues of the heading and lead that a line of a form stands under."""
    for span in topic.spans():
        yield from starting(needy, *span)


def _telling(needy: list[Cue]) -> list[Cue]:
    """Return the cues whose place within the sentence matters."""
    return [cue for cue in needy if cue[2].needed.clause or cue[2].needed.never]
