"""One view in the portal of somebody else: shown where allowed, refused elsewhere."""

from __future__ import annotations

import html
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from urllib.parse import quote, unquote, urlsplit

import pytest

from tests.browser.reader import SECONDS, wait_until_drawn
from tests.live import Server, get

pytestmark = pytest.mark.browser

VIEW = "compare?indicator=job_fairs&show=table&embed=true"
FRAME = "<!doctype html><title>portal</title><iframe width=900 height=900 src='{}'>"


class Portal(BaseHTTPRequestHandler):
    """Answers `/?ADDRESS` with a page that frames the address."""

    def do_GET(self):
        framed = html.escape(unquote(urlsplit(self.path).query), quote=True)
        self.send_response(200)
        self.send_header("Content-Type", "text/html; charset=utf-8")
        self.end_headers()
        self.wfile.write(FRAME.format(framed).encode())

    def log_message(self, *_):
        pass


@contextmanager
def portal() -> Iterator[str]:
    """Serve a portal, an origin other than the dashboard's, and yield its address."""
    http = ThreadingHTTPServer(("127.0.0.1", 0), Portal)
    threading.Thread(target=http.serve_forever, daemon=True).start()
    try:
        yield f"http://127.0.0.1:{http.server_port}"
    finally:
        http.shutdown()
        http.server_close()


def framing(origin: str, server: Server) -> str:
    """Return the address of the portal's page that shows the view."""
    return f"{origin}/?{quote(f'{server.url}/{VIEW}')}"


def test_an_allowed_portal_shows_the_view_and_downloads_its_file(curated, reader):
    with (
        portal() as origin,
        Server(curated, SHUANGYONG_FRAME_ANCESTORS=origin) as server,
    ):
        reader.page.goto(framing(origin, server))
        frame = reader.page.frame_locator("iframe")
        wait_until_drawn(frame)
        for unwanted in ("stException", "stTopNavLink", "stSidebarNavLink"):
            assert frame.get_by_test_id(unwanted).count() == 0
        assert frame.get_by_test_id("stPlotlyChart").count() == 0
        full = frame.get_by_role("link", name="查看 →").get_attribute("href")
        assert full == f"{server.url}/compare?indicator=job_fairs"
        button = frame.get_by_test_id("stDownloadButton").filter(has_text="CSV").first
        with reader.page.expect_download(timeout=SECONDS) as download:
            button.get_by_role("button").click()
        rows = Path(download.value.path()).read_bytes()
        assert rows.startswith("\ufeff".encode())
        assert "招聘会" in rows.decode("utf-8-sig")
        hosts = {urlsplit(origin).netloc, urlsplit(server.url).netloc}
        assert reader.other_hosts(*hosts) == []


def test_a_portal_that_is_not_allowed_gets_nothing(curated, reader):
    allowed = "https://portal.example.gov.cn"
    with (
        portal() as origin,
        Server(curated, SHUANGYONG_FRAME_ANCESTORS=allowed) as server,
    ):
        said: list[str] = []
        reader.page.on("console", lambda message: said.append(message.text))
        reader.page.goto(framing(origin, server))
        reader.page.wait_for_timeout(2000)
        assert reader.page.frames[1].url.startswith("chrome-error:")
        assert any("frame-ancestors" in text for text in said)
        policy = get(f"{server.url}/").headers["Content-Security-Policy"]
        assert f"frame-ancestors {allowed}" in policy
