"""What a whole document says of time: its publication, its event, the naming it tells."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from etl.resolve.clock import GOVERNING, Expression
from etl.resolve.periodwords import Role, cue

DAYS: frozenset[Role] = frozenset[Role]({"day", "bare_day", "days_ago"})
NOWHERE = 8
"""So few characters behind a date tell no story: 7月29日，人民大会堂。"""
SENTENCE = 80
"""So many characters behind a date are searched for what happened."""


@dataclass(frozen=True, slots=True)
class Story:
    """The dates that hold for the whole document."""

    published: str | None
    closing: str | None
    """The month that closes an open stretch."""
    national: str | None
    """The day on which the model cities were named, if the text tells it."""
    provincial: str | None
    opening: Expression | None
    """Its first period word."""


def _sentence(behind: str) -> str:
    """Return the words behind a date, with the next sentence if they only say where."""
    first, _, rest = behind.partition("。")
    return first if len(first) > NOWHERE else first + rest.partition("。")[0]


def tell_story(
    text: str, periods: Sequence[Expression], published: str | None, closing: str | None
) -> Story:
    """Return what the periods of a document say of the whole of it."""
    naming: dict[bool, str] = {}
    days = [told for told in periods if told.role in DAYS and told.last]
    ends = [*(told.start for told in days[1:]), len(text)]
    for told, end in zip(days, ends, strict=False):
        if told.last:
            behind = text[told.end : min(end, told.end + SENTENCE)]
            sentence = _sentence(behind.split("\n")[0])
            if cue("naming").search(sentence):
                provincial = bool(cue("provincial").search(sentence))
                naming.setdefault(provincial, told.last)
    opening = next((told for told in periods if told.role in GOVERNING), None)
    return Story(published, closing, naming.get(False), naming.get(True), opening)
