"""Indicators, evidence, the data package, pictures, citations."""

from __future__ import annotations

import io
import json
import shutil
import zipfile
from datetime import date
from xml.etree import ElementTree

import pytest
from frictionless import Package, system
from starlette.applications import Starlette

from dashboard import api, citation, datasets
from dashboard.export import BOM
from etl import paths
from tests import synthetic
from tests.api.asgi import ask

JIASHI, YISHI, BINGSHI = synthetic.ARTICLES
INDICATOR = "/api/v1/indicators/job_fairs"
DAY = date(2026, 1, 9)
SVG = "{http://www.w3.org/2000/svg}"


@pytest.fixture(scope="module")
def app():
    return Starlette(routes=api.routes())


def unpacked(body: bytes) -> dict[str, bytes]:
    with zipfile.ZipFile(io.BytesIO(body)) as bundle:
        assert bundle.testzip() is None
        return {name: bundle.read(name) for name in bundle.namelist()}


def test_an_indicator_has_its_figures_their_meaning_and_a_readme(app, filled):
    files = unpacked(ask(app, f"{INDICATOR}.zip?city=900200").body)
    assert list(files) == ["job_fairs.csv", "job_fairs.metadata.json", "readme.md"]
    assert files["job_fairs.csv"].startswith(BOM.encode())
    assert files["job_fairs.csv"].count(b"\n900") + 1 >= 1
    meaning = json.loads(files["job_fairs.metadata.json"])
    assert meaning["filtered"] is True
    assert meaning["filters"] == {"indicator": ["job_fairs"], "city": ["900200"]}
    assert meaning["rows"] == 2
    assert [row["source_id"] for row in meaning["sources"]] == ["bingshi-2022"]
    assert set(meaning["citation"]) == set(citation.STYLES)
    readme = files["readme.md"].decode()
    assert "招聘会场次的定义" in readme
    assert "city = 900200" in readme
    for text in meaning["citation"].values():
        assert text in readme


def test_each_file_of_an_indicator_stands_alone_too(app, filled):
    bundle = unpacked(ask(app, f"{INDICATOR}.zip").body)
    for suffix, name in (("csv", "job_fairs.csv"), ("readme.md", "readme.md")):
        answer = ask(app, f"{INDICATOR}.{suffix}")
        assert answer.body == bundle[name]
        assert f"job_fairs-full-v1.{suffix}" in answer.headers["content-disposition"]
    assert json.loads(bundle["job_fairs.metadata.json"])["filtered"] is False


@pytest.mark.parametrize(
    ("path", "status", "named"),
    [
        ("indicators/nope.csv", 404, "indicators.csv"),
        ("indicators/job_fairs.pdf", 404, "readme.md"),
        ("indicators/job_fairs.csv?theme=honour", 400, "city"),
        ("indicators/job_fairs.zip?indicator=job_fairs", 400, "city"),
        ("evidence/nope.json", 404, "mentions.csv"),
        ("evidence/nope.json?x=1", 400, "none is valid"),
        ("datapackage.zip?city=900100", 400, "none is valid"),
        ("charts/nope.svg", 404, "indicators.csv"),
        ("charts/job_fairs.svg?theme=pink", 400, "light, dark"),
        ("charts/job_fairs.svg?focus=1", 400, "900100"),
        ("charts/job_fairs.png", 404, "openapi.json"),
    ],
)
def test_what_does_not_exist_is_told(app, filled, path, status, named):
    answer = ask(app, f"/api/v1/{path}")
    assert answer.status == status
    assert named in answer.json()["error"]


@pytest.mark.parametrize("article", synthetic.ARTICLES, ids=lambda a: a.source_id)
def test_evidence_quotes_the_article_at_its_place(app, filled, article):
    for position, said in enumerate(article.said):
        code = synthetic.mention_id(article, position)
        record = ask(app, f"/api/v1/evidence/{code}.json", host="data.example").json()
        assert record["surface"] == said.surface
        place = slice(record["start_offset"], record["end_offset"])
        assert article.text[place] == said.surface
        assert record["quote"] in article.text
        assert record["quote"] == record["sentence"]
        assert record["article"]["source_id"] == article.source_id
        assert record["page"] == f"http://data.example/evidence?mention={code}"


@pytest.mark.parametrize("data", ["filled", "empty"])
def test_the_package_is_valid(app, data, request, tmp_path):
    request.getfixturevalue(data)
    path = tmp_path / "datapackage.zip"
    path.write_bytes(ask(app, "/api/v1/datapackage.zip").body)
    with zipfile.ZipFile(path) as bundle:
        bundle.extractall(tmp_path / "package")
    with system.use_context(trusted=False):
        package = Package(str(tmp_path / "package" / "datapackage.json"))
        report = package.validate()
    assert report.flatten(["title", "note", "rowNumber", "fieldName"]) == []
    assert report.valid
    names = {resource.name for resource in package.resources}
    assert names == set(datasets.catalogue().datasets)
    for name in ("licenses", "sources", "version", "citation"):
        assert name in json.loads((tmp_path / "package/datapackage.json").read_text())


def test_the_package_of_the_real_data_is_valid_and_a_lost_city_is_noticed(
    app, curated, database, tmp_path
):
    shutil.copyfile(curated / paths.DATABASE, database)
    path = tmp_path / "datapackage.zip"
    path.write_bytes(ask(app, "/api/v1/datapackage.zip").body)
    assert Package(str(path)).validate().flatten(["title", "note"]) == []
    with zipfile.ZipFile(path) as bundle:
        bundle.extractall(tmp_path)
    cities = tmp_path / "data" / "cities.csv"
    cities.write_text(cities.read_text("utf-8").replace("220600", "229999"), "utf-8")
    report = Package(str(tmp_path / "datapackage.json")).validate()
    assert "ForeignKey Error" in {title for (title,) in report.flatten(["title"])}


def test_the_package_says_its_references_and_concepts(app, filled):
    files = unpacked(ask(app, "/api/v1/datapackage.zip").body)
    tables = {t["name"]: t for t in json.loads(files["datapackage.json"])["resources"]}
    keys = tables["observations"]["schema"]["foreignKeys"]
    assert {key["reference"]["resource"] for key in keys} == {
        *("mentions", "cities", "indicators", "sources")
    }
    concepts = {
        f["concept"]
        for f in tables["observations"]["schema"]["fields"]
        if "concept" in f
    }
    wanted = {"REF_AREA", "TIME_PERIOD", "OBS_VALUE", "UNIT_MEASURE", "OBS_STATUS"}
    assert wanted <= concepts
    readme = files["readme.md"].decode()
    assert "招聘会" not in readme
    assert "data/observations.csv" in readme


@pytest.mark.parametrize("query", ["", "?theme=dark&lang=en", "?focus=900200"])
def test_a_picture_has_every_figure_with_its_bounds(app, filled, query):
    answer = ask(app, f"/api/v1/charts/job_fairs.svg{query}")
    assert answer.headers["content-type"] == "image/svg+xml"
    drawn = ElementTree.fromstring(answer.body)
    assert len(list(drawn.iter(f"{SVG}circle"))) == 5
    assert len(list(drawn.iter(f"{SVG}path"))) == 1
    words = " ".join(drawn.itertext())
    for part in ("甲试市", "50余场", "超过30场", "v1"):
        assert part in words
    assert b"http://" not in answer.body.replace(SVG[1:-1].encode(), b"")
    fonts = str(drawn.get("font-family")).split(",")
    assert fonts[-1] == "sans-serif"
    assert {"'Microsoft YaHei'", "'PingFang SC'", "'Noto Sans CJK SC'"} <= {*fonts}


@pytest.mark.parametrize("code", ["merit_notices", "employment_rate"])
def test_a_picture_of_little_or_nothing(app, filled, code):
    drawn = ElementTree.fromstring(ask(app, f"/api/v1/charts/{code}.svg").body)
    reported = code == "employment_rate"
    assert len(list(drawn.iter(f"{SVG}circle"))) == int(reported)
    assert ("没有报告" in " ".join(drawn.itertext())) != reported


def test_citations_of_the_data_name_version_and_address():
    work = citation.data("2025-ab12", "2025-03", "https://data.example/data")
    cited = citation.styles(work, DAY)
    assert cited["gbt7714"] == (
        "双拥观察. 各地双拥工作公开报道数字：数据版本 2025-ab12[DS/OL]. "
        "(2025-03)[2026-01-09]. https://data.example/data."
    )
    assert cited["apa"] == (
        "Shuangyong Observatory. (2025). Figures that Chinese cities publish about their "
        "shuangyong work (Version 2025-ab12) [Data set]. "
        "Retrieved January 9, 2026, from https://data.example/data"
    )
    assert cited["bibtex"].startswith(
        "@dataset{shuangyong_2025_ab12,\n  author = {{Shu"
    )


def test_citations_of_an_article_tell_only_what_is_known():
    known = {
        "source_id": "a-2020",
        "author": "张三、李四（记者）",
        "publisher": "某报",
        "title": "100% \\input{x} #1_$",
        "published": "2020-10-21",
        "url": "https://paper.example/a}b",
        "city": "甲市",
    }
    work = citation.article(known)
    assert citation.gbt7714(work, DAY) == (
        "张三, 李四. 100% \\input{x} #1_$[EB/OL]. 某报, 2020-10-21[2026-01-09]. "
        "https://paper.example/a}b."
    )
    entry = citation.bibtex(work, DAY)
    assert r"100\% \textbackslash{}input\{x\} \#1\_\$" in entry
    assert "a%7Db" in entry
    unknown = citation.article(
        {**dict.fromkeys(known), "source_id": "b", "city": "乙市"}
    )
    assert citation.gbt7714(unknown, DAY) == "乙市. （未载标题，乙市双拥工作报道）[Z]."
    assert "(n.d.)" in citation.apa(unknown, DAY)
