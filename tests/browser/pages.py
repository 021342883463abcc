"""The pages of the dashboard and their addresses."""

from __future__ import annotations

from tests.live import ROOT, Server

START = "overview"
PAGES = sorted({path.stem for path in ROOT.glob("pages/*.py")} - {"__init__"})


def address(server: Server, page: str) -> str:
    """Return the address of a page; the start page has none of its own."""
    return f"{server.url}/{'' if page == START else page}"
