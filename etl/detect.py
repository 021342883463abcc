"""Find every quantity of a text: number, hedges and unit word, with value and bounds.

The scan goes from one possible numeral to the next. At each it asks, in this order:
is it an idiom, a code, a date, a number? What it has read it never reads again, so that
time grows linearly with the text.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from decimal import Decimal

from etl.acceptance import is_year, states_figure
from etl.date_spans import match_date
from etl.folding import fold
from etl.grammar import START
from etl.hedging import (
    AFTER,
    AFTER_PATTERN,
    BEFORE,
    NOTHING,
    RECENT,
    RECENT_BELOW,
    Before,
    bounds,
    distant_qualifier,
    read_before,
)
from etl.nonnumbers import code_end, idiom_end, list_mark_end
from etl.numerals import Number
from etl.reading import Reading, read_number
from etl.schema import Quantity

_RANGE = re.compile(
    r"(?:-|—{1,2}|–|―|~|～|至|到)(?=[\d一二两三四五六七八九十百千万亿])"
)
_MINUS = frozenset("-−－负")
_SCALE_AT_END = re.compile(r"[万亿]+\Z")


def find_quantities(text: str) -> list[Quantity]:
    """Return the quantities of a text, in order, none overlapping another.

    Args:
        text: any text, raw or folded; spaces and line breaks inside a number, and
            full-width signs, make no difference.

    Returns:
        Quantities whose `start` and `end` are offsets into `text`.
    """
    folded = fold(text)
    found = scan(folded.text)
    if len(folded.starts) == 1:
        return list(found)
    return [_moved(item, *folded.span(item.start, item.end)) for item in found]


def _moved(item: Quantity, start: int, end: int) -> Quantity:
    """Return a quantity at another place (dataclasses.replace is ten times slower)."""
    return Quantity(
        start,
        end,
        item.value,
        item.value_low,
        item.value_high,
        item.unit,
        item.qualifier,
        item.kind,
        item.classifier,
    )


def scan(text: str) -> Iterator[Quantity]:
    """Yield the quantities of folded text; a line break ends every number."""
    position = 0
    while (start := START.search(text, position)) is not None:
        at = start.start()
        found, position = _read_at(text, at, position)
        if found is not None:
            yield found


def _read_at(text: str, at: int, floor: int) -> tuple[Quantity | None, int]:
    """Return the quantity at a numeral, if any, and where to read on."""
    skip = _no_number(text, at)
    if skip is not None:
        return None, skip
    code = code_end(text, at) if text[at].isdecimal() else None
    if code is not None:
        return _valueless(at, code, "other", "code"), code
    date = match_date(text, at)
    if date is not None:
        return _valueless(max(date[0], floor), date[1], "date", "date"), date[1]
    reading = read_number(text, at)
    if reading is None:
        return None, at + 1
    return _weigh(text, reading, floor)


def _no_number(text: str, at: int) -> int | None:
    """Return where to read on if an idiom or a list mark stands at a numeral."""
    if text[at].isdecimal():
        return list_mark_end(text, at) or idiom_end(text, at)
    scale_first = text[at] in "百千万亿"
    if scale_first and read_before(text, at, scale_first=True).length:
        return None
    return idiom_end(text, at) or list_mark_end(text, at)


def _valueless(start: int, end: int, kind: str, unit: str) -> Quantity:
    """Return a date or a code: a span that is accounted for, without a value."""
    return Quantity(start, end, None, None, None, unit, "exact", kind)


def _weigh(text: str, reading: Reading, floor: int) -> tuple[Quantity | None, int]:
    """Return the quantity a reading states, if it states one, and where to read on."""
    before = read_before(
        text, reading.at, scale_first=reading.lone_scale or reading.amount[0] == "十"
    )
    if before.length > reading.at - floor:
        before = NOTHING
    reading = _with_upper_end(text, reading)
    if not states_figure(text, reading, before):
        return None, reading.end
    if not before.length and reading.arabic and is_year(reading):
        return _valueless(reading.at, reading.end, "date", "date"), reading.end
    quantity = _quantity(text, reading, _still_hedge(reading, before), floor)
    return quantity, quantity.end


def _still_hedge(reading: Reading, before: Before) -> Before:
    """Drop 近 where it means "the last" (近三年)."""
    recent = (
        before.word == "近"
        and not before.head
        and not reading.more
        and reading.unit in RECENT
        and reading.number.value < RECENT_BELOW
    )
    return NOTHING if recent else before


def _with_upper_end(text: str, low: Reading) -> Reading:
    """Return the reading of a range (20至30名), or the reading itself."""
    dash = _RANGE.match(text, low.end)
    if dash is None or low.kind in ("ordinal", "run"):
        return low
    high = read_number(text, dash.end())
    if high is None or not _may_end_range(low, high):
        return low
    factor = _shared_factor(low, high)
    value, step = low.number.value * factor, low.number.step * factor
    if value >= high.number.value:
        return low
    return replace(
        high,
        at=low.at,
        number=Number(value, step, high.number.value),
        amount=low.amount,
    )


def _may_end_range(low: Reading, high: Reading) -> bool:
    """Tell whether the second number carries a unit or scale that fits the first."""
    if high.kind == "code" or (low.unit and low.generic != high.generic):
        return False
    return bool(high.generic or _SCALE_AT_END.search(high.amount))


def _shared_factor(low: Reading, high: Reading) -> Decimal:
    """Return what the upper end's scale and unit lend to the lower end (30—50万元)."""
    if low.unit:
        return Decimal(1)
    factor = Decimal(str(high.group.factor)) if high.group else Decimal(1)
    scale = _SCALE_AT_END.search(high.amount)
    if scale is None or _SCALE_AT_END.search(low.amount):
        return factor
    lent = Decimal(10) ** (4 * scale[0].count("万") + 8 * scale[0].count("亿"))
    fits = low.number.value * factor < high.number.value / lent
    return factor * lent if fits else factor


def _quantity(text: str, reading: Reading, before: Before, floor: int) -> Quantity:
    """Return the finished record: hedges read, bounds set, span widened to them."""
    start, end, number = reading.at - before.length, reading.end, reading.number
    hedge = BEFORE.get(before.word)
    after = AFTER_PATTERN.match(text, end)
    if after is not None:
        end = after.end()
        hedge = hedge or AFTER[after[0]]
    ordinal = start > floor and text[start - 1] == "第"
    if ordinal:
        start -= 1
    elif start > floor and text[start - 1] in _MINUS and _is_negative(text, start - 1):
        start -= 1
        number = Number(-number.value, number.step)
    limits = bounds(number, hedge, more=reading.more, head=before.head)
    qualifier = limits.qualifier
    if qualifier == "exact" and not ordinal:
        qualifier = distant_qualifier(text, start) or qualifier
    return Quantity(
        start,
        end,
        float(number.value),
        float(limits.low),
        None if limits.high is None else float(limits.high),
        reading.generic or ("ordinal" if ordinal else ""),
        qualifier,
        "ordinal" if ordinal else reading.kind,
        reading.unit,
    )


def _is_negative(text: str, at: int) -> bool:
    """Tell whether a sign is a minus, and no dash between two numbers or letters."""
    before = text[at - 1] if at else " "
    return not (before.isalnum() and before.isascii()) and before not in "-—)）》"
