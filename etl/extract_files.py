"""Extract documents into JSON lines: all of them, or, where one is unreadable, none."""

from __future__ import annotations

import shutil
import sys
import tempfile
from collections.abc import Sequence
from functools import partial
from pathlib import Path

from etl.documents import Known
from etl.errors import InputError
from etl.extract import extract_text
from etl.jsonl import lines
from etl.parallel import mapped, processes
from etl.read import read_text


def extract_files(files: Sequence[Path], known: Known, out: Path | None) -> None:
    """Write the mentions of each document to `<stem>.jsonl` in `out`, else print them.

    Raises:
        InputError: With every document that cannot be read; nothing is written then.
    """
    if out is not None:
        _make(out)
    with tempfile.TemporaryDirectory(dir=out, prefix=".extract-") as name:
        folder = Path(name)
        work = partial(_extract, known, folder)
        jobs = processes(files)
        problems = [p for found in mapped(work, files, jobs) for p in found]
        if problems:
            raise InputError(*problems)
        for file in files:
            _deliver(folder / f"{file.stem}.jsonl", out)


def _extract(known: Known, folder: Path, file: Path) -> Sequence[str]:
    """Write the mentions of one document; return its problems."""
    try:
        text = read_text(file)
    except InputError as error:
        return error.problems
    published, adcode = known.of(file)
    mentions = extract_text(text, published, adcode, doc=file.stem)
    target = folder / f"{file.stem}.jsonl"
    target.write_text(lines(mentions), encoding="utf-8", newline="")
    return ()


def _deliver(result: Path, out: Path | None) -> None:
    if out is not None:
        result.replace(out / result.name)
        return
    with result.open(encoding="utf-8", newline="") as file:
        shutil.copyfileobj(file, sys.stdout)


def _make(out: Path) -> None:
    try:
        out.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        problem = f"{out} cannot be a folder ({error.strerror}); name another."
        raise InputError(problem) from None
