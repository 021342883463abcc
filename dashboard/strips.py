"""Strip rows: where each mark of a line lies between nought and the largest, in percent.

Pure geometry; templates/strips.html draws it.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from dashboard.standing import Span

OPEN = 1.12
"""How far beyond its lower bound an open range is drawn, as a factor."""
FULL = 100.0
APART = 11.0
"""Percent of the width that a name takes."""


@dataclass(frozen=True, slots=True)
class Mark:
    """One figure on a strip; positions are percent of its width."""

    left: float
    """Of the lower bound."""
    width: float
    """From the lower to the upper bound, or to where an open range is drawn."""
    at: float
    """Of the value."""
    open: bool


def end(span: Span) -> float:
    """Where a range ends on the scale."""
    return span.low * OPEN if span.top is None else span.high


def scale(spans: Sequence[Span], *, percent: bool = False) -> float:
    """The largest number on a strip: 100 for shares, else the largest end."""
    largest = max((end(span) for span in spans), default=0.0)
    return max(FULL, largest) if percent else largest or 1.0


def mark(span: Span, value: float, largest: float) -> Mark:
    """Place a figure on a strip that runs from nought to `largest`."""
    left = _share(span.low, largest)
    return Mark(
        left=left,
        width=round(_share(end(span), largest) - left, 3),
        at=_share(value, largest),
        open=span.top is None,
    )


def named(marks: Sequence[Mark]) -> list[bool]:
    """Which marks have room for a name: those not too close to one named before."""
    told: list[float] = []
    found = []
    for mark in marks:
        free = all(abs(mark.at - other) >= APART for other in told)
        found.append(free)
        told += [mark.at] if free else []
    return found


def _share(value: float, largest: float) -> float:
    return round(min(max(value / largest, 0.0), 1.0) * FULL, 3)
