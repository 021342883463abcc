"""How far the figures of one indicator compare: basis, tiers, reasons, ranges of ranks."""

from __future__ import annotations

import json
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


def rows(app) -> list[str]:
    """The rows of the first table, tags gone."""
    table = html(app).split("<tbody>")[1].split("</tbody>")[0]
    plain = [re.sub(r"<[^>]+>", " ", row) for row in table.split("</tr>")]
    return [re.sub(r"\s+", " ", row).strip() for row in plain if row.strip()]


def test_like_figures_have_ranges_of_ranks_and_others_reasons(comparable):
    page = opened("compare", indicator="job_fairs")
    assert not page.exception
    told = rows(page)
    assert told[0] == "甲试市 50余场 2024年 A 第 1 位（可比 3 市） 口径相同"
    assert told[2].endswith("A 第 3 位（可比 3 市） 口径相同")
    assert re.search("乙试县 9场 .* [CD] 不排名次 期间或时点未载明", told[3])
    assert "4 市中 3 市有口径相同的城市可比" in re.sub(r"\\(.)", r"\1", words(page))


def test_overlapping_figures_are_not_ranked(comparable):
    told = rows(opened("compare", indicator="honour_plaques"))
    assert all("A 无法排名（可比 2 市，范围重叠）" in row for row in told)


def test_on_another_basis_the_chart_has_the_converted_figures(real):
    page = opened("compare", indicator="job_fairs", basis="per_year")
    assert not page.exception
    figure = json.dumps(
        json.loads(page.get("plotly_chart")[0].proto.spec), ensure_ascii=False
    )
    assert "每年5场次" in figure
    assert "42次" not in figure
    told = "\n".join(rows(page))
    assert re.search("白山市 每年 5 场次 .*累计数已按年数折算为每年", told)
    assert re.search("通辽市 42次 .* D 不排名次 存量、单次", told)


def test_an_indicator_without_the_basis_says_so(comparable):
    page = opened("compare", indicator="employment_rate", basis="per_10k")
    assert "没有可按这一口径折算的数字" in page.info[0].value
    assert page.get("plotly_chart") == []


def test_an_unknown_basis_is_named(comparable):
    page = opened("compare", basis="per_soldier")
    assert "per" in page.warning[0].value


def beside(page) -> str:
    """The table of the city in focus beside each other city; tags gone."""
    table = html(page).split("逐一对照")[-1].split("</table>")[0]
    return re.sub(r"\s+", " ", re.sub(r"<[^>]+>", " ", table))


def test_the_city_in_focus_is_told_why_it_meets_nobody(real):
    told = beside(opened("compare", indicator="job_fairs", focus="330482"))
    assert re.search("白山市 20场 四年来[^ ]* D 不比大小 [^ ]*期间类型不同", told)
    assert told.count("行政层级不同") == 3
    yearly = beside(
        opened("compare", indicator="job_fairs", focus="330482", basis="per_year")
    )
    assert re.search("白山市 每年 5 场次 .* C 不比大小 [^ ]*行政层级不同", yearly)


def test_the_city_in_focus_is_told_whom_it_exceeds(comparable):
    told = beside(opened("compare", indicator="job_fairs", focus="900100"))
    assert re.search("丙试市 20场 2024年 A 较高 口径相同", told)
