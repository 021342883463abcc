"""The scoring table of one number: the best cue of each role, for each indicator."""

from __future__ import annotations

from dataclasses import dataclass

from etl.match.earlier import Earlier
from etl.match.shares import Claim, Shares
from etl.match.weights import Weights
from etl.match.words import ROLES, WHAT, Said, Word


@dataclass(slots=True)
class Tally:
    """Points by slot (ROLES * indicator + role), with the word that won each.

    Those of words against an indicator are counted as what they take.
    """

    points: list[float]
    words: list[Word | None]
    indicators: set[int]
    """The indicators that anything speaks of."""

    def add(self, word: Word, said: Said, shares: Shares) -> None:
        """Count a cue for the indicators it speaks of, where it beats what is there."""
        points, words = self.points, self.words
        self.indicators |= said.indicators
        for slot, role, weight, _ in said.entries:
            gained = weight * shares[role]
            if gained > points[slot]:
                points[slot] = gained
                words[slot] = word

    def add_claimed(self, word: Word, said: Said, shares: Shares, claim: Claim) -> None:
        """Count a cue that another number claims for some of the indicators."""
        points, words, claimed = self.points, self.words, claim.indicators
        self.indicators |= said.indicators
        left = claim.of(shares)
        for slot, role, weight, indicator in said.entries:
            gained = weight * (left if indicator in claimed else shares)[role]
            if gained > points[slot]:
                points[slot] = gained
                words[slot] = word

    def add_earlier(self, earlier: Earlier, share: float) -> None:
        """Count what the earlier sentences of the paragraph say."""
        points, words = self.points, self.words
        self.indicators |= earlier.indicators
        for slot, (weight, word) in earlier.strongest.items():
            gained = weight * share
            if gained > points[slot]:
                points[slot] = gained
                words[slot] = word

    def inherit(self, indicator: int, points: float) -> None:
        """Give an indicator points for what is counted, whatever it has."""
        self.indicators.add(indicator)
        self.points[ROLES * indicator + WHAT] += points

    def named(self, indicator: int) -> bool:
        """Tell whether anything names what an indicator counts."""
        return self.points[ROLES * indicator + WHAT] > 0

    def total(self, indicator: int, weights: Weights) -> float:
        """Return the sum over the roles; a shared noun alone says little."""
        slot = ROLES * indicator
        what, doing, about, unless = self.points[slot : slot + ROLES]
        noun = self.words[slot]
        if noun is not None and noun.generic and doing < weights.verb:
            what *= weights.bare
        return what + doing + about - unless

    def cues(self, indicator: int) -> tuple[str, ...]:
        """Return the words that speak for an indicator."""
        slot = ROLES * indicator
        speaking = self.words[slot : slot + ROLES - 1]
        return tuple(word.text for word in speaking if word is not None)


def new_tally(size: int) -> Tally:
    """Return an empty table for so many indicators."""
    return Tally([0.0] * (ROLES * size), [None] * (ROLES * size), set())
