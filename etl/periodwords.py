"""The period words of rules/lexicon/periods.yaml, compiled into one expression."""

from __future__ import annotations

import re
from functools import cache
from typing import Literal

import yaml
from pydantic import BaseModel, ConfigDict

from etl.paths import LEXICON

Role = Literal[
    "span", "plan", "since", "this_year_so_far", "stretch", "recent", "since_event",
    "cycle", "part", "none", "as_of", "year_end", "yearly", "day", "month", "bare_day",
    "year", "this_year", "days_ago", "weekday", "months_ago", "undated", "there",
    "occasion", "now", "then", "total", "back",
]  # fmt: skip
Nature = Literal["flow", "occasion", "stock", "issued", "title", "standard", "fixed"]

NUMERAL = "[一二三四五六七八九十]"
SHORTHAND = {
    "{n}": "(?:[\\d一二两三四五六七八九十]{1,3}|[几数半])",
    "{y}": "(?:(?:19|20)\\d\\d|[一二][〇零○一二三四五六七八九]{3})年",
    "{mo}": f"(?:(?<!\\d)(?:1[0-2]|0?[1-9])|{NUMERAL}{{1,2}})月",
    "{d}": f"(?:\\d{{1,2}}|{NUMERAL}{{1,3}})[日号]",
    "{dd}": "\\d{1,2}日",
    "{feast}": (
        '[“"]?(?:春节|元旦|元宵|清明|端午|中秋|国庆|重阳|五一|七一|八一|十一|建军|新春'
        '|腊八|小年|除夕)(?:佳节|节)?[”"]?(?:建军节)?'
    ),
}
COMPOUND = {
    "{year}": "(?:{y}|今年|去年|前年|当年|同年)",
    "{day}": "{mo}(?:{d})?",
    "{date}": "(?:{y}|今年|去年|前年)(?:{mo}(?:{d})?)?",
}


class PeriodWord(BaseModel):
    """One way to state a period.

    `pattern` is a regular expression in the shorthand of the file's head; `lead` one
    for the words before it that belong to it; `examples` must be found whole by this
    word, `counterexamples` must not be found by it.
    """

    model_config = ConfigDict(frozen=True, extra="forbid")

    id: str
    role: Role
    pattern: str
    lead: str | None = None
    examples: tuple[str, ...]
    counterexamples: tuple[str, ...]


class PeriodLexicon(BaseModel):
    """The file: words in order of precedence, and what is counted as what."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    words: tuple[PeriodWord, ...]
    natures: dict[Nature, tuple[str, ...]]


def expand(pattern: str) -> str:
    """Return the pattern with its shorthand written out."""
    for table in (COMPOUND, SHORTHAND):
        for name, meaning in table.items():
            pattern = pattern.replace(name, meaning)
    return pattern


@cache
def lexicon() -> PeriodLexicon:
    """Return the period lexicon, read and checked once."""
    path = LEXICON / "periods.yaml"
    return PeriodLexicon.model_validate(
        yaml.safe_load(path.read_text(encoding="utf-8"))
    )


@cache
def finder() -> re.Pattern[str]:
    """Return one expression with a named group for each period word."""
    words = lexicon().words
    return re.compile(
        "|".join(f"(?P<{word.id}>{expand(word.pattern)})" for word in words)
    )


@cache
def by_id() -> dict[str, PeriodWord]:
    """Return the period words by their id."""
    return {word.id: word for word in lexicon().words}


@cache
def leads() -> dict[str, re.Pattern[str]]:
    """Return the compiled leads by the id of their word."""
    return {w.id: re.compile(expand(w.lead)) for w in lexicon().words if w.lead}


@cache
def nature_of(indicator: str) -> Nature:
    """Return how an indicator is counted: flow, unless the file says otherwise."""
    for nature, ids in lexicon().natures.items():
        if indicator in ids:
            return nature
    return "flow"
