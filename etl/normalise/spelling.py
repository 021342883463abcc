"""One spelling of punctuation, chosen by the neighbours; no position moves.

A comma is Chinese save in `1,200`, a colon save in `12:30` and `http:`; quotation marks
are “ ” ‘ ’; a dash or a tilde that ties two numbers is a hyphen.
"""

import re

HALF_WIDTH = re.compile(
    r"[,:;!?] (?=[0-9A-Za-z=/\\\ ]) (?<=[0-9A-Za-z=/].)", re.VERBOSE
)
"""A mark between two characters that are not Chinese: it may belong to a number."""
DIGITS_BEFORE = re.compile(r"(?<![0-9.])[0-9]{1,3}(?:,[0-9]{3})*\Z")
THREE_DIGITS = re.compile(r"[0-9]{3}(?![0-9])")
LOOK = 24
"""Characters looked at before a comma; no printed number is longer."""
LATIN_COMMA = re.compile(r"[A-Za-z],\ ?[A-Za-z]")

MARKS = (
    (",", "\x02", "，"),
    (":", "\x03", "："),
    (";", "\x04", "；"),
    ("!", "\x05", "！"),
    ("?", "\x06", "？"),
)
"""A mark, what stands for it while it is held, and its Chinese form."""
HELD_COMMA = MARKS[0][1]
HELD = str.maketrans({mark: held for mark, held, _ in MARKS})

NUMBER_END = r"[0-9%万亿千百十元人名个家场件项岁年月日时分期次届]"
TIE = re.compile(rf"[—~](?=[0-9])(?<={NUMBER_END}.)")
FIGURE = "[〇一二三四五六七八九○◯]"
ROUND_ZERO = re.compile(rf"[○◯](?:(?={FIGURE})|(?<={FIGURE}.))")
PARAGRAPH = re.compile(r"[^\n]+")
DOUBLE = re.compile(r"[\"“”]")
SINGLE = re.compile(r"(?<![A-Za-z])'|'(?![A-Za-z])|[‘’]")


def spell(text: str) -> str:
    """Return a logical text of the same length in the one spelling."""
    text = HALF_WIDTH.sub(hold, text)
    for mark, held, chinese in MARKS:
        text = text.replace(mark, chinese).replace(held, mark)
    text = TIE.sub("-", text)
    text = ROUND_ZERO.sub("〇", text)
    text = curl(text, '"', DOUBLE, "“”")
    return curl(text, "'", SINGLE, "‘’")


def hold(found: re.Match[str]) -> str:
    """Return a mark put aside where it is no Chinese punctuation, else as it is."""
    text, place, mark = found.string, found.start(), found[0]
    if mark == ",":
        return HELD_COMMA if keeps_comma(text, place) else mark
    return mark if text[place + 1] == " " else mark.translate(HELD)


def keeps_comma(text: str, place: int) -> bool:
    """Say whether a comma groups digits (`1,200`) or stands between Latin words."""
    if text[place + 1].isdigit():
        before = DIGITS_BEFORE.search(text[max(0, place - LOOK) : place])
        return before is not None and THREE_DIGITS.match(text, place + 1) is not None
    return LATIN_COMMA.match(text, place - 1) is not None


def curl(text: str, straight: str, marks: re.Pattern[str], pair: str) -> str:
    """Return the text with straight quotation marks as opening and closing ones."""
    if straight not in text:
        return text
    return PARAGRAPH.sub(lambda part: curled(part[0], straight, marks, pair), text)


def curled(paragraph: str, straight: str, marks: re.Pattern[str], pair: str) -> str:
    """Return a paragraph with its straight marks open and closed in turn."""
    if straight not in paragraph:
        return paragraph
    opening = True

    def turn(found: re.Match[str]) -> str:
        nonlocal opening
        mark = found[0] if found[0] != straight else pair[0 if opening else 1]
        opening = mark == pair[1]
        return mark

    return marks.sub(turn, paragraph)
