"""One number with its quote, its place in the article, and how to cite the article."""

from __future__ import annotations

import json

import polars as pl

from dashboard import citation, datasets, queries
from dashboard.accompany import Occasion

AROUND = 40
"""Characters of the article on either side of the sentence."""


def content(mention_id: str, occasion: Occasion) -> bytes | None:
    """The record as JSON; None for an unknown number."""
    found = datasets.frame("mentions").filter(pl.col("mention_id") == mention_id)
    if found.is_empty():
        return None
    mention = found.row(0, named=True)
    sources = datasets.frame("sources")
    source = sources.filter(pl.col("source_id") == mention["source_id"])
    article = source.row(0, named=True)
    text = queries.text(mention["source_id"])
    record = {
        **mention,
        "quote": text[mention["sentence_start"] : mention["sentence_end"]],
        "context": _context(text, mention["sentence_start"], mention["sentence_end"]),
        "article": article,
        "citation": citation.styles(citation.article(article), occasion.accessed),
        "page": f"{occasion.base}/evidence?mention={mention_id}",
        "address": f"{occasion.base}/api/v1/evidence/{mention_id}.json",
    }
    return json.dumps(record, ensure_ascii=False, indent=2).encode()


def _context(text: str, start: int, end: int) -> dict[str, str]:
    return {
        "before": text[max(0, start - AROUND) : start],
        "after": text[end : end + AROUND],
    }
