"""What a document's lines look like: one of them, a paragraph of them, all of them."""

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

CLOSING_QUOTES = '”’"'
FINAL = frozenset("。!?;:…]")
"""A line that ends so has said what it has to say."""
OPEN = frozenset(",、(“‘《")
"""A line that ends so goes on in the next."""
FILE_NAME = re.compile(r"\.[A-Za-z]{3,4}\Z")
"""A caption that is the name of the picture's file."""
SENTENCE_END = re.compile(r"[。;!?]")
RUNNING_COMMAS = 2
RUNNING_WIDTH = 24
LEAD = re.compile(r"[^,。、:;!?“”\"0-9]{6,14}。.")
"""A short first sentence that heads its paragraph: `丰富形式载体。`"""

SLACK = 2.5
"""Columns by which the lines of one print differ, for want of a place to break."""
NARROWEST = 8
FEWEST_FULL, FEWEST_INDENTED = 3, 2
"""Unfinished lines of one width that show it; indents are evidence besides."""
WIDER_SHARE = 0.1
"""More lines than this share wider than the print's width: it has no width."""
INDENT = 2
MOST_INDENTED = 0.9
"""Where more lines are set in, the indent marks no paragraph."""


class Line:
    """A line without the blanks around it."""

    __slots__ = ("after_blank", "end", "extent", "indent", "start", "text", "width")

    def __init__(self, start: int, text: str, after_blank: bool, indent: int) -> None:
        """Measure the line.

        Args:
            start: Offset of its first character.
            text: Its characters.
            after_blank: Whether a blank line stands before it.
            indent: How many blanks stand before it in its line.
        """
        self.start = start
        self.end = start + len(text)
        self.text = text
        self.after_blank = after_blank
        self.indent = indent
        self.width = columns(text)
        self.extent = self.width + (INDENT if indent >= INDENT else 0)

    @property
    def ends_open(self) -> bool:
        """Whether it ends in a comma or an opening bracket."""
        return self.text[-1] in OPEN

    @property
    def finished(self) -> bool:
        """Whether it ends as a sentence does."""
        return ends_sentence(self.text)


def columns(text: str) -> float:
    """Return the printed width in full columns; an ASCII character takes half a one."""
    octets = len(text.encode("utf-8", "surrogatepass"))
    wide = (octets - len(text)) / 2
    return wide + (len(text) - wide) / 2


def ends_sentence(text: str) -> bool:
    """Say whether a text ends as a sentence does."""
    bare = text.rstrip(CLOSING_QUOTES)
    return bare[-1:] in FINAL or FILE_NAME.search(bare[-5:]) is not None


class Paragraph:
    """The lines joined so far, as far as the next line needs to know them."""

    __slots__ = ("commas", "last", "sentences", "width")

    def __init__(self, line: Line) -> None:
        """Begin with a line."""
        self.commas = 0
        self.sentences = 0
        self.width = 0.0
        self.last = line
        self.add(line)

    def add(self, line: Line) -> None:
        """Add a line to the paragraph."""
        self.commas += line.text.count(",")
        self.sentences += line.text.count("。") + line.text.count(";")
        self.width += line.width
        self.last = line

    @property
    def tail(self) -> str:
        """What stands after the last sentence of the last line."""
        return SENTENCE_END.split(self.last.text)[-1].strip(CLOSING_QUOTES + " \0")

    @property
    def finished(self) -> bool:
        """Whether it ends as a paragraph does: with a sentence, or with a source."""
        if self.last.finished:
            return True
        tail = self.tail if self.last.text[-1] == ")" else ""
        return tail.startswith("(") and self.sentences > 0

    @property
    def running(self) -> bool:
        """Whether it reads as running text, not as a heading or a date line."""
        if self.sentences:
            return True
        return self.commas >= RUNNING_COMMAS and self.width >= RUNNING_WIDTH


@dataclass(frozen=True, slots=True)
class Page:
    """What holds for the whole document."""

    wrap: float
    """The width in columns that its lines were cut to; 0 where they were not."""
    indented: bool
    """Whether its paragraphs begin with an indent."""
    leads: int
    """How many lines begin with a short sentence that heads them."""

    def is_full(self, line: Line) -> bool:
        """Say whether a line was cut because the page was at its end."""
        return self.wrap > 0 and abs(line.extent - self.wrap + 0.5) <= SLACK

    def wraps(self, before: Line, line: Line) -> bool:
        """Say whether a full line goes on in the next."""
        if line.indent >= INDENT and self.indented:
            return False
        return self.indented or not before.finished


def survey(lines: Sequence[Line]) -> Page:
    """Return what holds for a document's lines as a whole."""
    deep = sum(line.indent >= INDENT for line in lines)
    indented = 1 < deep < MOST_INDENTED * len(lines)
    wrap = wrap_width(lines, FEWEST_INDENTED if indented else FEWEST_FULL)
    return Page(
        wrap, indented, sum(LEAD.match(line.text) is not None for line in lines)
    )


def wrap_width(lines: Sequence[Line], fewest: int) -> float:
    """Return the width that the lines were cut to, or 0.

    Many unfinished lines of nearly one width, at least `fewest`, and hardly a wider one
    show it.
    """
    unfinished = Counter(int(line.extent) for line in lines if not line.finished)
    counts = {
        width: sum(unfinished[width - less] for less in range(3))
        for width in unfinished
    }
    width = max(counts, key=lambda w: (counts[w], w), default=0)
    enough = max(fewest, sum(unfinished.values()) / 2)
    if width < NARROWEST or counts[width] < enough:
        return 0
    wider = sum(line.extent > width + SLACK for line in lines)
    return float(width) if wider <= WIDER_SHARE * len(lines) else 0
