"""Numerals that state no figure: idioms, codes, list marks, quoted slogans.

Each test looks at folded text around the first numeral and answers with the offset at
which reading goes on, or None where the numeral may be a figure.
"""

from __future__ import annotations

import re
from collections import defaultdict

from etl.detect.grammar import CLASSIFIER, DIGIT, SCALE, TEN
from etl.detect.lexicon import lexicon

_NUMERAL = re.compile(rf"[\d{DIGIT}{SCALE}{TEN}半]")
_OPENING = '“"‘「『'
_CLOSING = '”"’」』'


def _idiom_pattern() -> re.Pattern[str]:
    """Return the alternation of idioms from their first numeral on."""
    branches: dict[str, list[str]] = defaultdict(list)
    for word in sorted(
        set(lexicon().idioms.all()), key=lambda word: (-len(word), word)
    ):
        first = _NUMERAL.search(word)
        cut = first.start() if first else 0
        behind = f"(?<={word[: cut + 1]})" if cut else ""
        branches[word[cut]].append(behind + re.escape(word[cut + 1 :]))
    return re.compile(
        "|".join(f"{first}(?:{'|'.join(rests)})" for first, rests in branches.items())
    )


IDIOM = _idiom_pattern()

_LIST_MARK = re.compile(
    r"\d{1,2}(?:[、．](?!\d)|\.(?=(?:19|20)\d\d年)|\.(?!\d)|[)）])"
    r"|[一二三四五六七八九十]+(?:、|[)）]|是)"
)
_POINT_MARK = re.compile(r"\d{1,2}\.(?=[\u4e00-\u9fff])")
"""A list mark wherever it stands: no figure ends in a point before a word."""
_MARK_BEFORE = re.compile(r"(?:\A|[\n。；;：:（(【#*>])\s?\Z")
_MARK_SIGNS = frozenset("、．.)）是")
_PHONE = (
    r"(?:0\d{2,3}|400|800)[-—]\d{3,4}-?\d{4}(?!\d)"
    r"|0\d{3}[-—]\d{7,8}(?!\d)|0\d{2}[-—]\d{8}(?!\d)"
    r"|1[3-9]\d{9}(?![\d元人名户个亩万余多])"
)
_DOCUMENT = r"(?:19|20)\d\d[〕\]】)）]第?\d+号"
_NAMED = (
    r"\d{4,6}(?=部队|分队|支队|舰|艇)"
    r"|\d{1,3}(?=集团军|军(?![人民地官嫂属娃休转])|师(?![生傅])|旅(?![游客])|团(?![队体结员])"
    r"|营(?![业地区])|连(?![续冠胜霸捷优奖心接])|[中大支分]队)"
    r"|\d{2,5}(?=热线|报警|医院|高地|国道|省道|室|单元)"
)
_STANDARD = r"(?:(?<=[A-Z])|(?<=[A-Z] ))\d{2,6}(?:\.\d+)?[-—](?:19|20)\d\d(?!\d)"
_HOTLINE = (
    r"(?:1[0-9]{4}|9[56]\d{3,4}|1[12]\d)(?=打|电话|消防|平台|投诉|维权|急救|专线)"
)
_IDENTITY = r"\d{17}[\dXx](?!\d)"
_CODE = re.compile(f"{_PHONE}|{_DOCUMENT}|{_NAMED}|{_STANDARD}|{_HOTLINE}|{_IDENTITY}")
"""Phone numbers, document numbers, and numbers that name a unit, line or room."""
RATIO_MARKS = frozenset(":：.")
"""What follows the first number of a ratio."""
_RATIO = re.compile(
    rf"\d{{1,3}}(?:\.\d+)?[:：]\d{{1,3}}(?:\.\d+)?(?![\d:：.年余多几{SCALE}]|{CLASSIFIER})|\d+(?:\.\d+){{2,}}"
)
"""Scores and proportions (3:2), and addresses and versions in parts (3.1.2)."""
_WEAPON = re.compile(
    r"(?:[歼轰运直强教]|空警|东风|巨浪|红旗|鹰击|霹雳|长征|嫦娥|神舟|米格)[-—]\Z"
    r"|(?:米格|波音|空客)\Z"
)
"""Types of planes and rockets, named by a number: 歼-20 is not minus twenty."""
_WEAPON_BEFORE = frozenset("-—格音客")
_TYPE = re.compile(r"\d{1,3}[A-Z]?(?!\d)")
_CODE_WORD = (
    "电话|热线|手机|传真|邮编|邮政编码|代号|编号|某部|某团|某旅|账号|拨打|微信|QQ|ID"
    "|尾号|工号|警号|证号|学号|卡号|单号|型号|车牌|身份证"
)
_CODE_BEFORE = re.compile(rf"(?:{_CODE_WORD})[号码为是]?[:：]?\Z")
_PEOPLE = frozenset("名人位余多")
"""What follows a number of people, not of a unit: 某部870名官兵."""
_CODE_BEFORE_LAST = frozenset("话线机真编码号部团旅打信QD号牌证为是:：")
_DIGITS = re.compile(r"\d[\d-]*[Xx]?")
_PAGE_LETTERS = frozenset("ABCDEFGHT")
_PAGE = re.compile(r"\d{1,2}版")
_SLOGAN_END = re.compile(rf"[^，。；、：！？,;:!?\n{_OPENING}]{{0,8}}?[{_CLOSING}]")
FORMULA = frozenset("+=<>×*^/·＋_@")


def idiom_end(text: str, at: int) -> int | None:
    """Return the end of the idiom whose first numeral stands at an offset."""
    found = IDIOM.match(text, at)
    return found.end() if found else None


def list_mark_end(text: str, at: int) -> int | None:
    """Return the end of a list mark (1. 、（二） 一是) that stands at an offset."""
    if _MARK_SIGNS.isdisjoint(text[at + 1 : at + 4]):
        return None
    if found := _POINT_MARK.match(text, at):
        return found.end()
    found = _LIST_MARK.match(text, at)
    if found is None or not _MARK_BEFORE.search(text, max(0, at - 2), at):
        return None
    return found.end()


def code_span(text: str, at: int) -> tuple[int, int] | None:
    """Return the span of a phone, document, page or unit number at an offset."""
    if found := _CODE.match(text, at):
        return found.span()
    before = text[at - 1] if at else ""
    if before in _CODE_BEFORE_LAST and _CODE_BEFORE.search(text, max(0, at - 8), at):
        found = _DIGITS.match(text, at)
        return (
            found.span()
            if found and text[found.end() : found.end() + 1] not in _PEOPLE
            else None
        )
    if before in _WEAPON_BEFORE and _WEAPON.search(text, max(0, at - 3), at):
        return found.span() if (found := _TYPE.match(text, at)) else None
    if before in _PAGE_LETTERS and (found := _PAGE.match(text, at)):
        return at - 1, found.end()
    return None


def ratio_end(text: str, at: int) -> int | None:
    """Return the end of a score, a proportion or a version number at an offset."""
    found = _RATIO.match(text, at)
    return found.end() if found else None


def is_slogan(text: str, at: int, end: int) -> bool:
    """Tell whether a quotation opens right before a number and closes soon after it."""
    if at == 0 or text[at - 1] not in _OPENING:
        return False
    found = _SLOGAN_END.match(text, end)
    return found is not None


def touches_letter(text: str, start: int, end: int) -> bool:
    """Tell whether a Latin letter or a sign of a formula stands at either side."""
    before = text[start - 1] if start else " "
    if before == "-" and start > 1:
        before = text[start - 2]
    after = text[end] if end < len(text) else " "
    return _is_letter(before) or _is_letter(after)


def _is_letter(sign: str) -> bool:
    return sign in FORMULA or (sign.isascii() and sign.isalpha())
