"""Map a function over many items with several processes, in order, in flat memory."""

from __future__ import annotations

import multiprocessing
import os
from collections import deque
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import Future, ProcessPoolExecutor
from pathlib import Path
from typing import TypeVar

Item = TypeVar("Item")
Result = TypeVar("Result")

SMALL = 2_000_000
"""Bytes of articles below which further processes cost more than they save."""
AHEAD = 4
"""Items in flight per process: enough to keep it busy, few enough to hold."""


def processes(files: Iterable[Path]) -> int:
    """Return how many processes the work on these files is worth."""
    size = sum(file.stat().st_size for file in files)
    return 1 if size < SMALL else len(os.sched_getaffinity(0))


def mapped(
    function: Callable[[Item], Result], items: Iterable[Item], jobs: int
) -> Iterator[Result]:
    """Yield the results in the order of the items; one job stays in this process.

    `function` and the items must be picklable. Only a few results are held at a time.
    """
    if jobs == 1:
        yield from map(function, items)
        return
    with ProcessPoolExecutor(jobs, multiprocessing.get_context("spawn")) as pool:
        yield from _windowed(pool, function, items, jobs * AHEAD)


def _windowed(
    pool: ProcessPoolExecutor,
    function: Callable[[Item], Result],
    items: Iterable[Item],
    window: int,
) -> Iterator[Result]:
    pending: deque[Future[Result]] = deque()
    for item in items:
        pending.append(pool.submit(function, item))
        if len(pending) >= window:
            yield pending.popleft().result()
    while pending:
        yield pending.popleft().result()
