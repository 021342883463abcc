"""The sentences behind figures, as pages show them. Pure."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from dashboard import format as fmt
from dashboard.comparison import View, article, period
from dashboard.evidence import Row

QUOTED = 12
"""Sentences that stand under the table."""


def chosen(view: View, mention_id: str) -> list[Row]:
    """The figure of the mark that a reader selected; none for no mark."""
    return [row for row in view.rows if row["mention_id"] == mention_id]


def quotes(
    rows: Sequence[Row], sentences: Mapping[str, Row], view: View
) -> list[dict[str, Any]]:
    """What the cities write, with the number apart from the words around it.

    Args:
        rows: figures of the query `compare`.
        sentences: by mention_id, with what stands before and after the number.
        view: the comparison that they belong to.
    """
    return [_quote(row, sentences[row["mention_id"]], view) for row in rows]


def _quote(row: Row, sentence: Row, view: View) -> dict[str, Any]:
    before, after = fmt.excerpt(sentence["before"], sentence["after"])
    several = row["mentions"] > 1
    return {
        "city": row["city"],
        "period": period(row, view),
        "note": view.t("compare.mentions", count=row["mentions"]) if several else "",
        "before": before,
        "surface": row["surface"],
        "after": after,
        "mention_id": row["mention_id"],
        "article": article(row, view),
    }
