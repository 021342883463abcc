"""The words of rules/lexicon/subjects.yaml, compiled."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache

import yaml
from pydantic import BaseModel, ConfigDict

from etl.paths import LEXICON

LEVELS = "市县区旗州盟省"
"""The letters that administrative names end in."""


class SubjectCues(BaseModel):
    """The content of subjects.yaml; the file explains each field."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    before_level: tuple[str, ...]
    after_level: tuple[str, ...]
    own: tuple[str, ...]
    nation: tuple[str, ...]
    province: tuple[str, ...]
    region: tuple[str, ...]
    neighbours: tuple[str, ...]
    zones: tuple[str, ...]
    traps: tuple[str, ...]
    lead_in: str
    described: str
    longer_name: str
    acts: str
    from_there: str
    not_alone: str

    def own_words(self) -> tuple[str, ...]:
        """Return the words for the report's own place, of whatever level."""
        before = [word + level for word in self.before_level for level in LEVELS]
        after = [level + word for word in self.after_level for level in LEVELS]
        return (*before, *after, *self.own)


@dataclass(frozen=True, slots=True)
class Matchers:
    """The expressions, compiled."""

    lead_in: re.Pattern[str]
    longer_name: re.Pattern[str]
    acts: re.Pattern[str]
    from_there: re.Pattern[str]
    not_alone: re.Pattern[str]


@cache
def subject_cues() -> SubjectCues:
    """Return the words, read and checked once."""
    path = LEXICON / "subjects.yaml"
    return SubjectCues.model_validate(yaml.safe_load(path.read_text(encoding="utf-8")))


@cache
def matchers() -> Matchers:
    """Return the expressions, compiled once."""
    cues = subject_cues()
    return Matchers(
        lead_in=_lead_in(_joined(cues.lead_in), _joined(cues.described)),
        longer_name=re.compile(_joined(cues.longer_name)),
        acts=re.compile(cues.acts),
        from_there=re.compile(cues.from_there),
        not_alone=re.compile(cues.not_alone),
    )


def _lead_in(words: str, described: str) -> re.Pattern[str]:
    """Return what may open a clause before its place; one description at most.

    A description can hold the other words, so more of them could be read in too many ways.
    """
    return re.compile(f"(?:{words})*(?:(?:{described})(?:{words})*)?")


def _joined(pattern: str) -> str:
    """Return a pattern that the file breaks into lines as one."""
    return re.sub(r" (?=\|)", "", pattern)
