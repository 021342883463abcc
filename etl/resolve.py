"""Decide when a figure holds: the period word that reaches it, read by its nature.

A flow takes the kind of its period, a stock holds at publication, a rate is a standard
unless it is said to have been reached, a count of titles ends on the naming date.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Protocol

from etl import dates
from etl.clock import EVENTS, GOVERNING, STRETCHES, Expression
from etl.dateline import find_dateline
from etl.periods import find_periods, start_of_year
from etl.periodwords import Nature, simplified
from etl.reach import Map, Site, carry, find_breaks
from etl.schema import Period, PeriodKind, Quantity

RUNNING = re.compile(
    "已(?!有|达)|共(?![建同享有])|累计|总计|新(?:增|悬?挂|建|发|办|添)"
)
NEW = re.compile(
    "(?:挂新|换旧|新募|新建|新增|新设|新创|更换|换新|补挂|换发|新发|新挂|扶持|培育|捐资|筹集|募集)"
    "[^，。；]{0,16}$"
)
ROLL = re.compile("在册|台账|名册|享受|登记|队员|壮大到|发展到|现有")
TAKES_PART = re.compile("[^，。；]{0,6}(?:参加|参展|亮相)")
PRESENT = re.compile("参展|参会|到场|亮相")
SEASON_SO_FAR = re.compile("(?:今|这个)[春夏秋冬]")
DAYS = frozenset({"day", "bare_day", "days_ago"})
ONE_OCCASION = re.compile("活动|行动|仪式|[会展赛节]上")
ONLY = re.compile("(?:只|仅|才|不过)(?:有|是)?[^，。；]{0,6}$")
AT_WORK = re.compile("上班|在岗|任职|在校|在读")
TIMES = re.compile("[0-9余多几十百][场次批]")
FROM = re.compile("(?:由|从)(?:原来的)?$")
GROWN = re.compile("[^，。；]{0,12}(?:增|扩|升|壮大|发展|提高)[^，。；]{0,4}[到至为]")
NAMED = re.compile(
    "命名|捧回|捧得|获评|荣获|牌匾|匾额|授予|摘得|荣膺|上榜|夺得|被评为|表彰大会"
)
PROVINCIAL = re.compile("全省|全区|省级|省委|自治区")


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


@dataclass(frozen=True, slots=True)
class Story:
    """What the whole document says of time."""

    published: str | None
    closing: str | None
    national: str | None
    provincial: str | None
    opening: str | None
    """The role of its first period word."""
    begins: int
    """Where that stands."""
    opening_day: str | None
    """Its date, if it tells of a day."""


def resolve(
    text: str,
    quantities: Sequence[Quantity],
    indicators: Sequence[IndicatorInfo | None],
    published: str | None,
) -> list[tuple[Period, str | None]]:
    """Return period and place of each quantity.

    Args:
        text: the logical text, "\\n" at the end of each line.
        quantities: in any order; offsets into `text`.
        indicators: the indicator of each quantity, or None.
        published: publication date as far as known: YYYY, YYYY-MM or YYYY-MM-DD.

    Returns:
        One pair for each quantity; place is None for the document's own city.
    """
    text = simplified(text)
    line = find_dateline(text)
    periods, closing = find_periods(
        text, published, (line.start, line.end) if line else None
    )
    starts = [told.start for told in periods]
    ends = sorted(quantity.end for quantity in quantities)
    breaks = find_breaks(text)
    handed = carry(text, breaks.lines, periods)
    page = Map(text, breaks, periods, starts, ends, handed)
    story = tell_story(text, periods, published, closing)
    return [
        (period_of(page, story, quantity, info), None)
        for quantity, info in zip(quantities, indicators, strict=True)
    ]


def tell_story(
    text: str,
    periods: Sequence[Expression],
    published: str | None,
    closing: str | None,
) -> Story:
    """Return the dates that hold for the whole document."""
    naming: dict[bool, str] = {}
    for told in periods:
        if told.role in DAYS and told.last:
            sentence = text[told.end : told.end + 80].split("。")[0].split("\n")[0]
            if NAMED.search(sentence):
                naming.setdefault(bool(PROVINCIAL.search(sentence)), told.last)
    first = next((told for told in periods if told.role in GOVERNING), None)
    return Story(
        published,
        closing,
        naming.get(False),
        naming.get(True),
        opening=first.role if first else None,
        begins=first.start if first else 0,
        opening_day=first.last if first and first.role in DAYS else None,
    )


def period_of(
    page: Map, story: Story, quantity: Quantity, info: IndicatorInfo | None
) -> Period:
    """Return the period of one figure; nothing is said of one without indicator."""
    if info is None:
        return Period()
    return DECIDE[info.nature](page.site(quantity), story, info)


def stated(
    site: Site, kind: PeriodKind, told: Expression, start: str | None, end: str | None
) -> Period:
    """Return a period with the words that state it."""
    return Period(kind, site.text[told.start : told.end], start, end)


def _as_told(site: Site, kind: PeriodKind, told: Expression) -> Period:
    return stated(site, kind, told, told.first, told.last)


def _flow(site: Site, story: Story, info: IndicatorInfo) -> Period:
    """A figure that adds up over time takes the kind of the period that reaches it."""
    if site.text.startswith("第", site.quantity.start):
        return Period("cumulative")
    told = governing(site) or _told_later(site) or _carried(site, info)
    if told is None:
        return _silent(site, story, info)
    return _of(site, story, info, told)


def _of(site: Site, story: Story, info: IndicatorInfo, told: Expression) -> Period:
    if told.role in STRETCHES:
        return _as_told(site, "cumulative", told)
    if told.role in EVENTS:
        return _event(site, story, told)
    return FLOWS[told.role](site, story, info, told)


def _told_later(site: Site) -> Expression | None:
    """402名士兵…上月已领到补助: the day may come behind the people."""
    told = site.following
    return told if told and told.role in ("days_ago", "months_ago") else None


def _carried(site: Site, info: IndicatorInfo) -> Expression | None:
    """An occasion told over several paragraphs keeps its date (rule 29).

    It must be dated; a count of occasions (50余场) is not told of one. What is mostly
    told of occasions keeps it through a paragraph without dates.
    """
    handed = site.carried
    if handed is None or handed.lead_in:
        return handed and handed.told
    if info.nature == "occasion":
        near = handed.lines <= 2 and not TIMES.search(site.before(site.sentence))
    else:
        near = handed.lines == 1 and len(handed.told.first or "") > dates.YEAR
    return handed.told if near else None


def governing(site: Site) -> Expression | None:
    """Return the period word that a flow takes: the nearest that can hold it.

    累计 is overruled by any stated period; 每年 holds for its sentence and 目前 for its
    half-sentence only.
    """
    total: Expression | None = None
    for told in site.periods:
        if told.role == "total":
            total = total or (told if site.in_half(told) else None)
        elif told.role == "yearly":
            if site.in_sentence(told) and total is None:
                return told
        elif told.role in ("now", "to_date"):
            if site.in_half(told) and not _only_next(site, told):
                return told
        elif told.role not in ("none", "then"):
            return told
    return total


def _only_next(site: Site, told: Expression) -> bool:
    """如今的310余家 says when of that figure, and of none behind it."""
    return site.text.startswith("的", told.end) and site.previous_end > told.end


def _total(site: Site, story: Story, info: IndicatorInfo, told: Expression) -> Period:
    return stated(site, "cumulative", told, None, story.closing)


def _now(site: Site, story: Story, info: IndicatorInfo, told: Expression) -> Period:
    """目前 with a running total is a stretch up to now, else a state."""
    running = RUNNING.search(site.before(told.end)) or site.quantity.unit == "CNY"
    kind: PeriodKind = "cumulative" if running else "stock"
    return stated(site, kind, told, None, story.closing)


def _as_of(site: Site, story: Story, info: IndicatorInfo, told: Expression) -> Period:
    first = told.first
    if any(p.role == "this_year" and site.in_sentence(p) for p in site.periods):
        first = start_of_year(told.last)
    return stated(site, "cumulative", told, first, told.last)


def _yearly(site: Site, story: Story, info: IndicatorInfo, told: Expression) -> Period:
    """每年 and 年均 have dates only where the sentence gives the stretch (rule 26)."""
    for other in site.periods:
        if site.in_sentence(other) and other.role in STRETCHES:
            return stated(site, "annual", told, other.first, other.last)
    return stated(site, "annual", told, None, None)


def _year(site: Site, story: Story, info: IndicatorInfo, told: Expression) -> Period:
    kind: PeriodKind = "event" if info.id.startswith("commended") else "annual"
    return _as_told(site, kind, told)


def _year_end(
    site: Site, story: Story, info: IndicatorInfo, told: Expression
) -> Period:
    return stated(site, "event", told, told.last, told.last)


def _this_year(
    site: Site, story: Story, info: IndicatorInfo, told: Expression
) -> Period:
    """今年 is one occasion, unless running totals make it 今年以来 (rule 26)."""
    as_of = _in_sentence(site, "as_of")
    if as_of:
        return stated(site, "cumulative", as_of, start_of_year(as_of.last), as_of.last)
    between = site.before(told.end)
    spent = site.quantity.unit == "CNY" and not ONE_OCCASION.search(between)
    if RUNNING.search(between) or spent or info.id == "merit_notices":
        first = start_of_year(story.closing)
        return stated(site, "cumulative", told, first, story.closing)
    return _as_told(site, "event", told)


def _in_sentence(site: Site, role: str) -> Expression | None:
    """Return the nearest period word of a role in the figure's sentence."""
    for told in site.periods:
        if told.role == role and site.in_sentence(told):
            return told
    return None


def _event(site: Site, story: Story, told: Expression) -> Period:
    """截至8月10日，这次抗洪: an event that has lasted up to a date."""
    if SEASON_SO_FAR.match(site.text, told.start) and RUNNING.search(
        site.before(told.end)
    ):
        return stated(site, "cumulative", told, None, story.closing)
    as_of = _in_sentence(site, "as_of") if told.role == "that_day" else None
    return stated(site, "event", told, told.first, as_of.last if as_of else told.last)


def _silent(site: Site, story: Story, info: IndicatorInfo) -> Period:
    """The headline of an event tells it before its date."""
    if AT_WORK.search(site.before(site.half)):
        return Period("stock", None, None, story.closing)
    headline = story.opening in EVENTS and site.quantity.start < story.begins
    return Period("event" if info.nature == "occasion" and headline else "cumulative")


def _stock(site: Site, story: Story, info: IndicatorInfo) -> Period:
    """What exists now holds at publication, or at the date that its sentence gives."""
    before = site.before(max(site.sentence, site.quantity.start - 24))
    if NEW.search(before):
        return _flow(site, story, info)
    if FROM.search(before) and GROWN.match(site.text, site.quantity.end):
        return Period("stock")
    if ONLY.search(before) and site.periods and site.in_sentence(site.periods[0]):
        told = site.periods[0]
        return stated(site, "stock", told, None, told.last)
    for told in site.periods:
        if told.role == "then" and site.in_sentence(told):
            if told.start >= site.previous_end:
                return stated(site, "stock", told, None, told.last or _dated(site))
        elif told.role in ("as_of", "year_end"):
            return stated(site, "stock", told, None, told.last)
        elif told.role in ("now", "to_date"):
            return stated(site, "stock", told, None, story.closing)
    return Period("stock", None, None, story.closing)


def _dated(site: Site) -> str | None:
    """Return the date that the sentence gives to a past state."""
    for told in site.periods:
        if told.role in EVENTS | {"year"} and site.in_sentence(told):
            return told.last
    return None


def _partner(site: Site, story: Story, info: IndicatorInfo) -> Period:
    """Firms exist, but those at a fair or a ceremony are counted for that day."""
    nearest = site.periods[0] if site.periods else None
    if nearest and nearest.role in EVENTS and site.in_sentence(nearest):
        return _event(site, story, nearest)
    if PRESENT.search(site.before(site.half)):
        return _flow(site, story, info)
    if TAKES_PART.match(site.text, site.quantity.end):
        return Period("event")
    return _stock(site, story, info)


def _issued(site: Site, story: Story, info: IndicatorInfo) -> Period:
    """Plaques and cards: how many are out, unless a day or a closed stretch is told."""
    if _in_sentence(site, "as_of"):
        return _stock(site, story, info)
    told = governing(site)
    closed = told and told.role in EVENTS | {
        "part",
        "span",
        "plan",
        "year",
        "this_year",
    }
    return (_flow if closed else _stock)(site, story, info)


def _standard(site: Site, story: Story, info: IndicatorInfo) -> Period:
    """A rate is a standard, unless it is said to have been reached in a period."""
    for told in site.periods:
        if told.role in ("now", "to_date", "as_of") and site.in_sentence(told):
            last = told.last or story.closing
            return stated(site, "stock", told, None, last)
        if told.role == "yearly" and site.in_sentence(told):
            average = "均" in site.text[told.start : told.end]
            return stated(site, "annual" if average else "standard", told, None, None)
        if told.role in EVENTS | STRETCHES | {"year", "this_year"}:
            return _flow(site, story, info)
    return Period("standard")


def _fixed(site: Site, story: Story, info: IndicatorInfo) -> Period:
    """Points and ceilings are set by policy."""
    return Period("standard")


def _title(site: Site, story: Story, info: IndicatorInfo) -> Period:
    """A count of titles ends on the naming date, one counted from a year is open."""
    for told in site.periods:
        if not site.in_half(told):
            break
        if told.role == "since":
            return _as_told(site, "cumulative", told)
        if told.role in EVENTS | {"year", "this_year"} and told.last:
            mine = _respective(site, told)
            return stated(site, "cumulative", mine, None, mine.last)
    provincial = info.id.startswith("provincial")
    naming = story.provincial if provincial else story.national
    if naming is None and site.quantity.start < story.begins:
        naming = story.opening_day
    return Period("cumulative", None, None, naming)


def _respective(site: Site, told: Expression) -> Expression:
    """2011年、2016年、2020年实现“四连冠”“五连冠”“六连冠”: each run its year."""
    listed = [told]
    for other in site.periods[site.periods.index(told) + 1 :]:
        if site.text[other.end : listed[-1].start] != "、":
            break
        listed.append(other)
    place = sum(1 for end in site.ends if told.end < end <= site.quantity.start)
    return listed[len(listed) - 1 - place] if place < len(listed) else told


def _roll(site: Site, story: Story, info: IndicatorInfo) -> Period:
    """People on a register are a stock; those who took part on a day are a flow."""
    told = governing(site)
    if told and told.role in EVENTS and _in_sentence(site, "then") is None:
        return _flow(site, story, info)
    on_roll = ROLL.search(site.before(site.half)) or _in_sentence(site, "then")
    return (_stock if on_roll else _flow)(site, story, info)


def _entitled(site: Site, story: Story, info: IndicatorInfo) -> Period:
    """People on the register are a stock, unless they were paid in a period told."""
    on_roll = ROLL.search(site.before(site.half)) and governing(site) is None
    return (_stock if on_roll else _flow)(site, story, info)


Flow = Callable[[Site, Story, IndicatorInfo, Expression], Period]
FLOWS: dict[str, Flow] = {
    "total": _total, "to_date": _total, "now": _now, "as_of": _as_of, "yearly": _yearly, "year": _year,
    "year_end": _year_end, "this_year": _this_year,
}  # fmt: skip
Decision = Callable[[Site, Story, IndicatorInfo], Period]
DECIDE: dict[Nature, Decision] = {
    "flow": _flow, "occasion": _flow, "stock": _stock, "partner": _partner,
    "issued": _issued, "title": _title, "standard": _standard, "fixed": _fixed,
    "roll": _roll, "entitled": _entitled,
}  # fmt: skip
