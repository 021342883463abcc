"""Which period words reach a figure: those of its point or paragraph, nearest first.

A period word reaches to the end of its numbered point (一是 … 二是 …) or paragraph; a
lead-in before the first point covers all points (labelling rules 9 and 18).
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from dataclasses import dataclass

from etl.clock import Expression
from etl.schema import Quantity

BREAKS = re.compile(r"[\n。！？!?；;]|[一二三四五六七八九十]是")
BEFORE_POINT = frozenset("，。；：、,;:.\n")


@dataclass(frozen=True, slots=True)
class Breaks:
    """Where lines, sentences, half-sentences (；) and numbered points begin, sorted."""

    lines: list[int]
    sentences: list[int]
    halves: list[int]
    points: list[int]


def find_breaks(text: str) -> Breaks:
    """Return where the units of a text begin, in one pass."""
    breaks = Breaks([0], [0], [0], [])
    for match in BREAKS.finditer(text):
        mark, end = match[0], match.end()
        if len(mark) == 2:
            if match.start() == 0 or text[match.start() - 1] in BEFORE_POINT:
                breaks.points.append(match.start())
            continue
        breaks.halves.append(end)
        if mark in "；;":
            continue
        breaks.sentences.append(end)
        if mark == "\n":
            breaks.lines.append(end)
    return breaks


def begin(starts: Sequence[int], position: int) -> int:
    """Return the last of the sorted starts at or before a position."""
    return starts[bisect_right(starts, position) - 1]


@dataclass(frozen=True, slots=True)
class Site:
    """One figure with what stands before it."""

    text: str
    quantity: Quantity
    sentence: int
    half: int
    previous_end: int
    """Where the quantity before it ends, 0 for the first."""
    periods: tuple[Expression, ...]
    """The period words that reach the figure, nearest first."""
    earlier: Expression | None
    """The last period word before its line."""
    line: int

    def before(self, start: int) -> str:
        """Return the text from an offset up to the figure."""
        return self.text[start : self.quantity.start]

    def in_sentence(self, told: Expression) -> bool:
        """Tell whether a period word stands in the figure's own sentence."""
        return told.start >= self.sentence

    def in_half(self, told: Expression) -> bool:
        """Tell whether it stands in the figure's own half-sentence."""
        return told.start >= self.half


@dataclass(frozen=True, slots=True)
class Map:
    """A text with its period words, ready to be asked about each figure."""

    text: str
    breaks: Breaks
    periods: Sequence[Expression]
    starts: Sequence[int]
    ends: Sequence[int]
    """Ends of all quantities, sorted."""

    def site(self, quantity: Quantity) -> Site:
        """Return a figure with the periods that reach it."""
        position = quantity.start
        line = begin(self.breaks.lines, position)
        index = bisect_right(self.ends, position) - 1
        last = bisect_right(self.starts, position) - 1
        periods, first = self._reaching(last, line, position)
        return Site(
            text=self.text,
            quantity=quantity,
            sentence=begin(self.breaks.sentences, position),
            half=begin(self.breaks.halves, position),
            previous_end=self.ends[index] if index >= 0 else 0,
            periods=periods,
            earlier=self.periods[first] if first >= 0 else None,
            line=line,
        )

    def _reaching(
        self, index: int, line: int, position: int
    ) -> tuple[tuple[Expression, ...], int]:
        """Return the periods of the line that reach, and the index before the line."""
        lead, point = self._points(line, position)
        found: list[Expression] = []
        while index >= 0 and self.periods[index].start >= line:
            start = self.periods[index].start
            if start >= point or start < lead:
                found.append(self.periods[index])
            index -= 1
        return tuple(found), index

    def _points(self, line: int, position: int) -> tuple[int, int]:
        """Return where the line's first point and the figure's own point begin."""
        points = self.breaks.points
        first, own = bisect_left(points, line), bisect_right(points, position) - 1
        if own < first:
            return position, line
        return points[first], points[own]
