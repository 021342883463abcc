"""Put the steps together: fold, join lines, drop spaces, spell, and keep the map."""

import re
from array import array

from etl.normalise.fold import DROPPED, fold
from etl.normalise.lines import join_lines
from etl.normalise.spaces import drop_spaces
from etl.normalise.spelling import spell
from etl.schema import LogicalText

STRETCH = re.compile(f"[^{DROPPED}]+")


def normalise(text: str) -> LogicalText:
    """Return the logical text of a stored text, with the map to its offsets.

    Args:
        text: Any text; line ends may be of any kind.
    """
    kept = drop_spaces(join_lines(fold(text)))
    pieces: list[str] = []
    positions = array("I")
    for stretch in STRETCH.finditer(kept):
        pieces.append(stretch[0])
        positions.extend(range(*stretch.span()))
    return LogicalText(spell("".join(pieces)), positions)
