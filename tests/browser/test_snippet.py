"""The snippet of the dialog in a portal of another origin: drawn, sized, dark, read."""

from __future__ import annotations

import threading
from collections.abc import Iterator
from contextlib import contextmanager
from functools import partial
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from urllib.parse import urlsplit

import pytest

from dashboard import embed
from tests.browser.reader import SECONDS, wait_until_drawn
from tests.live import Server, get

pytestmark = pytest.mark.browser

HEIGHT = "300"
GIVEN = {"indicator": "job_fairs", "focus": "220300"}
DARK = "rgb(15, 19, 24)"


class Page(BaseHTTPRequestHandler):
    """Answers everything with one page."""

    def __init__(self, content: list[str], *args: object) -> None:
        self.content = content
        super().__init__(*args)

    def do_GET(self):
        self.send_response(200)
        self.send_header("Content-Type", "text/html; charset=utf-8")
        self.end_headers()
        self.wfile.write(
            f"<!doctype html><title>portal</title>{self.content[0]}".encode()
        )

    def log_message(self, *_):
        pass


@contextmanager
def portal(content: list[str]) -> Iterator[str]:
    """Serve a page whose content may still change; yield its origin."""
    http = ThreadingHTTPServer(("127.0.0.1", 0), partial(Page, content))
    threading.Thread(target=http.serve_forever, daemon=True).start()
    try:
        yield f"http://localhost:{http.server_port}"
    finally:
        http.shutdown()
        http.server_close()


def test_the_snippet_draws_the_chart_and_follows_its_height(curated, open_reader):
    content = [""]
    reader = open_reader(color_scheme="dark")
    with (
        portal(content) as origin,
        Server(curated, SHUANGYONG_FRAME_ANCESTORS=origin) as server,
    ):
        view = embed.url(server.url, "chart", GIVEN, "zh", "follow")
        content[0] = embed.snippet(view, '"><script>alert(1)</script>', HEIGHT)
        reader.page.goto(origin)
        frame = reader.page.frame_locator("iframe")
        wait_until_drawn(frame)
        frame.locator(".main-svg").first.wait_for(timeout=SECONDS)
        assert "招聘会场次" in frame.locator("h1").inner_text()
        version = get(f"{server.url}/healthz").read().decode().split('"')[-2]
        assert version in frame.get_by_test_id("stMain").inner_text()
        for unwanted in ("stTopNavLink", "stException", "stButtonGroup", "stButton"):
            assert frame.get_by_test_id(unwanted).count() == 0
        reader.page.wait_for_function(
            "h => document.querySelector('iframe').clientHeight > h",
            arg=int(HEIGHT) + 50,
        )
        shown = frame.get_by_test_id("stApp").evaluate(
            "e => getComputedStyle(e).backgroundColor"
        )
        assert shown == DARK
        takes_the_picture(reader, frame, version)
        takes_the_file(reader, frame)
        assert reader.page.context.cookies(server.url) == []
        hosts = {urlsplit(origin).netloc, urlsplit(server.url).netloc}
        assert reader.other_hosts(*hosts) == []
        assert reader.errors == []


def takes_the_picture(reader, frame, version: str) -> None:
    """The chart's own menu gives it as a PNG that is named after the version."""
    with reader.page.expect_download(timeout=SECONDS) as taken:
        frame.locator(".modebar-btn").click()
    assert taken.value.suggested_filename == f"job_fairs_reported-{version}.png"
    assert Path(taken.value.path()).read_bytes().startswith(b"\x89PNG")


def takes_the_file(reader, frame) -> None:
    """The figures come as a file in a window of its own, outside of the sandbox."""
    with reader.page.context.expect_event(
        "response", lambda answer: answer.url.endswith("job_fairs.csv")
    ) as came:
        frame.get_by_role("link", name="CSV").click()
    assert came.value.status == 200
    assert "attachment" in came.value.headers["content-disposition"]


def test_the_dialog_shows_snippet_preview_and_picture(server, reader):
    reader.open(f"{server.url}/compare?indicator=job_fairs")
    reader.page.get_by_role("button", name="嵌入此图").click()
    dialog = reader.page.get_by_role("dialog")
    code = dialog.get_by_test_id("stCode")
    code.first.wait_for()
    assert "allow-downloads" in code.first.inner_text()
    assert "chart?indicator=job_fairs&amp;embed=true" in code.first.inner_text()
    picture = code.last.inner_text().strip()
    assert get(picture).headers["Content-Type"] == "image/svg+xml"
    inside = dialog.frame_locator("iframe")
    wait_until_drawn(inside)
    assert "招聘会场次" in inside.locator("h1").inner_text()
    dialog.get_by_role("radio", name="深色").click()
    dialog.get_by_role("button", name="表", exact=True).click()
    changed = code.first.get_by_text("show=chart&amp;show=table")
    changed.wait_for(timeout=SECONDS)
    assert "embed_options=dark_theme" in code.first.inner_text()
    dialog.frame_locator("iframe").locator(".sy-table").wait_for(timeout=SECONDS)
