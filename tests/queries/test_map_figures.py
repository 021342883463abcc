"""The figures of the map from a small database in the curated shape."""

from collections.abc import Iterator

import duckdb
import pytest

from dashboard.queries import SQL
from etl import paths

CITIES = [
    ("220300", "四平市", "220000"),
    ("220600", "白山市", "220000"),
    ("330482", "平湖市", "330400"),
    ("150500", "通辽市", "150000"),
    ("130700", "张家口市", "130000"),
]
FIGURES = [
    # id, source, position, adcode, value, low, high, kind, place, per_year, per_10k
    ("s1", "siping", 1, "220300", 50, 50, 60, "cumulative", None, None, 0.28),
    ("s2", "siping", 2, "220300", 50, 50, 60, "cumulative", None, None, 0.28),
    ("s3", "siping", 3, "220300", 90, 90, 90, "cumulative", "铁东区", None, None),
    ("b1", "baishan", 1, "220600", 20, 20, 20, "cumulative", None, 5, 0.21),
    ("b2", "baishan", 2, "220600", 9, 9, 9, "annual", None, 9, 0.09),
    ("p1", "pinghu", 1, "330482", 2, 2, 2, "annual", None, 2, 0.03),
    ("p2", "pinghu", 2, "330482", 7, 7, 7, None, None, None, 0.1),
]


@pytest.fixture(scope="module")
def database() -> Iterator[duckdb.DuckDBPyConnection]:
    connection = duckdb.connect()
    connection.execute((paths.SQL / "curated.sql").read_text("utf-8"))
    for adcode, name, parent in CITIES:
        connection.execute(
            "insert into city by name select $1 as adcode, $2 as name, $2 as short_name, "
            "'prefecture' as level, '某省' as province, $3 as parent_adcode, "
            "120 as seat_lon, 40 as seat_lat",
            [adcode, name, parent],
        )
    sources = {"siping": "220300", "baishan": "220600", "pinghu": "330482"}
    for source, adcode in {**sources, "tongliao": "150500"}.items():
        connection.execute(
            "insert into source by name select $1 as source_id, $2 as adcode, "
            "'f' as file, 'h' as sha256, 1 as characters",
            [source, adcode],
        )
    connection.execute("insert into theme values ('employment', 1, '就业', 'Work')")
    connection.execute(
        "insert into indicator by name select 'job_fairs' as id, 'employment' as theme, "
        "1 as position, 'event' as unit, 'count' as measure, '招聘会' as zh, 'f' as en, "
        "'d' as definition_zh, 'd' as definition_en, 0 as polarity, false as saturable, "
        "0 as plausible_low, 1 as plausible_high"
    )
    for figure in FIGURES:
        add(connection, *figure)
    yield connection
    connection.close()


def add(
    connection, key, source, position, adcode, value, low, high, kind, place, year, head
):
    connection.execute(
        "insert into mention by name select $1 as mention_id, $2 as source_id, "
        "$3 as position, 0 as start_offset, 1 as end_offset, $1 as surface, "
        "'s' as sentence, 0 as sentence_start, 1 as sentence_end, 'event' as unit, "
        "'exact' as qualifier, 'observation' as status, 'job_fairs' as indicator, "
        "1 as margin, '' as rivals, '' as cues, false as corrected",
        [key, source, position],
    )
    connection.execute(
        "insert into observation by name select $1 as observation_id, $2 as source_id, "
        "$3 as position, $4 as adcode, 'job_fairs' as indicator, $5 as value, "
        "$6 as value_low, $7 as value_high, 'event' as unit, 'exact' as qualifier, "
        "$8 as period_kind, $9 as place, '' as cues, false as corrected, "
        "$10 as per_year, $10 as per_year_low, $10 as per_year_high, "
        "$11 as per_10k, $11 as per_10k_low, $11 as per_10k_high",
        [key, source, position, adcode, value, low, high, kind, place, year, head],
    )


def drawn(database, kind="cumulative", basis="reported", indicator="job_fairs"):
    """Return (adcode, state, mention_id, value) in the order of the map."""
    rows = database.execute(
        (SQL / "map_figures.sql").read_text("utf-8"),
        {"indicator": indicator, "kind": kind, "basis": basis},
    )
    names = [column[0] for column in rows.description]
    wanted = [names.index(key) for key in ("adcode", "state", "mention_id", "value")]
    return [tuple(row[index] for index in wanted) for row in rows.fetchall()]


def test_one_row_a_place_the_largest_first_and_silence_last(database):
    assert drawn(database) == [
        ("220300", "figure", "s1", 50),
        ("220600", "figure", "b1", 20),
        ("130700", "unread", None, None),
        ("150500", "silent", None, None),
        ("330482", "other", None, None),
    ]


def test_other_kinds_of_period_are_not_drawn_together(database):
    assert drawn(database, kind="annual")[:2] == [
        ("220600", "figure", "b2", 9),
        ("330482", "figure", "p1", 2),
    ]


def test_an_unstated_kind_can_be_asked_for(database):
    assert drawn(database, kind="none")[0] == ("330482", "figure", "p2", 7)


def test_per_year_joins_annual_and_cumulative(database):
    assert drawn(database, kind="", basis="per_year")[:2] == [
        ("220600", "figure", "b2", 9),
        ("330482", "figure", "p1", 2),
    ]


def test_per_head_needs_a_population_and_the_whole_place(database):
    first = drawn(database, basis="per_10k")[0]
    assert first == ("220300", "figure", "s1", pytest.approx(0.28))


def test_a_place_without_a_population_says_so_per_head_only(database):
    states = {adcode: state for adcode, state, _, _ in drawn(database, basis="per_10k")}
    assert states["330482"] == "no_population"
    assert states["150500"] == "silent"
    assert "no_population" not in {state for _, state, _, _ in drawn(database)}


def test_an_indicator_that_nobody_reports_draws_nothing(database):
    states = {state for _, state, _, _ in drawn(database, indicator="nothing")}
    assert states == {"silent", "unread"}


def test_kinds_with_the_most_cities_come_first(database):
    rows = database.execute(
        (SQL / "map_kinds.sql").read_text("utf-8"), {"indicator": "job_fairs"}
    ).fetchall()
    assert [row[:2] for row in rows] == [("annual", 2), ("cumulative", 2), ("none", 1)]
