"""The syntax tree of a YAML text, without the trees of the items of a long list."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import yaml
from yaml.composer import Composer

Keep = Callable[[yaml.Node], object]
"""Returns what stands in the tree for an item of the list under a top-level key."""

# PyYAML carries no types.
LOADER: Any = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
"""The one written in C where PyYAML has it: a list of 20,000 articles in seconds."""
COMPOSER: Any = Composer
ITEM = 2
"""How deep the items of the list are, below the list and the top."""


def tree(text: str, keep: Keep | None = None) -> yaml.Node | None:
    """Return the syntax tree of a text, None for an empty one.

    Each item of the list is handed to `keep` as soon as it is read, and what that returns
    is put in its place, so that a list holds no more memory than what is kept of it.

    Raises:
        yaml.YAMLError: The text is no YAML.
    """
    loader = LOADER(text) if keep is None else _Kept(text, keep)
    try:
        return loader.get_single_node()
    finally:
        loader.dispose()


class _Kept(LOADER):
    """Parses in C, but composes here, where each item can be taken as it comes."""

    check_node = COMPOSER.check_node
    get_node = COMPOSER.get_node
    get_single_node = COMPOSER.get_single_node
    compose_document = COMPOSER.compose_document
    compose_scalar_node = COMPOSER.compose_scalar_node
    compose_sequence_node = COMPOSER.compose_sequence_node
    compose_mapping_node = COMPOSER.compose_mapping_node

    def __init__(self, text: str, keep: Keep) -> None:
        LOADER.__init__(self, text)
        self.anchors: dict[str, yaml.Node] = {}
        self._depth = 0
        self._keep = keep

    def compose_node(self, parent: yaml.Node | None, index: object) -> object:
        self._depth += 1
        node = COMPOSER.compose_node(self, parent, index)
        self._depth -= 1
        item = self._depth == ITEM and isinstance(parent, yaml.SequenceNode)
        return self._keep(node) if item else node
