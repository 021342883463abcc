"""The interface as a script meets it."""

from __future__ import annotations

import csv
import io

import polars as pl
import pytest
from starlette.applications import Starlette

from dashboard import api
from dashboard.export import BOM, FORMULA
from tests.api.asgi import Answer, ask

FILE = "/api/v1/observations.csv"


@pytest.fixture(scope="module")
def app():
    return Starlette(routes=api.routes())


def rows(answer: Answer) -> list[dict[str, str]]:
    assert answer.status == 200
    assert answer.body.startswith(BOM.encode())
    return list(csv.DictReader(io.StringIO(answer.body.decode("utf-8-sig"))))


def test_health_names_the_data_version(app, filled):
    answer = ask(app, "/healthz")
    assert answer.status == 200
    assert answer.json() == {"status": "ok", "data_version": "v1"}


def test_health_is_bad_while_there_are_no_data(app, database):
    assert ask(app, "/healthz").status == 503
    answer = ask(app, FILE)
    assert answer.status == 503
    assert "make data" in answer.json()["error"]


def test_all_observations(app, filled):
    found = rows(ask(app, FILE))
    assert len(found) == 8
    assert {row["data_version"] for row in found} == {"v1"}
    assert "observations-full-v1.csv" in ask(app, FILE).headers["content-disposition"]


def test_an_empty_database_gives_a_header_alone(app, empty):
    answer = ask(app, FILE)
    assert rows(answer) == []
    assert b"observation_id,adcode" in answer.body


@pytest.mark.parametrize(
    ("query", "count"),
    [
        ("city=900100", 3),
        ("city=900100&city=900200", 5),
        ("theme=honour", 1),
        ("indicator=job_fairs&city=900101", 2),
        ("indicator=job_fairs&indicator=honour_plaques", 7),
        ("city=900200&theme=honour", 0),
        ("city=900300", 0),
        ("level=county", 3),
        ("province=900000", 8),
        ("province=试验省&level=prefecture", 5),
        ("kind=annual&kind=standard", 2),
        ("period=2023", 1),
        ("period=2018&period=2023", 3),
        ("period=1999", 0),
        ("limit=3", 3),
        ("limit=0", 0),
        ("limit=3&offset=6", 2),
        ("offset=1000000", 0),
    ],
)
def test_filters_are_repeatable_and_narrow_each_other(app, filled, query, count):
    answer = ask(app, f"{FILE}?{query}")
    assert len(rows(answer)) == count
    assert "filtered" in answer.headers["content-disposition"]


@pytest.mark.parametrize(
    ("query", "named"),
    [
        ("city=nowhere", "900100"),
        ("indicator=<script>", "job_fairs"),
        ("theme=", "employment"),
        ("Theme=honour", "theme"),
        ("limits=5", "city, indicator, theme"),
        ("limit=-1", "1000000"),
        ("limit=99999999999999999999", "1000000"),
        ("offset=1.5", "offset"),
        ("limit=1&limit=2", "once"),
        ("lang=fr", "zh, en"),
        ("level=village", "county"),
        ("province=900100", "900000, 试验省"),
        ("period=last year", "a year"),
        ("kind=never", "annual"),
        ("columns=value,password", "observation_id"),
        ("city=900100&city='; drop table city", "900200"),
        ("indicator=" + "x" * 10_000, "honour_plaques"),
    ],
)
def test_what_is_unknown_is_refused_with_the_valid_ones(app, filled, query, named):
    answer = ask(app, f"{FILE}?{query}")
    assert answer.status == 400
    assert answer.headers["content-type"] == "application/json"
    assert named in answer.json()["error"]
    assert len(answer.json()["error"]) < 1000


@pytest.mark.parametrize(
    "path", ["/api", "/api/", "/api/v1", "/api/v1/typo.csv", "/api/x/y"]
)
def test_unknown_addresses_are_json(app, filled, path):
    answer = ask(app, path)
    if answer.status == 307:
        answer = ask(app, answer.headers["location"].removeprefix("http://127.0.0.1"))
    assert answer.status == 404
    assert "error" in answer.json()


@pytest.mark.parametrize("method", ["POST", "PUT", "DELETE", "PATCH"])
def test_nothing_can_be_written(app, filled, method):
    assert ask(app, FILE, method).status == 405


def test_no_cell_is_a_formula_and_bounds_are_numbers(app, filled):
    found = rows(ask(app, FILE))
    assert not any(cell.startswith(FORMULA) for row in found for cell in row.values())
    title = next(row["source_title"] for row in found if row["adcode"] == "900200")
    assert title.startswith("'=")
    frame = pl.read_csv(io.BytesIO(ask(app, FILE).body))
    assert frame.schema["value_low"] == pl.Float64
    assert frame.filter(pl.col("value_high").is_null()).height == 1
