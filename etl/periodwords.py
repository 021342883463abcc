"""The period words of rules/lexicon/periods.yaml, compiled for one pass over a text."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from typing import Literal

import yaml
from pydantic import BaseModel, ConfigDict

from etl.paths import LEXICON

Role = Literal[
    "span", "plan", "since", "this_year_so_far", "stretch", "recent", "since_event",
    "cycle", "school_year", "part", "none", "as_of", "year_end", "yearly", "day", "month",
    "bare_day", "year", "that_year", "this_year", "days_ago", "weekday", "months_ago",
    "undated", "that_day", "on_the_spot", "occasion", "now", "to_date", "then", "total", "back",
]  # fmt: skip
Nature = Literal[
    "flow", "occasion", "stock", "partner", "roll", "entitled", "issued", "title", "standard", "fixed"
]  # fmt: skip

NUMERAL = "[一二三四五六七八九十]"
SMALL = "\\d一二两三四五六七八九十"
FEASTS = "春元清端中国重五六七八十建新腊除"
SHORTHAND = {
    "{n}": f"(?:[{SMALL}]{{1,3}}|[几数半])",
    "{y}": "(?:(?:19|20)\\d\\d|[一二][〇零○一二三四五六七八九]{3})年",
    "{y0}": "(?:19|20)\\d\\d年?",
    "{rel}": "(?:今年|去年|前年|当年|同年)",
    "{mo}": f"(?:1[0-2]|0?[1-9]|{NUMERAL}{{1,2}})月",
    "{d}": f"(?:\\d{{1,2}}|{NUMERAL}{{1,3}})[日号]",
    "{dd}": "\\d{1,2}日",
    "{lunar}": "(?:腊月|正月)[初廿一二三四五六七八九十]{1,3}",
    "{in}": "[^，。；：、！？,;\\n]",
    "{feast}": (
        '[“"‘]?(?:春节|元旦|元宵|清明|端午|中秋|国庆|重阳|五一|六一|七一|八一|十一|建军|新春'
        '|腊八|除夕)(?:佳节|节)?[”"’]?(?:建军节)?'
    ),
}
COMPOUND = {
    "{year}": "(?:{y}|{rel})",
    "{day}": "{mo}(?:{d})?",
    "{date}": "(?:{y}|今年|去年|前年)(?:{mo}(?:{d})?)?",
}
STARTS = {"{n}": "0123456789一二两三四五六七八九十几数半", "{feasts}": FEASTS}
DIGIT_RUN = "(?<![0-9.])[0-9]"


class PeriodWord(BaseModel):
    """One way to state a period.

    `pattern` is a regular expression in the shorthand of the file's head; `starts` the
    characters it can begin with; `lead` stands for the words before it that belong to
    it and must be there. `examples` are found whole by this word, `counterexamples` not.
    """

    model_config = ConfigDict(frozen=True, extra="forbid")

    id: str
    role: Role
    starts: str
    pattern: str
    lead: str | None = None
    examples: tuple[str, ...]
    counterexamples: tuple[str, ...]


class PeriodLexicon(BaseModel):
    """The file: words in order of precedence, and how indicators are counted."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    words: tuple[PeriodWord, ...]
    traditional: str
    natures: dict[Nature, tuple[str, ...]]


@dataclass(frozen=True, slots=True)
class Finder:
    """The words by the character they begin with, each in order of precedence."""

    triggers: re.Pattern[str]
    by_start: dict[str, re.Pattern[str]]
    leads: dict[str, re.Pattern[str]]
    roles: dict[str, Role]

    def find(self, text: str) -> Iterator[tuple[int, Role, re.Match[str]]]:
        """Yield start with lead, role and match of each word, without overlaps."""
        end = 0
        for trigger in self.triggers.finditer(text):
            at = trigger.start()
            if at < end:
                continue
            match = self.by_start[trigger[0]].match(text, at)
            if match is None:
                continue
            name = match.lastgroup or ""
            start = self._start(text, name, at, end)
            if start is not None:
                end = match.end()
                yield start, self.roles[name], match

    def _start(self, text: str, name: str, at: int, end: int) -> int | None:
        """Return where the word begins with its lead, None where the lead is missing."""
        lead = self.leads.get(name)
        if lead is None:
            return at
        found = lead.search(text, max(end, at - 16), at)
        return found.start() if found else None


def expand(pattern: str) -> str:
    """Return the pattern with its shorthand written out."""
    for table in (COMPOUND, SHORTHAND):
        for name, meaning in table.items():
            pattern = pattern.replace(name, meaning)
    return pattern


def starts_of(word: PeriodWord) -> set[str]:
    """Return the characters that a word can begin with."""
    starts = word.starts
    for name, characters in STARTS.items():
        starts = starts.replace(name, characters)
    return set(starts)


@cache
def lexicon() -> PeriodLexicon:
    """Return the period lexicon, read and checked once."""
    path = LEXICON / "periods.yaml"
    return PeriodLexicon.model_validate(
        yaml.safe_load(path.read_text(encoding="utf-8"))
    )


@cache
def finder() -> Finder:
    """Return the compiled period words."""
    words = lexicon().words
    by_start: dict[str, re.Pattern[str]] = {}
    characters = sorted(set[str]().union(*map(starts_of, words)))
    for character in characters:
        fitting = [word for word in words if character in starts_of(word)]
        by_start[character] = one_of(fitting)
    others = "".join(c for c in characters if not c.isdigit())
    return Finder(
        triggers=re.compile(f"{DIGIT_RUN}|[{re.escape(others)}]", re.ASCII),
        by_start=by_start,
        leads={w.id: re.compile(expand(w.lead)) for w in words if w.lead},
        roles={w.id: w.role for w in words},
    )


def one_of(words: list[PeriodWord]) -> re.Pattern[str]:
    """Return one expression with a named group for each word, first one first."""
    return re.compile("|".join(f"(?P<{w.id}>{expand(w.pattern)})" for w in words))


@cache
def _traditional() -> tuple[re.Pattern[str], dict[int, int]]:
    """Return what finds traditional characters, and their simplified forms."""
    pairs = lexicon().traditional
    table = {
        ord(old): ord(new) for old, new in zip(pairs[::2], pairs[1::2], strict=True)
    }
    return re.compile(f"[{pairs[::2]}]"), table


def simplified(text: str) -> str:
    """Return a text of the same length with its period words in simplified print."""
    found, table = _traditional()
    return text.translate(table) if found.search(text) else text


@cache
def nature_of(indicator: str) -> Nature:
    """Return how an indicator is counted: flow, unless the file says otherwise."""
    for nature, ids in lexicon().natures.items():
        if indicator in ids:
            return nature
    return "flow"
