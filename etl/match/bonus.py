"""Points beside the cues: for the unit word, and for who acts."""

from __future__ import annotations

from functools import cache

import numpy as np

from etl.codebook import Indicator, load_codebook
from etl.match.table import Floats
from etl.match.units import PIECE
from etl.match.weights import load_weights
from etl.schema import Quantity


def bonus(quantity: Quantity, acting: str) -> Floats:
    """Return the points of each indicator beside the cues for one number.

    `acting` is who acts: army, local, or nothing where unsaid.
    """
    return _bonus(quantity.classifier, quantity.unit, quantity.kind, acting)


@cache
def _bonus(classifier: str, unit: str, kind: str, acting: str) -> Floats:
    rare = load_weights().units
    extra = rare.get(unit, 0.0) + rare.get(kind, 0.0)
    return np.array(
        [
            unit_points(classifier, indicator) + extra + actor_points(acting, indicator)
            for indicator in load_codebook().indicators
        ]
    )


def unit_points(classifier: str, indicator: Indicator) -> float:
    """Return the points of an indicator for a unit word: 块 speaks for plaques."""
    weights, points = load_weights(), 0.0
    if classifier in indicator.classifiers:
        points += weights.classifier
    elif indicator.classifiers and classifier not in ("", PIECE):
        points -= weights.classifier
    if classifier == PIECE and indicator.unit in ("person", "person_time"):
        points -= weights.odd
    return points


def actor_points(acting: str, indicator: Indicator) -> float:
    """Return the points of an indicator for who acts: the army helps, the city pays."""
    if not acting or indicator.actor is None:
        return 0.0
    points = load_weights().actor
    return points if acting == indicator.actor else -points
