"""An article as a reader reads it: one spelling, no breaks of the print.

`normalise` returns the logical text with an exact map back to the stored text;
`repeated_spans` says which stretches of a logical text were printed before, and
`covered` hides those that need not be read again.
"""

from etl.normalise.logical import normalise
from etl.normalise.repeats import (
    Copy,
    copies,
    covered,
    repeated_spans,
    whole_paragraphs,
)

__all__ = [
    "Copy",
    "copies",
    "covered",
    "normalise",
    "repeated_spans",
    "whole_paragraphs",
]
