"""How well numbers are read, as `python -m etl evaluate` measured it. Pure."""

from __future__ import annotations

import json
from functools import cache
from pathlib import Path

from dashboard.evidence import Cell
from dashboard.i18n import Language, translate

FILE = Path(__file__).with_name("quality.json")
"""Written by `make golden` from what `python -m etl evaluate --json` prints."""
FIGURES = (
    "detect",
    "indicator_precision",
    "indicator_recall",
    "indicator_f1",
    "period_kind",
    "strict_f1",
)
"""Shares between 0 and 1 that the page shows."""


@cache
def measured() -> dict[str, dict[str, float]]:
    """The figures of each corpus, by its name."""
    return json.loads(FILE.read_text(encoding="utf-8"))


def table(language: Language) -> tuple[list[tuple[str, bool]], list[list[Cell]]]:
    """One row a corpus: documents, numbers, shares in percent."""
    names = ("corpus", "documents", "quantities", *FIGURES)
    columns = [
        (translate(language, f"methods.q_{name}"), name != "corpus") for name in names
    ]
    return columns, [_row(code, found, language) for code, found in measured().items()]


def _row(code: str, found: dict[str, float], language: Language) -> list[Cell]:
    return [
        Cell(translate(language, f"methods.corpus_{code}")),
        Cell(f"{found['documents']:.0f}"),
        Cell(f"{found['quantities']:.0f}"),
        *(Cell(f"{100 * found[name]:.1f}%") for name in FIGURES),
    ]
