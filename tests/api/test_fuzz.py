"""Whatever a stranger asks: a clear answer, never a failure, never a trace."""

from __future__ import annotations

import shutil
from pathlib import Path
from urllib.parse import urlencode

import pytest
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st
from starlette.applications import Starlette

from dashboard import api, datasets
from dashboard.api import parameters
from dashboard.api.tables import TYPES
from dashboard.settings import settings as dashboard_settings
from tests.api.asgi import ask

NASTY = (
    "",
    "'; drop table observation; --",
    "1 or 1=1",
    '=HYPERLINK("http://evil.example")',
    "<script>alert(1)</script>",
    "../../../../etc/passwd",
    "%00%0d%0aX-Evil: 1",
    "\x00\r\n\u202e\ufeff",
    "x" * 10_000,
    "9" * 400,
    "-1",
    "1e9",
    "NaN",
    "null",
    "[]",
    "{}",
    "四平",
    "𠀀" * 50,
)
GOOD = (
    "900100",
    "job_fairs",
    "honour",
    "county",
    "900000",
    "2023",
    "annual",
    "excluded",
)
GOOD += ("zh", "value", "value,unit", "0", "3", "1000000")
TABLES = tuple(datasets.catalogue().datasets)
NAMES = sorted({name for table in TABLES for name in parameters.known(table)})
ADDRESSES = (
    *(f"/api/v1/{table}.{suffix}" for table in TABLES for suffix in TYPES),
    *(f"/api/v1/indicators/job_fairs.{s}" for s in ("csv", "zip", "readme.md")),
    *("/api/v1/charts/job_fairs.svg", "/api/v1/changelog.md"),
    *("/api/v1/briefs/900100.html", "/api/v1/datapackage.zip"),
)
LONGEST_ERROR = 1_500
BUDGET = settings(
    max_examples=150,
    deadline=None,
    suppress_health_check=[HealthCheck.function_scoped_fixture],
)
values = st.sampled_from(GOOD) | st.sampled_from(NASTY) | st.text(max_size=30)
pairs = st.lists(
    st.tuples(st.sampled_from(NAMES) | st.text(max_size=9), values), max_size=4
)


@pytest.fixture(scope="module")
def app(made_up: Path, tmp_path_factory: pytest.TempPathFactory):
    """The interface on made-up data, for all examples of this file."""
    path = tmp_path_factory.mktemp("fuzz") / "curated.duckdb"
    shutil.copyfile(made_up, path)
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("SHUANGYONG_DATABASE", str(path))
        dashboard_settings.cache_clear()
        yield Starlette(routes=api.routes())
    dashboard_settings.cache_clear()


def check(answer) -> None:
    assert answer.status in (200, 304, 400, 404, 405)
    assert b"Traceback" not in answer.body
    if answer.status >= 400:
        said = answer.json()["error"]
        assert answer.headers["content-type"] == "application/json"
        assert 10 < len(said) < LONGEST_ERROR
    for value in answer.headers.values():
        assert "\n" not in value and "\r" not in value


@BUDGET
@given(st.sampled_from(ADDRESSES), pairs)
@example("/api/v1/observations.csv", [("city", "x" * 10_000)])
@example("/api/v1/observations.xlsx", [("columns", NASTY[3])])
def test_any_parameter_is_answered(app, address, asked):
    query = urlencode(asked, errors="replace")
    check(ask(app, f"{address}?{query}"))


@BUDGET
@given(
    st.text(st.characters(exclude_characters="\n?#"), min_size=1, max_size=40),
    st.sampled_from(("", "indicators/", "charts/", "evidence/", "briefs/", "no/such/")),
)
def test_any_address_is_answered(app, rest, folder):
    path = rest.encode("utf-8", "replace").decode()
    check(ask(app, f"/api/v1/{folder}{path}"))


@pytest.mark.parametrize("name", NAMES)
@pytest.mark.parametrize("value", NASTY, ids=range(len(NASTY)))
def test_each_parameter_refuses_what_it_does_not_know(app, name, value):
    table = next(t for t in TABLES if name in parameters.known(t))
    answer = ask(app, f"/api/v1/{table}.csv?{urlencode({name: value})}")
    check(answer)
    assert answer.status == 400
    assert name.removesuffix("s") in answer.json()["error"]


@pytest.mark.parametrize(
    "method", ["POST", "PUT", "DELETE", "PATCH", "OPTIONS", "TRACE"]
)
@pytest.mark.parametrize("address", ADDRESSES[:3] + ADDRESSES[-2:])
def test_only_reading_is_possible(app, method, address):
    answer = ask(app, address, method)
    assert answer.status == 405
    check(answer)


def test_head_says_what_get_would_send(app):
    for address in ADDRESSES:
        asked, sent = ask(app, address, "HEAD"), ask(app, address)
        assert asked.status == 200
        for name in ("content-type", "etag"):
            assert asked.headers[name] == sent.headers[name]


@pytest.mark.parametrize("host", ["evil.example/x?", "a\r\nb", "<script>", "", "x y"])
def test_a_hostile_host_name_goes_nowhere(app, host):
    answer = ask(app, "/api/v1/indicators/job_fairs.readme.md", host=host)
    assert answer.status == 200
    assert b"http://localhost:8501/" in answer.body
