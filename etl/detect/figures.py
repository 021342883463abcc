"""What is printed of a number and its unit word, read into a figure, place apart.

Few figures are printed in many places, so that they are read once and kept; a figure is
immutable and compared by identity.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from decimal import Decimal
from functools import lru_cache
from typing import NamedTuple

from etl.detect.grammar import SCALE, unit_group
from etl.detect.lexicon import ClassifierGroup, lexicon
from etl.detect.numerals import Number, parse

VAGUE = lexicon().numerals.vague
APPROXIMATE = re.compile("[余多来几]")
_HALF = Decimal("0.5")
_TEN = Decimal(10)


@dataclass(frozen=True, slots=True, eq=False)
class Figure:
    """A number with its unit word, as printed."""

    number: Number
    amount: str
    """The numeral as printed, without the words around it."""
    more: str = ""
    """余, 多, 来 or 几, wherever it stands."""
    unit: str = ""
    """The unit word as printed, empty where there is none."""
    generic: str = ""
    kind: str = "count"
    factor: Decimal = Decimal(1)
    """What the unit word multiplies the numeral by (成: 10)."""
    firm: bool = False
    """Whether the form alone makes it a figure, even as a quoted slogan (七个100%)."""
    arabic: bool = False
    """Whether the numeral begins with a digit of the Arabic kind."""
    signed: bool = False
    """Whether the sign of a currency before it makes it a figure (￥5600)."""
    lone_scale: bool = False
    """Whether the numeral begins with a bare 百, 千, 万 or 亿."""

    @property
    def exact(self) -> bool:
        """Whether nothing in the numeral itself makes it inexact."""
        return not self.more and self.number.upper is None

    def with_half(self) -> Figure:
        """Return the figure half a unit greater (一年半)."""
        half = _HALF * self.factor
        return replace(self, number=Number(self.number.value + half, half))

    def with_tail(self, digits: Decimal, places: int) -> Figure:
        """Return the figure with more places behind its unit word (九成四, 1米75)."""
        step = self.factor.scaleb(-places)
        return replace(self, number=Number(self.number.value + digits * step, step))

    def with_more(self, more: str) -> Figure:
        """Return the figure with 余 or 多 behind its unit word (三年多)."""
        return replace(self, more=more)


class Reading(NamedTuple):
    """A figure at a place: the span from its first numeral to its unit word."""

    at: int
    end: int
    figure: Figure


@lru_cache(maxsize=65536)
def read_figure(amount: str, more: str, unit: str, half: bool) -> Figure | None:
    """Return the figure of a numeral, what follows it, and a unit word.

    Args:
        amount: the numeral, with 余, 多, 来 or 几 before a scale if so printed.
        more: 余, 多, 来 or 几 behind the numeral, or nothing.
        unit: the unit word, or nothing.
        half: whether 半 stands inside the unit word (三个半月).

    Returns:
        None where the numeral is no number (a code of thirty digits). The figure's
        `unit` is empty where the word does not go with that kind of numeral.
    """
    number, more = _read_amount(amount, more)
    if number is None:
        return None
    arabic = amount[0].isdecimal()
    lone = amount[0] in SCALE and amount[0] != "十"
    plain = Figure(number, amount, more, arabic=arabic, lone_scale=lone)
    group = unit_group(unit, arabic=arabic) if unit else None
    return plain if group is None else _counted(plain, unit, group, half=half)


def negated(figure: Figure) -> Number:
    """Return the number of a figure after a minus: 负八九 is −9 to −8, -3~5 is −3 to 5."""
    number = figure.number
    if number.upper is None:
        return scaled(number, Decimal(-1))
    own = parse(figure.amount)
    if own is not None and own.upper is not None:
        return Number(-number.upper, number.step, -number.value)
    return Number(-number.value, number.step, number.upper)


def in_currency(figure: Figure, currency: str) -> Figure:
    """Return a figure as the amount that a sign before it makes it (￥5600)."""
    return replace(figure, generic=currency, kind="money", signed=True)


def warmed(figure: Figure) -> Figure:
    """Return a figure in 度, read as a count of occasions, as one of degrees."""
    return replace(figure, generic="degree", kind="measure")


def _read_amount(amount: str, more: str) -> tuple[Number | None, str]:
    """Return the number of a numeral, and what makes it inexact."""
    if amount in VAGUE:
        round_number = Decimal(VAGUE[amount])
        return Number(round_number, round_number), more or "来"
    inner = APPROXIMATE.search(amount)
    number = parse(APPROXIMATE.sub("", amount.replace("个", "")))
    return number, more or (inner[0] if inner else "")


def _counted(
    figure: Figure, unit: str, group: ClassifierGroup, *, half: bool
) -> Figure:
    """Return a bare figure with its unit word, in the unit's own measure."""
    factor = Decimal(str(group.factor))
    number = figure.number
    if group.unit == "discount" and number.value >= _TEN:
        factor = Decimal("0.1")
    if half:
        number = Number(number.value + _HALF, _HALF)
    if factor != 1:
        number = scaled(number, factor)
    return replace(
        figure,
        number=number,
        unit=unit,
        generic=group.unit,
        kind=group.kind,
        factor=factor,
    )


def scaled(number: Number, factor: Decimal) -> Number:
    """Return a number, its step and its upper end times a factor."""
    upper = None if number.upper is None else number.upper * factor
    return Number(number.value * factor, number.step * abs(factor), upper)
