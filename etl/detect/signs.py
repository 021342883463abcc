"""Signs before a number that belong to it: a currency (￥5600), a point (.08)."""

from __future__ import annotations

import re

from etl.detect.figures import Reading, in_currency, read_figure
from etl.detect.grammar import any_of
from etl.detect.lexicon import lexicon

_SIGNS = lexicon().classifiers.currency_signs
_SIGN = re.compile(rf"(?<![A-Za-z])(?:{any_of(_SIGNS)})\s?\Z")
SIGN_LAST = frozenset(sign[-1] for sign in _SIGNS) | {" ", "."}
"""What stands right before a number that a sign belongs to."""
_LONGEST = max(map(len, _SIGNS)) + 2
_POINT_AFTER = frozenset(" -−负(（为是约达")
"""What may stand before .08; after a letter or a word the point belongs to that."""


def with_sign(text: str, reading: Reading, floor: int) -> Reading:
    """Return the reading of an Arabic number with the sign before it, if one is there.

    Args:
        text: folded text.
        reading: a number after one of `SIGN_LAST`.
        floor: offset that the sign may not reach across.
    """
    at, end, figure = reading
    if text[at - 1] == ".":
        return _with_point(text, reading)
    if figure.generic not in ("", "CNY"):
        return reading
    found = _SIGN.search(text, max(floor, at - _LONGEST), at)
    if found is None:
        return reading
    currency = _SIGNS[found[0].strip()]
    return Reading(found.start(), end, in_currency(figure, currency))


def _with_point(text: str, reading: Reading) -> Reading:
    """Return the reading of .08, or the one given where the point is another's."""
    at, end, figure = reading
    if "." in figure.amount or (at > 1 and text[at - 2] not in _POINT_AFTER):
        return reading
    decimal = read_figure(f"0.{figure.amount}", figure.more, figure.unit, False)
    return Reading(at - 1, end, decimal) if decimal else reading
