"""An article as a reader reads it: one spelling, no breaks of the print.

`normalise` returns the logical text with an exact map back to the stored text;
`repeated_spans` says which stretches of a logical text were printed before.
"""

from etl.normalise.logical import normalise
from etl.normalise.repeats import repeated_spans

__all__ = ["normalise", "repeated_spans"]
