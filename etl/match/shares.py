"""What is left of a cue's points for one number: by the marks and numbers between."""

from __future__ import annotations

from dataclasses import dataclass

from etl.match.anchor import Anchor, precedes
from etl.match.sentences import Hit, Sentence
from etl.match.units import in_common, takers_of
from etl.match.weights import Weights
from etl.schema import Quantity

CLEAR, SOFTER = 0.5, 0.6
"""Below this share a word against an indicator counts less: something is between."""
LIST_REACH = 60
OUTSIDE = 0.2
"""Share of a cue in another item of a 分别 list."""
FARTHEST = 3
"""More commas than this make no difference."""
MOST_DECAY = 0.3

Shares = tuple[float, float, float, float]
"""Shares left in the roles what, doing, about, unless."""


@dataclass(frozen=True, slots=True)
class Claim:
    """Another number that a cue may belong to, and what is left of the cue then."""

    indicators: frozenset[int]
    """Those that both numbers could stand for."""
    noun: float
    verb: float

    def of(self, shares: Shares) -> Shares:
        """Return what is left of the shares."""
        what, doing, about, unless = shares
        return what * self.noun, doing * self.verb, about, unless * self.verb


def shares_of(hit: Hit, anchor: Anchor, w: Weights) -> Shares:
    """Return the shares of a cue's points for one number."""
    ahead = hit.start < anchor.start
    return _ahead(hit, anchor, w) if ahead else _behind(hit, anchor, w)


def _ahead(hit: Hit, anchor: Anchor, w: Weights) -> Shares:
    """Return the shares of a cue before the number: 培训1000人."""
    gap = anchor.start - hit.end
    semicolon, comma, enumeration = anchor.before
    value = w.before[min(FARTHEST, max(0, comma - hit.comma - anchor.carry))]
    if hit.enumeration != enumeration:
        value *= w.across
    if hit.semicolon != semicolon:
        value *= w.semicolon
    if gap > 0:
        value *= 1.0 - min(MOST_DECAY, w.decay * gap)
    noun = 1.0
    if anchor.item:
        value = _in_list(hit, anchor.item, value)
    else:
        noun = w.hidden if hit.end < anchor.noun else 1.0
        noun = noun * w.headed if anchor.headed else noun
    return (
        value * noun,
        value * w.touch if 0 <= gap <= 1 else value,
        value,
        value if value >= CLEAR else value * SOFTER,
    )


def _in_list(hit: Hit, item: tuple[int, int], value: float) -> float:
    """Return the share of a cue before a 分别 list: of the number's own item, all."""
    if item[0] <= hit.start < item[1]:
        return 1.0
    return value * OUTSIDE if hit.start >= item[0] - LIST_REACH else value


def _behind(hit: Hit, anchor: Anchor, w: Weights) -> Shares:
    """Return the shares of a cue behind the number: 300名退役军人.

    A word against an indicator says nothing behind a comma.
    """
    gap = hit.start - anchor.end
    _, comma, enumeration = anchor.after
    value = w.after[min(FARTHEST, hit.comma - comma)]
    if hit.start >= anchor.parts:
        value *= w.part
    if hit.enumeration != enumeration:
        value *= w.across
    if hit.semicolon != anchor.before[0]:
        value *= w.semicolon
    if gap > 0:
        value *= 1.0 - min(MOST_DECAY, w.decay * gap)
    return value, value, value, value if hit.comma == comma else 0.0


@dataclass(slots=True)
class Claims:
    """What the numbers beside one number claim of its cues."""

    anchor: Anchor
    sentence: Sentence
    behind: Claim | None
    """Of the number before, on cues before both."""
    past: Claim | None
    """Of the next number, on cues behind both."""
    beyond: Claim | None
    """Of the next number, on cues in its own clause before it."""

    def on(self, hit: Hit) -> Claim | None:
        """Return the claim on a cue, if any."""
        anchor = self.anchor
        if hit.start < anchor.start:
            claimed = self.behind and precedes(anchor.previous, hit)
            return self.behind if claimed else None
        if self.past is None or anchor.following is None:
            return None
        if anchor.following.end <= hit.start:
            return self.past
        return self.beyond if self._heads_next(hit, anchor.following.start) else None

    def _heads_next(self, hit: Hit, start: int) -> bool:
        """Tell whether a cue past a mark stands in the clause of the next number."""
        marked = (hit.comma, hit.enumeration) != self.anchor.after[1:]
        return marked and hit.end <= start < self.sentence.clause(hit.start)[1]


def claims_on(anchor: Anchor, sentence: Sentence, w: Weights) -> Claims:
    """Return the claims of the numbers beside one number."""
    taken = 1.0 if anchor.carry or anchor.item else w.taken
    return Claims(
        anchor,
        sentence,
        _claim(anchor, anchor.previous, w.across * taken, w.across),
        _claim(anchor, anchor.following, w.across, w.across),
        _claim(anchor, anchor.following, w.beyond, w.beyond),
    )


def _claim(
    anchor: Anchor, other: Quantity | None, noun: float, verb: float
) -> Claim | None:
    """Return the claim of a neighbour, or None where no indicator takes both."""
    if other is None:
        return None
    shared = in_common(anchor.takers, takers_of(other))
    return Claim(shared, noun, verb) if shared else None
