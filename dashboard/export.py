"""Frames as files that people open: CSV for Excel, without formulas."""

from __future__ import annotations

import polars as pl

BOM = "\ufeff"
FORMULA = ("=", "+", "-", "@", "\t", "\r", "\n", "|", "%")
"""First characters that a spreadsheet may take for a formula, or that hide one."""


def safe(text: str) -> str:
    """Text that no spreadsheet takes for a formula: an apostrophe goes before it."""
    return (
        f"'{text}" if text.lstrip(" \u3000\u00a0\ufeff").startswith(FORMULA) else text
    )


def csv(frame: pl.DataFrame) -> bytes:
    """UTF-8 with a byte-order mark, one header line, text cells free of formulas."""
    texts = [
        pl.col(name).map_elements(safe, return_dtype=pl.String)
        for name, kind in frame.schema.items()
        if kind == pl.String
    ]
    return (BOM + frame.with_columns(texts).write_csv()).encode()
