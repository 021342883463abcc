"""Text for Markdown is taken literally."""

from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dashboard.session import LONGEST_ECHO, echo, literal


@given(st.text())
def test_no_mark_of_markdown_stands_bare(text):
    shown = literal(text)
    assert re.search(r"(?<!\\)(?:\\\\)*[*_`\[\]()<>#$|:~!]", shown) is None
    assert "\n" not in shown


@given(st.text())
def test_nothing_but_blanks_is_lost(text):
    assert re.sub(r"\\(.)", r"\1", literal(text)) == " ".join(text.split())


@pytest.mark.parametrize(
    "text", ["[x](javascript:alert(1))", "<script>", "$$x$$", ":red[x]"]
)
def test_known_tricks(text):
    assert literal(text).count("\\") >= 2


def test_an_echo_is_short():
    assert len(echo("啊" * 5000)) == LONGEST_ECHO + 1
