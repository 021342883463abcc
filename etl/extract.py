"""Read one article: every quantity it states, with indicator or reason, and period.

The package's public entry point. It reads no file but the rules, and never the clock.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import NamedTuple

from etl.detect import find_quantities
from etl.errors import InputError
from etl.formats import SUFFIXES, text_of
from etl.locate import home_of, whose
from etl.match import match
from etl.normalise import Copy, copies, covered, normalise, whole_paragraphs
from etl.places import city_of
from etl.resolve import resolve
from etl.resolve.dateline import printed_date
from etl.resolve.periodwords import Nature, nature_of
from etl.schema import LogicalText, Mention, Period, Quantity, Verdict
from etl.structure import Layout, lay_out

__all__ = ["SUFFIXES", "InputError", "extract_text", "text_of"]
"""What whoever reads a single article needs: the file, the numbers, what can be wrong."""
LONGEST = 600
"""So many characters to each side of a number its sentence is quoted."""


@dataclass(frozen=True, slots=True)
class Sheet:
    """An article in hand: what every mention of it needs."""

    doc: str
    text: str
    logical: LogicalText
    layout: Layout
    own_names: tuple[str, ...]


class Reading(NamedTuple):
    """A quantity of the logical text with all that is read of it."""

    quantity: Quantity
    verdict: Verdict
    period: Period = Period()
    place: str | None = None


@dataclass(frozen=True, slots=True)
class Counted:
    """What the reading of periods must know of an indicator."""

    id: str
    nature: Nature


def extract_text(
    text: str, published: str | None = None, adcode: str | None = None, doc: str = ""
) -> list[Mention]:
    """Return every quantity of an article, in order.

    Args:
        text: the article as stored; offsets of the mentions point into it.
        published: its date, YYYY, YYYY-MM or YYYY-MM-DD. Without it a date line printed
            in the text is used; else the date is unknown and nothing is invented.
        adcode: the place the article is about; a figure said to be about that very
            place gets no `place` of its own.
        doc: the name the mentions carry.
    """
    logical = normalise(text)
    repeats = list(copies(logical.text))
    copied = whole_paragraphs(logical.text, repeats)
    told = covered(logical.text, copied)
    layout = lay_out(told)
    spans = [copy[:2] for copy in repeats]
    readings = _read(told, layout, spans, published, adcode)
    if copied:
        readings = _with_copies(readings, copied)
        layout = lay_out(logical.text)  # the copies have sentences of their own again
    page = Sheet(doc, text, logical, layout, _own_names(adcode))
    return [_mention(page, *reading) for reading in readings]


def _read(
    text: str,
    layout: Layout,
    repeats: Sequence[tuple[int, int]],
    published: str | None,
    adcode: str | None,
) -> list[Reading]:
    """Return what is read of each quantity of a logical text, in order."""
    quantities = find_quantities(text)
    places = whose(text, layout, quantities, home_of(text, adcode))
    verdicts = match(text, quantities, repeats, layout, places)
    periods = resolve(
        text,
        quantities,
        [_counted(verdict) for verdict in verdicts],
        published or printed_date(text),
    )
    read = zip(quantities, verdicts, periods, places, strict=True)
    return [
        Reading(quantity, verdict, period, part.name if part else smaller)
        for quantity, verdict, (period, smaller), part in read
    ]


def _with_copies(readings: list[Reading], copied: Sequence[Copy]) -> list[Reading]:
    """Return the readings with those of the copies, which were not read again."""
    every: list[Reading] = []
    at = 0
    for copy in copied:
        upto = bisect_left(readings, copy.start, at, key=_start)
        every += readings[at:upto]
        every += _again(every, copy)
        at = upto
    return every + readings[at:]


def _again(readings: list[Reading], copy: Copy) -> Iterator[Reading]:
    """Yield what was read where a copy was printed first, moved to where it stands."""
    shift = copy.start - copy.origin
    first = bisect_left(readings, copy.origin, key=_start)
    last = bisect_left(readings, copy.end - shift, first, key=_start)
    for quantity, verdict, _, _ in readings[first:last]:
        moved = quantity.moved(quantity.start + shift, quantity.end + shift)
        yield Reading(moved, Verdict(None, "duplicate", verdict.unit))


def _start(reading: Reading) -> int:
    """Return where the quantity of a reading begins."""
    return reading.quantity.start


def _own_names(adcode: str | None) -> tuple[str, ...]:
    """Return the names of the article's own place."""
    if adcode is None:
        return ()
    city = city_of(adcode)
    return city.name, city.short_name


def _counted(verdict: Verdict) -> Counted | None:
    """Return what resolve must know of a verdict's indicator."""
    return (
        Counted(verdict.indicator, nature_of(verdict.indicator))
        if verdict.indicator
        else None
    )


def _sentence(sheet: Sheet, quantity: Quantity) -> tuple[int, int]:
    """Return the span of a quantity's sentence in the stored text.

    A number that the print broke (10 / 6名) may run into the next line's sentence; of a
    sentence without end, as a table can be, the part around the number is enough.
    """
    left, right = sheet.layout.sentence(quantity.start)
    if right < quantity.end:
        right = sheet.layout.sentence(quantity.end - 1)[1]
    return sheet.logical.raw_span(
        max(left, quantity.start - LONGEST), min(right, quantity.end + LONGEST)
    )


def _mention(
    sheet: Sheet,
    quantity: Quantity,
    verdict: Verdict,
    period: Period,
    place: str | None,
) -> Mention:
    """Return the record of one quantity, its offsets led back to the stored text."""
    start, end = sheet.logical.raw_span(quantity.start, quantity.end)
    left, right = _sentence(sheet, quantity)
    return Mention(
        doc=sheet.doc,
        start=start,
        end=end,
        surface=sheet.text[start:end],
        sentence=sheet.text[left:right],
        sentence_start=left,
        sentence_end=right,
        value=quantity.value,
        value_low=quantity.value_low,
        value_high=quantity.value_high,
        unit=verdict.unit,
        qualifier=quantity.qualifier,
        indicator=verdict.indicator,
        reason=verdict.reason,
        period=period,
        place=None if place in sheet.own_names else place,
        cues=verdict.cues,
        margin=verdict.margin,
        rivals=verdict.rivals,
    )
