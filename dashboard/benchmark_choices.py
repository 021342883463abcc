"""The choices of the benchmark page: city and peers; their codes stand in the URL."""

from __future__ import annotations

from typing import cast
from urllib.parse import urlencode

import polars as pl
import streamlit as st

from dashboard import choices
from dashboard.peers import COUNTS, DEFINITIONS, Choice, Definition
from dashboard.session import address, language, t


def focus(cities: pl.DataFrame) -> str:
    """The city that is compared: one of those read."""
    options = choices.city_names(cities)
    return choices.one("focus", t("benchmark.focus"), options, next(iter(options)))


def peers(others: pl.DataFrame) -> Choice:
    """Which peers, and what that definition asks for besides."""
    options = {code: t(f"benchmark.by_{code}") for code in DEFINITIONS}
    asked = choices.one_of_few("peers", t("benchmark.peers"), options, "level")
    definition = cast("Definition", asked)
    if definition == "nearest":
        return Choice(definition, count=_count())
    if definition == "picked":
        return Choice(definition, picked=_picked(others))
    return Choice(definition, picked=tuple(st.query_params.get_all("city")))


def _count() -> int:
    options = {str(count): str(count) for count in COUNTS}
    return int(choices.one("count", t("benchmark.count"), options, "5"))


def _picked(others: pl.DataFrame) -> tuple[str, ...]:
    options = dict(others.select("adcode", "name").iter_rows())
    return choices.many("city", t("benchmark.picked"), options, t("benchmark.pick"))


def brief_links(city: str, choice: Choice) -> None:
    """Where the brief of the city against these peers is: for Word, and for the printer."""
    asked = urlencode(_asked(choice), doseq=True)
    with st.container(horizontal=True):
        for suffix, name in (("docx", t("brief.word")), ("html", t("brief.print"))):
            st.link_button(name, address(f"api/v1/briefs/{city}.{suffix}?{asked}"))


def _asked(choice: Choice) -> dict[str, object]:
    """The parameters of a brief; those that say nothing are left out."""
    asked: dict[str, object] = {"peers": choice.definition, "lang": language()}
    if choice.definition == "nearest":
        asked["count"] = choice.count
    if choice.definition == "picked":
        asked["city"] = choice.picked
    return asked
