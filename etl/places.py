"""The places a report can be about: names, codes, seats, and what is known of them.

`places.csv` holds every province, prefecture and county; `cities.yaml` adds the
population and the seat of those that have been looked up. `city_of` joins the two.
"""

from __future__ import annotations

import csv
from collections import Counter
from datetime import date
from functools import cache
from pathlib import Path
from typing import Annotated

import yaml
from pydantic import BaseModel, ConfigDict, Field, ValidationError

from etl.errors import InputError
from etl.paths import REFERENCE
from etl.schema import Level

CITIES = REFERENCE / "cities.yaml"
PLACES = REFERENCE / "places.csv"
POINT_NOTE = "坐标为辖区内一点，并非驻地；人口未核，不计每万人数。"

Adcode = Annotated[str, Field(pattern=r"^\d{6}$")]
Longitude = Annotated[float, Field(ge=73, le=136)]
Latitude = Annotated[float, Field(ge=3, le=54)]


class Place(BaseModel):
    """One line of places.csv; `lon` and `lat` are a point inside the area (WGS84)."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    adcode: Adcode
    name: str
    short_name: str
    level: Level
    parent_adcode: str
    """Empty for a province."""
    lon: Longitude
    lat: Latitude


class City(BaseModel):
    """A place that reports, as the table `city` holds it."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    adcode: Adcode
    name: str
    short_name: str
    pinyin: str | None = None
    level: Level
    province: str
    parent_adcode: str
    seat_lon: Longitude
    seat_lat: Latitude
    population: Annotated[int, Field(gt=0)] | None = None
    """Residents (常住人口); without it there are no per-head figures."""
    population_year: int | None = None
    area_km2: Annotated[float, Field(gt=0)] | None = None
    publication: str | None = None
    """The bulletin that the population was read from."""
    checked: str | None = None
    """How the population was cross-checked."""
    note: str = ""


class Rounds(BaseModel):
    """When the title 全国双拥模范城（县） was given, keyed by year."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    years: tuple[int, ...]
    congress_dates: dict[int, date]
    assessment_cycles: tuple[str, ...]


class CitiesFile(BaseModel):
    """The content of cities.yaml."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    cities: Annotated[tuple[City, ...], Field(min_length=1)]
    model_city_rounds: Rounds | None = None


@cache
def load_cities(path: Path = CITIES) -> dict[str, City]:
    """Read the places with known figures, by adcode.

    Raises:
        InputError: Everything that is wrong in the file, each with its key.
    """
    try:
        content = yaml.safe_load(path.read_text(encoding="utf-8"))
        cities = CitiesFile.model_validate(content).cities
    except OSError as error:
        raise InputError(f"{path}：读不到（{error.strerror}）。") from error
    except (yaml.YAMLError, UnicodeDecodeError) as error:
        raise InputError(f"{path}：不是有效的 YAML：{error}") from error
    except ValidationError as error:
        raise InputError(*_sentences(path, error)) from error
    repeated = _repeated([city.adcode for city in cities])
    if repeated:
        raise InputError(*(f"{path}：adcode {code} 写了两次。" for code in repeated))
    return {city.adcode: city for city in cities}


@cache
def load_places(path: Path = PLACES) -> dict[str, Place]:
    """Read the table of all places, by adcode, in the order of the file.

    Raises:
        InputError: The file is missing or a line is wrong; names the line.
    """
    try:
        with path.open(encoding="utf-8", newline="") as file:
            rows = list(csv.DictReader(file))
    except OSError as error:
        raise InputError(f"{path}：读不到地名表（{error.strerror}）。") from error
    places: dict[str, Place] = {}
    for line, row in enumerate(rows, start=2):
        try:
            place = Place.model_validate(row)
        except ValidationError as error:
            raise InputError(*_sentences(path, error, f"第 {line} 行 ")) from error
        places[place.adcode] = place
    return places


def ancestors(place: Place, places: dict[str, Place]) -> list[Place]:
    """Return the places that hold this one, the nearest first."""
    chain: list[Place] = []
    parent = places.get(place.parent_adcode)
    while parent is not None:
        chain.append(parent)
        parent = places.get(parent.parent_adcode)
    return chain


def city_of(
    adcode: str,
    cities: dict[str, City] | None = None,
    places: dict[str, Place] | None = None,
) -> City:
    """Return what is known of a place: its entry in cities.yaml, else its name only.

    Raises:
        InputError: No table has the code.
    """
    cities = load_cities() if cities is None else cities
    places = load_places() if places is None else places
    if adcode in cities:
        return cities[adcode]
    if adcode not in places:
        raise InputError(
            f"区划代码 {adcode} 不在 {PLACES.name} 中：请核对代码，或改用地名查找。"
        )
    return _unlisted_city(places[adcode], places)


def _unlisted_city(place: Place, places: dict[str, Place]) -> City:
    province = [place, *ancestors(place, places)][-1]
    return City(
        adcode=place.adcode,
        name=place.name,
        short_name=place.short_name,
        level=place.level,
        province=province.name,
        parent_adcode=place.parent_adcode,
        seat_lon=place.lon,
        seat_lat=place.lat,
        note=POINT_NOTE,
    )


def _repeated(codes: list[str]) -> list[str]:
    return sorted(code for code, times in Counter(codes).items() if times > 1)


def _sentences(path: Path, error: ValidationError, where: str = "") -> list[str]:
    return [
        f"{path}：{where}{_key(item['loc'])}：{item['msg']}。"
        for item in error.errors()
    ]


def _key(location: tuple[int | str, ...]) -> str:
    """Write a key as a person counts: `cities 第 2 条 population`."""
    words = (
        f"第 {part + 1} 条" if isinstance(part, int) else part for part in location
    )
    return " ".join(words) or "整个文件"
