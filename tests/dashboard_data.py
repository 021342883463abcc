"""Fixtures for the tests of the dashboard: it reads a made-up database."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest

from dashboard.settings import settings
from tests import synthetic_store


@pytest.fixture
def database(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    """Where the dashboard looks for its data; nothing is there yet."""
    path = tmp_path / "curated.duckdb"
    monkeypatch.setenv("SHUANGYONG_DATABASE", str(path))
    settings.cache_clear()
    yield path
    settings.cache_clear()


@pytest.fixture(scope="session")
def made_up(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The made-up articles, written once; shared, so not to be written to."""
    path = tmp_path_factory.mktemp("made-up") / "filled.duckdb"
    synthetic_store.write(path)
    return path


@pytest.fixture(scope="session")
def bare(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Tables without a row, written once; shared, so not to be written to."""
    path = tmp_path_factory.mktemp("made-up") / "bare.duckdb"
    synthetic_store.write_bare(path)
    return path


@pytest.fixture
def filled(database: Path, made_up: Path) -> Path:
    """The dashboard reads the made-up articles."""
    shutil.copyfile(made_up, database)
    return database


@pytest.fixture
def empty(database: Path, bare: Path) -> Path:
    """The dashboard reads a database without a single row."""
    shutil.copyfile(bare, database)
    return database
