"""The made-up places and indicators of the small databases."""

from __future__ import annotations

import duckdb

from etl.codebook import BASES
from tests.comparison.derived import POPULATION
from tests.rows import insert

PLACES = {  # adcode: level, province, parent
    "910000": ("province", "甲省", None),
    "910100": ("prefecture", "甲省", "910000"),
    "910200": ("prefecture", "甲省", "910000"),
    "910300": ("prefecture", "甲省", "910000"),
    "910181": ("county", "甲省", "910100"),
    "910281": ("county", "甲省", "910200"),
    "920100": ("prefecture", "乙省", "920000"),
    "920181": ("county", "乙省", "920100"),
    "930100": ("prefecture", "丙省", "930000"),
}
UNCOUNTED = "930100"
"""The place whose population is not known."""
INDICATORS = {  # id: unit, measure, saturable
    "fairs": ("event", "count", False),
    "persons": ("person", "count", False),
    "others": ("person", "count", False),
    "paid": ("CNY", "money", False),
    "placement_rate": ("percent", "rate", True),
    "share": ("percent", "rate", False),
    "titles": ("item", "count", False),
}


def population(adcode: str) -> int | None:
    """The residents of a place, as far as they are known."""
    return None if adcode == UNCOUNTED else POPULATION


def bases(indicator: str) -> tuple[str, ...]:
    """What an indicator is compared on: titles as reported only."""
    measure = INDICATORS[indicator][1]
    return BASES["standard" if indicator == "titles" else measure]


def fill(connection: duckdb.DuckDBPyConnection) -> None:
    """Write the places, the theme and the indicators."""
    _places(connection)
    _indicators(connection)


def _places(connection: duckdb.DuckDBPyConnection) -> None:
    for adcode, (level, province, parent) in PLACES.items():
        insert(
            connection,
            "city",
            adcode=adcode,
            name=adcode,
            short_name=adcode,
            level=level,
            province=province,
            parent_adcode=parent,
            seat_lon=120.0,
            seat_lat=40.0,
            population=population(adcode),
        )


def _indicators(connection: duckdb.DuckDBPyConnection) -> None:
    insert(connection, "theme", id="theme", position=1, zh="主题", en="Theme")
    for position, (code, (unit, measure, saturable)) in enumerate(INDICATORS.items()):
        insert(
            connection,
            "indicator",
            id=code,
            theme="theme",
            position=position,
            unit=unit,
            measure=measure,
            zh=code,
            en=code,
            definition_zh=code,
            definition_en=code,
            polarity=0,
            saturable=saturable,
            bases=list(bases(code)),
            plausible_low=0,
            plausible_high=1e12,
        )
