"""Partial dates, and the publication date that a document prints."""

import datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from etl.resolve import dates
from etl.resolve.dateline import find_dateline, printed_date

PARTIAL = st.dates(datetime.date(1900, 1, 1), datetime.date(2100, 12, 31)).flatmap(
    lambda day: st.sampled_from([day.isoformat()[:length] for length in (4, 7, 10)])
)


@pytest.mark.parametrize(
    ("text", "number"),
    [
        ("12", 12),
        ("十", 10),
        ("十二", 12),
        ("二十三", 23),
        ("三十", 30),
        ("二〇二二", 2022),
        ("两", 2),
        ("○", 0),
        ("", None),
        ("几", None),
        ("一百", None),
    ],
)
def test_small_numbers_in_digits_and_words(text: str, number: int | None):
    assert dates.chinese_int(text) == number


@pytest.mark.parametrize(
    ("parts", "date"),
    [
        ((2020, 10, 20), "2020-10-20"),
        ((2020, 10, None), "2020-10"),
        ((2020, None, None), "2020"),
        ((None, 10, 20), None),
        ((2020, 13, None), None),
        ((2021, 2, 29), None),
        ((1870, None, None), None),
    ],
)
def test_a_date_is_made_only_of_parts_that_exist(parts: tuple, date: str | None):
    assert dates.make(*parts) == date


@pytest.mark.parametrize(
    ("published", "years", "months", "start"),
    [
        ("2020-10-20", 4, 0, "2016-10"),
        ("2021-03", 4, 0, "2017-03"),
        ("2025", 3, 0, "2022"),
        ("2022-02", 0, 3, "2021-11"),
        ("2022", 0, 6, None),
        (None, 4, 0, None),
    ],
)
def test_a_stretch_counts_back_at_the_precision_of_publication(
    published: str | None, years: int, months: int, start: str | None
):
    assert dates.back(published, years=years, months=months) == start


@pytest.mark.parametrize(
    ("month", "day", "published", "year"),
    [
        (6, 12, "2025-07-01", 2025),
        (12, None, "2024-01-16", 2023),
        (10, 20, "2020-10-20", 2020),
        (10, 21, "2020-10-20", 2019),
        (4, None, "2025", 2025),
        (2, 30, "2021", None),
        (6, 29, None, None),
    ],
)
def test_a_date_without_a_year_lies_before_publication(
    month: int, day: int | None, published: str | None, year: int | None
):
    assert dates.latest_year(month, day, published) == year


def test_days_and_weekdays_are_counted_from_a_full_date_only():
    assert dates.days_before("2023-06-20", 1) == "2023-06-19"
    assert dates.days_before("2023-06", 1) is None
    assert dates.weekday_before("2023-05-23", 5, 1) == "2023-05-20"
    assert dates.weekday_before("2023", 5, 1) is None


@given(PARTIAL, st.integers(0, 60), st.integers(0, 600))
def test_going_back_never_leads_forward(date: str, years: int, months: int):
    start = dates.back(date, years=years, months=months)
    assert start is None or start <= date


PRINTED = {
    "2023-04-03来源：沙塘日报": "2023-04-03",
    "来源：中国双拥杂志\n2021-03-1212:30": "2021-03-12",
    "日期：2021.06.10": "2021-06-10",
    "发布时间：2023/3/20": "2023-03-20",
    "本报2020年10月22日讯喜讯从北京传来": "2020-10-22",
    "本报讯(2013年1月16日记者某某)零下38℃，睫毛上挂着霜。": "2013-01-16",
    "《晚报》2020年10月21日讯昨日，大会举行。": "2020-10-21",
    "(2021年3月5日)": "2021-03-05",
    "二〇二二年一月": "2022-01",
    "正文一句。\n某市退役军人事务局2023年10月9日": "2023-10-09",
    "标题\n某职业学院2022年9月\n正文。": "2022-09",
    "成文日期：2023年5月6日发布日期：2023年5月9日": "2023-05-09",
    "标题\n——2022年1月9日在某市人民代表大会会议上": "2022-01-09",
    "双拥工作简报(2022年第7期)": "2022",
    "标题\n2023年8月3日某报\n正文。\n相关阅读：\n2023-07-31另一篇": "2023-08-03",
}


@pytest.mark.parametrize(("text", "date"), PRINTED.items())
def test_the_printed_date_is_read(text: str, date: str):
    assert printed_date(text) == date


NOT_PRINTED = [
    "1970-01-01",
    "2020年12月30日，白山市召开双拥工作先进单位和个人表彰大会",
    "2021年，全市接收军队转业干部41名，其中计划分配26名。",
    "标题\n2021年11月表彰大会现场\n正文。",
    "标题\n(2020年1月—2023年12月)\n正文。",
    "自2019年3月以来，全市共举办招聘会12场，提供岗位3000个。",
    "咨询热线：0590-5550123",
    "",
]


@pytest.mark.parametrize("text", NOT_PRINTED)
def test_the_date_of_an_event_is_not_that_of_publication(text: str):
    assert printed_date(text) is None


def test_a_dateline_knows_its_place():
    text = "标题\n某县融媒体中心2024年3月9日\n正文"
    line = find_dateline(text)
    assert line is not None
    assert text[line.start : line.end] == "2024年3月9日"


@given(st.text(alphabet="2019-./年月日讯电报，。：() \n一二〇记者", max_size=60))
def test_any_text_has_a_real_date_or_none(text: str):
    date = printed_date(text)
    assert date is None or dates.make(*(int(part) for part in date.split("-"))) == date
