"""Stretches of time: which dates 四年来, 自2016年以来, 上半年 or 截至6月底 stand for."""

from __future__ import annotations

import re

from etl.resolve import dates
from etl.resolve.clock import BARE_YEAR, YEAR, Clock, Expression, parts
from etl.resolve.periodwords import cue

COUNT = re.compile(r"[\d一二两三四五六七八九十]+")
TO = re.compile("至|到|—+|-|~|－|[、和与]")
LAST_MONTH = re.compile("底|末")
DAY_AGO = re.compile("[今昨][天日]")
THIS_MONTH = re.compile("[上本这]个?月")
YEAR_END = re.compile("年[底末]")
SEPTEMBER = 9
FIRST_PLAN = 1951
"""The year in which the five-year plan before the first (一五) would have begun."""


def span(clock: Clock, plain: Expression, match: re.Match[str]) -> Expression:
    """Read two dates with 至 between; what they share may be said once."""
    head, tail = TO.split(match[0], maxsplit=1)
    first, last = clock.date(head), clock.date(tail)
    bare = BARE_YEAR.search(head)
    if first is None and bare:
        first = bare[0]
    month, day = parts(tail)
    if first and not clock.states_year(tail):
        month = month or dates.month_of(first)
        last = dates.make(dates.year_of(first), month, day)
    told = plain.dated(first, last)
    return told.as_role("day") if day is not None else told


def plan(clock: Clock, plain: Expression, match: re.Match[str]) -> Expression:
    """Read a five-year plan: “十三五”期间 is 2016 to 2020."""
    words = match[0].lstrip("“")
    begin = FIRST_PLAN + 5 * (dates.chinese_int(words[:2]) or 0)
    open_ended = "以" in words
    return plain.dated(str(begin), clock.closing if open_ended else str(begin + 4))


def since(clock: Clock, plain: Expression, match: re.Match[str]) -> Expression:
    """Read an open stretch from a date: 自2016年以来."""
    return plain.dated(clock.date(match[0]), clock.closing)


def this_year_so_far(
    clock: Clock, plain: Expression, match: re.Match[str]
) -> Expression:
    """Read 今年以来: January to the month of publication."""
    clock.year = clock.now
    return plain.dated(start_of_year(clock.closing), clock.closing)


def start_of_year(closing: str | None) -> str | None:
    """Return the January of a month's year; of a bare year the year itself."""
    year = dates.year_of(closing)
    return dates.make(year, 1) if dates.month_of(closing) else dates.make(year)


def stretch(clock: Clock, plain: Expression, match: re.Match[str]) -> Expression:
    """Read 四年来: so long back from publication.

    五年间 behind a five-year plan is that plan.
    """
    words = match[0]
    years, months = _length(words)
    if re.search("[多余]", words) or not years + months:
        return plain.dated(None, clock.closing)
    earlier = clock.stretch
    if years == 5 and "间" in words and earlier and earlier.role == "plan":
        return plain.dated(earlier.first, earlier.last)
    first = dates.back(clock.closing, years=years, months=months)
    return plain.dated(first, clock.closing)


def _length(words: str) -> tuple[int, int]:
    """Return years and months of a stretch, both 0 where the words are vague."""
    if "半" in words:
        return 0, 6
    counts = COUNT.findall(words)
    number = (dates.chinese_int(counts[-1]) or 0) if counts else 0
    return (0, number) if "月" in words else (number, 0)


def open_stretch(clock: Clock, plain: Expression, match: re.Match[str]) -> Expression:
    """Read a stretch without a date; 自成立以来 begins with the founding told before."""
    words = clock.text[plain.start : plain.end]
    first = clock.founded if cue("begun").search(words) else None
    return plain.dated(first, clock.closing)


def part(clock: Clock, plain: Expression, match: re.Match[str]) -> Expression | None:
    """Read a part of a year, with both ends: 上半年 is 01 to 06."""
    words = match[0]
    bounds = _months(YEAR.sub("", words))
    if bounds is None or clock.only_names_event(match):
        return None
    stated = clock.states_year(words)
    year = clock.year_of(words) if stated else clock.year_for(bounds[0])
    return plain.dated(dates.make(year, bounds[0]), dates.make(year, bounds[1]))


def _months(words: str) -> tuple[int, int] | None:
    """Return first and last month of a part of the year."""
    if "半年" in words:
        return (1, 6) if "上" in words else (7, 12)
    numbers = [n for n in map(dates.chinese_int, COUNT.findall(words)) if n]
    if "季度" in words and numbers:
        last = 3 * numbers[-1]
        return 1 if "前" in words else last - 2, last
    if len(numbers) == 1:
        numbers.insert(0, 1)
    return (numbers[0], numbers[1]) if len(numbers) == 2 else None


def as_of(clock: Clock, plain: Expression, match: re.Match[str]) -> Expression:
    """Read 截至6月底: a state or a total up to a date."""
    words = match[0]
    last = clock.date(words) or _own_year(clock, words)
    if THIS_MONTH.search(words):
        last = clock.month_told(words)
    if DAY_AGO.search(words):
        last = dates.days_before(clock.published, int("昨" in words))
    if last and len(last) == dates.YEAR and LAST_MONTH.search(words):
        last += "-12"
    return plain.dated(None, last)


def _own_year(clock: Clock, words: str) -> str | None:
    """Return the year of 截至年底, which names none."""
    year = clock.year or clock.told_year or clock.now
    if year is None or not YEAR_END.search(words):
        return None
    return dates.make(year - (1 if "去" in words or "上" in words else 0))


def year_end(clock: Clock, plain: Expression, match: re.Match[str]) -> Expression:
    """Read 年末: the end of the year that the text speaks of."""
    stated = clock.states_year(match[0])
    year = clock.year_of(match[0]) if stated else clock.year or clock.told_year
    return plain.dated(None, dates.make(year or clock.now))


def school_year(clock: Clock, plain: Expression, match: re.Match[str]) -> Expression:
    """Read 本学年, which began in the September before publication."""
    month = dates.month_of(clock.published)
    if clock.now is None or month is None:
        return plain.dated(None, clock.closing)
    begun = clock.now - (1 if month < SEPTEMBER else 0)
    return plain.dated(dates.make(begun, SEPTEMBER), clock.closing)


def back(clock: Clock, plain: Expression, match: re.Match[str]) -> Expression | None:
    """Read 同期, 几年下来: the stretch told before."""
    if clock.stretch is not None:
        return plain.dated(clock.stretch.first, clock.stretch.last)
    return stretch(clock, plain, match) if "下来" in match[0] else None
