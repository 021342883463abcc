"""`make screenshots`: the pictures of the documents, taken from the running dashboard."""

from __future__ import annotations

import tempfile
from pathlib import Path

from playwright.sync_api import sync_playwright

from tests.browser.conftest import QUIET, chromium
from tests.browser.reader import Reader
from tests.conftest import build
from tests.live import ROOT, Server

FOLDER = ROOT / "docs" / "screenshots"
SIZE = {"width": 1280, "height": 860}
VIEWS = {"compare": "compare?indicator=job_fairs", "evidence": ""}
NUMBER = "50余场"
"""The number that the picture of the evidence page opens, from the start page."""


def open_number(reader: Reader) -> None:
    """Follow a number to its sentence and its record."""
    reader.page.locator("a[data-mention]", has_text=NUMBER).first.click()
    reader.page.locator("a.sy-selected").wait_for()
    reader.settle()


def main() -> None:
    """Build the data, start a server, and write one picture a view."""
    with tempfile.TemporaryDirectory() as folder, sync_playwright() as playwright:
        done = build(Path(folder))
        if done.returncode:
            raise SystemExit(done.stderr)
        browser = playwright.chromium.launch(
            executable_path=chromium(), args=list(QUIET)
        )
        with Server(Path(folder)) as server:
            for name, view in VIEWS.items():
                context = browser.new_context(viewport=SIZE, locale="zh-CN")  # type: ignore[arg-type]
                reader = Reader(context)
                page = reader.page
                reader.open(f"{server.url}/{view}")
                reader.wait_for_charts()
                page.get_by_test_id("stMain").evaluate("main => main.scrollTo(0, 0)")
                if name == "evidence":
                    open_number(reader)
                page.wait_for_timeout(500)
                page.screenshot(path=FOLDER / f"{name}.png")
        browser.close()


if __name__ == "__main__":
    main()
