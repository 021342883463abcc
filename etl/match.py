"""Match quantities to indicators by the cues around them.

Each indicator is scored; the best one wins if it is clearly ahead. Else the number is
excluded for a named reason, and where two indicators fit about equally both are named.
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache

from etl.anchor import Page, accepted_by, anchor_of
from etl.codebook import Indicator, load_codebook
from etl.conditions import TITLES, actor, fits, has_need
from etl.cues import WHAT
from etl.exclude import exclude
from etl.schema import Quantity, Reason, Verdict
from etl.scoring import Score, prepare, score
from etl.unlisted import unlisted
from etl.weights import load_weights

LINKS = ("其中", "另有", "包括", "仅", "含")


def match(
    text: str,
    quantities: Sequence[Quantity],
    duplicates: Sequence[tuple[int, int]] = (),
) -> list[Verdict]:
    """Return one verdict per quantity of a logical text, in order.

    `duplicates` are stretches of the text that repeat earlier ones.
    """
    page = prepare(text, quantities)
    verdicts: list[Verdict] = []
    for index, quantity in enumerate(quantities):
        if any(start <= quantity.start < end for start, end in duplicates):
            verdicts.append(Verdict(None, "duplicate", quantity.unit))
        else:
            verdicts.append(judge(page, index, verdicts))
    return verdicts


def judge(page: Page, index: int, earlier: list[Verdict]) -> Verdict:
    """Return the verdict on one number, given those before it."""
    quantity = page.quantities[index]
    reason = exclude(page, index)
    if reason:
        return Verdict(None, reason, quantity.unit)
    ranking = rank(page, index, earlier)
    reason = unlisted(page, quantity, ranking[0][0] if ranking else 0.0)
    if reason:
        return Verdict(None, reason, quantity.unit, rivals=names(ranking))
    if not ranking or ranking[0][0] < load_weights().threshold:
        return Verdict(None, rest(quantity), quantity.unit, rivals=names(ranking))
    margin = ranking[0][0] - (ranking[1][0] if len(ranking) > 1 else 0.0)
    if margin < load_weights().margin:
        return Verdict(None, "other", quantity.unit, margin, rivals=names(ranking))
    best = load_codebook().indicators[ranking[0][1]]
    cues = tuple(cue for cue in ranking[0][2].cues[:3] if cue)
    return Verdict(best.id, None, best.unit, margin, cues, names(ranking[1:]))


def names(ranking: list[tuple[float, int, Score]]) -> tuple[str, ...]:
    """Return the ids of the first two of a ranking."""
    return tuple(load_codebook().indicators[i].id for _, i, _ in ranking[:2])


def rest(quantity: Quantity) -> Reason:
    """Return the reason for a number that no indicator claims."""
    if quantity.kind == "ordinal":
        return "date"
    return "other" if quantity.kind == "other" else "not_listed"


def rank(
    page: Page, index: int, earlier: list[Verdict]
) -> list[tuple[float, int, Score]]:
    """Return the indicators that fit one number, best first: (points, index, score)."""
    indicators = load_codebook().indicators
    anchor = anchor_of(page, index, accepted_by(page.quantities[index]))
    scores = score(page, index, anchor)
    inherit(
        page, index, earlier, scores, 1.0 if anchor.carry else load_weights().partly
    )
    ranking = [
        (cell.total() + extras(page, index, indicators[i]), i, cell)
        for i, cell in scores.items()
        if fits(page, index, indicators[i], i)
        and (
            indicators[i].id not in TITLES
            or cell.best[WHAT] > 0
            or page.quantities[index].kind == "run"
        )
    ]
    return sorted(ranking, key=lambda r: (-r[0], r[1]))


def inherit(
    page: Page,
    index: int,
    earlier: list[Verdict],
    scores: dict[int, Score],
    part: float,
) -> None:
    """Give a part of a total the indicator of the total: 其中二等功9份、三等功138份."""
    if index == 0 or not earlier[-1].indicator:
        return
    quantity, previous = page.quantities[index], page.quantities[index - 1]
    link = page.text[previous.end : quantity.start]
    if any(mark in link for mark in "。\n") or len(link) > 45:
        return
    parts = any(word in link for word in LINKS)
    joined = link[:1] in ("", "、", "和", "及", "与")
    if not parts and link and (part < 1.0 or not joined):
        return
    whole = load_codebook().get(earlier[-1].indicator)
    key = whole.id if quantity.unit == previous.unit else whole.twin
    if key:
        cell = scores.setdefault(_index_of(key), Score([0.0] * 4, [""] * 4))
        cell.best[0] = max(cell.best[0], 0.0) + part * load_weights().precedent


@cache
def _index_of(indicator: str) -> int:
    """Return the position of an indicator in the codebook."""
    return [i.id for i in load_codebook().indicators].index(indicator)


def extras(page: Page, index: int, indicator: Indicator) -> float:
    """Return the points for the unit word and for who acts."""
    quantity, w = page.quantities[index], load_weights()
    points = w.classifier * (quantity.classifier in indicator.classifiers)
    if indicator.classifiers and quantity.classifier not in (
        *indicator.classifiers,
        "",
        "个",
    ):
        points -= w.classifier
    if quantity.classifier == "个" and indicator.unit in ("person", "person_time"):
        points -= w.odd
    points += w.units.get(quantity.unit, 0.0) + w.units.get(quantity.kind, 0.0)
    key = _index_of(indicator.id)
    span = page.layout.sentence(quantity.start)
    if indicator.needs.sentence and not has_need(page, span, "sentence", key):
        points -= w.farther
    if indicator.actor:
        acting = actor(page, quantity)
        points += w.actor * (
            (acting == indicator.actor) - (acting not in ("", indicator.actor))
        )
    return points
