"""A number is a door to its sentence, and what an article says stays text."""

from __future__ import annotations

import shutil

import pytest

from etl import paths
from tests.conftest import build
from tests.live import Server

pytestmark = pytest.mark.browser

HOSTILE = (
    "<img src=x onerror=\"document.title='taken'\"><script>document.title='taken'</script>"
    " **粗体** [链接](javascript:alert(1)) $x^2$ :material/home:"
)


@pytest.mark.parametrize("start", ["", "compare?indicator=job_fairs"])
def test_a_number_leads_to_its_sentence(server, reader, start):
    reader.open(f"{server.url}/{start}")
    number = reader.page.locator("a[data-mention]", has_text="50余场").first
    mention = number.get_attribute("data-mention")
    number.click()
    selected = reader.page.locator("a.sy-selected")
    selected.wait_for()
    reader.settle()
    assert f"/evidence?mention={mention}" in reader.page.url
    assert selected.inner_text() == "50余场"
    box = selected.bounding_box()
    assert 0 < box["y"] < reader.page.viewport_size["height"]
    reader.page.go_back()
    reader.page.locator(f'a[data-mention="{mention}"]').first.wait_for()
    assert "/evidence" not in reader.page.url


def test_what_an_article_says_stays_text(tmp_path, reader):
    raw, out = tmp_path / "raw", tmp_path / "curated"
    shutil.copytree(paths.RAW, raw)
    article = raw / "baishan-2021.txt"
    text = article.read_text("utf-8")
    article.write_text(f"{text}\n\n{HOSTILE}举办专场招聘会13场。\n", "utf-8")
    assert build(out, "--raw", str(raw)).returncode == 0
    with Server(out) as server:
        reader.open(f"{server.url}/evidence?source=baishan-2021")
        shown = reader.page.get_by_test_id("stMain").inner_text()
        assert HOSTILE in shown
        reader.page.locator("a[data-mention]", has_text="13场").first.click()
        reader.page.locator("a.sy-selected").wait_for()
        reader.settle()
        assert "taken" not in reader.page.title()
        assert reader.page.locator("img[src=x]").count() == 0
        assert reader.exceptions() == []
