"""Where the map looks, and where its labels go: Web Mercator, in pixels. Pure."""

from __future__ import annotations

import math
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import overload

import numpy as np

from dashboard.outlines import Box

TILE = 512
CHINA = Box(73.3, 3.2, 135.3, 53.7)
"""Holds the whole country with the ten dashes: the first view shows no less."""
CLOSEST = 8.5
MARGIN = 24
GAP = 3
LINE = 16
"""Height in pixels of one line of a label."""


@dataclass(frozen=True, slots=True)
class Screen:
    """The size that a view must fit, in pixels."""

    width: int
    height: int


WIDE = Screen(width=640, height=600)
PHONE = Screen(width=340, height=380)
"""The narrowest screens that get each; a wider one shows more around the same view."""


@dataclass(frozen=True, slots=True)
class View:
    """A centre in degrees and a zoom level as deck.gl counts it."""

    lon: float
    lat: float
    zoom: float

    def pixel(self, lon: float, lat: float) -> tuple[float, float]:
        """A point in pixels from the centre, y downwards."""
        scale = TILE * 2**self.zoom
        x, y = (lon - self.lon) / 360, _mercator(self.lat) - _mercator(lat)
        return x * scale, y * scale


def fit(area: Box, screen: Screen) -> View:
    """The closest view that holds an area."""
    south, north = _mercator(area.south), _mercator(area.north)
    across = max((area.east - area.west) / 360, 1e-6)
    down = max(north - south, 1e-6)
    room_x, room_y = screen.width - 2 * MARGIN, screen.height - 2 * MARGIN
    zoom = math.log2(min(room_x / across, room_y / down) / TILE)
    middle = _latitude((south + north) / 2)
    return View((area.west + area.east) / 2, middle, min(zoom, CLOSEST))


def around(lon: float, lat: float, margin: float = 0.5) -> Box:
    """Some room around a point, in degrees."""
    return Box(lon - margin, lat - margin, lon + margin, lat + margin)


@dataclass(frozen=True, slots=True)
class Label:
    """A text beside a circle: `x`, `y` are the circle's middle in pixels."""

    x: float
    y: float
    radius: float
    width: float
    lines: int


@dataclass(frozen=True, slots=True)
class Spot:
    """Where a label stands relative to its circle, in pixels, and its side."""

    dx: float
    dy: float
    anchor: str


def place(labels: Sequence[Label]) -> list[Spot | None]:
    """Give each label a spot that covers neither circle nor label; None where none is free.

    Earlier labels choose first.
    """
    taken = [around_circle(label) for label in labels]
    spots: list[Spot | None] = []
    for label in labels:
        spot = next((s for s in _spots(label) if _free(label, s, taken)), None)
        if spot is not None:
            taken.append(rectangle(label, spot))
        spots.append(spot)
    return spots


def _spots(label: Label) -> list[Spot]:
    side, high = label.radius + GAP + 2, label.lines * LINE / 2
    above = label.radius + GAP + high
    return [
        Spot(side, 0, "start"),
        Spot(-side, 0, "end"),
        Spot(0, above, "middle"),
        Spot(0, -above, "middle"),
        Spot(side, above, "start"),
        Spot(-side, above, "end"),
        Spot(side, -above, "start"),
        Spot(-side, -above, "end"),
    ]


def rectangle(label: Label, spot: Spot) -> Box:
    """What a label covers at a spot, in pixels; the y of a box grows downwards here."""
    shift = {"start": 0.0, "middle": label.width / 2, "end": label.width}[spot.anchor]
    west = label.x + spot.dx - shift
    top = label.y + spot.dy - label.lines * LINE / 2
    return Box(west, top, west + label.width, top + label.lines * LINE)


def around_circle(label: Label) -> Box:
    """What the circle of a label covers, in pixels."""
    r = label.radius
    return Box(label.x - r, label.y - r, label.x + r, label.y + r)


def _free(label: Label, spot: Spot, taken: Iterable[Box]) -> bool:
    return not any(overlap(rectangle(label, spot), box) for box in taken)


def overlap(a: Box, b: Box) -> bool:
    """Whether two rectangles share more than an edge."""
    apart = (
        a.east <= b.west or b.east <= a.west or a.north <= b.south or b.north <= a.south
    )
    return not apart


@overload
def degrees_up(lat: float) -> float: ...
@overload
def degrees_up(lat: np.ndarray) -> np.ndarray: ...
def degrees_up(lat: float | np.ndarray) -> float | np.ndarray:
    """The height of latitudes on the map, in the unit of a degree of longitude."""
    return np.degrees(np.arcsinh(np.tan(np.radians(lat))))


def _mercator(lat: float) -> float:
    """The height of a latitude, in turns of the globe from the equator."""
    return float(degrees_up(lat)) / 360


def _latitude(height: float) -> float:
    return math.degrees(math.atan(math.sinh(height * 2 * math.pi)))
