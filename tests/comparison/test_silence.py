"""What a city says of an indicator, and ratios within one occasion."""

from __future__ import annotations

from dataclasses import replace

import pytest

from etl.errors import InputError
from etl.gate import FOLDER, gate_rows
from etl.load import COMPARISON
from tests.comparison.small import Figure, ask, at, database
from tests.comparison.world import UNCOUNTED
from tests.rows import insert

HERE, THERE, UNREAD = "910100", "920100", "910300"
ELSEWHERE = Figure("910200", indicator="paid")


def states(*figures: Figure, indicator: str = "fairs") -> dict[str, str]:
    rows = ask(
        database(*figures, ELSEWHERE),
        "select adcode, state from silence where indicator = $indicator",
        indicator=indicator,
    )
    return dict(rows)


def test_four_kinds_of_silence_and_report():
    found = states(Figure(HERE), at(Figure(), THERE), at(Figure(), "920181"))
    assert found == {
        HERE: "comparable",
        THERE: "comparable",
        "920181": "not_comparable",
        "910200": "silent",
        "910000": "unread",
        "910181": "unread",
        "910281": "unread",
        UNREAD: "unread",
        UNCOUNTED: "unread",
    }


def test_a_place_that_alone_reports_is_not_comparable():
    rows = ask(
        database(Figure()),
        "select state, tier, peers, others, reasons from silence"
        " where adcode = '910100' and indicator = 'fairs'",
    )
    assert rows == [("not_comparable", "C", 0, 0, ["no_peer"])]


def test_others_are_counted_and_reasons_named():
    rows = ask(
        database(replace(Figure(), place="柳树乡"), at(Figure(), THERE)),
        "select adcode, others, facts, reasons from silence"
        " where indicator = 'fairs' and facts > 0 order by adcode",
    )
    assert rows == [(HERE, 1, 1, ["scope"]), (THERE, 1, 1, ["no_peer"])]


def test_not_applicable_is_only_what_is_declared_and_not_reported():
    connection = database(Figure(HERE), at(ELSEWHERE, "910181"), at(Figure(), "920181"))
    insert(
        connection,
        "not_applicable",
        indicator="fairs",
        level="county",
        position=1,
        zh="由市里办",
        en="A duty of the prefecture",
    )
    connection.execute("drop table silence")
    connection.execute((FOLDER.parents[1] / "sql/comparison/silence.sql").read_text())
    rows = ask(
        connection,
        "select adcode, state from silence where indicator = 'fairs'"
        " and adcode in ('910181', '920181', '910281', '910300') order by adcode",
    )
    assert rows == [
        ("910181", "not_applicable"),
        ("910281", "not_applicable"),
        ("910300", "unread"),
        ("920181", "not_comparable"),
    ]


def test_each_city_and_indicator_has_one_row():
    rows = ask(
        database(Figure()),
        "select (select count(*) from silence) ="
        " (select count(*) from city) * (select count(*) from indicator)",
    )
    assert rows == [True]


FAIR = Figure(
    kind="event", start="2020-06-12", end="2020-06-12", value=50, high=60, low=50
)
VISITORS = replace(FAIR, indicator="persons", value=100, low=100, high=200, before="，")


def ratios(*figures: Figure) -> list[tuple[float, ...]]:
    """The bounds of persons over fairs."""
    connection = database(*figures)
    insert(
        connection,
        "ratio_definition",
        id="visitors_a_fair",
        position=1,
        upper="persons",
        lower="fairs",
        zh="每场人数",
        en="Visitors a fair",
    )
    return ask(connection, "select value_low, value, value_high from ratio")


def test_a_ratio_runs_from_lowest_to_highest():
    assert ratios(FAIR, VISITORS) == [(100 / 60, 2, 4)]


@pytest.mark.parametrize(
    "upper",
    [
        replace(VISITORS, start="2020-06-13", end="2020-06-13"),
        replace(VISITORS, kind="cumulative", start=None, end=None, before="。又"),
        replace(VISITORS, source="b"),
        replace(VISITORS, place="柳树乡"),
    ],
    ids=["another day", "its totals", "another article", "a part of the place"],
)
def test_no_ratio_across_occasions(upper):
    assert ratios(FAIR, upper) == []


def test_totals_without_dates_belong_together_in_one_sentence_only():
    undated = {"kind": "cumulative", "start": None, "end": None}
    fairs, visitors = replace(FAIR, **undated), replace(VISITORS, **undated)
    assert len(ratios(fairs, visitors)) == 1
    assert ratios(fairs, replace(visitors, before="。又")) == []


def test_every_script_is_run():
    scripts = {
        path.stem for path in (FOLDER.parents[1] / "sql/comparison").glob("*.sql")
    }
    assert scripts == set(COMPARISON)


RATIO = "- {id: one, upper: fairs, lower: persons, zh: 一, en: One}\n"


@pytest.mark.parametrize(
    ("file", "text", "said"),
    [
        (
            "ratios",
            "ratios:\n" + RATIO.replace("fairs", "fares"),
            "'fares' is no indicator",
        ),
        ("ratios", "ratios:\n" + RATIO * 2, "'one' stands twice"),
        ("limits", "limits:\n- {id: a, value: 0, zh: 一, en: One}\n", "value is 0"),
        (
            "reasons",
            "reasons:\n- {id: a, tear: D, zh: 一, en: One}\n",
            "did you mean 'tier'",
        ),
    ],
)
def test_mistakes_in_the_rules_are_named(tmp_path, file, text, said):
    for path in FOLDER.glob("*.yaml"):
        (tmp_path / path.name).write_text(path.read_text("utf-8"), "utf-8")
    (tmp_path / "ratios.yaml").write_text("ratios:\n" + RATIO, "utf-8")
    (tmp_path / f"{file}.yaml").write_text(text, "utf-8")
    with pytest.raises(InputError) as caught:
        gate_rows({"fairs", "persons"}, tmp_path)
    assert said in str(caught.value)
    assert f"{file}.yaml" in str(caught.value)
