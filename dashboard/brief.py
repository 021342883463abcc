"""A brief as data: sections of paragraphs and tables, its numbers with their notes. Pure.

Whoever writes a brief out (Word, HTML) walks these records; nothing here is markup.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Run:
    """A stretch of text; one that stands on a number has its note behind it."""

    text: str
    mention_id: str = ""


Line = tuple[Run, ...]


@dataclass(frozen=True, slots=True)
class Table:
    """A table; each cell is a line of runs."""

    heads: tuple[str, ...]
    rows: tuple[tuple[Line, ...], ...]
    widths: tuple[int, ...]
    """Of the columns, in millimetres; together they fit between the margins of A4."""


@dataclass(frozen=True, slots=True)
class Section:
    """A heading with what stands under it."""

    heading: str
    blocks: tuple[Line | Table, ...]
    level: int = 1


@dataclass(frozen=True, slots=True)
class Note:
    """The sentence behind a number, the digits apart, and the place of its article in the list."""

    mention_id: str
    before: str
    surface: str
    after: str
    source: int


@dataclass(frozen=True, slots=True)
class Brief:
    """Everything that the file says."""

    title: str
    subtitle: str
    sections: tuple[Section, ...]
    notes: tuple[Note, ...] = ()
    """In the order of their numbers: the first is note 1."""

    @property
    def numbers(self) -> dict[str, int]:
        """The number of the note of each mention."""
        return {note.mention_id: place for place, note in enumerate(self.notes, 1)}


def plain(text: str) -> Line:
    """A line without a note."""
    return (Run(text),)


def lines(sections: Sequence[Section]) -> Iterator[Line]:
    """Every line of text in the order in which it is read."""
    for section in sections:
        for block in section.blocks:
            if isinstance(block, Table):
                for row in block.rows:
                    yield from row
            else:
                yield block


def cited(sections: Sequence[Section]) -> tuple[str, ...]:
    """The numbers that the text stands on, each once, in reading order."""
    runs = (run for line in lines(sections) for run in line)
    return tuple(dict.fromkeys(run.mention_id for run in runs if run.mention_id))
