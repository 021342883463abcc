"""The words of the number grammar, read from rules/lexicon/*.yaml and checked.

Every file loads into one frozen model; an unknown key or an empty word stops the run.
"""

from __future__ import annotations

from functools import cache
from pathlib import Path
from typing import Annotated, Literal

import yaml
from pydantic import BaseModel, ConfigDict, Field, ValidationError

from etl.errors import InputError
from etl.paths import LEXICON
from etl.schema import Qualifier

Word = Annotated[str, Field(min_length=1)]
Words = tuple[Word, ...]
Kind = Literal[
    "count",
    "money",
    "measure",
    "percent",
    "points",
    "ordinal",
    "run",
    "duration",
    "age",
    "anniversary",
    "other",
]


class _Rules(BaseModel):
    model_config = ConfigDict(frozen=True, extra="forbid")


class Numerals(_Rules):
    """numerals.yaml: the signs numbers are written with."""

    digits: dict[Word, int]
    scales: dict[Word, int]
    tens: dict[Word, int]
    financial_digits: dict[Word, int]
    financial_scales: dict[Word, int]
    more: dict[Word, Words]
    """Words that add less than a unit, with what must not follow each."""
    letter_scales: dict[Word, int]
    """Letters behind Arabic digits that stand for a scale (30w)."""
    several: dict[Word, Words]
    """Words for an unstated digit, with the characters that must not precede each."""
    reaching: dict[Word, Words]
    """Words that make a lone scale a number, with what must not precede each."""
    vague: dict[Word, int]
    """Numerals that name a round number loosely (百十)."""
    traditional: dict[Word, Word]
    """Signs of the traditional script, each with the simplified one it is read as."""


class Hedge(_Rules):
    """Words beside a number that say the same about it."""

    words: Words
    qualifier: Qualifier
    from_zero: bool = False
    """Whether nothing bounds the number from below (不到300 may be any less)."""


class Distant(_Rules):
    """Hedges that keep their force over the words before a number."""

    reach: int
    """How many characters may stand between a hedge of `anything` and the number."""
    anything: Words
    verbs: dict[Word, Words]
    """Hedges that reach over the given words only."""


class Recent(_Rules):
    """Unit words with which 近 means "the last", and when it does."""

    words: Words
    below: int
    followed_by: Words


class Hedges(_Rules):
    """hedges.yaml: how exact a number is."""

    before: tuple[Hedge, ...]
    after: tuple[Hedge, ...]
    not_after: dict[Word, Words]
    distant: Distant
    recent: Recent


class ClassifierGroup(_Rules):
    """Unit words that count the same generic unit."""

    unit: Word
    words: Words
    kind: Kind = "count"
    factor: float = 1
    chinese_only: bool = False
    arabic_only: bool = False


class Classifiers(_Rules):
    """classifiers.yaml: the unit words and what limits them."""

    groups: tuple[ClassifierGroup, ...]
    not_before: dict[Word, Words]
    chinese_not_before: dict[Word, Words]
    """As `not_before`, for Chinese numerals only (三级军士长)."""
    chinese_after: dict[Word, str]
    """The characters one of which must precede a Chinese numeral (兵分三路)."""
    currency_before: dict[Word, Word]
    """Currencies whose name may stand before the amount (港币20万元)."""
    currency_signs: dict[Word, Word]
    """Signs and codes of currencies, printed before the digits (￥5600)."""
    lone_scale: Words
    whole_only: Words
    """Unit words that make a name of a number with a decimal point (2.0版)."""
    before_only: dict[Word, Words]
    """What alone may follow a unit word, besides the end of the clause (12打鸡蛋)."""
    one: Words
    half: Words
    after_ge: Words


class Idioms(_Rules):
    """idioms.yaml: words that hold a numeral and state no number."""

    places: Words
    slogans: Words
    institutions: Words
    idioms: Words

    def all(self) -> Words:
        """Return the words of every group."""
        return self.places + self.slogans + self.institutions + self.idioms


class Lexicon(_Rules):
    """The four files together."""

    numerals: Numerals
    hedges: Hedges
    classifiers: Classifiers
    idioms: Idioms


def read_lexicon(folder: Path) -> Lexicon:
    """Return the lexicon of a folder.

    Raises:
        InputError: a file is missing, is no YAML, or breaks its model.
    """
    parts = {name: _read_yaml(folder / f"{name}.yaml") for name in Lexicon.model_fields}
    try:
        return Lexicon.model_validate(parts)
    except ValidationError as error:
        raise InputError(
            *(
                f"{folder.name}/{problem['loc'][0]}.yaml: "
                f"{'.'.join(map(str, problem['loc'][1:]))}: {problem['msg']}"
                for problem in error.errors()
            )
        ) from error


def _read_yaml(path: Path) -> object:
    try:
        return yaml.safe_load(path.read_text(encoding="utf-8"))
    except OSError as error:
        raise InputError(f"{path.name}: cannot be read ({error.strerror})") from error
    except yaml.YAMLError as error:
        raise InputError(f"{path.name}: is not valid YAML: {error}") from error


@cache
def lexicon() -> Lexicon:
    """Return the project's own lexicon, read once."""
    return read_lexicon(LEXICON)
