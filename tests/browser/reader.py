"""A reader of the dashboard: opens pages, waits as a person would, keeps a log."""

from __future__ import annotations

from urllib.parse import urlsplit

from playwright.sync_api import BrowserContext, FrameLocator, Page, Request

DRAWN = (
    '[data-testid="stApp"][data-test-script-state="notRunning"]'
    '[data-test-connection-state="CONNECTED"]'
)
HEADING = '[data-testid="stMain"] h1'
SECONDS = 30_000
"""How long anything may take, in milliseconds: generous, the machine may be busy."""
LAZY = 300
"""Milliseconds for the parts of a page that load after the run has ended."""
DRAWINGS = {
    "stPlotlyChart": ".main-svg",
    "stDataFrame": "canvas",
    "stDeckGlJsonChart": "canvas",
}
LOCAL_SCHEMES = ("data", "blob", "about")


class Reader:
    """A browser page with a log of its requests and of what its console said."""

    def __init__(self, context: BrowserContext) -> None:
        self.page = page = context.new_page()
        self.requests: list[str] = []
        self.errors: list[str] = []
        page.set_default_timeout(SECONDS)
        context.on("request", self._note)
        page.on("websocket", lambda socket: self.requests.append(socket.url))
        page.on("pageerror", lambda error: self.errors.append(str(error)))

    def _note(self, request: Request) -> None:
        self.requests.append(request.url)

    def leave(self) -> None:
        """Close every page, forget every cookie, stop listening."""
        context = self.page.context
        context.remove_listener("request", self._note)
        for page in context.pages:
            page.close()
        context.clear_cookies()

    def open(self, url: str) -> None:
        """Go to an address and wait until its page is drawn."""
        self.page.goto(url, wait_until="domcontentloaded")
        wait_until_drawn(self.page)

    def wait_for_charts(self) -> None:
        """Wait until every chart, table and map that the page has is drawn."""
        for element, drawn in DRAWINGS.items():
            for place in self.page.get_by_test_id(element).all():
                place.scroll_into_view_if_needed()
                place.locator(drawn).first.wait_for()
        self.page.wait_for_timeout(LAZY)

    def other_hosts(self, *own: str) -> list[str]:
        """Return the requests that went to a host other than the given ones."""
        return [
            url
            for url in self.requests
            if (parts := urlsplit(url)).scheme not in LOCAL_SCHEMES
            and parts.netloc not in own
        ]

    def settle(self) -> None:
        """Wait until a run that shows already has ended."""
        self.page.locator(DRAWN).wait_for()
        self.page.wait_for_timeout(LAZY)

    def heading(self) -> str:
        """Return the title that stands on the page."""
        return self.page.locator(HEADING).first.inner_text().strip()

    def exceptions(self) -> list[str]:
        """Return the texts of the exception boxes on the page."""
        return self.page.get_by_test_id("stException").all_inner_texts()


def wait_until_drawn(place: Page | FrameLocator) -> None:
    """Wait for a heading of the run, then for its end, then for lazy parts.

    The state reads "notRunning" before a run begins too, hence the heading first.
    """
    place.locator(HEADING).first.wait_for(timeout=SECONDS)
    place.locator(DRAWN).wait_for(timeout=SECONDS)
    owner = place if isinstance(place, Page) else place.owner.page
    owner.wait_for_timeout(LAZY)
