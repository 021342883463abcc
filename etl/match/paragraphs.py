"""A paragraph in hand: its cues, who acts in it, and what is open to its numbers."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from functools import cache

from etl.codebook import Indicator, load_codebook
from etl.match.cues import Cue, find_cues
from etl.match.earlier import Earlier
from etl.match.units import Takers
from etl.match.words import ARMY, LOCAL, NOBODY, Needed, needed_by, sayings
from etl.structure import START, Layout

HEAD = 6
"""Characters into a clause within which the one who acts is named."""


@dataclass(slots=True)
class Paragraph:
    """A paragraph with its cues."""

    start: int
    cues: list[Cue]
    starts: list[int]
    """Where the cues start, sorted."""
    marked: list[Cue]
    """Those of its cues that exclude, or name a thing not listed, or who acts."""
    needy: list[Cue]
    """Those of its cues that some indicator needs."""
    needed: Needed
    """The indicators that need one of them."""
    actors: list[tuple[int, str]]
    """Where the armed forces or the locality head a clause, in order."""
    missing: int = -1
    """The indicators that lack a needed word in their block, as bits; -1: not known."""
    _earlier: dict[Takers, Earlier] = field(
        init=False, default_factory=dict[Takers, Earlier]
    )

    def earlier(self, offset: int, takers: Takers) -> Earlier:
        """Return what stands before an offset; offsets must not go back."""
        earlier = self._earlier.get(takers)
        if earlier is None:
            is_open = frozenset(
                i for i in takers.indicators if not self.missing >> i & 1
            )
            earlier = self._earlier[takers] = Earlier(sayings(takers), is_open)
        earlier.read_on(self.cues, bisect_left(self.starts, offset))
        return earlier

    def between(self, start: int, end: int) -> list[Cue]:
        """Return the cues that start within a stretch."""
        return self.cues[
            bisect_left(self.starts, start) : bisect_left(self.starts, end)
        ]

    def actor(self, offset: int) -> str:
        """Return who acts before an offset: army, local, or nothing where unsaid."""
        place = bisect_left(self.actors, offset, key=START)
        return self.actors[place - 1][1] if place else ""


def read_paragraph(text: str, layout: Layout, start: int, end: int) -> Paragraph:
    """Return a paragraph with its cues found."""
    cues = find_cues(text, start, end)
    marked = [cue for cue in cues if cue[2].marked]
    needy = [cue for cue in cues if cue[2].needed is not NOBODY]
    return Paragraph(
        start,
        cues,
        [cue[0] for cue in cues],
        marked,
        needy,
        needed_by({word for _, _, word in needy}),
        _actors(layout, marked),
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
