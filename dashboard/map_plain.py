"""The same map as plain lines and dots, for browsers without WebGL. Pure; no Streamlit.

Only `go.Scatter`: plotly's geographic traces fetch a world map from another host.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from functools import cache
from typing import Any

import numpy as np
import plotly.graph_objects as go

from dashboard import graticule, outlines
from dashboard.format import literal
from dashboard.map_scene import Scene
from dashboard.maps import colours, labels, text_colour
from dashboard.marks import Mark
from dashboard.outlines import Box, Ring
from dashboard.theme import FONT, Palette
from dashboard.viewport import Spot, degrees_up

Lines = tuple[np.ndarray, np.ndarray]
GAP = [np.nan, np.nan]


def figure(marks: Sequence[Mark], scene: Scene, area: Box, height: int) -> go.Figure:
    """Draw an area of the map; the customdata of each circle is its mention_id."""
    palette = scene.palette
    drawn = go.Figure(layout=_layout(palette, area, height))
    ground = _ground(marks, scene, area) if scene.boundaries else _graticule(palette)
    for trace in ground:
        drawn.add_trace(trace)
    drawn.add_trace(_circles(marks, palette))
    for mark, spot in labels(marks, scene.view):
        drawn.add_annotation(_label(mark, spot, palette))
    return drawn


def _layout(palette: Palette, area: Box, height: int) -> go.Layout:
    bare = {"visible": False, "fixedrange": False}
    return go.Layout(
        template="none",
        height=height,
        margin={"l": 0, "r": 0, "t": 0, "b": 0},
        paper_bgcolor=palette.paper,
        plot_bgcolor=palette.paper,
        showlegend=False,
        dragmode="pan",
        hoverlabel={"align": "left", "font": {"family": FONT, "size": 13}},
        xaxis={**bare, "range": [area.west, area.east]},
        yaxis={
            **bare,
            "range": [degrees_up(area.south), degrees_up(area.north)],
            "scaleanchor": "x",
        },
    )


def _ground(marks: Sequence[Mark], scene: Scene, area: Box) -> list[go.Scatter]:
    palette = scene.palette
    line = {"color": palette.faded, "width": 0.8}
    dashes = {"color": palette.secondary, "width": 1.6}
    return [
        _area(_near(scene.provinces, area), line, palette.card),
        go.Scatter(**_xy(_joined(_rings("ten_dash"))), line=dashes, **_SILENT_LINE),
        *(_place(mark, palette) for mark in marks if outlines.outline(mark.adcode)),
    ]


_SILENT_LINE: dict[str, Any] = {"mode": "lines", "hoverinfo": "skip"}


def _place(mark: Mark, palette: Palette) -> go.Scatter:
    """The outline of a place: tinted with a figure, hollow and broken without."""
    feature = outlines.outline(mark.adcode)
    lines = _joined(outlines.rings(feature) if feature else [])
    drawn = mark.state == "figure"
    line = {"color": palette.peer, "width": 1.2, "dash": "solid" if drawn else "dash"}
    return _area(lines, line, palette.track if drawn else palette.card)


def _area(lines: Lines, line: dict[str, Any], fill: str) -> go.Scatter:
    return go.Scatter(
        **_xy(lines), line=line, fill="toself", fillcolor=fill, **_SILENT_LINE
    )


def _xy(lines: Lines) -> dict[str, np.ndarray]:
    return {"x": lines[0], "y": lines[1]}


@cache
def _rings(layer: str) -> tuple[Ring, ...]:
    return tuple(
        ring for shape in outlines.features(layer) for ring in outlines.rings(shape)
    )


def _near(layer: str, area: Box) -> Lines:
    """The rings of a layer in and around an area: the figure stays small."""
    margin = area.east - area.west
    room = Box(
        area.west - margin, area.south - margin, area.east + margin, area.north + margin
    )
    return _joined(r for r in _rings(layer) if outlines.box_of(r).meets(room))


def _joined(rings: Iterable[Ring]) -> Lines:
    """All rings as one line with gaps, projected."""
    points = np.array([point for ring in rings for point in [*ring, GAP]])
    points = points.reshape(-1, 2)
    return points[:, 0], degrees_up(points[:, 1])


def _graticule(palette: Palette) -> list[go.Scatter]:
    line = {"color": palette.grid, "width": 1}
    lons, lats, texts = zip(*graticule.labels(), strict=True)
    degrees = go.Scatter(
        x=lons,
        y=degrees_up(np.array(lats)),
        text=texts,
        mode="text",
        textfont={"size": 11, "color": palette.secondary},
        hoverinfo="skip",
    )
    lines = _joined(graticule.lines())
    return [go.Scatter(**_xy(lines), line=line, **_SILENT_LINE), degrees]


def _circles(marks: Sequence[Mark], palette: Palette) -> go.Scatter:
    tints = [colours(mark, palette) for mark in marks]
    return go.Scatter(
        x=[mark.lon for mark in marks],
        y=degrees_up(np.array([mark.lat for mark in marks])),
        mode="markers",
        marker={
            "size": [2 * mark.radius for mark in marks],
            "color": [fill for fill, _ in tints],
            "opacity": 0.9,
            "line": {"width": 2, "color": [line for _, line in tints]},
        },
        selected={"marker": {"opacity": 0.9}},
        unselected={"marker": {"opacity": 0.9}},
        customdata=[mark.mention_id for mark in marks],
        hovertext=[literal(mark.tip).replace("\n", "<br>") for mark in marks],
        hovertemplate="%{hovertext}<extra></extra>",
    )


def _label(mark: Mark, spot: Spot, palette: Palette) -> dict[str, Any]:
    anchor = {"start": "left", "middle": "center", "end": "right"}[spot.anchor]
    return {
        "x": mark.lon,
        "y": float(degrees_up(mark.lat)),
        "text": literal(mark.label).replace("\n", "<br>"),
        "showarrow": False,
        "align": anchor,
        "xanchor": anchor,
        "yanchor": "middle",
        "xshift": spot.dx,
        "yshift": -spot.dy,
        "font": {"family": FONT, "size": 13, "color": text_colour(mark, palette)},
    }
