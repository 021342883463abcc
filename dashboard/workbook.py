"""A table as a workbook: a cover, the meaning of the columns, one table, no formula."""

from __future__ import annotations

import io
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime

import polars as pl
import xlsxwriter
from xlsxwriter.format import Format
from xlsxwriter.workbook import Workbook
from xlsxwriter.worksheet import Worksheet

from dashboard import datasets
from dashboard.export import safe
from dashboard.i18n import Language, translate

LONGEST = 32_767
"""Characters that a cell of a workbook holds."""
MOST_ROWS = 1_048_575
"""Rows that a sheet holds below its header."""
PIECE = 64 * 1024
OPTIONS = {
    "in_memory": True,
    "constant_memory": True,
    "strings_to_numbers": False,
    "strings_to_formulas": False,
    "strings_to_urls": False,
}
BORN = datetime(2000, 1, 1, tzinfo=UTC)
"""The workbook says its data version, not the moment of its making."""
WIDTHS: Mapping[str, int] = {"sentence": 60, "definition_zh": 50, "definition_en": 50}
USUAL = 14


@dataclass(frozen=True, slots=True)
class Cover:
    """What the first sheet says: a title, then lines of label and words."""

    title: str
    lines: Sequence[tuple[str, str]]


def pieces(
    frame: pl.DataFrame, cover: Cover, language: Language, *, words: bool
) -> Iterator[bytes]:
    """The workbook of a table whose columns are the codes of `datasets.yaml`.

    `words` puts headings and codes in words; without, they stay as they are.
    """
    buffer = io.BytesIO()
    with xlsxwriter.Workbook(buffer, OPTIONS) as book:
        book.set_properties({"title": cover.title, "created": BORN})
        _cover(book, cover, language)
        _notes(book, frame.columns, language, words=words)
        _table(book, frame, language, words=words)
    content = buffer.getbuffer()
    for start in range(0, len(content), PIECE):
        yield bytes(content[start : start + PIECE])


def _cover(book: Workbook, cover: Cover, language: Language) -> None:
    sheet = book.add_worksheet(translate(language, "file.sheet_cover"))
    sheet.set_column(0, 0, 18)
    sheet.set_column(1, 1, 100, book.add_format({"text_wrap": True}))
    _text(sheet, 0, 0, cover.title, book.add_format({"bold": True, "font_size": 16}))
    for row, (label, words) in enumerate(cover.lines, 2):
        _text(sheet, row, 0, label)
        _text(sheet, row, 1, words)


def _notes(
    book: Workbook, columns: Sequence[str], language: Language, *, words: bool
) -> None:
    sheet = book.add_worksheet(translate(language, "file.sheet_columns"))
    bold = book.add_format({"bold": True})
    sheet.set_column(0, 1, 22)
    sheet.set_column(2, 3, 60)
    sheet.freeze_panes(1, 0)
    for place, key in enumerate(("heading", "column", "meaning", "concept")):
        _text(sheet, 0, place, translate(language, f"file.{key}"), bold)
    for row, name in enumerate(columns, 1):
        column = datasets.catalogue().columns[name]
        heading = column.word(language) if words else name
        cells = (heading, name, column.about(language), column.concept)
        for place, cell in enumerate(cells):
            _text(sheet, row, place, cell)


def _table(
    book: Workbook, frame: pl.DataFrame, language: Language, *, words: bool
) -> None:
    sheet = book.add_worksheet(translate(language, "file.sheet_data"))
    for place, name in enumerate(frame.columns):
        sheet.set_column(place, place, WIDTHS.get(name, USUAL))
    shown = datasets.in_words(frame, language) if words else frame
    bold = book.add_format({"bold": True, "bottom": 1})
    for place, heading in enumerate(shown.columns):
        _text(sheet, 0, place, heading, bold)
    for row, cells in enumerate(shown.head(MOST_ROWS).iter_rows(), 1):
        for place, cell in enumerate(cells):
            _cell(sheet, row, place, cell)
    sheet.freeze_panes(1, 0)
    if frame.width:
        sheet.autofilter(0, 0, max(shown.height, 1), frame.width - 1)


def _cell(sheet: Worksheet, row: int, place: int, value: object) -> None:
    if value is None:
        return
    if isinstance(value, bool):
        sheet.write_boolean(row, place, value)
    elif isinstance(value, int | float):
        sheet.write_number(row, place, value)
    else:
        _text(sheet, row, place, str(value))


def _text(
    sheet: Worksheet, row: int, place: int, text: str, style: Format | None = None
) -> None:
    sheet.write_string(row, place, safe(text)[:LONGEST], style)
