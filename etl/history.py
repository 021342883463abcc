"""The versions that were published in a folder, and what changed from one to the next.

What was published is read from the Parquet files of the folder: they are what readers saw.
A build whose data version is the last one adds nothing; any other adds one version, and one
row for each observation that came, went or reads differently.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import asdict, dataclass
from pathlib import Path

import duckdb

from etl import paths
from etl.errors import InputError
from etl.load import HISTORY

COMPARED = ("source", "mention", "observation")
"""The published tables that a build is compared with."""
UNREADABLE = (
    duckdb.BinderException,
    duckdb.InvalidInputException,
    duckdb.IOException,
)
"""What DuckDB says of a damaged file, and of one that has other columns."""


@dataclass(frozen=True, slots=True)
class Release:
    """The version that a build is about to publish."""

    data_version: str
    released: str
    """The day, YYYY-MM-DD."""
    articles: int
    observations: int


@dataclass(frozen=True, slots=True)
class Step:
    """A new version; `number` counts from 1, and the first has nothing to compare with."""

    number: int
    counts: Mapping[str, int]
    """Observations added, removed and changed, as far as there are any."""


def record(
    connection: duckdb.DuckDBPyConnection, published: Path, release: Release
) -> Step | None:
    """Fill the tables of the history: what was published, and this version.

    Returns:
        The step to this version; None if it is the one that is published already.

    Raises:
        InputError: The published files cannot be read.
    """
    try:
        return _record(connection, published, release)
    except UNREADABLE as error:
        files = ", ".join(f"{name}.parquet" for name in HISTORY)
        said = str(error).splitlines()[0]
        raise InputError(
            f"{published}: what was published there cannot be read ({said}); put its "
            f"files back, or delete {files} to begin a new history."
        ) from error


def _record(
    connection: duckdb.DuckDBPyConnection, published: Path, release: Release
) -> Step | None:
    if all((published / f"{name}.parquet").exists() for name in (*COMPARED, *HISTORY)):
        _run(connection, "published", _files(published, HISTORY))
    number, last = _last(connection)
    if last == release.data_version:
        return None
    step = {"number": number + 1, **asdict(release)}
    if number:
        _run(connection, "observed", _files(published, COMPARED))
        _run(connection, "pair", {})
        _run(connection, "difference", step)
    else:
        _run(connection, "first", {})
    _run(connection, "append", step)
    return Step(number + 1, _counted(connection))


def _run(
    connection: duckdb.DuckDBPyConnection, script: str, values: Mapping[str, object]
) -> None:
    """Run `sql/history/<script>.sql`; each statement gets the parameters it names."""
    text = (paths.SQL / "history" / f"{script}.sql").read_text("utf-8")
    for statement in connection.extract_statements(text):
        bound = {name: values[name] for name in statement.named_parameters}
        connection.execute(statement, bound)


def _files(folder: Path, tables: Sequence[str]) -> dict[str, str]:
    return {name: str(folder / f"{name}.parquet") for name in tables}


def _last(connection: duckdb.DuckDBPyConnection) -> tuple[int, str]:
    """The number and the data version of the last version; 0 for none."""
    found = connection.execute(
        "select number, data_version from version order by number desc limit 1"
    ).fetchall()
    return found[0] if found else (0, "")


def _counted(connection: duckdb.DuckDBPyConnection) -> dict[str, int]:
    return dict(
        connection.execute(
            "select change, count(*) from difference group by change"
        ).fetchall()
    )
