"""Frames as files: CSV for Excel without formulas, JSON, Parquet; piece by piece."""

from __future__ import annotations

import io
from collections.abc import Iterator

import polars as pl

BOM = "\ufeff"
FORMULA = ("=", "+", "-", "@", "＝", "＋", "－", "＠", "\t", "\r", "\n")
"""First characters that a spreadsheet may take for a formula, full-width ones too."""
UNSEEN = "\ufeff\u200b"
"""Characters without width that may stand before them."""
ROWS = 2_000
"""Rows of one piece of a streamed file."""


def safe(text: str) -> str:
    """Text that no spreadsheet takes for a formula: an apostrophe goes before it."""
    bare = text
    while bare != (shorter := bare.lstrip().lstrip(UNSEEN)):
        bare = shorter
    return f"'{text}" if bare.startswith(FORMULA) or text.startswith(FORMULA) else text


def _safe_cells(frame: pl.DataFrame) -> pl.DataFrame:
    texts = [
        pl.col(name).map_elements(safe, return_dtype=pl.String)
        for name, kind in frame.schema.items()
        if kind == pl.String
    ]
    return frame.with_columns(texts)


def csv_pieces(frame: pl.DataFrame, *, bom: bool = True) -> Iterator[bytes]:
    """UTF-8, one header line, text cells free of formulas; Excel needs the mark."""
    header = frame.clear().write_csv()
    yield (BOM + header if bom else header).encode()
    for part in frame.iter_slices(ROWS):
        yield _safe_cells(part).write_csv(include_header=False).encode()


def csv(frame: pl.DataFrame) -> bytes:
    """The whole CSV with its byte-order mark."""
    return b"".join(csv_pieces(frame))


def json_pieces(frame: pl.DataFrame) -> Iterator[bytes]:
    """An array of objects, one a row; an empty value is null."""
    yield b"["
    between = b""
    for part in frame.iter_slices(ROWS):
        if part.height:
            yield between + part.write_json().encode()[1:-1]
            between = b",\n"
    yield b"]\n"


def parquet_pieces(frame: pl.DataFrame) -> Iterator[bytes]:
    """One Parquet file."""
    buffer = io.BytesIO()
    frame.write_parquet(buffer)
    yield buffer.getvalue()
