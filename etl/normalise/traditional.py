"""Traditional characters as simplified ones, one for one, so that no position moves."""

from functools import cache

import opencc

FIRST, LAST = 0x4E00, 0x9FFF
"""The block of CJK ideographs that reports are printed in."""


@cache
def simplified() -> dict[str, str]:
    """Return the simplified form of each traditional character that has one.

    From OpenCC's table of characters; phrases are not converted, since they could
    change the length of a text.
    """
    chars = [chr(code) for code in range(FIRST, LAST + 1)]
    # The library carries no types; it returns a text for a text.
    converted = str(opencc.OpenCC("t2s").convert("\n".join(chars))).split("\n")  # pyright: ignore
    pairs = zip(chars, converted, strict=True)
    return {
        char: simple for char, simple in pairs if char != simple and len(simple) == 1
    }
