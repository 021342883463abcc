"""The words of the screen: the same in each language, each of them used."""

from __future__ import annotations

import ast
import re
import string

import pytest

from dashboard.i18n import LANGUAGES, translate, words
from etl.schema import PERIOD_KINDS, QUALIFIERS, REASONS
from tests.live import ROOT

SHOWN = [*ROOT.glob("pages/*.py"), *ROOT.glob("dashboard/**/*.py")]
NODES = [
    node for path in SHOWN for node in ast.walk(ast.parse(path.read_text("utf-8")))
]
WHOLE = {
    node.value
    for node in NODES
    if isinstance(node, ast.Constant) and isinstance(node.value, str)
}
PARTS = [
    node.values[0] if isinstance(node, ast.JoinedStr) else node.left
    for node in NODES
    if isinstance(node, ast.JoinedStr | ast.BinOp)
]
BEGUN = {
    str(part.value)
    for part in PARTS
    if isinstance(part, ast.Constant)
    and re.fullmatch(r"[a-z]+\.[a-z_]*", str(part.value))
}
"""Keys put together in code, such as f"unit.{code}": what stands before the brace."""


def placeholders(text: str) -> set[str]:
    return {name for _, name, _, _ in string.Formatter().parse(text) if name}


def is_used(key: str) -> bool:
    """Whether a key stands in the code, as a whole or begun there."""
    return key in WHOLE or any(key.startswith(start) for start in BEGUN)


def test_the_same_keys_in_each_language():
    assert words("zh").keys() == words("en").keys()


@pytest.mark.parametrize("key", words("zh"))
def test_the_same_placeholders_in_each_language(key):
    if key.startswith("date."):
        return
    assert placeholders(words("zh")[key]) == placeholders(words("en")[key])


@pytest.mark.parametrize("key", words("zh"))
def test_each_word_is_used(key):
    assert is_used(key)


@pytest.mark.parametrize("language", LANGUAGES)
def test_no_word_is_empty(language):
    assert [key for key, text in words(language).items() if not text.strip()] == []


def test_english_has_no_chinese():
    chinese = re.compile("[\u4e00-\u9fff]")
    assert [key for key, text in words("en").items() if chinese.search(text)] == []


def test_an_unknown_key_and_a_missing_value_are_errors():
    with pytest.raises(KeyError):
        translate("zh", "no.such.key")
    with pytest.raises(KeyError):
        translate("zh", "data.rows", rows=1)


def test_vocabularies_of_the_data_have_words():
    for group, codes in (
        ("kind", PERIOD_KINDS),
        ("qualifier", QUALIFIERS),
        ("reason", REASONS),
    ):
        assert {f"{group}.{code}" for code in codes} <= words("zh").keys()
