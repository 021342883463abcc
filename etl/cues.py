"""Find the cue words of the codebook in a text, in one pass.

Every word is looked up once, however many indicators it speaks for. A word inside a longer
cue is no cue of its own (军转干部 inside 企业军转干部): the narrowest reading wins.
"""

from __future__ import annotations

from bisect import bisect_left
from collections import Counter
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import NamedTuple

import ahocorasick_rs
from pydantic import BaseModel, ConfigDict

from etl.codebook import Codebook, expand, load_codebook, load_concepts, read_yaml
from etl.normalise import normalise
from etl.paths import LEXICON
from etl.structure import Layout
from etl.weights import load_weights

WHAT, DOING, ABOUT, UNLESS = range(4)
ROLES = {"what": WHAT, "doing": DOING, "about": ABOUT, "unless": UNLESS}
"""How a cue speaks for an indicator; in the order of the scoring table."""


class Exclusions(BaseModel):
    """Words that tell why a number is not the city's own achieved figure."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    target: tuple[str, ...]
    """Planned or expected."""
    plan: tuple[str, ...]
    """Words of the future that reach over the rest of the sentence."""
    elsewhere: tuple[str, ...]
    """Another place, or the whole nation or province."""
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
    rule: tuple[str, ...]
    """The sentence lays down what is to be paid."""
    paid: tuple[str, ...]
    """The sentence tells what was paid: takes back `rule`."""
    own: tuple[str, ...]
    """The city's own total: takes back `elsewhere`."""
    mask: tuple[str, ...]
    """Longer words in which the above mean something else."""


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


def _roles(text: str, pairs: set[object]) -> tuple[tuple[int, int, float, bool], ...]:
    """Return what a word says: indicator, role, points, and whether it is generic."""
    counts = Counter(role for _, role in pairs)  # type: ignore[misc]
    return tuple(
        (
            index,
            role,
            load_weights().role(role) * weigh(text, counts[role]),
            counts[role] >= GENERIC,
        )
        for index, role in sorted(pairs)  # type: ignore[misc]
    )


@cache
def load_exclusions(path: Path = LEXICON / "exclusions.yaml") -> Exclusions:
    """Return the words that exclude; InputError where the file is not well formed."""
    return Exclusions.model_validate(read_yaml(path))


def _collect(codebook: Codebook) -> dict[str, dict[str, set[object]]]:
    """Return what each word says: its roles, needs and flags."""
    says: dict[str, dict[str, set[object]]] = {}

    def note(words: tuple[str, ...], kind: str, item: object) -> None:
        for word in expand(words):
            folded = normalise(word).text
            says.setdefault(folded, {}).setdefault(kind, set()).add(item)

    for index, indicator in enumerate(codebook.indicators):
        for name, role in ROLES.items():
            note(getattr(indicator, name), "roles", (index, role))
        for scope in ("clause", "sentence", "block"):
            note(getattr(indicator.needs, scope), scope, index)
    for flag, words in load_exclusions():
        note(words, "flags", flag)
    for reason, things in load_unlisted():
        note(things.words, "flags", f"unlisted:{reason}")
    for flag in ("army", "local"):
        note(load_concepts()[flag], "flags", flag)
    return says


@cache
def load_lexicon() -> Lexicon:
    """Return all cue words of the codebook, compiled once."""
    says = _collect(load_codebook())
    words = tuple(
        Word(
            text=text,
            roles=_roles(text, kinds.get("roles", set())),
            sentence_needs=frozenset(kinds.get("sentence", ())),  # type: ignore[arg-type]
            clause_needs=frozenset(kinds.get("clause", ())),  # type: ignore[arg-type]
            block_needs=frozenset(kinds.get("block", ())),  # type: ignore[arg-type]
            flags=frozenset(kinds.get("flags", ())),  # type: ignore[arg-type]
        )
        for text, kinds in sorted(says.items())
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
