"""What is left of a cue's points for one number, by the marks and numbers between."""

from __future__ import annotations

from dataclasses import dataclass

from etl.anchor import Anchor, Page, accepted_by
from etl.cues import Hit
from etl.weights import load_weights

SOFTER = 0.6
"""A word against an indicator counts less as soon as anything stands between."""
LIST_REACH = 60


def share(hit: Hit, anchor: Anchor) -> float:
    """Return the share of a cue's points that count for a number, by the marks between."""
    w = load_weights()
    ahead = hit.start < anchor.start
    if ahead:
        commas = max(0, anchor.before[1] - hit.comma - anchor.carry)
        value = w.before[min(3, commas)]
        gap = anchor.start - hit.end
    else:
        value = w.after[min(3, hit.comma - anchor.after[1])]
        value *= w.part if hit.start >= anchor.parts else 1.0
        gap = hit.start - anchor.end
    if hit.enumeration != (anchor.before if ahead else anchor.after)[2]:
        value *= w.across
    if hit.semicolon != anchor.before[0]:
        value *= w.semicolon
    return value * (1.0 - min(0.3, w.decay * max(0, gap)))


def near(anchor: Anchor, hit: Hit) -> float:
    """Return the share of a cue's points, in a 分别 list by the item it stands in."""
    item = anchor.item
    if item and item[0] <= hit.start < item[1]:
        return 1.0
    outside = item and hit.start < anchor.start and hit.start >= item[0] - LIST_REACH
    return share(hit, anchor) * (0.2 if outside else 1.0)


def noun_share(hit: Hit, anchor: Anchor) -> float:
    """Return the share left of a noun that another noun hides.

    The noun right after the number is what it counts; before it, the nearest one.
    """
    if anchor.item or hit.start >= anchor.start:
        return 1.0
    w = load_weights()
    value = w.headed if anchor.headed else 1.0
    return value * (w.hidden if hit.end < anchor.noun else 1.0)


@dataclass(slots=True)
class Claim:
    """Another number that a cue may belong to, and what is left of the cue then."""

    indicators: frozenset[int] = frozenset()
    """Those that the other number could stand for."""
    noun: float = 1.0
    verb: float = 1.0


def claim_of(page: Page, index: int, anchor: Anchor, hit: Hit) -> Claim:
    """Return the claim that a neighbouring number has on a cue."""
    w, numbers = load_weights(), page.quantities
    if hit.start < anchor.start:
        if index == 0 or numbers[index - 1].start < hit.end:
            return Claim()
        taken = 1.0 if anchor.carry or anchor.item else w.taken
        return Claim(accepted_by(numbers[index - 1]), w.across * taken, w.across)
    if index + 1 >= len(numbers):
        return Claim()
    following = numbers[index + 1]
    if following.end <= hit.start:
        return Claim(accepted_by(following), w.across, w.across)
    marked = (hit.comma, hit.enumeration) != anchor.after[1:]
    if marked and hit.end <= following.start < page.layout.clause(hit.start)[1]:
        return Claim(accepted_by(following), w.beyond, w.beyond)
    return Claim()


def _against(anchor: Anchor, hit: Hit, value: float) -> float:
    """Return the share of a word against an indicator: behind a comma it says nothing."""
    if hit.start >= anchor.start:
        return value if hit.comma == anchor.after[1] else 0.0
    return value if value >= 0.5 else value * SOFTER


@dataclass(slots=True)
class Shares:
    """What is left of a cue's points, by role; `claim` holds where another number has it."""

    what: float
    doing: float
    about: float
    unless: float
    claim: Claim

    def of(self, indicator: int) -> tuple[float, float, float, float]:
        """Return the shares by role for one indicator."""
        if indicator not in self.claim.indicators:
            return self.what, self.doing, self.about, self.unless
        claim = self.claim
        return (
            self.what * claim.noun,
            self.doing * claim.verb,
            self.about,
            self.unless * claim.verb,
        )


def shares_of(page: Page, index: int, anchor: Anchor, hit: Hit) -> Shares:
    """Return what is left of a cue's points for one number."""
    value = near(anchor, hit)
    touching = 0 <= anchor.start - hit.end <= 1
    return Shares(
        what=value * noun_share(hit, anchor),
        doing=value * (load_weights().touch if touching else 1.0),
        about=value,
        unless=_against(anchor, hit, value),
        claim=claim_of(page, index, anchor, hit),
    )
