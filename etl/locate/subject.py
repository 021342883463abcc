"""The place that each number is about: the one that its clause, or the one before, opens with.

A place is the subject where nothing stands before it in its clause but words of time or
of choice (其中, 仅, 截至2023年底). It stays the subject of the numbers that follow, until
another place, the own one (全市, 我市), a semicolon or the end of the sentence.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import dataclass, field, replace

from etl.locate.cues import matchers
from etl.locate.home import Home, Relation
from etl.locate.mentions import PlaceMention, find_mentions
from etl.schema import Quantity
from etl.structure import Layout

OPENERS = "，,；;：:。、(（“！？!?\n—"
"""Marks behind which a place can open a clause or an item."""
BREAKS = "；;"
"""Marks behind which a place is no longer the subject."""
JOINTS = ("、", "和", "与", "及", "以及")
LONGEST_LEAD_IN = 30
"""So many characters before a place its clause begins, or it does not open it."""
LONGEST_TITLE = 14
"""Characters behind a place within which the quotation that it opens is a title."""
FARTHEST = 60
"""So many characters behind its name a place is not yet the subject of a number."""


@dataclass(frozen=True, slots=True)
class Whose:
    """The place that a number is about, if it is not the report's own."""

    name: str
    relation: Relation

    @property
    def elsewhere(self) -> bool:
        """Tell whether the number belongs to others."""
        return self.relation in ("other", "wider")


@dataclass(slots=True)
class Subject:
    """The place or places that the sentence speaks of at the moment."""

    listed: list[PlaceMention]
    numbers: int = 0
    """How many numbers it has taken."""
    at: int = field(init=False)
    """Where its reach has come to."""

    def __post_init__(self) -> None:
        """Begin behind the last of its names."""
        self.at = self.listed[-1].end


def whose(
    text: str, layout: Layout, quantities: Sequence[Quantity], home: Home
) -> list[Whose | None]:
    """Return for each quantity, in order, whose it is; None: the report's own.

    Args:
        text: the logical text.
        layout: its marks.
        quantities: those found in it, in order.
        home: the report's own place.
    """
    mentions = find_mentions(text, home)
    starts = [mention.start for mention in mentions]
    reader = Reader(text)
    found: list[Whose | None] = []
    for quantity in quantities:
        sentence = layout.sentence(quantity.start)[0]
        first = bisect_left(starts, max(sentence, reader.read))
        last = bisect_left(starts, quantity.start)
        reader.enter(sentence)
        for mention in mentions[first:last]:
            reader.meet(mention)
        reader.read = quantity.start
        found.append(reader.take(quantity))
    return found


@dataclass(slots=True)
class Reader:
    """Who reads a text from left to right, and knows whom it speaks of."""

    text: str
    read: int = 0
    sentence: int = -1
    subject: Subject | None = None
    own: int = -1
    """Where the own place was last named."""

    def enter(self, sentence: int) -> None:
        """Begin a sentence: it has no subject yet."""
        if sentence != self.sentence:
            self.sentence, self.subject, self.own = sentence, None, -1

    def meet(self, mention: PlaceMention) -> None:
        """Take note of a place that is named."""
        if self._quoted(mention):
            return
        if mention.relation == "own":
            self.subject, self.own = None, mention.end
        elif self._names_neighbour(mention):
            self.subject = Subject([replace(mention, relation="other", word=True)])
        elif self._joins(mention) and self.subject:
            self.subject.listed.append(mention)
            self.subject.at = mention.end
        elif self._opens(mention) and self._stands_alone(mention):
            self.subject = Subject([mention])

    def take(self, quantity: Quantity) -> Whose | None:
        """Return whose a number is, and carry its subject on to the next."""
        subject = self.subject
        if subject is None:
            return None
        between = self.text[subject.at : quantity.start]
        if not self._reaches(subject, between):
            self.subject = None
            return None
        subject.at = quantity.end
        subject.numbers += 1
        return Whose(self._name(subject), subject.listed[0].relation)

    def _names_neighbour(self, mention: PlaceMention) -> bool:
        """Tell whether a name follows the word for a neighbour: 邻近的东渚市."""
        subject = self.subject
        if subject is None or subject.numbers or not subject.listed[0].word:
            return False
        near = self.text[subject.at : mention.start] in ("", "的")
        return near and subject.listed[0].relation == "other"

    def _quoted(self, mention: PlaceMention) -> bool:
        """Tell whether a place opens the name of a title: “全国道德模范”1名."""
        if not self.text.startswith("“", max(0, mention.start - 1)):
            return False
        closing = self.text.find("”", mention.end, mention.end + LONGEST_TITLE)
        return closing >= 0

    def _joins(self, mention: PlaceMention) -> bool:
        """Tell whether a place is the next of a list: 浑江区、江源区."""
        subject = self.subject
        if subject is None or subject.numbers:
            return False
        same = subject.listed[0].relation == mention.relation
        return same and self.text[subject.at : mention.start] in JOINTS

    def _opens(self, mention: PlaceMention) -> bool:
        """Tell whether a place opens its clause, but for words of time or choice."""
        start = mention.start
        nearest = max(self.sentence, start - LONGEST_LEAD_IN)
        while start > nearest and self.text[start - 1] not in OPENERS:
            start -= 1
        if self.own > start:
            return False
        return bool(matchers().lead_in.fullmatch(self.text, start, mention.start))

    def _stands_alone(self, mention: PlaceMention) -> bool:
        """Tell whether the words behind a place leave it the subject."""
        tools, end = matchers(), mention.end
        if mention.relation == "other" and mention.word:
            return not tools.from_there.match(self.text, end)
        if mention.word and mention.relation == "wider":
            end += self.text.startswith("的", end)  # 全省的军人驿站为260处
        if tools.not_alone.match(self.text, end):
            return False
        if mention.word or mention.relation == "part":
            return True
        if mention.spoken and not tools.acts.match(self.text, end):
            return False
        return not tools.longer_name.match(self.text, end)

    def _reaches(self, subject: Subject, between: str) -> bool:
        """Tell whether a place is still the subject behind these words."""
        left_bracket = between.count(")") > between.count("(")
        broken = left_bracket or any(mark in between for mark in BREAKS)
        if broken or len(between) > FARTHEST:
            return False
        mention = subject.listed[0]
        if subject.numbers or mention.relation == "part":
            return True
        commas = between.count("，") + between.count(",")
        return commas <= int(mention.word and mention.relation == "other")

    def _name(self, subject: Subject) -> str:
        """Return the name of the subject; of places listed with 分别 the one in turn."""
        names = [mention.name for mention in subject.listed]
        behind = subject.listed[-1].end
        if len(names) > 1 and "分别" in self.text[behind : subject.at]:
            return names[min(subject.numbers, len(names)) - 1]
        return "、".join(names)
