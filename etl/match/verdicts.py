"""Match quantities to indicators by the cues around them.

Each indicator is scored; the best one wins if it is clearly ahead. Else the number is
excluded for a named reason, and where two indicators fit about equally both are named.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from etl.locate import Whose
from etl.match.exclude import exclude
from etl.match.headlines import with_headlines
from etl.match.passages import Passage, prepare
from etl.match.ranking import Ranking, rank_all
from etl.match.scoring import count_cues
from etl.match.unlisted import unlisted
from etl.match.wholes import position_of, whole_of
from etl.schema import Quantity, Reason, Verdict
from etl.structure import Layout

Span = tuple[int, int]
AT_ONCE, PAIRS_AT_ONCE = 256, 50_000
"""So many numbers, and pairs of a number and a cue, are scored at once."""


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
    repeated = list(_repeated(quantities, duplicates))
    judged = [index for index, told in enumerate(repeated) if not told]
    asked = [quantities[index] for index in judged]
    page = prepare(text, quantities, layout, whose, asked)
    verdicts: list[Verdict] = []
    for stretch in in_hand(page, judged):
        _judge(page, stretch, verdicts)
    verdicts.extend(_told(quantities, range(len(verdicts), len(quantities))))
    return with_headlines(page, verdicts)


def _told(quantities: Sequence[Quantity], indices: Iterable[int]) -> Iterator[Verdict]:
    """Yield the verdicts on numbers that repeat earlier ones."""
    return (Verdict(None, "duplicate", quantities[index].unit) for index in indices)


def in_hand(page: Passage, judged: Sequence[int]) -> Iterator[list[int]]:
    """Yield the numbers to judge, so many at once as memory should hold."""
    stretch: list[int] = []
    pairs = 0
    for index, count in zip(judged, count_cues(page, judged), strict=True):
        if stretch and (len(stretch) >= AT_ONCE or pairs + count > PAIRS_AT_ONCE):
            yield stretch
            stretch, pairs = [], 0
        stretch.append(index)
        pairs += count
    if stretch:
        yield stretch


def _judge(page: Passage, stretch: Sequence[int], verdicts: list[Verdict]) -> None:
    """Add the verdicts on a stretch of numbers, and on repeated ones between them."""
    reasons: list[Reason | None] = [exclude(page, index) for index in stretch]
    kept = [index for index, why in zip(stretch, reasons, strict=True) if why is None]
    rankings = rank_all(page, kept) if kept else None
    place = 0
    for index, reason in zip(stretch, reasons, strict=True):
        quantity = page.quantities[index]
        verdicts.extend(_told(page.quantities, range(len(verdicts), index)))
        if reason or rankings is None:
            verdicts.append(Verdict(None, reason, quantity.unit))
            continue
        ranking = rankings.of(place, index, verdicts)
        verdicts.append(judge(page, index, ranking, verdicts))
        place += 1


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


def judge(
    page: Passage, index: int, ranking: Ranking, earlier: Sequence[Verdict]
) -> Verdict:
    """Return the verdict on one number, given the indicators that fit.

    Args:
        page: the document.
        index: the number.
        ranking: the indicators that fit it.
        earlier: the verdicts on the numbers before it.
    """
    quantity = page.quantities[index]
    reason: Reason | None = None
    if ranking.strongest < page.weights.unlisted:
        sentence = page.sentence(quantity.start)
        best = next(iter(ranking.indicators), None)
        reason = unlisted(page, sentence, quantity, best)
    if reason is None and ranking.strongest < page.weights.threshold:
        if whole := whole_of(page, index, earlier):
            return part_of(page, ranking, whole)
        reason = rest(quantity)
    if reason:
        return Verdict(None, reason, quantity.unit, rivals=ranking.names())
    return decide(page, quantity, ranking)


def part_of(page: Passage, ranking: Ranking, whole: str) -> Verdict:
    """Return the verdict on a part of a total that nothing else claims.

    Its lead is none, so that a review shows it.
    """
    unit = page.codebook.indicators[position_of(whole)].unit
    return Verdict(whole, None, unit, 0.0, (), ranking.names())


def decide(page: Passage, quantity: Quantity, ranking: Ranking) -> Verdict:
    """Return the best indicator, or none where another fits about as well."""
    margin = ranking.margin
    if margin < page.weights.margin:
        return Verdict(None, "other", quantity.unit, margin, rivals=ranking.names())
    best = page.codebook.indicators[ranking.indicators[0]]
    return Verdict(best.id, None, best.unit, margin, ranking.cues, ranking.names(1))


def rest(quantity: Quantity) -> Reason:
    """Return the reason for a number that no indicator claims."""
    if quantity.kind == "ordinal":
        return "date"
    return "other" if quantity.kind == "other" else "not_listed"
