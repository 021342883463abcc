"""Rows put into a database by hand."""

from __future__ import annotations

from typing import Any

import duckdb


def insert(connection: duckdb.DuckDBPyConnection, table: str, **row: Any) -> None:
    """Insert one row, its columns by name."""
    names = ", ".join(row)
    marks = ", ".join("?" * len(row))
    connection.execute(
        f"insert into {table} ({names}) values ({marks})", [*row.values()]
    )
