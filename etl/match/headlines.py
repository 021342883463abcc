"""A number set before its line: 1312个：服务中心（站）挂牌1312个."""

from __future__ import annotations

from collections.abc import Sequence

from etl.match.passages import Passage
from etl.schema import Quantity, Verdict
from etl.structure import opens_line

COLONS = ("：", ":")


def with_headlines(page: Passage, verdicts: list[Verdict]) -> list[Verdict]:
    """Return the verdicts, a number set before its line counting what the line counts.

    The line says the number once more; what it counts there it counts before it too.
    """
    return [
        _of_line(page, index, verdicts) or verdict
        for index, verdict in enumerate(verdicts)
    ]


def _of_line(page: Passage, index: int, verdicts: Sequence[Verdict]) -> Verdict | None:
    """Return the verdict on the same number in the line that a number heads, if any."""
    quantity = page.quantities[index]
    if verdicts[index].reason != "not_listed" or not _heads(page.text, quantity):
        return None
    end = page.layout.paragraph(quantity.start)[1]
    for place in range(index + 1, len(verdicts)):
        later = page.quantities[place]
        if later.start >= end:
            return None
        if (later.value, later.unit) == (quantity.value, quantity.unit):
            return verdicts[place] if verdicts[place].indicator else None
    return None


def _heads(text: str, quantity: Quantity) -> bool:
    """Tell whether a number opens its line and a colon follows it."""
    return opens_line(text, quantity.start) and text.startswith(COLONS, quantity.end)
