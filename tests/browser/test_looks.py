"""The pages on a phone, in the dark, in English, and with nonsense in the address."""

from __future__ import annotations

import re

import pytest

from tests.browser.pages import PAGES, address

pytestmark = pytest.mark.browser

PHONE = {"width": 390, "height": 844}
WIDTHS = "() => [document.documentElement.scrollWidth, window.innerWidth]"
COLOURS = """() => {
    const style = getComputedStyle(document.querySelector('[data-testid="stApp"]'));
    return [style.backgroundColor, style.color];
}"""
NONSENSE = {
    "compare": "indicator=no_such_indicator",
    "data": "city=999999",
    "evidence": "source=no-such-article",
}


def brightness(colour: str) -> float:
    """Return the mean of red, green and blue of a CSS colour, 0 to 255."""
    return sum(int(part) for part in re.findall(r"\d+", colour)[:3]) / 3


@pytest.mark.parametrize("page", PAGES)
def test_a_phone_never_scrolls_sideways(server, open_reader, page):
    reader = open_reader(viewport=PHONE, is_mobile=True, has_touch=True)
    reader.open(address(server, page))
    reader.wait_for_charts()
    needed, there = reader.page.evaluate(WIDTHS)
    assert needed <= there
    assert reader.exceptions() == []


@pytest.mark.parametrize("page", PAGES)
def test_dark_colours_are_kept_to(server, open_reader, page):
    reader = open_reader(color_scheme="dark")
    reader.open(address(server, page))
    background, text = map(brightness, reader.page.evaluate(COLOURS))
    assert background < 64
    assert text > 160


@pytest.mark.parametrize(("page", "query"), NONSENSE.items(), ids=NONSENSE)
def test_nonsense_in_the_address_is_answered_with_a_note(server, reader, page, query):
    reader.open(f"{server.url}/{page}?{query}")
    assert reader.exceptions() == []
    note = reader.page.get_by_test_id("stAlert")
    assert query.split("=")[1] in note.first.inner_text()


@pytest.mark.parametrize("page", PAGES)
def test_english_speaks_english(server, reader, page):
    reader.open(f"{address(server, page)}?lang=en")
    assert reader.exceptions() == []
    assert re.search("[a-z]", reader.heading())
    assert not re.search("[\u4e00-\u9fff]", reader.heading())
