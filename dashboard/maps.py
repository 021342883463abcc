"""The map as a deck.gl scene that asks no other host for anything. Pure; no Streamlit.

`map_provider=None` and no `map_style` at all: any other form makes the front end load a
basemap. Shapes come by URL from this server, so that a rerun stays a few kilobytes.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any, cast
from urllib.parse import urlencode

import pydeck as pdk
from pydeck.types import String

from dashboard.marks import Mark
from dashboard.theme import FONT, Palette
from dashboard.viewport import Label, Spot, View, place

SHAPES = "api/v1/boundaries"
"""Relative, so that it holds behind a proxy that adds a path."""
TEXT_SIZE = 13
FINE_ZOOM = 4.2
"""From here on, a tolerance of 0.05 degree would show."""
GRID_STEP = 10
GRID_LONS, GRID_LATS = range(70, 141, GRID_STEP), range(0, 61, GRID_STEP)

Colour = list[int]
Tint = str


@dataclass(frozen=True, slots=True)
class Scene:
    """What is drawn around the marks, and how."""

    view: View
    palette: Palette
    boundaries: bool
    """False draws a blank canvas of meridians and parallels, without any border."""
    query: tuple[tuple[str, str], ...] = ()
    """Parameters that tell the server which state each outline shows."""

    @property
    def provinces(self) -> str:
        """The layer of provinces that is fine enough for the view."""
        return "provinces_fine" if self.view.zoom > FINE_ZOOM else "provinces"


def rgba(colour: Tint, alpha: int = 255) -> Colour:
    """A colour like #B4232A as deck.gl takes it."""
    return [*(int(colour[i : i + 2], 16) for i in (1, 3, 5)), alpha]


def deck(marks: Sequence[Mark], scene: Scene) -> pdk.Deck:
    """The scene with its marks; the tooltip is plain text, never HTML."""
    ground = _ground(scene) if scene.boundaries else [_graticule(scene)]
    view = scene.view
    return pdk.Deck(
        layers=[*ground, _circles(marks, scene), _texts(marks, scene)],
        initial_view_state=pdk.ViewState(
            longitude=view.lon, latitude=view.lat, zoom=view.zoom
        ),
        map_provider=None,  # pyright: ignore[reportArgumentType] - means: no basemap
        tooltip={"text": "{tip}"},  # pyright: ignore[reportArgumentType]
    )


def picked(event: object) -> str:
    """The number whose circle the reader has selected; empty for none."""
    objects = cast("dict[str, Any]", event)["selection"]["objects"]
    found = objects.get("figures", [])
    return str(found[0]["mention_id"]) if found else ""


def _ground(scene: Scene) -> list[pdk.Layer]:
    palette = scene.palette
    return [
        _shape(
            "provinces",
            f"{scene.provinces}.geojson",
            rgba(palette.card),
            rgba(palette.faded),
        ),
        _shape(
            "ten_dash", "ten_dash.geojson", None, rgba(palette.secondary), width=1.6
        ),
        _cities(scene),
    ]


def _shape(
    key: str, address: str, fill: Colour | None, line: Colour, width: float = 0.8
) -> pdk.Layer:
    return pdk.Layer(
        "GeoJsonLayer",
        f"{SHAPES}/{address}",
        id=key,
        filled=fill is not None,
        stroked=True,
        get_fill_color=fill or [0, 0, 0, 0],
        get_line_color=line,
        get_line_width=width,
        line_width_units=String("pixels"),
    )


def _cities(scene: Scene) -> pdk.Layer:
    """Outlines of the places: tinted where a figure is drawn, hollow where there is none."""
    palette = scene.palette
    tinted, hollow = rgba(palette.track), rgba(palette.card)
    return pdk.Layer(
        "GeoJsonLayer",
        f"{SHAPES}/cities.geojson?{urlencode(scene.query)}",
        id="cities",
        get_fill_color=f"properties.state == 'figure' ? {tinted} : {hollow}",
        get_line_color=rgba(palette.peer),
        get_line_width=1.2,
        line_width_units=String("pixels"),
        get_dash_array="properties.state == 'figure' ? [0, 0] : [4, 3]",
        extensions=[{"@@type": "PathStyleExtension", "dash": True}],
    )


def _graticule(scene: Scene) -> pdk.Layer:
    """Every tenth meridian and parallel, for orientation where no border may stand."""
    meridians = [[[lon, lat] for lat in GRID_LATS] for lon in GRID_LONS]
    parallels = [[[lon, lat] for lon in GRID_LONS] for lat in GRID_LATS]
    return pdk.Layer(
        "PathLayer",
        [{"path": path} for path in [*meridians, *parallels]],
        id="graticule",
        get_path="path",
        get_color=rgba(scene.palette.grid),
        get_width=1,
        width_units=String("pixels"),
    )


def colours(mark: Mark, palette: Palette) -> tuple[Tint, Tint]:
    """Fill and line of a mark: hollow marks are filled with paper."""
    if mark.state != "figure":
        return palette.paper, palette.accent if mark.focus else palette.peer
    tint = palette.accent if mark.focus else palette.peer
    line = palette.faded if mark.faded and not mark.focus else tint
    return (line if mark.exact else palette.paper), line


def _circles(marks: Sequence[Mark], scene: Scene) -> pdk.Layer:
    return pdk.Layer(
        "ScatterplotLayer",
        [_circle(mark, scene.palette) for mark in marks],
        id="figures",
        pickable=True,
        stroked=True,
        get_position="position",
        get_radius="radius",
        radius_units=String("pixels"),
        get_fill_color="fill",
        get_line_color="line",
        get_line_width="width",
        line_width_units=String("pixels"),
    )


def _circle(mark: Mark, palette: Palette) -> dict[str, Any]:
    fill, line = colours(mark, palette)
    drawn = mark.state == "figure"
    return {
        "adcode": mark.adcode,
        "mention_id": mark.mention_id,
        "position": [mark.lon, mark.lat],
        "radius": round(mark.radius, 1),
        "fill": rgba(fill, 215 if drawn else 255),
        "line": rgba(palette.paper if drawn and mark.exact else line),
        "width": 1 if drawn and mark.exact else 2.5 if drawn else 1.5,
        "tip": mark.tip,
    }


def labels(marks: Sequence[Mark], view: View) -> list[tuple[Mark, Spot]]:
    """The labels that find a free spot in this view, the city in focus first."""
    ordered = sorted(marks, key=lambda mark: not mark.focus)
    wanted = [
        Label(
            *view.pixel(mark.lon, mark.lat),
            mark.radius,
            mark.label_width,
            mark.label.count("\n") + 1,
        )
        for mark in ordered
    ]
    spots = zip(ordered, place(wanted), strict=True)
    return [(mark, spot) for mark, spot in spots if spot is not None]


def _texts(marks: Sequence[Mark], scene: Scene) -> pdk.Layer:
    palette = scene.palette
    data = [
        {
            "position": [mark.lon, mark.lat],
            "text": mark.label,
            "offset": [spot.dx, spot.dy],
            "anchor": spot.anchor,
            "colour": rgba(text_colour(mark, palette)),
        }
        for mark, spot in labels(marks, scene.view)
    ]
    return pdk.Layer(
        "TextLayer",
        data,
        id="labels",
        get_position="position",
        get_text="text",
        get_size=TEXT_SIZE,
        get_color="colour",
        get_pixel_offset="offset",
        get_text_anchor="anchor",
        # A list or a plain string would be read as an expression and break the layer.
        character_set=String("auto"),
        font_family=String(FONT),
        line_height=1.2,
        font_settings={"fontSize": 2 * TEXT_SIZE},
        # Paper behind the letters keeps them legible on lines.
        background=True,
        get_background_color=rgba(palette.card, 190),
    )


def text_colour(mark: Mark, palette: Palette) -> Tint:
    """The colour of a label: accent for the focus, quiet for silence."""
    if mark.focus:
        return palette.accent
    return palette.ink if mark.state == "figure" else palette.secondary
