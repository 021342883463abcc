"""`build` as it is typed: its report, exit codes, bad input as sentences."""

from __future__ import annotations

import subprocess
import sys

import pytest

from tests.commands import refused
from tests.live import ROOT
from tests.raw_folder import contents, write_raw


@pytest.fixture
def raw(tmp_path):
    return write_raw(tmp_path / "raw")


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
