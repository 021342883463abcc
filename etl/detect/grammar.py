"""The number grammar as compiled patterns, put together from the lexicon's words.

Every part is short and named. None can fail after it has read a long number: what may
follow is optional, so that a scan over any text takes time linear in its length.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Mapping

from etl.detect.lexicon import ClassifierGroup, lexicon

_LEXICON = lexicon()
_NUMERALS, _CLASSIFIERS = _LEXICON.numerals, _LEXICON.classifiers

DIGIT = "".join(_NUMERALS.digits)
SCALE = "".join(_NUMERALS.scales)
TEN = "".join(_NUMERALS.tens)
_FIN_DIGIT = "".join(_NUMERALS.financial_digits)
_FIN_SCALE = "".join(_NUMERALS.financial_scales)


def any_of(words: Iterable[str]) -> str:
    """Return an alternation of literal words, the longest first."""
    ordered = sorted(set(words), key=lambda word: (-len(word), word))
    return "|".join(map(re.escape, ordered))


_CLAUSE_END = r"[\s，。；、：！？…”）,;!?)]|\Z"


def _alone_or_before(word: str) -> str:
    """Return what must come behind a unit word that few words may follow."""
    allowed = _CLASSIFIERS.before_only.get(word)
    return f"(?={any_of(allowed)}|{_CLAUSE_END})" if allowed else ""


def limited(word: str, blocked: Iterable[str]) -> str:
    """Return a pattern of a word that none of the given continuations follows.

    A continuation `队!伍` blocks 队 unless 伍 follows it.
    """
    stops = [_continuation(item) for item in blocked]
    return re.escape(word) + (f"(?!{'|'.join(stops)})" if stops else "")


def _continuation(item: str) -> str:
    head, _, unless = item.partition("!")
    return re.escape(head) + (f"(?!{re.escape(unless)})" if unless else "")


def _limited_words(words: Mapping[str, Iterable[str]]) -> str:
    return "|".join(limited(word, blocked) for word, blocked in words.items())


def _classifier_pattern() -> str:
    """Return the alternation of all unit words, grouped by their first character."""
    by_first: dict[str, list[str]] = defaultdict(list)
    for word in {word for group in _CLASSIFIERS.groups for word in group.words}:
        by_first[word[0]].append(word)
    return "|".join(_branch(first, words) for first, words in sorted(by_first.items()))


def _branch(first: str, words: list[str]) -> str:
    ordered = sorted(words, key=lambda word: (-len(word), word))
    rests = [
        limited(w, _CLASSIFIERS.not_before.get(w, ()))[len(re.escape(first)) :]
        + _alone_or_before(w)
        for w in ordered
    ]
    return re.escape(first) + (
        rests[0] if len(rests) == 1 else f"(?:{'|'.join(rests)})"
    )


CLASSIFIER = _classifier_pattern()
_LETTER_SCALE = "|".join(
    rf"{letter}(?![\dA-Za-z/跑长健马越徒])"
    if letter.islower()
    else rf"{letter}(?=[+元人次])"
    for letter in _NUMERALS.letter_scales
)
"""万 and 千 as the net writes them: 30w, 10W+, 15k元; 5k跑 is a length."""
_ARABIC = (
    r"(?:\d{1,3}(?:[,，]\d{3}){1,6}(?!\d)|\d++)(?:\.\d++)?"
    rf"(?:(?=[a-zA-Z])(?:e[+-]?\d{{1,2}}(?![\dA-Za-z])|{_LETTER_SCALE}))?"
)
_FIN_ONLY = "".join(sorted(set(_FIN_DIGIT) - set(DIGIT))) + "拾"
_FIN_STARTS = (
    rf"(?<![入退队落大内登着收].)(?=[{_FIN_SCALE}{_FIN_DIGIT}万亿])"
    rf"|(?<=[壹贰叁肆柒捌玖])(?=[元圆角分]|点[{_FIN_DIGIT}])|(?<=拾)(?=[元圆])"
    r"|(?<=\A.)\Z|(?<=\A负.)\Z"
)
"""What tells that a financial sign just read is one: 退伍 and 大陆 hold none."""
_FINANCIAL = (
    rf"(?:[{_FIN_ONLY}](?:{_FIN_STARTS})[{_FIN_DIGIT}{_FIN_SCALE}{DIGIT}{SCALE}]*+"
    rf"(?:点[{_FIN_DIGIT}{DIGIT}]++)?)"
)
_THOUSAND = r"千(?![克瓦卡伏帕赫])(?!(?<=十千)米)(?!(?<=十.千)米)"
"""千 that is a scale: not the one of 千克, nor of 千米 after 十 or 十二."""
_SIGN = f"{DIGIT}{TEN}{_FIN_SCALE}{SCALE.replace('千', '')}"
_CHINESE = (
    rf"[{DIGIT}{SCALE}{TEN}](?:[{_SIGN}]++|{_THOUSAND})*+"
    rf"(?:点(?:[{DIGIT}]++(?![{_FIN_ONLY}])[{SCALE}]*+|(?<=零点)(?!陆续)[{_FIN_DIGIT}]++))?"
)
_MORE = _limited_words(_NUMERALS.more)
_UNIT_OF_SCALE = r"(?:百(?!分[之点])|千(?![米克瓦卡伏帕赫])|[十万亿萬億])"
_MIXED = rf"(?:零?(?:\d{{1,4}}(?:\.\d{{1,4}})?|[{DIGIT}{TEN}十]{{1,3}}){_UNIT_OF_SCALE}{{1,2}})"
_REST = (
    r"(?:零?\d{1,4}(?=个|[元块人名户家亩斤吨米])|零?\d{3,4}(?![\d年月日.,，:：%％/-])"
    r"|0\d(?!\d)|\d(?=[，。；、！？）,;)]|\Z))"
)
"""What may follow the last scale in digits: 1万600, 3万5."""
_PIECES = r"[余多来几]|个[多余来]?(?=亿(?![元级]))"
"""Words inside a number: 2千余万, 三个亿, 两个多亿."""
AMOUNT = (
    rf"(?:{_ARABIC}|{_FINANCIAL}|{_CHINESE})"
    rf"(?:(?:{_PIECES})?{_UNIT_OF_SCALE}{{1,3}}{_MIXED}{{0,3}}{_REST}?)?"
)
_AFTER_GE = any_of(_CLASSIFIERS.after_ge)
_ROUGHLY = (
    r"(?<=[百千万])把(?=[个人块元名户斤里次])|(?<=十)数(?=[人个名年家次天里位件户])"
)
"""千把人 and 十数人: about so many, and a few more."""
_PLUS = (
    rf"(?:(?<=[万亿wW])\+(?![\dA-Za-z(（])"
    rf"|\+(?=[的，。；、！？）,;)]|\s|\Z|{CLASSIFIER}))"
)

QUANTITY = re.compile(
    rf"(?P<amount>{AMOUNT})(?P<more>{_MORE}|(?=[把数+])(?:{_ROUGHLY}|{_PLUS}))?"
    rf"(?:个(?P<mid>[多余来半])(?P<ge>{_AFTER_GE})"
    rf"|(?P<unit>{CLASSIFIER})(?:(?P<either>[(（](?:{CLASSIFIER})[)）])次?)?)?"
)
"""A number with its unit word, from its first numeral on."""

_BASE = rf"(?P<base>[{DIGIT}{SCALE}]+|\d+)"
FRACTION = re.compile(
    rf"百分百|(?:(?P<whole>\d{{1,6}}|[{DIGIT}{SCALE}]{{1,12}})又)?"
    rf"{_BASE}分之(?P<sign>[-负])?(?P<share>{AMOUNT})(?P<more>[余多])?"
)
"""百分之九十八, 三分之二, 一又二分之一."""
SLASH = re.compile(
    r"(?:(?P<whole>\d{1,6})又)?(?P<share>\d{1,4})/(?P<base>\d{1,4})(?![\d/年月-])"
)
_COIN = rf"(?:\d|[{DIGIT}{_FIN_DIGIT}])"
_TENTHS = rf"零?(?P<tenths>{_COIN})(?:[角毛]|(?<=块.)(?=钱|[^\w]|\Z))"
COINS = re.compile(
    rf"(?P<amount>{AMOUNT})(?:[元圆块](?:{_TENTHS})?|(?P<dimes>[角毛]))"
    rf"(?:零?(?P<cents>{_COIN})分)?钱?"
)
"""3元5角, 三块五毛, 三块五, 壹元零壹分, 四角三分."""
RATES = re.compile(rf"(?P<amount>\d{{1,2}}|[{DIGIT}]|十[{DIGIT}]?)个(?:100%|百分之百)")
"""“七个100%”: so many targets of a hundred percent, one figure."""
ONE_HALF = re.compile(r"一半(?!是|儿)(?P<more>[多余])?")
ABOUT_ONE = re.compile(rf"个把(?P<unit>{_AFTER_GE})")
HALF = re.compile(rf"半(?P<unit>{any_of(_CLASSIFIERS.half)})")

START = re.compile(
    rf"[\d{DIGIT}{SCALE}{TEN}半{_FIN_ONLY}个]"
    rf"(?:(?<![{_FIN_ONLY}个])|(?<=个)(?=把(?:{_AFTER_GE}))|{_FIN_STARTS})"
)
"""Where a number may begin."""

UNITS: dict[str, tuple[ClassifierGroup, ...]] = defaultdict(tuple)
for _group in _CLASSIFIERS.groups:
    for _word in _group.words:
        UNITS[_word] = (*UNITS[_word], _group)


def unit_group(word: str, *, arabic: bool) -> ClassifierGroup | None:
    """Return what a unit word counts after an Arabic or a Chinese numeral."""
    for group in UNITS.get(word, ()):
        if not (group.chinese_only if arabic else group.arabic_only):
            return group
    return None
