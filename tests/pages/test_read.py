"""An article that a visitor brings: found, marked, taken away, and never kept."""

from __future__ import annotations

import pytest

from dashboard import reading
from dashboard.queries import indicators
from tests.pages.test_pages import html, opened, words

HOSTILE = "<img src=x onerror=alert(1)>"
TEXT = f"四年来，全市组织20场退役军人专场招聘会。{HOSTILE}2021年共有干部3000余名。"


def brought(app, text: str, published: str = ""):
    """Paste a text and press the button."""
    app.text_area[0].set_value(text)
    app.text_input[0].set_value(published)
    return app.button[0].click().run()


def test_a_pasted_text_has_its_numbers_marked_and_counted(filled):
    page = brought(opened("read"), TEXT, "2021-03")
    assert not page.exception
    shown = html(page)
    assert "招聘会场次" in shown
    assert 'sy-counted" style="--hue' in shown
    assert "20场" in shown
    assert "2017–2021" in shown
    assert "evidence?mention" not in shown
    assert "不计入的数字" in words(page)


def test_a_hostile_text_stays_text(filled):
    page = brought(opened("read"), TEXT + "[x](javascript:alert(2))")
    assert "<img" not in html(page)
    assert "](javascript" not in words(page)


def test_without_a_text_the_page_asks_for_one(filled):
    page = brought(opened("read"), "  \n")
    assert page.info[0].value
    assert "sy-article" not in html(page)


def test_a_text_without_numbers_is_no_error(filled):
    page = brought(opened("read"), "军民鱼水情。")
    assert not page.exception
    assert "识别 0 个数字" in words(page)


def test_a_wrong_date_is_named_and_taken_as_unknown(filled):
    page = brought(opened("read"), TEXT, "去年")
    assert not page.exception
    assert page.warning[0].value
    assert "2017–2021" not in html(page)


def test_a_text_that_is_too_long_is_refused_before_it_is_read(filled):
    page = brought(opened("read"), "退役军人" * reading.LONGEST)
    assert "60000" in page.error[0].value


def test_nothing_of_a_text_is_left_for_the_next_reader(filled):
    brought(opened("read"), TEXT)
    assert "20场" not in html(opened("read"))


@pytest.mark.parametrize("name", ["a.pdf", "a.docx", "a.txt"])
def test_a_broken_file_is_told_in_a_sentence(name, filled):
    with pytest.raises(reading.UnreadableError, match="读不出文字"):
        reading.brought("", name, b"\x00\xff\x00 no article", "zh")


def test_a_file_goes_before_what_was_pasted(filled):
    text = reading.brought("旧", "a.txt", TEXT.encode(), "zh")
    names = {row["id"]: row for row in indicators().iter_rows(named=True)}
    rows = reading.numbers(text, "2021-03", names)
    assert all(
        text[row["start_offset"] : row["end_offset"]] == row["surface"] for row in rows
    )
    assert reading.frame(rows).get_column("indicator").to_list()[1] == "job_fairs"
