"""What changed from one version of the data to the next: tables and a readable file. Pure."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from typing import Any

import polars as pl

from dashboard import datasets
from dashboard import format as fmt
from dashboard import readme as markdown
from dashboard.evidence import Cell
from dashboard.i18n import Language, translate

Row = Mapping[str, Any]
Table = tuple[list[tuple[str, bool]], list[list[Cell]]]
KINDS = ("added", "removed", "changed")
VERSIONS = ("version_number", "version", "released", "observations", *KINDS)
SHOWN = 100
"""Changes that a page shows; the file has all."""


def versions(frame: pl.DataFrame, language: Language) -> Table:
    """Each version with its day and what it changed; `frame` is the dataset `versions`."""
    heads = datasets.headings(VERSIONS, language)
    texts = ("version", "released")
    columns = [(heads[name], name not in texts) for name in VERSIONS]
    rows = [
        [Cell("–" if row[name] is None else str(row[name])) for name in VERSIONS]
        for row in frame.iter_rows(named=True)
    ]
    return columns, rows


def last(frame: pl.DataFrame) -> pl.DataFrame:
    """The changes of the newest version that changed an observation."""
    return frame.filter(pl.col("version_number") == pl.col("version_number").max())


def changes(frame: pl.DataFrame, here: Collection[str], language: Language) -> Table:
    """The first changes; numbers that are still there (`here`) open their sentence."""
    keys = ("change", "city", "indicator", "number", "what")
    columns = [(translate(language, f"history.{key}"), False) for key in keys]
    rows = []
    for row in frame.head(SHOWN).iter_rows(named=True):
        code = row["observation_id"]
        door = code if code in here and row["change"] != "removed" else ""
        kind, city, indicator, number, what = _told(row, language)
        cells = [Cell(kind), Cell(city), Cell(indicator), Cell(number, mention_id=door)]
        rows.append([*cells, Cell(what)])
    return columns, rows


def _told(row: Row, language: Language) -> tuple[str, str, str, str, str]:
    """Kind of change, place, indicator, number as printed, what differs."""
    return (
        datasets.code_words("change", language)[row["change"]],
        row["city"] or row["adcode"],
        row[f"indicator_{language}"] or row["indicator"],
        fmt.as_reported(row["surface"]),
        translate(language, "history.apart").join(
            _difference(name, row, language)
            for name in row["fields"].split(";")
            if name
        ),
    )


def _difference(name: str, row: Row, language: Language) -> str:
    return translate(
        language,
        "history.difference",
        field=datasets.headings((name,), language)[name],
        before=_value(name, row[f"{name}_before"], language),
        after=_value(name, row[name], language),
    )


def _value(name: str, value: object, language: Language) -> str:
    if value is None:
        return translate(language, "history.nothing")
    if isinstance(value, float):
        return fmt.exact(value)
    known = datasets.code_words(
        datasets.catalogue().columns[name].codes or "-", language
    )
    return known.get(str(value), fmt.as_reported(str(value)))


def text(past: pl.DataFrame, changed: pl.DataFrame, language: Language) -> str:
    """All versions, the newest first, each with its changes: Markdown."""
    parts = [markdown.title(translate(language, "history.title"))]
    for version in past.iter_rows(named=True):
        mine = changed.filter(pl.col("version_number") == version["version_number"])
        key = "first" if version["added"] is None else "counts"
        words = translate(language, f"history.{key}", **version)
        lines = [_line(row, language) for row in mine.iter_rows(named=True)]
        body = [markdown.literal(words), *([markdown.items(lines)] if lines else [])]
        heading = translate(language, "history.heading", **version)
        parts.append(markdown.section(heading, *body))
    return "\n".join(parts)


def _line(row: Row, language: Language) -> str:
    kind, city, indicator, number, what = _told(row, language)
    words = {"kind": kind, "city": city, "indicator": indicator, "number": number}
    told = translate(language, "history.line", **words)
    return translate(language, "history.with", line=told, what=what) if what else told
