"""Figures that describe the place, its people or its past, and not its 双拥 work.

A report names them in passing: how many towns the county has, who joined the army in the
war, what another department counts.
"""

from __future__ import annotations

import re
from functools import cache
from pathlib import Path

from pydantic import BaseModel, ConfigDict

from etl.codebook import read_yaml
from etl.match.sentences import Sentence
from etl.paths import LEXICON
from etl.schema import Quantity, Reason

OPENING = 12
"""Characters into a sentence within which 全市 or a department opens it."""
STILL = re.compile("还有|仍有|尚有|还剩")
NOT_YET = re.compile("未|没|达不到|待[安解落]")
"""What stands before and behind those who wait: 还有47名随军家属未就业."""
RULED = 40
"""Characters before a number within which 辖 governs it."""


class Background(BaseModel):
    """Words of etl/rules/lexicon/background.yaml."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    whole: tuple[str, ...]
    """The whole place, or a department that serves everybody, at the head of a sentence."""
    field: tuple[str, ...]
    """Words, or parts of words, without which a sentence so opened is not about 双拥."""
    history: tuple[str, ...]
    """Times before the work that reports speak of."""
    districts: tuple[str, ...]
    """What a place is divided into."""
    rules: tuple[str, ...]
    """Verbs that tell what it is divided into."""


@cache
def load_background(path: Path = LEXICON / "background.yaml") -> Background:
    """Return the words; pydantic's ValidationError where the file is not well formed."""
    return Background.model_validate(read_yaml(path))


@cache
def pattern(name: str) -> re.Pattern[str]:
    """Return an expression for any word of one list."""
    words: tuple[str, ...] = getattr(load_background(), name)
    return re.compile("|".join(sorted(words, key=len, reverse=True)))


@cache
def _district() -> re.Pattern[str]:
    """Return the expression for a district right behind a number."""
    words = "|".join(sorted(load_background().districts, key=len, reverse=True))
    return re.compile(rf"(?:{words})(?![级委政])")


def background(text: str, sentence: Sentence, quantity: Quantity) -> Reason | None:
    """Return why a number is background, or None where it may be the report's own.

    Examples: 全县户籍人口56.8万人; 抗战时期全县有1.2万余子弟参军; 辖23个乡镇;
    还有47名随军家属未就业.
    """
    if (
        _is_history(text, sentence, quantity)
        or _is_district(text, sentence, quantity)
        or _is_everybody(text, sentence, quantity)
        or _is_lacking(text, sentence, quantity)
    ):
        return "not_listed"
    return None


def _is_history(text: str, sentence: Sentence, quantity: Quantity) -> bool:
    """Tell whether the sentence places a number in a war of the past."""
    return bool(pattern("history").search(text, sentence.start, quantity.start))


def _is_district(text: str, sentence: Sentence, quantity: Quantity) -> bool:
    """Tell whether a number counts the districts that the place is divided into."""
    if not _district().match(text, quantity.end):
        return False
    start = max(sentence.start, quantity.start - RULED)
    return bool(pattern("rules").search(text, start, quantity.start))


def _is_everybody(text: str, sentence: Sentence, quantity: Quantity) -> bool:
    """Tell whether a sentence speaks of everybody in the place: no word of 双拥 in it.

    Ordinals and runs are told apart elsewhere.
    """
    if quantity.kind in ("ordinal", "run"):
        return False
    opening = min(sentence.start + OPENING, quantity.start)
    if not pattern("whole").search(text, sentence.start, opening):
        return False
    return not pattern("field").search(text, sentence.start, sentence.end)


def _is_lacking(text: str, sentence: Sentence, quantity: Quantity) -> bool:
    """Tell whether a number counts those for whom the work is still to do."""
    start, end = sentence.clause(quantity.start)
    still = STILL.search(text, start, quantity.start)
    if still is None:
        return False
    waiting = NOT_YET.search(text, quantity.end, end)
    return bool(waiting or NOT_YET.search(text, start, still.start()))
