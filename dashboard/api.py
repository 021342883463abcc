"""The HTTP routes: health, and observations as a file under an address that stays."""

from __future__ import annotations

from collections.abc import Mapping

from starlette.requests import Request
from starlette.responses import JSONResponse, Response
from starlette.routing import Mount, Route, Router

from dashboard import export, map_routes, queries
from dashboard.database import DataError

FILTERS = ("city", "indicator", "theme")
SHOWN = 60
"""Characters of an unknown value that an answer repeats."""


class BadFilterError(Exception):
    """A parameter or a value that the interface does not know; the message says which."""


def routes() -> list[Route | Mount]:
    """All routes of the interface; unknown addresses below /api/ answer in JSON."""
    api = Router(
        routes=[
            Route("/v1/observations.csv", observations, methods=["GET"]),
            map_routes.boundaries,
        ],
        default=_not_found,
    )
    return [Route("/healthz", health, methods=["GET"]), Mount("/api", app=api)]


async def _not_found(scope: Mapping, receive: object, send: object) -> None:
    answer = {"error": "no such address; the interface has /api/v1/observations.csv"}
    await JSONResponse(answer, 404)(scope, receive, send)  # pyright: ignore


def health(request: Request) -> Response:
    """200 with the data version, or 503 while there are no data."""
    try:
        run = queries.summary()
    except DataError:
        return JSONResponse({"status": "no data; run make data"}, 503)
    return JSONResponse({"status": "ok", "data_version": run.get("data_version")})


def known() -> dict[str, tuple[str, ...]]:
    """The valid values of each filter."""
    return {
        "city": tuple(queries.cities().get_column("adcode")),
        "indicator": tuple(queries.indicators().get_column("id")),
        "theme": tuple(queries.themes().get_column("id")),
    }


def filters(
    pairs: list[tuple[str, str]], valid: Mapping[str, tuple[str, ...]]
) -> dict[str, tuple[str, ...]]:
    """The filters that a query string asks for; a repeated one means either value.

    Raises:
        BadFilterError: a parameter or a value is unknown.
    """
    asked: dict[str, list[str]] = {name: [] for name in valid}
    for name, value in pairs:
        if name not in valid:
            raise BadFilterError(
                f"unknown parameter {name[:SHOWN]!r}; valid: {', '.join(valid)}"
            )
        if value not in valid[name]:
            raise BadFilterError(
                f"unknown {name} {value[:SHOWN]!r}; valid: {', '.join(valid[name])}"
            )
        asked[name].append(value)
    return {name: tuple(values) for name, values in asked.items()}


def observations(request: Request) -> Response:
    """The observations as CSV, filtered; 400 with a sentence for an unknown filter."""
    try:
        asked = filters(request.query_params.multi_items(), known())
        frame = queries.observations(
            cities=asked["city"], indicators=asked["indicator"], themes=asked["theme"]
        )
    except BadFilterError as error:
        return JSONResponse({"error": str(error)}, 400)
    except DataError:
        return JSONResponse({"error": "no data yet; run make data"}, 503)
    name = "observations-filtered.csv" if any(asked.values()) else "observations.csv"
    return Response(
        export.csv(frame),
        media_type="text/csv; charset=utf-8",
        headers={
            "content-disposition": f'attachment; filename="{name}"',
            "access-control-allow-origin": "*",
        },
    )
