"""What may be said of a city beside its peers: each sentence with the condition it stands on.

A claim whose condition does not hold cannot be put into words: `say` raises. “高于” needs
bounds that do not touch and a tier of A or B; a rank needs a range that is narrow enough.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Literal

from dashboard.benchmark import LIKE, Line, Peer
from dashboard.speaker import span
from dashboard.standing import Verdict

Claim = Literal[
    "ranked",
    "unranked",
    "above_median",
    "below_median",
    "equal_median",
    "untold_median",
]


class UnfoundedError(ValueError):
    """A claim was asked for that the figures do not bear."""


def comparable(line: Line) -> bool:
    """Whether there is a peer, and every one is like for like."""
    tiers = {peer.tier for peer in line.peers}
    return (
        line.footing == "comparable" and line.standing.peers > 0 and tiers <= set(LIKE)
    )


def _median(verdict: Verdict) -> Callable[[Line], bool]:
    return lambda line: comparable(line) and line.standing.verdict == verdict


CLAIMS: Mapping[Claim, Callable[[Line], bool]] = {
    "ranked": lambda line: comparable(line) and line.standing.ranked,
    "unranked": lambda line: comparable(line) and not line.standing.ranked,
    "above_median": _median("higher"),
    "below_median": _median("lower"),
    "equal_median": _median("equal"),
    "untold_median": _median("cannot_tell"),
}
"""The condition of each claim."""


def check(claim: Claim, line: Line) -> None:
    """Let a claim pass only where it holds.

    Raises:
        UnfoundedError: it does not.
    """
    if not CLAIMS[claim](line):
        raise UnfoundedError(f"{claim} does not hold for {line.indicator['id']}")


def holding(line: Line) -> list[Claim]:
    """The claims that hold, in the order in which they are told."""
    return [claim for claim, holds in CLAIMS.items() if holds(line)]


def pairs(line: Line) -> dict[Verdict, list[Peer]]:
    """The peers shown, by how the city's figure lies to theirs.

    Raises:
        UnfoundedError: the figures are not comparable.
    """
    if not comparable(line):
        raise UnfoundedError(f"{line.indicator['id']} is not comparable")
    found: dict[Verdict, list[Peer]] = {}
    for peer in line.peers:
        verdict = span(line.mine).against(span(peer.figure))
        found.setdefault(verdict, []).append(peer)
    return found
