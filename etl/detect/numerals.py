"""Numbers as strings to numbers as values: Arabic, Chinese, financial and mixed.

`parse` knows nothing of hedges, units or context; it reads the digits and scales of one
number (1亿5千万, 一万零三百, 二〇二一, 1,420, 壹佰贰拾) exactly, in decimal arithmetic.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from decimal import Decimal
from functools import lru_cache

from etl.detect.lexicon import lexicon

LONGEST = 40
"""More characters than this are no number (also a guard against bombs)."""
LONGEST_RUN = 21
"""More digits in a row than this, separators counted, are a code."""
MYRIAD = 10_000
HALF = Decimal("0.5")

_NUMERALS = lexicon().numerals
DIGITS = _NUMERALS.digits | _NUMERALS.financial_digits
SCALES = _NUMERALS.scales | _NUMERALS.financial_scales | _NUMERALS.letter_scales
TENS = _NUMERALS.tens
_POINT = "点"
_BACKWARDS = "三两"
"""The one pair that is said with the greater digit first (三两天)."""
_PIECE = re.compile(
    rf"(?P<arabic>\d[\d,，]*(?:\.\d+)?(?:e[+-]?\d{{1,2}})?)"
    rf"|(?P<digits>[{''.join(DIGITS)}]+)|{_POINT}(?P<point>[{''.join(DIGITS)}]+)"
    rf"|(?P<ten>[{''.join(TENS)}])|(?P<scale>[{''.join(SCALES)}])"
)


@dataclass(frozen=True, slots=True)
class Number:
    """A number and one unit of its last stated place (300 → 100, 3.18万 → 100)."""

    value: Decimal
    step: Decimal
    upper: Decimal | None = None
    """The upper end where the numeral itself is a range (七八 → 8, 三五 → 5)."""


@dataclass(slots=True)
class _Reader:
    """The state of reading one number from left to right.

    `total` holds finished groups of 万 and 亿, `section` what stands below the next of
    them, `digit` the figure that still waits for its scale.
    """

    total: Decimal = Decimal(0)
    section: Decimal = Decimal(0)
    digit: Decimal | None = None
    step: Decimal = Decimal(1)
    last_scale: int = 1
    """The scale directly before `digit`, for 一百二 (120); 1 after a zero."""
    myriads: Decimal = Decimal(0)
    """What the last 万 added to `total`, for 四万万 and 四万五千万."""

    def take_digit(self, value: Decimal, step: Decimal) -> None:
        """Keep a figure until its scale is known."""
        self.digit = value if self.digit is None else self.digit + value
        self.step = step

    def take_decimals(self, decimals: Decimal) -> None:
        """Add what stands behind the point."""
        self.digit = decimals if self.digit is None else self.digit + decimals
        self.step, self.last_scale = _last_place(str(decimals)), 1

    def take_ten(self, value: int) -> None:
        """Add 廿 or 卅."""
        self.section += value
        self.step, self.last_scale = Decimal(10), 10

    def take_scale(self, scale: int) -> None:
        """Multiply what waits by a scale; 万 and 亿 take everything below them."""
        alone = self.digit is None and not self.section
        chained = alone and self.last_scale == MYRIAD <= scale
        self.step = Decimal(scale) if alone and not chained else self.step * scale
        if scale < MYRIAD:
            self._take_small(scale)
        else:
            self._take_myriad(scale)
        self.digit, self.last_scale = None, scale

    def _take_small(self, scale: int) -> None:
        """Apply 十, 百 or 千; a bare one stands for one of it, 3百千 multiplies on."""
        if self.digit is None and self.section and 1 < self.last_scale < scale:
            self.section *= scale
        else:
            self.section += (Decimal(1) if self.digit is None else self.digit) * scale

    def _take_myriad(self, scale: int) -> None:
        """Apply 万 or 亿 to the section, and to a smaller total before it (万亿)."""
        below = self.section + (self.digit or 0)
        again = scale == MYRIAD and (not below or below >= MYRIAD / 10)
        taken = self.myriads if again else Decimal(0)
        if not taken and self.total < scale:
            taken = self.total
        self.total += (below + taken or 1) * scale - taken
        self.myriads = below * scale if scale == MYRIAD and not taken else Decimal(0)
        self.section = Decimal(0)

    def finish(self) -> Decimal:
        """Return the value; a last lone digit counts in tenths of the scale before."""
        value = self.total + self.section
        if self.digit is not None:
            unit = Decimal(max(self.last_scale // 10, 1))
            self.step *= unit
            value += self.digit * unit
        return value


def _arabic(text: str) -> tuple[Decimal, Decimal]:
    """Return value and step of an Arabic numeral, separators allowed."""
    plain = text.replace(",", "").replace("，", "")
    stated, _, power = plain.partition("e")
    return Decimal(plain), _last_place(stated).scaleb(int(power or 0))


def _last_place(plain: str) -> Decimal:
    """Return one unit of the last stated place of a plain decimal numeral."""
    _, _, decimals = plain.partition(".")
    if decimals:
        return Decimal(1).scaleb(-len(decimals))
    stripped = plain.rstrip("0")
    return Decimal(1).scaleb(len(plain) - len(stripped)) if stripped else Decimal(1)


def _spelled(text: str) -> str:
    """Return Chinese digits, read one by one, as Arabic ones."""
    return "".join(str(DIGITS[sign]) for sign in text)


def _chinese_digits(text: str) -> tuple[Decimal, Decimal]:
    """Return value and step of a run of Chinese digits, read one by one."""
    plain = _spelled(text)
    return Decimal(plain), _last_place(plain)


def _is_pair(digits: str) -> bool:
    """Tell whether two digits side by side mean "one or the other" (七八, 三五)."""
    if len(digits) != 2:
        return False
    first, second = (DIGITS[sign] for sign in digits)
    if digits == _BACKWARDS:
        return True
    return first > 0 and (second == first + 1 or (first, second) == (3, 5))


@lru_cache(maxsize=65536)
def parse(text: str) -> Number | None:
    """Return the number that a numeral states, or None where it states none.

    Args:
        text: digits, scales, separators and a point only; no hedges, no unit.
    """
    if len(text) > LONGEST:
        return None
    found = list(_PIECE.finditer(text))
    if not found or sum(m.end() - m.start() for m in found) != len(text):
        return None
    pieces = [(m.lastgroup, m[m.lastgroup or 0]) for m in found]
    if max(len(piece) for _, piece in pieces) > LONGEST_RUN:
        return None
    lower = _read(pieces, upper=False)
    if any(kind == "digits" and _is_pair(piece) for kind, piece in pieces):
        if len(pieces) == 1 and text[0] in "〇零":
            return lower
        high = _read(pieces, upper=True)
        return Number(lower.value, lower.step, high.value)
    return lower


def _read(pieces: list[tuple[str | None, str]], *, upper: bool) -> Number:
    """Return the value of the pieces; of 七八 the upper or the lower one."""
    reader = _Reader()
    for kind, piece in pieces:
        if kind == "scale":
            reader.take_scale(SCALES[piece])
        elif kind == "ten":
            reader.take_ten(TENS[piece])
        elif kind == "point":
            reader.take_decimals(Decimal(f"0.{_spelled(piece)}"))
        elif kind == "arabic":
            if len(piece) > 1:
                reader.last_scale = 1
            reader.take_digit(*_arabic(piece))
        else:
            _take_chinese(reader, piece, upper=upper)
    value = reader.finish()
    return Number(value, reader.step)


def _take_chinese(reader: _Reader, piece: str, *, upper: bool) -> None:
    """Feed Chinese digits: 零 only closes a gap, a pair gives one of its ends."""
    if _is_pair(piece):
        low, high = sorted(piece, key=lambda sign: DIGITS[sign])
        piece = high if upper else low
    elif len(piece) > 1 and DIGITS[piece[0]] == 0 and reader.last_scale > 1:
        piece = piece[1:]
        reader.last_scale = 1
    if DIGITS[piece[0]] == 0 and len(piece) == 1 and reader.last_scale > 1:
        reader.last_scale = 1
        return
    reader.take_digit(*_chinese_digits(piece))
