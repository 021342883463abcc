"""What a command of `python -m etl` left behind, and what a refused one must look like."""

from __future__ import annotations

from typing import NamedTuple


class Done(NamedTuple):
    """What a command left behind; named like the results of `subprocess.run`."""

    returncode: int
    stdout: str
    stderr: str


def refused(done):
    """Return the problems of a refused command, having checked that it is one."""
    assert done.returncode == 2, done.stderr
    assert done.stdout == ""
    lines = done.stderr.strip().splitlines()
    assert all(line.startswith("error: ") for line in lines), done.stderr
    return [line.removeprefix("error: ") for line in lines]
