"""Swap a folder's files for newly built ones, so that a failure leaves the old ones.

A build happens in a hidden folder inside the target, on the same disk. Publishing keeps
a link to each old file, renames the new files over them one by one, the database last
(readers open only that), and puts every old file back if anything goes wrong. A build
that was killed half-way is undone by the next one.
"""

from __future__ import annotations

import fcntl
import os
import shutil
import tempfile
from collections.abc import Generator, Sequence
from contextlib import contextmanager
from pathlib import Path

from etl.errors import InputError

PREFIX = ".build-"
OLD = "old"


@contextmanager
def building(target: Path) -> Generator[Path]:
    """Yield an empty folder to build in, gone afterwards; one build at a time.

    Raises:
        InputError: The target cannot be written, or another build is under way.
    """
    try:
        target.mkdir(parents=True, exist_ok=True)
        handle = os.open(target, os.O_RDONLY)
    except OSError as error:
        problem = f"{target} cannot be a folder ({error.strerror}); name another."
        raise InputError(problem) from None
    try:
        _lock(handle, target)
        _undo_killed_builds(target)
        with tempfile.TemporaryDirectory(dir=target, prefix=PREFIX) as folder:
            yield Path(folder)
    finally:
        os.close(handle)


def publish(built: Path, target: Path, names: Sequence[str]) -> None:
    """Put the named files of `built` into `target`, the last name last; all or none."""
    old = built / OLD
    old.mkdir()
    for name in names:
        if (target / name).exists():
            _keep(target / name, old / name)
    try:
        for name in names:
            (built / name).replace(target / name)
    except BaseException:
        _restore(old, target, names)
        raise
    shutil.rmtree(old)


def _lock(handle: int, target: Path) -> None:
    try:
        fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except BlockingIOError:
        raise InputError(
            f"Another build is writing to {target}; wait for its end, then try again."
        ) from None


def _keep(path: Path, copy: Path) -> None:
    try:
        copy.hardlink_to(path)
    except OSError:  # a disk without hard links, or a name that is no file
        shutil.copy2(path, copy)


def _restore(old: Path, target: Path, names: Sequence[str]) -> None:
    for name in names:
        if (old / name).exists():
            (old / name).replace(target / name)
        else:
            (target / name).unlink(missing_ok=True)


def _undo_killed_builds(target: Path) -> None:
    for killed in target.glob(f"{PREFIX}*"):
        kept = [path.name for path in (killed / OLD).glob("*")]
        _restore(killed / OLD, target, kept)
        shutil.rmtree(killed, ignore_errors=True)
