"""Figures in brackets, and what is resolved of them."""

import re
from dataclasses import dataclass

from etl.resolve import resolve
from etl.resolve.periodwords import Nature, nature_of
from etl.schema import Quantity

MARKED = re.compile(r"\[([^\]]*)\]")
FLOW = "soldiers_placed"
STOCK = "service_stations"


@dataclass(frozen=True)
class Info:
    """An indicator as this step sees it."""

    id: str
    nature: Nature


def quantity(start: int, end: int, unit: str = "item") -> Quantity:
    return Quantity(start, end, 1.0, 1.0, None, unit, "exact")


def periods(
    marked: str, indicators: str, published: str | None = None
) -> list[tuple[str | None, str | None, str | None]]:
    """Return kind, start and end of each figure that stands in brackets."""
    text, spans = "", []
    for n, piece in enumerate(MARKED.split(marked)):
        if n % 2:
            unit = "CNY" if piece.endswith("元") else "item"
            spans.append(quantity(len(text), len(text) + len(piece), unit))
        text += piece
    ids = indicators.split()
    ids += ids[-1:] * (len(spans) - len(ids))
    infos = [None if id_ == "-" else Info(id_, nature_of(id_)) for id_ in ids]
    found = [period for period, _ in resolve(text, spans, infos, published)]
    return [(period.kind, period.start, period.end) for period in found]


def one(marked: str, indicator: str, published: str | None = None):
    [period] = periods(marked, indicator, published)
    return period
