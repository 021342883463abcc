"""Each statement runs, returns its columns also where there is nothing, and counts right."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from dashboard import benchmark_queries, queries
from dashboard import database as source
from tests import like_for_like, synthetic, synthetic_store
from tests.live import ROOT

FAIRS = ("job_fairs", "job_fair_posts")
MET = {"focus": "900100", "basis": "reported"}
PEERS = ("900200",)
PARAMETERS = {
    "assessment_silence": {"category": 0},
    "benchmark_figures": {"cities": PEERS, "basis": "reported"},
    "benchmark_pairs": {**MET, "peers": PEERS},
    "benchmark_pools": {**MET, "province": PEERS, "nearest": (), "picked": ()},
    "benchmark_silence": {"focus": "900100", "peers": PEERS},
    "brief_facts": {"city": "900100"},
    "compare_pairs": {**MET, "indicator": "job_fairs", "most": 40},
    "compare": {"indicator": "job_fairs", "focus": "", "most": 40},
    "corrections": {"source": "jiashi-2024"},
    "coverage": {"theme": "employment", "places": 10},
    "job_fairs": {"indicators": FAIRS},
    "map_figures": {
        "indicator": "job_fairs",
        "kind": "cumulative",
        "basis": "reported",
    },
    "map_kinds": {"indicator": "job_fairs"},
    "mentions": {"source": "jiashi-2024"},
    "peers": {"focus": "900100"},
    "quotes_of": {
        "mentions": (synthetic.mention_id(synthetic.ARTICLES[0], 0),),
        "sources": (synthetic.ARTICLES[0].source_id,),
    },
    "ratios_of": {"indicators": FAIRS},
    "silent": {"indicator": "honour_plaques"},
    "standings": {
        "indicator": "job_fairs",
        "basis": "reported",
        "focus": "",
        "most": 40,
    },
    "source_of": {"mention": "x"},
    "text": {"source": "jiashi-2024"},
}
STATEMENTS = sorted(path.stem for path in ROOT.glob("dashboard/sql/*.sql"))


@pytest.mark.parametrize("name", STATEMENTS)
def test_statement_has_the_same_columns_with_and_without_rows(
    name, database, bare, made_up
):
    shutil.copyfile(bare, database)
    without = queries.run(name, **PARAMETERS.get(name, {}))
    shutil.copyfile(made_up, database)
    with_rows = queries.run(name, **PARAMETERS.get(name, {}))
    assert without.height == 0
    assert without.schema == with_rows.schema


@pytest.mark.parametrize("name", STATEMENTS)
def test_every_statement_has_a_function(name):
    homes = [*ROOT.glob("dashboard/*queries.py")]
    assert sum(f'"{name}"' in home.read_text("utf-8") for home in homes) == 1


def test_counts_of_the_build(filled):
    run = queries.summary()
    assert (run["cities"], run["places"], run["articles"]) == (3, 4, 3)
    assert (run["mentions"], run["observations"], run["excluded"]) == (10, 8, 2)
    assert (run["indicators"], run["indicators_reported"]) == (4, 3)


def test_one_figure_said_twice_is_one_row(filled):
    rows = queries.compare("job_fairs").filter(adcode="900200")
    assert rows.select("value", "mentions").rows() == [(42.0, 2)]


def test_footing_tells_what_is_drawn_pale(filled):
    rows = queries.compare("job_fairs")
    footing = dict(rows.select("surface", "footing").iter_rows())
    assert footing == {
        "50余\n场": "unstated",
        "42次": "unstated",
        "超过30场": "unstated",
        "2次": "unstated",
        "1次": "part",
    }


def test_the_words_around_a_number_are_those_of_the_article(filled):
    for row in queries.compare("job_fairs").iter_rows(named=True):
        text = queries.text(row["source_id"])
        sentence = benchmark_queries.quotes([row])[row["mention_id"]]
        assert sentence["before"] + row["surface"] + sentence["after"] in text


def states(theme: str) -> dict[tuple[str, str], str]:
    """What the matrix of a theme shows, by place and indicator."""
    rows = queries.coverage(theme).iter_rows(named=True)
    return {(row["adcode"], row["indicator"]): row["state"] for row in rows}


def test_coverage_tells_reports_from_the_kinds_of_silence(filled):
    assert states("employment") == {
        ("900100", "job_fairs"): "not_comparable",
        ("900101", "job_fairs"): "not_comparable",
        ("900200", "job_fairs"): "not_comparable",
        ("900300", "job_fairs"): "unread",
        ("900100", "employment_rate"): "silent",
        ("900101", "employment_rate"): "not_comparable",
        ("900200", "employment_rate"): "silent",
        ("900300", "employment_rate"): "unread",
    }


def test_coverage_knows_what_is_like_for_like_as_the_gate_does(database):
    synthetic_store.write(database, like_for_like.ARTICLES)
    found = states("employment")
    prefectures = ("900100", "900200", "900300")
    assert {found[code, "job_fairs"] for code in prefectures} == {"comparable"}
    assert found["900101", "job_fairs"] == "not_comparable"


def test_silence_names_those_who_were_read(filled):
    assert queries.silent("honour_plaques").get_column("adcode").to_list() == [
        "900101",
        "900200",
    ]


def test_filters_narrow_and_unknown_ones_find_nothing(filled):
    def count(**asked):
        return queries.observations(**asked).height

    assert count() == 8
    assert count(cities=("900100",)) == 3
    assert count(cities=("900100", "900200")) == 5
    assert count(themes=("honour",)) == 1
    assert count(indicators=("job_fairs",), cities=("900101",)) == 2
    assert count(indicators=("'; drop table city; --",)) == 0


def test_a_missing_database_is_said_so(database):
    with pytest.raises(source.DataMissingError, match=database.name):
        queries.summary()


def test_a_rebuilt_database_is_seen_while_the_old_one_is_in_use(database):
    synthetic_store.write(database, version="old")
    held = source.cursor(source.identity())
    assert queries.summary()["data_version"] == "old"
    rebuilt = database.with_suffix(".new")
    synthetic_store.write(rebuilt, version="new")
    rebuilt.replace(database)
    assert queries.summary()["data_version"] == "new"
    assert held.execute("select data_version from etl_run").fetchone() == ("old",)


def test_nothing_is_left_beside_the_database(filled):
    queries.summary()
    assert [path.name for path in Path(filled).parent.iterdir()] == [filled.name]


def test_the_database_reads_no_other_file(filled):
    with pytest.raises(Exception, match=r"(?i)external|permission|disabled"):
        source.cursor(source.identity()).execute(
            "select * from read_csv('/etc/passwd')"
        )
