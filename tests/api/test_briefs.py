"""The brief under its address: what it says of comparable and of incomparable cities."""

import html
import io
import re
import shutil

import docx
import pytest
from starlette.applications import Starlette

from dashboard import api
from dashboard.brief_word import TYPE
from tests import like_for_like, synthetic_store
from tests.api.asgi import get


@pytest.fixture
def app(database):
    synthetic_store.write(database, like_for_like.ARTICLES)
    return Starlette(routes=api.routes())


@pytest.fixture
def real(app, database, curated):
    """The interface over the five articles."""
    shutil.copyfile(curated / "shuangyong.duckdb", database)
    return app


def text(page: bytes) -> str:
    """The words of a page without its tags and the numbers of its notes."""
    body = re.sub(r"<sup>.*?</sup>|<style>.*?</style>", "", page.decode(), flags=re.S)
    return html.unescape(re.sub(r"\s+", " ", re.sub(r"<[^>]+>", " ", body)))


def test_the_page_says_where_a_city_stands_and_proves_each_number(app):
    answer = get(app, "/api/v1/briefs/900100.html")
    assert answer.status == 200
    assert answer.headers["content-type"].startswith("text/html")
    told = text(answer.body)
    assert "高于丙试市（20场）、丁试市（8场）。" in re.sub(
        r" (?=[（）、])|(?<=[（]) ", "", told
    )
    assert "第 1 位（可比 3 市）" in told
    assert "立功喜报 2 丙试市 30份、丁试市 200余份" in told
    notes = re.findall(r'<li id="n(\d+)">', answer.body.decode())
    used = set(re.findall(r'<a href="#n(\d+)">', answer.body.decode()))
    assert set(notes) == used
    assert "<script" not in answer.body.decode()
    assert "<img" not in answer.body.decode()


def test_a_peers_figure_for_a_part_of_it_says_so(real):
    told = text(get(real, "/api/v1/briefs/330482.html").body)
    assert re.search("创业贷款 1 双辽市 20万元 *（只涉及新立乡丰产村）", told)


def test_the_word_file_has_a_name_and_the_same_words(app):
    answer = get(app, "/api/v1/briefs/900100.docx")
    assert answer.headers["content-type"] == TYPE
    assert "attachment" in answer.headers["content-disposition"]
    document = docx.Document(io.BytesIO(answer.body))
    told = "\n".join(paragraph.text for paragraph in document.paragraphs)
    assert "甲试市双拥工作公开数字简报" in told
    assert "第 1 位（可比 3 市）" in told


def test_peers_are_those_of_the_address(app):
    page = text(get(app, "/api/v1/briefs/900100.html?peers=picked&city=900300").body)
    assert "共 1 个：丁试市" in page
    assert "丙试市" not in page


def test_nothing_comparable_is_said_and_nothing_is_ranked(real):
    for city in ("150500", "220300", "220382", "220600", "330482"):
        told = text(get(real, f"/api/v1/briefs/{city}.html").body)
        body, _, _ = told.rpartition(" 脚注 ")
        if "没有一项指标口径相同，因此不作比较" in body:
            assert "第 1 位" not in body
            assert "高于" not in body
        assert "来源" in body
        assert re.search(r"\[1\] .+\[(Z|EB/OL)\]", body)


@pytest.mark.parametrize(
    ("address", "status", "hint"),
    [
        ("000000.html", 404, "cities.csv"),
        ("900100.pdf", 404, "docx, html"),
        ("900100", 404, "docx, html"),
        ("900100.html?peers=best", 400, "level, province"),
        ("900100.html?peers=nearest&count=4", 400, "3, 5, 10, 20"),
        ("900100.html?city=123", 400, "900200"),
        ("900100.html?polarity=1", 400, "peers"),
        ("900100.html?lang=fr", 400, "zh"),
    ],
)
def test_what_makes_no_sense_is_refused_in_a_sentence(app, address, status, hint):
    answer = get(app, f"/api/v1/briefs/{address}")
    assert answer.status == status
    assert hint in answer.json()["error"]


def test_without_data_the_answer_names_the_command(database):
    answer = get(Starlette(routes=api.routes()), "/api/v1/briefs/900100.html")
    assert answer.status == 503
    assert "make data" in answer.json()["error"]


def test_an_unchanged_brief_is_not_sent_again(app):
    first = get(app, "/api/v1/briefs/900100.html")
    again = get(app, "/api/v1/briefs/900100.html", if_none_match=first.headers["etag"])
    assert (again.status, again.body) == (304, b"")
