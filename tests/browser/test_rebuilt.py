"""Data that are built anew show without a restart of the server."""

from __future__ import annotations

import shutil

import pytest

from etl import paths
from tests.conftest import build
from tests.live import Server, get

pytestmark = pytest.mark.browser

BEFORE, AFTER = "招聘会42次", "招聘会77次"
ROWS = "/api/v1/observations.csv?indicator=job_fairs&city=150500"


def values(server: Server) -> list[str]:
    """Return the value column of one city's job fairs, as the API gives it."""
    lines = get(server.url + ROWS).read().decode("utf-8-sig").splitlines()
    column = lines[0].split(",").index("value")
    return [line.split(",")[column] for line in lines[1:]]


def test_a_rebuilt_database_shows_without_a_restart(tmp_path, reader):
    raw, out = tmp_path / "raw", tmp_path / "curated"
    shutil.copytree(paths.RAW, raw)
    assert build(out, "--raw", str(raw)).returncode == 0
    with Server(out) as server:
        address = f"{server.url}/compare?indicator=job_fairs"
        reader.open(address)
        main = reader.page.get_by_test_id("stMain")
        assert "42" in main.inner_text()
        assert [float(value) for value in values(server)] == [42]

        article = raw / "tongliao-undated.txt"
        text = article.read_text("utf-8")
        assert text.count(BEFORE) == 1
        article.write_text(text.replace(BEFORE, AFTER), "utf-8")
        assert build(out, "--raw", str(raw)).returncode == 0

        reader.open(address)
        assert "77" in main.inner_text()
        assert [float(value) for value in values(server)] == [77]
