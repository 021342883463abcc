"""What stands behind the marks: provinces, the ten dashes, outlines, or a graticule.

Shapes come by URL from this server, so that a rerun stays a few kilobytes.
"""

from __future__ import annotations

from dataclasses import dataclass
from urllib.parse import urlencode

import pydeck as pdk
from pydeck.types import String

from dashboard import graticule
from dashboard.theme import Palette
from dashboard.viewport import View

SHAPES = "api/v1/boundaries"
"""Relative, so that it holds behind a proxy that adds a path."""
FINE_ZOOM = 4.2
"""From here on, a tolerance of 0.05 degree would show."""

Colour = list[int]


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


def rgba(colour: str, alpha: int = 255) -> Colour:
    """A colour like #B4232A as deck.gl takes it."""
    return [*(int(colour[i : i + 2], 16) for i in (1, 3, 5)), alpha]


def scenery(scene: Scene) -> list[pdk.Layer]:
    """The layers below the marks."""
    return _ground(scene) if scene.boundaries else _graticule(scene)


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


def _graticule(scene: Scene) -> list[pdk.Layer]:
    """The graticule with its degrees."""
    lines = pdk.Layer(
        "PathLayer",
        [{"path": path} for path in graticule.lines()],
        id="graticule",
        get_path="path",
        get_color=rgba(scene.palette.grid),
        get_width=1,
        width_units=String("pixels"),
    )
    degrees = pdk.Layer(
        "TextLayer",
        [
            {"position": [lon, lat], "text": text}
            for lon, lat, text in graticule.labels()
        ],
        id="degrees",
        get_position="position",
        get_text="text",
        get_size=11,
        get_color=rgba(scene.palette.secondary),
        character_set=String("auto"),
    )
    return [lines, degrees]
