"""The hard conditions of an indicator: without them no points can win a number for it."""

from __future__ import annotations

from bisect import bisect_left

from etl.anchor import Page
from etl.codebook import Indicator
from etl.cues import between
from etl.exclude import is_growth
from etl.schema import Quantity

LIMITS = ("最高", "不超过", "最多", "上限", "封顶", "以内")
RUN_WORDS = ("连着", "接连", "一连", "连续", "蝉联", "连获", "连任", "连夺")
TITLES = ("model_city_titles", "model_city_run", "provincial_model_titles")


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
    if needs.clause and not has_need(
        page, page.layout.clause(quantity.start), "clause", key
    ):
        return False
    if needs.sentence and not _near(page, quantity, "sentence", key):
        return False
    return not needs.block or _near(page, quantity, "block", key)


def _near(page: Page, quantity: Quantity, scope: str, key: int) -> bool:
    """Tell whether a needed word stands in the block of a number, or in the title."""
    title = page.layout.paragraph(0)
    return has_need(page, _block(page, quantity), scope, key) or has_need(
        page, title, scope, key
    )


def has_need(page: Page, span: tuple[int, int], scope: str, key: int) -> bool:
    """Tell whether a word that an indicator needs starts within a span."""
    starts = page.needs.get((scope, key), ())
    first = bisect_left(starts, span[0])
    return first < len(starts) and starts[first] < span[1]


def _block(page: Page, quantity: Quantity) -> tuple[int, int]:
    """Return the paragraph of a number with the one before it."""
    start, end = page.layout.paragraph(quantity.start)
    return page.layout.paragraph(max(0, start - 1))[0], end


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
