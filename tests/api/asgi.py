"""Ask an ASGI application without a server."""

from __future__ import annotations

import asyncio
import json
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any
from urllib.parse import unquote, urlsplit

from starlette.types import ASGIApp, Message


@dataclass(frozen=True)
class Answer:
    """What came back."""

    status: int
    headers: Mapping[str, str]
    body: bytes

    def json(self) -> Any:
        return json.loads(self.body)


def get(app: ASGIApp, url: str, **headers: str) -> Answer:
    """GET a path with its query; underscores in names of headers stand for hyphens."""
    parts = urlsplit(url)
    scope = {
        "type": "http",
        "method": "GET",
        "path": unquote(parts.path),
        "root_path": "",
        "query_string": parts.query.encode(),
        "headers": [
            (name.replace("_", "-").lower().encode(), value.encode())
            for name, value in headers.items()
        ],
    }
    sent: list[Message] = []

    async def receive() -> Message:
        return {"type": "http.request", "body": b"", "more_body": False}

    async def send(message: Message) -> None:
        sent.append(message)

    asyncio.run(app(scope, receive, send))
    found = {name.decode(): value.decode() for name, value in sent[0]["headers"]}
    return Answer(
        sent[0]["status"],
        found,
        b"".join(message.get("body", b"") for message in sent[1:]),
    )
