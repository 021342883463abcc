"""The words around a file: its address, its name, a preview, what its columns mean."""

from __future__ import annotations

from collections.abc import Sequence

import polars as pl

from dashboard import datasets
from dashboard import format as fmt
from dashboard.evidence import Cell, Row
from dashboard.i18n import LANGUAGES, Language, translate

COLUMNS = (
    "table.city",
    "table.indicator",
    "table.reported",
    "table.value",
    "table.bounds",
    "table.unit",
    "table.period",
)
NUMBERS = ("table.value", "table.bounds")
"""Columns of the preview that hold numbers."""
DICTIONARY = ("column", "heading", "concept", "meaning")
SHOWN = 20
"""Rows of the preview."""


def language_of(headings: str) -> Language | None:
    """The language that headings are asked for in; None for the names of columns."""
    return next((language for language in LANGUAGES if language == headings), None)


def preview(
    frame: pl.DataFrame, language: Language
) -> tuple[list[tuple[str, bool]], list[list[Cell]]]:
    """Columns and rows of the first figures, each a door to its sentence."""
    columns = [(translate(language, key), key in NUMBERS) for key in COLUMNS]
    return columns, [
        _row(row, language) for row in frame.head(SHOWN).iter_rows(named=True)
    ]


def _row(row: Row, language: Language) -> list[Cell]:
    return [
        Cell(row["city"]),
        Cell(row[f"indicator_{language}"]),
        Cell(fmt.as_reported(row["surface"]), mention_id=row["observation_id"]),
        Cell(fmt.exact(row["value"])),
        Cell(fmt.exact_bounds(row["value_low"], row["value_high"])),
        Cell(fmt.unit(row["unit"], language)),
        Cell(fmt.period(fmt.Stretch.of(row), language)),
    ]


def dictionary(
    names: Sequence[str], language: Language
) -> tuple[list[tuple[str, bool]], list[list[Cell]]]:
    """Each column of the file with its heading and what it holds."""
    known = datasets.catalogue().columns
    heads = [(translate(language, f"file.{key}"), False) for key in DICTIONARY]
    rows = [
        [
            Cell(name),
            Cell(known[name].word(language)),
            Cell(known[name].concept),
            Cell(known[name].about(language)),
        ]
        for name in names
    ]
    return heads, rows
