"""The shapes of the map over HTTP: provinces, the ten dashes, the places in the data."""

from __future__ import annotations

import hashlib
from functools import lru_cache

from starlette.applications import Starlette
from starlette.middleware import Middleware
from starlette.middleware.gzip import GZipMiddleware
from starlette.requests import Request
from starlette.responses import JSONResponse, Response
from starlette.routing import Mount, Route

from dashboard import outlines, queries
from dashboard.database import DataMissingError

PATH = "/v1/boundaries"
SUFFIX = ".geojson"
FIXED = ("provinces", "provinces_fine", "ten_dash")
PARAMETERS = ("indicator", "kind", "basis")
LEVELS = ("province", "prefecture", "county")
"""Order of drawing: a county stands on top of the prefecture that holds it."""


def shapes(request: Request) -> Response:
    """GeoJSON of one layer; an unknown layer is answered with 404 in JSON."""
    name = str(request.path_params["name"]).removesuffix(SUFFIX)
    if name in FIXED:
        return _answer(request, outlines.file(name), "public, max-age=3600")
    if name != "cities":
        known = ", ".join((*FIXED, "cities"))
        return JSONResponse({"error": f"no such layer; known: {known}"}, 404)
    asked = [request.query_params.get(key, "") for key in PARAMETERS]
    try:
        return _answer(request, cities(*asked), "no-cache")
    except DataMissingError:
        return JSONResponse({"error": "no data have been built yet"}, 503)


def cities(indicator: str, kind: str, basis: str) -> bytes:
    """Outlines of the places in the data, each with its state for an indicator."""
    rows = queries.map_figures(indicator, kind, basis)
    ordered = sorted(rows.iter_rows(named=True), key=lambda r: LEVELS.index(r["level"]))
    return _collection(tuple((row["adcode"], row["state"]) for row in ordered))


@lru_cache(maxsize=64)
def _collection(states: tuple[tuple[str, str], ...]) -> bytes:
    found = [(outlines.outline(adcode), state) for adcode, state in states]
    return outlines.collection(
        {**feature, "properties": {**feature["properties"], "state": state}}
        for feature, state in found
        if feature is not None
    )


def _answer(request: Request, content: bytes, caching: str) -> Response:
    tag = f'"{hashlib.sha256(content).hexdigest()[:32]}"'
    headers = {"ETag": tag, "Cache-Control": caching}
    if tag in request.headers.get("If-None-Match", ""):
        return Response(status_code=304, headers=headers)
    return Response(content, media_type="application/geo+json", headers=headers)


boundaries = Mount(
    PATH,
    app=Starlette(
        routes=[Route("/{name:path}", shapes)],
        middleware=[Middleware(GZipMiddleware, minimum_size=1000)],
    ),
)
"""One of the routes below /api."""
