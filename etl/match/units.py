"""Which indicators a printed unit can stand for: 名 counts people, 万元 is money."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache

from etl.codebook import load_codebook
from etl.schema import Quantity

PIECE = "个"
"""The unit word that counts people as well as things."""
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


@dataclass(frozen=True, slots=True, eq=False)
class Takers:
    """The indicators that a printed unit can stand for; one object for each unit."""

    indicators: frozenset[int]
    """Their positions in the codebook."""


@cache
def takers(unit: str, piece: bool = False) -> Takers:
    """Return the indicators that a generic unit can stand for.

    Args:
        unit: as on a quantity: person, CNY, item, …
        piece: whether it is printed as 个.
    """
    units = {unit, "person"} if piece else {unit}
    return Takers(
        frozenset(
            index
            for index, indicator in enumerate(load_codebook().indicators)
            if units & (frozenset(indicator.accept) or ACCEPT[indicator.unit])
        )
    )


def takers_of(quantity: Quantity) -> Takers:
    """Return the indicators that a number can stand for."""
    return takers(quantity.unit, quantity.classifier == PIECE)


@cache
def in_common(one: Takers, other: Takers) -> frozenset[int]:
    """Return the indicators that both units can stand for."""
    return one.indicators & other.indicators
