"""Who a city is compared with: four definitions of its peers. Pure: frames in, codes out.

Peers are chosen by what a place is (level, province, population), never by its figures.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import Literal

import polars as pl

Definition = Literal["level", "province", "nearest", "picked"]
DEFINITIONS: tuple[Definition, ...] = ("level", "province", "nearest", "picked")
COUNTS = (3, 5, 10, 20)
"""How many cities nearest by population may be asked for."""


@dataclass(frozen=True, slots=True)
class Choice:
    """Which peers are chosen."""

    definition: Definition = "level"
    count: int = 5
    """For `nearest`: how many."""
    picked: tuple[str, ...] = ()
    """For `picked`: the cities by hand."""


def members(others: pl.DataFrame, choice: Choice) -> tuple[str, ...]:
    """The codes of the peers among the rows of the query `peers`, in their order."""
    kept = {
        "level": pl.col("same_level"),
        "province": pl.col("same_province"),
        "nearest": pl.col("nearness") <= choice.count,
        "picked": pl.col("adcode").is_in(choice.picked),
    }[choice.definition]
    return tuple(others.filter(kept).get_column("adcode"))


def every(others: pl.DataFrame, choice: Choice) -> dict[Definition, tuple[str, ...]]:
    """The peers under each definition that has any; picked ones where some are."""
    found: dict[Definition, tuple[str, ...]] = {
        definition: members(others, replace(choice, definition=definition))
        for definition in DEFINITIONS
    }
    return {definition: codes for definition, codes in found.items() if codes}
