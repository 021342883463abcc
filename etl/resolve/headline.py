"""A headline tells a figure that the report dates: it takes the period from there."""

from __future__ import annotations

from collections.abc import Sequence

from etl.schema import Period, Quantity

FULL_STOP = "。"

Read = tuple[Period, str | None]


def end_of_head(text: str) -> int:
    """Return where the first line with a sentence begins; the headlines stand before."""
    stop = text.find(FULL_STOP)
    return text.rfind("\n", 0, stop) + 1 if stop >= 0 else 0


def with_headlines(
    text: str,
    quantities: Sequence[Quantity],
    indicators: Sequence[str | None],
    read: Sequence[Read],
) -> list[Read]:
    """Return the periods, those of headlines as the report dates the same figures.

    Args:
        text: the logical text.
        quantities: those found in it.
        indicators: the indicator of each, or None.
        read: period and place of each, as its own line tells them.
    """
    head = end_of_head(text)
    dated: dict[tuple[str, float | None], Period] = {}
    for quantity, indicator, (period, _) in zip(
        quantities, indicators, read, strict=True
    ):
        if indicator and quantity.start >= head:
            dated.setdefault((indicator, quantity.value), period)
    return [
        (dated.get((indicator, quantity.value), period), place)
        if indicator and quantity.start < head and period.text is None
        else (period, place)
        for quantity, indicator, (period, place) in zip(
            quantities, indicators, read, strict=True
        )
    ]
