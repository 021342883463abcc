"""Figures that add up over time take the kind of the period that reaches them."""

from __future__ import annotations

import re
from collections.abc import Callable

from etl.resolve import dates
from etl.resolve.clock import EVENTS, STRETCHES, YEARS, Expression
from etl.resolve.periodwords import Role, cue
from etl.resolve.reach import Site
from etl.resolve.stretches import start_of_year
from etl.schema import Period, PeriodKind

OWN_CLAUSE = 2
"""A date alone and the clause behind it are one."""
BEHIND = 4
"""So many characters behind a figure still say what it counts."""


def stated(
    site: Site, kind: PeriodKind, told: Expression, start: str | None, end: str | None
) -> Period:
    """Return a period with the words that state it."""
    return Period(kind, site.text[told.start : told.end], start, end)


def flow(site: Site) -> Period:
    """Return the period of a flow; without any words it is cumulative, undated."""
    if site.text.startswith("第", site.quantity.start):
        return Period("cumulative")
    told = governing(site) or _told_later(site) or _carried(site)
    return _silent(site) if told is None else read_as_flow(site, told)


def read_as_flow(site: Site, told: Expression) -> Period:
    """Return what a period word means for a flow."""
    if told.role in STRETCHES:
        return stated(site, "cumulative", told, told.first, told.last)
    if told.role in EVENTS:
        return event(site, told)
    return FLOWS[told.role](site, told)


def governing(site: Site) -> Expression | None:
    """Return the period word that a flow takes: the nearest that can hold it.

    累计 is overruled by any stated period; 每年 holds for its sentence and 目前 for its
    half-sentence only.
    """
    total: Expression | None = None
    for told in site.periods:
        if told.role == "total":
            total = total or (told if site.in_half(told) else None)
        elif _holds(site, told, total):
            return _day_of(site, told)
    return total


def _day_of(site: Site, told: Expression) -> Expression:
    """Return the day before a season or feast that only names its batch.

    9月16日，石塘县今秋首批87名新兵出征.
    """
    if told.role != "occasion" or len(told.last or "") >= len("2021-09-16"):
        return told
    for other in site.periods[site.periods.index(told) + 1 :]:
        if not site.in_sentence(other):
            break
        if other.role == "day":
            return other
    return told


def _holds(site: Site, told: Expression, total: Expression | None) -> bool:
    """Tell whether a period word can hold a flow."""
    if told.role == "yearly":
        near = site.in_half if site.text[told.start] == "年" else site.in_sentence
        return near(told) and total is None
    if told.role in ("now", "to_date"):
        adjective = site.text.startswith("的", told.end)
        return site.in_half(told) and (site.is_next(told.end) or not adjective)
    earlier = told.role in EVENTS | YEARS and not site.in_sentence(told)
    if earlier and (site.idle(told) or _sums_up(site, told, total)):
        return False
    if told.role == "year" and _within_stretch(site, told):
        return False
    return told.role not in ("none", "then")


def _sums_up(site: Site, told: Expression, total: Expression | None) -> bool:
    """Tell whether a sentence behind a date's adds up: 累计, or 据统计，全市…."""
    if told.role in YEARS:
        return total is not None
    return site.nature == "flow" and bool(
        cue("sums_up").match(site.text, site.sentence)
    )


def _within_stretch(site: Site, told: Expression) -> bool:
    """Tell whether a year of an earlier sentence only picks one out of a stretch.

    五年来…。其中2017年征集新兵412名。扑救山火11起: the fires are of the five years.
    """
    if site.in_sentence(told):
        return False
    behind = site.periods[site.periods.index(told) + 1 :]
    return any(other.role in STRETCHES for other in behind)


def _told_later(site: Site) -> Expression | None:
    """Return the period behind the figure: 402名士兵…上月已领到补助; …——四年来."""
    told = site.page.following(site.quantity.start)
    if told is None:
        return None
    summed = "—" in site.text[site.quantity.end : told.start]
    late = told.role in ("days_ago", "months_ago") or (
        summed and told.role in STRETCHES
    )
    return told if late else None


def _carried(site: Site) -> Expression | None:
    """Return the occasion that earlier lines tell; it keeps its date (rule 29).

    It must be dated; a count of occasions (50余场) is not told of one. What is mostly
    told of occasions keeps it through a paragraph without dates.
    """
    handed = site.carried
    if handed is None or handed.lead_in:
        return handed and handed.told
    if site.nature in ("occasion", "award"):
        often = cue("times").search(site.before(site.sentence))
        near = handed.lines <= 2 and not often
    else:
        near = handed.lines == 1 and len(handed.told.first or "") > dates.YEAR
    return handed.told if near else None


def _silent(site: Site) -> Period:
    """Return the period of a flow without words for one; a headline tells its event."""
    if cue("at_work").search(site.before(site.half)):
        return Period("stock", None, None, site.story.closing)
    opening = site.story.opening
    headline = (
        opening and opening.role in EVENTS and site.quantity.start < opening.start
    )
    occasion = headline and site.nature in ("occasion", "award")
    return Period("event" if occasion else "cumulative")


def event(site: Site, told: Expression) -> Period:
    """Return the period of one occasion.

    截至8月10日，这次抗洪 has lasted up to a date; 今冬已 is a stretch up to now.
    """
    season = cue("season_so_far").match(site.text, told.start)
    if season and cue("running").search(site.before(told.end)):
        return stated(site, "cumulative", told, None, site.story.closing)
    if told.role in ("day", "month") and cue("so_far").search(
        _later_clauses(site, told)
    ):
        return Period("cumulative", None, None, None)
    as_of = site.sentence_has("as_of") if told.role == "that_day" else None
    return stated(site, "event", told, told.first, as_of.last if as_of else told.last)


def _later_clauses(site: Site, told: Expression) -> str:
    """Return the clauses before a figure, without those in which a date is told."""
    clauses = re.split("[，,。]", site.before(told.end))
    return "\n".join(clauses[OWN_CLAUSE:])


def _total(site: Site, told: Expression) -> Period:
    return stated(site, "cumulative", told, None, site.story.closing)


def _now(site: Site, told: Expression) -> Period:
    """目前 with a running total is a stretch up to now, else a state."""
    running = cue("running").search(site.before(told.end))
    money = site.quantity.unit == "CNY"
    kind: PeriodKind = "cumulative" if running or money else "stock"
    return stated(site, kind, told, None, site.story.closing)


def _as_of(site: Site, told: Expression) -> Period:
    first = told.first
    since = site.sentence_has("since", "since_event")
    if site.sentence_has("this_year", "this_year_so_far"):
        first = start_of_year(told.last)
    elif first is None and since is not None:
        first = since.first
    return stated(site, "cumulative", told, first, told.last)


def _yearly(site: Site, told: Expression) -> Period:
    """每年 and 年均 have dates only where the sentence gives the stretch (rule 26)."""
    for other in site.periods:
        if site.in_sentence(other) and other.role in STRETCHES:
            return stated(site, "annual", told, other.first, other.last)
    return stated(site, "annual", told, None, None)


def _year(site: Site, told: Expression) -> Period:
    whole = cue("whole").search(site.text, told.start, told.end)
    kind: PeriodKind = "event" if site.nature == "award" and not whole else "annual"
    return stated(site, kind, told, told.first, told.last)


def _year_end(site: Site, told: Expression) -> Period:
    return stated(site, "event", told, told.last, told.last)


def _this_year(site: Site, told: Expression) -> Period:
    """今年 is one occasion, unless running totals make it 今年以来 (rule 26)."""
    as_of = site.sentence_has("as_of")
    if as_of:
        return _as_of(site, as_of)
    if _one_occasion(site, told):
        return stated(site, "event", told, told.first, told.last)
    closing = site.story.closing
    return stated(site, "cumulative", told, start_of_year(closing), closing)


def _one_occasion(site: Site, told: Expression) -> bool:
    """Tell whether 今年 dates one occasion: by nature or by word, if nothing adds up."""
    if cue("running").search(site.before(told.end)):
        return False
    around = site.text[told.end : site.quantity.end + BEHIND]
    named = cue("one_occasion").search(around)
    by_nature = site.nature in ("occasion", "award", "standard", "partner")
    return bool(named) or (by_nature and site.quantity.unit != "CNY")


FLOWS: dict[Role, Callable[[Site, Expression], Period]] = {
    "total": _total,
    "to_date": _total,
    "now": _now,
    "as_of": _as_of,
    "yearly": _yearly,
    "year": _year,
    "year_end": _year_end,
    "this_year": _this_year,
}
