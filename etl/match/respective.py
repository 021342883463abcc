"""Pair the items of a list with the numbers that follow 分别 or 依次, one to one.

参会企业、供给岗位、求职人数分别达到640家、1.5万个和8900余人次.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Sequence
from itertools import pairwise

from etl.schema import Quantity
from etl.structure import Layout

WORD = re.compile(r"分别|依次")
CLAUSES = 3
"""So many clauses back a list may stand."""
LONGEST, MOST = 200, 12
"""Characters of a list, and numbers behind it; no print comes near."""
ITEM_MARK = re.compile(r"[、和及与]")


def respective_items(
    text: str, layout: Layout, quantities: Sequence[Quantity]
) -> dict[int, tuple[int, int]]:
    """Return the stretch of its own item for each number of such a list.

    Keys are indices into `quantities`; lists whose items and numbers do not agree in
    number are left out.
    """
    starts = [quantity.start for quantity in quantities]
    own: dict[int, tuple[int, int]] = {}
    for word in WORD.finditer(text):
        _, right = layout.clause(word.start())
        numbers = range(bisect_left(starts, word.end()), bisect_left(starts, right))
        items = (
            _matching(text, layout, word.start(), len(numbers))
            if 1 < len(numbers) <= MOST
            else []
        )
        own.update(zip(numbers, items, strict=False))
    return own


def _matching(text: str, layout: Layout, end: int, count: int) -> list[tuple[int, int]]:
    """Return the list of `count` items before a word: in its clause, or shortly before."""
    sentence = layout.sentence(end)[0]
    for _ in range(CLAUSES):
        left = max(layout.clause(end)[0], end - LONGEST)
        items = _items(text, left, end)
        if len(items) == count:
            return items
        if left <= sentence:
            return []
        end = left - 1
    return []


def _items(text: str, start: int, end: int) -> list[tuple[int, int]]:
    """Return the spans between the marks of a list."""
    marks = [match.start() for match in ITEM_MARK.finditer(text, start, end)]
    bounds = [start, *marks, end]
    return list(pairwise(bounds))
