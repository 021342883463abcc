"""Decide when a figure holds: the period word that reaches it, read by its nature.

A flow takes the kind of its period, a stock holds at publication, a rate is a standard
unless it is said to have been reached, a count of titles ends on the naming date.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Protocol

from etl.resolve.carry import carry
from etl.resolve.clock import EVENTS, GOVERNING, STATES, YEARS, Expression
from etl.resolve.dateline import find_dateline
from etl.resolve.flows import flow, governing, read_as_flow, stated
from etl.resolve.headline import with_headlines
from etl.resolve.periods import find_periods
from etl.resolve.periodwords import Nature, Role, cue
from etl.resolve.reach import Page, Site, find_breaks
from etl.resolve.scope import place_of
from etl.resolve.stocks import added_up, entitled, issued, partner, roll, stock
from etl.resolve.story import tell_story
from etl.schema import Period, Quantity

AS_OF: frozenset[Role] = frozenset[Role]({"as_of"})


class IndicatorInfo(Protocol):
    """What this step must know of an indicator."""

    @property
    def id(self) -> str:
        """The indicator's id in the codebook."""
        ...

    @property
    def nature(self) -> Nature:
        """How the indicator is counted; decides what a period word means for it."""
        ...


def resolve(
    text: str,
    quantities: Sequence[Quantity],
    indicators: Sequence[IndicatorInfo | None],
    published: str | None,
) -> list[tuple[Period, str | None]]:
    r"""Return period and place of each quantity.

    Args:
        text: the logical text, "\n" at the end of each line.
        quantities: in any order; offsets into `text`.
        indicators: the indicator of each quantity, or None.
        published: publication date as far as known: YYYY, YYYY-MM or YYYY-MM-DD.

    Returns:
        One pair for each quantity; place is None for the document's own city.
    """
    counted = [q.end for q, info in zip(quantities, indicators, strict=True) if info]
    page = read_page(text, quantities, sorted(counted), published)
    read = [
        _read(page, quantity, info)
        for quantity, info in zip(quantities, indicators, strict=True)
    ]
    ids = [info.id if info else None for info in indicators]
    return with_headlines(text, quantities, ids, read)


def read_page(
    text: str,
    quantities: Sequence[Quantity],
    counted: Sequence[int],
    published: str | None,
) -> Page:
    """Return a text with its period words found, in one pass."""
    line = find_dateline(text)
    periods, closing = find_periods(
        text, published, (line.start, line.end) if line else None
    )
    breaks = find_breaks(text)
    return Page(
        text=text,
        story=tell_story(text, periods, published, closing),
        breaks=breaks,
        periods=periods,
        starts=[told.start for told in periods],
        counted=counted,
        ends=sorted(quantity.end for quantity in quantities),
        handed=carry(text, breaks.lines, periods),
    )


def _read(
    page: Page, quantity: Quantity, info: IndicatorInfo | None
) -> tuple[Period, str | None]:
    """Return period and place of one figure; nothing of one without indicator."""
    if info is None:
        return Period(), None
    site = page.site(quantity, info.nature)
    return DECIDE[info.nature](site, info), place_of(site)


def _standard(site: Site) -> Period:
    """A rate is a standard, unless it is said to have been reached in a period."""
    now = site.sentence_has(*STATES, *GOVERNING)
    if now and now.role in STATES and site.in_half(now):
        return stated(site, "stock", now, None, now.last or site.story.closing)
    told = governing(site) or _lead(site)
    if told is None or told.role == "total":
        return Period("standard")
    if told.role == "yearly":
        words = site.text[told.start : told.end]
        if "均" not in words and "每" in words:
            return stated(site, "standard", told, None, None)
        over = site.sentence_has("plan", "span", "since")
        first, last = (over.first, over.last) if over else (None, None)
        return stated(site, "annual", told, first, last)
    return read_as_flow(site, told)


def _lead(site: Site) -> Expression | None:
    """Return the year or stretch that a heading gives to all that stands below it."""
    carried = site.carried
    if carried is None or not carried.lead_in or carried.told.role in EVENTS:
        return None
    return carried.told


def _title(site: Site, info: IndicatorInfo) -> Period:
    """A count of titles ends on the naming date; one counted from a year is open."""
    for told in site.periods:
        if not site.in_half(told):
            break
        if told.role == "since":
            return stated(site, "cumulative", told, told.first, told.last)
        if cue("first_time").match(site.text, told.end):
            continue
        if told.role in EVENTS | YEARS | AS_OF and told.last:
            mine = _respective(site, told)
            return stated(site, "cumulative", mine, None, mine.last)
    return Period("cumulative", None, None, _naming_date(site, info))


def _naming_date(site: Site, info: IndicatorInfo) -> str | None:
    """Return the day of the naming; a headline means the day the report opens with."""
    story = site.story
    provincial = info.id.startswith("provincial")
    naming = story.provincial if provincial else story.national
    opening = story.opening
    if naming or opening is None or site.quantity.start > opening.start:
        return naming
    return opening.last if opening.last and len(opening.last) == 10 else None


def _respective(site: Site, told: Expression) -> Expression:
    """2011年、2016年、2020年实现“四连冠”“五连冠”“六连冠”: each run its year."""
    listed = [told]
    for other in site.periods[site.periods.index(told) + 1 :]:
        if site.text[other.end : listed[-1].start] != "、":
            break
        listed.append(other)
    place = sum(1 for end in site.neighbours if end > told.end)
    return listed[len(listed) - 1 - place] if place < len(listed) else told


def _by_nature(decide: Callable[[Site], Period]) -> Decision:
    """Return a decision that needs no more of the indicator than its nature."""
    return lambda site, _: decide(site)


Decision = Callable[[Site, IndicatorInfo], Period]
DECIDE: dict[Nature, Decision] = {
    "flow": _by_nature(added_up),
    "occasion": _by_nature(flow),
    "award": _by_nature(flow),
    "stock": _by_nature(stock),
    "partner": _by_nature(partner),
    "issued": _by_nature(issued),
    "roll": _by_nature(roll),
    "entitled": _by_nature(entitled),
    "standard": _by_nature(_standard),
    "fixed": lambda site, info: Period("standard"),
    "title": _title,
}
