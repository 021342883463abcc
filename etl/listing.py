"""Edit sources.yaml as a person would: add an entry at the end, take one out.

The file is edited as text, so that its comments and its order stay; adding an entry and
taking it out again gives back the same bytes.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import fields
from pathlib import Path
from typing import cast

import yaml

from etl.definitions import list_node, parse, scalar_items
from etl.errors import InputError
from etl.schema import Source

KEY = "sources"
NEW_LIST = (
    f"# The articles of this folder; see `SourceEntry` in etl/sources.py.\n\n{KEY}:\n"
)
ITEM = re.compile(r"(?m)^( *)- ")
ALWAYS = ("source_id", "adcode", "file", "published", "published_basis")
"""Keys that an entry states even where nothing is known."""


def with_entry(text: str, source: Source) -> str:
    """Return the text of a list with one more entry at its end."""
    first = ITEM.search(text)
    indent = first[1] if first else "  "
    values = {field.name: getattr(source, field.name) for field in fields(Source)}
    lines = (
        f"{indent}{'- ' if place == 0 else '  '}{key}: {scalar(value)}\n"
        for place, (key, value) in enumerate(values.items())
        if value is not None or key in ALWAYS
    )
    gap = "\n" if first else ""
    return text + ("" if text.endswith("\n") else "\n") + gap + "".join(lines)


def scalar(value: str | None) -> str:
    """Return a value as YAML writes it on one line, quoted where it must be."""
    if value is None:
        return "null"
    written = yaml.safe_dump(value, allow_unicode=True, width=10**9)
    line = written.removesuffix("...\n").strip()
    return line if "\n" not in line else yaml.safe_dump(value, width=10**9).strip()


def without_entry(path: Path, source_id: str) -> str:
    """Return the text of the list without one entry.

    Raises:
        InputError: No entry has the id, or it is the only one.
    """
    node = list_node(path, parse(path), KEY)
    ids = list(source_ids(node))
    if source_id not in ids:
        known = ", ".join(ids)
        raise InputError(f"No source is called {source_id!r}; there are {known}.")
    if len(ids) == 1:
        raise InputError(
            f"{source_id!r} is the only source of {path.name}; a list may not be empty."
        )
    lines = path.read_bytes().decode().splitlines(keepends=True)
    starts = [item_line(lines, item) for item in node.value] + [len(lines)]
    place = ids.index(source_id)
    start, end = starts[place], starts[place + 1]
    end = start + len(own_lines(lines[start:end])) if end < len(lines) else end
    while start and not lines[start - 1].strip():
        start -= 1
    return "".join(lines[:start] + lines[end:])


def source_ids(node: yaml.SequenceNode) -> Iterator[str]:
    """Yield the source_id of each item of the list, "" where it has none."""
    for item in cast("list[yaml.Node]", node.value):
        named = dict(scalar_items(item)).get("source_id")
        yield str(named.value) if isinstance(named, yaml.ScalarNode) else ""


def item_line(lines: list[str], item: yaml.Node) -> int:
    """Return the index of the line with the dash that begins an item."""
    line = item.start_mark.line
    while line and not lines[line].lstrip().startswith("-"):
        line -= 1
    return line


def own_lines(lines: list[str]) -> list[str]:
    """Return the lines of an item without the blanks and comments before the next."""
    while lines and (not lines[-1].strip() or lines[-1].lstrip().startswith("#")):
        lines = lines[:-1]
    return lines
