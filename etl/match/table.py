"""The words as a table: what each says of the indicators of a unit, in columns.

Words are known by their number: first those of the rules, then what is left of one that
stands inside another. Columns are arrays, so that all numbers of a stretch are scored at
once (docs/extraction.md).
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from itertools import chain

import ahocorasick_rs
import numpy as np
from numpy.typing import NDArray

from etl.codebook import load_codebook
from etl.match.units import EVERYTHING, rows
from etl.match.words import DOING, NOBODY, WHAT, Word, hides_all, inside, load_lexicon

Ints = NDArray[np.int64]
Floats = NDArray[np.float64]
Flags = NDArray[np.bool_]


@dataclass(frozen=True, slots=True, eq=False)
class Table:
    """All words and what they say, with the automaton that finds those of the rules."""

    automaton: ahocorasick_rs.AhoCorasick
    words: tuple[Word, ...]
    longest: int
    """Characters of the longest word."""
    hides: Flags
    """By word of the rules: whether it hides shorter ones inside it."""
    hidden: Ints
    """Which words stand inside which, sorted: the word times `size`, plus the other."""
    left: Ints
    """By place in `hidden`: the word that is left."""
    marked: Flags
    """By word: whether it bears on exclusion or on who acts."""
    needy: Flags
    """By word: whether some indicator needs it."""
    takes: Flags
    """By row of a unit and indicator: whether the unit can stand for it."""
    first: Ints
    """By row and word: its first entry; those of the next word begin where it ends."""
    names: Flags
    """By row and word: whether it names what one of the row's indicators counts."""
    slot: Ints
    role: Ints
    points: Floats
    indicator: Ints
    """By entry: its cell of the scoring table, the role, the points, the indicator."""
    order: Ints
    """By entry: the place of its points in `scale`."""
    scale: Floats
    """All points that entries have, in order; nought comes first."""
    generic: Flags
    """By word: whether many indicators share what it names; the last is for no word."""
    common: Flags
    """By word: whether several indicators share it as a verb; the last is for no word."""

    @property
    def size(self) -> int:
        """The number of words of the rules."""
        return len(self.hides)


@cache
def load_table() -> Table:
    """Return the words of the rules as a table, made once."""
    words, automaton = load_lexicon()
    hides = [word.names or hides_all(word) for word in words]
    remains = _remains(words, hides, automaton)
    every = (*words, *remains.values())
    entries = _entries(every)
    scale, order = np.unique(np.append(entries[4], 0.0), return_inverse=True)
    return Table(
        automaton,
        every,
        max(len(word.text) for word in words),
        np.array(hides, bool),
        np.array(list(remains), np.int64),
        np.arange(len(words), len(every)),
        np.array([word.marked for word in every], bool),
        np.array([word.needed is not NOBODY for word in every], bool),
        _takes(),
        *entries,
        order,
        scale,
        np.array([*(word.generic for word in every), False], bool),
        np.array([*(word.common for word in every), False], bool),
    )


def _remains(
    words: tuple[Word, ...], hides: list[bool], automaton: ahocorasick_rs.AhoCorasick
) -> dict[int, Word]:
    """Return what is left of each word inside another, by both; nothing is not kept."""
    pairs = {
        index * len(words) + owner
        for owner, word in enumerate(words)
        if hides[owner]
        for index, _, _ in automaton.find_matches_as_indexes(
            word.text, overlapping=True
        )
        if index != owner
    }
    things = {word.text for word in words if word.names}
    left: dict[int, Word] = {}
    for pair in pairs:
        word, owner = divmod(pair, len(words))
        left[pair] = inside(words[word], words[owner], things)
    return {
        pair: word
        for pair, word in sorted(left.items(), key=lambda item: item[0])
        if word.entries or word.needed is not NOBODY
    }


def _takes() -> Flags:
    """Return which indicators the unit of each row can stand for."""
    takes = np.zeros((len(rows()), len(load_codebook().indicators)), bool)
    for indicators, row in rows().items():
        takes[row, sorted(indicators)] = True
    return takes


def _crowds(words: tuple[Word, ...]) -> Flags:
    """Return by word and indicator whether a longer word around it names that."""
    crowds = np.zeros((len(words), len(load_codebook().indicators)), bool)
    for place, word in enumerate(words):
        crowds[place, sorted(word.crowded)] = True
    return crowds


def _entries(words: tuple[Word, ...]) -> tuple[Ints, Flags, Ints, Ints, Floats, Ints]:
    """Return the columns of what the words say, one row of units after the other."""
    takes = _takes()
    counts = [len(word.entries) for word in words]
    begins = np.concatenate(([0], np.cumsum(counts)))
    owner = np.repeat(np.arange(len(words)), counts)
    entries = chain.from_iterable(word.entries for word in words)
    slot, role, points, indicator = map(np.array, zip(*entries, strict=True))
    first = np.empty((len(takes), len(words) + 1), np.int64)
    names = np.zeros((len(takes), len(words)), bool)
    kept: list[Ints] = []
    total = 0
    named = np.isin(role, (WHAT, DOING))
    crowds = _crowds(words)
    for row, taken in enumerate(takes):
        crowded = (crowds & taken).any(axis=1) & (row != EVERYTHING)
        mine = taken[indicator] & ~(named & crowded[owner])
        first[row] = total + np.concatenate(([0], np.cumsum(mine)))[begins]
        names[row, owner[mine & (role == WHAT)]] = True
        kept.append(np.flatnonzero(mine))
        total += len(kept[-1])
    chosen = np.concatenate(kept)
    return first, names, slot[chosen], role[chosen], points[chosen], indicator[chosen]
