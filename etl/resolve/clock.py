"""What a text has told so far of when: the year, the event and the stretch last named."""

from __future__ import annotations

import re
from dataclasses import dataclass

from etl.resolve import dates
from etl.resolve.periodwords import SHORTHAND, Role, cue

YEAR = re.compile(SHORTHAND["{y}"])
BARE_YEAR = re.compile(r"(?<!\d)(?:19|20)\d\d(?!\d)")
MONTH = re.compile(SHORTHAND["{mo}"])
DAY = re.compile(f"(?<=月){SHORTHAND['{d}']}|{SHORTHAND['{dd}']}")
AGO = {"今年": 0, "本年": 0, "去年": 1, "上年": 1, "上一年": 1, "前年": 2}
SAME = re.compile("当年|同年")
LAST_MONTH = re.compile("上个?月")
RELATIVE = re.compile("今年|本年|去年|上一?年|前年")

EVENTS: frozenset[Role] = frozenset[Role]({
    "day", "month", "bare_day", "days_ago", "weekday", "months_ago", "occasion",
    "undated", "that_day", "on_the_spot",
})  # fmt: skip
STRETCHES: frozenset[Role] = frozenset[Role]({
    "span", "plan", "since", "this_year_so_far", "stretch", "recent", "since_event",
    "cycle", "school_year", "part", "back",
})  # fmt: skip
YEARS: frozenset[Role] = frozenset[Role]({"year", "this_year"})
GOVERNING: frozenset[Role] = EVENTS | STRETCHES | YEARS
STATES: frozenset[Role] = frozenset[Role]({"as_of", "to_date", "now"})
"""Up to when a state is told: what exists by then, or now."""
SPRING = 3
"""The last month in which the new year's festival is that of the year itself."""
LONG_AGO = 20
"""Years before publication from which on a year tells history, and dates no day."""
AHEAD = 80
"""So many characters ahead a sentence is searched for its year."""


@dataclass(frozen=True, slots=True)
class Expression:
    """A period word in the text, with the dates it stands for as far as known."""

    start: int
    end: int
    role: Role
    first: str | None = None
    last: str | None = None

    def dated(self, first: str | None, last: str | None) -> Expression:
        """Return it with its dates; a start after the end is not believed."""
        if first and last and first[: len(last)] > last[: len(first)]:
            first = None
        return Expression(self.start, self.end, self.role, first, last)

    def as_role(self, role: Role) -> Expression:
        """Return it in another role."""
        return Expression(self.start, self.end, role, self.first, self.last)


@dataclass(slots=True)
class Clock:
    """A reader's sense of when, moving forward through one text."""

    text: str
    published: str | None
    closing: str | None
    """The month that closes an open stretch."""
    year: int | None = None
    """The year that the paragraph speaks of."""
    told_year: int | None = None
    """The whole year that the text named last (2021年, …), for 全年 and 年末."""
    event: Expression | None = None
    stretch: Expression | None = None
    latest: Expression | None = None
    """The last of all that governs figures."""
    founded: str | None = None
    line_end: int = -1
    at: int = 0
    """Where the reader is."""

    def enter(self, position: int) -> None:
        """Move on; forget the year of the paragraph when a new one begins."""
        self.at = position
        if position > self.line_end:
            end = self.text.find("\n", position)
            self.line_end = end if end >= 0 else len(self.text)
            self.year = None

    def tell(self, told: Expression) -> Expression:
        """Remember an expression as what was told last."""
        if told.role in EVENTS:
            self.event = told
            self.year = dates.year_of(told.first) or self.year
        elif told.role in STRETCHES:
            self.stretch = told
            if told.role == "since" and dates.month_of(told.first):
                self.event = told
        if told.role in GOVERNING:
            self.latest = told
        return told

    @property
    def now(self) -> int | None:
        """The year of publication, or of the event that stands in for it."""
        return dates.year_of(self.published or self.closing)

    def states_year(self, words: str) -> bool:
        """Tell whether a date's own words say its year: 2021年, 去年, 同年."""
        return bool(YEAR.search(words) or RELATIVE.search(words) or SAME.search(words))

    def year_of(self, words: str) -> int | None:
        """Return the year that a date's own words state."""
        written = YEAR.search(words)
        if written:
            return dates.chinese_int(written[0][:-1])
        relative = RELATIVE.search(words)
        if relative:
            return None if self.now is None else self.now - AGO[relative[0]]
        return self.year or self.told_year

    def date(self, words: str) -> str | None:
        """Return the date that words state, its year from context where unsaid."""
        month, day = parts(words)
        if self.states_year(words):
            return dates.make(self.year_of(words), month, day)
        if month is None:
            return None
        return dates.make(self.year_for(month, day), month, day)

    def year_for(self, month: int, day: int | None = None) -> int | None:
        """Return the year of a month or day that is told without one."""
        if self.year is not None and not self._long_ago(self.year):
            return self.year
        if self.published is None:
            told = self.told_year or self._year_ahead()
            return told or dates.latest_year(month, day, self.closing)
        return dates.latest_year(month, day, self.published)

    def _long_ago(self, year: int) -> bool:
        """Tell whether a year is history: 1943年，… 。10月20日，…命名大会在京召开."""
        published = dates.year_of(self.published)
        return published is not None and published - year > LONG_AGO

    def month_told(self, words: str) -> str | None:
        """Return the month of 上月 and 本月, counted from publication."""
        return dates.back(self.published, months=len(LAST_MONTH.findall(words)))

    def year_for_feast(self, month: int) -> int | None:
        """Return the year of a festival: the new year's in a report of spring is new.

        去年慰问300户。春节期间，送去福袋6万份, published in February. A report of a year
        (2022年双拥工作总结) speaks of the festival of that year.
        """
        published = dates.month_of(self.published)
        if published and month <= published <= SPRING:
            return self.told_year or self.now
        return self.year_for(month)

    def _year_ahead(self) -> int | None:
        """Return a year that the sentence names later: 9月16日, 2023年下半年新兵…."""
        limit = self.at + AHEAD
        end = self.text.find("。", self.at, limit)
        ahead = YEAR.search(self.text, self.at, end if end >= 0 else limit)
        return dates.chinese_int(ahead[0][:-1]) if ahead else None

    def founding(self, match: re.Match[str], told: str | None) -> bool:
        """Note a founding date; a date behind 成立于 governs no figure."""
        text, start = self.text, match.start()
        before = cue("founded_before").search(text, max(0, start - 3), start)
        if before or cue("founded_after").match(text, match.end()):
            self.founded = told
        in_words = cue("founded_in").match(text, match.end())
        return bool(before or (in_words and text[start - 1 : start] == "于"))

    def only_names_event(self, match: re.Match[str]) -> bool:
        """Tell whether a stretch names the event just dated: 2023年下半年…欢送大会."""
        latest = self.latest
        if latest is None or latest.role not in EVENTS:
            return False
        if match.start() - latest.end > AHEAD:
            return False
        same = "。" not in self.text[latest.end : match.start()]
        return same and bool(cue("names_event").match(self.text, match.end()))


def parts(words: str) -> tuple[int | None, int | None]:
    """Return month and day of a date as written."""
    month, day = MONTH.search(words), DAY.search(words)
    return (
        dates.chinese_int(month[0][:-1]) if month else None,
        dates.chinese_int(day[0][:-1]) if day else None,
    )
