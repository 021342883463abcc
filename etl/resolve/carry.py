"""Which periods a line hands down to those below it: an event, or what a heading says."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from etl.resolve.clock import EVENTS, GOVERNING, Expression
from etl.resolve.periodwords import cue

LEADING = GOVERNING | {"as_of"}
"""Roles that a heading can give to what stands below."""
HEADING = 40
"""Characters of a line that only says up to when."""
ITEM = re.compile(
    r"——|[一二三四五六七八九十]{1,3}、|\([一二三四五六七八九十\d]{1,2}\)|[①●■▲◆]"
)
SALUTATION = 12
"""So many characters may stand before the year that opens a line: 各位代表，."""


@dataclass(frozen=True, slots=True)
class Carried:
    """A period told in an earlier line that holds on: an event, or a lead-in."""

    told: Expression
    lines: int
    """How many lines lie between; 1 for the next line."""
    lead_in: bool


def carry(
    text: str, lines: Sequence[int], periods: Sequence[Expression]
) -> list[Carried | None]:
    """Return for each line the period that earlier lines hand down to it.

    An event goes on in the lines after it; a line that announces what follows (如下,
    or a colon at its end) and a heading give their period to all of that.
    """
    handed: list[Carried | None] = []
    now: Carried | None = None
    lead: Expression | None = None
    index = 0
    for line, end in zip(lines, [*lines[1:], len(text) + 1], strict=True):
        handed.append(now)
        own: list[Expression] = []
        while index < len(periods) and periods[index].start < end:
            if periods[index].role in LEADING:
                own.append(periods[index])
            index += 1
        if end - line > 1:
            leads = bool(own) and (
                _leads(text, line, end, own[0]) or _opens_list(text, line, end, own[0])
            )
            lead = own[0] if leads else lead
            own = [told for told in own if told.role in GOVERNING or told is lead]
            now = _hand_down(now, own, lead)
    return handed


def _opens_list(text: str, line: int, end: int, told: Expression) -> bool:
    """Tell whether a line opens with a whole year, and the points of a list follow it.

    各位代表，2018年全县生产总值完成156.3亿元。 ——双拥工作持续加强。接收安置97名.
    """
    opens = told.role == "year" and told.start - line <= SALUTATION
    return bool(opens and ITEM.match(text, end) and not ITEM.match(text, line))


def _leads(text: str, line: int, end: int, told: Expression) -> bool:
    """Tell whether a line announces what follows, or is the heading of it.

    So is a short line that only says up to when (单位：… 截至6月底).
    """
    if cue("announces").search(text, line, end):
        return True
    words = text[line:end].strip()
    if told.role == "as_of":
        return len(words) <= HEADING and "。" not in words
    return bool(cue("heads").match(words)) and not cue("heads_no_more").search(words)


def _hand_down(
    now: Carried | None, own: Sequence[Expression], lead: Expression | None
) -> Carried | None:
    """Return what a line hands down, given what it was handed and its own periods."""
    if lead is not None and (not own or lead in own or own[-1].role not in EVENTS):
        return Carried(lead, 1, lead_in=True)
    if not own:
        return now and Carried(now.told, now.lines + 1, now.lead_in)
    return Carried(own[-1], 1, lead_in=False) if own[-1].role in EVENTS else None
