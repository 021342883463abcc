"""Publishing: all files or none, whatever goes wrong and whenever."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

from etl.errors import InputError
from etl.publish import building, publish
from tests.live import ROOT
from tests.raw_folder import contents

NAMES = ["a.parquet", "b.csv", "c.duckdb"]


def put(folder, words):
    for name in NAMES:
        (folder / name).write_text(f"{words} {name}", encoding="utf-8")


@pytest.fixture
def target(tmp_path):
    put(tmp_path, "old")
    return tmp_path


def test_new_files_replace_old_ones(target):
    with building(target) as folder:
        put(folder, "new")
        publish(folder, target, NAMES)
    assert contents(target) == {name: f"new {name}".encode() for name in NAMES}
    assert sorted(path.name for path in target.iterdir()) == NAMES


def test_the_first_build_needs_no_old_files(tmp_path):
    with building(tmp_path / "deep" / "down") as folder:
        put(folder, "new")
        publish(folder, tmp_path / "deep" / "down", NAMES)
    assert len(contents(tmp_path / "deep" / "down")) == 3


@pytest.mark.parametrize("position", range(len(NAMES)))
@pytest.mark.parametrize("error", [OSError, KeyboardInterrupt])
def test_a_failure_between_two_files_puts_the_old_ones_back(
    target, monkeypatch, position, error
):
    before = contents(target)
    replace = Path.replace

    def fail(self, other):
        if self.name == NAMES[position] and self.parent.name.startswith(".build-"):
            raise error("injected")
        return replace(self, other)

    monkeypatch.setattr(Path, "replace", fail)
    with pytest.raises(error), building(target) as folder:
        put(folder, "new")
        publish(folder, target, NAMES)
    assert contents(target) == before
    assert sorted(path.name for path in target.iterdir()) == NAMES


def test_a_failed_first_build_leaves_nothing(tmp_path):
    with pytest.raises(FileNotFoundError), building(tmp_path) as folder:
        put(folder, "new")
        (folder / NAMES[-1]).unlink()
        publish(folder, tmp_path, NAMES)
    assert list(tmp_path.iterdir()) == []


def test_without_hard_links_the_old_files_are_copied(target, monkeypatch):
    def refuse(self, other):
        raise OSError("no links here")

    monkeypatch.setattr(Path, "hardlink_to", refuse)
    before = contents(target)
    with pytest.raises(FileNotFoundError), building(target) as folder:
        put(folder, "new")
        (folder / NAMES[1]).unlink()
        publish(folder, target, NAMES)
    assert contents(target) == before


KILLED = """
import os, sys
from pathlib import Path
from etl import publish
target = Path(sys.argv[1])
move = Path.replace
def die(self, other):
    if self.name == "b.csv":
        os._exit(9)
    return move(self, other)
Path.replace = die
with publish.building(target) as folder:
    for name in ("a.parquet", "b.csv", "c.duckdb"):
        (folder / name).write_text("half")
    publish.publish(folder, target, ["a.parquet", "b.csv", "c.duckdb"])
"""


def test_the_next_build_undoes_one_that_was_killed(target):
    before = contents(target)
    done = subprocess.run(
        [sys.executable, "-c", KILLED, str(target)], cwd=ROOT, check=False, timeout=60
    )
    assert done.returncode == 9
    assert contents(target) != before
    with building(target):
        assert contents(target) == before
    assert sorted(path.name for path in target.iterdir()) == NAMES


def test_one_build_at_a_time(target):
    with (
        building(target),
        pytest.raises(InputError, match="Another build"),
        building(target),
    ):
        pass
    assert len(contents(target)) == 3


@pytest.mark.parametrize("kind", ["file", "below a file"])
def test_a_target_that_is_no_folder_is_a_sentence(tmp_path, kind):
    path = tmp_path / "taken"
    path.write_text("x", encoding="utf-8")
    with (
        pytest.raises(InputError, match="taken"),
        building(path if kind == "file" else path / "below"),
    ):
        pass


def test_new_files_get_the_usual_permissions(tmp_path):
    with building(tmp_path) as folder:
        put(folder, "new")
        publish(folder, tmp_path, NAMES)
    mask = os.umask(0)
    os.umask(mask)
    assert all(
        path.stat().st_mode & 0o777 == 0o666 & ~mask for path in tmp_path.iterdir()
    )
