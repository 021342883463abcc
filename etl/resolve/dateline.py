"""Find the publication date that a document prints about itself."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import lru_cache

from etl.resolve.dates import chinese_int, make

LONGEST_LINE = 60
"""A date line is short: longer lines tell a story."""
LONGEST_NAME = 20
HEAD = 4
"""So many lines open a document: headline, kicker, byline."""
TAIL = 3
"""So many lines may close it: signature, date, telephone."""
NUMERAL = "[〇零○一二三四五六七八九十0-9]"
# 2023-04-03, 2021.06.10, 2021/3/5; a clock time may stick to it: 2021-03-1212:30
STAMP = re.compile(
    r"(?<![0-9])(?P<y>(?:19|20)[0-9]{2})(?P<sep>[-./])(?P<m>[0-9]{1,2})(?P=sep)"
    r"(?P<d>[0-9]{1,2}?)(?=[^0-9]|$|[0-9]{2}:[0-9]{2})"
)
# 2022年12月15日, 二〇二二年一月
WRITTEN = re.compile(
    rf"(?<![0-9])(?P<y>{NUMERAL}{{4}})年(?P<m>{NUMERAL}{{1,2}})月"
    rf"(?:(?P<d>{NUMERAL}{{1,3}})日|[上中下]旬?(?=$|\\s))?"
)
YEAR = re.compile(f"{NUMERAL}{{4}}[-./年]")
"""How every one of these begins."""
ISSUE = re.compile(r"(?P<y>(?:19|20)[0-9]{2})年第?[0-9]+期")
REPORTED = re.compile("[)]?(?:讯|电|专电|消息|报道)|[^，。,()]{1,8}电[)]")
AGENCY = re.compile("本报|讯|电|报")
BYLINE = re.compile("[^，。,]{0,6}(?:记者|通讯员)")
STORY = re.compile(r"[。；！？]|[，,](?![^(]*\))")
SIGNED = re.compile(
    "发布|日期|时间|来源|签发|编辑|印发|出刊|更新|记者|通讯|报|讯|版|作者|供稿|中心"
    "|局|办|网|部|刊|镇|乡|社|媒|杂志"
)
EVENT = re.compile("举行|召开|举办|开展|启动|现场|合影|慰问|走访|表彰|命名")
LABELLED = 20
"""Characters of a line that a stamp opens within which its source is named."""
LABEL = "发布"
"""A date behind it wins over that of writing (成文日期)."""
WEEKDAY = re.compile("\\s*星期[一二三四五六日天]")
UP_TO = re.compile("(?:截[至止]?到?|[至到自从于])$")
GOES_ON = re.compile("[年月]?[初底末]?[至到—~-]")
CHROME = "1970"
"""The year that a web page shows where its date is missing."""


Read = Callable[[str], "re.Match[str] | None"]


@dataclass(frozen=True, slots=True)
class Dateline:
    """A printed publication date with its place in the text."""

    date: str
    start: int
    end: int


def printed_date(text: str) -> str | None:
    """Return the publication date printed in a logical text, else None."""
    found = find_dateline(text)
    return found.date if found else None


@lru_cache(
    maxsize=1
)  # asked twice of a text: for its date, and for what dates no event
def find_dateline(text: str) -> Dateline | None:
    """Return the publication date printed on a line of the text, else None.

    A date line is short and holds little besides the date (a source, a byline, a
    label), or it opens the report (`本报2020年10月22日讯`). Never today's date.
    """
    every = list(_lines(text))
    opening, closing = every[1:HEAD], every[max(HEAD, len(every) - TAIL) :]
    lines = [one for one in every if YEAR.search(one[1], 0, 2 * LONGEST_LINE)]
    head = [one for one in lines if one in opening]
    tail = [one for one in lines if one in closing]
    return (
        _first(head, _stamp, _opening, _signed, _headed)
        or _first(every[:HEAD], _titled)
        or _first(lines, _stamp)
        or _first(lines, _opening)
        or _first(lines, _signed)
        or _first(tail, _headed)
        or _first(lines, _issue)
    )


def _first(lines: list[tuple[int, str]], *readers: Read) -> Dateline | None:
    """Return what the readers find on the first line that any of them can read."""
    for offset, line in lines:
        for read in readers:
            match = read(line)
            date = _date(match) if match else None
            if match and date:
                return Dateline(date, offset + match.start(), offset + match.end())
    return None


def _lines(text: str) -> Iterator[tuple[int, str]]:
    """Yield offset and text of each line."""
    offset = 0
    for line in text.split("\n"):
        if line:
            yield offset, line
        offset += len(line) + 1


def _date(match: re.Match[str]) -> str | None:
    parts = match.groupdict()
    year, month, day = (
        chinese_int(parts[name]) if parts.get(name) else None for name in "ymd"
    )
    date = make(year, month, day)
    return None if date is None or date.startswith(CHROME) else date


def _stamp(line: str) -> re.Match[str] | None:
    """A machine-made stamp on a short line or behind its label."""
    head = line[: 2 * LONGEST_LINE]
    match = STAMP.search(head, max(0, head.find(LABEL))) or STAMP.search(head)
    if match is None or STORY.search(line, 0, match.start()):
        return None
    short = len(line) <= LONGEST_LINE
    signed = SIGNED.search(line, 0, match.start() or LABELLED)
    return match if short or signed else None


def _opening(line: str) -> re.Match[str] | None:
    """The words that open a report: 本报…讯, 本报讯(…记者…), 《…报》…消息, 本报讯…(date)."""
    match = WRITTEN.search(line[:LONGEST_LINE])
    if match is None or STORY.search(line, 0, match.start()):
        return None
    before, after = line[: match.start()], line[match.end() :]
    bracketed = before.endswith("(") and after.startswith(")")
    told = BYLINE.match(after) or bracketed
    if told and before == "(":
        return match
    return match if REPORTED.match(after) or (AGENCY.search(before) and told) else None


def _signed(line: str) -> re.Match[str] | None:
    """A written date alone on a short line, or beside a byline."""
    match = _quiet(line)
    if match is None:
        return None
    rest = (line[: match.start()] + line[match.end() :]).strip("()【】[]")
    return match if not rest or SIGNED.search(rest) else None


def _quiet(line: str) -> re.Match[str] | None:
    """A written date on a short line that tells no story and no stretch."""
    if len(line) > LONGEST_LINE:
        return None
    labelled = WRITTEN.search(line, max(0, line.find(LABEL)))
    match = labelled or WRITTEN.search(line)
    if match is None or STORY.search(line) or GOES_ON.match(line, match.end()):
        return None
    return None if UP_TO.search(line, 0, match.start()) else match


def _headed(line: str) -> re.Match[str] | None:
    """A date at either end of a short line: the other end names who wrote it."""
    match = _quiet(line)
    if match is None or len(line) > 2 * LONGEST_NAME or EVENT.search(line):
        return None
    at_end = not line[: match.start()].strip("—([【") or match.end() >= len(
        line.rstrip(")】]")
    )
    return match if at_end else None


def _titled(line: str) -> re.Match[str] | None:
    """A date in brackets that ends a title, or with its weekday the first line.

    工作情况(2023年9月5日), ——…发言(2021年6月), 2023年7月28日 星期五.
    """
    match = _quiet(line)
    below = line.startswith("—")
    if match is None or (not below and EVENT.search(line)):
        return None
    if match.start() == 0 and WEEKDAY.fullmatch(line, match.end()):
        return match
    closed = line[match.start() - 1 : match.start()] + line[match.end() :]
    return match if closed in ("()", "[]", "【】") else None


def _issue(line: str) -> re.Match[str] | None:
    """The year of a bulletin's issue number: 简报(2022年第7期)."""
    return ISSUE.search(line) if len(line) <= LONGEST_LINE else None
