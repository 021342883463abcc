"""Find the period words of a text and say which dates they stand for.

One pass from left to right: a date without a year takes it from the year word before
it or from the publication date; 当天 and 同期 take the date or stretch last told.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass, field

from etl import dates
from etl.periodwords import SHORTHAND, Role, by_id, finder, leads

YEAR = re.compile(SHORTHAND["{y}"])
SHORT_YEAR = re.compile(r"(?:19|20)\d\d")
MONTH = re.compile(SHORTHAND["{mo}"])
DAY = re.compile(SHORTHAND["{d}"])
COUNT = re.compile(r"[\d一二两三四五六七八九十]+")
FOUNDED_AFTER = re.compile(
    r"[^，。；\n]{0,8}(?:成立|组建|建成|始建|创办|创立|挂牌|停产)"
)
FOUNDED_BEFORE = re.compile(r"(?:成立|始建|组建|创办|创建|诞生|建)于$")
PLANS = {numeral: 1950 + 5 * n for n, numeral in enumerate("一二三四五六七八九十")}
RELATIVE = {"今年": 0, "去年": 1, "前年": 2, "上年": 1, "本年": 0, "上一年": 1}
WEEKDAYS = {char: n for n, char in enumerate("一二三四五六日")} | {"天": 6, "末": 5}


@dataclass(frozen=True, slots=True)
class Expression:
    """A period word in the text, with the dates it stands for as far as known."""

    start: int
    end: int
    role: Role
    first: str | None = None
    last: str | None = None


@dataclass(slots=True)
class Clock:
    """What the text has told so far: the reader's sense of when."""

    published: str | None
    closing: str | None
    year: int | None = None
    event: Expression | None = None
    stretch: Expression | None = None
    founded: str | None = None
    text: str = ""
    paragraph_end: int = -1
    found: list[Expression] = field(default_factory=list)


def find_periods(text: str, published: str | None) -> list[Expression]:
    """Return the period expressions of a text in order, without overlaps."""
    clock = Clock(published, published and dates.to_month(published), text=text)
    words, heads = by_id(), leads()
    previous = 0
    for match in finder().finditer(text):
        name = match.lastgroup or ""
        start = match.start()
        if name in heads:
            lead = heads[name].search(text, max(previous, start - 16), start)
            if lead is None and words[name].lead:
                continue
            start = lead.start() if lead else start
        if start > clock.paragraph_end >= 0 or clock.paragraph_end < 0:
            clock.paragraph_end = _line_end(text, start)
            clock.year = None
        told = READERS[words[name].role](clock, start, match)
        if told is not None:
            clock.found.append(told)
            previous = told.end
    return clock.found


def _line_end(text: str, start: int) -> int:
    end = text.find("\n", start)
    return len(text) if end < 0 else end


Reader = Callable[[Clock, int, "re.Match[str]"], Expression | None]


def _year(clock: Clock, text: str) -> int | None:
    """Return the year that a date's own words state: 2021年, 去年."""
    match = YEAR.search(text)
    if match:
        return dates.chinese_int(match[0][:-1])
    now = dates.year_of(clock.published)
    for word, ago in RELATIVE.items():
        if word in text:
            return now - ago if now else None
    return clock.year if "当年" in text or "同年" in text else None


def _has_year(text: str) -> bool:
    return bool(YEAR.search(text)) or any(
        w in text for w in (*RELATIVE, "当年", "同年")
    )


def _parts(text: str) -> tuple[int | None, int | None]:
    """Return month and day of a date as written."""
    month, day = MONTH.search(text), DAY.search(text)
    return (
        dates.chinese_int(month[0][:-1]) if month else None,
        dates.chinese_int(day[0][:-1]) if day else None,
    )


def _date(clock: Clock, text: str) -> str | None:
    """Return the date that the words state, its year from context where unsaid."""
    month, day = _parts(text)
    if _has_year(text):
        return dates.make(_year(clock, text), month, day)
    if month is None:
        return None
    year = clock.year if clock.year else dates.latest_year(month, day, clock.published)
    return dates.make(year, month, day)


def _span(clock: Clock, start: int, match: re.Match[str]) -> Expression | None:
    """Two dates with 至 between: the year may be said once, at either end."""
    text = match[0]
    head, tail = re.split("至|到|—+|-|~|－", text, maxsplit=1)
    first, last = _date(clock, head), _date(clock, tail)
    if SHORT_YEAR.search(head) and not YEAR.search(head):
        first = SHORT_YEAR.search(head)[0]  # type: ignore[index]
    if first and last is None:
        month, day = _parts(tail)
        last = dates.make(dates.year_of(first), month or dates.month_of(first), day)
    elif first and last and not _has_year(tail) and len(last) >= dates.MONTH:
        last = first[: dates.YEAR] + last[dates.YEAR :]
    role: Role = "day" if first and len(first) == 10 else "span"
    return _tell(clock, Expression(start, match.end(), role, first, last))


def _days_span(clock: Clock, start: int, match: re.Match[str]) -> Expression | None:
    return _span(clock, start, match)


def _tell(clock: Clock, told: Expression) -> Expression:
    """Remember an expression as the event or the stretch last told."""
    if told.role in ("day", "month", "occasion", "bare_day", "days_ago", "weekday"):
        clock.event = told
        if told.first:
            clock.year = int(told.first[:4])
    elif told.role in ("span", "plan", "since", "stretch", "recent", "part", "year"):
        clock.stretch = told
    return told


def _plan(clock: Clock, start: int, match: re.Match[str]) -> Expression:
    numeral = re.search("十[一二三四五六]", match[0])
    number = dates.chinese_int(numeral[0]) if numeral else 0
    begin = 1951 + 5 * ((number or 1) - 1)
    last = str(begin + 4) if "以" not in match[0] else clock.closing
    return _tell(clock, Expression(start, match.end(), "plan", str(begin), last))


def _since(clock: Clock, start: int, match: re.Match[str]) -> Expression:
    first = _date(clock, match[0])
    return _tell(clock, Expression(start, match.end(), "since", first, clock.closing))


def _this_year_so_far(clock: Clock, start: int, match: re.Match[str]) -> Expression:
    year = dates.year_of(clock.closing)
    first = dates.make(year, 1) if clock.closing and len(clock.closing) > 4 else None
    first = first or dates.make(year)
    told = Expression(start, match.end(), "this_year_so_far", first, clock.closing)
    clock.year = year
    return _tell(clock, told)


def _stretch(clock: Clock, start: int, match: re.Match[str]) -> Expression:
    count = COUNT.search(match[0])
    number = dates.chinese_int(count[0]) if count else None
    vague = "多" in match[0] or number is None
    first = None
    if not vague and "月" in match[0]:
        first = dates.back(clock.closing, months=number or 0)
    elif not vague:
        first = dates.back(clock.closing, years=number or 0)
    return _tell(clock, Expression(start, match.end(), "stretch", first, clock.closing))


def _open(clock: Clock, start: int, match: re.Match[str]) -> Expression:
    """A stretch whose beginning is not dated, or dated by a founding told before."""
    words = clock.text[start : match.end()]
    first = clock.founded if re.search("成立|组建|挂牌|开办|创办", words) else None
    role: Role = "stretch"
    return _tell(clock, Expression(start, match.end(), role, first, clock.closing))


def _part(clock: Clock, start: int, match: re.Match[str]) -> Expression:
    words = match[0]
    bounds = _months(words)
    year = _year(clock, words) if _has_year(words) else clock.year
    if year is None and bounds:
        year = dates.latest_year(bounds[0], None, clock.published)
    first = dates.make(year, bounds[0]) if bounds else None
    last = dates.make(year, bounds[1]) if bounds else None
    return _tell(clock, Expression(start, match.end(), "part", first, last))


def _months(words: str) -> tuple[int, int] | None:
    """Return first and last month of a part of the year."""
    if "半年" in words:
        return (1, 6) if "上" in words else (7, 12)
    if "前三季度" in words or "前三个季度" in words:
        return 1, 9
    if "季度" in words:
        number = dates.chinese_int(words[words.index("季度") - 1]) or 0
        if "前" in words:
            return 1, 3 * number
        return (3 * number - 2, 3 * number) if 1 <= number <= 4 else None
    numbers = [dates.chinese_int(n) for n in COUNT.findall(YEAR.sub("", words))]
    if len(numbers) == 1:
        numbers.insert(0, 1)
    return (numbers[0] or 1, numbers[1] or 12) if len(numbers) == 2 else None


def _as_of(clock: Clock, start: int, match: re.Match[str]) -> Expression:
    words = match[0]
    last = _date(clock, words)
    if last and len(last) == 4 and re.search("底|末", words):
        last += "-12"
    first = dates.make(dates.year_of(last)) if "今年" in words else None
    return Expression(start, match.end(), "as_of", first, last)


def _year_end(clock: Clock, start: int, match: re.Match[str]) -> Expression:
    year = _year(clock, match[0]) if _has_year(match[0]) else clock.year
    return Expression(start, match.end(), "year_end", None, dates.make(year))


def _plain(clock: Clock, start: int, match: re.Match[str]) -> Expression:
    return Expression(start, match.end(), by_id()[match.lastgroup or ""].role)


def _day(clock: Clock, start: int, match: re.Match[str]) -> Expression | None:
    told = _date(clock, match[0])
    role = by_id()[match.lastgroup or ""].role
    if _founding(clock, match, told):
        return None
    return _tell(clock, Expression(start, match.end(), role, told, told))


def _founding(clock: Clock, match: re.Match[str], told: str | None) -> bool:
    """Tell whether a date says when something was founded; it governs no figure."""
    text = clock.text
    after = FOUNDED_AFTER.match(text, match.end())
    before = FOUNDED_BEFORE.search(text, max(0, match.start() - 3), match.start())
    if after or before:
        clock.founded = told
    return bool(before)


def _bare_day(clock: Clock, start: int, match: re.Match[str]) -> Expression:
    day = dates.chinese_int(match[0][:-1])
    base = clock.event.first if clock.event and clock.event.first else clock.published
    told = None
    if base and len(base) >= dates.MONTH:
        told = dates.make(int(base[:4]), dates.month_of(base), day)
    return _tell(clock, Expression(start, match.end(), "bare_day", told, told))


def _whole_year(clock: Clock, start: int, match: re.Match[str]) -> Expression | None:
    words = match[0]
    now = dates.year_of(clock.published)
    if re.search("去年|上年|上一年", words):
        year = now - 1 if now else None
    elif "前年" in words:
        year = now - 2 if now else None
    elif YEAR.search(words):
        year = _year(clock, words)
    elif re.search("今|本年", words):
        year = now
    else:
        year = clock.year or now
    told = dates.make(year)
    if YEAR.match(words) and _founding(clock, match, told):
        return None
    clock.year = year or clock.year
    return _tell(clock, Expression(start, match.end(), "year", told, told))


def _this_year(clock: Clock, start: int, match: re.Match[str]) -> Expression:
    clock.year = dates.year_of(clock.published)
    told = dates.make(clock.year)
    return Expression(start, match.end(), "this_year", told, told)


def _days_ago(clock: Clock, start: int, match: re.Match[str]) -> Expression:
    ago = {"今": 0, "昨": 1, "前": 2}[match[0][0]]
    told = dates.days_before(clock.published, ago)
    return _tell(clock, Expression(start, match.end(), "days_ago", told, told))


def _weekday(clock: Clock, start: int, match: re.Match[str]) -> Expression:
    words = match[0]
    day = WEEKDAYS[words[-1]]
    told = dates.weekday_before(clock.published, day, int(words[0] == "上"))
    return _tell(clock, Expression(start, match.end(), "weekday", told, told))


def _months_ago(clock: Clock, start: int, match: re.Match[str]) -> Expression:
    month = dates.back(clock.published, months=int("上" in match[0]))
    return _tell(clock, Expression(start, match.end(), "month", month, month))


def _there(clock: Clock, start: int, match: re.Match[str]) -> Expression | None:
    event = clock.event
    if event is None:
        if match[0][0] not in "当同":
            return None
        year = dates.make(dates.year_of(clock.published))
        return Expression(start, match.end(), "day", year, year)
    return Expression(start, match.end(), "day", event.first, event.last)


def _occasion(clock: Clock, start: int, match: re.Match[str]) -> Expression:
    words = clock.text[start : match.end()]
    year = _year(clock, words) if _has_year(words) else None
    if year is None and not _has_year(words):
        year = clock.year or dates.year_of(clock.published)
    if re.match("今[春夏秋冬]", words):
        year = dates.year_of(clock.published)
    if match.lastgroup == "emergency":
        year = None
    told = dates.make(year)
    return _tell(clock, Expression(start, match.end(), "occasion", told, told))


def _back(clock: Clock, start: int, match: re.Match[str]) -> Expression | None:
    if clock.stretch is None:
        return _open(clock, start, match) if "下来" in match[0] else None
    stretch = clock.stretch
    return Expression(start, match.end(), "stretch", stretch.first, stretch.last)


READERS: dict[Role, Reader] = {
    "span": _span, "plan": _plan, "since": _since, "this_year_so_far": _this_year_so_far,
    "stretch": _stretch, "recent": _open, "since_event": _open, "cycle": _open,
    "part": _part, "none": _plain, "as_of": _as_of, "year_end": _year_end,
    "yearly": _plain, "day": _day, "month": _day, "bare_day": _bare_day,
    "year": _whole_year, "this_year": _this_year, "days_ago": _days_ago,
    "weekday": _weekday, "months_ago": _months_ago, "undated": _plain, "there": _there,
    "occasion": _occasion, "now": _plain, "then": _plain, "total": _plain, "back": _back,
}  # fmt: skip
