"""Loading, and the files written from the tables."""

from __future__ import annotations

import csv

import duckdb
import polars as pl
import pytest
from hypothesis import given
from hypothesis import strategies as st

from etl.export import cell, write_observations, write_parquet
from etl.load import BATCH_OF_TEXTS, CONTENT, STAGING, TABLES, new_database
from etl.pipeline import Options, build
from tests.raw_folder import write_raw

CITY = {
    "adcode": "220300",
    "name": "四平市",
    "short_name": "四平",
    "level": "prefecture",
    "province": "吉林省",
    "seat_lon": 124.3,
    "seat_lat": 43.2,
}


@pytest.fixture(scope="module")
def built(tmp_path_factory):
    folder = tmp_path_factory.mktemp("load")
    build(Options(raw=write_raw(folder / "raw"), out=folder / "out"))
    return folder / "out"


@pytest.fixture
def connection(built):
    with duckdb.connect(built / "shuangyong.duckdb", read_only=True) as connection:
        yield connection


def test_rows_come_out_sorted_whatever_their_order(tmp_path):
    with new_database(tmp_path / "new.duckdb") as database:
        for code in ("220600", "150500", "220300"):
            database.stage("city", [{**CITY, "adcode": code, "name": code}])
        database.fill()
        found = database.connection.table("city").fetchall()
    assert [row[0] for row in found] == ["150500", "220300", "220600"]


def test_staged_rows_beyond_what_is_held_wait_on_disk(tmp_path):
    texts = [{"source_id": str(i), "text": f"{i:05}" * 400} for i in range(40_000)]
    with new_database(tmp_path / "new.duckdb") as database:
        database.hold(STAGING)
        for start in range(0, len(texts), BATCH_OF_TEXTS):
            database.stage("source_text", texts[start : start + BATCH_OF_TEXTS])
        held, spilled = database.connection.execute(
            "select sum(memory_usage_bytes), sum(temporary_storage_bytes) from duckdb_memory()"
        ).fetchall()[0]
        waiting = database.connection.table("staged_source_text").shape[0]
    assert waiting == len(texts)
    assert 0 < held <= STAGING
    assert spilled > 0


@pytest.mark.parametrize(("texts", "length"), [(100, 300_000), (100, 600_000)])
def test_long_texts_get_the_memory_that_they_need(tmp_path, texts, length):
    with new_database(tmp_path / "new.duckdb") as database:
        database.hold(STAGING)
        for number in range(texts):
            row = {"source_id": str(number), "text": "数" * length}
            database.stage("source_text", [row])
        database.hold_to_load(mentions=0)
        found = database.connection.execute(
            "select count(*), min(length(text)) from staged_source_text"
        ).fetchall()
    assert found == [(texts, length)]


def test_filling_is_all_or_nothing(tmp_path):
    theme = {"id": "honour", "position": 1, "zh": "荣誉褒扬", "en": "Honours"}
    with new_database(tmp_path / "new.duckdb") as database:
        database.stage("city", [CITY])
        database.stage("theme", [theme, theme])
        with pytest.raises(duckdb.ConstraintException):
            database.fill()
        assert database.connection.table("city").fetchall() == []


@pytest.mark.parametrize(
    "wrong",
    [{"seat_lon": 12.0}, {"adcode": "22030"}, {"level": "town"}, {"population": 0}],
)
def test_constraints_refuse_a_wrong_row(tmp_path, wrong):
    with new_database(tmp_path / "new.duckdb") as database:
        database.stage("city", [{**CITY, **wrong}])
        with pytest.raises(duckdb.ConstraintException):
            database.fill()


def test_a_child_without_its_parent_is_refused(tmp_path):
    text = {"source_id": "nowhere", "text": "无"}
    with new_database(tmp_path / "new.duckdb") as database:
        database.stage("source_text", [text])
        with pytest.raises(duckdb.ConstraintException):
            database.fill()


@pytest.mark.parametrize("table", TABLES)
def test_parquet_holds_what_the_database_holds(built, connection, table):
    stored = pl.DataFrame(connection.table(table).to_arrow_table())
    assert stored.equals(pl.read_parquet(built / f"{table}.parquet"))


def test_csv_gives_back_every_observation(built, connection):
    path = built / "observations.csv"
    assert path.read_bytes().startswith(b"\xef\xbb\xbfobservation_id,")
    with path.open(encoding="utf-8-sig", newline="") as file:
        rows = list(csv.DictReader(file))
    stored = connection.execute(
        "select o.*, m.surface, m.sentence from observation o"
        " join mention m on mention_id = observation_id order by o.source_id, o.position"
    ).fetchall()
    names = [column[0] for column in connection.description]
    assert len(rows) == len(stored) > 0
    for row, values in zip(rows, stored, strict=True):
        for name, value in zip(names, values, strict=True):
            assert name == "position" or same(row[name], value), name


def same(written, value):
    if value is None or isinstance(value, bool):
        return written == ("" if value is None else str(value).lower())
    if isinstance(value, float):
        return float(written) == value
    return written.removeprefix("'") == value


def test_csv_reads_back_in_duckdb(built, connection):
    counted = connection.execute(
        "select count(*), sum(value) from read_csv($path, header = true)",
        {"path": str(built / "observations.csv")},
    ).fetchone()
    assert (
        counted
        == connection.execute("select count(*), sum(value) from observation").fetchone()
    )


@given(st.text())
def test_no_cell_is_a_formula_and_every_text_comes_back(text):
    written = str(cell(text))
    assert not written.startswith(
        ("=", "+", "-", "@", "\t", "\r", "＝", "＋", "－", "＠")
    )
    assert written.removeprefix("'") == text


@pytest.mark.parametrize(
    ("value", "written"),
    [(10_000_000.0, 10_000_000), (2.5, 2.5), (None, None), (True, "true"), (-3.0, -3)],
)
def test_numbers_are_written_as_numbers(value, written):
    assert cell(value) == written


def test_an_article_with_formulas_has_none_in_its_csv(tmp_path):
    text = "=HYPERLINK(1)举办退役军人专场招聘会12场。\n"
    build(Options(raw=write_raw(tmp_path / "raw", {"siping-2023": text}), out=tmp_path))
    with (tmp_path / "observations.csv").open(encoding="utf-8-sig", newline="") as file:
        (row,) = csv.DictReader(file)
    assert row["sentence"].startswith("'=HYPERLINK(1)")


def test_the_same_rows_give_the_same_bytes(tmp_path, connection):
    for name in ("a", "b"):
        (tmp_path / name).mkdir()
        write_parquet(connection, CONTENT, tmp_path / name)
        write_observations(connection, tmp_path / name / "observations.csv")
    for path in (tmp_path / "a").iterdir():
        assert path.read_bytes() == (tmp_path / "b" / path.name).read_bytes()


def test_one_fact_points_to_all_its_mentions(tmp_path):
    text = (
        "2020年，全市举办退役军人专场招聘会12场。\n回顾一年，成绩喜人。\n"
        "2020年还组织退役士兵技能培训86人，召开退役军人专场招聘会12场。\n"
    )
    build(Options(raw=write_raw(tmp_path / "raw", {"siping-2020": text}), out=tmp_path))
    with duckdb.connect(tmp_path / "shuangyong.duckdb", read_only=True) as connection:
        facts = connection.execute(
            "select f.indicator, f.mentions, o.position, len(observation_ids)"
            " from fact f join observation o on fact_id = observation_id"
        ).fetchall()
    assert sorted(facts) == [("job_fairs", 2, 1, 2), ("persons_trained", 1, 3, 1)]
