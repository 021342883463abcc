"""Dates as far as they are stated: YYYY, YYYY-MM or YYYY-MM-DD, and sums on them."""

from __future__ import annotations

import datetime

MONTH = 7
YEAR = 4
NUMERALS = "〇一二三四五六七八九"
DIGITS = {char: str(value) for value, char in enumerate(NUMERALS)} | {
    "零": "0",
    "○": "0",
    "Ｏ": "0",
    "两": "2",
}


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
