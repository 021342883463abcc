"""The methods page tells the rules that decide, and the figures that were measured."""

from __future__ import annotations

import json

import duckdb

from dashboard import benchmark_queries as bench
from dashboard import quality
from tests import synthetic_store
from tests.pages.test_pages import html, opened, words


def test_every_reason_and_threshold_of_the_gate_is_told(filled):
    page = html(opened("methods"))
    for frame in (bench.gate_reasons(), bench.thresholds()):
        assert frame.height
        assert all(words in page for words in frame.get_column("zh"))


def test_quality_is_what_the_file_of_the_evaluation_says(filled):
    page = html(opened("methods"))
    stated = json.loads(quality.FILE.read_text("utf-8"))
    for found in stated.values():
        assert f'<td class="sy-number">{found["quantities"]}</td>' in page
        assert f"{100 * found['strict_f1']:.1f}%" in page


def test_corrections_and_changes_are_on_the_page(filled):
    page = opened("methods")
    assert not page.exception
    assert "3 篇报道都没有声明的更正" in words(page)
    assert "Changelog" in words(page)


def test_the_versions_and_the_newest_changes_are_told(filled):
    page = html(opened("methods"))
    assert "2026-01-01" in page
    assert "数值：40 → 50" in page
    changed = page[page.index("数值：40") - 400 :]
    assert changed.count("data-mention=") == 1  # what is gone has no sentence to open


def test_a_single_version_says_that_there_is_none_before(database):
    synthetic_store.write(database)
    with duckdb.connect(str(database)) as connection:
        connection.execute("delete from change")
        connection.execute("delete from version where number = 1")
    page = opened("methods")
    assert not page.exception
    assert "没有更早的可比" in words(page)
