"""How long the questions of the compare and benchmark pages take, here and at full size.

The full size is 3,000 places with ten years and all indicators, about two million figures,
made up in a temporary folder. Each question is asked as the dashboard asks it: read-only,
two threads, rows as Arrow.
"""

from __future__ import annotations

import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from pathlib import Path

import duckdb

from etl import paths
from tests.bench import made_up
from tests.bench.made_up import Size
from tests.live import ROOT

THREADS = 2
ASKED = 40
"""Times that a question is asked, each time about another city or indicator."""
BASES = ("reported", "per_year", "per_10k")
QUESTIONS = {
    "one indicator, all cities": (
        "from standing where indicator = $indicator and basis = $basis"
    ),
    "one indicator, one city's pairs": (
        "from comparison where indicator = $indicator and basis = $basis"
        " and a_adcode = $focus"
    ),
    "one city, its figures": (
        "from city_standing where adcode = $focus and basis = $basis"
    ),
    "one city, 30 peers, all pairs": "from city_pairs($focus, $peers, $basis)",
    "what 30 peers and the city report": (
        "select silence.* from (select unnest($peers::varchar[]) as adcode)"
        " join silence using (adcode)"
    ),
}


def rows(size: Size | None = None) -> Iterator[tuple[str, ...]]:
    """Yield one row a question and size of data: median and p95 in milliseconds."""
    with tempfile.TemporaryDirectory() as folder:
        command = [sys.executable, "-m", "etl", "build", "--out", folder]
        subprocess.run(command, cwd=ROOT, check=True, stdout=subprocess.DEVNULL)
        yield from _asked(Path(folder) / paths.DATABASE, "five cities")
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / paths.DATABASE
        began = time.perf_counter()
        figures = made_up.write(path, size or Size())
        seconds = time.perf_counter() - began
        yield "made up and compared", f"{figures:,} figures", f"{seconds:.0f} s", "", ""
        yield from _asked(path, f"{figures:,} figures")


def _asked(path: Path, named: str) -> Iterator[tuple[str, ...]]:
    with duckdb.connect(path, read_only=True) as connection:
        connection.execute("set threads = $threads", {"threads": THREADS})
        for question, sql in QUESTIONS.items():
            seconds, found = _seconds(connection, sql)
            p95 = statistics.quantiles(seconds, n=20, method="inclusive")[-1]
            median = statistics.median(seconds)
            yield (
                question,
                named,
                f"{median * 1000:.0f}",
                f"{p95 * 1000:.0f}",
                str(found),
            )


def _seconds(
    connection: duckdb.DuckDBPyConnection, sql: str
) -> tuple[list[float], int]:
    """Ask again and again; return the time of each, and the rows of the last answer."""
    found = 0
    seconds: list[float] = []
    for bound in _parameters(connection):
        used = {name: value for name, value in bound.items() if f"${name}" in sql}
        began = time.perf_counter()
        found = connection.sql(sql, params=used).to_arrow_table().num_rows
        seconds.append(time.perf_counter() - began)
    return seconds, found


def _parameters(connection: duckdb.DuckDBPyConnection) -> Iterator[dict[str, object]]:
    indicators = made_up.indicators(connection)
    cities = made_up.cities(connection)
    for number in range(ASKED):
        first = number * 31 % len(cities)
        chosen = (cities[first:] + cities[:first])[:31]
        yield {
            "indicator": indicators[number % len(indicators)],
            "basis": BASES[number % len(BASES)],
            "focus": chosen[0],
            "peers": chosen[1:],
        }
