"""Numbers made of several: fractions, coins, sets of rates, and 半 as a number."""

from __future__ import annotations

import re
from dataclasses import replace
from decimal import Decimal

from etl.detect.figures import APPROXIMATE, Figure, Reading, read_figure, scaled
from etl.detect.grammar import (
    ABOUT_ONE,
    COINS,
    FRACTION,
    HALF,
    ONE_HALF,
    RATES,
    SLASH,
)
from etl.detect.numerals import Number, parse
from etl.detect.parts import with_later_parts

_COINED = frozenset(("元", "圆", "块", "角", "毛"))
_HUNDRED = Decimal(100)
_HALF = Decimal("0.5")


def read_compound(text: str, at: int, end: int, unit: str | None) -> Reading | None:
    """Return the fraction, the rates or the coins that a numeral begins, if any.

    Args:
        text: folded text.
        at: offset of the numeral.
        end: where the numeral ends.
        unit: the unit word behind it, if any.
    """
    follows = text[end : end + 1]
    if follows == "半" and text[at:end] == "一":
        return _read_one_half(text, at)
    if follows == "分" or follows == "又":
        return _read_fraction(text, at) or _read_slash(text, at)
    if follows == "/":
        return _read_slash(text, at)
    if follows == "个":
        return _read_rates(text, at)
    return _read_coins(text, at) if unit in _COINED else None


def _read_fraction(text: str, at: int) -> Reading | None:
    """Read 百分之九十八 (percent), 三分之二 and their like."""
    match = FRACTION.match(text, at)
    if match is None:
        return None
    if match["base"] is None:
        return _percent(match, Number(_HUNDRED, _HUNDRED))
    base, share = parse(match["base"]), parse(APPROXIMATE.sub("", match["share"]))
    if base is None or share is None or not base.value:
        return None
    sign = -1 if match["sign"] else 1
    if match["base"] == "百":
        return _percent(match, scaled(share, Decimal(sign)))
    whole = parse(match["whole"]) if match["whole"] else None
    number = scaled(share, sign / base.value)
    if whole is not None:
        number = Number(whole.value + number.value, number.step)
    more = match["more"] or ""
    figure = Figure(number, match[0], more, generic="fraction", kind="other")
    return Reading(at, match.end(), figure)


def _percent(match: re.Match[str], number: Number) -> Reading:
    figure = Figure(
        number, match[0], match["more"] or "", generic="percent", kind="percent"
    )
    return Reading(match.start(), match.end(), figure)


def _read_slash(text: str, at: int) -> Reading | None:
    """Read 3/4 and 1又1/2."""
    match = SLASH.match(text, at)
    if match is None or not int(match["base"]):
        return None
    base = Decimal(match["base"])
    number = Number(int(match["whole"] or 0) + Decimal(match["share"]) / base, 1 / base)
    figure = Figure(number, match[0], generic="fraction", kind="other", arabic=True)
    return Reading(at, match.end(), figure)


def _read_coins(text: str, at: int) -> Reading | None:
    """Read 3元5角, 三块五 and 四角三分 as one amount."""
    match = COINS.match(text, at)
    if match is None or not (match["tenths"] or match["cents"]):
        return None
    factors = ("0.1", "0", "0.01") if match["dimes"] else ("1", "0.1", "0.01")
    parts = [parse(match[name] or "0") for name in ("amount", "tenths", "cents")]
    value = Decimal(0)
    for part, factor in zip(parts, factors, strict=True):
        if part is None:
            return None
        value += part.value * Decimal(factor)
    number = Number(value, Decimal("0.01" if match["cents"] else "0.1"))
    arabic = text[at].isdecimal()
    figure = Figure(number, match["amount"], "", "元", "CNY", "money", firm=True)
    return Reading(at, match.end(), replace(figure, arabic=arabic))


def _read_rates(text: str, at: int) -> Reading | None:
    """Read 七个100% as the count of targets that it is."""
    match = RATES.match(text, at)
    number = parse(match["amount"]) if match else None
    if match is None or number is None:
        return None
    arabic = text[at].isdecimal()
    figure = Figure(number, match[0], "", "个", "item", firm=True, arabic=arabic)
    return Reading(at, match.end(), figure)


def _read_one_half(text: str, at: int) -> Reading | None:
    """Read 一半 as a share; 一半是…一半是 and 一半儿 tell no figure."""
    match = ONE_HALF.match(text, at)
    if match is None:
        return None
    number = Number(_HALF, _HALF)
    figure = Figure(number, "一半", match["more"] or "", "", "fraction", "other")
    return Reading(at, match.end(), figure)


def read_about_one(text: str, at: int) -> Reading | None:
    """Return 个把月 and its like: one of them, more or less."""
    match = ABOUT_ONE.match(text, at)
    figure = read_figure("一", "把", f"个{match['unit']}", False) if match else None
    if match is None or figure is None:
        return None
    return Reading(at, match.end(), replace(figure, amount="个把", firm=True))


def read_half(text: str, at: int) -> Reading | None:
    """Return 半年 and the like, unless 半 belongs to the word before it."""
    match = HALF.match(text, at)
    if match is None or (at and text[at - 1] in "一大多上下前后过小"):
        return None
    unit = match["unit"].replace("多", "")
    whole = read_figure("一", "多" if unit != match["unit"] else "", unit, False)
    if whole is None:
        return None
    number = Number(_HALF * whole.factor, _HALF * whole.factor)
    figure = Figure(number, "半", whole.more, unit, whole.generic, whole.kind)
    return with_later_parts(text, Reading(at, match.end(), figure))
