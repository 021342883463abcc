"""Where sentences, clauses and list items end, as ranks that can be compared.

Two offsets with the same rank stand in the same unit; the difference of their ranks
counts the marks between them.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from dataclasses import dataclass

SENTENCE_END = re.compile(r"[。！？!?\n]")
SEMICOLON = re.compile(r"[；;]")
COMMA = re.compile(r"[，,：:；;—]|——")
ENUMERATION = re.compile(r"、")


def _ends(pattern: re.Pattern[str], text: str) -> list[int]:
    """Return the offsets of the marks that a pattern finds."""
    return [match.start() for match in pattern.finditer(text)]


@dataclass(frozen=True, slots=True)
class Layout:
    """The marks of a logical text, as sorted offsets; `length` is that of the text."""

    length: int
    sentences: list[int]
    paragraphs: list[int]
    semicolons: list[int]
    commas: list[int]
    enumerations: list[int]

    def sentence(self, offset: int) -> tuple[int, int]:
        """Return the span of the sentence around an offset, without its end mark."""
        return _span(self.sentences, offset, self.length)

    def paragraph(self, offset: int) -> tuple[int, int]:
        """Return the span of the paragraph around an offset."""
        return _span(self.paragraphs, offset, self.length)

    def clause(self, offset: int) -> tuple[int, int]:
        """Return the span between the commas or sentence marks around an offset."""
        start, end = self.sentence(offset)
        left, right = _span(self.commas, offset, self.length)
        return max(start, left), min(end, right)

    def ranks(self, offset: int) -> tuple[int, int, int]:
        """Return how many semicolons, commas and enumeration marks stand before."""
        return (
            bisect_left(self.semicolons, offset),
            bisect_left(self.commas, offset),
            bisect_left(self.enumerations, offset),
        )


def _span(marks: list[int], offset: int, length: int) -> tuple[int, int]:
    """Return the stretch between the marks before and after an offset."""
    index = bisect_left(marks, offset)
    start = marks[index - 1] + 1 if index else 0
    end = bisect_right(marks, offset - 1)
    return start, marks[end] if end < len(marks) else length


def lay_out(text: str) -> Layout:
    """Return the marks of a logical text."""
    return Layout(
        length=len(text),
        sentences=_ends(SENTENCE_END, text),
        paragraphs=[i for i, char in enumerate(text) if char == "\n"],
        semicolons=_ends(SEMICOLON, text),
        commas=_ends(COMMA, text),
        enumerations=_ends(ENUMERATION, text),
    )
