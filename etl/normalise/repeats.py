"""Stretches of a text that were printed before: captions twice, a passage on two pages."""

import re
from collections.abc import Iterator, Sequence
from typing import NamedTuple

CLAUSE = re.compile(r"[^，。；：！？、\n\"“”‘’()]{4,}")
SHORTEST = 22
"""Characters that two stretches must share; a phrase in common use is shorter."""
SENTENCE_ENDS = "\n，。；：！？、”’)"
STEP = 64
"""Characters compared at once while a stretch is followed."""
COVER = "·"
"""Stands for each character that need not be read again: no step takes it for a word."""
LEFT_OPEN = 3
"""So many last paragraphs of a copy stay readable: what follows may lean on them."""


class Copy(NamedTuple):
    """A stretch that repeats the text which begins at `origin`."""

    start: int
    end: int
    origin: int


def repeated_spans(text: str) -> list[tuple[int, int]]:
    """Return the spans of a logical text that repeat earlier text, in order, apart.

    A copy may begin and end inside a paragraph. The first copy is not in the list.
    """
    return [copy[:2] for copy in copies(text)]


def whole_paragraphs(text: str, found: Sequence[Copy]) -> list[Copy]:
    """Return the copies cut to whole paragraphs, as they were printed before.

    The last paragraphs of each are left out, and so is a copy that has no others.
    """
    cut = (_cut(text, copy) for copy in found if text.find("\n", *copy[:2]) >= 0)
    return [copy for copy in cut if copy.start < copy.end]


def _cut(text: str, copy: Copy) -> Copy:
    """Return a copy from its first whole paragraph on, without its last ones."""
    start, end, origin = copy
    opens = all(place == 0 or text[place - 1] == "\n" for place in (start, origin))
    begin = start if opens else text.index("\n", start) + 1
    for _ in range(LEFT_OPEN):
        end = max(begin, text.rfind("\n", begin, end))
    return Copy(begin, end, origin + begin - start)


def covered(text: str, found: Sequence[Copy]) -> str:
    """Return a text of the same length with its copies covered: read once is enough."""
    pieces: list[str] = []
    at = 0
    for start, end, _ in found:
        pieces += text[at:start], COVER * (end - start)
        at = end
    return "".join((*pieces, text[at:]))


def copies(text: str) -> Iterator[Copy]:
    """Yield the later copies; each clause is looked up once, each copy followed once."""
    first: dict[str, int] = {}
    done = 0
    for clause in CLAUSE.finditer(text):
        start = clause.start()
        if start < done:
            continue
        origin = first.setdefault(clause[0], start)
        if origin == start:
            continue
        left, right = trimmed(text, *widened(text, origin, start, done))
        if right - left >= SHORTEST:
            done = right
            yield Copy(left, right, origin + left - start)


def trimmed(text: str, start: int, end: int) -> tuple[int, int]:
    """Return a span without the end of the sentence before, and without line ends."""
    stretch = text[start:end]
    return end - len(stretch.lstrip(SENTENCE_ENDS)), start + len(stretch.rstrip("\n"))


def widened(text: str, origin: int, start: int, done: int) -> tuple[int, int]:
    """Return the whole stretch around `start` that equals the one around `origin`.

    Args:
        text: The text.
        origin: Where an equal clause stood first.
        start: Where it stands again.
        done: End of the copy before; this one begins no earlier.
    """
    ahead = shared_ahead(text, origin, start)
    back = shared_back(text, origin, start, max(0, done))
    end = min(start + ahead, len(text))
    return start - back, end


def shared_ahead(text: str, origin: int, start: int) -> int:
    """Return how many characters from two places on are equal, not past the second."""
    length, limit = 0, min(len(text) - start, start - origin)
    while length < limit:
        size = min(STEP, limit - length)
        left = text[origin + length : origin + length + size]
        right = text[start + length : start + length + size]
        if left != right:
            return length + next(
                i for i, (a, b) in enumerate(zip(left, right, strict=True)) if a != b
            )
        length += size
    return limit


def shared_back(text: str, origin: int, start: int, done: int) -> int:
    """Return how many characters before two places are equal, back to `done`."""
    length, limit = 0, min(origin, start - done)
    while length < limit and text[origin - length - 1] == text[start - length - 1]:
        length += 1
    return length
