"""Find the cue words of the codebook in a text, in one pass.

Every word is looked up once, however many indicators it speaks for. A word inside a longer
cue is no cue of its own (军转干部 inside 企业军转干部): the narrowest reading wins.
"""

from __future__ import annotations

from bisect import bisect_left
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import cache
from typing import NamedTuple

import ahocorasick_rs

from etl.codebook import Codebook, expand, load_codebook, load_concepts
from etl.normalise import normalise
from etl.refusals import load_exclusions, load_unlisted
from etl.structure import Layout
from etl.weights import load_weights

WHAT, DOING, ABOUT, UNLESS = range(4)
ROLES = {"what": WHAT, "doing": DOING, "about": ABOUT, "unless": UNLESS}
"""How a cue speaks for an indicator; in the order of the scoring table."""
SCOPES = ("clause", "sentence", "block")
"""How far the words that an indicator needs may stand."""


class Word(NamedTuple):
    """A cue word with everything it says."""

    text: str
    roles: tuple[tuple[int, int, float, bool], ...]
    """(indicator index, role, points, generic): what it says beside a number.

    A generic word is one that several indicators share in that role."""
    sentence_needs: frozenset[int]
    clause_needs: frozenset[int]
    block_needs: frozenset[int]
    flags: frozenset[str]
    """Groups of `Exclusions`, and "army" or "local"."""


@dataclass(frozen=True, slots=True)
class Hit:
    """A cue word at its place, with its ranks in the layout."""

    start: int
    end: int
    word: Word
    semicolon: int
    comma: int
    enumeration: int


class Lexicon(NamedTuple):
    """The words and the automaton that finds them."""

    words: tuple[Word, ...]
    automaton: ahocorasick_rs.AhoCorasick


GENERIC = 4
"""A word of so many indicators in one role tells little without another cue."""


def weigh(text: str, shared: int) -> float:
    """Return the weight of a word that `shared` indicators use in one role.

    Longer words are narrower (0.9 for two characters, up to 1.3), and a word that many
    indicators share tells little about any of them.
    """
    return (
        0.6 if len(text) == 1 else min(1.3, 0.7 + 0.1 * len(text))
    ) * shared ** -load_weights().rarity


@dataclass(slots=True)
class Says:
    """What a word says, while the codebook is gone through."""

    roles: set[tuple[int, int]] = field(default_factory=set[tuple[int, int]])
    """(indicator index, role)"""
    needs: dict[str, set[int]] = field(default_factory=dict[str, set[int]])
    """Indicators that need the word, by the reach of the need."""
    flags: set[str] = field(default_factory=set[str])


class Collected(dict[str, Says]):
    """What each word says, by the word as the logical text spells it."""

    def of(self, words: tuple[str, ...]) -> list[Says]:
        """Return the entries of some words of the codebook, made where there are none."""
        spelled = [normalise(word).text for word in expand(words)]
        return [self.setdefault(word, Says()) for word in spelled]


def _roles(
    text: str, pairs: set[tuple[int, int]]
) -> tuple[tuple[int, int, float, bool], ...]:
    """Return what a word says: indicator, role, points, and whether it is generic."""
    counts = Counter(role for _, role in pairs)
    return tuple(
        (
            index,
            role,
            load_weights().role(role) * weigh(text, counts[role]),
            counts[role] >= GENERIC,
        )
        for index, role in sorted(pairs)
    )


def _collect(codebook: Codebook) -> Collected:
    """Return what each word says: its roles, needs and flags."""
    says = Collected()
    for index, indicator in enumerate(codebook.indicators):
        for name, role in ROLES.items():
            for entry in says.of(getattr(indicator, name)):
                entry.roles.add((index, role))
        for scope in SCOPES:
            for entry in says.of(getattr(indicator.needs, scope)):
                entry.needs.setdefault(scope, set()).add(index)
    for flag, words in _flagged():
        for entry in says.of(words):
            entry.flags.add(flag)
    return says


def _flagged() -> Iterator[tuple[str, tuple[str, ...]]]:
    """Yield the groups of words that say the same of whatever number they stand by."""
    yield from load_exclusions()
    for reason, things in load_unlisted():
        yield f"unlisted:{reason}", things.words
    for flag in ("army", "local"):
        yield flag, load_concepts()[flag]


@cache
def load_lexicon() -> Lexicon:
    """Return all cue words of the codebook, compiled once."""
    says = _collect(load_codebook())
    words = tuple(
        Word(
            text=text,
            roles=_roles(text, entry.roles),
            sentence_needs=frozenset(entry.needs.get("sentence", ())),
            clause_needs=frozenset(entry.needs.get("clause", ())),
            block_needs=frozenset(entry.needs.get("block", ())),
            flags=frozenset(entry.flags),
        )
        for text, entry in sorted(says.items())
    )
    return Lexicon(words, ahocorasick_rs.AhoCorasick([w.text for w in words]))


def _owners(matches: list[tuple[int, int, int]]) -> list[tuple[int, int, int, int]]:
    """Add to each match the index of the longer word it lies in, or -1."""
    out: list[tuple[int, int, int, int]] = []
    reach, owner = -1, -1
    for index, start, end in sorted(matches, key=lambda m: (m[1], -m[2])):
        out.append((index, start, end, owner if end <= reach else -1))
        if end > reach and _names(index):
            reach, owner = end, index
    return out


@cache
def _names(index: int) -> bool:
    """Tell whether a word hides shorter ones: it names a thing, or is a mask."""
    return bool(_named_units(index)) or _is_mask(index)


@cache
def _is_mask(index: int) -> bool:
    """Tell whether a word hides all shorter ones inside it."""
    flags = load_lexicon().words[index].flags
    return "mask" in flags or any(flag.startswith("unlisted") for flag in flags)


@cache
def _named_units(index: int) -> frozenset[str]:
    """Return the units of the indicators that count what a word names."""
    indicators = load_codebook().indicators
    roles = load_lexicon().words[index].roles
    return frozenset(indicators[i].unit for i, role, *_ in roles if role == WHAT)


def find_cues(text: str, layout: Layout) -> list[Hit]:
    """Return the cues of a logical text, in order of their start.

    A word inside a longer one no longer names what indicators of that unit count, nor
    what is done to it; what it says as topic, against an indicator or as a need stays.
    """
    words, automaton = load_lexicon()
    matches = automaton.find_matches_as_indexes(text, overlapping=True)
    return [
        Hit(
            start,
            end,
            _inside(index, owner) if owner >= 0 else words[index],
            *layout.ranks(start),
        )
        for index, start, end, owner in _owners(matches)
    ]


@cache
def _inside(index: int, owner: int) -> Word:
    """Return what is left of a word inside a longer one."""
    word, indicators = load_lexicon().words[index], load_codebook().indicators
    hidden, units = _is_mask(owner), _named_units(owner)
    kept = tuple(
        entry
        for entry in word.roles
        if entry[1] in (ABOUT, UNLESS)
        or not (hidden or indicators[entry[0]].unit in units)
    )
    return word._replace(roles=kept, flags=frozenset())


def between(hits: list[Hit], starts: list[int], start: int, end: int) -> list[Hit]:
    """Return the hits that start within a stretch; `starts` are their sorted starts."""
    return hits[bisect_left(starts, start) : bisect_left(starts, end)]
