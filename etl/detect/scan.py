"""Find every quantity of a text: number, hedges and unit word, with value and bounds.

The scan goes from one possible numeral to the next. At each it asks, in this order:
is it an idiom, a code, a date, a number? What it has read it never reads again, so that
time grows linearly with the text.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache

from etl.detect.acceptance import is_year, states_figure
from etl.detect.date_spans import match_date
from etl.detect.figures import Figure, Reading, negated
from etl.detect.folding import fold
from etl.detect.grammar import SCALE, START
from etl.detect.hedging import (
    AFTER,
    AFTER_PATTERN,
    BEFORE,
    NOTHING,
    Before,
    bounds,
    distant_hedge,
    means_the_last,
    read_before,
)
from etl.detect.lexicon import lexicon
from etl.detect.nonnumbers import (
    RATIO_MARKS,
    code_span,
    idiom_end,
    list_mark_end,
    ratio_end,
)
from etl.detect.ranges import with_upper_end
from etl.detect.reading import read_number
from etl.detect.signs import SIGN_LAST, with_sign
from etl.schema import Qualifier, Quantity

_ARABIC = frozenset("0123456789")
_BIG_SCALES = frozenset("百千万亿")
_MINUS = frozenset("-−－负")
_CURRENCIES = lexicon().classifiers.currency_before
_CURRENCY_LAST = frozenset(name[-1] for name in _CURRENCIES)


def find_quantities(text: str) -> list[Quantity]:
    """Return the quantities of a text, in order, none overlapping another.

    Args:
        text: any text, raw or folded; spaces and line breaks inside a number, and
            full-width signs, make no difference.

    Returns:
        Quantities whose `start` and `end` are offsets into `text`.
    """
    folded = fold(text)
    found = scan(folded.text)
    if len(folded.starts) == 1:
        return list(found)
    return [item.moved(*folded.span(item.start, item.end)) for item in found]


def scan(text: str) -> Iterator[Quantity]:
    """Yield the quantities of folded text; a line break ends every number."""
    position = 0
    while (start := START.search(text, position)) is not None:
        at = start.start()
        found, position = _read_at(text, at, position)
        if found is not None:
            yield found


def _read_at(text: str, at: int, floor: int) -> tuple[Quantity | None, int]:
    """Return the quantity at a numeral, if any, and where to read on."""
    arabic = text[at] in _ARABIC
    skip = _no_number(text, at, arabic=arabic)
    if skip is not None:
        return None, skip
    code = code_span(text, at) if arabic else None
    if code is not None:
        return _valueless(max(code[0], floor), code[1], "other", "code"), code[1]
    date = match_date(text, at)
    if date is not None:
        return _valueless(max(date[0], floor), date[1], "date", "date"), date[1]
    reading = read_number(text, at)
    if isinstance(reading, int):
        return None, reading
    if arabic and text[reading.end : reading.end + 1] in RATIO_MARKS:
        end = ratio_end(text, at)
        if end is not None:
            return _valueless(at, end, "other", "code"), end
    if arabic and at > floor and text[at - 1] in SIGN_LAST:
        reading = with_sign(text, reading, floor)
    return _weigh(text, reading, floor)


def _no_number(text: str, at: int, *, arabic: bool) -> int | None:
    """Return where to read on if an idiom or a list mark stands at a numeral."""
    if arabic:
        return list_mark_end(text, at) or idiom_end(text, at)
    if text[at] in _BIG_SCALES and read_before(text, at, scale_first=True).length:
        return None
    return idiom_end(text, at) or list_mark_end(text, at)


def _valueless(start: int, end: int, kind: str, unit: str) -> Quantity:
    """Return a date or a code: a span that is accounted for, without a value."""
    return Quantity(start, end, None, None, None, unit, "exact", kind)


def _weigh(text: str, reading: Reading, floor: int) -> tuple[Quantity | None, int]:
    """Return the quantity a reading states, if it states one, and where to read on."""
    before = read_before(text, reading.at, scale_first=text[reading.at] in SCALE)
    if before.length > reading.at - floor:
        before = NOTHING
    reading = with_upper_end(text, reading)
    if not states_figure(text, reading, before):
        return None, reading.end
    if not before.length and reading.figure.arabic and is_year(reading.figure):
        return _valueless(reading.at, reading.end, "date", "date"), reading.end
    if means_the_last(text, reading, before):
        before = NOTHING
    quantity = _quantity(text, reading, before, floor)
    return quantity, quantity.end


def _quantity(text: str, reading: Reading, before: Before, floor: int) -> Quantity:
    """Return the finished record: hedges read, bounds set, span widened to them."""
    at, end, figure = reading
    start = at - before.length
    sign = text[start - 1] if start > floor else ""
    after = AFTER_PATTERN.match(text, end)
    ordinal = sign == "第"
    negative = sign in _MINUS and sign != "" and _is_negative(text, start - 1)
    hedge = before.word or (after[0] if after else "")
    if not hedge and not ordinal and figure.exact and not before.head:
        hedge = distant_hedge(text, start)
    value, low, high, qualifier = _exactness(figure, hedge, before.head, negative)
    return Quantity(
        start - 1 if ordinal or negative else start,
        after.end() if after else end,
        value,
        low,
        high,
        _unit(text, start, figure, ordinal=ordinal),
        qualifier,
        "ordinal" if ordinal else figure.kind,
        figure.unit,
    )


def _unit(text: str, start: int, figure: Figure, *, ordinal: bool) -> str:
    """Return the generic unit; a currency may stand before the amount (港币20万元)."""
    if figure.generic == "CNY" and text[max(0, start - 1) : start] in _CURRENCY_LAST:
        for name, currency in _CURRENCIES.items():
            if text.endswith(name, 0, start):
                return currency
    return figure.generic or ("ordinal" if ordinal else "")


@lru_cache(maxsize=65536)
def _exactness(
    figure: Figure, hedge: str, head: str, negative: bool
) -> tuple[float, float, float | None, Qualifier]:
    """Return value, bounds and qualifier of a figure with the hedges around it."""
    number = negated(figure) if negative else figure.number
    words = BEFORE.get(hedge) or AFTER.get(hedge)
    limits = bounds(number, words, more=figure.more, head=head)
    high = None if limits.high is None else float(limits.high)
    return float(number.value), float(limits.low), high, limits.qualifier


def _is_negative(text: str, at: int) -> bool:
    """Tell whether a sign is a minus, and no dash between two numbers or letters."""
    before = text[at - 1] if at else " "
    return not (before.isalnum() and before.isascii()) and before not in "-—)）》"
