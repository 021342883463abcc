"""The benchmark of a city: what is ranked, what is only shown, what is refused."""

from __future__ import annotations

import re
import shutil

import pytest

from tests import like_for_like, synthetic_store
from tests.pages.test_pages import html, opened, words


@pytest.fixture
def comparable(database):
    """The dashboard reads articles whose figures can be compared."""
    synthetic_store.write(database, like_for_like.ARTICLES)
    return database


@pytest.fixture
def real(database, curated):
    """The dashboard reads the five articles."""
    shutil.copyfile(curated / "shuangyong.duckdb", database)
    return database


def text(app) -> str:
    """What a reader reads: tags gone, marks of Markdown as they look."""
    shown = re.sub(r"<[^>]+>", " ", html(app)) + words(app)
    return re.sub(r"\s+", " ", re.sub(r"\\(.)", r"\1", shown))


def test_a_figure_clearly_above_its_peers_has_its_rank_and_its_gaps(comparable):
    page = opened("benchmark", focus="900100")
    assert not page.exception
    told = text(page)
    assert "第 1 位（可比 3 市）" in told
    assert "与中位数 14 相比：多 36–46" in told  # peers 20 and 8: the median is 14
    assert "与最大者 20 相比：多 30–40" in told
    assert "高于中位数：3 种对标范围中 3 种成立" in told


def test_ranges_that_overlap_are_not_ranked(comparable):
    told = text(opened("benchmark", focus="900200"))
    assert "无法排名（可比 2 市，范围重叠）" in told
    assert "与最大者 1.2万 相比：范围重叠，难分高低" in told


def test_picked_peers_stand_in_the_address_and_change_the_standing(comparable):
    page = opened("benchmark", focus="900100", peers="picked", city="900300")
    assert not page.warning
    assert page.multiselect(key="city_choice").value == ["900300"]
    assert "第 1 位（可比 2 市）" in text(page)
    assert "丙试市" not in "".join(re.findall(r'aria-label="([^"]*)"', html(page)))


def test_a_place_inside_another_is_refused_with_the_reason(comparable):
    page = opened("benchmark", focus="900101", peers="picked", city="900100")
    told = text(page)
    assert "一地在另一地之内" in told
    assert "第 1 位" not in told


def test_what_peers_report_and_the_city_does_not_is_listed_with_doors(comparable):
    page = opened("benchmark", focus="900100")
    told = text(page)
    assert "对标城市报告而本市未提及" in told
    assert "立功喜报（2 市） 丙试市 30份" in told
    assert told.count("未提及不等于没有做") == 1


def test_each_number_on_the_page_is_a_door(comparable):
    shown = html(opened("benchmark", focus="900100"))
    for surface in ("50余场", "200余份"):
        assert re.search(rf'data-mention="[0-9a-f]+"[^>]*>{surface}</a>', shown)


def test_on_another_basis_the_figures_are_converted_or_said_to_have_none(real):
    told = text(opened("benchmark", focus="220600", basis="per_year"))
    assert "每年 5 场次" in told  # 20 fairs in the four years to March 2021
    assert re.search("光荣牌 3.18余万 截至2021年3月 [^0-9]*存量、单次、标准", told)


def test_nothing_comparable_is_said_and_not_hidden(filled):
    told = text(opened("benchmark", focus="900100"))
    assert "没有一项指标口径相同" in told


@pytest.mark.parametrize(
    "parameters",
    [
        {"focus": "<b>x</b>"},
        {"focus": "900100", "peers": "best"},
        {"focus": "900100", "peers": "nearest", "count": "999999"},
        {"focus": "900100", "peers": "picked", "city": ["900100", "' or 1=1"]},
        {"focus": "900100", "basis": "per_soldier"},
    ],
    ids=str,
)
def test_nonsense_in_the_address_is_named_and_the_default_taken(comparable, parameters):
    page = opened("benchmark", **parameters)
    assert not page.exception
    assert page.warning
    assert page.title[0].value


def test_hostile_text_stays_text(comparable):
    shown = html(opened("benchmark", focus="900100"))
    assert "<script" not in shown
    assert "<img" not in shown
