"""How far extracted mentions agree with labels.

A label and a mention are paired where their spans overlap and their values agree, the
largest overlap first; every figure counts pairs.
"""

from __future__ import annotations

import math
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import product

from etl.labels import Line

ATTRIBUTES = ("unit", "qualifier", "period_kind", "period_start", "period_end")
Pairs = Mapping[int, int]
"""Position of a label → position of its mention."""


@dataclass(frozen=True, slots=True)
class Tally:
    """Counts over documents; adding two tallies adds their counts."""

    documents: int = 0
    quantities: int = 0
    """Labels with a value."""
    found: int = 0
    indicators: int = 0
    """Labels with an indicator."""
    extracted: int = 0
    """Mentions with an indicator."""
    right: int = 0
    """Pairs of the same indicator."""
    strict: int = 0
    """… with every attribute right as well."""
    attributes: Mapping[str, int] = field(default_factory=dict[str, int])
    """Pairs of the same indicator that agree on one attribute."""

    def __add__(self, other: Tally) -> Tally:
        both = (self.attributes, other.attributes)
        return Tally(
            self.documents + other.documents,
            self.quantities + other.quantities,
            self.found + other.found,
            self.indicators + other.indicators,
            self.extracted + other.extracted,
            self.right + other.right,
            self.strict + other.strict,
            {name: sum(part.get(name, 0) for part in both) for name in ATTRIBUTES},
        )

    def figures(self) -> dict[str, int | float]:
        """Return the figures by name: three counts, then shares between 0 and 1."""
        right = {name: self.attributes.get(name, 0) for name in ATTRIBUTES}
        return {
            "documents": self.documents,
            "quantities": self.quantities,
            "indicators": self.indicators,
            "detect": _share(self.found, self.quantities),
            "indicator_precision": _share(self.right, self.extracted),
            "indicator_recall": _share(self.right, self.indicators),
            "indicator_f1": self._f1(self.right),
            **{name: _share(count, self.right) for name, count in right.items()},
            "strict_f1": self._f1(self.strict),
        }

    def _f1(self, hits: int) -> float:
        return _share(2 * hits, self.indicators + self.extracted)


def tally(labels: Sequence[Line], mentions: Sequence[Line]) -> Tally:
    """Return the counts of one document."""
    pairs = pair(labels, mentions)
    valued = [i for i, label in enumerate(labels) if label.value is not None]
    wrongs = [
        _wrong(labels[i], mentions[j])
        for i, j in pairs.items()
        if labels[i].indicator is not None
        and labels[i].indicator == mentions[j].indicator
    ]
    return Tally(
        documents=1,
        quantities=len(valued),
        found=sum(i in pairs for i in valued),
        indicators=sum(label.indicator is not None for label in labels),
        extracted=sum(mention.indicator is not None for mention in mentions),
        right=len(wrongs),
        strict=sum(not wrong for wrong in wrongs),
        attributes={
            name: sum(name not in wrong for wrong in wrongs) for name in ATTRIBUTES
        },
    )


def pair(labels: Sequence[Line], mentions: Sequence[Line]) -> Pairs:
    """Return the mention of each label that is found, one to one."""
    candidates = sorted(
        (-_overlap(label, mention), label.indicator != mention.indicator, i, j)
        for (i, label), (j, mention) in product(enumerate(labels), enumerate(mentions))
        if _overlap(label, mention) > 0 and _same_value(label.value, mention.value)
    )
    pairs: dict[int, int] = {}
    taken: set[int] = set()
    for _, _, i, j in candidates:
        if i not in pairs and j not in taken:
            pairs[i] = j
            taken.add(j)
    return pairs


def misses(labels: Sequence[Line], mentions: Sequence[Line]) -> Iterator[str]:
    """Yield a line for each label missed or misread, and each mention too many."""
    pairs = pair(labels, mentions)
    for i, label in enumerate(labels):
        problem = _miss(label, mentions[pairs[i]] if i in pairs else None)
        if problem:
            yield f"{label.context or label.surface!r} {problem}"
    for j in sorted(set(range(len(mentions))) - set(pairs.values())):
        mention = mentions[j]
        if mention.indicator is not None:
            place = f"[{mention.start}:{mention.end}] {mention.surface!r}"
            yield f"{place} -> {mention.indicator} = {mention.value} matches no label"


def _miss(label: Line, mention: Line | None) -> str | None:
    got = mention.indicator if mention else "no mention"
    if label.indicator is None:
        claimed = mention is not None and mention.indicator is not None
        return f"is no indicator ({label.why_null}), got {got}" if claimed else None
    if mention is None or got != label.indicator:
        return f"is {label.indicator} = {label.value}, got {got}"
    wrong = _wrong(label, mention)
    wants = ", ".join(f"{name} {getattr(label, name)}" for name in wrong)
    has = ", ".join(f"{name} {getattr(mention, name)}" for name in wrong)
    return f"{label.indicator} wants {wants}, got {has}" if wrong else None


def _wrong(label: Line, mention: Line) -> list[str]:
    return [n for n in ATTRIBUTES if getattr(label, n) != getattr(mention, n)]


def _overlap(a: Line, b: Line) -> int:
    return min(a.end, b.end) - max(a.start, b.start)


def _same_value(a: float | None, b: float | None) -> bool:
    return a is not None and b is not None and math.isclose(a, b, rel_tol=1e-9)


def _share(part: float, whole: float) -> float:
    return part / whole if whole else 0.0
