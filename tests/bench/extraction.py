"""Speed of the extraction on one core, beside other tools on the same text."""

from __future__ import annotations

import multiprocessing
import time
from collections.abc import Iterator
from dataclasses import dataclass
from multiprocessing.connection import Connection
from pathlib import Path

from etl import paths
from tests.bench.contenders import BETWEEN, CONTENDERS

MEGABYTE = 1_000_000
LARGE = 10 * MEGABYTE
HOSTILE = {"one clause": "举办招聘会{n}场培训退役军人{n}人", "numbers": "{n}人"}
"""What no report looks like: one clause of cues and numbers, numbers and nothing else."""
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


def articles(between: str = "\n\n") -> str:
    """Return the articles of data/raw as one text, one after the other."""
    files = sorted(paths.RAW.glob("*.txt"))
    return "".join(file.read_text("utf-8") + between for file in files)


def repeated(text: str, size: int) -> str:
    """Return a text repeated until it has `size` bytes in UTF-8, whole copies only."""
    return text * max(1, round(size / len(text.encode())))


def numbered(shape: str, size: int) -> str:
    """Return a shape told again and again, each time with the next number."""
    pieces = size // len(shape.encode())
    return "".join(shape.format(n=1000 + piece) for piece in range(pieces))


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
        began = time.process_time()  # of this core, whoever else is busy
        found = read(text)
        seconds = time.process_time() - began
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
    """Measure all contenders on one text, then ours on texts of other shapes.

    Of a text told again and again the extraction reads the copies as such, which costs
    less; one by one, each article is read as if it were the first.
    """
    five, apart = articles(), articles(BETWEEN)
    for contender in CONTENDERS:
        text = apart if contender == "extraction, one by one" else five
        whole = five if contender.startswith("recognizers") else None
        yield measure(contender, "five articles", whole or repeated(text, LARGE))
    line = five.replace("\n", "")
    for size in (MEGABYTE, LARGE):
        megabytes = size // MEGABYTE
        for label, text in (("articles", five), ("one paragraph", line)):
            told = repeated(text, size)
            yield measure("full extraction", f"{label}, {megabytes} MB", told)
        told = repeated(apart, size)
        yield measure("extraction, one by one", f"articles, {megabytes} MB", told)
    for label, shape in HOSTILE.items():
        for size in (MEGABYTE // 10, MEGABYTE):
            told = numbered(shape, size)
            yield measure("full extraction", f"{label}, {size / MEGABYTE} MB", told)
