import gzip
import json

import pytest
from starlette.applications import Starlette
from starlette.routing import Mount

from dashboard import database, map_routes, outlines, queries
from tests.api.asgi import get


@pytest.fixture
def client(monkeypatch: pytest.MonkeyPatch) -> Starlette:
    monkeypatch.setattr(queries, "map_figures", figures)
    return Starlette(routes=[Mount("/api", routes=[map_routes.boundaries])])


class Rows:
    """What `queries.map_figures` returns, as far as the route looks at it."""

    def __init__(self, *rows: dict) -> None:
        self.rows = rows

    def iter_rows(self, *, named: bool):
        assert named
        return iter(self.rows)


def figures(indicator: str, kind: str, basis: str) -> Rows:
    state = "figure" if (indicator, kind, basis) == ("a", "b", "c") else "silent"
    return Rows(
        {"adcode": "220382", "level": "county", "state": state},
        {"adcode": "220300", "level": "prefecture", "state": "silent"},
        {"adcode": "999999", "level": "county", "state": "unread"},
    )


@pytest.mark.parametrize("name", ["provinces", "provinces_fine", "ten_dash"])
def test_fixed_layers_are_the_files(client: Starlette, name: str):
    answer = get(client, f"/api/v1/boundaries/{name}.geojson")
    assert answer.status == 200
    assert answer.headers["content-type"] == "application/geo+json"
    assert answer.body == outlines.file(name)


def test_layers_are_compressed_for_those_who_can_read_it(client: Starlette):
    url = "/api/v1/boundaries/provinces.geojson"
    answer = get(client, url, accept_encoding="gzip")
    assert answer.headers["content-encoding"] == "gzip"
    assert gzip.decompress(answer.body) == outlines.file("provinces")


def test_places_carry_their_state_and_counties_come_last(client: Starlette):
    answer = get(client, "/api/v1/boundaries/cities.geojson?indicator=a&kind=b&basis=c")
    features = answer.json()["features"]
    assert [(f["id"], f["properties"]["state"]) for f in features] == [
        ("220300", "silent"),
        ("220382", "figure"),
    ]


def test_an_unchanged_layer_is_not_sent_again(client: Starlette):
    url = "/api/v1/boundaries/provinces.geojson"
    tag = get(client, url).headers["etag"]
    again = get(client, url, if_none_match=tag)
    assert (again.status, again.body) == (304, b"")


@pytest.mark.parametrize("name", ["rivers.geojson", "", "..%2Fplaces.csv", "areas/22"])
def test_an_unknown_layer_is_a_sentence_in_json(client: Starlette, name: str):
    answer = get(client, f"/api/v1/boundaries/{name}")
    assert answer.status == 404
    assert "provinces" in answer.json()["error"]


def test_without_data_the_answer_says_so(client, monkeypatch):
    def missing(*_: str) -> None:
        raise database.DataMissingError("data/curated")

    monkeypatch.setattr(queries, "map_figures", missing)
    answer = get(client, "/api/v1/boundaries/cities.geojson")
    assert answer.status == 503
    assert answer.json()["error"]


def test_outlines_do_not_change_between_requests(client: Starlette):
    before = json.dumps(outlines.outline("220300"))
    get(client, "/api/v1/boundaries/cities.geojson")
    assert json.dumps(outlines.outline("220300")) == before


def test_fine_provinces_are_packed_on_disk():
    packed = outlines.FOLDER / "provinces_fine.geojson.gz"
    assert gzip.decompress(packed.read_bytes()) == outlines.file("provinces_fine")
