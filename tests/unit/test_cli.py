"""The command line, as it is typed: output, exit codes, bad input as sentences."""

from __future__ import annotations

import json
import subprocess
import sys
from typing import NamedTuple

import pytest

from etl.__main__ import main
from tests.live import ROOT
from tests.raw_folder import FAIRS, contents, write_raw

KEYS = [
    *("doc", "start", "end", "surface", "sentence", "value", "value_low", "value_high"),
    *("unit", "qualifier", "indicator", "reason", "period_kind", "period_text"),
    *("period_start", "period_end", "place", "cues"),
]


class Done(NamedTuple):
    """What a command left behind; named like the results of `subprocess.run`."""

    returncode: int
    stdout: str
    stderr: str


@pytest.fixture
def etl(capsys):
    """Run a command in this process, for speed: `etl("build", "--out", folder)`."""

    def run(*arguments):
        try:
            code = main([str(argument) for argument in arguments])
        except SystemExit as stopped:  # argparse refuses
            code = stopped.code
        return Done(code, *capsys.readouterr())

    return run


@pytest.fixture
def raw(tmp_path):
    return write_raw(tmp_path / "raw")


def refused(done):
    """Return the problems of a refused command, having checked that it is one."""
    assert done.returncode == 2, done.stderr
    assert done.stdout == ""
    lines = done.stderr.strip().splitlines()
    assert all(line.startswith("error: ") for line in lines), done.stderr
    return [line.removeprefix("error: ") for line in lines]


def test_build_reports_what_it_did(etl, raw, tmp_path):
    done = etl("build", "--raw", raw, "--out", tmp_path / "out")
    assert done.returncode == 0, done.stderr
    assert "2 articles" in done.stdout
    assert "6 observations" in done.stdout
    assert "就业创业" in done.stdout
    assert "policy_text" not in done.stdout
    assert "date" in done.stdout
    assert "seconds" in done.stdout
    assert (tmp_path / "out" / "shuangyong.duckdb").exists()


def test_warnings_are_printed_and_do_not_stop_the_build(etl, tmp_path):
    raw = write_raw(tmp_path / "raw", {"siping-2020": "今天天气很好。\n"})
    done = etl("build", "--raw", raw, "--out", tmp_path / "out")
    assert done.returncode == 0
    assert "warning: Every article holds at least one number" in done.stdout
    assert "siping-2020" in done.stdout


def edit(raw, old, new):
    path = raw / "sources.yaml"
    words = path.read_text("utf-8")
    assert old in words
    path.write_text(words.replace(old, new, 1), encoding="utf-8")


BAD = {
    "missing file": (
        lambda raw: (raw / "siping-2023.txt").unlink(),
        ["sources.yaml", "siping-2023.txt"],
    ),
    "unlisted file": (
        lambda raw: (raw / "more.txt").write_text("多一篇", encoding="utf-8"),
        ["more.txt", "not listed"],
    ),
    "unknown adcode": (
        lambda raw: edit(raw, '"220300"', '"999999"'),
        ["sources.yaml, line 2", "999999"],
    ),
    "duplicate source_id": (
        lambda raw: edit(raw, "source_id: shuangliao-2022", "source_id: siping-2023"),
        ["sources.yaml, line 7", "source_id", "siping-2023"],
    ),
    "undecodable bytes": (
        lambda raw: (raw / "siping-2023.txt").write_bytes(b"\xff\xfe\x00\xd8\x81"),
        ["siping-2023.txt"],
    ),
    "empty article": (
        lambda raw: (raw / "siping-2023.txt").write_bytes(b""),
        ["siping-2023.txt", "empty"],
    ),
    "blank article": (
        lambda raw: (raw / "siping-2023.txt").write_text(" \n　\n", encoding="utf-8"),
        ["siping-2023.txt", "no text"],
    ),
    "YAML typo": (
        lambda raw: edit(raw, "    adcode: ", "   adcode "),
        ["sources.yaml, line", "not valid YAML"],
    ),
    "unknown key": (
        lambda raw: edit(raw, "published_basis:", "publishd_basis:"),
        ["sources.yaml, line 2", "publishd_basis"],
    ),
    "wrong date": (
        lambda raw: edit(raw, '"2023"', '"2023-02-30"'),
        ["sources.yaml, line 2", "2023-02-30"],
    ),
    "no list": (
        lambda raw: (raw / "sources.yaml").unlink(),
        ["sources.yaml"],
    ),
}


@pytest.mark.parametrize("name", BAD)
def test_bad_input_is_a_sentence_and_nothing_is_written(etl, raw, tmp_path, name):
    out = tmp_path / "out"
    assert etl("build", "--raw", raw, "--out", out).returncode == 0
    before = contents(out)
    spoil, said = BAD[name]
    spoil(raw)
    problems = refused(etl("build", "--raw", raw, "--out", out))
    assert any(all(words in problem for words in said) for problem in problems)
    assert contents(out) == before
    assert len(list(out.iterdir())) == len(before)


def test_an_indicator_that_no_codebook_has_is_refused(etl, raw, tmp_path):
    path = tmp_path / "corrections.yaml"
    path.write_text(
        "corrections:\n"
        "  - {source: siping-2023, quote: 12场, surface: 12场, status: verdict, reason: 试,\n"
        "     changes: [{field: indicator, expect: job_fairs, value: job_fares}]}\n",
        encoding="utf-8",
    )
    done = etl("build", "--raw", raw, "--out", tmp_path / "out", "--corrections", path)
    (problem,) = refused(done)
    assert "corrections.yaml, line 2" in problem
    assert "'job_fares'" in problem
    assert not (tmp_path / "out").exists()


def test_problems_of_several_files_are_told_together(etl, raw, tmp_path):
    (raw / "siping-2023.txt").write_bytes(b"")
    (raw / "shuangliao-2022.txt").write_bytes(b"\x89PNG\r\n")
    problems = refused(etl("build", "--raw", raw, "--out", tmp_path / "out"))
    assert len(problems) == 2


@pytest.mark.parametrize("jobs", ["0", "-1", "many"])
def test_a_wrong_number_of_processes_is_refused(etl, jobs):
    done = etl("build", "--jobs", jobs)
    assert done.returncode == 2
    assert "number of processes" in done.stderr


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
        (["a.txt", "--out", "a.txt"], "a.txt cannot be used"),
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


def test_help_names_the_commands(etl):
    done = etl("--help")
    assert done.returncode == 0
    assert all(word in done.stdout for word in ("build", "extract", "evaluate"))


def test_the_module_runs_as_a_command_and_passes_its_exit_code(raw):
    (raw / "siping-2023.txt").unlink()
    done = subprocess.run(
        [
            sys.executable,
            "-m",
            "etl",
            "build",
            "--raw",
            raw,
            "--out",
            raw.parent / "out",
        ],
        cwd=ROOT,
        capture_output=True,
        text=True,
        encoding="utf-8",
        timeout=120,
        check=False,
    )
    assert refused(done)
    assert "Traceback" not in done.stderr
