"""When a figure holds: tables of stretches, occasions, stocks and rates."""

import pytest

from tests.unit.resolve_cases import FLOW, STOCK, one, periods

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
