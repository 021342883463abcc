"""YAML files of definitions: entries with their line, problems as sentences.

A definition file is a mapping with one key that holds a list of mappings. Each entry is
checked against a frozen pydantic model; nothing stops at the first problem.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from difflib import get_close_matches
from functools import partial
from pathlib import Path
from typing import Any, TypeVar, cast

import yaml
from pydantic import BaseModel, ValidationError
from pydantic_core import ErrorDetails

from etl.errors import InputError
from etl.yaml_tree import Keep, tree

Model = TypeVar("Model", bound=BaseModel)

# PyYAML carries no types.
construct: Any = yaml.SafeLoader.construct_document  # pyright: ignore[reportUnknownMemberType, reportUnknownVariableType]


@dataclass(frozen=True, slots=True)
class Entry:
    """One item of the list of a definition file, with the line it starts on."""

    path: Path
    line: int
    values: dict[str, object]

    def where(self) -> str:
        """Return the place in words, for the head of a problem sentence."""
        return f"{self.path.name}, line {self.line}"


def read_entries(path: Path, key: str) -> list[Entry]:
    """Return the entries of the list under `key`.

    Raises:
        InputError: The file is missing, not UTF-8, not YAML, or has another shape.
    """
    node = list_node(path, parse(path, partial(_item, path)), key)
    read = cast("list[_Item]", node.value)
    problems = [problem for item in read for problem in item.repeated]
    if problems:
        raise InputError(*problems)
    return [item.entry() for item in read]


@dataclass(frozen=True, slots=True)
class _Item:
    """What is kept of an item of the list, far less than its syntax tree."""

    repeated: Sequence[str]
    found: Entry | InputError

    def entry(self) -> Entry:
        if isinstance(self.found, InputError):
            raise self.found
        return self.found


def _item(path: Path, node: yaml.Node) -> _Item:
    repeated = [
        f"{path.name}, line {line}: the key {name!r} stands twice in one entry; "
        "delete one of them."
        for name, line in repeated_keys(node)
    ]
    try:
        return _Item(repeated, entry_of(path, node))
    except InputError as error:
        return _Item(repeated, error)


def parse(path: Path, keep: Keep | None = None) -> yaml.Node | None:
    """Return the syntax tree of a YAML file; of the items of its list what `keep` returns.

    Raises:
        InputError: The file cannot be read as UTF-8 text or is no YAML.
    """
    try:
        text = path.read_text(encoding="utf-8-sig")
    except FileNotFoundError:
        raise InputError(f"There is no file {path}; create it.") from None
    except (OSError, UnicodeDecodeError) as error:
        raise InputError(
            f"{path.name} is not readable as UTF-8 ({error}); save it as UTF-8 text."
        ) from None
    try:
        return tree(text, keep)
    except yaml.YAMLError as error:
        raise InputError(syntax_sentence(path, error)) from None


def syntax_sentence(path: Path, error: yaml.YAMLError) -> str:
    """Return a YAML syntax error as a sentence that names the line."""
    mark = getattr(error, "problem_mark", None) or getattr(error, "context_mark", None)
    place = f", line {mark.line + 1}, column {mark.column + 1}" if mark else ""
    problem = getattr(error, "problem", None) or str(error)
    return (
        f"{path.name}{place}: not valid YAML ({problem}); check the indentation, "
        "the colon after the key and the quotes there and in the line before."
    )


def list_node(path: Path, root: yaml.Node | None, key: str) -> yaml.SequenceNode:
    """Return the list under the only top-level key.

    Raises:
        InputError: The file does not have this shape, or the list is empty.
    """
    found = dict(scalar_items(root))
    unknown = [name for name in found if name != key]
    node = found.get(key)
    if unknown:
        names = ", ".join(map(repr, unknown))
        raise InputError(f"{path.name}: unknown top-level key {names}; use {key!r}.")
    if not isinstance(node, yaml.SequenceNode) or not node.value:
        raise InputError(
            f"{path.name} lists nothing: it needs a key {key!r} with at least one "
            "entry below it, each beginning with '- '."
        )
    return node


def scalar_items(node: yaml.Node | None) -> Iterator[tuple[str, yaml.Node]]:
    """Yield the keys of a mapping node, as text, with their value nodes."""
    if isinstance(node, yaml.MappingNode):
        for key, value in node.value:
            yield str(key.value), value


def repeated_keys(node: yaml.Node) -> Iterator[tuple[str, int]]:
    """Yield each key that a mapping holds more than once, with its later line."""
    seen: set[str] = set()
    if isinstance(node, yaml.MappingNode):
        for key, _ in node.value:
            if key.value in seen:
                yield str(key.value), key.start_mark.line + 1
            seen.add(key.value)


def entry_of(path: Path, node: yaml.Node) -> Entry:
    """Return one list item as an entry.

    Raises:
        InputError: The item is no mapping, or a value in it cannot be read.
    """
    line = node.start_mark.line + 1
    try:
        values: object = construct(yaml.SafeLoader(""), node)
    except (yaml.YAMLError, ValueError, OverflowError) as error:
        raise InputError(
            f"{path.name}, line {line}: a value cannot be read ({error}); "
            "put it in quotes."
        ) from None
    if not isinstance(values, dict):
        raise InputError(
            f"{path.name}, line {line}: an entry is a list of 'key: value' lines, "
            f"not {values!r}."
        )
    named = cast("dict[object, object]", values)
    return Entry(path, line, {str(key): value for key, value in named.items()})


def check(model: type[Model], entry: Entry, named: str) -> Model | list[str]:
    """Return the entry as a model, or the sentences that say what is wrong with it."""
    try:
        return model.model_validate(entry.values)
    except ValidationError as error:
        where = f"{entry.where()} ({named})"
        return [f"{where}: {sentence(model, part)}" for part in error.errors()]


def sentence(model: type[BaseModel], error: ErrorDetails) -> str:
    """Return one problem found by pydantic as the end of a sentence."""
    key = ".".join(map(str, error["loc"]))
    kind, value = error["type"], error.get("input")
    if kind == "extra_forbidden":
        return f"unknown key {key!r}; {known_keys(model, key)}"
    if kind == "missing":
        return f"the key {key!r} is missing; add it."
    if kind == "value_error":
        return f"{key} {error['msg'].removeprefix('Value error, ')}."
    if kind == "string_type":
        return f"{key} is {value!r}, not text; put it in quotes."
    return f"{key} is {value!r}: {error['msg']}."


def known_keys(model: type[BaseModel], key: str) -> str:
    """Say which key was probably meant, else which there are."""
    close = get_close_matches(key, model.model_fields, n=1)
    if close:
        return f"did you mean {close[0]!r}?"
    return f"the keys are {', '.join(model.model_fields)}."
