"""Which parts of a page a framed view shows: all, or those that its address names."""

from __future__ import annotations

from collections.abc import Mapping

import streamlit as st

from dashboard import choices

PARAMETER = "show"
PARTS: Mapping[str, Mapping[str, str]] = {
    "overview": {
        "figures": "embed.part_figures",
        "headlines": "overview.headlines",
        "silence": "overview.silence",
        "articles": "overview.articles_title",
    },
    "compare": {
        "chart": "embed.part_chart",
        "compared": "tiers.title",
        "table": "embed.part_table",
        "definition": "compare.definition",
        "quotes": "compare.writes",
        "cite": "cite.h_indicator",
    },
    "chart": {
        "chart": "embed.part_chart",
        "compared": "tiers.title",
        "table": "embed.part_table",
        "quotes": "compare.writes",
    },
    "benchmark": {
        "comparable": "benchmark.comparable",
        "indicative": "benchmark.indicative",
        "unsaid": "benchmark.unsaid",
        "apart": "benchmark.apart",
        "who": "benchmark.who",
    },
    "job_fairs": {},
    "assessment": {
        "by_category": "assessment.by_category",
        "category": "assessment.category",
    },
    "map": {"map": "embed.part_map", "table": "map.table"},
    "evidence": {
        "article": "embed.part_article",
        "ledger": "evidence.ledger",
        "corrections": "evidence.corrections",
        "cite": "cite.h_article",
    },
    "data": {},
    "methods": {},
}
"""Part to the key of its name, by page; pages that are not here cannot be framed by the
dialog."""
UNASKED: Mapping[str, tuple[str, ...]] = {"chart": ("chart",)}
"""What is shown where the address names nothing; elsewhere everything."""


def usual(page: str) -> tuple[str, ...]:
    """The parts that are shown where the address names none."""
    return UNASKED.get(page, tuple(PARTS[page]))


def wanted(page: str) -> tuple[str, ...]:
    """The parts to show; an unknown one is named, and outside a frame all are shown."""
    if page != "chart" and not st.context.is_embedded:
        return tuple(PARTS[page])
    asked = choices.several_from_url(PARAMETER, tuple(PARTS[page]))
    return asked or usual(page)
