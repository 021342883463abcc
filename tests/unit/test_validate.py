"""Checks: each finds the row that breaks it, and is silent on sound data."""

from __future__ import annotations

from dataclasses import replace
from itertools import pairwise

import duckdb
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from etl.extract import extract_text
from etl.pipeline import Options, build
from etl.validate import (
    Check,
    evidence_problems,
    load_checks,
    record_problems,
    run_checks,
)
from tests.raw_folder import FAIRS, write_raw

CHECKS = {check.name: check for check in load_checks()}
# Without keys and constraints, so that a test can break what a check looks for.
COPIED = "create table {0} as from sound.{0}"
TABLES = ("city", "source", "indicator", "mention", "observation")

BREAKS = {
    "article_has_numbers": "delete from observation where source_id = 'siping-2023'",
    "articles_agree": """
        insert into source (source_id, adcode, file) values ('siping-b', '220300', 'b');
        insert into mention
            select * replace ('m2' as mention_id, 'siping-b' as source_id)
            from mention where indicator = 'job_fairs';
        insert into observation
            select * replace ('m2' as observation_id, 'siping-b' as source_id,
                              13 as value, 13 as value_low, 13 as value_high)
            from observation where indicator = 'job_fairs'
    """,
    "observation_is_its_mention": "update observation set value = value + 1",
    "observation_is_of_its_city": "update observation set adcode = '220600'",
    "period_before_publication": "update source set published = '2019'",
    "period_is_written_right": "update observation set period_end = '2023-13'",
    "period_runs_forward": "update observation set period_start = '2031'",
    "printed_twice": """
        insert into mention
            select * replace ('again' as mention_id, start_offset + 500 as start_offset,
                              sentence_start + 500 as sentence_start)
            from mention where indicator = 'job_fairs'
    """,
    "span_in_text": "update source set characters = 20",
    "spans_apart": "update mention set start_offset = start_offset - 60",
    "surface_in_sentence": "update mention set surface = surface || 'x'",
    "unit_of_indicator": "update observation set unit = 'ml'",
    "value_is_plausible": "update observation set value = 1e15",
}


@pytest.fixture(scope="module")
def built(tmp_path_factory):
    folder = tmp_path_factory.mktemp("validate")
    build(Options(raw=write_raw(folder / "raw"), out=folder / "out"))
    return folder / "out" / "shuangyong.duckdb"


@pytest.fixture
def tables(built):
    with duckdb.connect() as connection:
        connection.execute(f"attach '{built}' as sound (read_only)")
        for table in TABLES:
            connection.execute(COPIED.format(table))
        yield connection


def failing(connection):
    return {f.check.name: f for f in run_checks(connection) if f.failing}


def test_sound_data_passes_every_check(tables):
    assert failing(tables) == {}


def test_every_check_is_tried():
    assert set(BREAKS) == set(CHECKS)


@pytest.mark.parametrize("name", sorted(BREAKS))
def test_a_check_finds_what_breaks_it(tables, name):
    tables.execute(BREAKS[name])
    found = failing(tables)[name]
    assert found.failing >= 1
    assert found.sentences[0].startswith(("siping-", "shuangliao-"))


def test_only_the_first_failing_rows_are_told(tables):
    tables.execute("insert into mention select m.* from mention m, range(30)")
    found = failing(tables)["spans_apart"]
    assert found.failing > 20
    assert len(found.sentences) == 20


def test_a_check_without_its_header_is_refused(tmp_path):
    (tmp_path / "bad.sql").write_text("select 1", encoding="utf-8")
    with pytest.raises(ValueError, match=r"bad\.sql"):
        load_checks(tmp_path)


def test_headers_say_severity_and_rule():
    assert all(
        isinstance(check, Check) and check.rule.endswith(".")
        for check in CHECKS.values()
    )
    assert {check.severity for check in CHECKS.values()} == {"error", "warning"}


MENTIONS = extract_text(FAIRS, "2023-12-20", doc="siping-2023")
FAIRS_HELD = next(m for m in MENTIONS if m.indicator == "job_fairs")


def test_what_was_extracted_is_borne_out_by_the_text():
    assert list(evidence_problems(FAIRS, MENTIONS)) == []
    assert list(record_problems(MENTIONS)) == []


@pytest.mark.parametrize(
    ("change", "said"),
    [
        ({"start": FAIRS_HELD.start + 1}, "offsets"),
        ({"surface": "13场"}, "offsets"),
        ({"sentence": "别的句子"}, "sentence"),
        ({"value": 13.0}, "does not read as 13"),
        ({"value_high": 13.0}, "does not read as 12"),
    ],
)
def test_evidence_that_does_not_hold_is_told(change, said):
    (problem,) = evidence_problems(FAIRS, [replace(FAIRS_HELD, **change)])
    assert problem.startswith("siping-2023 [")
    assert said in problem


def test_another_number_of_the_sentence_is_no_evidence():
    text = "举办招聘会12场，提供岗位800个。"
    held = next(m for m in extract_text(text, "2023") if m.surface == "12场")
    wrong = replace(held, value=800.0, value_low=800.0, value_high=800.0)
    (problem,) = evidence_problems(text, [wrong])
    assert "does not read as 800" in problem


def test_a_changed_file_is_noticed():
    assert len(list(evidence_problems("改" + FAIRS, MENTIONS))) == len(MENTIONS)


@pytest.mark.parametrize(
    "change",
    [
        {"reason": "other"},
        {"indicator": None},
        {"value": None, "value_low": None},
        {"value_low": 13.0},
        {"value_high": 11.0},
        {"value": float("nan")},
        {"value_high": float("inf")},
    ],
)
def test_a_record_that_no_row_can_hold_is_told(change):
    (problem,) = record_problems([replace(FAIRS_HELD, **change)])
    assert "12场" in problem


WORDS = (
    *"0123456789一二三五七十百千万亿两半余多近约数几第年月日名个次场户元家%，。；、\n -.",
    *(
        "岗位",
        "2023年",
        "退役军人",
        "四年来",
        "以上",
        "超过",
        "１２",
        "\r\n",
        "举办",
        "发放",
    ),
    *("慰问金", "招聘会", "连冠", "职业技能培训", "每年", "累计", "至", "　"),
)
TEXTS = st.lists(st.sampled_from(WORDS), max_size=50).map("".join) | st.text(
    max_size=50
)


@settings(max_examples=300, deadline=None)
@given(TEXTS)
def test_whatever_is_extracted_passes_the_checks_of_its_article(text):
    mentions = extract_text(text, "2023-12-20")
    assert list(evidence_problems(text, mentions)) == []
    assert list(record_problems(mentions)) == []
    for before, after in pairwise(mentions):
        assert before.end <= after.start
    for mention in mentions:
        assert (
            mention.sentence_start
            <= mention.start
            < mention.end
            <= mention.sentence_end
        )
        if mention.period.start and mention.period.end:
            shared = min(len(mention.period.start), len(mention.period.end))
            assert mention.period.start[:shared] <= mention.period.end[:shared]


@pytest.mark.parametrize(
    ("printed", "value"), [("10\n6名", 106.0), ("１２ 场", 12.0), ("100余\n名", 100.0)]
)
def test_numbers_parted_by_the_print_are_read(printed, value):
    high = 200.0 if "余" in printed else value
    mention = replace(
        FAIRS_HELD,
        start=0,
        end=len(printed),
        surface=printed,
        sentence=printed,
        sentence_start=0,
        sentence_end=len(printed),
        value=value,
        value_low=value,
        value_high=high,
    )
    assert list(evidence_problems(printed, [mention])) == []
