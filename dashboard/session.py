"""The run at hand: its language, its colours, and what its links carry on."""

from __future__ import annotations

import re
from typing import cast
from urllib.parse import urlsplit

import streamlit as st

from dashboard import i18n, theme

MARKS = re.compile(r"[!-/:-@\[-`{-~]")
"""ASCII punctuation: what Markdown may read as more than itself."""
LONGEST_ECHO = 60
"""Characters of an unknown value that a notice repeats."""


def language() -> i18n.Language:
    """The language of this run: the switch, else the URL, else Chinese."""
    chosen = st.session_state.get("lang") or st.query_params.get("lang")
    return cast("i18n.Language", chosen) if chosen in i18n.LANGUAGES else "zh"


def t(key: str, **values: object) -> str:
    """The words for a key in the language of this run."""
    return i18n.translate(language(), key, **values)


def mode() -> theme.Mode:
    """Light or dark, as the reader's browser shows the page."""
    return "dark" if st.context.theme.type == "dark" else "light"


def palette() -> theme.Palette:
    """The colours of this run."""
    return theme.PALETTES[mode()]


def tail() -> str:
    """What every link carries on: the language, when it is not the default."""
    return "" if language() == "zh" else f"&lang={language()}"


def carry(**parameters: str) -> dict[str, str]:
    """Query parameters of a link, with the language carried on."""
    return parameters if language() == "zh" else {**parameters, "lang": language()}


def address(path: str) -> str:
    """The absolute address of a path of this server, as the reader's browser sees it."""
    here = urlsplit(st.context.url or "http://localhost:8501/")
    return f"{here.scheme}://{here.netloc}/{path}"


def literal(text: str) -> str:
    """Text for Markdown: every mark is taken literally, breaks become blanks."""
    return MARKS.sub(r"\\\g<0>", " ".join(text.split()))


def echo(text: str) -> str:
    """A reader's own text for a notice: literal and cut."""
    return literal(text if len(text) <= LONGEST_ECHO else text[:LONGEST_ECHO] + "…")
