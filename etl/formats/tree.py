"""What the readers use of lxml, which carries no types: for html and docx alike."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Protocol


class Node(Protocol):
    """An element of a parsed page or document."""

    tag: str
    text: str | None

    def __iter__(self) -> Iterator[Node]:
        """Iterate over the elements directly inside."""
        ...

    def iter(self, *tags: str) -> Iterator[Node]:
        """Iterate over this element and all inside it, of some tags or of any."""
        ...

    def iterdescendants(self, *tags: str) -> Iterator[Node]:
        """Iterate over all elements inside, of some tags or of any."""
        ...

    def iterancestors(self, *tags: str) -> Iterator[Node]:
        """Iterate over the elements around, the nearest first."""
        ...

    def text_content(self) -> str:
        """Return all text inside; html only."""
        ...

    def drop_tree(self) -> None:
        """Take the element out of the page; html only."""
        ...
