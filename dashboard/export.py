"""Frames as files that people open: CSV for Excel, without formulas."""

from __future__ import annotations

import polars as pl

BOM = "\ufeff"
FORMULA = ("=", "+", "-", "@", "＝", "＋", "－", "＠", "\t", "\r", "\n")
"""First characters that a spreadsheet may take for a formula, full-width ones too."""
UNSEEN = "\ufeff\u200b"
"""Characters without width that may stand before them."""


def safe(text: str) -> str:
    """Text that no spreadsheet takes for a formula: an apostrophe goes before it."""
    bare = text
    while bare != (shorter := bare.lstrip().lstrip(UNSEEN)):
        bare = shorter
    return f"'{text}" if bare.startswith(FORMULA) or text.startswith(FORMULA) else text


def csv(frame: pl.DataFrame) -> bytes:
    """UTF-8 with a byte-order mark, one header line, text cells free of formulas."""
    texts = [
        pl.col(name).map_elements(safe, return_dtype=pl.String)
        for name, kind in frame.schema.items()
        if kind == pl.String
    ]
    return (BOM + frame.with_columns(texts).write_csv()).encode()
