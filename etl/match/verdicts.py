"""Match quantities to indicators by the cues around them.

Each indicator is scored; the best one wins if it is clearly ahead. Else the number is
excluded for a named reason, and where two indicators fit about equally both are named.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from etl.locate import Whose
from etl.match.exclude import exclude
from etl.match.passages import Passage, prepare
from etl.match.ranking import Ranking, rank
from etl.match.unlisted import unlisted
from etl.schema import Quantity, Reason, Verdict
from etl.structure import Layout

Span = tuple[int, int]


def match(
    text: str,
    quantities: Sequence[Quantity],
    duplicates: Sequence[Span] = (),
    layout: Layout | None = None,
    whose: Sequence[Whose | None] = (),
) -> list[Verdict]:
    """Return one verdict per quantity of a logical text.

    Args:
        text: the logical text.
        quantities: those found in it, in order.
        duplicates: stretches of the text that repeat earlier ones.
        layout: the marks of the text, where they are known already.
        whose: the place that each quantity is about, if not the text's own.
    """
    page = prepare(text, quantities, layout, whose)
    verdicts: list[Verdict] = []
    for index, repeated in enumerate(_repeated(quantities, duplicates)):
        if repeated:
            verdicts.append(Verdict(None, "duplicate", quantities[index].unit))
        else:
            verdicts.append(judge(page, index, verdicts))
    return verdicts


def _repeated(
    quantities: Sequence[Quantity], duplicates: Sequence[Span]
) -> Iterator[bool]:
    """Yield for each number, in order, whether it starts in a repeated stretch."""
    spans = iter(sorted(duplicates))
    span, reach = next(spans, None), -1
    for quantity in quantities:
        while span is not None and span[0] <= quantity.start:
            reach, span = max(reach, span[1]), next(spans, None)
        yield quantity.start < reach


def judge(page: Passage, index: int, earlier: Sequence[Verdict]) -> Verdict:
    """Return the verdict on one number, given those before it."""
    quantity = page.quantities[index]
    reason = exclude(page, index)
    if reason:
        return Verdict(None, reason, quantity.unit)
    sentence = page.sentence(quantity.start)
    ranking = rank(page, sentence, index, earlier)
    if ranking.strongest < page.weights.unlisted:
        reason = unlisted(page, sentence, quantity)
    if reason is None and ranking.strongest < page.weights.threshold:
        reason = rest(quantity)
    if reason:
        return Verdict(None, reason, quantity.unit, rivals=ranking.names())
    return decide(page, quantity, ranking)


def decide(page: Passage, quantity: Quantity, ranking: Ranking) -> Verdict:
    """Return the best indicator, or none where another fits about as well."""
    margin = ranking.margin
    if margin < page.weights.margin:
        return Verdict(None, "other", quantity.unit, margin, rivals=ranking.names())
    place = ranking.indicators[0]
    best, cues = page.codebook.indicators[place], ranking.tally.cues(place)
    return Verdict(best.id, None, best.unit, margin, cues, ranking.names(1))


def rest(quantity: Quantity) -> Reason:
    """Return the reason for a number that no indicator claims."""
    if quantity.kind == "ordinal":
        return "date"
    return "other" if quantity.kind == "other" else "not_listed"
