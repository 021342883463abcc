"""The funnels of job fairs: one period or occasion a row, ratios only inside one."""

from __future__ import annotations

import re
import shutil

import pytest

from tests import synthetic, synthetic_store
from tests.pages.test_pages import html, opened, words


@pytest.fixture
def real(database, curated):
    """The dashboard reads the five articles."""
    shutil.copyfile(curated / "shuangyong.duckdb", database)
    return database


def funnels(app) -> list[str]:
    """The words of each funnel, tags gone."""
    parts = html(app).split('<div class="sy-funnel">')[1:]
    return [re.sub(r"\s+", " ", re.sub(r"<[^>]+>", " ", part)) for part in parts]


def test_the_fair_of_one_day_stands_apart_from_the_totals(real):
    page = opened("job_fairs", focus="220300")
    assert not page.exception
    day, total, *_ = funnels(page)
    assert "2025年6月12日" in day
    for surface in ("50余家", "百余个", "30余名", "10余人次"):
        assert surface in day
    assert "每家企业提供岗位 1.67–4" in day  # 100–200 posts of 50–60 employers
    assert "1122人" not in day
    for surface in ("50余场", "23622个", "1122人"):
        assert surface in total
    assert "30余名" not in total


def test_figures_of_different_periods_are_never_joined(real):
    pinghu = funnels(opened("job_fairs", focus="330482"))[:3]
    found = [
        [s for s in ("2次", "1100多个", "124人次") if s in told] for told in pinghu
    ]
    assert found == [["2次"], ["1100多个"], ["124人次"]]
    assert not any("每场" in told for told in pinghu)


def test_who_says_nothing_is_named(real):
    assert "双辽市" in words(opened("job_fairs"))


def test_every_number_opens_its_quote(real):
    page = html(opened("job_fairs"))
    assert len(re.findall(r"data-mention=", page)) == 14


def test_an_unknown_focus_is_named(real):
    page = opened("job_fairs", focus="<b>x</b>")
    assert not page.exception
    assert page.warning


def test_without_job_fairs_the_page_says_so(database):
    silent = [
        synthetic.Written(
            "a",
            "900100",
            None,
            "2024",
            "悬挂光荣牌7块。",
            (synthetic.Said("7块", 7, "honour_plaques", 7, 7, kind="stock"),),
        )
    ]
    synthetic_store.write(database, tuple(silent))
    page = opened("job_fairs")
    assert not page.exception
    assert page.info[0].value
    assert "甲试市" in words(page)
