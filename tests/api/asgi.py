"""Ask an ASGI application in this process, without a server or a client library."""

from __future__ import annotations

import asyncio
import json
from dataclasses import dataclass
from typing import Any
from urllib.parse import quote, unquote


@dataclass(frozen=True, slots=True)
class Answer:
    """What came back."""

    status: int
    headers: dict[str, str]
    body: bytes

    def json(self) -> Any:
        """The body as JSON."""
        return json.loads(self.body)


def ask(app: Any, address: str, method: str = "GET", **headers: str) -> Answer:
    """Send one request and collect the answer."""
    path, _, query = address.partition("?")
    scope = {
        "type": "http",
        "asgi": {"version": "3.0"},
        "http_version": "1.1",
        "method": method,
        "scheme": "http",
        "path": unquote(path),
        "raw_path": quote(path).encode(),
        "root_path": "",
        "query_string": quote(query, safe="=&%+").encode(),
        "headers": [
            (name.replace("_", "-").encode(), value.encode())
            for name, value in headers.items()
        ],
        "server": ("127.0.0.1", 80),
        "client": ("127.0.0.1", 1),
    }
    return asyncio.run(_exchange(app, scope))


def get(app: Any, address: str, **headers: str) -> Answer:
    """GET an address; underscores in names of headers stand for hyphens."""
    return ask(app, address, **headers)


async def _exchange(app: Any, scope: dict[str, Any]) -> Answer:
    sent: list[dict[str, Any]] = []
    asked: list[dict[str, Any]] = [
        {"type": "http.request", "body": b"", "more_body": False}
    ]

    async def receive() -> dict[str, Any]:
        if not asked:
            await asyncio.Event().wait()  # the client stays, and says no more
        return asked.pop()

    async def send(message: dict[str, Any]) -> None:
        sent.append(message)

    await app(scope, receive, send)
    start = next(m for m in sent if m["type"] == "http.response.start")
    body = b"".join(m.get("body", b"") for m in sent if m["type"].endswith("body"))
    headers = {
        name.decode().lower(): value.decode() for name, value in start["headers"]
    }
    return Answer(start["status"], headers, body)
