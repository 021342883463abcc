"""A few made-up articles for the tests of the dashboard.

The places do not exist (codes 90xxxx), and the articles say what a page has to stand:
bounds of every kind, parts of a place, silence, a place nobody read, hostile text.
"""

from __future__ import annotations

import hashlib
from dataclasses import dataclass

CITIES = (
    ("900100", "甲试市", "甲试", "prefecture", None),
    ("900101", "乙试县", "乙试", "county", "900100"),
    ("900200", "丙试市", "丙试", "prefecture", None),
    ("900300", "丁试市", "丁试", "prefecture", None),
)
THEMES = (("employment", "就业创业", "Employment"), ("honour", "荣誉褒扬", "Honours"))
INDICATORS = (
    ("job_fairs", "employment", "event", "count", "招聘会场次", "Job fairs held"),
    ("employment_rate", "employment", "percent", "rate", "就业率", "Employment rate"),
    ("honour_plaques", "honour", "item", "count", "光荣牌", "Honour plaques"),
    ("merit_notices", "honour", "item", "count", "立功喜报", "Merit notices"),
)
HOSTILE = (
    "<img src=x onerror=alert(1)><script>alert(2)</script> [点](javascript:alert(3))"
)
FORMULA = '=HYPERLINK("http://evil.example","点")'


@dataclass(frozen=True, slots=True)
class Said:
    """One number of a made-up article."""

    surface: str
    value: float
    indicator: str | None = None
    low: float | None = None
    high: float | None = None
    qualifier: str = "exact"
    kind: str | None = "cumulative"
    text: str | None = None
    start: str | None = None
    end: str | None = None
    place: str | None = None
    reason: str | None = None


@dataclass(frozen=True, slots=True)
class Written:
    """A made-up article; `text` holds each surface once, in order."""

    source_id: str
    adcode: str
    title: str | None
    published: str | None
    text: str
    said: tuple[Said, ...]


ARTICLES = (
    Written(
        "jiashi-2024",
        "900100",
        "甲试市双拥纪实",
        "2024-05",
        f"{HOSTILE}\n四年来召开招聘会50余\n场，悬挂光荣牌1.2万块。2019年起步。另有超过30场未计。",
        (
            Said("50余\n场", 50, "job_fairs", 50, 60, "at_least", text="四年来"),
            Said("1.2万块", 12000, "honour_plaques", 12000, 12000, kind="stock"),
            Said("2019年", 2019, reason="date"),
            Said("超过30场", 30, "job_fairs", 30, None, "at_least", kind=None),
        ),
    ),
    Written(
        "yishi-2023",
        "900101",
        None,
        None,
        "每年召开2次招聘会，就业率100%。柳树乡召开1次。计划送喜报9份。",
        (
            Said("2次", 2, "job_fairs", 2, 2, kind="annual", text="每年"),
            Said("100%", 100, "employment_rate", 100, 100, kind="standard"),
            Said("1次", 1, "job_fairs", 1, 1, place="柳树乡", start="2023", end="2023"),
            Said("9份", 9, reason="target"),
        ),
    ),
    Written(
        "bingshi-2022",
        "900200",
        FORMULA,
        "2022-03-12",
        "2018年以来召开招聘会42次。其间的招聘会42次受到欢迎。",
        (
            Said("42次", 42, "job_fairs", 42, 42, start="2018"),
            Said("42次", 42, "job_fairs", 42, 42, start="2018"),
        ),
    ),
)


def mention_id(article: Written, position: int) -> str:
    """The id of the n-th number of an article."""
    return hashlib.sha256(f"{article.source_id}/{position}".encode()).hexdigest()[:16]
