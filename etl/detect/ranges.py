"""Read a range as one number: the lower end, with the upper end kept beside it."""

from __future__ import annotations

import re
from dataclasses import replace
from decimal import Decimal

from etl.detect.figures import Figure
from etl.detect.numerals import Number
from etl.detect.reading import Reading, read_number

_DASHES = frozenset("-—–―~～至到")
_DASH = re.compile(r"(?:-|—{1,2}|–|―|~|～|至|到)(?=[\d一二两三四五六七八九十百千万亿])")
_SCALE_AT_END = re.compile(r"[万亿]+\Z")


def with_upper_end(text: str, reading: Reading) -> Reading:
    """Return the reading of a range (20至30名), or the reading itself."""
    at, end, low = reading
    if text[end : end + 1] not in _DASHES:
        return reading
    dash = _DASH.match(text, end)
    if dash is None or low.kind in ("ordinal", "run"):
        return reading
    other = read_number(text, dash.end())
    if isinstance(other, int) or not _may_end_range(low, other.figure):
        return reading
    high = other.figure
    if low.generic and not high.generic:
        high = replace(high, generic=low.generic, kind=low.kind)
    factor = _shared_factor(low, high)
    value, step = low.number.value * factor, low.number.step * factor
    if value >= high.number.value:
        return reading
    number = Number(value, step, high.number.value)
    return Reading(at, other.end, replace(high, number=number, amount=low.amount))


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
