"""The standing that a figure has among others, counted as the definition says."""

from collections.abc import Sequence
from statistics import median

from dashboard.standing import Span, Standing


def among(mine: Span, peers: Sequence[Span]) -> Standing:
    """Count the peers, as the query of pools does."""
    if not peers:
        return Standing(mine, 0.5)
    return Standing(
        mine,
        0.5,
        peers=len(peers),
        higher=sum(peer.low > mine.high for peer in peers),
        lower=sum(peer.high < mine.low for peer in peers),
        median=Span(*(median(ends) for ends in zip(*map(_ends, peers), strict=True))),
        largest=Span(*(max(ends) for ends in zip(*map(_ends, peers), strict=True))),
    )


def _ends(span: Span) -> tuple[float, float]:
    return span.low, span.high
