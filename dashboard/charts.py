"""The comparison figure: dots with the range each may stand for. Pure; no Streamlit.

Figures of different kinds of period stand in groups, each with an axis of its own.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

import numpy as np
import plotly.graph_objects as go

from dashboard import axes
from dashboard.axes import DOT_DROP, Dot
from dashboard.format import literal
from dashboard.theme import FONT, Palette

ROW, HEAD, FOOT = 56, 34, 34
"""Heights in pixels: a row, a group's heading, a group's axis."""
MENU, CREDIT = 4, 24
"""Heights of the margins: the menu stands over the first heading."""
LABEL_RISE = 0.2


@dataclass(frozen=True, slots=True)
class Group:
    """Figures that share an axis, the largest first."""

    name: str
    dots: tuple[Dot, ...]

    @property
    def height(self) -> int:
        """In pixels, with heading and axis."""
        return HEAD + ROW * len(self.dots) + FOOT


def dot_plot(
    groups: Sequence[Group],
    palette: Palette,
    *,
    number: Callable[[float], str],
    log: bool = False,
    credit: str = "",
) -> go.Figure:
    """Draw the groups below each other; the customdata of each dot is its mention_id.

    `number` writes the numbers along the axes; `credit` stands below them, so that a
    picture of the chart alone still says what it is.
    """
    figure = go.Figure(layout=_layout(groups, palette))
    total = sum(group.height for group in groups) or 1
    top = 0
    for place, group in enumerate(groups, 1):
        suffix = "" if place == 1 else str(place)
        upper = 1 - (top + HEAD) / total
        lower = 1 - (top + group.height - FOOT) / total
        figure.layout[f"xaxis{suffix}"] = axes.values(
            group.dots, palette, suffix, number=number, log=log
        )
        domain = (max(lower, 0.0), upper)
        figure.layout[f"yaxis{suffix}"] = axes.rows(group.dots, palette, suffix, domain)
        _heading(figure, group, 1 - top / total, palette)
        _marks(figure, group, suffix, palette)
        _labels(figure, group, suffix, palette)
        top += group.height
    _credit(figure, credit, palette)
    return figure


def _credit(figure: go.Figure, words: str, palette: Palette) -> None:
    figure.add_annotation(
        text=literal(words),
        xref="paper",
        yref="paper",
        x=0,
        y=0,
        yshift=-CREDIT,
        xanchor="left",
        yanchor="bottom",
        showarrow=False,
        font={"size": 11, "color": palette.secondary},
    )


def _layout(groups: Sequence[Group], palette: Palette) -> go.Layout:
    return go.Layout(
        template="none",
        height=MENU + sum(group.height for group in groups) + CREDIT,
        margin={"l": 4, "r": 4, "t": MENU, "b": CREDIT},
        modebar={
            "bgcolor": "rgba(0,0,0,0)",
            "color": palette.secondary,
            "activecolor": palette.accent,
        },
        paper_bgcolor=palette.paper,
        plot_bgcolor=palette.paper,
        font={"family": FONT, "size": 13, "color": palette.ink},
        showlegend=False,
        hoverlabel={"align": "left", "font": {"family": FONT, "size": 13}},
        dragmode=False,
        clickmode="event+select",
    )


def _heading(figure: go.Figure, group: Group, y: float, palette: Palette) -> None:
    figure.add_annotation(
        text=literal(group.name),
        xref="paper",
        yref="paper",
        x=0,
        y=y,
        xanchor="left",
        yanchor="top",
        showarrow=False,
        font={"size": 13, "color": palette.secondary},
    )


def _marks(figure: go.Figure, group: Group, suffix: str, palette: Palette) -> None:
    dots = group.dots
    rows = -np.arange(len(dots), dtype=float) - DOT_DROP
    axes = {"xaxis": f"x{suffix}", "yaxis": f"y{suffix}", "cliponaxis": False}
    figure.add_trace(_ranges(dots, rows, palette).update(axes))
    figure.add_trace(_arrows(dots, rows, palette).update(axes))
    figure.add_trace(_dots(dots, rows, palette).update(axes))
    figure.add_trace(_words(dots, rows, palette).update(axes))


def _ranges(dots: Sequence[Dot], rows: np.ndarray, palette: Palette) -> go.Scatter:
    """Bars from the lowest to the highest value that each figure may stand for."""
    x = np.array([[dot.low, dot.end, np.nan] for dot in dots]).ravel()
    y = np.column_stack([rows, rows, rows]).ravel()
    line = {"width": 9, "color": palette.track}
    return go.Scatter(x=x, y=y, mode="lines", line=line, hoverinfo="skip")


def _arrows(dots: Sequence[Dot], rows: np.ndarray, palette: Palette) -> go.Scatter:
    """A head where a range is open to the right."""
    open_ended = np.array([dot.high is None for dot in dots], dtype=bool)
    ends = np.array([dot.end for dot in dots])
    marker = {"symbol": "triangle-right", "size": 17, "color": palette.track}
    return go.Scatter(
        x=ends[open_ended],
        y=rows[open_ended],
        mode="markers",
        marker=marker,
        hoverinfo="skip",
    )


def _colour(dot: Dot, palette: Palette) -> str:
    if dot.focus:
        return palette.accent
    return palette.faded if dot.faded else palette.peer


def _dots(dots: Sequence[Dot], rows: np.ndarray, palette: Palette) -> go.Scatter:
    """Filled for an exact figure, hollow for a bound or an approximation."""
    colours = [_colour(dot, palette) for dot in dots]
    fills = [
        colour if dot.exact else palette.paper
        for dot, colour in zip(dots, colours, strict=True)
    ]
    return go.Scatter(
        x=np.array([dot.value for dot in dots]),
        y=rows,
        mode="markers",
        marker={"size": 13, "color": fills, "line": {"width": 2.5, "color": colours}},
        selected={"marker": {"opacity": 1}},
        unselected={"marker": {"opacity": 1}},
        customdata=[dot.mention_id for dot in dots],
        hovertext=[dot.hover for dot in dots],
        hovertemplate="%{hovertext}<extra></extra>",
    )


def _words(dots: Sequence[Dot], rows: np.ndarray, palette: Palette) -> go.Scatter:
    """Each figure in the words of the article, after its mark."""
    colours = [palette.accent if dot.focus else palette.ink for dot in dots]
    return go.Scatter(
        x=np.array([max(dot.end, dot.value) for dot in dots]),
        y=rows,
        mode="text",
        text=[f"    <b>{literal(dot.words)}</b>" for dot in dots],
        textposition="middle right",
        textfont={"size": 14, "color": colours},
        hoverinfo="skip",
    )


def _labels(figure: go.Figure, group: Group, suffix: str, palette: Palette) -> None:
    """City and period above each row, so that they fit a phone as well."""
    for row, dot in enumerate(group.dots):
        colour = palette.accent if dot.focus else palette.ink
        name = f'<b><span style="color:{colour}">{literal(dot.city)}</span></b>'
        small = f"font-size:11.5px;color:{palette.secondary}"
        when = f'<span style="{small}">{literal(dot.period)}</span>'
        figure.add_annotation(
            text=f"{name}  {when}",
            xref="paper",
            yref=f"y{suffix}",
            x=0,
            y=-row + LABEL_RISE,
            xanchor="left",
            yanchor="middle",
            showarrow=False,
            font={"size": 14},
        )
