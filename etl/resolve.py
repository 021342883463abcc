"""Decide when each figure holds: the period word that reaches it, read by its nature.

A period word reaches to the end of its numbered point or its paragraph, unless a
later one replaces it (labelling rule 9); a lead-in before 一是 covers all points.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Protocol

from etl import dates
from etl.periods import Expression, find_periods
from etl.periodwords import Nature
from etl.schema import Period, PeriodKind, Quantity

BREAKS = re.compile(
    r"[\n。！？!?；;]|(?:(?<=[，。；：\n])|^)[一二三四五六七八九十]{1,2}是"
)
NEW = re.compile(
    r"(?:新建|新增|新设|新创|更换|换新|补挂|新发|新挂|改造|新命名)[^，。；]{0,10}$"
)
STRETCH = frozenset({"span", "plan", "since", "this_year_so_far", "stretch", "recent"})
EVENT = frozenset(
    {"day", "month", "bare_day", "days_ago", "weekday", "occasion", "undated"}
)
RUNNING = re.compile(r"已|共|累计|总计")
NAMED = re.compile("命名|捧回|捧得|获评|荣获|授予|摘得|荣膺|上榜|夺得|被评为|表彰大会")


class IndicatorInfo(Protocol):
    """What this step must know of an indicator."""

    @property
    def id(self) -> str:
        """The indicator's id in the codebook."""
        ...

    @property
    def nature(self) -> Nature:
        """How the indicator is counted; decides what a period word means for it."""
        ...


@dataclass(frozen=True, slots=True)
class Layout:
    """Where lines, sentences, half-sentences and numbered points begin."""

    lines: list[int]
    sentences: list[int]
    halves: list[int]
    points: list[int]


@dataclass(frozen=True, slots=True)
class Reader:
    """A text with its periods, ready to be asked about each quantity."""

    text: str
    published: str | None
    layout: Layout
    periods: list[Expression]
    starts: list[int]


def resolve(
    text: str,
    quantities: Sequence[Quantity],
    indicators: Sequence[IndicatorInfo | None],
    published: str | None,
) -> list[tuple[Period, str | None]]:
    """Return period and place of each quantity.

    Args:
        text: the logical text, "\\n" at the end of each line.
        quantities: in any order; offsets into `text`.
        indicators: the indicator of each quantity, or None.
        published: the publication date as far as known, YYYY, YYYY-MM or YYYY-MM-DD.

    Returns:
        One pair for each quantity; place is None for the document's own city.
    """
    periods = find_periods(text, published)
    reader = Reader(text, published, lay_out(text), periods, [p.start for p in periods])
    return [
        (period_of(reader, quantity, info), None)
        for quantity, info in zip(quantities, indicators, strict=True)
    ]


def lay_out(text: str) -> Layout:
    """Return where the units of the text begin, in one pass."""
    layout = Layout([0], [0], [0], [0])
    for match in BREAKS.finditer(text):
        mark, end = match[0], match.end()
        if mark == "\n":
            layout.lines.append(end)
        elif mark[-1] == "是":
            layout.points.append(match.start())
            continue
        if mark not in "；;":
            layout.sentences.append(end)
        layout.halves.append(end)
    return layout


def begin(starts: list[int], position: int) -> int:
    """Return the last of the sorted starts at or before a position."""
    return starts[bisect_right(starts, position) - 1]


def period_of(reader: Reader, quantity: Quantity, info: IndicatorInfo | None) -> Period:
    """Return the period of one quantity; nothing is said of a figure without indicator."""
    if info is None:
        return Period()
    reached = list(reach(reader, quantity.start))
    return DECIDE[info.nature](reader, quantity, info, reached)


def reach(reader: Reader, position: int) -> list[Expression]:
    """Return the periods that reach a position, nearest first."""
    line = begin(reader.layout.lines, position)
    point = begin(reader.layout.points, position)
    first = _first_point(reader.layout.points, line)
    found: list[Expression] = []
    for index in range(bisect_right(reader.starts, position) - 1, -1, -1):
        period = reader.periods[index]
        if period.start < line:
            break
        if period.start >= point or period.start < first or point < line:
            found.append(period)
    return found


def _first_point(points: list[int], line: int) -> int:
    """Return where the line's first numbered point begins."""
    index = bisect_right(points, line)
    return points[index] if index < len(points) else 1 << 60


def _period(
    reader: Reader,
    kind: PeriodKind,
    told: Expression,
    start: str | None,
    end: str | None,
) -> Period:
    return Period(kind, reader.text[told.start : told.end], start, end)


def _flow(
    reader: Reader, q: Quantity, info: IndicatorInfo, near: list[Expression]
) -> Period:
    """A figure that adds up over time takes the kind of the period that reaches it."""
    sentence = begin(reader.layout.sentences, q.start)
    half = begin(reader.layout.halves, q.start)
    total: Expression | None = None
    for told in near:
        role = told.role
        if role == "total":
            total = total or (told if told.start >= half else None)
        elif role in STRETCH or role == "part":
            return _period(reader, "cumulative", told, told.first, told.last)
        elif role == "as_of":
            return _period(reader, "cumulative", told, told.first, told.last)
        elif role == "yearly":
            if told.start >= sentence and total is None:
                return _yearly(reader, told, near, sentence)
        elif role == "year":
            kind: PeriodKind = "event" if info.id.startswith("commended") else "annual"
            return _period(reader, kind, told, told.first, told.last)
        elif role == "this_year":
            return _this_year(reader, q, info, told)
        elif role in EVENT:
            return _period(reader, "event", told, told.first, told.last)
        elif role == "now" and told.start >= half:
            return _period(reader, "cumulative", told, None, closing(reader))
    if total is not None:
        return _period(reader, "cumulative", total, None, closing(reader))
    return _carried(reader, q, info)


def closing(reader: Reader) -> str | None:
    """Return the month that closes an open stretch."""
    return dates.to_month(reader.published)


def _yearly(
    reader: Reader, told: Expression, near: list[Expression], sentence: int
) -> Period:
    for other in near:
        if other.start >= sentence and other.role in STRETCH:
            return _period(reader, "annual", told, other.first, other.last)
    return _period(reader, "annual", told, None, None)


def _this_year(
    reader: Reader, q: Quantity, info: IndicatorInfo, told: Expression
) -> Period:
    """今年 is one occasion, unless running totals make it 今年以来."""
    between = reader.text[told.end : q.start]
    if RUNNING.search(between) or info.id in ("merit_notices",):
        end = closing(reader)
        first = (
            dates.make(dates.year_of(end), 1) if end and len(end) > 4 else told.first
        )
        return _period(reader, "cumulative", told, first, end)
    return _period(reader, "event", told, told.first, told.last)


def _carried(reader: Reader, q: Quantity, info: IndicatorInfo) -> Period:
    """An occasion told over several paragraphs keeps its date (rule 29)."""
    if info.nature == "occasion":
        line = begin(reader.layout.lines, q.start)
        before = bisect_right(reader.starts, line) - 1
        if before >= 0 and reader.periods[before].role in EVENT:
            told = reader.periods[before]
            return _period(reader, "event", told, told.first, told.last)
    return Period("cumulative")


def _stock(
    reader: Reader, q: Quantity, info: IndicatorInfo, near: list[Expression]
) -> Period:
    """What exists now holds at publication, or at the date the sentence gives."""
    sentence = begin(reader.layout.sentences, q.start)
    if NEW.search(reader.text, sentence, q.start):
        return _flow(reader, q, info, near)
    for told in near:
        if told.role == "then" and told.start >= begin(reader.layout.halves, q.start):
            if told is near[0] and "，" not in reader.text[told.end : q.start]:
                return _period(reader, "stock", told, None, None)
        elif told.role in ("as_of", "year_end"):
            return _period(reader, "stock", told, None, told.last)
        elif told.role == "now":
            return _period(reader, "stock", told, None, closing(reader))
    return Period("stock", None, None, closing(reader))


def _issued(
    reader: Reader, q: Quantity, info: IndicatorInfo, near: list[Expression]
) -> Period:
    """Plaques and cards: how many are out, unless one occasion or year is counted."""
    for told in near:
        if told.role in ("part", "year", "day", "days_ago", "bare_day", "this_year"):
            return _flow(reader, q, info, near)
        if told.role != "total":
            break
    return _stock(reader, q, info, near)


def _standard(
    reader: Reader, q: Quantity, info: IndicatorInfo, near: list[Expression]
) -> Period:
    """A rate is a standard, unless it is said to have been achieved in a period."""
    sentence = begin(reader.layout.sentences, q.start)
    for told in near:
        if told.role == "now" and told.start >= sentence:
            return _period(reader, "stock", told, None, closing(reader))
        if told.role == "as_of" and told.start >= sentence:
            return _period(reader, "stock", told, None, told.last)
        if told.role == "yearly":
            kind: PeriodKind = (
                "annual" if "均" in reader.text[told.start : told.end] else "standard"
            )
            return _period(reader, kind, told, None, None)
        if told.role not in ("total", "then", "none", "now"):
            return _flow(reader, q, info, near)
    return Period("standard")


def _fixed(
    reader: Reader, q: Quantity, info: IndicatorInfo, near: list[Expression]
) -> Period:
    return Period("standard")


def _title(
    reader: Reader, q: Quantity, info: IndicatorInfo, near: list[Expression]
) -> Period:
    """A count of titles ends on the naming date."""
    for told in near:
        if told.role in ("day", "bare_day", "month", "year", "this_year"):
            return _period(reader, "cumulative", told, None, told.last)
        if told.role == "since":
            return _period(reader, "cumulative", told, told.first, told.last)
    return Period("cumulative", None, None, _naming_date(reader, info))


def _naming_date(reader: Reader, info: IndicatorInfo) -> str | None:
    """Return the date of the naming that the text tells of."""
    provincial = info.id.startswith("provincial")
    for told in reader.periods:
        if told.role not in ("day", "bare_day") or told.last is None:
            continue
        sentence = reader.text[told.end : told.end + 80].split("。")[0]
        if NAMED.search(sentence) and provincial == ("全省" in sentence):
            return told.last
    return None


DECIDE = {
    "flow": _flow, "occasion": _flow, "stock": _stock, "issued": _issued,
    "title": _title, "standard": _standard, "fixed": _fixed,
}  # fmt: skip
