import itertools

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dashboard import outlines, viewport
from dashboard.outlines import Box
from dashboard.viewport import CHINA, PHONE, WIDE, Label, View


@pytest.mark.parametrize("screen", [WIDE, PHONE])
def test_the_first_view_holds_the_whole_country_with_the_ten_dashes(screen):
    view = viewport.fit(CHINA, screen)
    shapes = [*outlines.features("provinces"), *outlines.features("ten_dash")]
    for shape in shapes:
        box = outlines.box(shape)
        for lon, lat in itertools.product(box[::2], box[1::2]):
            x, y = view.pixel(lon, lat)
            assert abs(x) < screen.width / 2
            assert abs(y) < screen.height / 2


def test_a_point_is_drawn_in_the_middle_of_its_own_view():
    view = viewport.fit(viewport.around(124.3, 43.2), WIDE)
    x, y = view.pixel(124.3, 43.2)
    assert abs(x) < 1
    assert abs(y) < 3


def test_north_is_up_and_east_is_right():
    x, y = View(120, 40, 4).pixel(121, 41)
    assert x > 0 > y


def test_a_single_point_is_not_looked_at_from_too_near():
    assert viewport.fit(Box(120, 40, 120, 40), WIDE).zoom == viewport.CLOSEST


def test_heights_are_those_of_web_mercator():
    # EPSG:3857 puts 45° at 5 621 521.486 m; a degree of longitude has 111 319.491 m.
    assert viewport.degrees_up(45.0) == pytest.approx(5_621_521.486 / 111_319.491)


label = st.builds(
    Label,
    x=st.floats(-300, 300),
    y=st.floats(-300, 300),
    radius=st.floats(3, 26),
    width=st.floats(20, 120),
    lines=st.integers(1, 2),
)


@given(st.lists(label, max_size=25))
def test_labels_never_cover_each_other_nor_a_circle(labels):
    spots = viewport.place(labels)
    placed = [
        viewport.rectangle(item, spot)
        for item, spot in zip(labels, spots, strict=True)
        if spot is not None
    ]
    circles = [viewport.around_circle(item) for item in labels]
    for a, b in itertools.combinations(placed, 2):
        assert not viewport.overlap(a, b)
    for box, circle in itertools.product(placed, circles):
        assert not viewport.overlap(box, circle)


def test_a_lonely_label_stands_to_the_right():
    (spot,) = viewport.place([Label(0, 0, 10, 50, 1)])
    assert spot is not None
    assert (spot.anchor, spot.dy) == ("start", 0)
    assert spot.dx > 10


@pytest.mark.parametrize("adcode", ["220300", "220382", "110000", "220000", "429004"])
def test_every_level_has_an_outline(adcode: str):
    feature = outlines.outline(adcode)
    assert feature is not None
    assert feature["id"] == adcode


@pytest.mark.parametrize(
    "adcode", ["", "china", "999999", "229999", "../../x", "２２０３００"]
)
def test_an_unknown_code_has_none(adcode: str):
    assert outlines.outline(adcode) is None


def test_boxes_join_and_meet():
    assert Box(0, 0, 1, 1).joined(Box(2, -1, 3, 0)) == Box(0, -1, 3, 1)
    assert Box(0, 0, 1, 1).meets(Box(1, 1, 2, 2))
    assert not Box(0, 0, 1, 1).meets(Box(2, 0, 3, 1))
