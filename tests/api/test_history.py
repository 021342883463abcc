"""What changed from version to version, as files."""

from __future__ import annotations

import csv
import io

import duckdb
import pytest
from starlette.applications import Starlette

from dashboard import api
from tests.api.asgi import ask

CHANGES = "/api/v1/changes.csv"


@pytest.fixture(scope="module")
def app():
    return Starlette(routes=api.routes())


def rows(answer) -> list[dict[str, str]]:
    assert answer.status == 200
    return list(csv.DictReader(io.StringIO(answer.body.decode("utf-8-sig"))))


def test_a_change_has_its_values_before_and_after(app, filled):
    changed, removed = rows(ask(app, CHANGES))
    assert (changed["change"], changed["fields"]) == ("changed", "value")
    assert (changed["value_before"], changed["value"]) == ("40.0", "50.0")
    assert (removed["change"], removed["value_before"]) == ("removed", "")


@pytest.mark.parametrize(
    ("query", "count"),
    [("change=removed", 1), ("version=v1", 2), ("version=v0", 0), ("city=900200", 0)],
)
def test_changes_can_be_narrowed(app, filled, query, count):
    assert len(rows(ask(app, f"{CHANGES}?{query}"))) == count


def test_an_unknown_version_is_refused_with_those_there_are(app, filled):
    answer = ask(app, f"{CHANGES}?version=v9")
    assert answer.status == 400
    assert "valid: v1, v0" in answer.json()["error"]


def test_people_read_the_same_as_text(app, filled):
    told = ask(app, "/api/v1/changelog.md").body.decode()
    assert told.index("第 2 版 v1") < told.index("第 1 版 v0")
    assert "首个版本" in told
    assert "数值：40 → 50" in told
    assert "<script>" not in told
    english = ask(app, "/api/v1/changelog.md?lang=en").body.decode()
    assert "Value: 40 → 50" in english
    assert ask(app, "/api/v1/changelog.md?lang=fr").status == 400


def test_the_tag_differs_when_an_old_version_comes_back(app, filled):
    before = ask(app, CHANGES).headers["etag"]
    with duckdb.connect(str(filled)) as connection:
        connection.execute(
            "insert into version select 3, 'v1', released, articles, observations, 0, 0, 0"
            " from version where number = 2"
        )
    assert ask(app, CHANGES, if_none_match=before).status == 200
