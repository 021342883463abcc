"""Hedges around a number: which words, what they say, and the bounds they give."""

from __future__ import annotations

import re
from dataclasses import dataclass
from decimal import Decimal

from etl.detect.figures import Reading
from etl.detect.grammar import any_of
from etl.detect.lexicon import Hedge, lexicon
from etl.detect.numerals import Number
from etl.schema import Qualifier

_LEXICON = lexicon()
_HEDGES, _NUMERALS = _LEXICON.hedges, _LEXICON.numerals
BEFORE = {word: hedge for hedge in _HEDGES.before for word in hedge.words}
AFTER = {word: hedge for hedge in _HEDGES.after for word in hedge.words}
_RECENT = frozenset(_HEDGES.recent.words)
LONGEST_BEFORE = max(map(len, BEFORE)) + 2


def _guarded(words: dict[str, tuple[str, ...]]) -> str:
    """Return an alternation of words, each with what must not stand before it."""
    ordered = sorted(words, key=lambda word: (-len(word), word))
    return "|".join(
        (f"(?<![{''.join(words[word])}])" if words[word] else "") + re.escape(word)
        for word in ordered
    )


_WORD = _guarded({word: _HEDGES.not_after.get(word, ()) for word in BEFORE})
_HEAD = _guarded(_NUMERALS.several | _NUMERALS.reaching)
_BEFORE_PATTERN = re.compile(rf"(?P<word>{_WORD})?(?P<head>{_HEAD})?\Z")
_BEFORE_LAST = frozenset(
    word[-1] for word in (*BEFORE, *_NUMERALS.several, *_NUMERALS.reaching)
)
AFTER_PATTERN = re.compile(any_of(AFTER))
_OVER_VERBS = "|".join(
    rf"{hedge}(?:{any_of(verbs)})" for hedge, verbs in _HEDGES.distant.verbs.items()
)
_ANY = rf"[^\s，。；、：！？,;:!?\d]{{0,{_HEDGES.distant.reach}}}"
_DISTANT = re.compile(
    rf"(?:(?:{any_of(_HEDGES.distant.anything)}){_ANY}|{_OVER_VERBS})\Z"
)
_DISTANT_WORDS = (*_HEDGES.distant.anything, *_HEDGES.distant.verbs)
_DISTANT_FIRST = frozenset(word[0] for word in _DISTANT_WORDS)
_DISTANT_SPAN = 6
_ROUGH = frozenset("来把")
"""Words inside a number that make it approximate: 四十来个, 千把人."""


@dataclass(frozen=True, slots=True)
class Before:
    """What stands before a number: its length, the hedge, the head (数, 上)."""

    length: int = 0
    word: str = ""
    head: str = ""


NOTHING = Before()


def read_before(text: str, at: int, *, scale_first: bool) -> Before:
    """Return the hedge words that end where a number begins.

    Args:
        text: folded text.
        at: offset of the number's first numeral.
        scale_first: whether the number begins with a bare scale, as after 数 and 上.
    """
    if at == 0 or text[at - 1] not in _BEFORE_LAST:
        return NOTHING
    found = _BEFORE_PATTERN.search(text, max(0, at - LONGEST_BEFORE), at)
    if found is None or found.end() == found.start():
        return NOTHING
    word, head = found["word"] or "", found["head"] or ""
    if head and not scale_first:
        return NOTHING
    return Before(len(word) + len(head), word, head)


def distant_hedge(text: str, at: int) -> str:
    """Return the hedge a few characters before a number, if any (至少具有两种)."""
    start = max(0, at - _DISTANT_SPAN)
    if _DISTANT_FIRST.isdisjoint(text[start:at]):
        return ""
    found = _DISTANT.search(text, start, at)
    if found is None:
        return ""
    return next(word for word in _DISTANT_WORDS if found[0].startswith(word))


@dataclass(frozen=True, slots=True)
class Bounds:
    """How exact a number is: the qualifier, and the bounds it gives."""

    qualifier: Qualifier
    low: Decimal
    high: Decimal | None


def bounds(number: Number, hedge: Hedge | None, *, more: str, head: str) -> Bounds:
    """Return the bounds of a number from what stands around it.

    余 and 多 add less than one unit of the last stated place; 近 takes away less than
    one; 约 and 来 allow half a unit either way; 数 stands for one to nine.
    """
    value, step = number.value, abs(number.step)
    if hedge is not None:
        inexact = bool(more) and more not in _ROUGH
        upper = number.upper or (value + step if inexact else value)
        return _hedged(value, upper, step, hedge)
    if number.upper is not None:
        return Bounds("at_least", value, number.upper)
    if head in _NUMERALS.several:
        return Bounds("at_least", *sorted((value, value * 10)))
    if head:
        return Bounds("at_least", value, None)
    if more in _ROUGH:
        return Bounds("about", value - step / 2, value + step / 2)
    if more:
        return _more_than(value, step, more)
    return Bounds("exact", value, value)


def _more_than(value: Decimal, step: Decimal, more: str) -> Bounds:
    """Return the bounds of 余 and its like; below zero, more is colder."""
    if more == "+":
        return Bounds("at_least", value, None)
    if value < 0:
        return Bounds("at_least", value - step, value)
    return Bounds("at_least", value, value + step)


def _hedged(value: Decimal, upper: Decimal, step: Decimal, hedge: Hedge) -> Bounds:
    """Return the bounds that an outspoken hedge gives, around both ends of a range."""
    zero = min(Decimal(0), value)
    if hedge.qualifier == "about":
        return Bounds("about", value - step / 2, upper + step / 2)
    if hedge.qualifier == "below":
        return Bounds("below", zero if hedge.from_zero else value - step, upper)
    if hedge.qualifier == "at_most":
        return Bounds("at_most", zero, upper)
    return Bounds("at_least", value, None)


def means_the_last(text: str, reading: Reading, before: Before) -> bool:
    """Tell whether 近 means "the last" and hedges nothing (近三年, 近二十年来)."""
    figure = reading.figure
    if before.word != "近" or before.head or figure.more or figure.unit not in _RECENT:
        return False
    if figure.number.value < _HEDGES.recent.below:
        return True
    return text.startswith(_HEDGES.recent.followed_by, reading.end)
