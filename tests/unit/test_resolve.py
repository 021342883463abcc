"""When a figure holds: one test for each labelling rule about periods."""

import datetime
import re
from dataclasses import dataclass

import pytest
from hypothesis import given
from hypothesis import strategies as st

from etl import dates
from etl.periodwords import Nature, lexicon, nature_of
from etl.resolve import resolve
from etl.schema import PERIOD_KINDS, Period, Quantity

MARKED = re.compile(r"\[([^\]]*)\]")
MODULES = "clock dateline flows occasions periods periodwords reach resolve stocks story stretches"


@dataclass(frozen=True)
class Info:
    """An indicator as this step sees it."""

    id: str
    nature: Nature


def quantity(start: int, end: int, unit: str = "item") -> Quantity:
    return Quantity(start, end, 1.0, 1.0, None, unit, "exact")


def periods(
    marked: str, indicators: str, published: str | None = None
) -> list[tuple[str | None, str | None, str | None]]:
    """Return kind, start and end of each figure that stands in brackets."""
    text, spans = "", []
    for n, piece in enumerate(MARKED.split(marked)):
        if n % 2:
            unit = "CNY" if piece.endswith("元") else "item"
            spans.append(quantity(len(text), len(text) + len(piece), unit))
        text += piece
    ids = indicators.split()
    ids += ids[-1:] * (len(spans) - len(ids))
    infos = [None if id_ == "-" else Info(id_, nature_of(id_)) for id_ in ids]
    found = [period for period, _ in resolve(text, spans, infos, published)]
    return [(period.kind, period.start, period.end) for period in found]


def one(marked: str, indicator: str, published: str | None = None):
    [period] = periods(marked, indicator, published)
    return period


FLOW = "soldiers_placed"
STOCK = "service_stations"

STRETCHES = [
    ("四年来，接收退役士兵[839名]", "2020-10-20", "2016-10", "2020-10"),
    ("近三年，接收退役士兵[839名]", "2025", "2022", "2025"),
    ("近年来，接收退役士兵[839名]", "2023-11-21", None, "2023-11"),
    ("三年多来，接收退役士兵[839名]", "2024-07", None, "2024-07"),
    ("自2016年以来，接收退役士兵[839名]", "2020-10", "2016", "2020-10"),
    ("自2016年以来，接收退役士兵[839名]", None, "2016", None),
    ("“十三五”期间，接收退役士兵[839名]", "2021-01-15", "2016", "2020"),
    ("“十四五”以来，接收退役士兵[839名]", "2023-08-24", "2021", "2023-08"),
    ("2021年至2023年，接收退役士兵[839名]", None, "2021", "2023"),
    ("2017—2020年，接收退役士兵[839名]", None, "2017", "2020"),
    ("今年以来，接收退役士兵[839名]", "2023-09-20", "2023-01", "2023-09"),
    ("上半年，接收退役士兵[839名]", "2023-07-15", "2023-01", "2023-06"),
    ("第三季度，接收退役士兵[839名]", "2020-10", "2020-07", "2020-09"),
    ("去年一季度，接收退役士兵[839名]", "2023-02", "2022-01", "2022-03"),
    ("1至6月，接收退役士兵[839名]", "2023-08", "2023-01", "2023-06"),
    ("截至2023年6月底，接收退役士兵[839名]", "2023-09", None, "2023-06"),
    ("截至7月25日，接收退役士兵[839名]", "2023-07-28", None, "2023-07-25"),
    ("截至5月底，今年已接收退役士兵[839名]", "2023-07-28", "2023-01", "2023-05"),
    ("目前已累计接收退役士兵[839名]", "2020-10", None, "2020-10"),
    ("累计接收退役士兵[839名]", "2025", None, "2025"),
    ("本轮创建以来，接收退役士兵[839名]", "2023-09-20", None, "2023-09"),
    ("本学年，接收退役士兵[839名]", "2024-06-03", "2023-09", "2024-06"),
    ("先后共接收退役士兵[839名]", "2023-09-20", None, None),
]


@pytest.mark.parametrize(("text", "published", "start", "end"), STRETCHES)
def test_a_stretch_is_cumulative(
    text: str, published: str | None, start: str | None, end: str | None
):
    assert one(text, FLOW, published) == ("cumulative", start, end)


OTHERS = [
    ("去年，接收退役士兵[512名]", FLOW, "2022-05", ("annual", "2021", "2021")),
    ("2021年，接收退役士兵[512名]", FLOW, None, ("annual", "2021", "2021")),
    ("全年接收退役士兵[512名]", FLOW, "2021-12-30", ("annual", "2021", "2021")),
    ("每年接收退役士兵[512名]", FLOW, "2021-12-30", ("annual", None, None)),
    ("2019年以来，年均接收[51名]", FLOW, "2022", ("annual", "2019", "2022")),
    (
        "10月20日，全市表彰[20名]",
        "commended_persons",
        "2020-11",
        ("event", "2020-10-20", "2020-10-20"),
    ),
    ("2019年表彰[29名]", "commended_persons", None, ("event", "2019", "2019")),
    (
        "昨天，全市表彰[20名]",
        "commended_persons",
        "2022-01-20",
        ("event", "2022-01-19", "2022-01-19"),
    ),
    (
        "春节前夕，送去慰问金[86万元]",
        "condolence_money",
        "2024-02-05",
        ("event", "2024", "2024"),
    ),
    (
        "今年，组织助学行动，发放[2.2万元]",
        "hardship_aid",
        "2024",
        ("event", "2024", "2024"),
    ),
    (
        "今年已发放抚恤金[986万元]",
        "pensions_paid",
        "2023-08",
        ("cumulative", "2023-01", "2023-08"),
    ),
    (
        "在抗击雪灾过程中，出动[870人次]",
        "troops_deployed",
        "2022",
        ("event", None, None),
    ),
    (
        "7月21日至23日，出动[2460人]",
        "troops_deployed",
        "2021-07-24",
        ("event", "2021-07-21", "2021-07-23"),
    ),
    ("中考加[10分]", "exam_bonus_points", "2021", ("standard", None, None)),
    ("四年来，最高[30万元]", "startup_loan_ceiling", "2021", ("standard", None, None)),
]


@pytest.mark.parametrize(("text", "indicator", "published", "period"), OTHERS)
def test_years_occasions_and_standards(
    text: str, indicator: str, published: str | None, period: tuple
):
    assert one(text, indicator, published) == period


STOCKS = [
    ("全市[1020个]服务站", ("stock", None, "2025-03")),
    ("近年来，建成服务站[77个]", ("stock", None, "2025-03")),
    ("截至2023年6月底，服务站[215个]", ("stock", None, "2023-06")),
    ("目前，服务站[215个]", ("stock", None, "2025-03")),
    ("近年来，新建服务站[12个]", ("cumulative", None, "2025-03")),
    ("服务站由[28个]扩充到", ("stock", None, None)),
    ("2019年起步时只有[9个]", ("stock", None, "2019")),
]


@pytest.mark.parametrize(("text", "period"), STOCKS)
def test_a_stock_holds_at_publication_or_at_its_own_date(text: str, period: tuple):
    assert one(text, STOCK, "2025-03-01") == period


def test_a_past_value_beside_the_present_one():
    grown = "会员单位由最初的[19家]壮大到[312家]"
    assert periods(grown, "association_members", "2024-01") == [
        ("stock", None, None),
        ("stock", None, "2024-01"),
    ]


def test_plaques_are_a_stock_unless_a_closed_stretch_counts_new_ones():
    assert one("四年来，悬挂光荣牌[3万块]", "honour_plaques", "2021-03") == (
        "stock",
        None,
        "2021-03",
    )
    assert one("去年，悬挂光荣牌[3万块]", "honour_plaques", "2021-03") == (
        "annual",
        "2020",
        "2020",
    )
    assert one("一季度，发放优待证[900张]", "preferential_cards", "2021-05") == (
        "cumulative",
        "2021-01",
        "2021-03",
    )


RATES = [
    ("退役士兵安置率[100%]", ("standard", None, None)),
    ("四年来，安置率[100%]", ("cumulative", "2016-10", "2020-10")),
    ("目前，安置率[96%]", ("stock", None, "2020-10")),
    ("截至9月底，安置率[96%]", ("stock", None, "2020-09")),
    ("9月5日，安置率[100%]", ("event", "2020-09-05", "2020-09-05")),
    ("2019年，安置率[100%]", ("annual", "2019", "2019")),
]


@pytest.mark.parametrize(("text", "period"), RATES)
def test_a_rate_is_a_standard_unless_a_period_is_told(text: str, period: tuple):
    assert one(text, "soldiers_placement_rate", "2020-10-20") == period


def test_a_period_reaches_to_the_end_of_its_point_and_a_lead_in_all_points():
    point = "一是安置。四年来，安置[839名]。又安置[20名]。二是优待。安置[30名]。"
    assert [p[0:2] for p in periods(point, FLOW, "2020-10")] == [
        ("cumulative", "2016-10"),
        ("cumulative", "2016-10"),
        ("cumulative", None),
    ]
    lead = "2022年，办成几件实事。一是安置[41名]。二是安置[12名]。"
    assert periods(lead, FLOW, "2023-01") == [("annual", "2022", "2022")] * 2


def test_a_period_ends_with_its_paragraph_and_a_later_one_replaces_it():
    text = "四年来，安置[8名]。去年，安置[2名]。\n安置[3名]。"
    assert periods(text, FLOW, "2020-10") == [
        ("cumulative", "2016-10", "2020-10"),
        ("annual", "2019", "2019"),
        ("cumulative", None, None),
    ]


def test_a_total_reaches_to_the_semicolon_and_yields_to_a_stated_stretch():
    text = "累计减免[8元]；减免[2元]。自2018年以来，累计减免[5元]。"
    assert [p[1:] for p in periods(text, "medical_relief", "2020-10")] == [
        (None, "2020-10"),
        (None, None),
        ("2018", "2020-10"),
    ]


def test_a_founding_date_begins_the_stretch_since():
    text = "2008年，我市成立拥军协会。\n协会自成立以来，累计提供[1100个]岗位。"
    assert one(text, "job_fair_posts", "2020-10") == ("cumulative", "2008", "2020-10")


def test_words_that_point_back_keep_the_stretch():
    text = "近五年，安置[81名]。同期，安置[520名]。"
    assert periods(text, FLOW, "2023-10")[1] == ("cumulative", "2018-10", "2023-10")


def test_an_occasion_goes_on_in_the_next_paragraphs():
    text = (
        "3月8日，招聘会举行，[96家]企业到场。\n“好！”他说。\n临近中午，到场[1800人]。"
    )
    assert (
        periods(text, "job_fair_employers job_fair_attendees", "2024-03-09")
        == [("event", "2024-03-08", "2024-03-08")] * 2
    )


def test_a_line_that_announces_gives_its_period_to_what_follows():
    text = "现将2021年度发放情况公告如下。\n向[73户]送达喜报。\n共[316户]领取。"
    assert (
        periods(text, "merit_notices conscript_families", "2022-01")
        == [("annual", "2021", "2021")] * 2
    )


def test_titles_end_on_the_naming_date():
    text = "获评全国双拥模范城“[二连冠]”\n10月20日，我市被命名为全国双拥模范城。"
    assert one(text, "model_city_run", "2020-10-22") == (
        "cumulative",
        None,
        "2020-10-20",
    )
    listed = "2011年、2016年、2020年，接连实现“[四连冠]”“[五连冠]”“[六连冠]”"
    assert [end for *_, end in periods(listed, "model_city_run", "2021")] == [
        "2011",
        "2016",
        "2020",
    ]
    since = "自1999年首次获评算起，[六度]折桂"
    assert one(since, "model_city_titles", "2020-10-22") == (
        "cumulative",
        "1999",
        "2020-10",
    )


def test_an_undated_report_closes_with_its_latest_event():
    text = "9月16日，2023年下半年新兵欢送大会举行。\n近年来，输送新兵[1400名]。"
    assert one(text, "enlisted") == ("cumulative", None, "2023-09")


def test_the_year_in_a_persons_story_is_not_that_of_the_citys_figures():
    text = "他种起菌菇，去年净赚[18万元]。全县吸纳退役军人就业[470名]。"
    assert periods(text, "- employed_veterans", "2023")[1] == ("cumulative", None, None)


def test_an_issue_number_counts_since_the_first():
    assert one("去年，简报编到[第96期]", "bulletins", "2023") == (
        "cumulative",
        None,
        None,
    )


def test_the_text_of_a_period_is_quoted():
    text = "四年来，安置839名"
    [(period, place)] = resolve(
        text, [quantity(6, 10)], [Info(FLOW, "flow")], "2020-10"
    )
    assert period == Period("cumulative", "四年来", "2016-10", "2020-10")
    assert place is None


def test_nothing_is_said_of_a_figure_without_indicator():
    assert periods("四年来，走了[1836公里]", "-", "2020") == [(None, None, None)]


WORDS = [example for word in lexicon().words for example in word.examples]
PIECES = st.lists(
    st.sampled_from(
        [*WORDS, "，", "。", "；", "\n", "一是", "二是", "成立于", "12名", "如下："]
    ),
    max_size=20,
).map("".join)
PUBLISHED = st.sampled_from([None, "2020", "2020-10", "2020-10-20", "2024-02-29"])
NATURES = st.sampled_from([*sorted(lexicon().natures), "flow"])


@given(PIECES | st.text(max_size=60), PUBLISHED, NATURES, st.data())
def test_any_text_gives_a_period_in_order(text, published, nature, data):
    start = data.draw(st.integers(0, len(text)))
    found = resolve(
        f"{text}12名",
        [quantity(start, start + 2)],
        [Info("x", nature)],
        published,
    )
    [(period, _)] = found
    assert period.kind in PERIOD_KINDS
    if period.start and period.end:
        shared = min(len(period.start), len(period.end))
        assert period.start[:shared] <= period.end[:shared]


def test_no_answer_depends_on_the_day_it_is_asked(monkeypatch):
    class Date(datetime.date):
        @classmethod
        def today(cls):
            raise AssertionError("the clock was read")

    stand_in = type("datetime", (), {"date": Date, "timedelta": datetime.timedelta})
    monkeypatch.setattr(dates, "datetime", stand_in)
    text = "昨天，四年来，今年以来，上周六，去年，表彰[20名]"
    assert one(text, "commended_persons", "2023-05-23")[0] == "event"
    for name in MODULES.split():
        module = __import__(f"etl.{name}", fromlist=["etl"])
        assert not {"datetime", "time"} & set(vars(module))
