"""Read one number with its unit word from where its first numeral stands.

A reading says what is printed; whether it states a figure, and how exact it is, is
decided later (etl.detect.acceptance, etl.detect.hedging).
"""

from __future__ import annotations

import re
from decimal import Decimal
from typing import NamedTuple

from etl.detect.figures import APPROXIMATE, Figure, read_figure, scaled
from etl.detect.grammar import CLASSIFIER, COINS, FRACTION, HALF, QUANTITY, RATES, SLASH
from etl.detect.numerals import Number, parse

_PARTIAL = frozenset(("duration", "measure", "age", "percent", "money", "anniversary"))
_LATE = re.compile(r"[多余](?![次个名项种家方样元部处批层轮])")
_LATE_DAY = re.compile(r"[多余](?=[，。；、,;的来时前后里内]|\Z)")
_TENTHS = re.compile(rf"[一二三四五六七八九](?![十百千万亿]|{CLASSIFIER})")
_DAYS = frozenset(("天", "日", "夜", "昼夜"))
_HALF_LATER = re.compile(r"半(?![\u4e00-\u9fff])|半(?=[来间的时内后前])")
_NIGHTS = re.compile(r"[\d一二两三四五六七八九十]+夜")
_HUNDRED = Decimal(100)
_HALF = Decimal("0.5")


class Reading(NamedTuple):
    """A figure at a place: the span from its first numeral to its unit word."""

    at: int
    end: int
    figure: Figure


def read_number(text: str, at: int) -> Reading | int:
    """Return the number that begins at an offset, or where to read on if none does."""
    if text[at] == "半":
        return _read_half(text, at) or at + 1
    match = QUANTITY.match(text, at)
    if match is None:
        return at + 1
    special = _read_special(text, at, match.end("amount"), match["unit"])
    return special or _read_quantity(text, match)


def _read_special(text: str, at: int, end: int, unit: str | None) -> Reading | None:
    """Read a fraction, a set of rates or coins, if what follows a numeral says so."""
    follows = text[end : end + 1]
    if follows == "分" or follows == "又":
        return _read_fraction(text, at) or _read_slash(text, at)
    if follows == "/":
        return _read_slash(text, at)
    if follows == "个":
        return _read_rates(text, at)
    return _read_coins(text, at) if unit in ("元", "圆", "块") else None


def _read_quantity(text: str, match: re.Match[str]) -> Reading | int:
    amount, more, mid, ge, unit = match.group("amount", "more", "mid", "ge", "unit")
    half = mid == "半"
    follows = more or ("" if half else mid) or ""
    figure = read_figure(amount, follows, unit or (f"个{ge}" if ge else ""), half)
    at, end = match.span()
    if figure is None:
        return end
    if figure.unit:
        return _with_later_parts(text, Reading(at, end, figure))
    return Reading(at, match.end("more" if more else "amount"), figure)


def _with_later_parts(text: str, reading: Reading) -> Reading:
    """Add what may follow a unit of measure: 三年多, 一年半, 两天两夜."""
    at, end, figure = reading
    if figure.unit == "个" and not figure.more:
        return _with_half(text, reading)
    if figure.kind not in _PARTIAL:
        return reading
    if figure.unit == "成" and (tail := _TENTHS.match(text, end)):
        digit = parse(tail[0])
        return (
            Reading(at, tail.end(), figure.with_tail(digit.value)) if digit else reading
        )
    if figure.unit in _DAYS:
        return _with_nights(text, reading)
    if not figure.more and (late := _LATE.match(text, end)):
        return Reading(at, late.end(), figure.with_more(late[0]))
    return _with_half(text, reading) if figure.kind in ("duration", "age") else reading


def _with_nights(text: str, reading: Reading) -> Reading:
    """Add what may follow a count of days: 两天两夜, 三天多."""
    at, end, figure = reading
    if nights := _NIGHTS.match(text, end):
        return Reading(at, nights.end(), figure)
    if not figure.more and (late := _LATE_DAY.match(text, end)):
        return Reading(at, late.end(), figure.with_more(late[0]))
    return reading


def _with_half(text: str, reading: Reading) -> Reading:
    """Add the half of 一年半 and 十八个半."""
    if not text.startswith("半", reading.end) or not _HALF_LATER.match(
        text, reading.end
    ):
        return reading
    return Reading(reading.at, reading.end + 1, reading.figure.with_half())


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
    """Read 3元5角 and 三块五毛 as one amount."""
    match = COINS.match(text, at)
    if match is None:
        return None
    parts = [parse(match[name] or "0") for name in ("amount", "tenths", "cents")]
    value = Decimal(0)
    for part, factor in zip(parts, ("1", "0.1", "0.01"), strict=True):
        if part is None:
            return None
        value += part.value * Decimal(factor)
    number = Number(value, Decimal("0.01" if match["cents"] else "0.1"))
    amount = match["amount"]
    arabic = amount[0].isdecimal()
    figure = Figure(number, amount, "", "元", "CNY", "money", arabic=arabic)
    return Reading(at, match.end(), figure)


def _read_rates(text: str, at: int) -> Reading | None:
    """Read 七个100% as the count of targets that it is."""
    match = RATES.match(text, at)
    number = parse(match["amount"]) if match else None
    if match is None or number is None:
        return None
    arabic = text[at].isdecimal()
    figure = Figure(number, match[0], "", "个", "item", firm=True, arabic=arabic)
    return Reading(at, match.end(), figure)


def _read_half(text: str, at: int) -> Reading | None:
    """Read 半年 and the like, unless 半 belongs to the word before it."""
    match = HALF.match(text, at)
    if match is None or (at and text[at - 1] in "一大多上下前后过小"):
        return None
    unit = match["unit"].replace("多", "")
    whole = read_figure("一", "多" if unit != match["unit"] else "", unit, False)
    if whole is None:
        return None
    number = Number(_HALF, _HALF)
    figure = Figure(number, "半", whole.more, unit, whole.generic, whole.kind)
    return _with_later_parts(text, Reading(at, match.end(), figure))
