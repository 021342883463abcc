"""Numbers of things that the codebook does not list: they stand right beside the number."""

from __future__ import annotations

from functools import cache

from etl.match.passages import Passage
from etl.match.refusals import load_unlisted
from etl.match.sentences import Sentence
from etl.match.unknown_rates import is_unknown_rate
from etl.match.words import names
from etl.schema import Quantity, Reason
from etl.structure import starting

UNCOUNTED = ("CNY", "percent", "point", "ml")
"""Units of which nothing is counted: what follows them is no head noun."""
DESTINED = frozenset("进到赴往给向被上当")
"""What follows these is where the counted go, not what they are: 38名进入公务员队伍."""
LINKING = frozenset("由从共已达有为：:")
"""Characters across which a word still touches the number."""
LONGEST = 8
"""Characters before a number in which a word that touches it begins."""


def unlisted(
    page: Passage, sentence: Sentence, quantity: Quantity, best: int | None
) -> Reason | None:
    """Return the reason where the number counts a thing that the codebook does not list.

    Its unit word tells (五册), else the noun right behind it, else the one right before,
    unless that one names what the indicator that fits best counts (转移居民510人).

    Args:
        page: the document.
        sentence: the one of the number.
        quantity: the number.
        best: the indicator that fits it best, by its position, if any does.
    """
    if quantity.kind == "other":
        return None
    if is_unknown_rate(page, sentence, quantity):
        return "not_listed"
    reason = unlisted_units().get(quantity.classifier)
    if reason is not None or quantity.unit in UNCOUNTED:
        return reason
    return _behind(page, sentence, quantity, best)


@cache
def unlisted_units() -> dict[str, Reason]:
    """Return the unit words of things not listed, with the reason each gives."""
    things = load_unlisted()
    return {
        **dict.fromkeys(things.other.classifiers, "other"),
        **dict.fromkeys(things.not_listed.classifiers, "not_listed"),
        **dict.fromkeys(things.policy_text.classifiers, "policy_text"),
    }


def _behind(
    page: Passage, sentence: Sentence, quantity: Quantity, best: int | None
) -> Reason | None:
    """Return the reason of the thing behind the number, unless an indicator counts it."""
    if not any(word.unlisted for _, _, word in sentence.marked):
        return None
    right = sentence.clause(quantity.end)[1]
    reach = min(quantity.end + page.weights.reach, right)
    for start, _, word in page.cues.between(quantity.end, reach):
        if word.names or not DESTINED.isdisjoint(page.text[quantity.end : start]):
            return None
        if word.unlisted:
            return word.unlisted
    return _touching(page, sentence, quantity, best)


def _touching(
    page: Passage, sentence: Sentence, quantity: Quantity, best: int | None
) -> Reason | None:
    """Return the reason of the thing that the number touches: 课程12个, 银行由3家增至9家."""
    before = starting(sentence.marked, quantity.start - LONGEST, quantity.start)
    text = page.text
    touching = (
        word
        for _, end, word in before
        if LINKING.issuperset(text[end : quantity.start])
    )
    told = (word for word in touching if word.unlisted)
    first = next((word for word in told if best is None or not names(word, best)), None)
    return first.unlisted if first else None
