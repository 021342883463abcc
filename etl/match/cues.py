"""Find the cue words of the codebook in a stretch of text, in one pass.

A word inside a longer cue is no cue of its own (军转干部 inside 企业军转干部): the
narrowest reading wins.
"""

from __future__ import annotations

from functools import cache
from operator import itemgetter

from etl.match.words import Word, hides_all, inside, load_lexicon

Match = tuple[int, int, int]
"""Word, start and end, as the automaton returns them."""

Cue = tuple[int, int, Word]
"""A cue word with its start and end in the text."""


def find_cues(text: str, start: int, end: int) -> list[Cue]:
    """Return the cues of `text[start:end]` in order of their start, the longest first.

    Offsets are into the whole text.
    """
    words, automaton = load_lexicon()
    stretch = text[start:end]
    found: list[Match] = automaton.find_matches_as_indexes(stretch, overlapping=True)
    found.reverse()  # they come by their end; a stable sort keeps the longest first
    found.sort(key=itemgetter(1))
    hides = _hiding()
    cues: list[Cue] = []
    reach = owner = -1
    for index, left, right in found:
        if right <= reach:
            word = _left_of(index, owner)
        else:
            word = words[index]
            if hides[index]:
                reach, owner = right, index
        cues.append((start + left, start + right, word))
    return cues


@cache
def _hiding() -> list[bool]:
    """Return for each word whether it hides shorter ones: it names a thing, or masks."""
    return [word.names or hides_all(word) for word in load_lexicon().words]


@cache
def _left_of(index: int, owner: int) -> Word:
    """Return what is left of a word inside a longer one, both by their position."""
    words = load_lexicon().words
    return inside(words[index], words[owner])
