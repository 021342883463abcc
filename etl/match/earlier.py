"""What the earlier sentences of a paragraph say."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

from etl.match.cues import Cue
from etl.match.words import UNLESS, Sayings, Word


@dataclass(slots=True)
class Earlier:
    """The strongest word of each role for each indicator that a paragraph is open to.

    It is kept as the reader moves on, so that a paragraph of any length is read once.
    """

    sayings: Sayings
    open: frozenset[int]
    """The indicators that no needed word is missing for."""
    read: int = 0
    """So many cues of the paragraph are read."""
    strongest: dict[int, tuple[float, Word]] = field(
        default_factory=dict[int, tuple[float, Word]]
    )
    """Points and word by slot of the scoring table."""
    indicators: set[int] = field(default_factory=set[int])

    def read_on(self, cues: Sequence[Cue], count: int) -> None:
        """Read the cues up to a number of them; what is read is not read again.

        Words against an indicator reach no later sentence; they only bring it up.
        """
        strongest, sayings, is_open = self.strongest, self.sayings, self.open
        for _, _, word in cues[self.read : count]:
            said = sayings[word]
            self.indicators |= said.indicators & is_open
            for slot, role, points, indicator in said.entries:
                if role == UNLESS or indicator not in is_open:
                    continue
                known = strongest.get(slot)
                if known is None or points > known[0]:
                    strongest[slot] = points, word
        self.read = max(self.read, count)
