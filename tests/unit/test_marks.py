from dataclasses import replace

import pytest

from dashboard import marks
from dashboard.marks import Telling
from tests.unit.map_rows import ROWS, SHUANGLIAO, TELLING, row


def test_the_area_of_a_circle_is_proportional_to_the_value():
    first, second, _ = marks.marks(ROWS, TELLING)
    assert first.radius == TELLING.largest
    assert (second.radius / first.radius) ** 2 == pytest.approx(20 / 50)


def test_small_values_stay_visible():
    tiny = row(adcode="1", value=0.001, value_low=0.001, value_high=0.001)
    assert marks.marks([row(), tiny], TELLING)[1].radius == marks.SMALLEST


def test_rates_are_drawn_alike():
    telling = Telling("reported", "%", sized=False, language="zh")
    assert len({mark.radius for mark in marks.marks(ROWS[:2], telling)}) == 1


def test_silence_is_no_zero():
    silent = marks.marks(ROWS, TELLING)[2]
    assert silent.state == "silent"
    assert silent.radius == marks.SILENT
    assert silent.label == "双辽\n未提及"
    assert "0" not in silent.label + silent.tip


def test_zero_is_a_figure():
    zero = row(value=0.0, value_low=0.0, value_high=0.0, surface="零")
    (mark,) = marks.marks([zero], TELLING)
    assert (mark.state, mark.radius) == ("figure", marks.SMALLEST)


def test_a_tip_states_words_bounds_and_period():
    assert marks.marks(ROWS, TELLING)[0].tip.split("\n") == [
        "四平市  50余场",
        "可能范围：50–60 场次",
        "累计 · 起止未载明",
    ]


def test_a_tip_says_when_a_city_reports_more():
    (mark,) = marks.marks([row(figures=3)], TELLING)
    assert "另报本指标数字 2 个" in mark.tip


def test_a_converted_figure_keeps_its_bounds_and_its_words():
    telling = Telling("per_10k", "场次", sized=True, language="zh")
    converted = row(value=0.2755, value_low=0.2755, value_high=0.3306)
    (mark,) = marks.marks([converted], telling)
    assert mark.label == "四平\n0.28–0.33"
    assert "50余场" in mark.tip
    assert "每万人 0.28–0.33 场次" in mark.tip


@pytest.mark.parametrize("unstated", [True, False])
def test_what_the_gate_calls_unstated_is_pale(unstated: bool):
    (mark,) = marks.marks([row(unstated=unstated)], TELLING)
    assert mark.faded is unstated


def test_a_figure_that_is_barred_says_why_and_is_not_drawn():
    barred = row(state="barred", value=None, why_zh="只涉及某乡", why_en="part")
    (mark,) = marks.marks([barred], TELLING)
    assert mark.radius == marks.SILENT
    assert "只涉及某乡" in mark.tip
    assert "只涉及某乡" in marks.table([barred], TELLING)[1][0][1].words


def test_the_sentence_names_the_ends_and_the_silent():
    words = marks.summary(ROWS, TELLING, "招聘会场次")
    assert "2 地有数字" in words
    assert "1 地已读而未提及" in words
    assert "最大为四平市（50余场）" in words
    assert "最小为白山市（20场）" in words


def test_the_sentence_without_figures():
    words = marks.summary([SHUANGLIAO], TELLING, "招聘会场次")
    assert "没有可按所选口径绘出的数字" in words


def test_nested_places_are_named():
    child = row(adcode="220382", city="双辽市", parent_adcode="220300")
    assert marks.notes([row(), child], TELLING) == [
        "双辽市在四平市境内，两地数字不可相加，也不宜相比。"
    ]


def test_places_without_a_population_are_named():
    unknown = row(adcode="130700", city="张家口市", state="no_population")
    per_head = replace(TELLING, basis="per_10k")
    assert "张家口市：报告了本指标，人口未核，不计每万人数。" in marks.notes(
        [row(), unknown], per_head
    )
    assert marks.notes([row(), unknown], TELLING) == []
    (_, line) = marks.table([row(), unknown], per_head)[1]
    assert "人口未核" in line[1].words


def test_a_table_row_opens_its_quote():
    columns, lines = marks.table(ROWS, TELLING)
    assert all(len(line) == len(columns) for line in lines)
    assert lines[0][1].mention_id == "m1"
    assert lines[0][1].words == "50余场"
    assert lines[2][1].words == "已读，未提及"
