"""Indicators regrouped by the eight categories of the national assessment. Pure.

Only the names of the categories are known; no points are told, and none are made up.
"""

from __future__ import annotations

from typing import Any

import polars as pl

from dashboard.coverage import matrix
from dashboard.i18n import Language, translate

CATEGORIES = (1, 2, 3, 4, 5, 6, 7, 8)
NONE = 0
"""Indicators that belong to no category."""
HUE = 212


def name(category: int, language: Language) -> str:
    """The official wording; no number stands before what belongs to none."""
    return translate(language, f"assessment.category_{category}")


def by_category(frame: pl.DataFrame, language: Language) -> dict[str, Any]:
    """The values of templates/theme_matrix.html: cities by categories."""
    shown = frame.get_column("category").unique(maintain_order=True)
    return {
        "caption": translate(language, "assessment.by_category"),
        "city_word": translate(language, "table.city"),
        "themes": [{"name": name(code, language)} for code in shown],
        "rows": [
            {
                "city": group.item(0, "name"),
                "cells": [_count(row, language) for row in group.iter_rows(named=True)],
            }
            for group in frame.partition_by("adcode", maintain_order=True)
        ],
    }


def _count(row: dict[str, Any], language: Language) -> dict[str, Any]:
    return {
        "reported": row["reported"],
        "all": row["indicators"],
        "share": round(100 * row["reported"] / row["indicators"]),
        "hue": HUE,
        "words": translate(
            language,
            "overview.cell_theme",
            city=row["name"],
            theme=name(row["category"], language),
            reported=row["reported"],
            all=row["indicators"],
        ),
    }


def by_indicator(
    frame: pl.DataFrame, category: int, language: Language
) -> dict[str, Any]:
    """The values of templates/matrix.html: cities by the indicators of a category."""
    return matrix(frame, "", name(category, language), language)
