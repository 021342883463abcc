"""The pages in the order of the menu; a page whose file does not exist is left out."""

from __future__ import annotations

from pathlib import Path

import streamlit as st
from streamlit.navigation.page import StreamlitPage

from dashboard.session import t

PAGES = Path(__file__).resolve().parent.parent / "pages"
NAMES = (
    "overview",
    "compare",
    "benchmark",
    "job_fairs",
    "assessment",
    "map",
    "evidence",
    "read",
    "data",
    "methods",
    "chart",
)
"""File names in pages/, addresses and keys of the titles at once."""
HIDDEN = ("chart",)
"""Pages that the menu does not show: views for the pages of others."""


def build() -> dict[str, StreamlitPage]:
    """The pages that exist, by name, titled in the language of the run."""
    found = [name for name in NAMES if (PAGES / f"{name}.py").is_file()]
    return {name: _page(name) for name in found}


def _page(name: str) -> StreamlitPage:
    return st.Page(
        PAGES / f"{name}.py",
        title=t(f"menu.{name}"),
        url_path="" if name == "overview" else name,
        default=name == "overview",
        visibility="hidden" if name in HIDDEN else "visible",
    )
