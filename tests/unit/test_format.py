"""Numbers and periods in words."""

from __future__ import annotations

import pytest

from dashboard import format as fmt


@pytest.mark.parametrize(
    ("value", "zh", "en"),
    [
        (50, "50", "50"),
        (9999, "9,999", "9,999"),
        (23622, "2.36万", "23,622"),
        (31800, "3.18万", "31,800"),
        (100_000_000, "1亿", "100 million"),
        (115_000_000, "1.15亿", "115 million"),
        (0.5, "0.5", "0.5"),
        (0, "0", "0"),
    ],
)
def test_short_numbers(value, zh, en):
    assert fmt.number(value, "zh") == zh
    assert fmt.number(value, "en") == en


def test_bounds():
    assert fmt.exact_bounds(50, 60) == "50–60"
    assert fmt.exact_bounds(3000, None) == "≥ 3,000"
    assert fmt.exact_bounds(42, 42) == "42"
    assert fmt.bounds(31800, 31900, "zh") == "3.18万–3.19万"
    assert fmt.bounds(3000, None, "zh") == "≥ 3,000"


@pytest.mark.parametrize(
    ("stretch", "words"),
    [
        (("cumulative", "四年来", "2017-03", "2021-03"), "四年来（2017–2021）"),
        (("cumulative", None, "2020-07", "2020-09"), "2020年7月–2020年9月"),
        (
            ("cumulative", "自2016年以来", "2016", None),
            "自2016年以来（2016年起，止期未载明）",
        ),
        (("cumulative", None, None, "2025"), "至2025年，起点未载明"),
        (("cumulative", None, None, None), "起止未载明"),
        (("annual", "每年", None, None), "每年"),
        (("event", "6月12日", "2025-06-12", "2025-06-12"), "6月12日（2025年6月12日）"),
        (("event", "2021年", "2021", "2021"), "2021年"),
        (("stock", None, None, "2021-03"), "截至2021年3月"),
        (("standard", None, None, None), "政策标准"),
        ((None, None, None, None), "期间未载明"),
        (("cumulative", "近\n年来", None, None), "近年来（起止未载明）"),
    ],
)
def test_periods(stretch, words):
    assert fmt.period(fmt.Stretch(*stretch), "zh") == words


def test_english_periods_keep_the_iso_dates():
    stretch = fmt.Stretch("cumulative", None, "2016", None)
    assert fmt.period(stretch, "en") == "since 2016, end not stated"


def test_units_are_told_apart_and_an_unknown_one_stands_for_itself():
    assert fmt.unit("person", "zh") != fmt.unit("person_time", "zh")
    assert fmt.unit("furlong", "zh") == "furlong"


def test_what_the_print_put_inside_a_figure_goes():
    assert fmt.as_reported("210余万 \n元") == "210余万元"


def test_excerpts_keep_the_words_next_to_the_number():
    before, after = fmt.excerpt("一" * 100, "二" * 100, reach=10)
    assert before == "…" + "一" * 10
    assert after == "二" * 10 + "…"
    assert fmt.excerpt("短", "短") == ("短", "短")


@pytest.mark.parametrize(
    ("low", "high", "words"),
    [
        (23622, 23622, "23,622"),
        (25176, 25176, "25,176"),
        (115_000_000, 116_000_000, "1.15亿–1.16亿"),
        (31_800, 31_900, "3.18万–3.19万"),
        (3000, None, "≥ 3,000"),
        (0.5, 0.5, "0.5"),
    ],
)
def test_bounds_in_full_lose_nothing(low, high, words):
    assert fmt.full_bounds(low, high, "zh") == words


def test_breaks_of_the_print_go_and_blanks_between_latin_words_stay():
    assert fmt.unspaced("召 开退\n役军人 专场 20 场") == "召开退役军人专场20场"
    assert fmt.unspaced("of the  People 2024") == "of the  People 2024"
    assert fmt.unspaced("## 成功实现") == "成功实现"
