"""Write the curated tables as files: Parquet for programs, a CSV for people and reviews.

The bytes depend on the rows alone: no time of day, no order of arrival.
"""

from __future__ import annotations

import csv
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path

import duckdb

from etl import paths
from etl.jsonl import plain

CSV_NAME = "observations.csv"
FETCHED = 10_000
"""Rows held at a time while writing the CSV."""
ACTIVE = tuple("=+-@\t\r\n＝＋－＠'")
"""What a spreadsheet takes for a formula; and ', so that the escape can be undone."""


def write_parquet(
    connection: duckdb.DuckDBPyConnection, tables: Iterable[str], folder: Path
) -> None:
    """Write each table to `<table>.parquet`, in the order of its rows."""
    for table in tables:
        path = folder / f"{table}.parquet"
        connection.table(table).to_parquet(str(path), compression="zstd")


def write_observations(connection: duckdb.DuckDBPyConnection, path: Path) -> None:
    """Write every observation with its quote, UTF-8 with BOM so that Excel reads it."""
    sql = (paths.SQL / "observations_csv.sql").read_text(encoding="utf-8")
    result = connection.execute(sql)
    names = [column[0] for column in result.description or ()]
    with path.open("w", encoding="utf-8-sig", newline="") as file:
        writer = csv.writer(file, lineterminator="\n")
        writer.writerow(names)
        writer.writerows([cell(value) for value in row] for row in _rows(result))


def cell(value: object) -> object:
    """Return a value as a cell: nothing for null, integers without .0, no formulas.

    A text that a spreadsheet would run is preceded by ' (and so is one that begins with
    ', hence dropping one leading ' gives every text back).
    """
    if isinstance(value, str):
        return f"'{value}" if value.startswith(ACTIVE) else value
    if isinstance(value, bool):
        return "true" if value else "false"
    return plain(value) if isinstance(value, float) else value


def _rows(result: duckdb.DuckDBPyConnection) -> Iterator[Sequence[object]]:
    while rows := result.fetchmany(FETCHED):
        yield from rows
