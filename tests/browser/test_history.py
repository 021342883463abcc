"""Links are followed inside the session, and Back leads where the reader came from."""

from __future__ import annotations

import pytest

from tests.browser.reader import SECONDS

pytestmark = pytest.mark.browser

START = "compare?indicator=honour_plaques"
NUMBER = ".sy-table a.sy-door"
OTHER = ".sy-article a.sy-mark:not(.sy-selected)"


def test_back_returns_to_the_comparison_that_was_left(server, reader):
    page = reader.page
    reader.open(f"{server.url}/{START}")
    page.evaluate("window.sameDocument = true")
    # Links work before the script that follows them has come, by loading the page anew.
    page.wait_for_function("window.shuangyongDoors !== undefined")
    page.locator(NUMBER).first.click()
    page.locator(".sy-record").wait_for(timeout=SECONDS)
    first = page.url
    assert "/evidence?mention=" in first
    page.locator(OTHER).first.click()
    page.wait_for_url(lambda url: "mention=" in url and url != first)
    reader.settle()
    page.go_back()
    page.wait_for_url(first)
    page.go_back()
    page.wait_for_url(f"**/{START}")
    page.locator(NUMBER).first.wait_for(timeout=SECONDS)
    assert "光荣牌" in page.get_by_test_id("stMain").locator("h2").first.inner_text()
    assert page.evaluate("window.sameDocument") is True
    assert reader.exceptions() == []


def test_the_language_follows_the_reader(server, reader):
    page = reader.page
    reader.open(f"{server.url}/{START}&lang=en")
    page.locator(NUMBER).first.click()
    page.locator(".sy-record").wait_for(timeout=SECONDS)
    assert "lang=en" in page.url
    assert reader.heading() == "Evidence"
    assert page.evaluate("document.documentElement.lang") == "en"


def test_a_choice_stands_in_the_address_as_a_code(server, reader):
    page = reader.page
    reader.open(f"{server.url}/{START}")
    box = page.get_by_test_id("stSelectbox").first.locator("input")
    box.click()
    box.fill("招聘会场次")
    page.keyboard.press("Enter")
    page.wait_for_url("**/compare?indicator=job_fairs")
    page.go_back()
    page.wait_for_url(f"**/{START}")
    page.get_by_text("光荣牌：").first.wait_for(timeout=SECONDS)
