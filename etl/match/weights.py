"""Load the weights of the scoring: few, shared by all indicators, and readable as data."""

from __future__ import annotations

from functools import cache
from pathlib import Path

from pydantic import BaseModel, ConfigDict

from etl.codebook import read_yaml
from etl.paths import LEXICON


class Weights(BaseModel):
    """Points and shares of the scoring; see etl/rules/lexicon/weights.yaml."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    what: float
    doing: float
    about: float
    unless: float
    """Points of a cue that stands next to the number, by role."""
    rarity: float
    """A word of n indicators keeps n to the power of minus this share of its points."""
    before: tuple[float, float, float, float]
    after: tuple[float, float, float, float]
    """Share of the points left when 0, 1, 2, 3 or more commas stand between."""
    across: float
    """Share left across an enumeration mark or another number."""
    semicolon: float
    """Share left across a semicolon."""
    block: float
    """Share of a cue in the earlier sentences of the paragraph."""
    lead: float
    """Share of a cue in the lead of a form's line (三、军休人员。新接收17名)."""
    heading: float
    """The same for the heading above it, beside the lead."""
    named_row: float
    """Share of both where the sentence itself names something countable."""
    silent: float
    """The same where the sentence itself names nothing countable."""
    part: float
    """Share of a cue beyond 其中: it speaks for the parts."""
    headed: float
    """Share of the nouns before a number that has its noun right behind it."""
    hidden: float
    """Share of a noun before a number with another noun between."""
    beyond: float
    """Share of a cue behind a number, past a comma, that another number follows."""
    touch: float
    """Gain of a verb that touches the number (救出28人)."""
    verb: float
    """Points of a verb that make a shared noun count in full."""
    bare: float
    """Share of a noun that many indicators share, without such a verb."""
    named: float
    """Points of a noun below which nothing names what is counted."""
    nameless: float
    """Share of a common verb where nothing names the things or events counted: a report
    counts many kinds."""
    taken: float
    """Share of a noun before a number that another number follows first."""
    decay: float
    """Share lost with each character between."""
    actor: float
    classifier: float
    precedent: float
    """Points for the indicator of the total, for a part of it (其中…)."""
    odd: float
    """Points lost where people are counted with 个."""
    twin: float
    """How many times these points count for the second of two measures (253户449人)."""
    partly: float
    """Share of these points where the part names something of its own."""
    farther: float
    """Points lost where a needed word stands in the paragraph, not in the sentence."""
    units: dict[str, float]
    """A rare unit is evidence in itself."""
    unlisted: float
    """An indicator with fewer points yields to an unlisted thing beside the number."""
    reach: int
    """Characters after a number in which the thing it counts is looked for."""
    threshold: float
    """Fewer points are no verdict."""
    margin: float
    """A smaller lead over another indicator is no verdict."""

    def role(self, index: int) -> float:
        """Return the points of a role by its index in etl.match.words."""
        return (self.what, self.doing, self.about, self.unless)[index]


@cache
def load_weights(path: Path = LEXICON / "weights.yaml") -> Weights:
    """Return the weights; pydantic's ValidationError where the file is not well formed."""
    return Weights.model_validate(read_yaml(path))
