"""Every tenth meridian and parallel: orientation where no border may stand. Pure."""

from __future__ import annotations

from dashboard.outlines import Ring

STEP = 10
LONS, LATS = range(70, 141, STEP), range(0, 61, STEP)


def lines() -> list[Ring]:
    """Meridians and parallels as lines of [lon, lat] points."""
    meridians = [[[float(lon), float(lat)] for lat in LATS] for lon in LONS]
    return meridians + [[[float(lon), float(lat)] for lon in LONS] for lat in LATS]


def labels() -> list[tuple[float, float, str]]:
    """Longitude, latitude and text of each figure on the western and southern edge."""
    meridians = [(float(lon), float(LATS[0]), f"{lon}°E") for lon in LONS[1:]]
    parallels = [(float(LONS[0]), float(lat), f"{lat}°N") for lat in LATS[1:]]
    return meridians + parallels
