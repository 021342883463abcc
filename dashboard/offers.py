"""What a page offers to take away: files with their sizes, addresses, code, citations."""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache
from urllib.parse import urlencode

import streamlit as st

from dashboard import accompany, citation, database, datasets, selection
from dashboard.accompany import Occasion
from dashboard.api.tables import TYPES, pieces
from dashboard.i18n import Language
from dashboard.readme import STYLE_NAMES
from dashboard.selection import Selection
from dashboard.session import address, language, literal, t

SIZED = 3_000
"""Rows up to which every format is written to tell its size; beyond, on demand."""
KILO = 1024
PYTHON = (
    'import pandas as pd\n\nfigures = pd.read_csv("{url}", dtype={{"adcode": str}})'
)
R = (
    'figures <- read.csv("{url}",\n    fileEncoding = "UTF-8-BOM",\n'
    '    colClasses = c(adcode = "character"))'
)
FORMATS = {"csv": "CSV", "xlsx": "XLSX", "parquet": "Parquet", "json": "JSON"}


def occasion() -> Occasion:
    """This visit: the address of the server as the reader sees it, today."""
    return Occasion.now(address("").rstrip("/"))


def path(asked: Selection, suffix: str) -> str:
    """The address of a file, from the root of the server on."""
    given = {name: values for name, values in asked.filters.items() if values}
    query = urlencode(
        given | ({"lang": asked.language} if asked.language else {}), doseq=True
    )
    return f"api/v1/{asked.dataset}.{suffix}{'?' if query else ''}{query}"


@dataclass(frozen=True, slots=True)
class _File:
    """One file of one build: what the cache is keyed by."""

    build: database.Identity
    dataset: str
    filters: tuple[tuple[str, tuple[str, ...]], ...]
    language: Language | None
    suffix: str
    visit: Occasion


def _content(asked: Selection, suffix: str, visit: Occasion) -> bytes:
    filters = tuple((name, values) for name, values in asked.filters.items() if values)
    build = database.identity()
    return _written(_File(build, asked.dataset, filters, asked.language, suffix, visit))


@lru_cache(maxsize=32)
def _written(file: _File) -> bytes:
    asked = Selection(file.dataset, dict(file.filters), language=file.language)
    return b"".join(pieces(selection.rows(asked), asked, file.suffix, file.visit))


def size(count: int) -> str:
    """A size in bytes as people read it."""
    if count < KILO:
        return f"{count} B"
    if count < KILO * KILO:
        return f"{count / KILO:.0f} KB"
    return f"{count / KILO / KILO:.1f} MB"


def buttons(asked: Selection, rows: int) -> None:
    """One button a format; its size where it is quick to know."""
    visit = occasion()
    with st.container(horizontal=True, key="files"):
        for suffix, name in FORMATS.items():
            label = t("offer.download", format=name)
            if rows <= SIZED:
                label = f"{label} · {size(len(_content(asked, suffix, visit)))}"
            st.download_button(
                label,
                lambda suffix=suffix: _content(asked, suffix, visit),
                accompany.file_name(asked, visit.version, suffix),
                TYPES[suffix],
                on_click="ignore",
                key=f"file_{suffix}",
            )


def addresses(asked: Selection) -> None:
    """The address of the same rows, and how programs read it."""
    url = address(path(asked, "csv"))
    st.code(url, language=None)
    excel, python, r = st.tabs(["Excel", "Python", "R"])
    with excel:
        st.markdown(t("offer.excel"))
    with python:
        st.code(PYTHON.format(url=url), language="python")
    with r:
        st.code(R.format(url=url), language="r")


def tables() -> None:
    """The other tables and the package, each by its address."""
    for name, dataset in datasets.catalogue().datasets.items():
        links = " · ".join(
            f"[{words}]({address(f'api/v1/{name}.{suffix}')})"
            for suffix, words in FORMATS.items()
        )
        words, about = dataset.word(language()), dataset.about(language())
        st.markdown(f"**{literal(words)}**　{literal(about)}　{links}")
    package = address("api/v1/datapackage.zip")
    st.markdown(
        f"**[{literal(t('offer.package'))}]({package})**　{t('offer.package_note')}"
    )
    st.markdown(f"[OpenAPI]({address('api/v1/openapi.json')})　{t('offer.api_note')}")


def cite(work: citation.Work) -> None:
    """The three styles, each with a button to copy it."""
    cited = citation.styles(work, occasion().accessed)
    for tab, style in zip(st.tabs(list(STYLE_NAMES.values())), cited, strict=True):
        with tab:
            st.code(cited[style], language=None, wrap_lines=True)
