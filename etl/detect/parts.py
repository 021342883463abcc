"""What may follow a number's unit word and still belongs to it: 三年多, 两斤半, 一米八."""

from __future__ import annotations

import re
from decimal import Decimal

from etl.detect.figures import Reading
from etl.detect.grammar import CLASSIFIER, DIGIT
from etl.detect.numerals import parse

_PARTIAL = frozenset(("duration", "measure", "age", "percent", "money", "anniversary"))
_LATE = re.compile(r"[多余](?![次个名项种家方样元部处批层轮])")
_LATE_DAY = re.compile(r"[多余](?=[，。；、,;的来时前后里内]|\Z)")
_TENTHS = re.compile(rf"[一二三四五六七八九](?![十百千万亿]|{CLASSIFIER})")
_TAIL = re.compile(
    rf"(?:[一二三四五六七八九]{{1,2}}|\d{{1,2}})"
    rf"(?![\d{DIGIT}十百千万亿.,:：%余多几至到～~—-]|{CLASSIFIER})"
)
_TAILED = {"米": Decimal(10), "度": Decimal(100)}
"""Units said with a decimal behind them (一米八, 37度5), below the given number."""
_DAYS = frozenset(("天", "日", "夜", "昼夜"))
_HALVED = frozenset(("duration", "age", "measure", "percent"))
_HALF_LATER = re.compile(r"半(?![\u4e00-\u9fff])|半(?=[来间的时内后前以左上])")
_HALF_OF_MEASURE = re.compile(r"半(?![年月天日岛价数路夜途截点径决圆球个])")
_NIGHTS = re.compile(r"[\d一二两三四五六七八九十]+夜")


def with_later_parts(text: str, reading: Reading) -> Reading:
    """Return a reading with what follows its unit of measure and belongs to it."""
    at, end, figure = reading
    if figure.unit == "个" and not figure.more:
        return _with_half(text, reading)
    if figure.kind not in _PARTIAL and figure.generic != "times":
        return reading
    if figure.unit in _DAYS:
        return _with_nights(text, reading)
    if tail := _decimal(text, reading):
        return tail
    if not figure.more and (late := _LATE.match(text, end)):
        return Reading(at, late.end(), figure.with_more(late[0]))
    halved = figure.kind in _HALVED or figure.generic == "times"
    return _with_half(text, reading) if halved else reading


def _decimal(text: str, reading: Reading) -> Reading | None:
    """Return a reading with the decimal behind its unit word: 九成四, 1米75, 三米五."""
    at, end, figure = reading
    if not figure.exact or figure.number.step < figure.factor:
        return None
    if figure.unit == "成":
        tail = _TENTHS.match(text, end)
    elif figure.number.value < _TAILED.get(figure.unit, 0) and figure.generic != "run":
        tail = _TAIL.match(text, end)
    else:
        return None
    digits = parse(tail[0]) if tail else None
    if tail is None or digits is None or digits.upper is not None:
        return None
    return Reading(at, tail.end(), figure.with_tail(digits.value, len(tail[0])))


def _with_nights(text: str, reading: Reading) -> Reading:
    """Add what may follow a count of days: 两天两夜, 三天多, 两天半."""
    at, end, figure = reading
    if nights := _NIGHTS.match(text, end):
        return Reading(at, nights.end(), figure)
    if not figure.more and (late := _LATE_DAY.match(text, end)):
        return Reading(at, late.end(), figure.with_more(late[0]))
    return _with_half(text, reading)


def _with_half(text: str, reading: Reading) -> Reading:
    """Add the half of 一年半, 两斤半 and 十八个半."""
    at, end, figure = reading
    if not text.startswith("半", end) or not figure.exact:
        return reading
    pattern = _HALF_OF_MEASURE if figure.kind == "measure" else _HALF_LATER
    half = pattern.match(text, end)
    if half is None:
        return reading
    return Reading(at, half.end(), figure.with_half())
