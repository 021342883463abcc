"""The addresses of the interface, and what happens at those that do not exist."""

from __future__ import annotations

from collections.abc import Callable

from starlette.applications import Starlette
from starlette.exceptions import HTTPException
from starlette.middleware import Middleware
from starlette.middleware.cors import CORSMiddleware
from starlette.middleware.gzip import GZipMiddleware
from starlette.requests import Request
from starlette.responses import JSONResponse, Response
from starlette.routing import Mount, Route

from dashboard import map_routes, queries
from dashboard.api import answers, briefs, files, pictures, tables
from dashboard.database import DataError, DataMissingError

NO_DATA = "no data yet; run make data"
UNREADABLE = "the data cannot be read; run make data"
EXPOSED = ("ETag", "Content-Disposition", "X-Data-Version", "X-Total-Count")
"""Headers that a script on another site may read."""

Handler = Callable[[Request], Response]


def routes() -> list[Route | Mount]:
    """All routes of the interface; whatever goes wrong below /api/ is told in JSON."""
    api = Starlette(
        routes=[
            _get("/v1/openapi.json", files.description),
            _get("/v1/datapackage.zip", files.package),
            _get("/v1/changelog.md", files.changes),
            _get("/v1/indicators/{file}", files.indicator),
            _get("/v1/evidence/{mention}.json", files.evidence),
            _get("/v1/charts/{indicator}.svg", pictures.chart),
            _get("/v1/briefs/{file}", briefs.brief),
            _get("/v1/{file}", tables.table),
            map_routes.boundaries,
        ],
        middleware=[
            Middleware(
                CORSMiddleware,
                allow_origins=["*"],
                allow_methods=["GET", "HEAD"],
                allow_headers=["*"],
                expose_headers=EXPOSED,
            ),
            Middleware(GZipMiddleware, minimum_size=1000, compresslevel=6),
        ],
        exception_handlers={
            answers.BadRequestError: _bad_request,
            answers.UnknownAddressError: _unknown,
            DataError: _no_data,
            HTTPException: _refused,
            Exception: _failed,
        },
    )
    api.router.redirect_slashes = False
    return [Route("/healthz", health, methods=["GET"]), Mount("/api", app=api)]


def _get(path: str, handler: Handler) -> Route:
    return Route(path, handler, methods=["GET"])


def health(request: Request) -> Response:
    """200 with the data version, or 503 while there are no data."""
    try:
        run = queries.summary()
    except DataError as error:
        return JSONResponse({"status": _why(error)}, 503)
    return JSONResponse({"status": "ok", "data_version": run.get("data_version")})


def _bad_request(request: Request, error: Exception) -> Response:
    return answers.error(str(error), 400)


def _unknown(request: Request, error: Exception) -> Response:
    return answers.error(str(error), 404)


def _no_data(request: Request, error: Exception) -> Response:
    return answers.error(_why(error), 503)


def _why(error: Exception) -> str:
    return NO_DATA if isinstance(error, DataMissingError) else UNREADABLE


def _refused(request: Request, error: Exception) -> Response:
    """An address or a method that does not exist."""
    if not isinstance(error, HTTPException):
        raise error
    if error.status_code == 404:
        return answers.error("no such address; see /api/v1/openapi.json", 404)
    answer = answers.error(f"{error.detail}; only GET and HEAD", error.status_code)
    answer.headers["allow"] = "GET, HEAD"
    return answer


def _failed(request: Request, error: Exception) -> Response:
    """What nobody foresaw: a sentence for the client, the trace for the log alone."""
    return answers.error("the server failed on this request; it is in the log", 500)
