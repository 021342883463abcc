"""Spaces that the print put inside a line: gone, save where two words would join.

`召 开`, `272 名` and `1 028名` were broken by the print; `2021-03-12 12:30`, `2020 30`
and `COVID 19` are two words each.
"""

import re

from etl.normalise.fold import DROPPED

KEPT = "\x01"
"""Marks the one space that stays, until all others are dropped."""

GAP = re.compile(r"(?<=[0-9A-Za-z.,:])([ \0]*[ ][ \0]*)(?=[0-9A-Za-z.,])")
TOKEN_BEFORE = re.compile(r"[0-9A-Za-z.,:/\-]+\Z")
TOKEN_AFTER = re.compile(r"[0-9A-Za-z.,:/\-]+")
LOOK = 24
"""Characters looked at on each side of a gap; no printed number is longer."""

NUMBER = re.compile(
    r"""
      (?: 0 | [1-9][0-9]* )      (?: \.[0-9]+ )?
    | [1-9][0-9]{0,2} (?: ,[0-9]{3} )+ (?: \.[0-9]+ )?
    """,
    re.VERBOSE,
)
PART = re.compile(r"[0-9]+(?:[.,][0-9]+)*[.,]?|[.,][0-9]+")
"""A part of a broken number: `3`, `1,2`, `4,`, `1.`, `.5`."""
YEAR = re.compile(r"(?:19|20)[0-9]{2}")
ENUMERATOR = re.compile(r"(?:\A|\n)[ \0]*[0-9]{1,2}\.\Z")
NUMBER_BEFORE = re.compile(r"[0-9][.,]?[ \0]+\Z")
COUNTS = re.compile(r"[ \0]*(?:[^\x00-\x7f]|%|\.)")
"""What follows a number that counts something; two bare figures stay two."""


def drop_spaces(line_text: str) -> str:
    """Replace each space by DROPPED, or leave one of a gap between two words.

    Args:
        line_text: Folded text; the result has the same length.
    """
    if " " not in line_text and "\t" not in line_text:
        return line_text
    marked = GAP.sub(mark_gap, line_text).replace("\t", KEPT)
    return marked.replace(" ", DROPPED).replace(KEPT, " ")


def mark_gap(gap: re.Match[str]) -> str:
    """Return a gap with its first space KEPT, or wholly DROPPED."""
    text, start, end = gap.string, gap.start(), gap.end()
    head = text[max(0, start - LOOK) : start]
    tail = text[end : end + LOOK]
    if is_broken_number(head, tail):
        return DROPPED * (end - start)
    before = gap[0].index(" ")
    return DROPPED * before + KEPT + DROPPED * (end - start - before - 1)


def is_broken_number(head: str, tail: str) -> bool:
    """Say whether the digits before a gap and those after it are one number.

    Args:
        head: The text up to the gap.
        tail: The text from the end of the gap.
    """
    before, after = TOKEN_BEFORE.search(head), TOKEN_AFTER.match(tail)
    if before is None or after is None or ENUMERATOR.search(head):
        return False
    left, right = before[0].lstrip(",.:"), after[0].rstrip(".,:")
    if not PART.fullmatch(left) or not PART.fullmatch(right) or YEAR.fullmatch(left):
        return left == "" or right == "" or left.endswith(",")
    if is_one_of_many(head[: before.start()], tail[after.end() :]):
        return False
    return left.endswith(",") or NUMBER.fullmatch(left + right) is not None


def is_one_of_many(head: str, tail: str) -> bool:
    """Say whether two numbers stand in a row of figures, or count nothing at all.

    Args:
        head: The text before the first number.
        tail: The text after the second number.
    """
    return NUMBER_BEFORE.search(head) is not None or not COUNTS.match(tail)
