"""What a web page says about itself: title, date, publisher, address; nothing guessed."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import PurePath

import trafilatura

from etl.errors import InputError
from etl.formats.html import decoded_page
from etl.sources import WEB_ADDRESS


@dataclass(frozen=True, slots=True)
class PageFacts:
    """What the head of a page states; None where it states nothing."""

    title: str | None = None
    published: str | None = None
    """YYYY-MM-DD."""
    publisher: str | None = None
    url: str | None = None
    """Whole, with its scheme and host."""


def page_facts(data: bytes, name: str) -> PageFacts:
    """Return what a page states about itself; nothing for a file of another format."""
    if PurePath(name).suffix.lower() not in (".html", ".htm"):
        return PageFacts()
    try:
        found = trafilatura.extract_metadata(decoded_page(data, name), extensive=False)
    except (InputError, ValueError, RecursionError):
        return PageFacts()
    return PageFacts(
        found.title or None,
        found.date or None,
        found.sitename or None,
        found.url if found.url and WEB_ADDRESS.fullmatch(found.url) else None,
    )
