"""What the lines of a form are about: their own lead, and the heading above them.

A notice, a ledger or a list of answers names its subject once, in a heading or in the
first words of a line (三、军休人员。新接收17名), and leaves it out where the figures stand.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Sequence
from operator import itemgetter
from typing import NamedTuple

from etl.structure import Layout

MARK = (
    r"(?:[一二三四五六七八九十]{1,3}、|\([一二三四五六七八九十\d]{1,2}\)|\d{1,2}[.、．]"
    r"|[①-⑳■●▲◆★▪])"
)
LEAD = re.compile(
    rf"{MARK}(?P<marked>[^，。；：\n\d]{{2,14}})[。：]"
    r"|[【［\[](?P<bracketed>[^】］\]\n]{2,14})[】］\]]"
    r"|(?P<label>[^，。；：\n\d]{2,12})：(?=[^\n])"
)
"""The first words of a line that say what it is about."""
FORM = re.compile(MARK)
POINT = re.compile(
    rf"[。；：](?:{MARK}|[一二三四五六七八九]是)(?P<lead>[^，。；：、\n\d]{{2,14}})[。：]"
)
"""A point inside a paragraph that says what it is about: 。2.退役士兵。接收84名."""
DATE = re.compile(r"\d{1,4}[年月日./-](?:\d{1,2}[月日./-]?){0,2}")
SHORT = 36
"""Characters of a line without a full stop that may be a row of a form."""
ROWS, FARTHEST = 12, 600
"""So many lines, and characters, above a row its heading is looked for."""
LONGEST = 90
"""Characters of a heading that are read."""

Span = tuple[int, int]
END = itemgetter(1)


class Topic(NamedTuple):
    """Where a line's subject is named: in its lead, and in the heading above it."""

    lead: Span | None = None
    heading: Span | None = None

    def at(self, points: Sequence[Span], offset: int) -> Topic:
        """Return the topic at an offset, given the points of the paragraph."""
        place = bisect_right(points, offset, key=END)
        return self._replace(lead=points[place - 1]) if place else self

    def spans(self) -> list[Span]:
        """Return the stretches that it stands in, in order."""
        return [span for span in (self.heading, self.lead) if span is not None]


NO_TOPIC = Topic()


def topic_of(text: str, layout: Layout, offset: int) -> Topic:
    """Return where the subject of the line around an offset is named."""
    start, end = layout.paragraph(offset)
    lead = LEAD.match(text, start, end)
    announced = text.find("如下", start, offset) >= 0
    if lead is None and not announced and not is_row(text, start, end):
        return NO_TOPIC
    own = lead.span(lead.lastgroup or 0) if lead else None
    if own and offset < own[1]:
        own = None
    return Topic(own, heading_above(text, layout, start))


def points_of(text: str, span: Span) -> list[Span]:
    """Return the first words of the points inside a paragraph, in order."""
    return [found.span("lead") for found in POINT.finditer(text, *span)]


def is_row(text: str, start: int, end: int) -> bool:
    """Tell whether a line is a row of a form: marked, or short and no sentence."""
    if FORM.match(text, start, end):
        return True
    return end - start <= SHORT and "。" not in text[start:end]


def heading_above(text: str, layout: Layout, start: int) -> Span | None:
    """Return the nearest line above a row that is no row itself, or the title."""
    row = start
    for _ in range(ROWS):
        if row == 0 or start - row > FARTHEST:
            break
        left, right = layout.paragraph(row - 1)
        row = left
        heads = not LEAD.match(text, left, right) and not FORM.match(text, left, right)
        if right > left and heads and not has_figure(text, left, right):
            return left, min(right, left + LONGEST)
    return None


def has_figure(text: str, start: int, end: int) -> bool:
    """Tell whether a line holds digits besides those of dates."""
    return bool(re.search(r"\d", DATE.sub("", text[start:end])))
