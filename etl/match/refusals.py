"""Words that keep a number out: plans, other places, and things that nobody lists."""

from __future__ import annotations

from functools import cache
from pathlib import Path
from typing import Literal

from pydantic import BaseModel, ConfigDict

from etl.codebook import read_yaml
from etl.paths import LEXICON

Group = Literal[
    "target",
    "plan",
    "per_head",
    "average",
    "growth",
    "story",
    "apart",
    "others",
    "general",
    "rule",
    "raised",
    "paid",
    "mask",
]
"""The names of the lists of `Exclusions`."""


class Exclusions(BaseModel):
    """Words that tell why a number is not the city's own achieved figure."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    target: tuple[str, ...]
    """Planned or expected."""
    plan: tuple[str, ...]
    """Words of the future that reach over the rest of the sentence."""
    per_head: tuple[str, ...]
    """A rate set for each person, household, month or case."""
    average: tuple[str, ...]
    """An average reached."""
    growth: tuple[str, ...]
    """A difference to another figure."""
    story: tuple[str, ...]
    """One person's story."""
    apart: tuple[str, ...]
    """The sentence says that the figure before is kept apart (不计在内)."""
    others: tuple[str, ...]
    """People whom 双拥 is not about."""
    general: tuple[str, ...]
    """A total of the whole place (总数), of those who serve only where it says so."""
    rule: tuple[str, ...]
    """The sentence lays down what is to be paid."""
    raised: tuple[str, ...]
    """Words before the new level of a rate (提高到)."""
    paid: tuple[str, ...]
    """The sentence tells what was paid: takes back `rule`."""
    mask: tuple[str, ...]
    """Longer words in which the above mean something else."""

    def words(self, group: Group) -> tuple[str, ...]:
        """Return the words of one list."""
        return getattr(self, group)


class Things(BaseModel):
    """Nouns and unit words of things that reports count and the codebook does not list."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    words: tuple[str, ...]
    classifiers: tuple[str, ...]


class Unlisted(BaseModel):
    """Things that no indicator counts, by the reason that the guide names."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    policy_text: Things
    not_listed: Things
    other: Things


@cache
def load_unlisted(path: Path = LEXICON / "unlisted.yaml") -> Unlisted:
    """Return the things not listed; ValidationError where the file is not well formed."""
    return Unlisted.model_validate(read_yaml(path))


@cache
def load_exclusions(path: Path = LEXICON / "exclusions.yaml") -> Exclusions:
    """Return the words that exclude; InputError where the file is not well formed."""
    return Exclusions.model_validate(read_yaml(path))
