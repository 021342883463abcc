"""One version of the data is the same bytes, whoever built it and however often one asks."""

from __future__ import annotations

import pytest
from starlette.applications import Starlette

from dashboard import api, datasets
from dashboard.settings import settings
from etl import paths
from tests.api.asgi import ask
from tests.conftest import build

FILES = (
    *(
        f"{name}.{suffix}"
        for name in datasets.catalogue().datasets
        for suffix in ("csv", "json", "parquet")
    ),
    *("observations.csv?lang=zh", "indicators/job_fairs.csv", "charts/job_fairs.svg"),
)


@pytest.fixture(scope="module")
def answers(curated, tmp_path_factory):
    """The answers of two servers, each with a build of its own."""
    other = tmp_path_factory.mktemp("other")
    assert build(other).returncode == 0
    found = []
    for folder in (curated, other):
        with pytest.MonkeyPatch.context() as patch:
            patch.setenv("SHUANGYONG_DATABASE", str(folder / paths.DATABASE))
            settings.cache_clear()
            app = Starlette(routes=api.routes())
            found.append({file: ask(app, f"/api/v1/{file}") for file in FILES})
    settings.cache_clear()
    return found


@pytest.mark.parametrize("file", FILES)
def test_two_builds_give_the_same_bytes_and_tags(answers, file):
    one, other = (found[file] for found in answers)
    assert one.status == 200
    assert one.body == other.body
    assert one.headers["etag"] == other.headers["etag"]
    assert one.headers["x-data-version"] == other.headers["x-data-version"]
