"""Line ends: which of them end a paragraph, and which the print put into a sentence.

The evidence is general: how a line ends, how the next begins, whether a blank line
stands between, and whether the lines of the document are all of one width.
"""

import re
from collections.abc import Iterator
from itertools import pairwise

from etl.normalise.fold import DROPPED
from etl.normalise.page import LEAD, Line, Page, Paragraph, survey

LINE = re.compile(r"[^\n]+")
BLANK = " \t\0"

GOES_ON = frozenset("，。、；：！？,;:!?)”’》%")
"""No line begins so of its own."""
COUNTED = frozenset("万亿千百余多名人个场次户家元块张份件项期所处支条台辆亩岁年月日天")
"""What follows a number whose line ended too early."""
ENDS_IN_NUMBER = re.compile(r"[0-9](?:[.,]|[万亿千百]?[余多]?[万亿]?)\Z")
ENDS_IN_DATE = re.compile(r"[-/:年月日][0-9 ]{1,8}\Z|[0-9]{3}-[0-9 -]+\Z")

NEW_PARAGRAPH = re.compile(
    r"""
      [一二三四五六七八九十]{1,3}、                     # 一、
    | \( [一二三四五六七八九十0-9]{1,3} \)              # （一）
    | [0-9]{1,2} [.、] (?![0-9])                        # 1. 2、
    | 第[一二三四五六七八九十0-9]{1,3}[章节条]
    | [#■□▲▼◆●★※【◎·•] | \*\*
    | (?:(?:责任|执行|值班|本[版期]|文字|美术|新媒体)?编辑|责编|主编|编审|校对|[初二三复终]审
        |审[核签]|监制|统筹|来源|作者|记者|通讯员|供稿|摄影|发布(?:时间|日期))[ \0]*:
    | 图/ | 文/ | 文并图
    """,
    re.VERBOSE,
)
"""Beginnings of a paragraph of its own."""
DATE_FIRST = re.compile(r"[0-9]{4}[-./年] | [0-9]{1,2}月[0-9]", re.VERBOSE)
BEFORE_DATE = frozenset("自从至到于在即")
USUAL = 3
"""Paragraphs with such a lead that make it the manner of the document."""
SHORTEST_TAIL = 4
"""Characters after the last full stop that show a sentence to be under way."""
LONG = 15
"""Columns; a line of running text is longer, a heading seldom."""


def join_lines(text: str) -> str:
    """Return the folded text with the line ends that the print made as spaces.

    The length stays: blanks around a paragraph become DROPPED, one newline stays.
    """
    lines = list(trimmed_lines(text))
    if len(lines) < 2:
        return around(text, lines)
    page = survey(lines)
    paragraph = Paragraph(lines[0])
    pieces = [DROPPED * lines[0].start, lines[0].text]
    for before, line in pairwise(lines):
        joined = goes_on(paragraph, before, line, page)
        end = text.index("\n", before.end)
        pieces += (
            DROPPED * (end - before.end),
            " " if joined else "\n",
            DROPPED * (line.start - end - 1),
            line.text,
        )
        if joined:
            paragraph.add(line)
        else:
            paragraph = Paragraph(line)
    pieces.append(DROPPED * (len(text) - lines[-1].end))
    return "".join(pieces)


def around(text: str, lines: list[Line]) -> str:
    """Return a text of one line or none without the blanks around it."""
    if not lines:
        return DROPPED * len(text)
    line = lines[0]
    return DROPPED * line.start + line.text + DROPPED * (len(text) - line.end)


def trimmed_lines(text: str) -> Iterator[Line]:
    """Yield the lines that hold something, without the blanks around them."""
    before, last = 0, -1
    for found in LINE.finditer(text):
        raw = found[0]
        line = raw.strip(BLANK)
        if not line:
            continue
        start = found.start() + raw.index(line[0])
        newlines = text.count("\n", before, found.start()) if last >= 0 else 0
        yield Line(start, line, newlines > 1, start - found.start())
        last = before = found.end()


def goes_on(paragraph: Paragraph, before: Line, line: Line, page: Page) -> bool:
    """Say whether a line goes on with the sentence that the one before it began."""
    first = line.text[0]
    if first in GOES_ON:
        return not line.after_blank or paragraph.running
    if before.ends_open:
        return not line.after_blank or paragraph.running or before.width >= LONG
    if NEW_PARAGRAPH.match(line.text):
        return False
    if not line.after_blank and page.is_full(before) and page.wraps(before, line):
        return True
    if paragraph.finished:
        return False
    if not line.after_blank and number_goes_on(before, first):
        return True
    return paragraph.running and resumes(paragraph, before, line, page)


def number_goes_on(before: Line, first: str) -> bool:
    """Say whether a line ends in a number, no date, that the next character counts."""
    end = before.text[-24:]
    if not ENDS_IN_NUMBER.search(end) or ENDS_IN_DATE.search(end):
        return False
    return first in COUNTED and before.width >= LONG / 2


def resumes(paragraph: Paragraph, before: Line, line: Line, page: Page) -> bool:
    """Say whether a line resumes a sentence of running text that was left unfinished.

    A blank line between them asks for more to go by: that a page end broke it.
    """
    if line.after_blank and len(paragraph.tail) < SHORTEST_TAIL:
        return False
    if DATE_FIRST.match(line.text):
        return before.text[-1] in BEFORE_DATE
    return page.leads < USUAL or not LEAD.match(line.text)
