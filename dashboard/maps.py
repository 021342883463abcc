"""The map as a deck.gl scene that asks no other host for anything. Pure; no Streamlit.

`map_provider=None` and no `map_style` at all: any other form makes the front end load a
basemap.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any, cast

import pydeck as pdk
from pydeck.types import String

from dashboard.map_scene import Scene, rgba, scenery
from dashboard.marks import Mark
from dashboard.theme import FONT, Palette
from dashboard.viewport import Label, Spot, View, place

TEXT_SIZE = 13


def deck(marks: Sequence[Mark], scene: Scene) -> pdk.Deck:
    """The scene with its marks; the tooltip is plain text, never HTML."""
    view = scene.view
    return pdk.Deck(
        layers=[*scenery(scene), _circles(marks, scene), _texts(marks, scene)],
        initial_view_state=pdk.ViewState(
            longitude=view.lon, latitude=view.lat, zoom=view.zoom
        ),
        map_provider=None,  # pyright: ignore[reportArgumentType] - means: no basemap
        tooltip=_tooltip(scene.palette),  # pyright: ignore[reportArgumentType]
    )


def _tooltip(palette: Palette) -> dict[str, Any]:
    """The tip of a mark as plain text: `html` would run what an article holds."""
    style = {
        "backgroundColor": palette.card,
        "border": f"1px solid {palette.track}",
        "color": palette.ink,
        "fontFamily": FONT,
        "fontSize": "13px",
        "lineHeight": "1.6",
    }
    return {"text": "{tip}", "style": style}


def picked(event: object) -> str:
    """The number whose circle the reader has selected; empty for none."""
    objects = cast("dict[str, Any]", event)["selection"]["objects"]
    found = objects.get("figures", [])
    return str(found[0]["mention_id"]) if found else ""


def colours(mark: Mark, palette: Palette) -> tuple[str, str]:
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


def text_colour(mark: Mark, palette: Palette) -> str:
    """The colour of a label: accent for the focus, quiet for silence."""
    if mark.focus:
        return palette.accent
    return palette.ink if mark.state == "figure" else palette.secondary
