"""Read one number with its unit word from where its first numeral stands.

A reading says what is printed; whether it states a figure, and how exact it is, is
decided later (etl.acceptance, etl.hedging).
"""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from decimal import Decimal

from etl.grammar import COINS, FRACTION, HALF, QUANTITY, RATES, SCALE, SLASH, unit_group
from etl.lexicon import ClassifierGroup
from etl.numerals import Number, parse

_PARTIAL = frozenset(("duration", "measure", "age", "percent", "money", "anniversary"))
_APPROXIMATE = re.compile("[余多来几]")
_LATE = re.compile(r"[多余](?![次个名项种家方样元部处批层轮])")
_HALF_LATER = re.compile(r"半(?![\u4e00-\u9fff])|半(?=[来间的时内后前])")
_NIGHTS = re.compile(r"[\d一二两三四五六七八九十]+夜")
_HUNDRED = Decimal(100)
_HALF = Decimal("0.5")


@dataclass(frozen=True, slots=True)
class Reading:
    """A number as printed: where, how much, and the words that touch it."""

    at: int
    """Offset of the first numeral."""
    end: int
    number: Number
    amount: str
    """The numeral as printed, without the words around it."""
    more: str = ""
    """余, 多, 来 or 几, wherever it stands."""
    unit: str = ""
    """The unit word as printed, empty where there is none."""
    group: ClassifierGroup | None = None
    generic: str = ""
    kind: str = "count"
    firm: bool = False
    """Whether the form alone makes it a figure, even as a quoted slogan (七个100%)."""

    @property
    def arabic(self) -> bool:
        """Whether the numeral begins with a digit of the Arabic kind."""
        return self.amount[0].isdecimal()

    @property
    def lone_scale(self) -> bool:
        """Whether the numeral begins with a bare 百, 千, 万 or 亿."""
        return self.amount[0] in SCALE and self.amount[0] != "十"


def read_number(text: str, at: int) -> Reading | None:
    """Return the number that begins at an offset, or None where it is none."""
    for special in (_read_fraction, _read_rates, _read_half, _read_slash, _read_coins):
        found = special(text, at)
        if found is not None:
            return found
    return _read_quantity(text, at)


def _read_quantity(text: str, at: int) -> Reading | None:
    match = QUANTITY.match(text, at)
    if match is None:
        return None
    amount = match["amount"]
    number = parse(_APPROXIMATE.sub("", amount))
    if number is None:
        return Reading(
            at, match.end(), Number(Decimal(0), Decimal(0)), amount, kind="code"
        )
    inner = _APPROXIMATE.search(amount)
    more = match["more"] or match["mid"] or (inner[0] if inner else "")
    reading = Reading(at, match.end(), number, amount, more)
    unit = match["unit"] or (f"个{match['ge']}" if match["ge"] else "")
    return (
        _with_later_parts(text, _with_unit(reading, unit, match.end("amount")))
        if unit
        else reading
    )


def _with_unit(reading: Reading, unit: str, amount_end: int) -> Reading:
    """Return a reading with its unit word, or cut before a word that cannot be one."""
    group = unit_group(unit, arabic=reading.arabic)
    if group is None:
        return replace(
            reading, end=amount_end + len(reading.more if reading.more else "")
        )
    number = reading.number
    if reading.more == "半":
        number = Number(number.value + _HALF, _HALF, None)
        reading = replace(reading, more="")
    if group.factor != 1:
        number = _scaled(number, Decimal(str(group.factor)))
    return replace(
        reading,
        number=number,
        unit=unit,
        group=group,
        generic=group.unit,
        kind=group.kind,
    )


def _scaled(number: Number, factor: Decimal) -> Number:
    upper = None if number.upper is None else number.upper * factor
    return Number(number.value * factor, number.step * factor, upper)


def _with_later_parts(text: str, reading: Reading) -> Reading:
    """Add what may follow a unit of measure: 三年多, 一年半, 两天两夜."""
    if reading.unit == "个" and not reading.more:
        return _with_half(text, reading)
    if reading.kind not in _PARTIAL:
        return reading
    if reading.unit == "天":
        nights = _NIGHTS.match(text, reading.end)
        return replace(reading, end=nights.end()) if nights else reading
    if not reading.more and (late := _LATE.match(text, reading.end)):
        return replace(reading, end=late.end(), more=late[0])
    return _with_half(text, reading) if reading.kind in ("duration", "age") else reading


def _with_half(text: str, reading: Reading) -> Reading:
    """Add the half of 一年半 and 十八个半."""
    if not _HALF_LATER.match(text, reading.end):
        return reading
    number = Number(reading.number.value + _HALF, _HALF)
    return replace(reading, end=reading.end + 1, number=number)


def _read_fraction(text: str, at: int) -> Reading | None:
    """Read 百分之九十八 (percent), 三分之二 and their like."""
    match = FRACTION.match(text, at)
    if match is None:
        return None
    if match["base"] is None:
        return _percent(match, Number(_HUNDRED, _HUNDRED))
    base, share = parse(match["base"]), parse(_APPROXIMATE.sub("", match["share"]))
    if base is None or share is None or not base.value:
        return None
    sign = -1 if match["sign"] else 1
    if match["base"] == "百":
        return _percent(match, _scaled(share, Decimal(sign)))
    whole = parse(match["whole"]) if match["whole"] else None
    number = _scaled(share, sign / base.value)
    if whole is not None:
        number = Number(whole.value + number.value, number.step)
    return Reading(
        at,
        match.end(),
        number,
        match[0],
        match["more"] or "",
        "",
        None,
        "fraction",
        "other",
    )


def _percent(match: re.Match[str], number: Number) -> Reading:
    more = match["more"] or ""
    return Reading(
        match.start(),
        match.end(),
        number,
        match[0],
        more,
        "",
        None,
        "percent",
        "percent",
    )


def _read_slash(text: str, at: int) -> Reading | None:
    """Read 3/4 and 1又1/2."""
    match = SLASH.match(text, at)
    if match is None or not int(match["base"]):
        return None
    base = Decimal(match["base"])
    number = Number(int(match["whole"] or 0) + Decimal(match["share"]) / base, 1 / base)
    return Reading(at, match.end(), number, match[0], generic="fraction", kind="other")


def _read_coins(text: str, at: int) -> Reading | None:
    """Read 3元5角 and 三块五毛 as one amount."""
    match = COINS.match(text, at)
    whole = parse(match["amount"]) if match else None
    if match is None or whole is None:
        return None
    tenths, cents = (parse(match[part] or "0") for part in ("tenths", "cents"))
    if tenths is None or cents is None:
        return None
    value = whole.value + tenths.value / 10 + cents.value / 100
    number = Number(value, Decimal("0.01") if match["cents"] else Decimal("0.1"))
    group = unit_group("元", arabic=True)
    return Reading(
        at, match.end(), number, match["amount"], "", "元", group, "CNY", "money"
    )


def _read_rates(text: str, at: int) -> Reading | None:
    """Read 七个100% as the count of targets that it is."""
    match = RATES.match(text, at)
    number = parse(match["amount"]) if match else None
    if match is None or number is None:
        return None
    return Reading(
        at, match.end(), number, match[0], unit="个", generic="item", firm=True
    )


def _read_half(text: str, at: int) -> Reading | None:
    """Read 半年 and the like, unless 半 belongs to the word before it."""
    match = HALF.match(text, at)
    if match is None or (at and text[at - 1] in "一大多上下前后过小"):
        return None
    unit = match["unit"].replace("多", "")
    group = unit_group(unit, arabic=False)
    if group is None:
        return None
    number = Number(_HALF, _HALF)
    more = "多" if unit != match["unit"] else ""
    reading = Reading(
        at, match.end(), number, "半", more, unit, group, group.unit, group.kind
    )
    return _with_later_parts(text, reading)
