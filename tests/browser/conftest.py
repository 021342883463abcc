"""A real Chromium, and pages that remember what they asked of whom."""

from __future__ import annotations

import os
import shutil
from collections.abc import Callable, Iterator

import pytest
from playwright.sync_api import Browser, BrowserContext, sync_playwright

from tests.browser.reader import Reader

NAMES = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable")
QUIET = (
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--disable-dev-shm-usage",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--no-first-run",
)


def chromium() -> str:
    """Return the path of the installed Chromium (see tests/browser/setup.sh)."""
    wanted = [os.environ["CHROMIUM"]] if "CHROMIUM" in os.environ else NAMES
    found = [path for name in wanted if (path := shutil.which(name))]
    assert found, "No Chromium: run tests/browser/setup.sh"
    return found[0]


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    with sync_playwright() as playwright:
        running = playwright.chromium.launch(
            executable_path=chromium(), args=list(QUIET)
        )
        yield running
        running.close()


@pytest.fixture(scope="session")
def context(browser: Browser) -> Callable[..., BrowserContext]:
    """Give the context of a size and colours: its readers share what was loaded.

    A context of its own would fetch and compile the same scripts for every reader.
    """
    made: dict[str, BrowserContext] = {}

    def give(**options: object) -> BrowserContext:
        key = repr(sorted(options.items()))
        if key not in made:
            made[key] = browser.new_context(locale="zh-CN", **options)  # type: ignore[arg-type]
        return made[key]

    return give


@pytest.fixture
def open_reader(
    context: Callable[..., BrowserContext],
) -> Iterator[Callable[..., Reader]]:
    """Make readers, each with cookies, size and colours of its own."""
    readers: list[Reader] = []

    def make(**options: object) -> Reader:
        readers.append(Reader(context(**options)))
        return readers[-1]

    yield make
    for reader in readers:
        reader.leave()


@pytest.fixture
def reader(open_reader: Callable[..., Reader]) -> Reader:
    """One reader at a desk: a wide window, light colours."""
    return open_reader(viewport={"width": 1280, "height": 900})
