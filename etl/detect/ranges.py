"""Read a range as one number: the lower end, with the upper end kept beside it."""

from __future__ import annotations

import re
from dataclasses import replace
from decimal import Decimal

from etl.detect.figures import Figure, Reading, scaled
from etl.detect.grammar import DIGIT
from etl.detect.numerals import Number, parse
from etl.detect.reading import read_number

_NUMERAL = r"(?=[\d一二两三四五六七八九十百千万亿])"
_MARKS = frozenset("-—–―~～〜至到和与、")
_DASH = re.compile(rf"(?:-{{1,2}}|—{{1,2}}|[–―~～〜至到]|起至){_NUMERAL}")
_AND = re.compile(rf"[和与]{_NUMERAL}")
_BETWEEN = re.compile(r"之?间|不等")
_FROM = frozenset("从在")
_COMMA = re.compile(rf"、(?=[{DIGIT}])")
_NOT_LISTED = frozenset("第、")
_MYRIADS = ("", "万", "亿")
_SMALL = frozenset("个人名户家天次岁里块米斤")
"""Unit words of 三、五人; 一、二级 and 一、二类 are two ordinals."""
_SCALE_AT_END = re.compile(r"[万亿]+\Z")


def with_upper_end(text: str, reading: Reading) -> Reading:
    """Return the reading of a range (20至30名, 三、四百人), or the reading itself."""
    if text[reading.end : reading.end + 1] not in _MARKS:
        return reading
    if reading.figure.kind in ("ordinal", "run"):
        return reading
    if comma := _COMMA.match(text, reading.end):
        return _either(text, reading, comma.end()) or reading
    dash = _DASH.match(text, reading.end)
    mark = dash or _AND.match(text, reading.end)
    other = read_number(text, mark.end()) if mark else 0
    if isinstance(other, int):
        return reading
    told = _is_told(text, reading.at, other.end, needs_between=dash is None)
    if not (told or (dash and _may_end_range(reading.figure, other.figure))):
        return reading
    return _joined(reading, other)


def _is_told(text: str, at: int, end: int, *, needs_between: bool) -> bool:
    """Tell whether words around two numbers make a range of them (从20到30, 之间)."""
    if _BETWEEN.match(text, end):
        return True
    return not needs_between and at > 0 and text[at - 1] in _FROM


def _joined(reading: Reading, other: Reading) -> Reading:
    """Return two readings as one range, unless the second is the smaller."""
    low, high = reading.figure, other.figure
    if low.generic and not high.generic:
        high = replace(high, generic=low.generic, kind=low.kind)
    factor = _shared_factor(low, high)
    value, step = low.number.value * factor, low.number.step * factor
    upper = high.number.upper or high.number.value
    if high.more and high.more != "来":
        upper += high.number.step
    if value >= high.number.value:
        return reading
    number = Number(value, step, upper)
    figure = replace(high, number=number, amount=low.amount, arabic=low.arabic)
    return Reading(reading.at, other.end, figure)


def _may_end_range(low: Figure, high: Figure) -> bool:
    """Tell whether the second number carries a unit or scale that fits the first."""
    if low.kind == "percent" and not low.unit and not high.unit:
        return True  # 百分之三十到四十
    if low.unit and low.generic != high.generic:
        return False
    return bool(high.generic or _SCALE_AT_END.search(high.amount))


def _shared_factor(low: Figure, high: Figure) -> Decimal:
    """Return what the upper end's scale and unit lend to the lower end (30—50万元)."""
    if low.unit:
        return Decimal(1)
    factor = high.factor
    scale = _SCALE_AT_END.search(high.amount)
    if scale is None or _SCALE_AT_END.search(low.amount):
        return factor
    lent = Decimal(10) ** (4 * scale[0].count("万") + 8 * scale[0].count("亿"))
    fits = low.number.value * factor < high.number.value / lent
    return factor * lent if fits else factor


def _either(text: str, reading: Reading, at: int) -> Reading | None:
    """Return 三、四百人 and 十七、八岁 as a range, if the digits follow each other."""
    low = reading.figure
    if low.arabic or low.unit or text[reading.at - 1 : reading.at] in _NOT_LISTED:
        return None
    other = read_number(text, at)
    if isinstance(other, int) or not other.figure.unit:
        return None
    rest = other.figure.amount[1:]
    if not rest and other.figure.unit not in _SMALL:
        return None
    if len(low.amount) > 1 and rest not in _MYRIADS:
        return None
    number = parse(low.amount + other.figure.amount)
    if number is None or number.upper is None:
        return None
    figure = replace(other.figure, number=scaled(number, other.figure.factor))
    return Reading(reading.at, other.end, figure)
