"""Fill a new database: rows are staged as they come, then loaded in one transaction.

The order of rows in the curated tables is their sort order, never the order of arrival,
so that the files written from them do not depend on the number of processes.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from pathlib import Path

import duckdb
import pyarrow as pa

from etl import paths

Row = Mapping[str, object]

STAGED = (
    "city",
    "source",
    "source_text",
    "theme",
    "indicator",
    "mention",
    "observation",
    "correction",
)
TABLES = (*STAGED, "check_result", "etl_run")
"""Every curated table, parents first."""


class Database:
    """A database under construction; `fill` makes the staged rows the curated ones."""

    def __init__(self, connection: duckdb.DuckDBPyConnection) -> None:
        """Create the empty curated tables and the staging tables beside them."""
        self.connection = connection
        self.run("curated")
        self.run("staging")
        self._schemas = {name: self._schema(name) for name in TABLES}

    def stage(self, table: str, rows: Sequence[Row]) -> None:
        """Keep rows of one table for `fill`; the keys are its columns."""
        self._insert(rows, table, f"staged_{table}")

    def fill(self) -> None:
        """Load every staged row, sorted, in one transaction; all or nothing."""
        self.connection.begin()
        try:
            self.run("fill")
        except BaseException:
            self.connection.rollback()
            raise
        self.connection.commit()

    def insert(self, table: str, rows: Sequence[Row]) -> None:
        """Load rows at once, for what is known only after `fill`."""
        self._insert(rows, table, table)

    def run(self, script: str) -> None:
        """Run `sql/<script>.sql`."""
        self.connection.execute((paths.SQL / f"{script}.sql").read_text("utf-8"))

    def _schema(self, table: str) -> pa.Schema:
        return self.connection.table(table).to_arrow_table().schema

    def _insert(self, rows: Sequence[Row], table: str, target: str) -> None:
        if rows:
            batch = pa.Table.from_pylist(rows, schema=self._schemas[table])
            self.connection.from_arrow(batch).insert_into(target)


@contextmanager
def new_database(path: Path) -> Iterator[Database]:
    """Create a database file that must not exist yet; close it at the end."""
    connection = duckdb.connect(path)
    try:
        yield Database(connection)
    finally:
        connection.close()
