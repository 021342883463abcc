"""What every answer of the interface carries: version, entity tag, names of files."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Iterable
from functools import cache
from urllib.parse import quote

from starlette.requests import Request
from starlette.responses import JSONResponse, Response, StreamingResponse

from dashboard import datasets, queries

HOST = re.compile(r"[A-Za-z0-9._-]+(:[0-9]{1,5})?|\[[0-9A-Fa-f:]+\](:[0-9]{1,5})?")
"""What may stand as a host in a citation."""
CACHING = "no-cache"
"""Caches may keep an answer, and ask whether it still holds."""
ASCII = re.compile(r"[^A-Za-z0-9._-]+")


class BadRequestError(Exception):
    """A request that makes no sense; the message says what would."""


class UnknownAddressError(Exception):
    """An address that does not exist; the message names those that do."""


def error(message: str, status: int) -> JSONResponse:
    """A sentence for a person, in JSON for a script."""
    return JSONResponse({"error": message}, status)


def version() -> str:
    """The version of the data; empty where nothing was built."""
    return str(queries.summary().get("data_version", ""))


@cache
def _definitions() -> str:
    return hashlib.sha256(datasets.FILE.read_bytes()).hexdigest()[:8]


def _releases() -> int:
    """How many versions were published: the history grows when an old one comes back."""
    return datasets.frame("versions").height


def tag(day: str = "") -> str:
    """The entity tag of what is made of these data, on that day if it names one."""
    parts = (version(), str(_releases()), _definitions(), day)
    return f'W/"{"-".join(ASCII.sub("", part) for part in parts if part)}"'


def not_modified(request: Request, entity: str) -> Response | None:
    """304 where the client has this very version."""
    asked = request.headers.get("if-none-match", "")
    known = {part.strip().removeprefix("W/") for part in asked.split(",")}
    if "*" in known or entity.removeprefix("W/") in known:
        return Response(status_code=304, headers=_headers(entity))
    return None


def _headers(entity: str) -> dict[str, str]:
    return {"etag": entity, "cache-control": CACHING, "x-data-version": version()}


def attachment(name: str) -> str:
    """The header that names a file, for old clients in ASCII too."""
    plain = ASCII.sub("_", name)
    extended = "" if plain == name else f"; filename*=UTF-8''{quote(name)}"
    return f'attachment; filename="{plain}"{extended}'


def file(
    pieces: Iterable[bytes],
    media_type: str,
    entity: str,
    *,
    name: str = "",
    **headers: str,
) -> Response:
    """A file, sent piece by piece; without a name it is shown, not saved."""
    extra = {key.replace("_", "-"): value for key, value in headers.items()}
    if name:
        extra["content-disposition"] = attachment(name)
    return StreamingResponse(
        pieces, media_type=media_type, headers={**_headers(entity), **extra}
    )


def base(request: Request) -> str:
    """Scheme and host as the client named them, without a slash at the end."""
    host = request.headers.get("host", "")
    if not HOST.fullmatch(host):
        return "http://localhost:8501"
    scheme = "https" if request.url.scheme == "https" else "http"
    return f"{scheme}://{host}{request.scope.get('app_root_path', '')}".rstrip("/")
