"""The comparison of one indicator as a still picture: SVG drawn without a browser.

The same groups, bounds and words as the chart of the page; every text is escaped by the
template engine.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass

from dashboard import axes
from dashboard.axes import Dot
from dashboard.charts import Group
from dashboard.evidence import LATIN, render_svg
from dashboard.theme import FONT, Palette

WIDTH = 800
MARGIN = 24
LEFT = 150
"""Where the axis begins: city names stand before it."""
RIGHT = 560
"""Where the axis ends: the figures as printed stand behind it."""
ROW, HEAD, FOOT = 40, 34, 34
TITLE, LINE = 20, 18
"""Sizes in pixels: letters of the title, a line of small print."""
SMALL = 12.5


@dataclass(frozen=True, slots=True)
class Words:
    """What stands above and below the marks."""

    title: str
    description: str
    notes: Sequence[str]
    empty: str
    """What is said where nothing is drawn."""


@dataclass(frozen=True, slots=True)
class Mark:
    """One figure in pixels."""

    dot: Dot
    x: float
    low: float
    end: float
    y: float


@dataclass(frozen=True, slots=True)
class Panel:
    """A group in pixels: its heading, its axis, its marks."""

    name: str
    top: float
    bottom: float
    ticks: Sequence[tuple[float, str]]
    marks: Sequence[Mark]


def svg(
    groups: Sequence[Group],
    words: Words,
    palette: Palette,
    *,
    number: Callable[[float], str],
) -> str:
    """The picture as a document of its own; `number` writes the numbers of the axes."""
    title = wrapped(words.title, (WIDTH - 2 * MARGIN) / TITLE)
    notes = [
        line for note in words.notes for line in wrapped(note, (WIDTH - 48) / SMALL)
    ]
    top = MARGIN + len(title) * (TITLE + 8)
    panels = list(_panels(groups, top, number))
    bottom = panels[-1].bottom + FOOT if panels else top + ROW
    return render_svg(
        "chart",
        width=WIDTH,
        height=bottom + len(notes) * LINE + MARGIN,
        margin=MARGIN,
        left=LEFT,
        right=RIGHT,
        font=FONT,
        palette=palette,
        words=words,
        title=[
            (line, MARGIN + TITLE + n * (TITLE + 8)) for n, line in enumerate(title)
        ],
        panels=panels,
        notes=[(line, bottom + (n + 1) * LINE) for n, line in enumerate(notes)],
        top=top,
    )


def _panels(
    groups: Sequence[Group], top: float, number: Callable[[float], str]
) -> Iterator[Panel]:
    for group in groups:
        ticks = axes.steps(group.dots)
        reach = max(ticks[-1], max(dot.end for dot in group.dots)) or 1.0
        scale = (RIGHT - LEFT) / reach
        first = top + HEAD
        marks = [
            _mark(dot, first + (row + 0.5) * ROW, scale)
            for row, dot in enumerate(group.dots)
        ]
        bottom = first + len(marks) * ROW
        placed = [(LEFT + tick * scale, number(tick)) for tick in ticks]
        yield Panel(group.name, top, bottom, placed, marks)
        top = bottom + FOOT


def _mark(dot: Dot, y: float, scale: float) -> Mark:
    return Mark(
        dot=dot,
        x=LEFT + dot.value * scale,
        low=LEFT + dot.low * scale,
        end=LEFT + dot.end * scale,
        y=y,
    )


def wrapped(text: str, width: float) -> list[str]:
    """Cut a text into lines of `width` Chinese characters, at blanks where it can."""
    lines: list[str] = []
    line, used = "", 0.0
    for character in " ".join(text.split()):
        used += 1 if ord(character) >= LATIN else 0.56
        line += character
        if used > width:
            head, blank, rest = line.rpartition(" ")
            cut = bool(blank) and len(rest) < len(line) / 3
            lines.append(head if cut else line[:-1])
            line = rest if cut else line[-1]
            used = sum(1 if ord(c) >= LATIN else 0.56 for c in line)
    return [*lines, line] if line else lines
