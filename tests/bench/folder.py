"""A folder of many short articles: how long a build takes, and how much it holds."""

from __future__ import annotations

import os
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from pathlib import Path

from etl.places import load_places

SIZES = (2_000, 5_000, 20_000)
"""Articles; a flat memory does not follow them."""
SECONDS = 900
EVERY = 0.5
"""Seconds between two looks at the memory."""
ARTICLE = """\
{name}双拥工作综述
{year}年12月20日
今年以来，{name}举办退役军人专场招聘会{a}场，提供岗位{b}余个，{c}人达成就业意向。
走访慰问驻军部队{a}个，送去慰问金{b}万元。全市共有退役军人服务站{c}个。
三年来，累计培训退役军人{b}人次，其中线上{a}人次；发放优待证{b}张、光荣牌{c}块。
"""
ENTRY = """\
  - source_id: made-{number}
    adcode: "{adcode}"
    file: made-{number}.txt
    published: "{year}"
    published_basis: 页面日期
"""


def rows() -> Iterator[tuple[str, ...]]:
    """Yield a row for each size: articles, MB, seconds, peak of all processes in MiB."""
    for size in SIZES:
        with tempfile.TemporaryDirectory() as folder:
            octets = write(Path(folder, "raw"), size)
            seconds, memory = build(Path(folder))
        yield f"{size:,}", f"{octets / 1e6:.1f}", f"{seconds:.0f}", f"{memory:.0f}"


def write(folder: Path, size: int) -> int:
    """Write made-up articles of many places and years; return their bytes."""
    folder.mkdir()
    places = sorted(load_places().values(), key=lambda place: place.adcode)
    entries, octets = ["sources:\n"], 0
    for number in range(size):
        place, year = places[number % len(places)], 2023 - number // len(places)
        a, b, c = number % 37 + 2, number % 991 + 300, number % 89 + 11
        text = ARTICLE.format(name=place.name, year=year, a=a, b=b, c=c)
        octets += Path(folder, f"made-{number}.txt").write_bytes(text.encode())
        entries.append(ENTRY.format(number=number, adcode=place.adcode, year=year))
    (folder / "sources.yaml").write_text("".join(entries), encoding="utf-8")
    return octets


def build(folder: Path) -> tuple[float, float]:
    """Build a folder; return seconds, and the most memory that all processes held.

    Raises:
        RuntimeError: the build failed, or took longer than SECONDS.
    """
    command = [sys.executable, "-m", "etl", "build"]
    command += ["--raw", str(folder / "raw"), "--out", str(folder / "out")]
    command += ["--jobs", str(len(os.sched_getaffinity(0)))]
    began, peak = time.perf_counter(), 0.0
    with subprocess.Popen(command, stdout=subprocess.DEVNULL) as process:
        while process.poll() is None:
            peak = max(peak, sum(resident(pid) for pid in family(process.pid)))
            time.sleep(EVERY)
            if time.perf_counter() - began > SECONDS:
                process.kill()
    if process.returncode:
        raise RuntimeError(f"build ended with {process.returncode}")
    return time.perf_counter() - began, peak


def family(pid: int) -> list[int]:
    """Return a process and all that it started."""
    try:
        lists = [
            path.read_text() for path in Path(f"/proc/{pid}/task").glob("*/children")
        ]
    except OSError:  # it has just ended
        return []
    children = [int(child) for line in lists for child in line.split()]
    return [pid, *(one for child in children for one in family(child))]


def resident(pid: int) -> float:
    """Return how much memory a process holds, in MiB; 0 where it has just ended."""
    try:
        status = Path(f"/proc/{pid}/status").read_text("ascii")
    except OSError:
        return 0.0
    held = [line for line in status.splitlines() if line.startswith("VmRSS:")]
    return int(held[0].split()[1]) / 1024 if held else 0.0
