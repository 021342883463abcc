"""What several kinds of test share: the real data, built once, and a live server."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import settings

from tests.live import ROOT, Server

# How long an example takes depends on the machine, so it decides nothing. Where nobody
# watches, the same examples are tried each time; by hand, new ones.
settings.register_profile("by hand", deadline=None)
settings.register_profile("unwatched", deadline=None, derandomize=True)
settings.load_profile("unwatched" if os.environ.get("CI") else "by hand")


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption(
        "--rewrite-golden",
        action="store_true",
        help="write the golden files anew instead of comparing with them",
    )


@pytest.fixture(autouse=True)
def _main_script() -> Iterator[None]:
    """Take back the main script: Streamlit's AppTest leaves a page in its place.

    A process that a later test starts would run that page first.
    """
    main = sys.modules["__main__"]
    yield
    sys.modules["__main__"] = main


@pytest.fixture
def rewrite_golden(request: pytest.FixtureRequest) -> bool:
    """Whether golden files are to be written anew (`make golden`)."""
    return bool(request.config.getoption("--rewrite-golden"))


def build(out: Path, *arguments: str) -> subprocess.CompletedProcess[str]:
    """Run `python -m etl build` into a folder, as a user does."""
    return subprocess.run(
        [sys.executable, "-m", "etl", "build", "--out", str(out), *arguments],
        cwd=ROOT,
        capture_output=True,
        text=True,
        timeout=300,
        check=False,
    )


@pytest.fixture(scope="session")
def curated(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The folder of a fresh build of data/raw; shared, so not to be written to."""
    out = tmp_path_factory.mktemp("curated")
    done = build(out)
    assert done.returncode == 0, done.stderr
    return out


@pytest.fixture(scope="session")
def server(curated: Path) -> Iterator[Server]:
    """A dashboard on the real data, shared by the tests that change nothing."""
    with Server(curated) as running:
        yield running
