"""What is left of a cue's points for one number: by the marks and numbers between."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from etl.anchor import Anchor, follows, precedes
from etl.schema import Quantity
from etl.sentences import Hit, Sentence
from etl.units import in_common, takers_of
from etl.weights import Weights

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


def shares_of(hit: Hit, anchor: Anchor, weights: Weights) -> Shares:
    """Return the shares of a cue's points for one number."""
    if hit.start >= anchor.start:
        return _behind(hit, anchor, weights)
    return _ahead(hit, anchor, weights)


def _ahead(hit: Hit, anchor: Anchor, w: Weights) -> Shares:
    """Return the shares of a cue before the number: 培训1000人."""
    gap, item = anchor.start - hit.end, anchor.item
    if item is not None and item[0] <= hit.start < item[1]:
        value = 1.0
    else:
        semicolon, comma, enumeration = anchor.before
        commas = max(0, comma - hit.comma - anchor.carry)
        value = w.before[min(FARTHEST, commas)]
        value = _faded(value, hit, (semicolon, enumeration), gap, w)
        if item is not None and hit.start >= item[0] - LIST_REACH:
            value *= OUTSIDE
    return (
        value * noun_share(hit, anchor, w),
        value * w.touch if 0 <= gap <= 1 else value,
        value,
        value if value >= CLEAR else value * SOFTER,
    )


def _behind(hit: Hit, anchor: Anchor, w: Weights) -> Shares:
    """Return the shares of a cue behind the number: 300名退役军人.

    A word against an indicator says nothing behind a comma.
    """
    gap, item = hit.start - anchor.end, anchor.item
    _, comma, enumeration = anchor.after
    if item is not None and item[0] <= hit.start < item[1]:
        value = 1.0
    else:
        value = w.after[min(FARTHEST, hit.comma - comma)]
        if hit.start >= anchor.parts:
            value *= w.part
        value = _faded(value, hit, (anchor.before[0], enumeration), gap, w)
    return value, value, value, value if hit.comma == comma else 0.0


def _faded(
    value: float, hit: Hit, marks: tuple[int, int], gap: int, w: Weights
) -> float:
    """Return what marks and characters between a cue and a number leave of a share.

    `marks` are the ranks of the number by semicolons and enumeration marks.
    """
    if hit.enumeration != marks[1]:
        value *= w.across
    if hit.semicolon != marks[0]:
        value *= w.semicolon
    if gap > 0:
        value *= 1.0 - min(MOST_DECAY, w.decay * gap)
    return value


def noun_share(hit: Hit, anchor: Anchor, w: Weights) -> float:
    """Return the share left of a noun before the number that another noun hides.

    The noun right after the number is what it counts; before it, the nearest one.
    """
    if anchor.item:
        return 1.0
    value = w.headed if anchor.headed else 1.0
    return value * w.hidden if hit.end < anchor.noun else value


def claims_on(
    anchor: Anchor, sentence: Sentence, w: Weights
) -> Callable[[Hit], Claim | None]:
    """Return what tells the claim that a neighbouring number has on a cue, if any."""
    previous, following = anchor.previous, anchor.following
    taken = 1.0 if anchor.carry or anchor.item else w.taken
    behind = _claim(anchor, previous, w.across * taken, w.across)
    past = _claim(anchor, following, w.across, w.across)
    beyond = _claim(anchor, following, w.beyond, w.beyond)

    def claim(hit: Hit) -> Claim | None:
        if hit.start < anchor.start:
            return behind if behind and precedes(previous, hit) else None
        if past is None or following is None:
            return None
        if follows(following, hit):
            return past
        marked = (hit.comma, hit.enumeration) != anchor.after[1:]
        owned = marked and hit.end <= following.start < sentence.clause(hit.start)[1]
        return beyond if owned else None

    return claim


def _claim(
    anchor: Anchor, other: Quantity | None, noun: float, verb: float
) -> Claim | None:
    """Return the claim of a neighbour, or None where no indicator takes both."""
    if other is None:
        return None
    shared = in_common(anchor.takers, takers_of(other))
    return Claim(shared, noun, verb) if shared else None
