"""Speed of the extraction on one core, beside other tools on the same text."""

from __future__ import annotations

import multiprocessing
import time
from collections.abc import Iterator
from dataclasses import dataclass
from multiprocessing.connection import Connection
from pathlib import Path

from etl import paths
from tests.bench.contenders import CONTENDERS

MEGABYTE = 1_000_000
SECONDS = 90
"""How long one measurement may take; after that it is reported as not finished."""


@dataclass(frozen=True, slots=True)
class Measurement:
    """One contender on one text; `seconds` is None where it did not finish."""

    contender: str
    text: str
    megabytes: float
    seconds: float | None = None
    found: int = 0
    memory_mb: float = 0.0
    problem: str = ""

    def row(self) -> tuple[str, ...]:
        """Return the measurement as cells of a table."""
        if self.seconds is None:
            return (self.contender, self.text, f"{self.megabytes:.2f}", self.problem)
        return (
            self.contender,
            self.text,
            f"{self.megabytes:.2f}",
            f"{self.seconds:.2f}",
            f"{self.megabytes / self.seconds:.2f}",
            f"{self.found:,}",
            f"{self.memory_mb:.0f}",
        )


def articles() -> str:
    """Return the articles of data/raw as one text, one after the other."""
    files = sorted(paths.RAW.glob("*.txt"))
    return "\n\n".join(file.read_text("utf-8") for file in files) + "\n\n"


def repeated(text: str, size: int) -> str:
    """Return a text repeated until it has `size` bytes in UTF-8, whole copies only."""
    return text * max(1, round(size / len(text.encode())))


def measure(contender: str, label: str, text: str) -> Measurement:
    """Run one contender in a process of its own, so that memory is its own."""
    megabytes = len(text.encode()) / MEGABYTE
    context = multiprocessing.get_context("spawn")
    ours, theirs = context.Pipe()
    process = context.Process(target=_run, args=(contender, text, theirs), daemon=True)
    process.start()
    theirs.close()
    try:
        answer = ours.recv() if ours.poll(SECONDS) else f"not done in {SECONDS} s"
    except EOFError:
        answer = "ended without an answer"
    process.kill()
    process.join()
    if isinstance(answer, str):
        return Measurement(contender, label, megabytes, problem=answer)
    return Measurement(contender, label, megabytes, *answer)


def _run(contender: str, text: str, answer: Connection) -> None:
    read = CONTENDERS[contender]
    try:
        read(text[:2000])  # load rules and compile expressions before the clock starts
        began = time.perf_counter()
        found = read(text)
        seconds = time.perf_counter() - began
    except Exception as problem:  # a tool that fails is a result too
        answer.send(f"{type(problem).__name__}: {problem}")
        return
    answer.send((seconds, found, peak_mb()))


def peak_mb() -> float:
    """Return the most memory this process has held so far, in MiB.

    Not by getrusage: its figure includes what the parent held when it started us.
    """
    status = Path("/proc/self/status").read_text("ascii")
    line = next(line for line in status.splitlines() if line.startswith("VmHWM:"))
    return int(line.split()[1]) / 1024


def measurements() -> Iterator[Measurement]:
    """Measure all contenders on one text, then ours on texts of other shapes."""
    five = articles()
    ten = repeated(five, 10 * MEGABYTE)
    for contender in CONTENDERS:
        slow = contender.startswith("recognizers")
        yield measure(contender, "five articles", five if slow else ten)
    line = five.replace("\n", "")
    for size in (1, 10):
        articles_of_size = repeated(five, size * MEGABYTE)
        yield measure("full extraction", f"articles, {size} MB", articles_of_size)
        paragraph = repeated(line, size * MEGABYTE)
        yield measure("full extraction", f"one paragraph, {size} MB", paragraph)
