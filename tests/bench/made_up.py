"""Made-up figures for thousands of places, written to no file that stays."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

import duckdb

from etl import tables
from etl.codebook import load_codebook
from etl.gate import gate_rows
from etl.load import Database, derive, new_database

SQL = Path(__file__).with_name("sql")


@dataclass(frozen=True, slots=True)
class Size:
    """How much is made up; `share` of a hundred indicators are in each article."""

    places: int = 3_000
    years: int = 10
    share: int = 56


def write(path: Path, size: Size) -> int:
    """Write a database of made-up figures with its comparison; return how many."""
    with new_database(path) as database:
        _codebook(database)
        connection = database.connection
        for name in ("places", "years", "share"):
            connection.execute(f"set variable {name} = {getattr(size, name)}")
        for script in ("places", "observations"):
            connection.execute((SQL / f"{script}.sql").read_text(encoding="utf-8"))
        derive(connection)
        return connection.table("observation").shape[0]


def cities(connection: duckdb.DuckDBPyConnection) -> list[str]:
    """Return the places in no particular, but always the same order."""
    rows = connection.execute("select adcode from city order by hash(adcode)")
    return [row[0] for row in rows.fetchall()]


def indicators(connection: duckdb.DuckDBPyConnection) -> list[str]:
    """Return the indicators, those that are counted first."""
    rows = connection.execute("select id from indicator order by measure, id")
    return [row[0] for row in rows.fetchall()]


def _codebook(database: Database) -> None:
    themes, indicators = tables.codebook_rows(load_codebook())
    database.stage("theme", themes)
    database.stage("indicator", indicators)
    for table, rows in gate_rows({str(row["id"]) for row in indicators}).items():
        database.stage(table, rows)
    database.fill()
