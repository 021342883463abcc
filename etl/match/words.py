"""The cue words of the codebook: what each says, and the automaton that finds them.

Every word is looked up once, however many indicators it speaks for.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Container, Iterable, Iterator
from dataclasses import dataclass, field
from functools import cache
from typing import NamedTuple, get_args

import ahocorasick_rs

from etl.codebook import Indicator, expand, load_codebook, load_concepts
from etl.match.refusals import Group, load_exclusions, load_unlisted
from etl.match.weights import load_weights
from etl.normalise import normalise
from etl.schema import Reason

WHAT, DOING, ABOUT, UNLESS = range(4)
"""How a cue speaks for an indicator: names what is counted, what is done, the topic, or
speaks against it. In the order of the scoring table."""
ROLES = 4
ARMY, LOCAL = 1, 2
"""Flags of the words for who acts."""
FLAGS: dict[Group, int] = {
    group: 4 << place for place, group in enumerate(get_args(Group))
}
"""Flags of the words that exclude, one bit for each list."""
GENERIC = 4
"""A word of so many indicators in one role tells little without another cue."""
COMMON = 4
"""A verb of so many indicators tells little where nothing is named."""


Entry = tuple[int, int, float, int]
"""What a word says of an indicator in one role: slot, role, points, indicator.

The slot, ROLES * indicator + role, is the cell of the scoring table; the points are its
weight beside the number, or what a word against the indicator takes."""


class Needed(NamedTuple):
    """The indicators that need a word, as bits, by how near it must stand."""

    clause: int = 0
    sentence: int = 0
    block: int = 0
    never: int = 0
    """Those that it shuts out of its sentence."""


NOBODY = Needed()


@dataclass(frozen=True, slots=True, eq=False)
class Word:
    """A cue word with everything it says."""

    text: str
    entries: tuple[Entry, ...] = ()
    names: bool = False
    """Whether it names what some indicator counts."""
    generic: bool = False
    """Whether many indicators share that name."""
    common: bool = False
    """Whether several indicators share it as what is done: 开展, 接待."""
    needed: Needed = NOBODY
    flags: int = 0
    unlisted: Reason | None = None
    """The reason for a number of this thing, if the codebook does not list it."""
    marked: bool = False
    """Whether it bears on exclusion or on who acts: has flags or is not listed."""
    crowded: frozenset[int] = frozenset()
    """Of what is left of a word inside a longer one: the indicators that the longer one
    names. A number that may count those counts nothing that the word names itself."""


def names_thing(entries: Iterable[Entry]) -> bool:
    """Tell whether entries name what an indicator counts."""
    return any(role == WHAT for _, role, _, _ in entries)


def names(word: Word, indicator: int) -> bool:
    """Tell whether a word names what an indicator counts, by its position."""
    return any(one == indicator and role == WHAT for _, role, _, one in word.entries)


class Lexicon(NamedTuple):
    """The words, and the automaton that finds them by their position."""

    words: tuple[Word, ...]
    automaton: ahocorasick_rs.AhoCorasick


@dataclass(slots=True)
class Notes:
    """What is said of one word all over the rules."""

    roles: set[tuple[int, int]] = field(default_factory=set[tuple[int, int]])
    """Pairs of indicator and role."""
    needed: dict[str, int] = field(default_factory=dict[str, int])
    flags: int = 0
    unlisted: Reason | None = None


@cache
def load_lexicon() -> Lexicon:
    """Return all cue words of the rules, compiled once."""
    words = tuple(_word(text, notes) for text, notes in sorted(_collect().items()))
    return Lexicon(words, ahocorasick_rs.AhoCorasick([word.text for word in words]))


def _collect() -> dict[str, Notes]:
    """Return what each word says, by its folded spelling."""
    says: dict[str, Notes] = defaultdict(Notes)
    for index, indicator in enumerate(load_codebook().indicators):
        _note_indicator(says, index, indicator)
    for group, flag in FLAGS.items():
        for word in _spelled(load_exclusions().words(group)):
            says[word].flags |= flag
    for reason in ("policy_text", "not_listed", "other"):
        for word in _spelled(getattr(load_unlisted(), reason).words):
            says[word].unlisted = says[word].unlisted or reason
    for flag, concept in ((ARMY, "army"), (LOCAL, "local")):
        for word in _spelled(load_concepts()[concept]):
            says[word].flags |= flag
    return says


def _note_indicator(says: dict[str, Notes], index: int, indicator: Indicator) -> None:
    """Note the words of one indicator."""
    lists = (indicator.what, indicator.doing, indicator.about, indicator.unless)
    for role, words in enumerate(lists):
        for word in _spelled(words):
            says[word].roles.add((index, role))
    for scope in Needed._fields:
        for word in _spelled(getattr(indicator.needs, scope)):
            needed = says[word].needed
            needed[scope] = needed.get(scope, 0) | 1 << index


def _spelled(words: tuple[str, ...]) -> Iterator[str]:
    """Yield the words with groups written out, as the logical text spells them."""
    return (normalise(word).text for word in expand(words))


def _word(text: str, notes: Notes) -> Word:
    """Return a word with what it says weighed."""
    shared = Counter(role for _, role in notes.roles)
    weights = {r: load_weights().role(r) * weigh(text, n) for r, n in shared.items()}
    entries = tuple(
        (ROLES * index + role, role, abs(weights[role]), index)
        for index, role in sorted(notes.roles)
    )
    return Word(
        text,
        entries,
        names_thing(entries),
        shared[WHAT] >= GENERIC,
        shared[DOING] >= COMMON,
        Needed(**notes.needed) if notes.needed else NOBODY,
        notes.flags,
        notes.unlisted,
        bool(notes.flags or notes.unlisted),
    )


def weigh(text: str, shared: int) -> float:
    """Return the weight of a word that `shared` indicators use in one role.

    Longer words are narrower (0.9 for two characters, up to 1.3), and a word that many
    indicators share tells little about any of them.
    """
    narrow = 0.6 if len(text) == 1 else min(1.3, 0.7 + 0.1 * len(text))
    return narrow * shared ** -load_weights().rarity


def needed_by(words: Iterable[Word]) -> Needed:
    """Return the indicators that need one of some words."""
    clause = sentence = block = never = 0
    for word in words:
        one, two, three, four = word.needed  # faster than by their names
        clause, sentence = clause | one, sentence | two
        block, never = block | three, never | four
    return Needed(clause, sentence, block, never)


def hides_all(word: Word) -> bool:
    """Tell whether a word hides all shorter ones inside it: a mask, or a thing apart."""
    return bool(word.flags & FLAGS["mask"]) or word.unlisted is not None


def inside(word: Word, longer: Word, things: Container[str]) -> Word:
    """Return what is left of a word inside a longer one.

    It no longer names what indicators of that unit count, nor what is done to it, unless
    it is the verb of a thing (接收安置 of 接收安置军转干部); what it says as topic,
    against an indicator or as a need stays.

    Args:
        word: the word.
        longer: the word that it stands in.
        things: the words that name what is counted.
    """
    indicators = load_codebook().indicators
    owned = frozenset(i for _, role, _, i in longer.entries if role == WHAT)
    named = {indicators[i].unit for i in owned}
    hidden = hides_all(longer)
    verb = longer.text.startswith(word.text) and longer.text[len(word.text) :] in things
    free = {ABOUT, UNLESS, DOING} if verb else {ABOUT, UNLESS}
    kept = tuple(
        entry
        for entry in word.entries
        if entry[1] in free or not (hidden or indicators[entry[3]].unit in named)
    )
    return Word(
        word.text,
        kept,
        names_thing(kept),
        word.generic,
        word.common,
        word.needed,
        crowded=frozenset() if verb else owned,
    )
