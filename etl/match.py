"""Match quantities to indicators by the cues around them.

Each indicator is scored; the best one wins if it is clearly ahead. Else the number is
excluded for a named reason, and where two indicators fit about equally both are named.
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache
from typing import cast

from etl.codebook import Indicator, load_codebook
from etl.cues import WHAT, Hit, between, load_unlisted
from etl.exclude import exclude, is_growth
from etl.schema import Quantity, Reason, Verdict
from etl.scoring import Page, Score, accepted_by, anchor_of, prepare, score
from etl.weights import load_weights

UNCOUNTED = ("CNY", "percent", "point", "ml", "mu")
"""Units of which nothing is counted: what follows them is no head noun."""
LINKS = ("其中", "另有", "包括", "仅", "含")
LIMITS = ("最高", "不超过", "最多", "上限", "封顶", "以内")
RUN_WORDS = ("连着", "接连", "一连", "连续", "蝉联", "连获", "连任", "连夺")
TITLES = ("model_city_titles", "model_city_run", "provincial_model_titles")


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
    reason = unlisted(page, quantity, ranking)
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


def unlisted(
    page: Page, quantity: Quantity, ranking: list[tuple[float, int, Score]]
) -> Reason | None:
    """Return the reason where the number counts a thing that the codebook does not list.

    The thing stands right beside the number, and no indicator claims it more strongly.
    """
    strongest = ranking[0][0] if ranking else 0.0
    if strongest >= load_weights().unlisted:
        return None
    for reason, things in load_unlisted():
        if quantity.classifier in things.classifiers:
            return reason
    return beside(page, quantity)


def beside(page: Page, quantity: Quantity) -> Reason | None:
    """Return the reason of the unlisted thing right behind a count, or right before it."""
    if quantity.unit in UNCOUNTED:
        return None
    reach = quantity.end + load_weights().reach
    right = page.layout.clause(quantity.end)[1]
    for hit in between(page.hits, page.starts, quantity.end, min(reach, right)):
        if any(role == WHAT for _, role, *_ in hit.word.roles):
            return None
        if reason := _unlisted_reason(hit):
            return reason
    before = between(page.hits, page.starts, quantity.start - 8, quantity.start)
    touching = [hit for hit in before if hit.end == quantity.start]
    return next((reason for hit in touching if (reason := _unlisted_reason(hit))), None)


def _unlisted_reason(hit: Hit) -> Reason | None:
    """Return the reason that an unlisted thing names."""
    flags = [flag for flag in hit.word.flags if flag.startswith("unlisted:")]
    return cast("Reason", flags[0].removeprefix("unlisted:")) if flags else None


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


def fits(page: Page, index: int, indicator: Indicator, key: int) -> bool:
    """Tell whether the hard conditions of an indicator hold for a number."""
    return (
        _needs_met(page, index, indicator, key)
        and (indicator.growth == is_growth(page, page.quantities[index]))
        and _title_kind(page, page.quantities[index], indicator)
        and (not indicator.limit or _is_limit(page, page.quantities[index]))
    )


def _is_limit(page: Page, quantity: Quantity) -> bool:
    """Tell whether a number is a ceiling."""
    stretch = page.text[max(0, quantity.start - 12) : quantity.end]
    return quantity.qualifier == "at_most" or any(word in stretch for word in LIMITS)


def _title_kind(page: Page, quantity: Quantity, indicator: Indicator) -> bool:
    """Ordinals and runs count titles only; a run is a run, a count is a count."""
    if quantity.kind in ("ordinal", "run") and indicator.id not in TITLES:
        return indicator.id == "bulletins" and _counts_up_to(page, quantity)
    if indicator.id not in TITLES:
        return True
    before = page.text[max(0, quantity.start - 6) : quantity.start]
    is_run = quantity.kind == "run" or any(word in before for word in RUN_WORDS)
    if indicator.id == "provincial_model_titles":
        return True
    return is_run == (indicator.id == "model_city_run")


def _counts_up_to(page: Page, quantity: Quantity) -> bool:
    """Tell whether an issue number is a count: 编到第96期."""
    return page.text[quantity.start - 1 : quantity.start] in ("到", "至")


def _needs_met(page: Page, index: int, indicator: Indicator, key: int) -> bool:
    """Tell whether the words that an indicator needs stand in their reach."""
    needs, quantity = indicator.needs, page.quantities[index]
    if needs.clause and not _has(
        page, page.layout.clause(quantity.start), "clause_needs", key
    ):
        return False
    if needs.sentence and not _near(page, quantity, "sentence_needs", key):
        return False
    return not needs.block or _near(page, quantity, "block_needs", key)


def _near(page: Page, quantity: Quantity, need: str, key: int) -> bool:
    """Tell whether a needed word stands in the block of a number, or in the title."""
    title = page.layout.paragraph(0)
    return _has(page, _block(page, quantity), need, key) or _has(page, title, need, key)


def _has(page: Page, span: tuple[int, int], need: str, key: int) -> bool:
    """Tell whether a needed word starts within a span."""
    return any(
        key in getattr(h.word, need) for h in between(page.hits, page.starts, *span)
    )


def _block(page: Page, quantity: Quantity) -> tuple[int, int]:
    """Return the paragraph of a number with the one before it."""
    start, end = page.layout.paragraph(quantity.start)
    return page.layout.paragraph(max(0, start - 1))[0], end


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
    if indicator.needs.sentence and not _has(page, span, "sentence_needs", key):
        points -= w.farther
    if indicator.actor:
        acting = actor(page, quantity)
        points += w.actor * (
            (acting == indicator.actor) - (acting not in ("", indicator.actor))
        )
    return points


def actor(page: Page, quantity: Quantity) -> str:
    """Return who acts: the last of army and local named at the head of a clause."""
    start = page.layout.paragraph(quantity.start)[0]
    for hit in reversed(between(page.hits, page.starts, start, quantity.start)):
        for flag in ("army", "local"):
            if (
                flag in hit.word.flags
                and hit.start - page.layout.clause(hit.start)[0] <= 6
            ):
                return flag
    return ""
