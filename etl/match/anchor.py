"""A number as its cues see it: where it stands, what it counts, who its neighbours are."""

from __future__ import annotations

from dataclasses import dataclass

from etl.match.passages import Passage
from etl.match.sentences import Hit, Sentence
from etl.match.units import Takers, takers_of
from etl.schema import Quantity

PARTS = ("其中", "包括")
HEAD_REACH = 4
MONEY_REACH = 1
"""Characters after a number in which the noun it counts begins."""
FILLERS = "：:“”‘’「」『』\"'( "
"""Marks right before a number that part it from nothing: 光荣牌：120块."""


@dataclass(slots=True)
class Anchor:
    """One number in its sentence."""

    quantity: Quantity
    takers: Takers
    """The indicators that it can stand for."""
    start: int
    """Where it begins, with the marks right before it."""
    end: int
    before: tuple[int, int, int]
    after: tuple[int, int, int]
    """Ranks of its two ends in the sentence."""
    parts: int
    """Where the parts of this number begin (其中): cues beyond speak for the parts."""
    item: tuple[int, int] | None
    """The item of its own in a 分别 list."""
    previous: Quantity | None
    following: Quantity | None
    """The numbers beside it."""
    carry: int = 0
    """1 where its own clause names nothing countable: the clause before does (共61个)."""
    headed: bool = False
    """The noun it counts follows at once (11个军人法律服务站)."""
    noun: int = -1
    """End of the countable noun that stands nearest before it, in its own clause."""


def anchor_of(page: Passage, sentence: Sentence, index: int) -> Anchor:
    """Return the anchor of one number of a document."""
    quantity, last = page.quantities[index], len(page.quantities) - 1
    start = _with_fillers(page.text, quantity.start)
    anchor = Anchor(
        quantity,
        takers_of(quantity),
        start,
        quantity.end,
        sentence.ranks(start),
        sentence.ranks(quantity.end),
        _parts(page.text, quantity.end, sentence.end),
        page.items.get(index),
        page.quantities[index - 1] if index else None,
        page.quantities[index + 1] if index < last else None,
    )
    _see_nouns(anchor, sentence)
    return anchor


def _with_fillers(text: str, start: int) -> int:
    """Return where the marks right before a number begin."""
    while start > 0 and text[start - 1] in FILLERS:
        start -= 1
    return start


def _parts(text: str, start: int, end: int) -> int:
    """Return where the parts of a total begin, or the end of the stretch."""
    found = [i for i in (text.find(word, start, end) for word in PARTS) if i >= 0]
    return min(found, default=end)


def _see_nouns(anchor: Anchor, sentence: Sentence) -> None:
    """Note the countable nouns of the number's own clause and list item."""
    start, end = anchor.start, anchor.end
    money = anchor.quantity.unit == "CNY"
    reach = end + (MONEY_REACH if money else HEAD_REACH)
    anchor.carry = 1
    left, right = sentence.clause(start)
    for hit in sentence.hits(anchor.takers):
        if not (left <= hit.start < right and is_noun(anchor, hit)):
            continue
        anchor.carry = 0
        if end <= hit.start <= reach:
            anchor.headed = True
        if anchor.noun < hit.end <= start:
            anchor.noun = hit.end


def is_noun(anchor: Anchor, hit: Hit) -> bool:
    """Tell whether a cue names what the number may count.

    It stands in the number's own list item, and no other number stands between.
    """
    if not hit.said.names:
        return False
    if hit.start >= anchor.start:
        item, crossed = anchor.after[2], follows(anchor.following, hit)
    else:
        item, crossed = anchor.before[2], precedes(anchor.previous, hit)
    return hit.enumeration == item and not crossed


def precedes(previous: Quantity | None, hit: Hit) -> bool:
    """Tell whether the number before stands behind a cue: it may own the cue."""
    return previous is not None and previous.start >= hit.end


def follows(following: Quantity | None, hit: Hit) -> bool:
    """Tell whether the next number stands before a cue: it may own the cue."""
    return following is not None and following.end <= hit.start
