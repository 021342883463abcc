"""Find the period words of a text and say which dates they stand for.

One pass from left to right: a date without a year takes it from the year word before
it or from the publication date; 当天 and 同期 take the event or stretch last told.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence

from etl.resolve import dates, occasions, stretches
from etl.resolve.clock import Clock, Expression
from etl.resolve.periodwords import Role, finder

A_DAY, A_MONTH, NEVER = len("2020-10-20"), len("2020-10"), 99
"""Characters of a date that is known so far."""
HEADING: frozenset[Role] = frozenset[Role]({"span", "plan", "year", "as_of"})
"""Roles that a heading tells in brackets."""
LONGEST_NAME = 40
"""So many characters back the name of a document can begin."""

Reader = Callable[[Clock, Expression, "re.Match[str]"], Expression | None]
Word = tuple[int, Role, "re.Match[str]"]
"""Where a period word starts, its role and its match."""
READERS: dict[Role, Reader] = {
    "span": stretches.span,
    "plan": stretches.plan,
    "since": stretches.since,
    "this_year_so_far": stretches.this_year_so_far,
    "stretch": stretches.stretch,
    "recent": stretches.open_stretch,
    "since_event": stretches.open_stretch,
    "cycle": stretches.open_stretch,
    "part": stretches.part,
    "as_of": stretches.as_of,
    "year_end": stretches.year_end,
    "school_year": stretches.school_year,
    "back": stretches.back,
    "day": occasions.day,
    "month": occasions.day,
    "bare_day": occasions.bare_day,
    "year": occasions.year,
    "that_year": occasions.that_year,
    "the_year": occasions.the_year,
    "this_year": occasions.this_year,
    "days_ago": occasions.days_ago,
    "weekday": occasions.weekday,
    "months_ago": occasions.months_ago,
    "that_day": occasions.that_day,
    "on_the_spot": occasions.on_the_spot,
    "occasion": occasions.occasion,
    "then": occasions.then,
}
"""Roles that are not here say nothing of dates."""


def find_periods(
    text: str, published: str | None, dateline: tuple[int, int] | None = None
) -> tuple[list[Expression], str | None]:
    """Return the periods of a text in order, and the month that closes a stretch.

    That is the month of publication; where it is unknown, the month of the latest
    event that the text dates to the day (rule 26), or up to which it counts, else None.

    Args:
        text: the logical text.
        published: the publication date as far as known.
        dateline: span of the printed publication date, which tells of no event.
    """
    if dateline:
        text = _without(text, *dateline)
    words = _words(text)
    if published is not None:
        closing = dates.to_month(published)
        return _read(Clock(text, published, closing), words), closing
    found = _read(Clock(text, None, None), words)
    days = [told.last for told in found if told.last and _closes(told.role, told.last)]
    if not days:
        return found, None
    closing = dates.to_month(max(days))
    return _read(Clock(text, None, closing), words), closing


def _closes(role: Role, date: str) -> bool:
    """Tell whether a date closes stretches: a day, or the month up to which all counts."""
    return len(date) >= {"day": A_DAY, "as_of": A_MONTH}.get(role, NEVER)


def _without(text: str, start: int, end: int) -> str:
    """Return a text of the same length without the words of a span."""
    return text[:start] + "。" * (end - start) + text[end:]


def _words(text: str) -> list[Word]:
    """Return the period words of a text, without asides."""
    return [
        (start, role, match)
        for start, role, match in finder().find(text)
        if not _is_aside(text, start, match.end())
        or (role in HEADING and _heads(text, match.end() + 1))
    ]


def _read(clock: Clock, words: Sequence[Word]) -> list[Expression]:
    """Return what the words stand for, read from left to right."""
    found: list[Expression] = []
    for start, role, match in words:
        clock.enter(start)
        read = READERS.get(role)
        plain = Expression(start, match.end(), role)
        told = read(clock, plain, match) if read else plain
        if told is not None:
            found.append(clock.tell(told))
    return found


def _heads(text: str, end: int) -> bool:
    """Tell whether a heading ends here, and what it dates follows.

    数说双拥(2021—2024年), at the end of a line; 存量数据(截至6月30日)：基金860万元.
    """
    return end >= len(text) or text[end] in "\n：:"


def _is_aside(text: str, start: int, end: int) -> bool:
    """Tell whether words stand in the name of a document or alone in brackets."""
    if text[start - 1 : start] == "(" and text[end : end + 1] == ")":
        return True
    opened = text.rfind("《", max(0, start - LONGEST_NAME), start)
    return opened >= 0 and "》" not in text[opened:start]
