"""Read one number with its unit word from where its first numeral stands.

A reading says what is printed; whether it states a figure, and how exact it is, is
decided later (etl.detect.acceptance, etl.detect.hedging).
"""

from __future__ import annotations

import re

from etl.detect.compounds import read_about_one, read_compound, read_half
from etl.detect.figures import Figure, Reading, read_figure, warmed
from etl.detect.grammar import QUANTITY
from etl.detect.parts import with_later_parts

_WARM = re.compile(r"(?:[温热烧冷]|零下|负|摄氏|华氏)\D{0,3}\Z")
_MOST_RUNS = 12
"""A city has been named model city no more often than this: 三十九度 is a temperature."""


def read_number(text: str, at: int) -> Reading | int:
    """Return the number that begins at an offset, or where to read on if none does."""
    if text[at] == "半":
        return read_half(text, at) or at + 1
    if text[at] == "个":
        return read_about_one(text, at) or at + 1
    match = QUANTITY.match(text, at)
    if match is None:
        return at + 1
    special = read_compound(text, at, match.end("amount"), match["unit"])
    return special or _read_quantity(text, match)


def _read_quantity(text: str, match: re.Match[str]) -> Reading | int:
    amount, more, mid, ge, unit = match.group("amount", "more", "mid", "ge", "unit")
    at, end = match.span()
    if unit is None and ge is None and len(amount) > 1 and amount[-1] == "两":
        amount, unit = amount[:-1], "两"  # no number ends in 两: 三两 is a weight
    half = mid == "半"
    follows = more or ("" if half else mid) or ""
    figure = read_figure(amount, follows, unit or (f"个{ge}" if ge else ""), half)
    if figure is None:
        return end
    if figure.kind == "run" and _is_temperature(text, at, figure):
        figure = warmed(figure)
    if figure.unit:
        return with_later_parts(text, Reading(at, end, figure))
    return Reading(at, match.end("more" if more else "amount"), figure)


def _is_temperature(text: str, at: int, figure: Figure) -> bool:
    """Tell whether 度 after a Chinese numeral counts degrees and not how often."""
    if figure.unit != "度":
        return False
    if figure.number.value > _MOST_RUNS or "点" in figure.amount:
        return True
    return _WARM.search(text, max(0, at - 6), at) is not None
