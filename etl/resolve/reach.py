"""Which period words reach a figure: those of its point or paragraph, nearest first.

A period word reaches to the end of its numbered point (一是 … 二是 …) or paragraph; a
lead-in before the first point covers all points (labelling rules 9 and 18).
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from dataclasses import dataclass

from etl.resolve.asides import is_aside
from etl.resolve.carry import Carried
from etl.resolve.clock import GOVERNING, Expression
from etl.resolve.periodwords import Nature, Role
from etl.resolve.story import Story
from etl.schema import Quantity

MARKS = re.compile("[\n。！？!?；;是)①-⑳]")
# 一是, (一), (1) and ①, behind a mark
POINT = re.compile(
    r"""
    (?: ^ | [，。；：、,;:.\n] )
    (?P<mark> [一二三四五六七八九十]是 | \([一二三四五六七八九十\d]{1,2}\) | [①-⑳] ) $
    """,
    re.VERBOSE,
)
BYLINE = re.compile(r"[^，。；\n]{0,40}(?:[讯电)]|消息|报道)[：:]?(?:\([^()\n]*\))?|")
"""What may stand before the words that open a report: 本报讯(记者…), or nothing."""
INDENT = 8
"""So many blanks at most stand before a number that opens its line."""
CAPTION = 30
"""So many characters behind a number that opens its line its period may stand."""
GOES_ON = ("；", ";", "，", "、")
"""What ends a line that the next one goes on with: the items of one list."""
LONGEST_POINT = 5
LONGEST_SENTENCE = 600
MOST_PERIODS = 32
"""Bounds that keep the time linear on a text without marks; no print comes near."""


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
    for match in MARKS.finditer(text):
        mark, end = match[0], match.end()
        if mark not in "\n。！？!?；;":
            point = POINT.search(text, max(0, end - LONGEST_POINT), end)
            if point:
                breaks.points.append(point.start("mark"))
            continue
        breaks.halves.append(end)
        if mark in "；;":
            continue
        breaks.sentences.append(end)
        if mark == "\n" and text[end - 2 : end - 1] not in GOES_ON:
            breaks.lines.append(end)
    return breaks


def begin(starts: Sequence[int], position: int) -> int:
    """Return the last of the sorted starts at or before a position."""
    return starts[bisect_right(starts, position) - 1]


@dataclass(slots=True)
class Site:
    """One figure with what stands around it; made for each figure, so not frozen."""

    text: str
    story: Story
    quantity: Quantity
    nature: Nature
    sentence: int
    half: int
    """Where its sentence and its half-sentence begin."""
    neighbours: Sequence[int]
    """Ends of the quantities before it in its half-sentence."""
    periods: tuple[Expression, ...]
    """The period words that reach the figure, nearest first."""
    carried: Carried | None
    """The period that earlier lines hand down to the figure's line."""
    page: Page

    def idle(self, told: Expression) -> bool:
        """Tell whether a period only dates an aside: 冯海涛种起菌菇，去年净赚18万元.

        It does not open its sentence, and none of the figures there has an indicator.
        """
        page = self.page
        sentences = page.breaks.sentences
        row = bisect_right(sentences, told.start)
        if BYLINE.fullmatch(self.text, sentences[row - 1], told.start):
            return False
        end = sentences[row] if row < len(sentences) else len(self.text)
        numbers = bisect_right(page.ends, end) - bisect_right(page.ends, told.end)
        counted = bisect_right(page.counted, end) - bisect_right(page.counted, told.end)
        return numbers > 0 and counted == 0

    def before(self, start: int) -> str:
        """Return the text from an offset up to the figure."""
        return self.text[start : self.quantity.start]

    def in_sentence(self, told: Expression) -> bool:
        """Tell whether a period word stands in the figure's own sentence."""
        return told.start >= self.sentence

    def in_half(self, told: Expression) -> bool:
        """Tell whether it stands in the figure's own half-sentence."""
        return told.start >= self.half

    def is_next(self, end: int) -> bool:
        """Tell whether no other quantity stands between an offset and the figure."""
        return not self.neighbours or self.neighbours[-1] <= end

    def sentence_has(self, *roles: Role) -> Expression | None:
        """Return the nearest period word of these roles in the figure's sentence."""
        for told in self.periods:
            if told.start < self.sentence:
                break
            if told.role in roles:
                return told
        return None


@dataclass(frozen=True, slots=True)
class Page:
    """A text with its period words, ready to be asked about each figure."""

    text: str
    story: Story
    breaks: Breaks
    periods: Sequence[Expression]
    starts: Sequence[int]
    ends: Sequence[int]
    """Ends of all quantities, sorted."""
    counted: Sequence[int]
    """Ends of those that have an indicator, sorted."""
    handed: Sequence[Carried | None]
    """What each line is handed by the lines before it."""

    def site(self, quantity: Quantity, nature: Nature) -> Site:
        """Return a figure with the periods that reach it."""
        position = quantity.start
        last = bisect_right(self.starts, position)
        row = bisect_right(self.breaks.lines, position) - 1
        nearest = position - LONGEST_SENTENCE
        half = max(begin(self.breaks.halves, position), nearest)
        first, own = bisect_right(self.ends, half), bisect_right(self.ends, position)
        return Site(
            text=self.text,
            story=self.story,
            quantity=quantity,
            nature=nature,
            sentence=max(begin(self.breaks.sentences, position), nearest),
            half=half,
            neighbours=self.ends[first:own],
            periods=self._behind(quantity, last, self.breaks.lines[row])
            or self._reaching(last - 1, self.breaks.lines[row], position),
            carried=self.handed[row],
            page=self,
        )

    def following(self, position: int) -> Expression | None:
        """Return the first period word behind an offset in its sentence."""
        index = bisect_right(self.starts, position)
        if index >= len(self.periods):
            return None
        told = self.periods[index]
        same = begin(self.breaks.sentences, told.start) <= position
        return told if same and told.role in GOVERNING else None

    def _behind(
        self, quantity: Quantity, index: int, line: int
    ) -> tuple[Expression, ...]:
        """Return the period behind a number that opens its line, if none stands between.

        15.6万块 截至2024年底悬挂光荣牌; 52件。当年为部队办成的实事.
        """
        # no slice before its length is known: a line may be a whole book
        if quantity.start - line > INDENT or index >= len(self.periods):
            return ()
        told = self.periods[index]
        if told.start - quantity.end > CAPTION:
            return ()
        between = self.text[quantity.end : told.start]
        opens = not self.text[line : quantity.start].strip()
        if not opens or "\n" in between or "。" in between[1:]:
            return ()
        others = bisect_right(self.ends, told.start) - bisect_right(
            self.ends, quantity.end
        )
        return () if others else (told,)

    def _reaching(self, index: int, line: int, position: int) -> tuple[Expression, ...]:
        """Return the periods of the line that reach a position, nearest first."""
        lead, point = self._points(line, position)
        found: list[Expression] = []
        stop = max(-1, index - MOST_PERIODS)
        while index > stop and self.periods[index].start >= line:
            told = self.periods[index]
            near = told.start >= point or told.start < lead
            if near and not is_aside(self.text, self.ends, told, position):
                found.append(told)
            index -= 1
        return tuple(found)

    def _points(self, line: int, position: int) -> tuple[int, int]:
        """Return where the line's first point and the figure's own point begin."""
        points = self.breaks.points
        first, own = bisect_left(points, line), bisect_right(points, position) - 1
        if own < first:
            return position, line
        return points[first], points[own]
