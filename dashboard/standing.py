"""Where a city stands among chosen peers: ranges of ranks, gaps and medians. Pure.

Everything holds for any values inside the bounds of the figures: a rank is a range, a median
lies between those of all lows and of all highs, a gap is the least and the most it may be.
Only figures of tier A and B are counted; the queries ask the gate.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from math import inf, isinf
from typing import Literal

Verdict = Literal["higher", "lower", "equal", "cannot_tell"]


@dataclass(frozen=True, slots=True)
class Span:
    """The values a figure may stand for; `high` is infinite where nothing bounds it."""

    low: float
    high: float = inf

    @classmethod
    def of(cls, low: float, high: float | None) -> Span:
        """Read the bounds of a row, where an open end is None."""
        return cls(low, inf if high is None else high)

    @property
    def top(self) -> float | None:
        """The upper bound; None where it is open."""
        return None if isinf(self.high) else self.high

    def against(self, other: Span) -> Verdict:
        """Clearly higher or lower only where the bounds are disjoint."""
        if self.low > other.high:
            return "higher"
        if self.high < other.low:
            return "lower"
        exact = self.low == self.high == other.low == other.high
        return "equal" if exact else "cannot_tell"

    def minus(self, other: Span) -> tuple[float | None, float | None]:
        """The least and the most that this exceeds the other by; None where open."""
        least = None if isinf(other.high) else self.low - other.high
        most = None if isinf(self.high) else self.high - other.low
        return least, most


@dataclass(frozen=True, slots=True)
class Standing:
    """A figure among the comparable ones of its peers, as the query of pools counts them."""

    mine: Span
    rank_share: float
    """A range of ranks wider than this share of the places compared is no rank."""
    peers: int = 0
    higher: int = 0
    """Peers that are clearly higher …"""
    lower: int = 0
    """… and clearly lower."""
    median: Span | None = None
    """The median of the peers, on all lows and on all highs; None without a peer."""
    largest: Span | None = None
    """What the largest figure of the peers may be."""

    @property
    def compared(self) -> int:
        """The city and its comparable peers: N."""
        return self.peers + 1

    @property
    def rank(self) -> tuple[int, int]:
        """First and last possible place, the largest figure being first."""
        return 1 + self.higher, self.compared - self.lower

    @property
    def ranked(self) -> bool:
        """Whether the range is narrow enough to be told; never without a peer."""
        first, last = self.rank
        return self.peers > 0 and last - first + 1 <= self.compared * self.rank_share

    @property
    def verdict(self) -> Verdict | None:
        """How the figure lies to the median of its peers; None without a peer."""
        return None if self.median is None else self.mine.against(self.median)


def agreeing(verdict: Verdict | None, others: Sequence[Verdict | None]) -> int:
    """Under how many definitions of peers the same verdict holds."""
    return 0 if verdict is None else sum(other == verdict for other in others)
