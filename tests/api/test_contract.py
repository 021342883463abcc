"""The description of the interface is true: a stranger's tool reads it and asks."""

from __future__ import annotations

import json
import shutil
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from dashboard import datasets
from etl import paths
from tests.live import Server, get

SECONDS = 120
"""More than the run takes on a busy machine."""
EXAMPLES = 4
"""Requests made up for each operation, beyond those that cover each rule once."""

ALIKE = r"/(facts|mentions|sources)\."
"""Tables that are not asked here, for the time: the others have their filters too."""


@pytest.fixture(scope="module")
def small(made_up: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Server]:
    """A live server on made-up data: few values, so that each of them is tried."""
    folder = tmp_path_factory.mktemp("small")
    shutil.copyfile(made_up, folder / paths.DATABASE)
    with Server(folder) as running:
        yield running


def described(server: Server) -> dict:
    return json.load(get(f"{server.url}/api/v1/openapi.json"))


def test_the_description_names_every_table_and_its_values(small):
    found = described(small)
    tables = {path.split("/")[3].split(".")[0] for path in found["paths"]}
    assert set(datasets.catalogue().datasets) <= tables
    given = found["paths"]["/api/v1/observations.{format}"]["get"]["parameters"]
    values = {p["name"]: p["schema"].get("items", p["schema"]) for p in given}
    assert "900100" in values["city"]["enum"]
    assert "job_fairs" in values["indicator"]["enum"]
    assert found["servers"] == [{"url": small.url}]


def test_the_live_server_does_what_the_description_says(small, tmp_path):
    tool = Path(sys.executable).with_name("schemathesis")
    done = subprocess.run(
        [
            *(str(tool), "run", f"{small.url}/api/v1/openapi.json", "--no-color"),
            *("--phases", "examples,coverage,fuzzing", "--seed", "1"),
            *("--max-examples", str(EXAMPLES), "--request-timeout", "20"),
            *("--workers", "6", "--exclude-path-regex", ALIKE),
        ],
        cwd=tmp_path,
        capture_output=True,
        text=True,
        timeout=SECONDS,
        check=False,
    )
    assert done.returncode == 0, done.stdout[-5000:] + done.stderr[-2000:]
    assert "Missing test data" not in done.stdout
