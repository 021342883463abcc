"""The numbers of a document as their cues see them: where each stands, what is beside it.

A column each, one row a number, so that a stretch of numbers is scored at once.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import numpy as np

from etl.match.table import Ints
from etl.match.units import row_of
from etl.schema import Quantity
from etl.structure import Layout

REACH = 400
"""So many characters to each side of a number a sentence without marks is read."""
PARTS = re.compile(r"其中|包括|\((?=[^()\d]{1,12}\d)")
"""What leads from a number to its parts: 52人(计划分配31人、自主择业21人)."""
FILLERS = frozenset("：:“”‘’「」『』\"'( ")
"""Marks right before a number that part it from nothing: 光荣牌：120块."""
DASH = re.compile("—{1,2}|-{2}")
OPENERS = ("", *"；;：:。\n，,")
"""What stands before a number that opens its clause."""
STOP = "。"
NOWHERE = 1 << 40
"""A place behind every text."""
SEMICOLONS, COMMAS, ENUMERATIONS = range(3)
"""The order of the marks that are counted."""


@dataclass(frozen=True, slots=True, eq=False)
class Marks:
    """The marks of a text, as sorted offsets.

    Two offsets with the same rank stand in the same unit; the difference of their ranks
    counts the marks between them.
    """

    offsets: tuple[Ints, ...]
    """Those of semicolons, commas and enumeration marks."""

    def ranks(self, places: Ints) -> Ints:
        """Return how many semicolons, commas and enumeration marks stand before."""
        return np.array([marks.searchsorted(places) for marks in self.offsets])


@dataclass(slots=True, eq=False)
class Numbers:
    """Numbers, a column each; made by `_named`, whose rows have this order."""

    start: Ints
    end: Ints
    opening: Ints
    """Where it begins, with the marks right before it."""
    row: Ints
    """The row of its unit in the table: the indicators that it can stand for."""
    money: Ints
    """1 for a sum of money."""
    sentence_start: Ints
    sentence_end: Ints
    """Its sentence; of a very long one, the part around it."""
    clause_start: Ints
    clause_end: Ints
    """The span between the commas around it."""
    parts: Ints
    """Where the parts of this number begin (其中): cues beyond speak for the parts."""
    item_start: Ints
    item_end: Ints
    """The item of its own in a 分别 list; -1 where it has none."""
    previous_start: Ints
    previous_row: Ints
    """The number before it; -1 and row 0 for none."""
    following_start: Ints
    following_end: Ints
    following_row: Ints
    following_comma: Ints
    """The next number, with its rank among the commas; NOWHERE and row 0 for none."""
    before: Ints
    after: Ints
    """Ranks of its two ends in the sentence: a row for each of the marks, in order."""
    rows: Ints
    """All of that."""

    def at(self, chosen: Ints) -> Numbers:
        """Return some of the numbers."""
        return _named(self.rows[:, chosen])


def _named(rows: Ints) -> Numbers:
    """Return rows by their names; the last are the ranks of both ends."""
    return Numbers(*rows[:-6], before=rows[-6:-3], after=rows[-3:], rows=rows)


def marks_of(layout: Layout) -> Marks:
    """Return the marks of a layout as arrays."""
    lists = (layout.semicolons, layout.commas, layout.enumerations)
    return Marks(tuple(np.array(marks, np.int64) for marks in lists))


def see_numbers(
    text: str,
    layout: Layout,
    marks: Marks,
    quantities: Sequence[Quantity],
    items: Mapping[int, tuple[int, int]],
) -> Numbers:
    """Return the numbers of a text with what stands around each."""
    start = np.array([quantity.start for quantity in quantities], np.int64)
    end = np.array([_past_dash(text, one) for one in quantities], np.int64)
    row = np.array([row_of(one.unit, one.classifier) for one in quantities], np.int64)
    opening = np.array([_with_fillers(text, at) for at in start.tolist()], np.int64)
    plain = np.array([quantity.end for quantity in quantities], np.int64)
    inside = np.where(end > plain, end, start)
    low, high = _around(np.array(layout.sentences, np.int64), inside)
    low = np.minimum(low, start)
    low, high = np.maximum(low, start - REACH), np.minimum(high, start + REACH)
    high = np.minimum(high, len(text))
    place = np.minimum(np.maximum(opening, low), high)
    left, right = _around(marks.offsets[COMMAS], place)
    item = np.full((2, len(start)), -1)
    for index, span in items.items():
        item[:, index] = span
    rows = (
        start,
        end,
        opening,
        row,
        [quantity.unit == "CNY" for quantity in quantities],
        low,
        high,
        np.maximum(left, low),
        np.minimum(right, high),
        _parts(text, end, high),
        *item,
        *_beside(start, end, row, marks.offsets[COMMAS]),
        *marks.ranks(place),
        *marks.ranks(np.minimum(np.maximum(end, low), high)),
    )
    return _named(np.array(rows, np.int64))


def _with_fillers(text: str, start: int) -> int:
    """Return where the marks right before a number begin."""
    while start > 0 and text[start - 1] in FILLERS:
        start -= 1
    return start


def _past_dash(text: str, quantity: Quantity) -> int:
    """Return where a number ends, with the dash behind one that is set before its thing.

    4.86亿元——两级发放的抚恤补助金；9120万元——企业军转干部的生活困难补助.
    """
    before = text[quantity.start - 1 : quantity.start]
    if before in ("", "\n") and text.startswith(STOP, quantity.end):
        return quantity.end + 1  # 1487个。这是全市服务站的总数
    dash = DASH.match(text, quantity.end)
    return quantity.end if dash is None or before not in OPENERS else dash.end()


def _around(marks: Ints, places: Ints) -> tuple[Ints, Ints]:
    """Return the spans between the marks around some places."""
    rank = marks.searchsorted(places)
    begins = np.concatenate(([0], marks + 1))
    return begins[rank], np.concatenate((marks, [NOWHERE]))[rank]


def _parts(text: str, ends: Ints, limits: Ints) -> Ints:
    """Return where the parts of each total begin, or the end of its sentence."""
    words = (found.start() for found in PARTS.finditer(text))
    places = np.array([*words, NOWHERE], np.int64)
    nearest = places[places.searchsorted(ends)]
    return np.where(nearest + 2 <= limits, nearest, limits)


def _beside(
    start: Ints, end: Ints, row: Ints, commas: Ints
) -> tuple[Ints, Ints, Ints, Ints, Ints, Ints]:
    """Return what stands before and behind each number; row 0 takes nothing."""
    following = np.concatenate((start, [NOWHERE]))[1:]
    return (
        np.concatenate(([-1], start))[:-1],
        np.concatenate(([0], row))[:-1],
        following,
        np.concatenate((end, [NOWHERE]))[1:],
        np.concatenate((row, [0]))[1:],
        commas.searchsorted(following),
    )
