"""How long readers wait for the dashboard, alone and many at once, on this machine."""

from __future__ import annotations

import asyncio
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from pathlib import Path

from tests.bench.session import Timings, read
from tests.live import ROOT, Server

PAGES = ("", "compare?indicator=job_fairs", "map", "evidence", "data")
READERS = (1, 10, 50)
RERUNS = 5
THINK = 2.0
"""Seconds between two actions of one reader."""


async def crowd(url: str, readers: int) -> Timings:
    """Let readers open the same page, spread over the first pause."""
    timings = Timings()

    async def one(number: int) -> None:
        await asyncio.sleep(THINK * number / readers)
        await read(url, RERUNS, THINK, timings)

    await asyncio.gather(*(one(number) for number in range(readers)))
    return timings


def milliseconds(seconds: list[float]) -> str:
    """Return the median and the 95th percentile, in milliseconds."""
    if len(seconds) < 2:
        return f"{seconds[0] * 1000:.0f}" if seconds else "–"
    p95 = statistics.quantiles(seconds, n=20, method="inclusive")[-1]
    return f"{statistics.median(seconds) * 1000:.0f} / {p95 * 1000:.0f}"


def rows() -> Iterator[tuple[str, ...]]:
    """Build the data, start a server, yield one row a page and number of readers."""
    with tempfile.TemporaryDirectory() as folder:
        began = time.perf_counter()
        command = [sys.executable, "-m", "etl", "build", "--out", folder]
        subprocess.run(command, cwd=ROOT, check=True, stdout=subprocess.DEVNULL)
        yield "build of data/raw", "", f"{time.perf_counter() - began:.1f} s", "", ""
        began = time.perf_counter()
        with Server(Path(folder)) as server:
            yield "server start", "", f"{time.perf_counter() - began:.1f} s", "", ""
            for page in PAGES:
                for readers in READERS:
                    timings = asyncio.run(crowd(f"{server.url}/{page}", readers))
                    yield (
                        f"/{page}",
                        str(readers),
                        milliseconds(timings.load),
                        milliseconds(timings.rerun),
                        str(len(timings.errors)),
                    )
