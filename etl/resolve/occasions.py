"""Years and occasions: which dates 10月20日, 去年, 昨天 or 春节前夕 stand for."""

from __future__ import annotations

import re

from etl.resolve import dates
from etl.resolve.clock import EVENTS, YEAR, YEARS, Clock, Expression
from etl.resolve.periodwords import cue

FEAST_MONTHS = {
    "春": 1, "新": 1, "元": 1, "腊": 1, "除": 1, "清": 3, "五": 4, "端": 5, "六": 5,
    "七": 6, "八": 7, "建": 7, "中": 9, "国": 9, "重": 9, "十": 9, "汛": 5, "夏": 5,
    "秋": 8, "冬": 11,
}  # fmt: skip
"""The earliest month that a festival or season, or its eve, can fall into."""
FEAST_DAYS = {
    "元旦": (1, 1), "五一": (5, 1), "六一": (6, 1), "七一": (7, 1), "八一": (8, 1),
    "建军": (8, 1), "国庆": (10, 1), "十一": (10, 1),
}  # fmt: skip
THAT_DAY = re.compile("那天|当天|当日")
TIED_TO_EVENT = re.compile("期间|那天")
QUOTES = "“”‘’"
OPENINGS = ("", *"\n。；;：:！？!?，,(（【[《“—·●■▲ ")
"""What stands before a year that the text goes on to speak of."""
WEEKDAYS = {char: n for n, char in enumerate("一二三四五六日")} | {"天": 6, "末": 5}
DAYS_AGO = {"今": 0, "刚": 0, "昨": 1, "前": 2}
LATE = 11
"""From this month on 这一年 and 全年 are the year of publication."""
NEAR = 200
"""So many characters behind an event its year is still in the air."""


def day(clock: Clock, plain: Expression, match: re.Match[str]) -> Expression | None:
    """Read a month or day."""
    told = clock.date(match[0])
    return None if clock.founding(match, told) else plain.dated(told, told)


def bare_day(clock: Clock, plain: Expression, match: re.Match[str]) -> Expression:
    """Read 23日: a day of the month last told, or of that of publication."""
    number = dates.chinese_int(match[0][:-1])
    base = clock.event.first if clock.event and clock.event.first else clock.published
    month = dates.month_of(base)
    told = dates.make(dates.year_of(base), month, number) if month else None
    return plain.dated(told, told)


def year(clock: Clock, plain: Expression, match: re.Match[str]) -> Expression | None:
    """Read one whole year: 2021年, 去年, 全年; not one of plans: 2023年工作打算."""
    numbered = YEAR.match(match[0])
    if numbered and cue("planned").match(clock.text, match.end()):
        return None
    opens = clock.text[max(0, match.start() - 1) : match.start()] in OPENINGS
    number = _number_of_year(clock, match[0], opens)
    told = dates.make(number)
    if clock.founding(match, told) or clock.only_names_event(match):
        return None
    clock.year = number or clock.year
    return plain.dated(told, told)


def _number_of_year(clock: Clock, words: str, opens: bool) -> int | None:
    """Return the year meant; 全年 is the one that the text spoke of last.

    A year in passing (而在2020年，支付4985万元) is not what the text speaks of.
    """
    if YEAR.match(words):
        number = clock.year_of(words)
        if opens or clock.told_year is None:
            clock.told_year = number
        return number
    if words[0] in "去上":
        return clock.now - 1 if clock.now else None
    if words[0] == "前":
        return clock.now - 2 if clock.now else None
    if words[0] == "今":
        return clock.now
    told = clock.year or clock.told_year
    return told or (_year_over(clock) if words[0] == "全" else clock.now)


def _year_over(clock: Clock) -> int | None:
    """Return the year that is over, or ends about publication."""
    month = dates.month_of(clock.published) or LATE
    return clock.now if clock.now is None or month >= LATE else clock.now - 1


def that_year(
    clock: Clock, plain: Expression, match: re.Match[str]
) -> Expression | None:
    """Read 当年: a period only where a year was told before; else it tells a story."""
    if clock.latest is None or clock.latest.role not in YEARS:
        return None
    told = dates.make(clock.year or clock.told_year)
    return plain.as_role("year").dated(told, told)


def the_year(clock: Clock, plain: Expression, match: re.Match[str]) -> Expression:
    """Read 这一年: the year told last, else the one that ends about publication."""
    told = dates.make(clock.year or clock.told_year or _year_over(clock))
    return plain.as_role("year").dated(told, told)


def this_year(
    clock: Clock, plain: Expression, match: re.Match[str]
) -> Expression | None:
    """Read 今年; 今年的选岗 behind a date only says which event."""
    clock.year = clock.now
    behind_event = clock.latest is not None and clock.latest.role in EVENTS
    if behind_event and clock.text.startswith("的", match.end()):
        return None
    told = dates.make(clock.now)
    return plain.dated(told, told)


def days_ago(clock: Clock, plain: Expression, match: re.Match[str]) -> Expression:
    """Read 昨天, counted from publication."""
    told = dates.days_before(clock.published, DAYS_AGO[match[0][0]])
    return plain.dated(told, told)


def weekday(clock: Clock, plain: Expression, match: re.Match[str]) -> Expression:
    """Read 上周六, counted from publication."""
    words = match[0]
    weeks = int(words.startswith("上"))
    told = dates.weekday_before(clock.published, WEEKDAYS[words[-1]], weeks)
    return plain.dated(told, told)


def months_ago(clock: Clock, plain: Expression, match: re.Match[str]) -> Expression:
    """Read 上月 and 本月, counted from publication."""
    month = clock.month_told(match[0])
    return plain.dated(month, month)


def that_day(
    clock: Clock, plain: Expression, match: re.Match[str]
) -> Expression | None:
    """Read 当天, 此次: the event last told; 当天 has at least its year."""
    event = clock.event
    if event and event.first:
        return plain.dated(event.first, event.last)
    if match[0][0] in "当同":
        told = dates.make(clock.now)
        return plain.dated(told, told)
    return plain if event else None


def on_the_spot(
    clock: Clock, plain: Expression, match: re.Match[str]
) -> Expression | None:
    """Read 现场, 会上: the event just told; by themselves they say nothing."""
    latest = clock.latest
    if latest is None or latest.role not in EVENTS:
        return None
    return plain.dated(latest.first, latest.last)


def occasion(clock: Clock, plain: Expression, match: re.Match[str]) -> Expression:
    """Read a festival, season or emergency: it has the year, seldom more."""
    words = match[0].lstrip(QUOTES)
    told = dates.make(_year_of_occasion(clock, words, match.lastgroup or ""))
    fixed = FEAST_DAYS.get(words[:2]) if THAT_DAY.search(words) else None
    if fixed:
        told = dates.make(dates.year_of(told), *fixed)
    clock.founding(match, told)
    return plain.dated(told, told)


def _year_of_occasion(clock: Clock, words: str, word_id: str) -> int | None:
    if clock.states_year(words):
        return clock.year_of(words)
    if words.startswith("今"):
        return clock.now
    if word_id in ("emergency", "relief"):
        return _year_of_event(clock) if TIED_TO_EVENT.search(words) else None
    return clock.year_for_feast(FEAST_MONTHS.get(words[0], 1))


def _year_of_event(clock: Clock) -> int | None:
    """Return the year of the event told just before, for 驻训期间 and 撤收那天."""
    event = clock.event
    if event is None or clock.at - event.end > NEAR:
        return None
    return dates.year_of(event.first)


def then(clock: Clock, plain: Expression, match: re.Match[str]) -> Expression:
    """Read 最初, 那会儿: a past state at the founding, or at the event just told."""
    if match[0].startswith("那"):
        return plain.dated(None, clock.event.first if clock.event else None)
    return plain.dated(None, clock.founded)
