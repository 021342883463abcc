"""The period words of rules/lexicon/periods.yaml, compiled for one pass over a text."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from typing import Literal

import yaml
from pydantic import BaseModel, ConfigDict

from etl.paths import LEXICON

Role = Literal[
    "span", "plan", "since", "this_year_so_far", "stretch", "recent", "since_event",
    "cycle", "school_year", "part", "none", "as_of", "year_end", "yearly", "day",
    "month", "bare_day", "year", "that_year", "the_year", "this_year", "days_ago", "weekday",
    "months_ago", "undated", "that_day", "on_the_spot", "occasion", "now", "to_date",
    "then", "total", "back",
]  # fmt: skip
Nature = Literal[
    "flow", "occasion", "award", "stock", "partner", "roll", "entitled", "issued",
    "title", "standard", "fixed",
]  # fmt: skip
Cue = Literal[
    "running", "one_occasion", "names_event", "newly", "came_to_be", "sums_up",
    "whole", "planned", "grown_into", "first_time", "grown_from", "grown_to",
    "only", "on_roll", "at_work", "present", "takes_part", "times", "season_so_far",
    "naming", "provincial", "founded_after", "founded_before", "founded_in", "begun", "announces",
    "standing", "so_far", "heads", "heads_no_more",
]  # fmt: skip

NUMERAL = "[一二三四五六七八九十]"
SMALL = "\\d一二两三四五六七八九十"
DID = "共累先安培举投发为帮接办建开走送落兑组筹征引拨培募援捐救"
"""Characters that what was done over some years begins with: 四年安置52人."""
FEASTS = (
    "春节 元旦 元宵 清明 端午 中秋 国庆 重阳 五一 六一 七一 八一 十一 建军 新春 腊八 "
    "除夕 植树节"
)
NO_BREAK = "，。；：、！？,;:\\n\\d"
SHORTHAND = {
    "{n}": f"(?:[{SMALL}]{{1,3}}|[几数半])",
    "{y}": "(?:(?:19|20)\\d\\d|[一二][〇零○一二三四五六七八九]{3})年",
    "{y0}": "(?:19|20)\\d\\d年?",
    "{rel}": "(?:今年|去年|前年|当年|同年)",
    "{mo}": f"(?:1[0-2]|0?[1-9]|{NUMERAL}{{1,2}})月",
    "{d}": f"(?:\\d{{1,2}}|{NUMERAL}{{1,3}})[日号]",
    "{dd}": "\\d{1,2}日",
    "{lunar}": "(?:腊月|正月)[初廿一二三四五六七八九十]{1,3}",
    "{edge}": "(?:年[初底末]|[上中下]旬|[初底末])",
    "{season}": "[春夏秋冬][季天]",
    "{time}": "(?:凌晨|清晨|早晨|上午|中午|下午|傍晚|晚上?|夜[里间]|深夜)",
    "{to}": "(?:[至到~－-]|—+)",
    "{upto}": "(?:截[至止]?到?|到|(?<![自从年月日])至)",
    "{since}": "(?:以来(?![最首罕])|至今|算起)",
    "{ago}": "(?:(?:最近|近|过去|这|此前)的?)",
    "{eve}": "(?:小?长假|黄金周)?(?:前夕|期间|前后|当[天日]|那天|(?:来临|到来)之际)",
    "{word}": f"[^{NO_BREAK}]",
    "{nozi}": f"[^自{NO_BREAK}]",
    "{plain}": f"(?!“十)[^讯{NO_BREAK}]",
    "{did}": f"[{DID}]|全[市县区省]",
    "{feast}": f"[“‘]?(?:{'|'.join(FEASTS.split())})(?:佳节|节)?[”’]?(?:建军节)?",
}
COMPOUND = {
    "{year}": "(?:{y}|{rel})",
    "{day}": "{mo}(?:{d})?",
    "{date}": "(?:{y}|今年|去年|前年)(?:{mo}(?:{d})?)?",
}
DIGITS = "0123456789"
NUMERALS = f"{DIGITS}一二两三四五六七八九十几数半"
STARTS = {
    "自{n}": " ".join("自" + numeral for numeral in NUMERALS),
    "从{n}": " ".join("从" + numeral for numeral in NUMERALS),
    "{n}": " ".join(NUMERALS),
    "{digit}": " ".join(DIGITS),
    "{feasts}": FEASTS,
    "{quoted}": " ".join(quote + name[0] for quote in "“‘" for name in FEASTS.split()),
}
NUMERIC = (
    f"(?=[{SMALL}〇零○几数半]{{1,4}}[年月日号个多余季晃至到~－—时规”-]|[五六七八十]一)"
)
"""What a word that begins with a number needs ahead; most numbers are none."""
LONGEST_LEAD = 16


class PeriodWord(BaseModel):
    """One way to state a period.

    `patterns` are regular expressions in the shorthand of the file's head; `starts` the
    one or two characters that it can begin with; `lead` stands for the words before it
    that belong to it and must be there. `examples` are found whole by this word, and
    `counterexamples` are not.
    """

    model_config = ConfigDict(frozen=True, extra="forbid")

    id: str
    role: Role
    starts: str
    patterns: tuple[str, ...]
    lead: str | None = None
    examples: tuple[str, ...]
    counterexamples: tuple[str, ...]


class PeriodLexicon(BaseModel):
    """The file: words in order of precedence, cues, and how indicators are counted."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    words: tuple[PeriodWord, ...]
    cues: dict[Cue, str]
    natures: dict[Nature, tuple[str, ...]]


@dataclass(frozen=True, slots=True)
class Start:
    """What can begin with one character: which second ones, and the words."""

    seconds: frozenset[str] | None
    """None: any."""
    words: re.Pattern[str]


@dataclass(frozen=True, slots=True)
class Finder:
    """The words by the character they begin with, each in order of precedence."""

    triggers: re.Pattern[str]
    by_start: dict[str, Start]
    leads: dict[str, re.Pattern[str]]
    roles: dict[str, Role]

    def find(self, text: str) -> Iterator[tuple[int, Role, re.Match[str]]]:
        """Yield start with lead, role and match of each word, without overlaps."""
        end = 0
        for trigger in self.triggers.finditer(text):
            at = trigger.start()
            if at < end:
                continue
            match = self._match(text, at, trigger[0])
            if match is None:
                continue
            name = match.lastgroup or ""
            start = self._start(text, name, at, end)
            if start is not None:
                end = match.end()
                yield start, self.roles[name], match

    def _match(self, text: str, at: int, character: str) -> re.Match[str] | None:
        """Return the first word that begins here."""
        begin = self.by_start[character]
        if begin.seconds is not None and text[at + 1 : at + 2] not in begin.seconds:
            return None
        return begin.words.match(text, at)

    def _start(self, text: str, name: str, at: int, end: int) -> int | None:
        """Return where the word begins with its lead, None where the lead is missing."""
        lead = self.leads.get(name)
        if lead is None:
            return at
        found = lead.search(text, max(end, at - LONGEST_LEAD), at)
        return found.start() if found else None


def expand(pattern: str) -> str:
    """Return the pattern with its shorthand written out."""
    for table in (COMPOUND, SHORTHAND):
        for name, meaning in table.items():
            pattern = pattern.replace(name, meaning)
    return pattern


def starts_of(word: PeriodWord) -> list[str]:
    """Return the first characters, one or two, that a word can begin with."""
    starts = word.starts
    for name, characters in STARTS.items():
        starts = starts.replace(name, characters)
    return starts.split()


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
    characters = sorted({start[0] for word in words for start in starts_of(word)})
    by_start = {character: _start(character) for character in characters}
    return Finder(
        triggers=_triggers(by_start),
        by_start=by_start,
        leads={w.id: re.compile(expand(w.lead)) for w in words if w.lead},
        roles={w.id: w.role for w in words},
    )


def _triggers(by_start: dict[str, Start]) -> re.Pattern[str]:
    """Return what finds the places where a word can begin, judged by two characters."""
    alone = "".join(c for c, start in by_start.items() if start.seconds is None)
    seconds = frozenset[str]().union(*(s.seconds or () for s in by_start.values()))
    every, second = "".join(by_start), "".join(sorted(seconds))
    inside = "(?<![0-9.][0-9.])"  # no number begins inside another
    return re.compile(f"[{every}]{inside}(?:(?<=[{alone}])|(?=[{second}]))")


def _start(character: str) -> Start:
    """Return what can begin with a character."""
    begins = {
        w.id: [s for s in starts_of(w) if s[0] == character] for w in lexicon().words
    }
    words = [word for word in lexicon().words if begins[word.id]]
    tails = [start[1:] for word in words for start in begins[word.id]]
    return Start(
        seconds=frozenset(tails) if all(tails) else None,
        words=one_of(words, character),
    )


def one_of(words: Sequence[PeriodWord], character: str) -> re.Pattern[str]:
    """Return one expression with a named group for each word, first one first."""
    every = "|".join(f"(?P<{w.id}>{expand('|'.join(w.patterns))})" for w in words)
    ahead = NUMERIC if character in NUMERALS else ""
    return re.compile(f"{ahead}(?:{every})")


@cache
def cue(name: Cue) -> re.Pattern[str]:
    """Return what finds the words around a figure or date that bear on its period."""
    return re.compile(lexicon().cues[name])


@cache
def nature_of(indicator: str) -> Nature:
    """Return how an indicator is counted: flow, unless the file says otherwise."""
    for nature, ids in lexicon().natures.items():
        if indicator in ids:
            return nature
    return "flow"
