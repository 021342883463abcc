"""What each number of a text counts: an indicator of the codebook, or why none."""

from etl.match.verdicts import match

__all__ = ["match"]
