"""What the data hold and what they do not: headline cards and coverage matrices.

Pure: frames and a language in, the values of a template out.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import polars as pl

from dashboard import datasets
from dashboard import format as fmt
from dashboard.evidence import GREY, Cell, Row
from dashboard.i18n import Language, translate
from dashboard.theme import hue

ARTICLE_COLUMNS = (
    "table.city",
    "table.article",
    "overview.published",
    "overview.basis",
    "overview.characters",
    "overview.counted",
)
NUMBERS = ("overview.characters", "overview.counted")
"""Columns of the list of articles that hold numbers."""


def _hue(theme: str) -> int:
    found = hue(theme)
    return GREY if found is None else found


def counts(run: Mapping[str, object], language: Language) -> dict[str, str]:
    """The size of the data in a few labelled figures."""
    return {
        translate(language, "overview.cities"): str(run["cities"]),
        translate(language, "overview.articles"): str(run["articles"]),
        translate(language, "overview.numbers"): str(run["mentions"]),
        translate(language, "overview.observations"): str(run["observations"]),
        translate(language, "overview.excluded"): str(run["excluded"]),
        translate(language, "overview.indicators"): translate(
            language,
            "overview.indicators_value",
            reported=run["indicators_reported"],
            all=run["indicators"],
        ),
    }


def cards(frame: pl.DataFrame, language: Language) -> list[dict[str, Any]]:
    """One card a theme: its most reported indicator, one figure a city."""
    found: dict[str, dict[str, Any]] = {}
    for row in frame.iter_rows(named=True):
        card = found.setdefault(
            row["theme"],
            {
                "theme": row[f"theme_{language}"],
                "hue": _hue(row["theme"]),
                "indicator": row["indicator"],
                "name": row[language],
                "figures": [],
            },
        )
        card["figures"].append(_figure(row, language))
    return list(found.values())


def _figure(row: Row, language: Language) -> dict[str, str]:
    when = fmt.period(fmt.Stretch.of(row), language)
    if row["place"]:
        part = translate(language, "compare.part", place=fmt.as_reported(row["place"]))
        when = f"{when} · {part}"
    return {
        "city": row["name"],
        "words": fmt.as_reported(row["surface"]),
        "period": when,
        "mention_id": row["mention_id"],
    }


def theme_matrix(frame: pl.DataFrame, language: Language) -> dict[str, Any]:
    """Cities by themes: how many of a theme's indicators each reports."""
    themes = frame.select("theme", language).unique(maintain_order=True)
    return {
        "caption": translate(language, "overview.by_theme"),
        "city_word": translate(language, "table.city"),
        "themes": [{"name": name} for name in themes.get_column(language)],
        "rows": [
            {
                "city": group.item(0, "name"),
                "cells": [_count(row, language) for row in group.iter_rows(named=True)],
            }
            for group in frame.partition_by("adcode", maintain_order=True)
        ],
    }


def _count(row: Row, language: Language) -> dict[str, Any]:
    share = round(100 * row["reported"] / row["indicators"]) if row["indicators"] else 0
    return {
        "reported": row["reported"],
        "all": row["indicators"],
        "share": share,
        "hue": _hue(row["theme"]),
        "words": translate(
            language,
            "overview.cell_theme",
            city=row["name"],
            theme=row[language],
            reported=row["reported"],
            all=row["indicators"],
        ),
    }


def matrix(
    frame: pl.DataFrame, theme: str, name: str, language: Language
) -> dict[str, Any]:
    """Cities by the indicators of one theme, with the kinds of report and of silence."""
    columns = frame.select("indicator", language).unique(maintain_order=True)
    return {
        "caption": translate(language, "overview.by_indicator", theme=name),
        "city_word": translate(language, "table.city"),
        "hue": _hue(theme),
        "columns": [{"id": code, "name": name} for code, name in columns.iter_rows()],
        "rows": [
            {
                "city": group.item(0, "name"),
                "cells": [_cell(row, language) for row in group.iter_rows(named=True)],
            }
            for group in frame.partition_by("adcode", maintain_order=True)
        ],
        "legend": list(datasets.code_words("coverage", language).items()),
    }


def _cell(row: Row, language: Language) -> dict[str, Any]:
    words = translate(
        language,
        "state.cell",
        city=row["name"],
        indicator=row[language],
        state=datasets.code_words("coverage", language)[row["state"]],
    )
    return {
        "state": row["state"],
        "mention_id": row["mention_id"] or "",
        "observations": row["observations"],
        "words": words,
    }


def articles(
    frame: pl.DataFrame, language: Language
) -> tuple[list[tuple[str, bool]], list[list[Cell]]]:
    """Columns and rows of the list of articles."""
    columns = [(translate(language, key), key in NUMBERS) for key in ARTICLE_COLUMNS]
    return columns, [_article(row, language) for row in frame.iter_rows(named=True)]


def _article(row: Row, language: Language) -> list[Cell]:
    title = row["title"] or translate(language, "evidence.untitled")
    return [
        Cell(row["city"]),
        Cell(
            " · ".join(filter(None, (title, row["publisher"]))), source=row["source_id"]
        ),
        Cell(row["published"] or "—"),
        Cell(row["published_basis"] or "—"),
        Cell(fmt.exact(row["characters"])),
        Cell(f"{row['observations']} / {row['mentions']}"),
    ]
