"""Find the cue words of the codebook in stretches of text, in one pass.

A word inside a longer cue is no cue of its own (军转干部 inside 企业军转干部): the
narrowest reading wins.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import chain

import numpy as np

from etl.match.table import Flags, Ints, load_table
from etl.match.words import Word

AT_ONCE = 20_000
"""Characters searched at once, so that memory stays flat."""

Cue = tuple[int, int, Word]
"""A cue word with its start and end in the text."""
Piece = tuple[int, int, int]
"""A piece of a stretch: where it starts and ends, and where the stretch ends."""


@dataclass(frozen=True, slots=True, eq=False)
class Cues:
    """Cue words in order of their start, the longest first: a column each.

    Offsets are into the whole text; `word` is the number of a word in the table.
    """

    start: Ints
    end: Ints
    word: Ints

    def only(self, flags: Flags) -> list[Cue]:
        """Return the cues whose words have a flag, as tuples."""
        chosen = flags[self.word].nonzero()[0]
        return list(self._tuples(chosen))

    def between(self, start: int, end: int) -> Iterator[Cue]:
        """Yield the cues that start within a stretch."""
        first = int(self.start.searchsorted(start))
        return self._tuples(np.arange(first, int(self.start.searchsorted(end))))

    def _tuples(self, chosen: Ints) -> Iterator[Cue]:
        words = load_table().words
        starts: list[int] = self.start[chosen].tolist()
        ends: list[int] = self.end[chosen].tolist()
        numbers: list[int] = self.word[chosen].tolist()
        return zip(starts, ends, map(words.__getitem__, numbers), strict=True)


def find_cues(text: str, spans: Iterable[tuple[int, int]]) -> Cues:
    """Return the cues of some stretches of a text, given in order and apart."""
    none = np.empty(0, np.int64)
    found, reach, owner = [(none, none, none)], -1, 0
    for pieces in _batches(spans):
        start, stop, word = _search(text, pieces)
        word, reach, owner = _narrowed(word, stop, reach, owner)
        kept = word >= 0
        found.append((start[kept], stop[kept], word[kept]))
    return Cues(*map(np.concatenate, zip(*found, strict=True)))


def _batches(spans: Iterable[tuple[int, int]]) -> Iterator[list[Piece]]:
    """Yield the stretches in pieces, so many together as are searched at once.

    Each round of array operations costs as much for a line as for a page.
    """
    batch, size = list[Piece](), 0
    for start, end in spans:
        for left in range(start, end, AT_ONCE):
            right = min(end, left + AT_ONCE)
            if batch and size + right - left > AT_ONCE:
                yield batch
                batch, size = [], 0
            batch.append((left, right, end))
            size += right - left
    if batch:
        yield batch


def _search(text: str, pieces: list[Piece]) -> tuple[Ints, Ints, Ints]:
    """Return start, end and word of the cues that start in some pieces, in order."""
    table = load_table()
    found = [
        table.automaton.find_matches_as_indexes(
            text[left : min(end, right + table.longest - 1)], overlapping=True
        )
        for left, right, end in pieces
    ]
    counts = [len(one) for one in found]
    every = chain.from_iterable(chain.from_iterable(found))
    word, start, stop = np.fromiter(every, np.int64, 3 * sum(counts)).reshape(-1, 3).T
    left, right = np.array(pieces, np.int64)[:, :2].repeat(counts, axis=0).T
    start, stop = start + left, stop + left
    order = (start * (table.longest + 1) - (stop - start)).argsort()
    order = order[(start < right)[order]]
    return start[order], stop[order], word[order]


def _narrowed(word: Ints, stop: Ints, reach: int, owner: int) -> tuple[Ints, int, int]:
    """Return the words with those inside longer ones as what is left of them, or -1.

    Args:
        word: words in order of their start, the longest first.
        stop: where each ends.
        reach: where the last word that hides others ended before these.
        owner: that word.

    Returns:
        The words; `reach` and `owner` for those that come next.
    """
    table = load_table()
    ends = np.concatenate(([reach], np.where(table.hides[word], stop, -1)))
    reaches = np.maximum.accumulate(ends)
    farther = (ends[1:] > reaches[:-1]).nonzero()[0] + 1
    last = np.zeros(len(ends), np.int64)
    last[farther] = farther
    last = np.maximum.accumulate(last)
    owners = np.concatenate(([owner], word))[last]
    narrowed, inner = word.copy(), (stop <= reaches[:-1]).nonzero()[0]
    narrowed[inner] = _left_of(word[inner] * table.size + owners[:-1][inner])
    return narrowed, int(reaches[-1]), int(owners[-1])


def _left_of(pairs: Ints) -> Ints:
    """Return what is left of words inside others, -1 where nothing is."""
    table = load_table()
    place = np.minimum(table.hidden.searchsorted(pairs), len(table.hidden) - 1)
    return np.where(table.hidden[place] == pairs, table.left[place], -1)
