"""A figure's dots and the axes they need: round numbers, room for words, rows."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np

from dashboard.theme import Palette

TICKS = 5
LOWEST_LOG = 0.5
DOT_DROP = 0.22
ROOM_FOR_WORDS = 1.36
ARROW = 1.12


@dataclass(frozen=True, slots=True)
class Dot:
    """One figure as it is drawn."""

    city: str
    period: str
    words: str
    value: float
    low: float
    high: float | None
    exact: bool
    faded: bool
    focus: bool
    mention_id: str
    hover: str

    @property
    def end(self) -> float:
        """Where the mark ends on the axis: an open range ends in an arrow."""
        return self.low * ARROW if self.high is None else self.high


def _plain(palette: Palette) -> dict[str, Any]:
    return {
        "gridcolor": palette.grid,
        "zeroline": False,
        "fixedrange": True,
        "tickfont": {"size": 11.5, "color": palette.secondary},
    }


def values(
    dots: Sequence[Dot],
    palette: Palette,
    suffix: str,
    *,
    number: Callable[[float], str],
    log: bool,
) -> dict[str, Any]:
    """The axis of the figures, its numbers written by `number`."""
    ticks = powers(dots) if log else steps(dots)
    return {
        **_plain(palette),
        "anchor": f"y{suffix}",
        "type": "log" if log else "linear",
        "range": _span(dots, log=log),
        "tickvals": ticks,
        "ticktext": [number(tick) for tick in ticks],
    }


def rows(
    dots: Sequence[Dot], palette: Palette, suffix: str, domain: tuple[float, float]
) -> dict[str, Any]:
    """One faint guide a row, so that the eye goes from the mark to its label."""
    return {
        **_plain(palette),
        "anchor": f"x{suffix}",
        "domain": list(domain),
        "range": [-len(dots) + 0.5, 0.5],
        "tickvals": [-row - DOT_DROP for row in range(len(dots))],
        "showticklabels": False,
        "griddash": "dot",
    }


def steps(dots: Sequence[Dot]) -> list[float]:
    """Round numbers from nought to just above the largest mark, five or so."""
    highest = max(dot.end for dot in dots)
    rough = highest / TICKS
    if rough <= 0:  # the smallest number there is, divided, is nought
        return [0.0]
    power = 10.0 ** np.floor(np.log10(rough))
    step = float(next(s * power for s in (1, 2, 5, 10) if s * power >= rough))
    step = max(step, 1.0) if highest >= 1 else step
    return [step * n for n in range(int(np.ceil(highest / step)) + 1)]


def powers(dots: Sequence[Dot]) -> list[float]:
    """Powers of ten around the marks, for a logarithmic axis."""
    lowest = max(min(dot.low for dot in dots), LOWEST_LOG)
    highest = max(*(dot.end for dot in dots), lowest)
    first, last = int(np.floor(np.log10(lowest))), int(np.ceil(np.log10(highest)))
    return [10.0**power for power in range(first, max(last, first + 1) + 1)]


def _span(dots: Sequence[Dot], *, log: bool) -> list[float]:
    """The axis range, with room on the right for the words beside the last mark."""
    highest = max(dot.end for dot in dots) or 1.0
    if not log:
        return [-0.012 * highest, highest * ROOM_FOR_WORDS]
    ticks = powers(dots)
    first, last = float(np.log10(ticks[0])), float(np.log10(ticks[-1]))
    return [first - 0.02 * (last - first), first + (last - first) * ROOM_FOR_WORDS]
