"""What every response carries, and what no reader may ask for. Pure ASGI."""

from __future__ import annotations

from collections.abc import Sequence

from starlette.datastructures import MutableHeaders
from starlette.middleware import Middleware
from starlette.responses import PlainTextResponse
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from dashboard.i18n import translate
from dashboard.settings import settings

CLOSED = ("/_stcore/metrics",)
"""Addresses of the server that are nobody's business: sessions, cache sizes."""
STALE = ("content-length", "content-encoding", "etag", "last-modified")
"""Headers that no longer hold once the page's frame has been rewritten."""


def stack() -> list[Middleware]:
    """All middleware, the outermost first."""
    return [
        Middleware(SecurityHeaders, ancestors=settings().frame_ancestors),
        Middleware(ChineseShell),
    ]


class SecurityHeaders:
    """Say who may frame the dashboard, forbid guessing types, close what is closed."""

    def __init__(self, app: ASGIApp, ancestors: Sequence[str]) -> None:
        self.app = app
        self.policy = f"frame-ancestors {' '.join(ancestors)}"

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer closed addresses with 404, add the headers to all other answers."""
        if scope["type"] != "http":
            await self.app(scope, receive, send)
            return

        async def with_headers(message: Message) -> None:
            if message["type"] == "http.response.start":
                headers = MutableHeaders(scope=message)
                headers["content-security-policy"] = self.policy
                headers["x-content-type-options"] = "nosniff"
            await send(message)

        closed = scope["path"].rstrip("/").endswith(CLOSED)
        app = PlainTextResponse("Not Found", 404) if closed else self.app
        await app(scope, receive, with_headers)


class ChineseShell:
    """The page's frame says that it is Chinese, and whose it is, before any script runs."""

    REWRITES = (
        (b'<html lang="en">', b'<html lang="zh-CN">'),
        (
            b"<title>Streamlit</title>",
            f"<title>{translate('zh', 'site.name')}</title>".encode(),
        ),
    )

    def __init__(self, app: ASGIApp) -> None:
        self.app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Rewrite HTML answers; everything else passes."""
        if scope["type"] != "http" or scope["method"] != "GET":
            await self.app(scope, receive, send)
            return
        await self.app(_uncompressed(scope), receive, _Rewriter(send, self.REWRITES))


def _uncompressed(scope: Scope) -> Scope:
    """The request for a page without leave to compress: its frame is a few kilobytes."""
    path = scope["path"].rsplit("/", 1)[-1]
    if "." in path or scope["path"].startswith(("/static/", "/api/", "/media/")):
        return scope
    kept = [pair for pair in scope["headers"] if pair[0] != b"accept-encoding"]
    return {**scope, "headers": kept}


class _Rewriter:
    """Holds an HTML answer back until it is whole, then sends it rewritten."""

    def __init__(self, send: Send, rewrites: Sequence[tuple[bytes, bytes]]) -> None:
        self.send = send
        self.rewrites = rewrites
        self.start: Message | None = None
        self.body = b""

    async def __call__(self, message: Message) -> None:
        if message["type"] == "http.response.start" and self._is_page(message):
            self.start = message
        elif self.start is None:
            await self.send(message)
        else:
            await self._collect(message)

    @staticmethod
    def _is_page(message: Message) -> bool:
        kind = MutableHeaders(scope=message).get("content-type", "")
        return kind.startswith("text/html")

    async def _collect(self, message: Message) -> None:
        self.body += message.get("body", b"")
        if message.get("more_body", False) or self.start is None:
            return
        headers = MutableHeaders(scope=self.start)
        for name in STALE:
            del headers[name]
        for old, new in self.rewrites:
            self.body = self.body.replace(old, new)
        headers["content-length"] = str(len(self.body))
        await self.send(self.start)
        await self.send({"type": "http.response.body", "body": self.body})
