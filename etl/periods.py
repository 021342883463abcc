"""Find the period words of a text and say which dates they stand for.

One pass from left to right: a date without a year takes it from the year word before
it or from the publication date; 当天 and 同期 take the event or stretch last told.
"""

from __future__ import annotations

import re
from collections.abc import Callable

from etl import dates
from etl.clock import BARE_YEAR, EVENTS, YEAR, Clock, Expression, parts
from etl.periodwords import Role, finder

COUNT = re.compile(r"[\d一二两三四五六七八九十]+")
TO = re.compile("至|到|—+|-|~|－")
NAMES_EVENT = re.compile(
    "[^，。；、]{0,16}(?:大会|仪式|典礼|会议|招聘会|联谊会|座谈会)"
)
BEGUN = re.compile("成立|组建|挂牌|开办|创办|创立|运行|启用|启动|推出")
FOUNDED_AFTER = re.compile(
    "[，,]?[^，。；\n,;]{0,8}?(?:成立|组建|建成|始建|创办|创立|挂牌|启动)"
)
FOUNDED_BEFORE = re.compile("(?:成立|始建|组建|创办|创建|诞生|建)于$")
FEAST_MONTHS = {
    "春": 1, "新": 1, "元": 1, "腊": 1, "除": 1, "清": 3, "五": 4, "端": 5, "七": 6,
    "六": 5, "八": 7, "六": 5, "建": 7, "中": 9, "国": 9, "重": 9, "十": 9, "汛": 5, "夏": 5, "秋": 8,
    "冬": 11,
}  # fmt: skip
FEAST_DAYS = {
    "元旦": (1, 1), "五一": (5, 1), "六一": (6, 1), "七一": (7, 1), "八一": (8, 1),
    "建军": (8, 1), "国庆": (10, 1), "十一": (10, 1),
}  # fmt: skip
THAT_DAY = re.compile("那天|当天|当日")
WEEKDAYS = {char: n for n, char in enumerate("一二三四五六日")} | {"天": 6, "末": 5}
SEPTEMBER = 9
FIRST_PLAN = 1951
"""The year in which the five-year plan before the first (一五) would have begun."""

Reader = Callable[[Clock, Expression, "re.Match[str]"], Expression | None]


def find_periods(
    text: str, published: str | None, dateline: tuple[int, int] | None = None
) -> tuple[list[Expression], str | None]:
    """Return the periods of a text in order, and the month that closes a stretch.

    That is the month of publication; where it is unknown, the month of the latest
    event that the text dates to the day (rule 26), else None.

    Args:
        text: the logical text.
        published: the publication date as far as known.
        dateline: span of the printed publication date, which tells of no event.
    """
    if published is not None:
        closing = dates.to_month(published)
        return _read(Clock(text, published, closing), dateline), closing
    found = _read(Clock(text, None, None), dateline)
    days = [p.last for p in found if p.role == "day" and p.last and len(p.last) == 10]
    if not days:
        return found, None
    closing = dates.to_month(max(days))
    return _read(Clock(text, None, closing), dateline), closing


def _read(clock: Clock, dateline: tuple[int, int] | None) -> list[Expression]:
    found: list[Expression] = []
    for start, role, match in finder().find(clock.text):
        if dateline and start < dateline[1] and match.end() > dateline[0]:
            continue
        clock.enter(start)
        read = READERS.get(role)
        plain = Expression(start, match.end(), role)
        told = read(clock, plain, match) if read else plain
        if told is not None:
            found.append(clock.tell(told))
    return found


def dated(plain: Expression, first: str | None, last: str | None) -> Expression:
    """Return the expression with its dates; a start after the end is not believed."""
    if first and last and first[: len(last)] > last[: len(first)]:
        first = None
    return Expression(plain.start, plain.end, plain.role, first, last)


def as_role(told: Expression, role: Role) -> Expression:
    """Return the expression in another role."""
    return Expression(told.start, told.end, role, told.first, told.last)


def _span(clock: Clock, plain: Expression, match: re.Match[str]) -> Expression:
    """Two dates with 至 between; what they share may be said once, at either end."""
    head, tail = TO.split(match[0], maxsplit=1)
    first, last = clock.date(head), clock.date(tail)
    bare = BARE_YEAR.search(head)
    if first is None and bare:
        first = bare[0]
    month, day = parts(tail)
    if first and not clock.states_year(tail):
        month = month or dates.month_of(first)
        last = dates.make(dates.year_of(first), month, day)
    told = dated(plain, first, last)
    return as_role(told, "day") if day is not None else told


def _plan(clock: Clock, plain: Expression, match: re.Match[str]) -> Expression:
    words = match[0].lstrip('“"')
    begin = FIRST_PLAN + 5 * (dates.chinese_int(words[:2]) or 0)
    open_ended = "以" in words
    return dated(plain, str(begin), clock.closing if open_ended else str(begin + 4))


def _since(clock: Clock, plain: Expression, match: re.Match[str]) -> Expression:
    return dated(plain, clock.date(match[0]), clock.closing)


def _this_year_so_far(
    clock: Clock, plain: Expression, match: re.Match[str]
) -> Expression:
    clock.year = clock.now
    return dated(plain, start_of_year(clock.closing), clock.closing)


def start_of_year(closing: str | None) -> str | None:
    """Return the January of a month's year; of a bare year the year itself."""
    year = dates.year_of(closing)
    return dates.make(year, 1) if dates.month_of(closing) else dates.make(year)


def _stretch(clock: Clock, plain: Expression, match: re.Match[str]) -> Expression:
    """So many years back from publication; 五年间 after a five-year plan is the plan."""
    words = match[0]
    counts = COUNT.findall(words)
    number = dates.chinese_int(counts[-1]) if counts else 0 if "半" in words else None
    if number is None or "多" in words:
        return dated(plain, None, clock.closing)
    if "月" in words or "半" in words:
        months = number if "月" in words else 6
        return dated(plain, dates.back(clock.closing, months=months), clock.closing)
    plan = clock.stretch
    if number == 5 and "间" in words and plan and plan.role == "plan":
        return dated(plain, plan.first, plan.last)
    return dated(plain, dates.back(clock.closing, years=number), clock.closing)


def _open(clock: Clock, plain: Expression, match: re.Match[str]) -> Expression:
    """A stretch whose beginning is not dated, or dated by a founding told before."""
    words = clock.text[plain.start : plain.end]
    return dated(plain, clock.founded if BEGUN.search(words) else None, clock.closing)


def _part(clock: Clock, plain: Expression, match: re.Match[str]) -> Expression | None:
    words = match[0]
    bounds = _months(YEAR.sub("", words))
    if bounds is None:
        return None
    if _names_event(clock, match):
        return None
    stated = clock.states_year(words)
    year = clock.year_of(words) if stated else clock.year_for(bounds[0])
    return dated(plain, dates.make(year, bounds[0]), dates.make(year, bounds[1]))


def _names_event(clock: Clock, match: re.Match[str]) -> bool:
    """Tell whether a stretch only names the event just dated: 2023年下半年…欢送大会."""
    latest = clock.latest
    if latest is None or latest.role not in EVENTS:
        return False
    same = "。" not in clock.text[latest.end : match.start()]
    return same and bool(NAMES_EVENT.match(clock.text, match.end()))


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


def _as_of(clock: Clock, plain: Expression, match: re.Match[str]) -> Expression:
    last = clock.date(match[0]) or _own_year(clock, match[0])
    if re.search("[今昨][天日]", match[0]):
        last = dates.days_before(clock.published, int("昨" in match[0]))
    if last and len(last) == dates.YEAR and re.search("底|末", match[0]):
        last += "-12"
    return dated(plain, None, last)


def _own_year(clock: Clock, words: str) -> str | None:
    """Return the year of 截至年底, which names none."""
    if not re.search("年[底末]", words):
        return None
    year = clock.year or clock.told_year or clock.now
    return dates.make(year and year - (1 if re.search("[去上]年", words) else 0))


def _school_year(clock: Clock, plain: Expression, match: re.Match[str]) -> Expression:
    """本学年 began in the September before publication."""
    month = dates.month_of(clock.published)
    begun = clock.now and clock.now - (1 if month and month < SEPTEMBER else 0)
    first = dates.make(begun, SEPTEMBER) if month else None
    return dated(plain, first, clock.closing)


def _year_end(clock: Clock, plain: Expression, match: re.Match[str]) -> Expression:
    stated = clock.states_year(match[0])
    year = clock.year_of(match[0]) if stated else clock.year or clock.told_year
    return dated(plain, None, dates.make(year or clock.now))


def _day(clock: Clock, plain: Expression, match: re.Match[str]) -> Expression | None:
    told = clock.date(match[0])
    return None if _founding(clock, match, told) else dated(plain, told, told)


def _founding(clock: Clock, match: re.Match[str], told: str | None) -> bool:
    """Note a founding date; a date behind 成立于 governs no figure."""
    before = FOUNDED_BEFORE.search(clock.text, max(0, match.start() - 3), match.start())
    if before or FOUNDED_AFTER.match(clock.text, match.end()):
        clock.founded = told
    return bool(before)


def _bare_day(clock: Clock, plain: Expression, match: re.Match[str]) -> Expression:
    day = dates.chinese_int(match[0][:-1])
    base = clock.event.first if clock.event and clock.event.first else clock.published
    month = dates.month_of(base)
    told = dates.make(dates.year_of(base), month, day) if month else None
    return dated(plain, told, told)


def _whole_year(
    clock: Clock, plain: Expression, match: re.Match[str]
) -> Expression | None:
    words = match[0]
    if YEAR.match(words):
        year = clock.told_year = clock.year_of(words)
    elif words.startswith(("去", "上", "前")):
        ago = 2 if words.startswith("前") else 1
        year = clock.now - ago if clock.now else None
    elif words.startswith("今"):
        year = clock.now
    else:
        year = clock.year or clock.told_year or clock.now
    told = dates.make(year)
    if _founding(clock, match, told) or _names_event(clock, match):
        return None
    clock.year = year or clock.year
    return dated(plain, told, told)


def _that_year(
    clock: Clock, plain: Expression, match: re.Match[str]
) -> Expression | None:
    """当年 is a period only where a year was told before; else it tells a story."""
    if clock.latest is None or clock.latest.role not in ("year", "this_year"):
        return None
    told = dates.make(clock.year or clock.told_year)
    return dated(as_role(plain, "year"), told, told)


def _this_year(
    clock: Clock, plain: Expression, match: re.Match[str]
) -> Expression | None:
    """今年 is a period; 今年的选岗 behind a date only says which event."""
    clock.year = clock.now
    behind_event = clock.latest is not None and clock.latest.role in EVENTS
    if behind_event and clock.text.startswith("的", match.end()):
        return None
    told = dates.make(clock.now)
    return dated(plain, told, told)


def _days_ago(clock: Clock, plain: Expression, match: re.Match[str]) -> Expression:
    told = dates.days_before(clock.published, {"今": 0, "昨": 1, "前": 2}[match[0][0]])
    return dated(plain, told, told)


def _weekday(clock: Clock, plain: Expression, match: re.Match[str]) -> Expression:
    words = match[0]
    weeks = int(words.startswith("上"))
    told = dates.weekday_before(clock.published, WEEKDAYS[words[-1]], weeks)
    return dated(plain, told, told)


def _months_ago(clock: Clock, plain: Expression, match: re.Match[str]) -> Expression:
    month = dates.back(clock.published, months=int(match[0].startswith("上")))
    return dated(plain, month, month)


def _that_day(
    clock: Clock, plain: Expression, match: re.Match[str]
) -> Expression | None:
    event = clock.event
    if event and event.first:
        return dated(plain, event.first, event.last)
    if match[0][0] in "当同":
        year = dates.make(clock.now)
        return dated(plain, year, year)
    return plain if event else None


def _on_the_spot(
    clock: Clock, plain: Expression, match: re.Match[str]
) -> Expression | None:
    """现场 and the like belong to the event just told; by themselves they say nothing."""
    latest = clock.latest
    if latest is None or latest.role not in EVENTS:
        return None
    return dated(plain, latest.first, latest.last)


def _occasion(clock: Clock, plain: Expression, match: re.Match[str]) -> Expression:
    words = match[0]
    if clock.states_year(words):
        year = clock.year_of(words)
    elif words.startswith("今"):
        year = clock.now
    elif match.lastgroup == "emergency":
        year = _year_of_event(clock) if re.search("期间|那天", words) else None
    else:
        year = clock.year_for(FEAST_MONTHS.get(words.lstrip('“"‘')[0], 1))
    told = dates.make(year)
    if THAT_DAY.search(words):
        told = dates.make(year, *FEAST_DAYS.get(words.strip('“"‘’')[:2], ())) or told
    _founding(clock, match, told)
    return dated(plain, told, told)


def _year_of_event(clock: Clock) -> int | None:
    """Return the year of the event told just before, for 驻训期间 and 撤收那天."""
    event = clock.event
    if event is None or clock.text.count("\n", event.end, clock.line_end) > 3:
        return None
    return dates.year_of(event.first)


def _back(clock: Clock, plain: Expression, match: re.Match[str]) -> Expression | None:
    if clock.stretch is None and "下来" in match[0]:
        return _stretch(clock, plain, match)
    if clock.stretch is None:
        return None
    return dated(plain, clock.stretch.first, clock.stretch.last)


def _then(clock: Clock, plain: Expression, match: re.Match[str]) -> Expression:
    """A past state holds at the event just told, or at the founding."""
    if match[0].startswith("那"):
        return dated(plain, None, clock.event.first if clock.event else None)
    return dated(plain, None, clock.founded)


READERS: dict[Role, Reader] = {
    "span": _span, "plan": _plan, "since": _since, "this_year_so_far": _this_year_so_far,
    "stretch": _stretch, "recent": _open, "since_event": _open, "cycle": _open,
    "part": _part, "school_year": _school_year, "as_of": _as_of, "year_end": _year_end, "day": _day, "month": _day,
    "bare_day": _bare_day, "year": _whole_year, "that_year": _that_year,
    "this_year": _this_year, "days_ago": _days_ago, "weekday": _weekday,
    "months_ago": _months_ago, "that_day": _that_day, "on_the_spot": _on_the_spot,
    "occasion": _occasion, "back": _back, "then": _then,
}  # fmt: skip
