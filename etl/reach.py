"""Which period words reach a figure: those of its point or paragraph, nearest first.

A period word reaches to the end of its numbered point (一是 … 二是 …) or paragraph; a
lead-in before the first point covers all points (labelling rules 9 and 18).
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from dataclasses import dataclass

from etl.clock import EVENTS, GOVERNING, Expression
from etl.schema import Quantity

BREAKS = re.compile(r"[\n。！？!?；;]|[一二三四五六七八九十]是")
ANNOUNCES = re.compile("如下|[：:](?=\n|$)")
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
    ends: Sequence[int]
    """Ends of the quantities before it in its half-sentence."""
    previous_end: int
    """Where the quantity before it ends, 0 for the first."""
    periods: tuple[Expression, ...]
    """The period words that reach the figure, nearest first."""
    following: Expression | None
    """The next period word of the figure's own sentence."""
    carried: Carried | None
    """The period that earlier lines hand down to the figure's line."""

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
class Carried:
    """A period told in an earlier line that holds on: an event, or a lead-in."""

    told: Expression
    lines: int
    """How many lines lie between; 1 for the next line."""
    lead_in: bool


def carry(
    text: str, lines: Sequence[int], periods: Sequence[Expression]
) -> list[Carried | None]:
    """Return for each line the period that earlier lines hand down to it.

    An event goes on in the lines after it; a line that announces what follows (如下,
    or a colon at its end) gives its period to all of that.
    """
    handed: list[Carried | None] = []
    now: Carried | None = None
    index = 0
    for line, end in zip(lines, [*lines[1:], len(text) + 1], strict=True):
        handed.append(now)
        own: Expression | None = None
        while index < len(periods) and periods[index].start < end:
            own = periods[index] if periods[index].role in GOVERNING else own
            index += 1
        if end - line > 1:
            now = _hand_down(now, own, bool(ANNOUNCES.search(text, line, end)))
    return handed


def _hand_down(
    now: Carried | None, own: Expression | None, announces: bool
) -> Carried | None:
    """Return what a line hands down, given what it was handed and its own period."""
    if own is None:
        return now and Carried(now.told, now.lines + 1, now.lead_in)
    if announces:
        return Carried(own, 1, lead_in=True)
    return Carried(own, 1, lead_in=False) if own.role in EVENTS else None


@dataclass(frozen=True, slots=True)
class Map:
    """A text with its period words, ready to be asked about each figure."""

    text: str
    breaks: Breaks
    periods: Sequence[Expression]
    starts: Sequence[int]
    ends: Sequence[int]
    """Ends of all quantities, sorted."""
    handed: Sequence[Carried | None]
    """What each line is handed by the lines before it."""

    def site(self, quantity: Quantity) -> Site:
        """Return a figure with the periods that reach it."""
        position = quantity.start
        index = bisect_right(self.ends, position) - 1
        last = bisect_right(self.starts, position) - 1
        half = begin(self.breaks.halves, position)
        row = bisect_right(self.breaks.lines, position) - 1
        return Site(
            text=self.text,
            quantity=quantity,
            sentence=begin(self.breaks.sentences, position),
            half=half,
            ends=self.ends[bisect_right(self.ends, half) : index + 1],
            previous_end=self.ends[index] if index >= 0 else 0,
            periods=self._reaching(last, self.breaks.lines[row], position),
            following=self._following(last + 1, position),
            carried=self.handed[row],
        )

    def _following(self, index: int, position: int) -> Expression | None:
        """Return the first period word behind a figure in its sentence."""
        if index >= len(self.periods):
            return None
        told = self.periods[index]
        same = begin(self.breaks.sentences, told.start) <= position
        return told if same and told.role in GOVERNING else None

    def _reaching(self, index: int, line: int, position: int) -> tuple[Expression, ...]:
        """Return the periods of the line that reach a position, nearest first."""
        lead, point = self._points(line, position)
        found: list[Expression] = []
        while index >= 0 and self.periods[index].start >= line:
            start = self.periods[index].start
            if start >= point or start < lead:
                found.append(self.periods[index])
            index -= 1
        return tuple(found)

    def _points(self, line: int, position: int) -> tuple[int, int]:
        """Return where the line's first point and the figure's own point begin."""
        points = self.breaks.points
        first, own = bisect_left(points, line), bisect_right(points, position) - 1
        if own < first:
            return position, line
        return points[first], points[own]
