"""The places a report can be about: names, codes, seats, and what is known of them.

`places.csv` holds every province, prefecture and county; `cities.yaml` adds the
population and the seat of those that have been looked up. `city_of` joins the two.
"""

from __future__ import annotations

import csv
from functools import cache
from pathlib import Path
from typing import Annotated

from pydantic import BaseModel, ConfigDict, Field, ValidationError

from etl.definitions import check, read_entries, sentence
from etl.errors import InputError
from etl.paths import REFERENCE, ROOT
from etl.schema import Level

CITIES = REFERENCE / "cities.yaml"
PLACES = REFERENCE / "places.csv"
RESTORE = "restore it, or make it anew with python -m etl.reference."
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


@cache
def load_cities(path: Path = CITIES) -> dict[str, City]:
    """Read the places with known figures, by adcode.

    Raises:
        InputError: Everything that is wrong in the file, each with its key.
    """
    problems: list[str] = []
    cities: dict[str, City] = {}
    for entry in read_entries(path, "cities"):
        checked = check(City, entry, str(entry.values.get("name", "without name")))
        if isinstance(checked, list):
            problems += checked
        elif checked.adcode in cities:
            problems.append(
                f"{entry.where()}: the adcode {checked.adcode!r} stands in two entries; "
                "change or delete one of them."
            )
        else:
            cities[checked.adcode] = checked
    if problems:
        raise InputError(*problems)
    return cities


@cache
def load_places(path: Path = PLACES) -> dict[str, Place]:
    """Read the table of all places, by adcode, in the order of the file.

    Raises:
        InputError: The file cannot be read or a line is wrong; names the line.
    """
    try:
        with path.open(encoding="utf-8", newline="") as file:
            rows = list(csv.DictReader(file))
    except (OSError, UnicodeDecodeError, csv.Error) as error:
        raise InputError(f"{path} cannot be read ({error}); {RESTORE}") from error
    places: dict[str, Place] = {}
    for line, row in enumerate(rows, start=2):
        try:
            place = Place.model_validate(row)
        except ValidationError as error:
            where = f"{path.name}, line {line}"
            told = (sentence(Place, part) for part in error.errors())
            raise InputError(*(f"{where}: {words}" for words in told)) from error
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
            f"No place has the adcode {adcode!r}; look it up under the name of the "
            f"place in {PLACES.relative_to(ROOT)}."
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
