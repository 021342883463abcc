"""Read a file in a process of its own, with a limit on its time and memory.

A file can be made so that a library never ends on it, whatever is checked before. A
process can be ended; the limit counts its own work, so that a busy machine refuses no
file that an idle one reads.
"""

from __future__ import annotations

import multiprocessing
import resource
import signal
from collections.abc import Callable
from functools import cache
from multiprocessing.connection import Connection
from multiprocessing.context import ForkServerContext

from etl.errors import InputError

SECONDS = 60
"""Of one core for one file; a report of twenty pages takes two or three."""
MEMORY = 3_000_000_000
"""Bytes that the process may ask for."""
PATIENCE = 20
"""So many times the limit is waited for a process that others keep from working."""

Reader = Callable[[str, bytes, str], str]


@cache
def _context() -> ForkServerContext:
    """Return where processes come from: a server that has the libraries at hand."""
    context = multiprocessing.get_context("forkserver")
    context.set_forkserver_preload(["__main__", "etl.formats.pdf"])
    return context


def read_confined(read: Reader, module: str, data: bytes, name: str) -> str:
    """Return what a reader reads.

    Args:
        read: a function of a module, so that another process can find it.
        module: the format, as `read` takes it.
        data: the bytes of the file.
        name: its name.

    Raises:
        InputError: the reader refuses the file, or does not end on it.
    """
    ours, theirs = _context().Pipe(duplex=False)
    work = (read, module, data, name, theirs, SECONDS)
    process = _context().Process(target=_answer, args=work, daemon=True)
    process.start()
    theirs.close()
    answer: str | InputError | None = None
    try:
        if ours.poll(SECONDS * PATIENCE):
            answer = ours.recv()
    except EOFError:
        process.join()  # it was ended: by its limit, or by a fault of a library
    finally:
        process.kill()
        process.join()
        ours.close()
    return read_or_refused(answer, process.exitcode, name)


def _answer(
    read: Reader, module: str, data: bytes, name: str, answer: Connection, seconds: int
) -> None:
    """Send what a reader reads, or why it refuses; within limits."""
    resource.setrlimit(resource.RLIMIT_CPU, (seconds, seconds + 1))
    resource.setrlimit(resource.RLIMIT_AS, (MEMORY, MEMORY))
    try:
        answer.send(read(module, data, name))
    except InputError as refused:
        answer.send(refused)


def read_or_refused(
    answer: str | InputError | None, code: int | None, name: str
) -> str:
    """Return the answer of the other process, or raise what it is."""
    if isinstance(answer, str):
        return answer
    if answer is not None:
        raise answer
    limit = code in (-signal.SIGXCPU, -signal.SIGKILL)
    why = f"takes more than {SECONDS} s to read" if limit else "breaks its reader"
    raise InputError(f"{name} {why}; save the text of the article alone as UTF-8 txt.")
