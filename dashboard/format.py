"""Numbers, periods and names as a reader of the language writes them."""

from __future__ import annotations

import html
import re
from collections.abc import Mapping
from dataclasses import dataclass

from dashboard.i18n import Language, translate

SCALES: dict[Language, tuple[tuple[float, str], ...]] = {
    "zh": ((1e8, "number.large"), (1e4, "number.medium")),
    "en": ((1e6, "number.large"),),
}
"""From which size on a number is told in which larger unit."""
SAME = 1e-12
"""Numbers are the same that differ by no more than reckoning does, as a share."""
WIDE = "[\u2018-\u201d\u2e80-\uffef]"
"""A character as wide as a Chinese one: no blank stands beside it but for the print."""
PRINTED = re.compile(rf"(?<={WIDE})\s+(?={WIDE}|\d)|(?<=\d)\s+(?={WIDE})|\s*\n\s*")
"""Breaks that a print set into Chinese text."""
HEADING = re.compile(r"^\s*#+\s+")
"""The sign before a heading in an article that was stored as Markdown."""


def as_reported(surface: str) -> str:
    """A figure as printed, without the blanks and breaks that the print put inside."""
    return "".join(surface.split())


def _trimmed(value: float, digits: int) -> str:
    text = f"{value:,.{digits}f}"
    return text.rstrip("0").rstrip(".") if "." in text else text


def number(value: float, language: Language) -> str:
    """A short number: 2.36万 and 1.15亿 in Chinese, 23,622 and 115 million in English."""
    for size, key in SCALES[language]:
        if abs(value) >= size:
            return translate(language, key, value=_trimmed(value / size, 2))
    return _trimmed(value, 2)


def bounds(low: float, high: float | None, language: Language) -> str:
    """The values that a figure may stand for: 50–60, or ≥ 3,000 where it is open."""
    if high is None:
        return f"≥ {number(low, language)}"
    if low == high:
        return number(low, language)
    return f"{number(low, language)}–{number(high, language)}"


def exact(value: float) -> str:
    """A number in full: 23,622 or 31,800."""
    return _trimmed(value, 4)


def exact_bounds(low: float, high: float | None) -> str:
    """The bounds in full; an open end is shown as one."""
    if high is None:
        return f"≥ {exact(low)}"
    return exact(low) if low == high else f"{exact(low)}–{exact(high)}"


def full_bounds(low: float, high: float | None, language: Language) -> str:
    """The bounds without rounding: 1.15亿–1.16亿, but 23,622 and not 2.36万."""
    if high is None:
        return f"≥ {full(low, language)}"
    if low == high:
        return full(low, language)
    return f"{full(low, language)}–{full(high, language)}"


def full(value: float, language: Language) -> str:
    """A number in its short form where that says it all, else in full."""
    for size, _ in SCALES[language]:
        if abs(value) >= size:
            whole = round(value / size, 2) * size
            short = abs(whole - value) < abs(value) * SAME
            return number(value, language) if short else exact(value)
    return exact(value)


def literal(text: str) -> str:
    """Text that Plotly prints as it is: its tags are taken literally."""
    return html.escape(text, quote=False)


def unit(code: str, language: Language) -> str:
    """The word for a unit; an unknown code stands for itself."""
    try:
        return translate(language, f"unit.{code}")
    except KeyError:
        return code


def date(text: str, language: Language) -> str:
    """A date as far as known, YYYY, YYYY-MM or YYYY-MM-DD, in the language's form."""
    year, *rest = text.split("-")
    month, day = [part.lstrip("0") for part in (*rest, "", "")][:2]
    key = "date.day" if day else "date.month" if month else "date.year"
    return translate(language, key, year=year, month=month, day=day, iso=text)


@dataclass(frozen=True, slots=True)
class Stretch:
    """When a figure holds, as the observation states it."""

    kind: str | None
    text: str | None
    start: str | None
    end: str | None

    @classmethod
    def of(cls, row: Mapping[str, object]) -> Stretch:
        """Read the four period columns of a row."""
        keys = ("period_kind", "period_text", "period_start", "period_end")
        kind, text, start, end = (row[key] for key in keys)
        return cls(
            *(None if part is None else str(part) for part in (kind, text, start, end))
        )


def period(stretch: Stretch, language: Language) -> str:
    """A period in a few words: the article's own, then the dates as far as known."""
    dates = _dates(stretch, language)
    words = as_reported(stretch.text) if stretch.text else ""
    if words and dates and words != dates:
        return translate(language, "period.both", words=words, dates=dates)
    return words or dates


def _dates(stretch: Stretch, language: Language) -> str:
    start, end = stretch.start, stretch.end
    if start and end:
        if start == end:
            return date(end, language)
        if start[:4] == end[:4] and len(end) > 4:
            return f"{date(start, language)}–{date(end, language)}"
        return years(start, end)
    if start:
        return translate(language, "period.from", start=date(start, language))
    if end:
        key = "period.as_of" if stretch.kind == "stock" else "period.until"
        return translate(language, key, end=date(end, language))
    return translate(language, f"period.unknown_{stretch.kind or 'kind'}")


def years(start: str, end: str) -> str:
    """2017-03 to 2021-03 as 2017–2021; within one year the months stay."""
    first, last = start[:4], end[:4]
    if first != last:
        return f"{first}–{last}"
    return f"{start}–{end[5:]}" if len(end) > len(first) else first


def unspaced(text: str) -> str:
    """A stretch of an article without the breaks and signs that its print set into it."""
    return HEADING.sub("", PRINTED.sub("", text)).strip()


def excerpt(before: str, after: str, reach: int = 48) -> tuple[str, str]:
    """The words around a number, at most `reach` characters on either side."""
    head = before if len(before) <= reach else "…" + before[-reach:]
    tail = after if len(after) <= reach else after[:reach] + "…"
    return head, tail
