"""Fold a plain string for the number grammar, and lead spans back to it.

The grammar reads text without the spaces and line breaks that a print put inside a
number, in half-width digits. Text that is folded already passes through unchanged.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from dataclasses import dataclass

from etl.detect.lexicon import lexicon

WIDE = {0xFF01 + i: 0x21 + i for i in range(94)}
for _keep in "，：；！？（）":
    del WIDE[ord(_keep)]
SIGNS = WIDE | {ord(old): new for old, new in lexicon().numerals.traditional.items()}
_FOLDED_SIGN = re.compile(f"[{''.join(map(chr, SIGNS))}]")

_GAP = re.compile(r"\s+")
_NUMERAL = r"\d〇零一二两三四五六七八九十百千万亿"
_PENDING = re.compile(
    rf"[{_NUMERAL}.,，余多约近第超逾几数个人场批台辆件连分平毫公周小]\Z"
)
"""What a number broken by a line end may end with on the first line."""
_RESUMED = re.compile(
    rf"[{_NUMERAL}余多%名个家次人场户元块件支位所处项条张座间套台辆部篇份册期种类组对"
    r"亩分岁年月日天小毫公平里米升斤吨届级度连冠批起]"
)
"""What it may go on with on the next line."""
_NEW_ITEM = re.compile(
    r"\d{1,2}[、.．)）]|[一二三四五六七八九十]+[、是]|(?:19|20)\d\d\s*[年\-./]"
)
_DIGITS_GO_ON = re.compile(r"\d+(?:[.,，]\d+)?\s?[^\W\dA-Za-z_]|\d+\s?%|\d{3}[.,，]\d")
_LONE_NUMBER = re.compile(r"(?:^|\n)[\d\s.,]*\Z")
_WHOLE_DATE = re.compile(r"(?:19|20)\d\d([-./])\d{1,2}\1\d{1,2}\Z")


@dataclass(frozen=True, slots=True)
class Folded:
    """Folded text with the pieces of the original that it was joined from."""

    text: str
    starts: tuple[int, ...]
    """Offsets in `text` at which the pieces begin."""
    shifts: tuple[int, ...]
    """What to add to an offset inside each piece to get the original offset."""

    def span(self, start: int, end: int) -> tuple[int, int]:
        """Return the span of the original that `text[start:end]` was read from."""
        return self._origin(start), self._origin(end - 1) + 1

    def _origin(self, offset: int) -> int:
        return offset + self.shifts[bisect_right(self.starts, offset) - 1]


def fold(text: str) -> Folded:
    """Return the folded form of a string.

    Full-width and traditional signs become plain ones, one by one. Spaces go, save between numbers
    that stand apart; a line break goes only where a number runs across it.
    """
    text = _narrow(text)
    starts, shifts = [0], [0]
    pieces: list[str] = []
    kept = removed = 0
    for gap in _GAP.finditer(text):
        if not _joins(text, gap.start(), gap.end()):
            continue
        pieces.append(text[kept : gap.start()])
        removed += gap.end() - gap.start()
        kept = gap.end()
        starts.append(kept - removed)
        shifts.append(removed)
    if not pieces:
        return Folded(text, (0,), (0,))
    pieces.append(text[kept:])
    return Folded("".join(pieces), tuple(starts), tuple(shifts))


def _narrow(text: str) -> str:
    """Replace full-width and traditional signs, one for one."""
    return text.translate(SIGNS) if _FOLDED_SIGN.search(text) else text


def _joins(text: str, start: int, end: int) -> bool:
    """Tell whether the gap is the print's, so that the text runs on across it."""
    if start == 0 or end == len(text):
        return False
    left, right = text[start - 1], text[end]
    if "\n" in text[start:end]:
        return _joins_lines(text, start, end)
    if left.isdecimal() and right.isdecimal():
        return end - start == 1 and _DIGITS_GO_ON.match(text, end) is not None
    return not (
        left.isascii() and right.isascii() and left.isalnum() and right.isalnum()
    )


def _joins_lines(text: str, start: int, end: int) -> bool:
    """Tell whether a number runs across a line break."""
    if text.count("\n", start, end) > 1 or not _PENDING.search(text, start - 1, start):
        return False
    if not _RESUMED.match(text, end) or _NEW_ITEM.match(text, end):
        return False
    if text[start - 1].isdecimal() and text[end].isdecimal():
        line = text[max(0, start - 40) : start]
        if _LONE_NUMBER.search(line) or _WHOLE_DATE.search(line):
            return False
        return _DIGITS_GO_ON.match(text, end) is not None
    return True
