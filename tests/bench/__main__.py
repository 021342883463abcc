"""`make bench`: prints what was measured; asserts nothing, since machines differ."""

from __future__ import annotations

import os
import platform
from collections.abc import Iterable

from tests.bench import comparison, extraction, folder, server

EXTRACTION = ("what", "text", "MB", "s", "MB/s", "numbers", "peak MiB")
FOLDER = ("articles", "MB", "s", "peak MiB")
COMPARISON = ("question", "asked of", "p50 ms", "p95 ms", "rows")
SERVER = ("page", "readers", "load ms p50 / p95", "rerun ms p50 / p95", "errors")


def print_row(cells: Iterable[str], widths: Iterable[int]) -> None:
    """Print cells in columns, at once: a measurement may take a minute."""
    pairs = zip(cells, widths, strict=False)
    print("  ".join(cell.ljust(width) for cell, width in pairs), flush=True)


def main() -> None:
    """Measure and print, one line a measurement."""
    print(f"Python {platform.python_version()}, {os.cpu_count()} cores\n")
    print("Extraction, one process, its CPU seconds; each once, after a warm-up")
    widths = (30, 24, 7, 7, 7, 10, 8)
    print_row(EXTRACTION, widths)
    for measurement in extraction.measurements():
        print_row(measurement.row(), widths)
    print("\nBuild of a folder, all cores; the memory of all its processes together")
    widths = (30, 8, 8, 8)
    print_row(FOLDER, widths)
    for row in folder.rows():
        print_row(row, widths)
    print(f"\nComparison, {comparison.THREADS} threads, {comparison.ASKED} times each")
    widths = (34, 20, 8, 8, 8)
    print_row(COMPARISON, widths)
    for row in comparison.rows():
        print_row(row, widths)
    print(f"\nServer, {server.RERUNS} reruns a reader, {server.THINK:.0f} s between")
    widths = (30, 8, 20, 20, 6)
    print_row(SERVER, widths)
    for row in server.rows():
        print_row(row, widths)


if __name__ == "__main__":
    main()
