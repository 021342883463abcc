from pathlib import Path

import pytest

from etl.errors import InputError
from etl.places import CITIES, ancestors, city_of, load_cities, load_places

CITY = """\
cities:
  - {adcode: "220300", name: 四平市, short_name: 四平, level: prefecture,
     province: 吉林省, parent_adcode: "220000", seat_lon: 124.3, seat_lat: 43.2,
     population: 1814733}
"""


def problems(tmp_path: Path, content: str) -> str:
    path = tmp_path / "cities.yaml"
    path.write_text(content, encoding="utf-8")
    with pytest.raises(InputError) as caught:
        load_cities(path)
    return str(caught.value)


def test_the_five_cities_are_those_of_the_census():
    known = {city.short_name: city.population for city in load_cities().values()}
    assert (
        known.items()
        >= {
            "四平": 1_814_733,
            "双辽": 317_758,
            "白山": 951_866,
            "通辽": 2_873_168,
            "平湖": 671_326,
        }.items()
    )


def test_cities_agree_with_the_table_of_places():
    places = load_places()
    for adcode, city in load_cities().items():
        place = places[adcode]
        assert (city.name, city.short_name, city.level, city.parent_adcode) == (
            place.name,
            place.short_name,
            place.level,
            place.parent_adcode,
        )
        assert city.province == ancestors(place, places)[-1].name


def test_every_population_has_a_year_and_a_publication():
    for city in load_cities().values():
        assert (city.population is None) == (city.population_year is None)
        assert (city.population is None) == (city.publication is None)


@pytest.mark.parametrize(
    ("find", "replace", "named"),
    [
        ("population: 1814733", "populaton: 1814733", "populaton"),
        ("1814733", "-5", "population"),
        ('"220300"', "22030", "adcode"),
        ("level: prefecture", "level: city", "level"),
        ("seat_lon: 124.3", "seat_lon: 43.2", "seat_lon"),
        ("name: 四平市, ", "", "name"),
    ],
)
def test_a_wrong_entry_is_named(tmp_path: Path, find: str, replace: str, named: str):
    text = problems(tmp_path, CITY.replace(find, replace, 1))
    assert "cities.yaml, line 2 (" in text
    assert named in text


def test_all_wrong_entries_are_reported_together(tmp_path: Path):
    second = CITY.split("\n", 1)[1].replace("1814733", "0")
    text = problems(tmp_path, CITY.replace("1814733", "0") + second)
    assert "cities.yaml, line 2 (四平市): population is 0" in text
    assert "cities.yaml, line 5 (四平市): population is 0" in text


def test_a_repeated_code_is_named(tmp_path: Path):
    text = problems(tmp_path, CITY + CITY.split("\n", 1)[1])
    assert "cities.yaml, line 5: the adcode '220300' stands in two entries" in text


@pytest.mark.parametrize("content", ["cities: [", "", "[]", "cities: []", "towns: []"])
def test_a_file_without_cities_is_refused(tmp_path: Path, content: str):
    assert "cities.yaml" in problems(tmp_path, content)


def test_a_missing_file_is_named(tmp_path: Path):
    with pytest.raises(InputError, match=r"none\.yaml"):
        load_cities(tmp_path / "none.yaml")


def test_a_wrong_line_of_the_table_is_named(tmp_path: Path):
    path = tmp_path / "places.csv"
    path.write_text(
        "adcode,name,short_name,level,parent_adcode,lon,lat\n"
        "110000,北京市,北京,province,,116.4,39.9\n"
        "120000,天津市,天津,province,,abc,39.1\n",
        encoding="utf-8",
    )
    with pytest.raises(InputError, match=r"places\.csv, line 3: lon is 'abc'"):
        load_places(path)


def test_a_city_with_an_entry_keeps_its_figures():
    assert city_of("330482") == load_cities()["330482"]


def test_a_city_without_an_entry_has_no_population():
    city = city_of("130700")
    assert (city.name, city.level, city.province) == (
        "张家口市",
        "prefecture",
        "河北省",
    )
    assert city.parent_adcode == "130000"
    assert city.population is None
    assert city.population_year is None
    assert "不计每万人数" in city.note


@pytest.mark.parametrize(
    ("adcode", "province", "parent"),
    [
        ("110105", "北京市", "110000"),
        ("429004", "湖北省", "420000"),
        ("110000", "北京市", ""),
        ("222401", "吉林省", "222400"),
    ],
)
def test_province_and_parent_of_a_city(adcode: str, province: str, parent: str):
    city = city_of(adcode)
    assert (city.province, city.parent_adcode) == (province, parent)


def test_an_unknown_code_is_named():
    with pytest.raises(InputError, match="999999"):
        city_of("999999")


def test_the_parents_in_the_table_exist_and_stand_above():
    places = load_places()
    rank = {"province": 0, "prefecture": 1, "county": 2}
    for place in places.values():
        if place.level == "province":
            assert place.parent_adcode == ""
        else:
            assert rank[places[place.parent_adcode].level] < rank[place.level]


def test_the_source_of_the_figures_stands_in_the_file():
    assert "人口普查" in CITIES.read_text(encoding="utf-8")
