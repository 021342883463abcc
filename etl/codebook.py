"""Load and check the codebook: what a report can state as a number, and how it is told.

An indicator is described as a reader would define it: what is counted, what is done, what
the sentence is about, what it must not be. Words written "@name" stand for a group of
etl/rules/lexicon/concepts.yaml.
"""

from __future__ import annotations

from functools import cache
from pathlib import Path
from typing import Literal, cast

import yaml
from pydantic import BaseModel, ConfigDict, Field, ValidationError, model_validator

from etl.errors import InputError
from etl.paths import CODEBOOK, LEXICON

Unit = Literal[
    "person",
    "person_time",
    "CNY",
    "event",
    "item",
    "percent",
    "point",
    "year",
    "household",
    "ml",
    "mu",
]
Measure = Literal["count", "money", "rate", "standard", "measure"]
Basis = Literal["reported", "per_year", "per_10k"]
BASES: dict[str, tuple[Basis, ...]] = {
    "count": ("reported", "per_year", "per_10k"),
    "money": ("reported", "per_year", "per_10k"),
    "measure": ("reported", "per_year"),
    "rate": ("reported",),
    "standard": ("reported",),
}
"""On which bases the figures of a measure are compared, unless its indicator says less."""


class Strict(BaseModel):
    """A frozen definition that forbids unknown keys."""

    model_config = ConfigDict(frozen=True, extra="forbid")


class Theme(Strict):
    """A group of indicators; `position` orders the themes on the screen."""

    id: str
    position: int
    zh: str
    en: str


class Example(Strict):
    """A sentence and the value this indicator takes in it; `why` where it takes none."""

    text: str
    value: float | None = None
    why: str | None = None

    @model_validator(mode="after")
    def _one_of_both(self) -> Example:
        if (self.value is None) == (self.why is None):
            raise ValueError("an example has a value, or a reason why it has none")
        return self


class Plausible(Strict):
    """The range outside which a value is reported to the maintainer."""

    low: float
    high: float


class Needs(Strict):
    """Words of which one must stand in the clause or the one before, sentence or block."""

    clause: tuple[str, ...] = ()
    sentence: tuple[str, ...] = ()
    block: tuple[str, ...] = ()
    never: tuple[str, ...] = ()
    """Words that must not stand in the sentence, up to its semicolons (选岗: its posts are
    no posts of a job fair)."""


class Indicator(Strict):
    """One thing that reports state as a number, with the cues that tell it."""

    id: str
    zh: str
    en: str
    definition_zh: str
    definition_en: str
    unit: Unit
    measure: Measure
    polarity: Literal[-1, 0, 1] = 0
    saturable: bool = False
    """A rate that everybody reports as 100 % says nothing about rank."""
    bases: tuple[Basis, ...]
    """What its figures are compared on: titles won are divided by nothing."""
    assessment: int | None = Field(default=None, ge=1, le=8)
    """The category of the official 双拥模范城 assessment (1 to 8)."""
    plausible: Plausible
    accept: tuple[str, ...] = ()
    """Generic units of the printed number, where they differ from `unit`."""
    classifiers: tuple[str, ...] = ()
    """Unit words that speak for this indicator (块 for plaques)."""
    what: tuple[str, ...]
    """What is counted: head nouns."""
    doing: tuple[str, ...] = ()
    """What is done to it: governing verbs."""
    about: tuple[str, ...] = ()
    """What the sentence is about."""
    unless: tuple[str, ...] = ()
    """Words that speak against it, the more the nearer they stand."""
    needs: Needs = Needs()
    actor: Literal["army", "local"] | None = None
    """Who acts: the armed forces, or the locality."""
    twin: str | None = None
    """The indicator of the other measure of one clause (253户449人)."""
    limit: bool = False
    """A ceiling: wants a number that is one (最高, 不超过)."""
    growth: bool = False
    """Takes percentages that are differences (每年提高10%)."""
    examples: tuple[Example, ...] = ()

    @model_validator(mode="before")
    @classmethod
    def _bases_of_its_measure(cls, given: object) -> object:
        if not isinstance(given, dict) or "bases" in given:
            return cast("object", given)
        entry = cast("dict[str, object]", given)
        return {**entry, "bases": BASES.get(str(entry.get("measure")), ())}

    @model_validator(mode="after")
    def _bases_fit(self) -> Indicator:
        if "reported" not in self.bases or set(self.bases) - set(BASES[self.measure]):
            raise ValueError(
                f"bases of a {self.measure} are reported and any of {BASES[self.measure]}"
            )
        return self


class Codebook(Strict):
    """All themes and indicators, in the order of the screen."""

    themes: tuple[Theme, ...]
    indicators: tuple[Indicator, ...]
    theme_of: dict[str, str]

    def get(self, indicator: str) -> Indicator:
        """Return an indicator by its id; KeyError where there is none."""
        return next(i for i in self.indicators if i.id == indicator)


class ThemeFile(Strict):
    """The contents of one file of etl/rules/codebook."""

    theme: Theme
    indicators: tuple[Indicator, ...]


def read_yaml(path: Path) -> object:
    """Return the contents of a YAML file; InputError names file and line of a typo."""
    try:
        return yaml.safe_load(path.read_text(encoding="utf-8"))
    except yaml.YAMLError as error:
        mark = getattr(error, "problem_mark", None)
        line = f", line {mark.line + 1}" if mark else ""
        raise InputError(
            f"{path.name}{line}: not readable as YAML ({error}); correct the line."
        ) from error


def _theme_file(path: Path) -> ThemeFile:
    """Return one checked file of the codebook."""
    try:
        return ThemeFile.model_validate(read_yaml(path))
    except ValidationError as error:
        problems = [
            f"{path.name}: {'.'.join(map(str, e['loc']))}: {e['msg']}; correct the entry."
            for e in error.errors()
        ]
        raise InputError(*problems) from error


@cache
def load_codebook(folder: Path = CODEBOOK) -> Codebook:
    """Return the codebook of a folder; InputError with all problems of its files."""
    files = sorted(
        (_theme_file(p) for p in folder.glob("*.yaml")), key=lambda f: f.theme.position
    )
    ids = [i.id for f in files for i in f.indicators]
    repeated = sorted({i for i in ids if ids.count(i) > 1})
    if repeated:
        raise InputError(
            *(f"{folder.name}: indicator {i} is defined twice." for i in repeated)
        )
    return Codebook(
        themes=tuple(f.theme for f in files),
        indicators=tuple(i for f in files for i in f.indicators),
        theme_of={i.id: f.theme.id for f in files for i in f.indicators},
    )


@cache
def load_concepts(path: Path = LEXICON / "concepts.yaml") -> dict[str, tuple[str, ...]]:
    """Return the groups of words by name."""
    groups = read_yaml(path)
    if not isinstance(groups, dict):
        raise InputError(f"{path.name}: expected groups of words, `name: [word, …]`.")
    named = cast("dict[object, list[object]]", groups)
    return {str(name): tuple(map(str, words)) for name, words in named.items()}


def expand(words: tuple[str, ...]) -> tuple[str, ...]:
    """Return the words with each "@name" replaced by the words of its group.

    Raises:
        InputError: where a group is not defined.
    """
    concepts = load_concepts()
    out: list[str] = []
    for word in words:
        if not word.startswith("@"):
            out.append(word)
        elif word[1:] in concepts:
            out.extend(concepts[word[1:]])
        else:
            raise InputError(f"codebook: {word} names no group of concepts.yaml.")
    return tuple(dict.fromkeys(out))
