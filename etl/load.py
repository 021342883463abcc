"""Fill a new database: rows are staged as they come, then loaded in one transaction.

The order of rows in the curated tables is their sort order, never the order of arrival,
so that the files written from them do not depend on the number of processes.
"""

from __future__ import annotations

import math
import os
from collections.abc import Generator, Mapping, Sequence
from contextlib import contextmanager
from pathlib import Path

import duckdb
import polars as pl

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
    "gate_reason",
    "gate_limit",
    "ratio_definition",
    "not_applicable",
)
COMPARISON = (
    "macros",
    "fact",
    "fact_part",
    "fact_relation",
    "figure",
    "standing",
    "gate",
    "pairing",
    "comparison",
    "silence",
    "ratio",
)
"""The scripts of sql/comparison, each after those it stands on."""
DERIVED = ("fact", "fact_part", "fact_relation", "standing", "silence")
"""What they make that is published as files as well."""
CONTENT = (*STAGED, "check_result", *DERIVED)
RUN = "etl_run"
HISTORY = ("version", "change")
"""What was published here before, and what changed: no part of the content either."""
TABLES = (*CONTENT, RUN, *HISTORY)
"""Every published table, parents first."""
BATCH = 5_000
BATCH_OF_TEXTS = 100
"""Rows that wait in memory before they are staged; fewer where each is an article."""
STAGING = 32_000_000
"""Bytes of staged rows held; more spill to disk, so many articles need no more than few."""
LOADING = 256_000_000
MOST = 1_000_000_000
"""What long texts may make of either: a whole batch of them is handled at once."""
VECTOR = 2_048
"""Rows that DuckDB handles at once."""
COPIES = 4
"""Of each of those, at most, while they are sorted."""
CHARACTER = 3
"""Bytes of a Chinese character."""
PER_MENTION = 1_000
"""Bytes held to load, check and compare: the former, more only for the keys of very many."""
THREADS = 4
"""At most; each sorts in memory of its own."""
ROW_GROUP = 8_192
"""Rows stored together. Small, so that the rows of some cities are read without the rest."""


class Database:
    """A database under construction; `fill` makes the staged rows the curated ones."""

    def __init__(self, connection: duckdb.DuckDBPyConnection) -> None:
        """Create the empty curated tables and the staging tables beside them."""
        self.connection = connection
        self.run("curated")
        self.run("staging")
        loaded = (*STAGED, "check_result", RUN)
        self._schemas = {name: self._schema(name) for name in loaded}
        self._waiting: dict[str, list[Row]] = {name: [] for name in STAGED}
        self._held: float = math.inf
        self._longest = 0

    def stage(self, table: str, rows: Sequence[Row]) -> None:
        """Keep rows of one table for `fill`; the keys are its columns."""
        if table == "source_text":
            self._make_room(rows)
        self._waiting[table] += rows
        limit = BATCH_OF_TEXTS if table == "source_text" else BATCH
        if len(self._waiting[table]) >= limit:
            self._flush(table)

    def hold(self, octets: int) -> None:
        """Hold at most so many bytes; rows beyond are on disk until they are needed."""
        self.connection.execute(f"set memory_limit = '{octets}B'")
        self._held = octets

    def hold_to_load(self, mentions: int) -> None:
        """Hold what it takes to load what was staged: so many mentions, and the texts."""
        self.hold(max(LOADING, PER_MENTION * mentions, self._room(VECTOR)))

    def fill(self) -> None:
        """Load every staged row, sorted, in one transaction; all or nothing."""
        for table in STAGED:
            self._flush(table)
        self.connection.begin()
        try:
            self.run("fill")
        except BaseException:
            self.connection.rollback()
            raise
        self.connection.commit()

    def derive(self) -> None:
        """Make the tables and views of the comparison from the loaded ones."""
        derive(self.connection)

    def insert(self, table: str, rows: Sequence[Row]) -> None:
        """Load rows at once, for what is known only after `fill`."""
        self._insert(rows, table, table)

    def run(self, script: str) -> None:
        """Run `sql/<script>.sql`."""
        self.connection.execute((paths.SQL / f"{script}.sql").read_text("utf-8"))

    def _make_room(self, texts: Sequence[Row]) -> None:
        lengths = (len(str(row["text"])) for row in texts)
        self._longest = max((self._longest, *lengths))
        if self._room(BATCH_OF_TEXTS) > self._held:
            self.hold(self._room(BATCH_OF_TEXTS))

    def _room(self, texts: int) -> int:
        return min(MOST, texts * self._longest * CHARACTER * COPIES)

    def _flush(self, table: str) -> None:
        self._insert(self._waiting[table], table, f"staged_{table}")
        self._waiting[table] = []

    def _schema(self, table: str) -> pl.Schema:
        return pl.DataFrame(self.connection.table(table).to_arrow_table()).schema

    def _insert(self, rows: Sequence[Row], table: str, target: str) -> None:
        if rows:
            batch = pl.DataFrame(rows, schema=self._schemas[table])
            self.connection.register("batch", batch)
            self.connection.table("batch").insert_into(target)
            self.connection.unregister("batch")


def derive(connection: duckdb.DuckDBPyConnection) -> None:
    """Run the scripts of the comparison on loaded tables; all or nothing."""
    connection.begin()
    try:
        for script in COMPARISON:
            path = paths.SQL / "comparison" / f"{script}.sql"
            connection.execute(path.read_text("utf-8"))
    except BaseException:
        connection.rollback()
        raise
    connection.commit()


@contextmanager
def new_database(path: Path) -> Generator[Database]:
    """Create a database file that must not exist yet; close it at the end."""
    spilled = f"{path}.tmp"
    threads = min(THREADS, len(os.sched_getaffinity(0)))
    connection = duckdb.connect(config={"threads": threads, "temp_directory": spilled})
    try:
        bound = {"path": str(path), "rows": ROW_GROUP}
        connection.execute("attach $path as curated (row_group_size $rows)", bound)
        connection.execute("use curated")
        yield Database(connection)
    finally:
        connection.close()
