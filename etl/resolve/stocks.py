"""Figures of what exists now: they hold at publication, or at the date told."""

from __future__ import annotations

from etl.resolve import dates
from etl.resolve.clock import EVENTS, STATES, YEARS, Expression
from etl.resolve.flows import event, flow, governing, stated
from etl.resolve.periodwords import Role, cue
from etl.resolve.reach import Site
from etl.schema import Period

NEAR = 50
"""So many characters before a figure say what is done to it."""
CLOSED: frozenset[Role] = EVENTS | YEARS | frozenset[Role]({"part", "span", "plan"})


def stock(site: Site) -> Period:
    """Return the period of a stock; the new ones of a stretch are a flow."""
    before = site.before(max(site.sentence, site.quantity.start - NEAR))
    if cue("newly").search(before) or _came_to_be(site, before):
        return flow(site)
    return _past(site, before) or _present(site)


def _came_to_be(site: Site, before: str) -> bool:
    """Tell whether a stock came to be on the occasion that its sentence dates."""
    nearest = site.periods[0] if site.periods else None
    if nearest is None or nearest.role not in EVENTS or not site.in_sentence(nearest):
        return False
    return bool(cue("came_to_be").search(before))


def _past(site: Site, before: str) -> Period | None:
    """Return the period of a past value: 由28个扩充到41个, 最初的19家, 只有9个."""
    grown = cue("grown_to").match(site.text, site.quantity.end)
    if grown and cue("grown_from").search(before):
        return Period("stock")
    if cue("only").search(before) and site.periods:
        told = site.periods[0]
        if site.in_sentence(told) and told.role not in ("now", "to_date"):
            return stated(site, "stock", told, None, told.last or _dated(site))
    told = site.sentence_has("then")
    if told and site.in_half(told) and site.is_next(told.end):
        return stated(site, "stock", told, None, told.last or _dated(site))
    return None


def _dated(site: Site) -> str | None:
    """Return the date that the sentence gives to a past state."""
    for told in site.periods:
        if told.role in EVENTS | {"year"} and site.in_sentence(told):
            return told.last
    return None


def _is_over(told: Expression, closing: str | None) -> bool:
    """Tell whether a period is a whole year before that of publication."""
    over = told.last and closing and told.last < closing[: dates.YEAR]
    return told.role == "year" and bool(over)


def _present(site: Site) -> Period:
    closing = site.story.closing
    past = site.periods[0] if site.periods else None
    if past and _is_over(past, closing) and site.in_half(past):
        return stated(site, "stock", past, None, past.last)
    for told in site.periods:
        if told.role in ("as_of", "year_end"):
            return stated(site, "stock", told, None, told.last)
        if told.role in ("now", "to_date"):
            return stated(site, "stock", told, None, closing)
    head = site.carried.told if site.carried and site.carried.lead_in else None
    if head and head.role == "as_of":
        return stated(site, "stock", head, None, head.last)
    return Period("stock", None, None, closing)


def partner(site: Site) -> Period:
    """Return the period of firms: those at a fair or ceremony are counted that day."""
    nearest = site.periods[0] if site.periods else None
    if cue("grown_into").search(site.before(site.half)):
        return stock(site)
    if nearest and nearest.role in EVENTS and site.in_sentence(nearest):
        return event(site, nearest)
    if cue("present").search(site.before(site.half)):
        return flow(site)
    if cue("takes_part").match(site.text, site.quantity.end):
        return Period("event")
    return stock(site)


def issued(site: Site) -> Period:
    """Return the period of plaques and cards.

    They are a stock, unless a day or a closed stretch is told (rule 17).
    """
    told = governing(site)
    if site.sentence_has(*STATES) and (told is None or not site.in_half(told)):
        told = None
    if told is None or told.role not in CLOSED or _adds_to(site, told):
        return stock(site)
    if told.role in EVENTS and not site.in_sentence(told):
        return stock(site)
    return flow(site)


def _adds_to(site: Site, told: Expression) -> bool:
    """Tell whether new ones were counted before: 本年度新制发1320张，累计发放2.14万张."""
    total = site.sentence_has("total")
    return bool(total and total.start > told.end and not site.is_next(told.end))


def added_up(site: Site) -> Period:
    """Return the period of a flow; of people who stand on a register it is a stock."""
    on_register = cue("standing").search(site.before(site.half))
    return stock(site) if on_register else flow(site)


def roll(site: Site) -> Period:
    """Return the period of people on a register; those of one day are a flow."""
    told: Expression | None = governing(site)
    past = site.sentence_has("then")
    if told and told.role in EVENTS and past is None:
        return flow(site)
    on_roll = past or cue("on_roll").search(site.before(site.half))
    return stock(site) if on_roll else flow(site)


def entitled(site: Site) -> Period:
    """Return the period of people entitled: a stock, unless paid in a period told."""
    on_roll = cue("on_roll").search(site.before(site.half))
    told = governing(site)
    now = told is None or told.role in STATES
    return stock(site) if on_roll and now else flow(site)
