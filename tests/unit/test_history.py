"""The history of the published data: what changed between two builds, by observation."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import polars as pl
import pytest

from etl.errors import InputError
from etl.history import COMPARED
from etl.load import HISTORY
from etl.pipeline import Options, build
from tests.raw_folder import FAIRS, TRAINING, contents, write_raw

BOTH = {"siping-2023": FAIRS, "shuangliao-2022": TRAINING}
ID, SOURCE = "observation_id", "source_id"


def table(folder: Path, name: str) -> pl.DataFrame:
    return pl.read_parquet(folder / f"{name}.parquet")


@pytest.fixture
def rebuilt(tmp_path):
    """Build both articles, then other texts into the same folder; give the changes."""
    out = tmp_path / "out"
    build(Options(write_raw(tmp_path / "raw", BOTH), out))

    def again(texts: dict[str, str]) -> list[dict]:
        build(Options(write_raw(tmp_path / "other", texts), out))
        return table(out, "change").filter(pl.col("number") == 2).to_dicts()

    return again


def test_the_first_build_has_nothing_to_compare_with(tmp_path):
    day = date(2026, 3, 1)
    outcome = build(Options(write_raw(tmp_path / "raw", BOTH), tmp_path, day=day))
    (first,) = table(tmp_path, "version").to_dicts()
    assert (first["number"], first["released"]) == (1, "2026-03-01")
    assert first["data_version"] == outcome.data_version
    assert [first[kind] for kind in ("added", "removed", "changed")] == [None] * 3
    assert table(tmp_path, "change").is_empty()


def test_a_build_that_changes_nothing_adds_nothing(tmp_path):
    raw = write_raw(tmp_path / "raw", BOTH)
    build(Options(raw, tmp_path, day=date(2026, 3, 1)))
    before = contents(tmp_path)
    outcome = build(Options(raw, tmp_path, day=date(2026, 4, 1)))
    after = contents(tmp_path)
    assert outcome.step is None
    for name in HISTORY:
        assert before[f"{name}.parquet"] == after[f"{name}.parquet"]


def test_another_figure_in_the_article_is_one_change(rebuilt):
    (row,) = rebuilt({**BOTH, "siping-2023": FAIRS.replace("12场", "13场")})
    assert (row["change"], row["indicator"]) == ("changed", "job_fairs")
    assert (row["value_before"], row["value"]) == (12, 13)
    assert set(row["fields"].split(";")) == {
        "surface",
        "value",
        "value_low",
        "value_high",
    }
    assert row["former_id"] not in (None, row[ID])


def test_words_that_move_the_rest_change_nothing(rebuilt):
    moved = FAIRS.replace("三年来", "据悉。三年来")
    assert rebuilt({**BOTH, "siping-2023": moved}) == []


def test_an_article_comes_and_goes(rebuilt):
    gone = rebuilt({"siping-2023": FAIRS})
    assert {(row["change"], row[SOURCE]) for row in gone} == {
        ("removed", "shuangliao-2022")
    }
    assert [row["value"] for row in gone] == [86, 23_000_000]


def test_a_new_article_is_told_by_observation(rebuilt):
    came = rebuilt({**BOTH, "siping-2021": FAIRS.replace("12场", "9场")})
    assert {(row["change"], row[SOURCE]) for row in came} == {("added", "siping-2021")}
    assert 9 in {row["value"] for row in came}


def test_a_version_may_change_no_observation(rebuilt, tmp_path):
    assert rebuilt({**BOTH, "siping-2023": FAIRS + "\n完。\n"}) == []
    versions = table(tmp_path / "out", "version")
    assert versions.get_column("number").to_list() == [1, 2]
    assert versions.select("added", "removed", "changed").row(1) == (0, 0, 0)


@pytest.mark.parametrize("name", [*COMPARED[1:], *HISTORY])
def test_damaged_history_stops_the_build_and_is_kept(tmp_path, name):
    raw, out = write_raw(tmp_path / "raw", BOTH), tmp_path / "out"
    build(Options(raw, out))
    (out / f"{name}.parquet").write_bytes(b"no table")
    write_raw(raw, {**BOTH, "siping-2023": FAIRS.replace("12场", "13场")})
    before = contents(out)
    with pytest.raises(InputError, match=r"cannot be read.*version\.parquet"):
        build(Options(raw, out))
    assert contents(out) == before


def test_without_its_files_a_new_history_begins(tmp_path):
    raw, out = write_raw(tmp_path / "raw", BOTH), tmp_path / "out"
    build(Options(raw, out))
    for name in HISTORY:
        (out / f"{name}.parquet").unlink()
    outcome = build(Options(raw, out))
    assert outcome.step is not None
    assert outcome.step.number == 1
