"""Every table in every format: the same rows, words at choice, tags by version."""

from __future__ import annotations

import csv
import gzip
import io
import json

import duckdb
import openpyxl
import pandas as pd
import polars as pl
import pytest
from starlette.applications import Starlette

from dashboard import api, datasets, export
from dashboard.api.tables import TYPES
from dashboard.export import FORMULA
from tests import synthetic, synthetic_store
from tests.api.asgi import ask

NAMES = tuple(datasets.catalogue().datasets)
TABLES = [(name, suffix) for name in NAMES for suffix in TYPES]


@pytest.fixture(scope="module")
def app():
    return Starlette(routes=api.routes())


def read(body: bytes, suffix: str) -> pl.DataFrame:
    if suffix == "csv":
        return pl.read_csv(io.BytesIO(body), infer_schema=False)
    if suffix == "json":
        return pl.DataFrame(json.loads(body), infer_schema_length=None)
    if suffix == "parquet":
        return pl.read_parquet(io.BytesIO(body))
    sheet = openpyxl.load_workbook(io.BytesIO(body)).worksheets[-1]
    header, *rows = sheet.iter_rows(values_only=True)
    return pl.DataFrame(
        rows, schema=list(header), orient="row", infer_schema_length=None
    )


@pytest.mark.parametrize(("name", "suffix"), TABLES)
def test_each_format_holds_the_defined_columns_and_all_rows(app, filled, name, suffix):
    answer = ask(app, f"/api/v1/{name}.{suffix}")
    assert answer.status == 200
    assert answer.headers["content-type"] == TYPES[suffix]
    assert f"{name}-full-v1.{suffix}" in answer.headers["content-disposition"]
    found = read(answer.body, suffix)
    assert found.columns == list(datasets.catalogue().datasets[name].columns)
    assert found.height == int(answer.headers["x-total-count"]) > 0


@pytest.mark.parametrize(("name", "suffix"), TABLES)
def test_each_format_without_a_row(app, empty, name, suffix):
    answer = ask(app, f"/api/v1/{name}.{suffix}?limit=0")
    assert answer.status == 200
    found = read(answer.body, suffix)
    assert found.height == 0
    if suffix != "json":
        assert found.columns == list(datasets.catalogue().datasets[name].columns)


@pytest.mark.parametrize("name", NAMES)
def test_definitions_hold_for_the_rows(filled, name):
    dataset = datasets.catalogue().datasets[name]
    rows = datasets.frame(name)
    assert rows.select(dataset.key).is_unique().all()
    assert rows.select(dataset.required).null_count().sum_horizontal().item() == 0
    for column, target in dataset.foreign.items():
        other, key = target.split(".")
        known = datasets.frame(other).get_column(key)
        assert rows.get_column(column).drop_nulls().is_in(known.implode()).all()


@pytest.mark.parametrize("name", NAMES)
@pytest.mark.parametrize("language", ["zh", "en"])
def test_headings_differ(name, language):
    columns = datasets.catalogue().datasets[name].columns
    assert len(set(datasets.headings(columns, language).values())) == len(columns)


@pytest.mark.parametrize(
    ("lang", "heading", "word"),
    [("zh", "约数性质", "确数"), ("en", "Qualifier", "exact")],
)
@pytest.mark.parametrize("suffix", TYPES)
def test_headings_and_codes_in_words(app, filled, lang, heading, word, suffix):
    query = f"lang={lang}&columns=qualifier,value&indicator=honour_plaques"
    found = read(ask(app, f"/api/v1/observations.{suffix}?{query}").body, suffix)
    assert found.columns[0] == heading
    assert found.item(0, 0) == word
    assert float(found.item(0, 1)) == 12000


def test_common_libraries_read_it(app, filled, tmp_path):
    body = ask(app, "/api/v1/observations.csv").body
    assert pd.read_csv(io.BytesIO(body)).columns[0] == "observation_id"
    (tmp_path / "a.csv").write_bytes(body)
    (tmp_path / "a.parquet").write_bytes(ask(app, "/api/v1/observations.parquet").body)
    for file, reader in (("a.csv", "read_csv"), ("a.parquet", "read_parquet")):
        counted = duckdb.sql(
            f"select count(observation_id) from {reader}($1)",
            params=[str(tmp_path / file)],
        )
        assert counted.fetchall() == [(8,)]


def test_a_workbook_has_cover_columns_and_data_without_formulas(app, filled):
    body = ask(app, "/api/v1/observations.xlsx?lang=zh&city=900200").body
    book = openpyxl.load_workbook(io.BytesIO(body))
    assert book.sheetnames == ["说明", "列", "数据"]
    cells = [cell for sheet in book for row in sheet.iter_rows() for cell in row]
    assert {cell.data_type for cell in cells} <= {"s", "n", "b"}
    assert not any(str(cell.value or "").startswith(FORMULA) for cell in cells)
    cover = {row[0].value: row[1].value for row in book["说明"].iter_rows(min_row=3)}
    assert cover["数据版本"] == "v1"
    assert cover["筛选"] == "city = 900200"
    assert book["数据"].freeze_panes == "A2"
    values = [cell.value for cell in next(book["数据"].iter_cols(10, 10, 2))]
    assert values == [42, 42]
    assert any(synthetic.FORMULA in str(cell.value) for cell in cells)


def test_an_unchanged_version_is_not_sent_again(app, filled):
    address = "/api/v1/observations.csv"
    entity = ask(app, address).headers["etag"]
    again = ask(app, address, if_none_match=entity)
    assert (again.status, again.body) == (304, b"")
    assert ask(app, address, if_none_match='W/"other"').status == 200
    synthetic_store.write(filled, version="v2")
    assert ask(app, address, if_none_match=entity).status == 200


def test_answers_are_compressed_for_those_who_can(app, filled):
    plain = ask(app, "/api/v1/observations.csv")
    small = ask(app, "/api/v1/observations.csv", accept_encoding="gzip")
    assert small.headers["content-encoding"] == "gzip"
    assert gzip.decompress(small.body) == plain.body


def test_any_site_may_read_and_none_may_write(app, filled):
    answer = ask(app, "/api/v1/cities.json", origin="https://elsewhere.example")
    assert answer.headers["access-control-allow-origin"] == "*"
    assert "ETag" in answer.headers["access-control-expose-headers"]
    refused = ask(app, "/api/v1/cities.json", "DELETE")
    assert refused.status == 405
    assert refused.headers["allow"] == "GET, HEAD"
    assert "GET" in refused.json()["error"]


def test_big_tables_come_in_pieces(filled):
    many = pl.concat([datasets.frame("observations")] * 1000)
    pieces = list(export.csv_pieces(many))
    assert len(pieces) == 1 + many.height // export.ROWS
    rows = list(csv.reader(io.StringIO(b"".join(pieces).decode("utf-8-sig"))))
    assert len(rows) == 1 + many.height
    joined = pl.read_json(io.BytesIO(b"".join(export.json_pieces(many))))
    assert joined.height == many.height
