"""What every answer carries, and what no reader gets."""

from __future__ import annotations

import gzip

import pytest
from starlette.applications import Starlette
from starlette.middleware.gzip import GZipMiddleware
from starlette.responses import HTMLResponse, PlainTextResponse, StreamingResponse
from starlette.routing import Route

from dashboard import middleware
from dashboard.settings import SettingsError, settings
from tests.api.asgi import ask

SHELL = (
    '<!doctype html><html lang="en"><title>Streamlit</title>' + "x" * 3000 + "</html>"
)


def parts():
    yield SHELL[:40].encode()
    yield SHELL[40:].encode()


async def shell(request):
    return HTMLResponse(SHELL, headers={"etag": "old", "last-modified": "then"})


async def streamed(request):
    return StreamingResponse(parts(), media_type="text/html; charset=utf-8")


async def plain(request):
    return PlainTextResponse('<html lang="en">')


def build() -> Starlette:
    routes = [
        Route("/", shell),
        Route("/compare", shell),
        Route("/streamed", streamed),
        Route("/static/plain", plain),
        Route("/_stcore/metrics", plain),
    ]
    return Starlette(routes=routes, middleware=middleware.stack())


@pytest.fixture
def app():
    settings.cache_clear()
    yield build()
    settings.cache_clear()


@pytest.mark.parametrize("path", ["/", "/compare", "/static/plain", "/nowhere"])
def test_every_answer_says_who_may_frame_it(app, path):
    headers = ask(app, path).headers
    assert headers["content-security-policy"] == "frame-ancestors 'self'"
    assert headers["x-content-type-options"] == "nosniff"
    assert "x-frame-options" not in headers


def test_the_operator_names_the_portals(monkeypatch):
    monkeypatch.setenv(
        "SHUANGYONG_FRAME_ANCESTORS", "'self' https://portal.example.gov.cn"
    )
    settings.cache_clear()
    policy = ask(build(), "/").headers["content-security-policy"]
    assert policy == "frame-ancestors 'self' https://portal.example.gov.cn"
    settings.cache_clear()


@pytest.mark.parametrize(
    "value",
    ["portal.example.gov.cn", "https://a;script-src *", "https://a\r\nX: y", "*"],
)
def test_what_is_no_origin_is_refused(monkeypatch, value):
    monkeypatch.setenv("SHUANGYONG_FRAME_ANCESTORS", value)
    settings.cache_clear()
    with pytest.raises(SettingsError, match="frame_ancestors"):
        settings()
    settings.cache_clear()


@pytest.mark.parametrize("path", ["/", "/compare", "/streamed"])
def test_the_shell_says_that_it_is_chinese(app, path):
    answer = ask(app, path)
    page = answer.body.decode()
    assert '<html lang="zh-CN">' in page
    assert "<title>双拥观察</title>" in page
    assert answer.headers["content-length"] == str(len(answer.body))
    assert "etag" not in answer.headers
    assert "last-modified" not in answer.headers


def test_a_compressing_server_still_gives_a_readable_shell():
    inner = Starlette(routes=[Route("/compare", shell)])
    squeezed = GZipMiddleware(inner, minimum_size=100)
    answer = ask(middleware.ChineseShell(squeezed), "/compare", accept_encoding="gzip")
    body = answer.body
    if answer.headers.get("content-encoding") == "gzip":
        body = gzip.decompress(body)
    assert b'lang="zh-CN"' in body


def test_other_text_is_left_alone(app):
    assert ask(app, "/static/plain").body == b'<html lang="en">'


@pytest.mark.parametrize(
    "path", ["/_stcore/metrics", "/_stcore/metrics/", "/compare/_stcore/metrics"]
)
def test_the_servers_own_figures_are_closed(app, path):
    assert ask(app, path).status == 404
