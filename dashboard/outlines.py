"""The outlines of provinces, places and the ten dashes, as committed in data/reference."""

from __future__ import annotations

import gzip
import json
from collections.abc import Iterable, Iterator
from functools import cache, lru_cache
from pathlib import Path
from typing import Any, NamedTuple

from dashboard.settings import ROOT

FOLDER = ROOT / "data" / "reference" / "boundaries"
PROVINCES_IN_MEMORY = 34

Feature = dict[str, Any]
Ring = list[list[float]]


class Box(NamedTuple):
    """A rectangle in degrees."""

    west: float
    south: float
    east: float
    north: float

    def meets(self, other: Box) -> bool:
        """Whether the two rectangles have a point in common."""
        across = self.west <= other.east and other.west <= self.east
        return across and self.south <= other.north and other.south <= self.north

    def joined(self, other: Box) -> Box:
        """The smallest rectangle around both."""
        west, south = min(self.west, other.west), min(self.south, other.south)
        return Box(
            west, south, max(self.east, other.east), max(self.north, other.north)
        )


@cache
def file(name: str) -> bytes:
    """The GeoJSON of a layer: provinces, provinces_fine or ten_dash."""
    packed = FOLDER / f"{name}.geojson.gz"
    if packed.is_file():
        return gzip.decompress(packed.read_bytes())
    return packed.with_suffix("").read_bytes()


@cache
def features(name: str) -> tuple[Feature, ...]:
    """The features of a layer."""
    return tuple(json.loads(file(name))["features"])


def outline(adcode: str) -> Feature | None:
    """The outline of one place; None for a code without one."""
    return _areas(adcode[:2]).get(adcode) or _provinces().get(adcode)


def collection(found: Iterable[Feature]) -> bytes:
    """GeoJSON of some features."""
    content = {"type": "FeatureCollection", "features": list(found)}
    return json.dumps(content, separators=(",", ":")).encode()


def rings(feature: Feature) -> Iterator[Ring]:
    """Every ring or line of a feature, holes included, as [lon, lat] points."""
    geometry = feature["geometry"]
    parts = geometry["coordinates"]
    match geometry["type"]:
        case "LineString":
            yield parts
        case "Polygon":
            yield from parts
        case _:
            for polygon in parts:
                yield from polygon


def box(feature: Feature) -> Box:
    """The rectangle around a feature."""
    return box_of(point for ring in rings(feature) for point in ring)


def box_of(points: Iterable[list[float]]) -> Box:
    """The rectangle around some points.

    Raises:
        ValueError: there are no points.
    """
    points = list(points)
    lons, lats = [point[0] for point in points], [point[1] for point in points]
    return Box(min(lons), min(lats), max(lons), max(lats))


@cache
def _provinces() -> dict[str, Feature]:
    return {feature["id"]: feature for feature in features("provinces")}


@lru_cache(maxsize=PROVINCES_IN_MEMORY)
def _areas(province: str) -> dict[str, Feature]:
    """The prefectures and counties of a province, by adcode; empty for unknown digits."""
    path: Path = FOLDER / "areas" / f"{province}.geojson.gz"
    if not (province.isdecimal() and path.is_file()):
        return {}
    found = json.loads(gzip.decompress(path.read_bytes()))["features"]
    return {feature["id"]: feature for feature in found}
