"""One width and one form per character; nothing here changes the length of a text.

Not NFKC as a whole: it would turn ㎡ into m2 and ① into 1, so a character is folded
alone, and only where one character comes out and no number is made of a sign.
"""

import re
import unicodedata

from etl.formats.radicals import RADICALS
from etl.normalise.traditional import simplified

DROPPED = "\0"
"""Stands for a character that the logical text leaves out."""
LINE_ENDS = "\n\r\f\v\x1c\x1d\x1e\x85\u2028\u2029"
TAB = "\t"

QUOTES = {
    "„": "“",
    "‟": "“",
    "「": "“",
    "」": "”",
    "〝": "“",
    "〞": "”",
    "〟": "”",
    "﹁": "“",
    "﹂": "”",
    "『": "‘",
    "』": "’",
    "﹃": "‘",
    "﹄": "’",
    "‛": "‘",
}
"""Quotation marks of other prints; the straight ones depend on their neighbours."""
DASHES = dict.fromkeys("‐‑‒–—―−﹘﹣－", "—") | dict.fromkeys("〜～∼˜", "~")
"""Dashes of one look; a hyphen between digits stays what it is."""
DOTS = dict.fromkeys("•・‧∙⋅", "·")
SPECIAL = QUOTES | DASHES | DOTS | RADICALS


def folded(char: str) -> str:
    """Return the one character that a character is read as."""
    if char in SPECIAL:
        return SPECIAL[char]
    if char in LINE_ENDS:
        return "\n"
    if char == TAB:
        return TAB
    category = unicodedata.category(char)
    if char.isspace():
        return " "
    if category in ("Cc", "Cf"):
        return DROPPED
    compatible = unicodedata.normalize("NFKC", char)
    if len(compatible) != 1 or category == "No" or compatible in "\0\n\t ":
        return char
    compatible = SPECIAL.get(compatible, compatible)
    return simplified().get(compatible, compatible)


BLANKS = (("\r\n", "\0\n"), ("&nbsp;", " " + 5 * DROPPED))
"""Several characters that are one blank, with what takes their places."""
TABLE = "".join(map(folded, map(chr, range(0x10000))))
"""`folded` of every character of the basic plane, by code point."""
SIGNS = "".join(
    sign for sign in map(chr, range(len(TABLE))) if sign != TABLE[ord(sign)]
)
CHANGED = re.compile(f"[{re.escape(SIGNS)}]")
"""The characters that are read as another; most texts have few."""


def fold(text: str) -> str:
    """Return the text of the same length with every character folded.

    Line ends become a newline, other spaces a space, invisible signs DROPPED.
    """
    for found, blank in BLANKS:
        text = text.replace(found, blank)
    return CHANGED.sub(lambda found: TABLE[ord(found[0])], text)
