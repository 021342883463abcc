"""Whether a numeral that was read states a figure, by what surrounds it.

With a unit word most numerals do. Without one, an Arabic numeral does unless it is part
of a name or formula; a Chinese one only when it is long, hedged, or all there is.
"""

from __future__ import annotations

import re
from decimal import Decimal

from etl.detect.figures import Figure, Reading
from etl.detect.grammar import DIGIT
from etl.detect.hedging import Before
from etl.detect.lexicon import lexicon
from etl.detect.nonnumbers import is_slogan, touches_letter

_CLASSIFIERS = lexicon().classifiers
_LONE_SCALE = frozenset(_CLASSIFIERS.lone_scale)
_ONE = frozenset(_CLASSIFIERS.one)
_WHOLE = frozenset(_CLASSIFIERS.whole_only)
_FOLLOWED = _CLASSIFIERS.chinese_not_before
_PRECEDED = {
    unit: frozenset(signs) for unit, signs in _CLASSIFIERS.chinese_after.items()
}
_HAN = re.compile(r"[\u4e00-\u9fff]")
_RANKED = re.compile(
    r"(?:排名?|位[居列次]|[居列获得夺在]|名次|并列|全[省市县区国州盟旗])第\Z"
)
_OCCASION = re.compile(r"每(?:半?年|个?月|个?季度?|周|两年)[^，。；！？,;!?\n]{0,20}\Z")
_TWO = re.compile(r"(?:人|次(?:会议|全会|全体)|季度|届|次代|两)")
_NOTHING_ELSE = re.compile(r"[\s。.]{0,3}")
_NOUGHT = frozenset("零〇○")
"""零件 and 零距离 are words."""
_LONGEST_SIGN = 4
_SIGN_ONLY = re.compile(r"\s{0,3}(?:第|[负正+−-]\s?|近|约)?")
_STRETCH = frozenset("来间里内前后")
_ONE_AND_A_HALF = Decimal("1.5")
_LARGE = 20
"""From here on a Chinese numeral is a figure even before a word; 十八 may be a name."""
_SCORED = frozenset("加减扣得打低高值满评")
"""What stands before 十分 where it is a score and not "very"."""
_YEARS = range(1900, 2101)


def states_figure(text: str, reading: Reading, before: Before) -> bool:
    """Tell whether a reading states a figure in its text."""
    figure = reading.figure
    if _is_all(text, reading) or (figure.number.upper is not None and figure.unit):
        return True
    if figure.signed:
        return True
    if reading.at and text[reading.at - 1] == "第":
        return _ordinal_states(text, reading)
    if figure.kind == "percent" or figure.generic == "fraction":
        return not touches_letter(text, reading.at - before.length, reading.end)
    if figure.unit:
        return _with_unit_states(text, reading, before)
    return _bare_states(text, reading, before)


def _is_all(text: str, reading: Reading) -> bool:
    """Tell whether a text holds nothing but the number."""
    return (
        reading.at <= _LONGEST_SIGN
        and _SIGN_ONLY.fullmatch(text, 0, reading.at) is not None
        and _NOTHING_ELSE.fullmatch(text, reading.end) is not None
    )


def _ordinal_states(text: str, reading: Reading) -> bool:
    """第九次, 第96期 do; 第三 does as a rank; 第二故乡 does not."""
    if reading.figure.unit:
        return not is_slogan(text, reading.at - 1, reading.end)
    if _HAN.match(text, reading.end):
        return False
    return _RANKED.search(text, max(0, reading.at - 4), reading.at) is not None


def _with_unit_states(text: str, reading: Reading, before: Before) -> bool:
    figure = reading.figure
    if figure.arabic:
        start = text[reading.at - 1] if reading.at else " "
        if figure.unit in _WHOLE and "." in figure.amount:
            return False
        return not (start.isascii() and (start.isalpha() or start in "_+*^"))
    if figure.kind == "run":
        return figure.amount != "一"
    if figure.amount in _NOUGHT and figure.kind != "money":
        return False
    if _is_name(text, reading):
        return False
    if figure.firm or figure.more or before.length:
        return True
    return _plain_states(text, reading)


def _plain_states(text: str, reading: Reading) -> bool:
    """Judge a Chinese numeral with a unit word and nothing around them."""
    figure = reading.figure
    if figure.amount == "一":
        return _one_states(text, reading)
    if figure.amount == "十" and figure.unit == "分":
        scored = reading.at > 0 and text[reading.at - 1] in _SCORED
        return scored or not _HAN.match(text, reading.end)
    if figure.amount == "二":
        return _TWO.match(text, reading.end - len(figure.unit)) is not None
    if figure.lone_scale and len(figure.amount) == 1:
        return figure.unit in _LONE_SCALE or _is_stretch(text, reading)
    return not is_slogan(text, reading.at, reading.end)


def _is_name(text: str, reading: Reading) -> bool:
    """Tell whether a Chinese numeral and its unit are part of a name (三级军士长)."""
    unit = reading.figure.unit
    if unit in _FOLLOWED and text.startswith(_FOLLOWED[unit], reading.end):
        return True
    preceded = _PRECEDED.get(unit)
    return preceded is not None and text[reading.at - 1 : reading.at] not in preceded


def _one_states(text: str, reading: Reading) -> bool:
    """一 is an article, save in 一季度, 一年半, 一年来 and 每年……一次."""
    if reading.figure.unit in _ONE or reading.figure.number.value == _ONE_AND_A_HALF:
        return True
    if _is_stretch(text, reading):
        return True
    if reading.figure.unit == "次":
        return _OCCASION.search(text, max(0, reading.at - 24), reading.at) is not None
    return False


def _is_stretch(text: str, reading: Reading) -> bool:
    """Tell whether a duration is a stretch of time (一年来, 满百日)."""
    if reading.figure.kind != "duration":
        return False
    follows = text[reading.end : reading.end + 1]
    return follows in _STRETCH or (reading.at > 0 and text[reading.at - 1] == "满")


def _is_inexact(figure: Figure) -> bool:
    """Tell whether a numeral is one by 余 or 多 alone: no 闻一多, no 一来."""
    return bool(figure.more) and figure.amount != "一"


def _bare_states(text: str, reading: Reading, before: Before) -> bool:
    """Judge a number without a unit word."""
    figure = reading.figure
    if touches_letter(text, reading.at - before.length, reading.end):
        return False
    hedged = bool(before.length or figure.more)
    if not hedged and is_slogan(text, reading.at, reading.end):
        return False
    if figure.arabic:
        return True
    if figure.lone_scale and not hedged:
        return False
    if before.head or _is_inexact(figure) or (before.length and len(figure.amount) > 1):
        return True
    if reading.at and text[reading.at - 1] == "负":
        return True
    if len(figure.amount) == 1 or all(sign in DIGIT for sign in figure.amount):
        return False
    large = figure.number.value >= _LARGE or "点" in figure.amount
    return large or not _HAN.match(text, reading.end)


def is_year(figure: Figure) -> bool:
    """Tell whether a bare Arabic numeral is a year (2021—2023, 2022 北京)."""
    return (
        not figure.unit
        and not figure.signed
        and not figure.more
        and len(figure.amount) == 4
        and figure.amount.isdecimal()
        and int(figure.amount) in _YEARS
    )
