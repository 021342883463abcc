"""The tables of the methods page: reasons, thresholds, checks. Pure."""

from __future__ import annotations

import polars as pl

from dashboard import format as fmt
from dashboard.evidence import Cell
from dashboard.i18n import Language, translate

Table = tuple[list[tuple[str, bool]], list[list[Cell]]]


def _columns(language: Language, *keys: str) -> list[tuple[str, bool]]:
    numbers = ("methods.limit_value", "methods.failing")
    return [(translate(language, key), key in numbers) for key in keys]


def reasons(frame: pl.DataFrame, language: Language) -> Table:
    """Each reason of the gate and the tier that it makes."""
    rows = [
        [Cell(row[language]), Cell(row["tier"])] for row in frame.iter_rows(named=True)
    ]
    return _columns(language, "methods.reason", "methods.makes"), rows


def limits(frame: pl.DataFrame, language: Language) -> Table:
    """Each threshold of the gate."""
    rows = [
        [Cell(row[language]), Cell(fmt.exact(row["value"]))]
        for row in frame.iter_rows(named=True)
    ]
    return _columns(language, "methods.limit", "methods.limit_value"), rows


def checked(frame: pl.DataFrame, language: Language) -> str:
    """How many checks there are, and how many found something."""
    failing = frame.filter(pl.col("failing") > 0).height
    return translate(language, "methods.checked", all=frame.height, failing=failing)


def checks(frame: pl.DataFrame, language: Language) -> Table:
    """Each check of the build with the rows that failed it."""
    rows = [
        [Cell(row["name"]), Cell(row["rule"]), Cell(str(row["failing"]))]
        for row in frame.iter_rows(named=True)
    ]
    keys = ("methods.check", "methods.rule", "methods.failing")
    return _columns(language, *keys), rows
