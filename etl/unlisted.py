"""Tell where a number counts a thing that the codebook does not list."""

from __future__ import annotations

from typing import cast

from etl.anchor import Page
from etl.cues import WHAT, Hit, between
from etl.refusals import load_unlisted
from etl.schema import Quantity, Reason
from etl.weights import load_weights

UNCOUNTED = ("CNY", "percent", "point", "ml", "mu")
"""Units of which nothing is counted: what follows them is no head noun."""


def unlisted(page: Page, quantity: Quantity, strongest: float) -> Reason | None:
    """Return the reason where the number counts a thing that the codebook does not list.

    The thing stands right beside the number, and no indicator claims it more strongly;
    `strongest` are the points of the best one.
    """
    if strongest >= load_weights().unlisted:
        return None
    for reason, things in load_unlisted():
        if quantity.classifier in things.classifiers:
            return cast("Reason", reason)
    return beside(page, quantity)


def beside(page: Page, quantity: Quantity) -> Reason | None:
    """Return the reason of the unlisted thing right behind a count, or right before it."""
    if quantity.unit in UNCOUNTED:
        return None
    reach = quantity.end + load_weights().reach
    right = page.layout.clause(quantity.end)[1]
    for hit in between(page.hits, page.starts, quantity.end, min(reach, right)):
        if any(role == WHAT for _, role, *_ in hit.word.roles):
            return None
        if reason := _unlisted_reason(hit):
            return reason
    before = between(page.hits, page.starts, quantity.start - 8, quantity.start)
    touching = [hit for hit in before if hit.end == quantity.start]
    return next((reason for hit in touching if (reason := _unlisted_reason(hit))), None)


def _unlisted_reason(hit: Hit) -> Reason | None:
    """Return the reason that an unlisted thing names."""
    flags = [flag for flag in hit.word.flags if flag.startswith("unlisted:")]
    return cast("Reason", flags[0].removeprefix("unlisted:")) if flags else None
