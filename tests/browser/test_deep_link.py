"""The first visitor of a fresh server comes by a deep link, and all the pages work."""

from __future__ import annotations

import re
from urllib.parse import urlsplit

import pytest

from tests.browser.pages import PAGES, address
from tests.live import Server

pytestmark = pytest.mark.browser


def test_the_first_visit_of_a_fresh_server_is_a_deep_link(curated, reader):
    with Server(curated) as fresh:
        reader.open(f"{fresh.url}/compare?indicator=job_fairs")
        assert reader.exceptions() == []
        assert "双拥观察" in reader.page.title()
        assert reader.heading() == "指标对比"
        text = reader.page.get_by_test_id("stMain").inner_text()
        assert "招聘会场次" in text
        assert re.search("四平|白山|平湖|通辽", text)
        assert reader.other_hosts(urlsplit(fresh.url).netloc) == []
        # Streamlit looks for the machine's external address unless it is told one.
        assert "external" not in fresh.output().lower()


@pytest.mark.parametrize("page", PAGES)
def test_page_is_drawn_whole_and_asks_nobody_else(server, reader, page):
    reader.open(address(server, page))
    reader.wait_for_charts()
    assert reader.exceptions() == []
    assert reader.errors == []
    assert reader.other_hosts(urlsplit(server.url).netloc) == []


def test_the_menu_leads_to_every_page(server, reader):
    reader.open(server.url)
    links = reader.page.locator(
        '[data-testid="stTopNavLink"], [data-testid="stSidebarNavLink"]'
    )
    links.first.wait_for(state="attached")
    found = {urlsplit(link.get_attribute("href") or "").path for link in links.all()}
    pages = {urlsplit(address(server, page)).path or "/" for page in PAGES}
    assert pages - {"/chart"} == found  # one chart alone is for the pages of others
