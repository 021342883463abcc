"""Read a file in a process of its own, with a limit on its time and memory.

A file can be made so that a library never ends on it, whatever is checked before. A
process can be ended; the limit counts its own work, so that a busy machine refuses no
file that an idle one reads.

The process is a fresh interpreter, not one of `multiprocessing`: that would first run the
main script again, which under Streamlit is the whole app.
"""

from __future__ import annotations

import json
import signal
import subprocess
import sys

from etl.errors import InputError
from etl.paths import ROOT

SECONDS = 60
"""Of one core for one file; a report of twenty pages takes two or three."""
MEMORY = 3_000_000_000
"""Bytes that the process may ask for."""
PATIENCE = 20
"""So many times the limit is waited for a process that others keep from working."""
CHILD = "etl.formats.child"
"""The module that reads in that process."""


def read_confined(module: str, data: bytes, name: str) -> str:
    """Return what a reader reads.

    Args:
        module: the format, as `read_with` takes it.
        data: the bytes of the file.
        name: its name.

    Raises:
        InputError: the reader refuses the file, or does not end on it.
    """
    limits = [str(SECONDS), str(MEMORY)]
    try:
        done = subprocess.run(  # noqa: S603 - our own module, no shell
            [sys.executable, "-m", CHILD, module, name, *limits],
            cwd=ROOT,
            input=data,
            capture_output=True,
            timeout=SECONDS * PATIENCE,
            check=False,
        )
    except subprocess.TimeoutExpired:
        return read_or_refused(b"", -signal.SIGKILL, name)
    return read_or_refused(done.stdout, done.returncode, name)


def read_or_refused(answer: bytes, code: int, name: str) -> str:
    """Return the answer of the other process, or raise what it is."""
    if code == 0:
        told: dict[str, str | list[str]] = json.loads(answer)
        text = told.get("text")
        if isinstance(text, str):
            return text
        raise InputError(*told["problems"])
    limit = code in (-signal.SIGXCPU, -signal.SIGKILL)
    why = f"takes more than {SECONDS} s to read" if limit else "breaks its reader"
    raise InputError(f"{name} {why}; save the text of the article alone as UTF-8 txt.")
