"""The words of the screen: strings/zh.yaml and strings/en.yaml, the same keys in each."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from functools import cache
from pathlib import Path
from typing import Literal, cast

import yaml

Language = Literal["zh", "en"]
LANGUAGES: tuple[Language, ...] = ("zh", "en")
STRINGS = Path(__file__).with_name("strings")


def _flat(tree: Mapping[str, object], prefix: str = "") -> Iterator[tuple[str, str]]:
    for key, value in tree.items():
        if isinstance(value, Mapping):
            yield from _flat(cast("Mapping[str, object]", value), f"{prefix}{key}.")
        else:
            yield f"{prefix}{key}", str(value)


@cache
def words(language: Language) -> Mapping[str, str]:
    """All words of one language, by dotted key."""
    text = (STRINGS / f"{language}.yaml").read_text(encoding="utf-8")
    return dict(_flat(yaml.safe_load(text)))


def translate(language: Language, key: str, **values: object) -> str:
    """The words for a key with its placeholders filled.

    Raises:
        KeyError: the key or a placeholder's value is missing.
    """
    return words(language)[key].format(**values)
