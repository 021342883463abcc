"""How long the statements of the compare and benchmark pages take, here and at full size.

The full size is 3,000 places with ten years and all indicators, about two million figures,
made up in a temporary folder. Each statement is the file that the page runs, with parameters
as the page gives them: read-only, two threads, rows as Arrow.
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
import polars as pl

from dashboard.benchmark_data import SHOWN
from dashboard.comparison import SHOWN as MOST
from dashboard.peers import Choice, every
from dashboard.quoting import QUOTED
from etl import paths
from tests.bench import made_up
from tests.bench.made_up import Size
from tests.live import ROOT

THREADS = 2
ASKED = 40
"""Times that a question is asked, each time about another city or indicator."""
BASES = ("reported", "per_year", "per_10k")
STATEMENTS = {
    "compare": (
        "indicators",
        "compare",
        "standings",
        "compare_pairs",
        "silent",
        "quotes_of",
    ),
    "benchmark": (
        "peers",
        "benchmark_pools",
        "benchmark_pairs",
        "benchmark_figures",
        "benchmark_silence",
    ),
}
"""What each page asks of the database when a reader opens it."""
Bound = dict[str, object]


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
        readers = list(_readers(connection))
        for page, names in STATEMENTS.items():
            for name in names:
                seconds, found = _seconds(connection, _statement(name), readers)
                p95 = statistics.quantiles(seconds, n=20, method="inclusive")[-1]
                median = statistics.median(seconds)
                times = (f"{median * 1000:.0f}", f"{p95 * 1000:.0f}")
                yield f"{page}: {name}", named, *times, str(found)


def _statement(name: str) -> str:
    return (ROOT / "dashboard" / "sql" / f"{name}.sql").read_text(encoding="utf-8")


def _seconds(
    connection: duckdb.DuckDBPyConnection, sql: str, readers: list[Bound]
) -> tuple[list[float], int]:
    """Ask for each reader; return the time of each, and the rows of the last answer."""
    found = 0
    seconds: list[float] = []
    for reader in readers:
        used = {name: value for name, value in reader.items() if f"${name}" in sql}
        began = time.perf_counter()
        found = connection.sql(sql, params=used).to_arrow_table().num_rows
        seconds.append(time.perf_counter() - began)
    return seconds, found


def _readers(connection: duckdb.DuckDBPyConnection) -> Iterator[Bound]:
    """What each reader looks at: an indicator, and a city among those of its level."""
    indicators = made_up.indicators(connection)
    cities = made_up.cities(connection)
    for number in range(ASKED):
        indicator = indicators[number % len(indicators)]
        focus = cities[number * 31 % len(cities)]
        yield {
            "indicator": indicator,
            "basis": BASES[number % len(BASES)],
            "focus": focus,
            "most": MOST,
            **_quoted(connection, indicator),
            **_peers(connection, focus),
        }


def _quoted(connection: duckdb.DuckDBPyConnection, indicator: str) -> Bound:
    largest = connection.execute(
        "select fact_id, source_id from fact where indicator = $indicator"
        " order by value desc limit $most",
        {"indicator": indicator, "most": QUOTED},
    ).fetchall()
    mentions, sources = zip(*largest, strict=True) if largest else ((), ())
    return {"mentions": list(mentions), "sources": list(sources)}


def _peers(connection: duckdb.DuckDBPyConnection, focus: str) -> Bound:
    """All cities of the level, the largest pool that there is; some are shown."""
    rows = connection.sql(_statement("peers"), params={"focus": focus}).to_arrow_table()
    pools = every(pl.DataFrame(pl.from_arrow(rows)), Choice("level"))
    level = list(pools.get("level", ()))
    return {
        "peers": level[:SHOWN],
        "cities": [focus, *level[:SHOWN]],
        **{
            code: list(pools.get(code, ()))
            for code in ("province", "nearest", "picked")
        },
    }
