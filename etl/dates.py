"""Dates as far as they are stated: YYYY, YYYY-MM or YYYY-MM-DD, and sums on them."""

from __future__ import annotations

import datetime
import re

MONTH = 7
YEAR = 4
DIGITS = {char: str(value) for value, char in enumerate("〇一二三四五六七八九")}
DIGITS |= {"零": "0", "○": "0", "Ｏ": "0", "两": "2"}


def chinese_int(text: str) -> int | None:
    """Return the small number that digits or Chinese numerals write, else None.

    Reads 0 to 99 in words (十, 十二, 二十三), any length digit by digit (二〇二二).
    """
    if text.isdigit():
        return int(text)
    if "十" in text:
        tens, _, ones = text.partition("十")
        parts = (DIGITS.get(tens, "1" if not tens else ""), DIGITS.get(ones, "0"))
        return int("".join(parts)) if parts[0] and len(ones) <= 1 else None
    digits = [DIGITS.get(char) for char in text]
    return int("".join(d for d in digits if d)) if text and all(digits) else None


def make(
    year: int | None, month: int | None = None, day: int | None = None
) -> str | None:
    """Return the partial date of its parts, or None where they make no date."""
    if year is None or not 1900 <= year <= 2100:
        return None
    if month is None:
        return f"{year:04d}"
    if not 1 <= month <= 12:
        return None
    if day is None:
        return f"{year:04d}-{month:02d}"
    try:
        return datetime.date(year, month, day).isoformat()
    except ValueError:
        return None


def year_of(date: str | None) -> int | None:
    """Return the year of a partial date."""
    return int(date[:YEAR]) if date else None


def month_of(date: str | None) -> int | None:
    """Return the month of a partial date, or None where it has none."""
    return int(date[5:MONTH]) if date and len(date) >= MONTH else None


def to_month(date: str | None) -> str | None:
    """Return a date no finer than its month: a stretch is never closed by a day."""
    return date[:MONTH] if date else None


def back(date: str | None, *, years: int = 0, months: int = 0) -> str | None:
    """Return the date so long before, no finer than a month.

    A date that is only a year goes back by whole years: months below a year leave
    nothing to say, so the result is None.
    """
    if date is None:
        return None
    year, month = int(date[:YEAR]), month_of(date)
    if month is None:
        return make(year - years) if not months else None
    count = (year - years) * 12 + month - 1 - months
    return make(count // 12, count % 12 + 1)


def days_before(date: str | None, days: int) -> str | None:
    """Return the day so many days before a full date, else None."""
    if date is None or len(date) < 10:
        return None
    day = datetime.date.fromisoformat(date) - datetime.timedelta(days=days)
    return day.isoformat()


def weekday_before(date: str | None, weekday: int, weeks: int) -> str | None:
    """Return a weekday (Monday 0) of the week so many weeks before a full date's."""
    if date is None or len(date) < 10:
        return None
    return days_before(
        date, datetime.date.fromisoformat(date).weekday() - weekday + 7 * weeks
    )


def latest_year(month: int, day: int | None, published: str | None) -> int | None:
    """Return the year of a date without one: the last such date up to publication."""
    if published is None:
        return None
    year = int(published[:YEAR])
    told = make(year, month, day)
    if told is None:
        return None
    return year - 1 if told[: len(published)] > published[: len(told)] else year


SEPARATED = r"(?P<y>(?:19|20)\d\d)[-./](?P<m>\d{1,2})[-./](?P<d>\d{1,2}?)"
ISO = re.compile(rf"(?<!\d){SEPARATED}(?=\D|$|\d\d:\d\d)", re.ASCII)
NUMERALS = "[〇零○一二三四五六七八九十\\d]"
WRITTEN = re.compile(
    rf"(?<!\d)(?P<y>{NUMERALS}{{4}})年(?P<m>{NUMERALS}{{1,2}})月"
    rf"(?:(?P<d>{NUMERALS}{{1,3}})日)?"
)
ISSUE = re.compile(r"(?P<y>(?:19|20)\d\d)年(?:第?\d+期)")
LABEL = re.compile(r"发布|日期|时间|来源|签发|编辑|印发|出刊|更新")
BYLINE = re.compile(
    r"记者|通讯|报|讯|版|电|作者|供稿|中心|局|办|网|部|刊|镇|乡|社|融媒"
)
SIGNED = re.compile(f"{LABEL.pattern}|{BYLINE.pattern}")
LONGEST_LINE = 60


def printed_date(text: str) -> str | None:
    """Return the publication date printed on a line of the text, else None.

    A date line is short and holds little besides the date (a source, a byline, a
    label), or it opens the report (`本报2020年10月22日讯`). Never today's date.
    """
    lines = [line for line in text.split("\n") if line.strip()]
    for reader in (_labelled, _opening, _alone, _issue):
        for line in lines:
            found = reader(line)
            if found:
                return found
    return None


def _read(match: re.Match[str] | None) -> str | None:
    if match is None:
        return None
    parts = [chinese_int(match[name]) if match[name] else None for name in "ymd"]
    date = make(parts[0], parts[1], parts[2])
    return None if date and date.startswith("1970") else date


def _labelled(line: str) -> str | None:
    """Read a machine-made stamp: an ISO date on a short line."""
    head = line[: LONGEST_LINE + 40]
    match = ISO.search(head)
    if (
        match is None
        or len(line) > LONGEST_LINE
        and not LABEL.search(head[: match.start()])
    ):
        return None
    return _read(match) if "，" not in line[: match.start()] else None


def _opening(line: str) -> str | None:
    """Read the dateline that opens a report: 本报…讯, 《…》…讯."""
    match = WRITTEN.search(line[:LONGEST_LINE])
    if match is None or not re.match(r"[日电讯）)]*讯|电", line[match.end() :]):
        return None
    return _read(match)


def _alone(line: str) -> str | None:
    """Read a written date that has a short line to itself or shares it with a byline."""
    match = WRITTEN.search(line)
    if match is None or len(line) > LONGEST_LINE:
        return None
    before, after = line[: match.start()], line[match.end() :]
    if re.search(r"[。；！？]", line) or after.startswith(
        ("，", ",", "、", "至", "到")
    ):
        return None
    if not before.strip("（(【 　") or not after.strip("）)】 　"):
        empty = not after.strip("）)】 　")
        return _read(match) if empty or SIGNED.search(after) else None
    return _read(match) if SIGNED.search(line) else None


def _issue(line: str) -> str | None:
    """Read the year of a bulletin's issue number: 简报（2022年第7期）."""
    match = ISSUE.search(line)
    return make(int(match["y"])) if match and len(line) <= LONGEST_LINE else None
