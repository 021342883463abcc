"""When a figure holds: how far a period reaches, titles, stories, any text."""

import datetime

from hypothesis import given
from hypothesis import strategies as st

from etl.resolve import dates, resolve
from etl.resolve.periodwords import lexicon
from etl.schema import PERIOD_KINDS, Period
from tests.unit.resolve_cases import FLOW, Info, one, periods, quantity

MODULES = "clock dateline document flows occasions periods periodwords reach stocks story stretches"


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
        module = __import__(f"etl.resolve.{name}", fromlist=["etl"])
        assert not {"datetime", "time"} & set(vars(module))
