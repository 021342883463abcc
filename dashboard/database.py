"""The curated database as this process sees it: read-only, and replaced when rebuilt."""

from __future__ import annotations

import atexit
import shutil
import tempfile
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from threading import Lock

import duckdb

from dashboard.settings import settings


class DataError(Exception):
    """The dashboard has no data to show; the message is the path."""


class DataMissingError(DataError):
    """There is no curated database where the settings say."""


class DataUnreadableError(DataError):
    """The file is no curated database, or one of another version."""


@dataclass(frozen=True, slots=True)
class Identity:
    """Which build of the database this is: a rebuilt file has another identity."""

    path: Path
    inode: int
    modified: int
    size: int


_opening = Lock()


def identity() -> Identity:
    """Look at the file as it is now.

    Raises:
        DataMissingError: there is no file.
    """
    path = settings().database
    try:
        stat = path.stat()
    except FileNotFoundError as error:
        raise DataMissingError(str(path)) from error
    return Identity(path, stat.st_ino, stat.st_mtime_ns, stat.st_size)


def cursor(build: Identity) -> duckdb.DuckDBPyConnection:
    """A cursor of its own for one query; connections are shared, cursors are not."""
    with _opening:
        return _connection(build).cursor()


@lru_cache(maxsize=2)
def _connection(build: Identity) -> duckdb.DuckDBPyConnection:
    """Open a private copy of the file.

    DuckDB keeps one instance a path: while any cursor of the old file lives, opening the
    rebuilt file under the same path answers from the old one. A copy has a path of its
    own, and is gone from the disk as soon as it is open.
    """
    with tempfile.TemporaryDirectory(prefix="shuangyong-") as folder:
        copy = Path(folder) / "curated.duckdb"
        shutil.copyfile(build.path, copy)
        connection = duckdb.connect(str(copy), read_only=True)
        connection.execute("set enable_external_access = false")
        return connection


atexit.register(_connection.cache_clear)
