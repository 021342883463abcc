"""Parts and their totals: what a number takes from the ones before it."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache

from etl.codebook import load_codebook
from etl.match.passages import Passage
from etl.schema import Quantity, Verdict

LINKS = ("其中", "另有", "包括", "仅", "含")
"""Words that lead from a total to its parts."""
LIST_MARKS = ("、", "和", "及", "与")
LINK_REACH = 45
SOME = re.compile("[建设]在|位于|分布|达到|获评|被|荣")
"""What is told of some of those just counted: 设工作站11个，2个建在部队机关."""
PART = re.compile("(?:其中|当中|里面有|里头|包括|包含|内含)[，:：]?[^，。；]{0,16}$")
"""What ends between a total and its part: 其中，义务兵97人."""
NEXT = re.compile("[、，][^，。；、\\n]{1,12}")
"""From one part to the next: 义务兵退役97人，士官退役31人."""
PARTS_AT_MOST = 8
SHARES = ("percent", "point", "run")
"""Units of numbers that have no parts."""


@cache
def position_of(indicator: str) -> int:
    """Return the position of an indicator in the codebook.

    Raises:
        StopIteration: The codebook has none of this id.
    """
    indicators = enumerate(load_codebook().indicators)
    return next(place for place, one in indicators if one.id == indicator)


def inherited(page: Passage, index: int, carry: int, total: str) -> int | None:
    """Return the indicator of the total that a number is a part of, or its twin.

    其中二等功9份、三等功138份 are of the total before; 253户449人 are two measures.

    Args:
        page: the document.
        index: the number, which has another before it.
        carry: 1 where its own clause names nothing countable.
        total: the indicator of the number before.
    """
    previous, quantity = page.quantities[index - 1], page.quantities[index]
    link = page.text[previous.end : quantity.start]
    some = _is_some(page.text, previous, quantity)
    if not some and not _is_part(link, carry == 1):
        return None
    whole = page.codebook.indicators[position_of(total)]
    key = whole.id if quantity.unit == previous.unit else whole.twin
    return position_of(key) if key else None


def precedent(page: Passage, index: int, carry: int) -> float:
    """Return the points that a number takes from the one before it.

    Two numbers side by side are two measures of one thing.
    """
    weights = page.weights
    part = 1.0 if carry else weights.partly
    previous, quantity = page.quantities[index - 1], page.quantities[index]
    if previous.end == quantity.start or _is_some(page.text, previous, quantity):
        part = weights.twin
    return part * weights.precedent


def _is_some(text: str, previous: Quantity, quantity: Quantity) -> bool:
    """Tell whether a number counts some of those just counted: 11个，2个建在机关."""
    link = text[previous.end : quantity.start]
    return link == "，" and SOME.match(text, quantity.end) is not None


def _is_part(link: str, nameless: bool) -> bool:
    """Tell whether the words between two numbers lead from a total to its part.

    Two numbers side by side (253户449人) need no words; a list mark does where the part
    names nothing countable of its own.
    """
    if len(link) > LINK_REACH or "。" in link or "\n" in link:
        return False
    listed = nameless and link.startswith(LIST_MARKS)
    return not link or listed or any(word in link for word in LINKS)


def whole_of(page: Passage, index: int, earlier: Sequence[Verdict]) -> str | None:
    """Return the indicator of the total that a number is said to be a part of.

    It is that of the nearest number of the same unit before 其中, for that number and
    for those that follow it in the list: 转移2136人，里面有患者214人、婴幼儿67人; 发放128人，
    发放率100%。其中，义务兵97人，士官31人.

    Args:
        page: the document.
        index: the number.
        earlier: the verdicts on the numbers before it.
    """
    unit = page.quantities[index].unit
    first = _first_part(page, index)
    if first is None or unit in SHARES:
        return None
    for place in range(first - 1, max(-1, first - 1 - PARTS_AT_MOST), -1):
        if page.quantities[place].unit == unit:
            near = _same_sentence(page, place, first)
            return earlier[place].indicator if near else None
    return None


def _first_part(page: Passage, index: int) -> int | None:
    """Return the number that the list of parts around a number begins with."""
    for place in range(index, max(0, index - PARTS_AT_MOST), -1):
        link = _link(page, place)
        if PART.search(link):
            return place
        if not NEXT.fullmatch(link):
            return None
    return None


def _link(page: Passage, place: int) -> str:
    """Return the words between a number and the one before it, the last of many."""
    end = page.quantities[place].start
    return page.text[max(page.quantities[place - 1].end, end - LINK_REACH) : end]


def _same_sentence(page: Passage, whole: int, part: int) -> bool:
    """Tell whether a total stands in the sentence of its part, or in the one before."""
    between = page.text[page.quantities[whole].end : page.quantities[part].start]
    stops = between.count("。")
    return "\n" not in between and (stops == 0 or (stops == 1 and "。其中" in between))
