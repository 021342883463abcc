"""The view by the eight categories of the assessment: names, counts, no points."""

from __future__ import annotations

import re
import shutil

import pytest

from dashboard import assessment, queries
from tests.pages.test_pages import html, opened, words


@pytest.fixture
def real(database, curated):
    """The dashboard reads the five articles."""
    shutil.copyfile(curated / "shuangyong.duckdb", database)
    return database


def test_the_eight_categories_stand_in_their_order(real):
    page = html(opened("assessment"))
    places = [
        page.index(assessment.name(category, "zh"))
        for category in assessment.CATEGORIES
    ]
    assert places == sorted(places)
    assert page.index(assessment.name(assessment.NONE, "zh")) > places[-1]


def test_every_indicator_is_counted_once_for_each_city(real):
    cells = re.findall(r"<b>(\d+)</b><i>/(\d+)</i>", html(opened("assessment")))
    assert len(cells) % 5 == 0
    row = cells[: len(cells) // 5]
    assert sum(int(all_) for _, all_ in row) == queries.indicators().height
    assert all(int(reported) <= int(all_) for reported, all_ in cells)


def test_a_category_shows_its_indicators_and_opens_their_numbers(real):
    page = opened("assessment", category="6")
    assert page.header[0].value == "拥政爱民成果显著"
    assert "抢险出动兵力" in html(page)
    assert "data-mention" in html(page)


def test_no_points_are_told(real):
    page = opened("assessment")
    assert not re.search(
        r"[\d一二三四五六七八九十百]+\s*分(?!类)", html(page) + words(page)
    )


def test_an_unknown_category_is_named(real):
    page = opened("assessment", category="9")
    assert not page.exception
    assert page.warning
