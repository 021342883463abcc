"""The build as a whole: same bytes, any number of processes, old files after a failure."""

from __future__ import annotations

import json

import duckdb
import pytest

import etl.pipeline
from etl.errors import InputError
from etl.load import Database
from etl.pipeline import Options, build
from etl.validate import load_checks
from tests.raw_folder import FAIRS, TRAINING, contents, write_raw

DATABASE = "shuangyong.duckdb"
MANY = {f"siping-{2000 + i}": f"{TRAINING}第{i}号。\n" for i in range(12)}


@pytest.fixture
def raw(tmp_path):
    return write_raw(tmp_path / "raw")


def files(folder):
    return {name: data for name, data in contents(folder).items() if name != DATABASE}


def ask(folder, sql):
    with duckdb.connect(folder / DATABASE, read_only=True) as connection:
        return connection.execute(sql).fetchall()


def test_a_build_publishes_every_file(raw, tmp_path):
    outcome = build(Options(raw, tmp_path / "out"))
    assert (outcome.articles, outcome.observations) == (2, 6)
    assert outcome.mentions == outcome.observations + outcome.by_reason.total()
    assert len(contents(tmp_path / "out")) == 23
    assert ask(tmp_path / "out", "select count(*) from observation") == [(6,)]


def test_two_builds_give_the_same_bytes_whatever_the_processes(tmp_path):
    raw = write_raw(tmp_path / "raw", MANY)
    for name, jobs in (("one", 1), ("again", 1), ("two", 2)):
        build(Options(raw, tmp_path / name, jobs=jobs))
    assert (
        files(tmp_path / "one") == files(tmp_path / "again") == files(tmp_path / "two")
    )


def test_the_order_of_the_list_does_not_matter(tmp_path):
    for name, order in (("a", list(MANY)), ("b", list(reversed(MANY)))):
        texts = {key: MANY[key] for key in order}
        build(Options(write_raw(tmp_path / name, texts), tmp_path / f"{name}-out"))
    a, b = files(tmp_path / "a-out"), files(tmp_path / "b-out")
    runs = [built.pop("etl_run.parquet") for built in (a, b)]
    assert a == b
    assert runs[0] != runs[1]  # the list itself is an input


def test_the_run_is_recorded_without_a_clock(raw, tmp_path):
    build(Options(raw, tmp_path))
    ((run_id, inputs, version, newest, mentions, excluded),) = ask(
        tmp_path,
        "select run_id, inputs, data_version, newest, mentions, excluded from etl_run",
    )
    assert len(run_id) == 12
    assert newest == "2023"
    assert version.startswith("2023-")
    assert {"cities.yaml", "places.csv", "sources.yaml", "siping-2023"} <= {
        entry["file"] for entry in json.loads(inputs)
    }
    (observations,) = ask(tmp_path, "select count(*) from observation")
    assert sum(json.loads(excluded).values()) + observations[0] == mentions


def test_the_data_version_follows_the_data(raw, tmp_path):
    first = build(Options(raw, tmp_path)).data_version
    path = raw / "siping-2023.txt"
    path.write_text(FAIRS.replace("12场", "13场"), encoding="utf-8")
    assert build(Options(raw, tmp_path)).data_version != first


def test_progress_counts_to_the_end(raw, tmp_path):
    told = []
    build(Options(raw, tmp_path), lambda done, of_all: told.append((done, of_all)))
    assert told == [(1, 2), (2, 2)]


STAGES = [
    "read_inputs",
    "mapped",
    "run_checks",
    "write_parquet",
    "write_observations",
    "publish",
]


@pytest.mark.parametrize("stage", STAGES)
def test_a_failure_at_any_stage_leaves_the_old_bytes(raw, tmp_path, monkeypatch, stage):
    out = tmp_path / "out"
    build(Options(raw, out))
    before = contents(out)
    (raw / "siping-2023.txt").write_text(TRAINING + "另有。", encoding="utf-8")

    def fail(*_arguments, **_named):
        raise OSError("injected")

    monkeypatch.setattr(etl.pipeline, stage, fail)
    with pytest.raises((InputError, OSError), match="injected"):
        build(Options(raw, out))
    assert contents(out) == before
    assert len(list(out.iterdir())) == len(before)


def test_a_failure_while_loading_leaves_the_old_bytes(raw, tmp_path, monkeypatch):
    build(Options(raw, tmp_path / "out"))
    before = contents(tmp_path / "out")
    monkeypatch.setattr(Database, "run", lambda self, script: 1 / 0)
    with pytest.raises(ZeroDivisionError):
        build(Options(raw, tmp_path / "out"))
    assert contents(tmp_path / "out") == before


def test_a_failed_check_stops_the_build(raw, tmp_path, monkeypatch):
    folder = tmp_path / "checks"
    folder.mkdir()
    for name in ("first", "second"):
        (folder / f"{name}.sql").write_text(
            "-- severity: error\n-- rule: Nothing holds.\n"
            f"select source_id, surface, 'breaks the {name}' from mention limit 1",
            encoding="utf-8",
        )
    checks = load_checks(folder)
    monkeypatch.setattr("etl.validate.load_checks", lambda: checks)
    with pytest.raises(InputError) as caught:
        build(Options(raw, tmp_path / "out"))
    assert [problem.split()[-1] for problem in caught.value.problems] == [
        "first",
        "second",
    ]
    assert list((tmp_path / "out").iterdir()) == []


def test_the_same_bytes_under_two_names_are_refused(tmp_path):
    raw = write_raw(tmp_path / "raw", {"siping-2020": FAIRS, "siping-2021": FAIRS})
    with pytest.raises(InputError, match="siping-2021 is the same file as siping-2020"):
        build(Options(raw, tmp_path / "out"))


CORRECTION = """
corrections:
  - source: siping-2023
    quote: 专场招聘会12场
    surface: 12场
    status: misprint
    reason: 市人社局更正为13场。
    changes:
      - {field: value, expect: 12, value: 13}
      - {field: value_low, expect: 12, value: 13}
      - {field: value_high, expect: 12, value: 13}
  - source: elsewhere-2020
    quote: 不在此次
    surface: 此
    status: misprint
    reason: 属于别的文件夹。
    changes:
      - {field: value, expect: 1, value: 2}
"""


def test_corrections_are_published_with_what_was_extracted(raw, tmp_path):
    path = tmp_path / "corrections.yaml"
    path.write_text(CORRECTION, encoding="utf-8")
    outcome = build(Options(raw, tmp_path / "out", path))
    assert (outcome.corrected, outcome.unused) == (1, ["elsewhere-2020"])
    assert ask(
        tmp_path / "out",
        "select surface, m.value, o.value, m.corrected, o.corrected, field, extracted,"
        " c.corrected, c.status from mention m join observation o on mention_id = observation_id"
        " join correction c using (mention_id) where field = 'value'",
    ) == [("12场", 13.0, 13.0, True, True, "value", "12", "13", "misprint")]
    assert ask(
        tmp_path / "out", "select count(*) from observation where corrected"
    ) == [(1,)]


def test_a_correction_that_no_longer_applies_fails_the_build(raw, tmp_path):
    build(Options(raw, tmp_path / "out"))
    before = contents(tmp_path / "out")
    path = tmp_path / "corrections.yaml"
    path.write_text(CORRECTION.replace("expect: 12", "expect: 11"), encoding="utf-8")
    with pytest.raises(InputError, match="the correction expects 11"):
        build(Options(raw, tmp_path / "out", path))
    assert contents(tmp_path / "out") == before


def test_a_correction_beyond_the_bounds_is_told(raw, tmp_path):
    path = tmp_path / "corrections.yaml"
    path.write_text(CORRECTION.replace("value: 13}", "value: 14}", 1), encoding="utf-8")
    with pytest.raises(InputError, match="outside its bounds"):
        build(Options(raw, tmp_path / "out", path))
