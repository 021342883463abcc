"""`extract` and `evaluate` as they are typed: their lines, files, figures, refusals."""

from __future__ import annotations

import json
import subprocess
import sys

import pytest

from etl.paths import ROOT
from tests.commands import refused
from tests.raw_folder import FAIRS, contents, write_raw

KEYS = [
    *("doc", "start", "end", "surface", "sentence", "value", "value_low", "value_high"),
    *("unit", "qualifier", "indicator", "reason", "period_kind", "period_text"),
    *("period_start", "period_end", "place", "cues"),
]


@pytest.fixture
def raw(tmp_path):
    return write_raw(tmp_path / "raw")


def test_extract_prints_a_line_for_each_quantity(etl, raw):
    done = etl("extract", raw / "siping-2023.txt", "--published", "2023-12-20")
    lines = [json.loads(line) for line in done.stdout.splitlines()]
    assert all(list(line) == KEYS for line in lines)
    assert all(FAIRS[line["start"] : line["end"]] == line["surface"] for line in lines)
    assert [line["start"] for line in lines] == sorted(line["start"] for line in lines)
    fairs = next(line for line in lines if line["indicator"] == "job_fairs")
    assert '"value": 12,' in done.stdout
    assert (fairs["doc"], fairs["value"], fairs["period_end"]) == (
        "siping-2023",
        12,
        "2023-12",
    )


def test_a_reader_that_has_enough_is_no_error(raw):
    command = [sys.executable, "-m", "etl", "extract", str(raw)]
    pipes = {"stdout": subprocess.PIPE, "stderr": subprocess.PIPE}
    with subprocess.Popen(command, cwd=ROOT, **pipes) as running:
        running.stdout.close()
        assert running.stderr.read() == b""
    assert running.returncode == 0


def test_extract_writes_a_file_for_each_document(etl, raw, tmp_path):
    done = etl("extract", raw, "--out", tmp_path / "deep" / "out")
    assert done.returncode == 0, done.stderr
    assert done.stdout == ""
    written = contents(tmp_path / "deep" / "out")
    assert sorted(written) == ["shuangliao-2022.jsonl", "siping-2023.jsonl"]
    printed = etl("extract", raw).stdout.encode()
    assert printed == written["shuangliao-2022.jsonl"] + written["siping-2023.jsonl"]


def test_the_stored_text_of_a_file_is_no_document_of_its_own(etl, tmp_path):
    body = f"<article><h1>招聘会</h1><p>{FAIRS}</p></article>"
    page = f"<!DOCTYPE html><html><head><title>招聘会</title></head><body>{body}</body></html>"
    (tmp_path / "a.html").write_text(page, encoding="utf-8")
    (tmp_path / "a.html.txt").write_text(FAIRS, encoding="utf-8")
    docs = {
        json.loads(line)["doc"] for line in etl("extract", tmp_path).stdout.splitlines()
    }
    assert docs == {"a"}


def test_extract_takes_the_date_from_the_list(etl, tmp_path):
    text = FAIRS.replace("2023年12月20日\n", "")
    raw = write_raw(tmp_path / "raw", {"siping-2021": text})
    dates = []
    for extra in ((), ("--sources", raw / "sources.yaml"), ("--published", "2019-11")):
        done = etl("extract", raw / "siping-2021.txt", *extra)
        lines = [json.loads(line) for line in done.stdout.splitlines()]
        fairs = next(line for line in lines if line["indicator"] == "job_fairs")
        dates.append(fairs["period_end"])
    assert dates == [None, "2021", "2019-11"]


def test_offsets_count_the_characters_of_the_file_as_it_is(etl, tmp_path):
    text = "\ufeff退役军人\r\n专场招聘会\r\n共举办１２场。\r\n"
    path = tmp_path / "a.txt"
    path.write_bytes(text.encode("utf-8"))
    (line,) = etl("extract", path).stdout.splitlines()
    mention = json.loads(line)
    assert (
        path.read_bytes().decode("utf-8")[mention["start"] : mention["end"]] == "１２场"
    )


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (["none.txt"], "no file none.txt"),
        (["empty-folder"], "holds no article"),
        (["a.txt", "other/a.txt"], "same name"),
        (["a.txt", "picture.txt"], "picture"),
        (["a.txt", "--adcode", "999999"], "999999"),
        (["a.txt", "--sources", "none.yaml"], "no file none.yaml"),
        (["a.txt", "--out", "a.txt"], "a.txt cannot be a folder"),
    ],
)
def test_extract_refuses_what_it_cannot_read_and_writes_nothing(
    etl, tmp_path, monkeypatch, arguments, said
):
    for folder in ("other", "empty-folder"):
        (tmp_path / folder).mkdir()
    for name in ("a.txt", "other/a.txt"):
        (tmp_path / name).write_text(FAIRS, encoding="utf-8")
    (tmp_path / "picture.txt").write_bytes(b"\x89PNG\r\n")
    known = sorted(tmp_path.rglob("*"))
    monkeypatch.chdir(tmp_path)
    done = etl("extract", *arguments)
    assert any(said in problem for problem in refused(done))
    assert sorted(tmp_path.rglob("*")) == known


def test_a_wrong_date_is_refused(etl):
    done = etl("extract", "README.md", "--published", "20.10.2020")
    assert done.returncode == 2
    assert "YYYY-MM-DD" in done.stderr


@pytest.fixture
def gold(etl, tmp_path, raw):
    done = etl(
        "extract", raw, "--out", tmp_path / "gold", "--sources", raw / "sources.yaml"
    )
    assert done.returncode == 0
    return tmp_path / "gold"


def test_evaluate_meets_its_own_extraction(etl, gold, raw):
    arguments = ("evaluate", gold, "--texts", raw, "--sources", raw / "sources.yaml")
    figures = json.loads(etl(*arguments, "--json").stdout)
    assert (figures["documents"], figures["detect"], figures["strict_f1"]) == (2, 1, 1)
    printed = etl(*arguments, "-v", "--by-group").stdout.splitlines()
    assert printed[0] == "documents            2"
    assert printed[-3].split() == [
        "group",
        "documents",
        "detect",
        "indicator_f1",
        "strict_f1",
    ]
    assert [line.split()[0] for line in printed[-2:]] == ["shuangliao", "siping"]


def test_evaluate_tells_what_is_missed(etl, gold, raw):
    path = gold / "siping-2023.jsonl"
    path.write_text(
        path.read_text("utf-8").replace('"job_fairs"', '"arts_events"'), "utf-8"
    )
    done = etl("evaluate", gold, "--texts", raw, "-v")
    assert "is arts_events = 12.0, got job_fairs" in done.stdout


def test_evaluate_refuses_a_folder_without_texts(etl, gold):
    problems = refused(etl("evaluate", gold))
    assert len(problems) == 2
    assert "--texts" in problems[0]
