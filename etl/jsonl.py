"""Mentions as JSON lines: what `extract` prints and `evaluate` compares."""

from __future__ import annotations

import json
from collections.abc import Iterable

from etl.schema import Mention

KEYS = (
    "doc",
    "start",
    "end",
    "surface",
    "sentence",
    "value",
    "value_low",
    "value_high",
    "unit",
    "qualifier",
    "indicator",
    "reason",
    "period_kind",
    "period_text",
    "period_start",
    "period_end",
    "place",
    "cues",
)
"""The keys of a line, in their order."""


def record(mention: Mention) -> dict[str, object]:
    """Return a mention under the keys of a JSON line, in their order."""
    period = mention.period
    values = (
        *(mention.doc, mention.start, mention.end, mention.surface, mention.sentence),
        *map(plain, (mention.value, mention.value_low, mention.value_high)),
        *(mention.unit, mention.qualifier, mention.indicator, mention.reason),
        *(period.kind, period.text, period.start, period.end),
        *(mention.place, list(mention.cues)),
    )
    return dict(zip(KEYS, values, strict=True))


def lines(mentions: Iterable[Mention]) -> str:
    """Return mentions as JSON Lines, one object a line, each line ended."""
    return "".join(
        json.dumps(record(mention), ensure_ascii=False) + "\n" for mention in mentions
    )


def plain(number: float | None) -> int | float | None:
    """Return a number as an integer where it is one: 1000, not 1000.0."""
    return int(number) if number is not None and float(number).is_integer() else number
