"""Where a calendar date, a time of day or a half-year stands; none of them has a value.

Works on folded text (etl.detect.folding). Quarters are left to the number grammar, because
they carry their number. What a date means is the business of etl.resolve.
"""

from __future__ import annotations

import re

_YEAR4 = r"(?:(?:19|20)\d\d|[一二][〇○零Oo九一二][〇○零Oo一二三四五六七八九]{2})"
_MONTH = (
    r"(?:1[0-2](?!\d)|0?[1-9](?!\d)|十[一二]?|[一二三四五六七八九元](?![十百千万]))"
)
_DAY = (
    r"(?:3[01](?!\d)|[12]\d(?!\d)|0?[1-9](?!\d)"
    r"|三十一?|[二廿]?十[一二三四五六七八九]?|[一二三四五六七八九]|廿[一二三四五六七八九]?)"
)
_DASH = r"(?:-|—{1,2}|–|―|~|～|至|到)"
_PART = r"(?:[上中下]旬|月?[底初末中](?![心学小央国东西华南北部共等]))"
_CLOCK = r"(?:[ T]?[0-2]?\d[:：][0-5]\d(?:[:：][0-5]\d)?)"
_YEAR2 = r"(?:0\d|(?!五六|六七|七八|八九)[五六七八九][〇零一二三四五六七八九])"
"""Years without their century; 七八年 is a length of time."""
_EVENT = r"国家|烈士|宪法|阅兵|大?地震|特大|火灾|洪|暴雨|讲话|公祭"
_NO_MONTH = r"(?!份?度|子|嫂)"

_ISO = (
    rf"(?:19|20)\d\d(?P<sep>[-./])(?:1[0-2]|0?[1-9])(?P=sep)"
    rf"(?:[0-3]?\d(?!\d)|[0-3]\d(?=\d?\d[:：])){_CLOCK}?"
)
_YEAR_MONTH = r"(?:19|20)\d\d[-./](?:0[1-9]|1[0-2])(?![\d.%])"
_MONTH_DAY = rf"{_MONTH}月(?:份|{_DAY}[日号](?!楼|线)|{_PART})?{_NO_MONTH}"
_FULL = rf"{_YEAR4}年(?:{_MONTH_DAY}|{_PART})?"
_SHORT_YEAR = rf"{_YEAR2}年(?![级代来间])"
_NAMED_DAY = rf"\d{{1,2}}[.·]\d{{1,2}}(?=[”\"]?(?:{_EVENT}))"
_YEARS = rf"{_YEAR4}年?{_DASH}{_YEAR4}年"
_MONTHS = rf"{_MONTH}{_DASH}{_MONTH}月(?:份)?"
_DAYS = rf"{_DAY}{_DASH}{_DAY}日(?!元)"
_DECADE = r"\d0年代|[一二三四五六七八九]十年代"
_CENTURY = r"\d\d世纪|[一二]?十[一二三四五六七八九]?世纪"
_COHORT = rf"{_YEAR4}(?:届|级(?!别))|{_DECADE}|{_CENTURY}"
_GENERATION = r"[0-9〇零一五六七八九][0零〇5五]后(?![勤方院代路续来期面者备排])"
_TIME = (
    r"[0-2]?\d[:：][0-5]\d(?:[:：][0-5]\d)?(?!\d)"
    r"|[0-2]?\d[时点](?:[0-5]?\d分|半|整|许|钟)"
    r"|(?:十[一二]?|[一二两三四五六七八九])点(?:零[一二三四五六七八九]|[二三四五]?十[一二三四五六七八九]?)分"
    r"|[0-2]?\d时(?![间候期代段任常刻光限空事装髦而])"
)
_HALF_YEAR = r"(?<=[上下])半年"
_LUNAR = (
    r"(?<=[正冬腊]月)(?:初[一二三四五六七八九十]|[二廿]?十[一二三四五六七八九]?|廿[一二三四五六七八九]?)"
    r"|[五七八九]月(?:初[一二三四五六七八九十]|十五)(?!日)"
)
_WEEKDAY = (
    r"(?:(?<=周)(?<!每周)|(?<=星期)(?<!个星期))[一二三四五六](?![个十百千万余多])"
)
_DAY_ALONE = (
    r"(?<![期示满限时续])(?<!期为)(?:3[01]|[12]\d|0?[1-9])日"
    r"(?![本报常益游均程志夜内元圆币]|之内|以内|左右|以上)"
)
"""20日 is a day of the month; 公示7日 and 7日内 are durations."""

DATE = re.compile(
    "|".join(
        (
            _ISO,
            _YEAR_MONTH,
            f"(?:{_YEARS})",
            _FULL,
            _SHORT_YEAR,
            _NAMED_DAY,
            _LUNAR,
            _WEEKDAY,
            _MONTHS,
            _DAYS,
            _MONTH_DAY,
            _COHORT,
            _GENERATION,
            _TIME,
            _HALF_YEAR,
            _DAY_ALONE,
        )
    )
)
"""A date from its first numeral on; of 上半年 it finds 半年 after 上."""

_HINT = re.compile(
    r"[\d〇○零Oo一二三四五六七八九十元廿]{1,4}"
    r"(?:[年月日届级:：.·\-/—–―~～至到后时点世代]|[3-9]年|0年代)|[初半]"
)
"""What every date begins with, save the few that a word before them announces."""
_ANNOUNCED = frozenset("周期月上下午晚上早晨")
_CLOCK_BEFORE = re.compile(r"(?:上午|下午|中午|晚上|早上|凌晨|傍晚|清晨|晚|早)\Z")
_MINUTE = (
    r"(?:[0-5]?\d分?|[一二三四五]?十[一二三四五六七八九]?分?|[一三]刻|半|整|许|多)"
)
_CLOCK_WORD = re.compile(
    rf"(?:[0-2]?\d|十[一二]?|[一二两三四五六七八九])[点时]{_MINUTE}?"
)


def match_date(text: str, at: int) -> tuple[int, int] | None:
    """Return the span of the date whose first numeral stands at an offset, if any."""
    announced = at > 0 and text[at - 1] in _ANNOUNCED
    if not announced and _HINT.match(text, at) is None:
        return None
    found = DATE.match(text, at)
    if found is None and announced and _CLOCK_BEFORE.search(text, max(0, at - 2), at):
        found = _CLOCK_WORD.match(text, at)
    if found is None:
        return None
    start = at - 1 if found[0] == "半年" else at
    return start, found.end()
