"""Which indicators a printed unit can stand for: 名 counts people, 万元 is money."""

from __future__ import annotations

from functools import cache

from etl.codebook import Indicator, load_codebook

PIECE = "个"
"""The unit word that counts people as well as things."""
THINGS = frozenset("间座辆家户所处支块张棵株艘幅套栋盏眼口头对")
"""Unit words of things that stand somewhere or are handed over, and never happen."""
ACCEPT: dict[str, frozenset[str]] = {
    "person": frozenset({"person", "person_time", "household", ""}),
    "person_time": frozenset({"person", "person_time", ""}),
    "CNY": frozenset({"CNY", ""}),
    "event": frozenset({"event", "item", ""}),
    "item": frozenset({"item", ""}),
    "percent": frozenset({"percent"}),
    "point": frozenset({"point"}),
    "household": frozenset({"household"}),
    "ml": frozenset({"ml"}),
    "mu": frozenset({"mu"}),
    "year": frozenset({"year"}),
}
"""Generic units that a unit of the codebook may be printed in."""


EVERYTHING = 1
"""The row of the table for all indicators; row 0 is for none."""


@cache
def takers(unit: str, piece: bool = False, thing: bool = False) -> frozenset[int]:
    """Return the indicators that a generic unit can stand for, by their position.

    Args:
        unit: as on a quantity: person, CNY, item, …
        piece: whether it is printed as 个.
        thing: whether it is printed as a unit word of `THINGS`, so that nothing that
            happens is counted (三间瓦房).
    """
    units = {unit, "person"} if piece else {unit}
    return frozenset(
        index
        for index, indicator in enumerate(load_codebook().indicators)
        if units & accepted(indicator) and not (thing and indicator.unit == "event")
    )


def accepted(indicator: Indicator) -> frozenset[str]:
    """Return the generic units that an indicator may be printed in."""
    return frozenset(indicator.accept) or ACCEPT[indicator.unit]


@cache
def rows() -> dict[frozenset[int], int]:
    """Return the sets of indicators that units stand for, each with its row."""
    indicators = load_codebook().indicators
    units = sorted(frozenset[str]().union(*map(accepted, indicators)))
    sets = [frozenset[int](), frozenset(range(len(indicators)))]
    ways = ((False, False), (True, False), (False, True))
    sets += [takers(unit, *way) for way in ways for unit in units]
    return {one: row for row, one in enumerate(dict.fromkeys(sets))}


@cache
def row_of(unit: str, classifier: str) -> int:
    """Return the row of a unit and its word; one that nothing accepts has row 0."""
    return rows()[takers(unit, classifier == PIECE, classifier in THINGS)]
