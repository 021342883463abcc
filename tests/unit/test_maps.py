import json

import numpy as np
import plotly.graph_objects as go
import pytest

from dashboard import map_plain, maps, marks, viewport
from dashboard.map_scene import Scene, rgba
from dashboard.marks import Mark, Telling
from dashboard.outlines import Box
from dashboard.theme import PALETTES
from dashboard.viewport import CHINA, WIDE
from tests.unit.map_rows import ROWS, TELLING, row

LIGHT = PALETTES["light"]
NORTH_EAST = Box(121, 40, 128, 46)


def scene(*, boundaries: bool = True, area: Box = NORTH_EAST) -> Scene:
    query = (("indicator", "job_fairs"), ("kind", "cumulative"), ("basis", "reported"))
    return Scene(viewport.fit(area, WIDE), LIGHT, boundaries, query)


def deck(drawn: list[Mark], **looks: object) -> dict:
    return json.loads(maps.deck(drawn, scene(**looks)).to_json())


def layer(content: dict, key: str) -> dict:
    return next(item for item in content["layers"] if item["id"] == key)


def test_no_basemap_is_asked_for():
    content = deck(marks.marks(ROWS, TELLING))
    # pydeck's own placeholder: at any other value the front end loads a map style.
    assert content["mapStyle"] == "__MAP_STYLE__"
    assert "mapProvider" not in content
    addresses = [
        item["data"] for item in content["layers"] if isinstance(item["data"], str)
    ]
    assert addresses
    assert all(address.startswith("api/v1/boundaries/") for address in addresses)


def test_every_layer_has_an_id_of_its_own():
    for boundaries in (True, False):
        content = deck(marks.marks(ROWS, TELLING), boundaries=boundaries)
        ids = [item["id"] for item in content["layers"]]
        assert len(ids) == len(set(ids))


def test_boundaries_come_with_the_ten_dashes():
    ids = [item["id"] for item in deck([])["layers"]]
    assert ids[:3] == ["provinces", "ten_dash", "cities"]


def test_without_boundaries_no_shape_is_drawn():
    content = deck(marks.marks(ROWS, TELLING), boundaries=False)
    assert content["layers"][0]["id"] == "graticule"
    assert not any(isinstance(item["data"], str) for item in content["layers"])


def test_the_tip_is_text_not_markup():
    hostile = row(surface="<img src=x onerror=alert(1)>")
    pydeck = maps.deck(marks.marks([hostile], TELLING), scene())
    assert pydeck._tooltip["text"] == "{tip}"
    assert "html" not in pydeck._tooltip


def test_chinese_labels_find_their_letters():
    content = deck(marks.marks(ROWS, TELLING))
    assert layer(content, "labels")["characterSet"] == "auto"


def test_close_views_draw_finer_provinces():
    assert scene(area=CHINA).provinces == "provinces"
    assert scene(area=NORTH_EAST).provinces == "provinces_fine"


def test_a_rerun_stays_small():
    many = [row(adcode=str(number)) for number in range(5)]
    assert len(maps.deck(marks.marks(many, TELLING), scene()).to_json()) < 20_000


@pytest.mark.parametrize(
    ("changes", "fill", "line"),
    [
        ({"qualifier": "exact", "unstated": False}, LIGHT.peer, LIGHT.peer),
        ({"unstated": False}, LIGHT.paper, LIGHT.peer),
        ({}, LIGHT.paper, LIGHT.faded),
    ],
)
def test_exact_is_filled_and_bounds_are_hollow(changes, fill, line):
    (mark,) = marks.marks([row(**changes)], TELLING)
    assert maps.colours(mark, LIGHT) == (fill, line)


def test_the_focus_takes_the_accent():
    telling = Telling("reported", "场次", sized=True, language="zh", focus="220600")
    mark = marks.marks(ROWS, telling)[1]
    assert maps.colours(mark, LIGHT) == (LIGHT.accent, LIGHT.accent)
    assert maps.text_colour(mark, LIGHT) == LIGHT.accent


def test_a_colour_as_deck_takes_it():
    assert rgba("#B4232A", 128) == [180, 35, 42, 128]


def test_the_selected_circle_is_read():
    event = {"selection": {"objects": {"figures": [{"mention_id": "m1"}]}}}
    assert maps.picked(event) == "m1"
    assert maps.picked({"selection": {"objects": {}}}) == ""


@pytest.mark.parametrize("boundaries", [True, False])
def test_the_plain_map_uses_plain_traces_only(boundaries: bool):
    drawn = marks.marks(ROWS, TELLING)
    figure = map_plain.figure(drawn, scene(boundaries=boundaries), NORTH_EAST, 600)
    assert {type(trace) for trace in figure.data} == {go.Scatter}
    assert "geo" not in figure.to_dict()["layout"]
    assert list(figure.data[-1].customdata) == ["m1", "m2", ""]


def test_the_plain_map_of_the_country_draws_ten_dashes():
    figure = map_plain.figure([], scene(area=CHINA), CHINA, 600)
    dashes = np.isnan(np.asarray(figure.data[1].x, dtype=float)).sum()
    assert dashes == 10


def test_the_plain_map_keeps_the_country_small():
    figure = map_plain.figure([], scene(area=CHINA), CHINA, 600)
    assert len(figure.to_json()) < 400_000


def test_names_are_taken_literally_by_the_plain_map():
    hostile = row(short_name="<b>四平</b>", city="<b>四平市</b>")
    figure = map_plain.figure(marks.marks([hostile], TELLING), scene(), NORTH_EAST, 600)
    assert "<b>" not in figure.layout.annotations[0].text
    assert "<b>" not in figure.data[-1].hovertext[0]
