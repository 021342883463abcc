"""Declared corrections: read with every problem, applied or refused, never silent."""

from __future__ import annotations

import textwrap

import pytest

from etl.codebook import load_codebook
from etl.correction_file import load_corrections
from etl.corrections import correct
from etl.documents import load_listed
from etl.errors import InputError
from etl.paths import CORRECTIONS, RAW
from etl.schema import Mention, Period

TEXT = "四年来，全市接收干部166人，安置93人；又安置93人。"
START = TEXT.index("166人")
MENTION = Mention(
    doc="city-2020",
    start=START,
    end=START + 4,
    surface="166人",
    sentence=TEXT,
    sentence_start=0,
    sentence_end=len(TEXT),
    value=166.0,
    value_low=166.0,
    value_high=166.0,
    unit="person",
    qualifier="exact",
    indicator=None,
    reason="not_listed",
    period=Period("cumulative", "四年来", "2016-10", "2020-10"),
)
ENTRY = """
corrections:
  - source: city-2020
    quote: 全市接收干部166人
    surface: 166人
    status: verdict
    reason: 干部即军转干部，上文已述。
    changes:
      - {field: indicator, expect: null, value: officers_received}
"""
IDS = {"officers_received"}


@pytest.fixture
def declare(tmp_path):
    def load(words):
        path = tmp_path / "corrections.yaml"
        path.write_text(textwrap.dedent(words), encoding="utf-8")
        return load_corrections(path, IDS)

    return load


def refused(declare, words):
    with pytest.raises(InputError) as caught:
        declare(words)
    return caught.value.problems


def test_a_file_that_is_not_there_is_named(tmp_path):
    with pytest.raises(InputError, match=r"There is no file .*none\.yaml"):
        load_corrections(tmp_path / "none.yaml", IDS)


@pytest.mark.parametrize("words", ["corrections: []\n", "corrections:\n  []\n"])
def test_an_empty_list_means_no_corrections(declare, words):
    assert declare(words) == {}


@pytest.mark.parametrize("words", ["", "corrections:\n", "correction: []\n", "[]\n"])
def test_a_file_of_another_shape_is_refused(declare, words):
    (problem,) = refused(declare, words)
    assert "corrections.yaml" in problem


def test_the_declared_corrections_are_sound():
    ids = {indicator.id for indicator in load_codebook().indicators}
    listed = {source.source_id for source in load_listed(RAW / "sources.yaml").values()}
    assert set(load_corrections(CORRECTIONS, ids)) <= listed


def test_an_indicator_replaces_the_reason(declare):
    corrected, applied, problems = correct(TEXT, [MENTION], declare(ENTRY)["city-2020"])
    assert problems == []
    assert corrected[0].indicator == "officers_received"
    assert corrected[0].reason is None
    assert corrected[0].period == MENTION.period
    assert [(a.field, a.extracted, a.corrected) for a in applied] == [
        ("indicator", None, "officers_received")
    ]
    assert applied[0].reason == "干部即军转干部，上文已述。"


def test_dates_and_numbers_of_yaml_reach_their_fields(declare):
    words = ENTRY.replace(
        "- {field: indicator, expect: null, value: officers_received}",
        """- {field: period_end, expect: 2020-10, value: 2020-10-20}
      - {field: period_start, expect: 2016-10, value: 2016}
      - {field: value, expect: 166, value: 168}
      - {field: value_high, expect: 166.0, value: 168}""",
    )
    (mention,), _, problems = correct(TEXT, [MENTION], declare(words)["city-2020"])
    assert problems == []
    assert mention.period == Period("cumulative", "四年来", "2016", "2020-10-20")
    assert (mention.value, mention.value_low, mention.value_high) == (168, 166, 168)


@pytest.mark.parametrize(
    ("old", "new", "said"),
    [
        ("expect: null", "expect: soldiers_placed", "is extracted as None"),
        ("quote: 全市接收干部166人", "quote: 全县接收干部166人", "0 times"),
        (
            "全市接收干部166人\n    surface: 166人",
            "安置93人\n    surface: 93人",
            "2 times",
        ),
        ("surface: 166人", 'surface: "166"', "no number is extracted at '166'"),
    ],
)
def test_what_no_longer_applies_is_a_problem_and_changes_nothing(
    declare, old, new, said
):
    declared = declare(ENTRY.replace(old, new))["city-2020"]
    corrected, applied, problems = correct(TEXT, [MENTION], declared)
    assert corrected == [MENTION]
    assert applied == []
    assert len(problems) == 1
    assert said in problems[0]
    assert problems[0].startswith("corrections.yaml, line 3 (city-2020): ")


@pytest.mark.parametrize(
    ("old", "new", "said"),
    [
        (
            "value: officers_received",
            "value: officers",
            "no codebook has the indicator",
        ),
        ("field: indicator", "field: indicate", "changes.0.field"),
        ("status: verdict", "status: maybe", "status is 'maybe'"),
        ("reason: 干部即军转干部，上文已述。", "", "'reason' is missing"),
        ("    quote:", "    qoute:", "did you mean 'quote'?"),
        (
            "indicator, expect: null, value: officers_received",
            "unit, expect: person, value: null",
            "cannot be null",
        ),
        (
            "indicator, expect: null, value: officers_received",
            "value, expect: 1, value: many",
            "a number",
        ),
        (
            "indicator, expect: null, value: officers_received",
            "qualifier, expect: exact, value: circa",
            "use one of exact",
        ),
        (
            "indicator, expect: null, value: officers_received",
            "period_end, expect: null, value: 2020-13",
            "no date",
        ),
        ("- {field", "- [field", "not valid YAML"),
    ],
)
def test_a_wrong_entry_is_a_sentence_with_its_place(declare, old, new, said):
    assert old in ENTRY
    problems = refused(declare, ENTRY.replace(old, new))
    assert any(said in problem for problem in problems)
    assert all("corrections.yaml" in problem for problem in problems)


def test_all_wrong_entries_are_told_together(declare):
    twice = ENTRY + ENTRY.split("corrections:\n")[1]
    words = twice.replace("status: verdict", "status: perhaps")
    assert len(refused(declare, words)) == 2
