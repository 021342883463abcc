"""The figures of an evaluation, by hand-made cases that can be checked by counting."""

from __future__ import annotations

import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from etl.agreement import ATTRIBUTES, Tally, misses, pair, tally
from etl.documents import Known
from etl.errors import InputError
from etl.evaluate import Settings, by_group, evaluate, total
from etl.labels import Line, load_labels
from etl.schema import Source
from tests.raw_folder import FAIRS

RIGHT = {
    "unit": "event",
    "qualifier": "exact",
    "period_kind": "annual",
    "period_start": "2022",
    "period_end": "2022",
}


def line(start, end, value, indicator="job_fairs", **other):
    return Line(
        start=start, end=end, value=value, indicator=indicator, **{**RIGHT, **other}
    )


def figures(labels, mentions):
    return tally(labels, mentions).figures()


def test_names_and_order_of_the_figures():
    assert list(figures([], [])) == [
        *("documents", "quantities", "indicators", "detect"),
        *("indicator_precision", "indicator_recall", "indicator_f1"),
        *("unit", "qualifier", "period_kind", "period_start", "period_end"),
        "strict_f1",
    ]


def test_all_right_is_one_and_nothing_is_zero():
    labels = [line(0, 3, 12), line(5, 8, 4, indicator=None)]
    assert set(list(figures(labels, labels).values())[3:]) == {1.0}
    nothing = figures(labels, [])
    assert (nothing["quantities"], nothing["indicators"]) == (2, 1)
    assert set(list(nothing.values())[3:]) == {0.0}


def test_shares_are_counted_over_what_their_name_says():
    labels = [
        line(0, 3, 12),
        line(10, 13, 30),
        line(20, 23, 5, indicator="job_fair_posts"),
        line(30, 33, 9, indicator=None),
        line(40, 50, None, indicator=None),
    ]
    mentions = [
        line(0, 3, 12),
        line(10, 13, 30, unit="item", period_end=None),
        line(20, 23, 5),
        line(30, 33, 9),
        line(60, 63, 1),
    ]
    result = figures(labels, mentions)
    assert result["quantities"] == 4
    assert result["indicators"] == 3
    assert result["detect"] == 4 / 4
    assert result["indicator_precision"] == 2 / 5
    assert result["indicator_recall"] == 2 / 3
    assert result["indicator_f1"] == 2 * 2 / (3 + 5)
    assert result["unit"] == 1 / 2
    assert result["qualifier"] == 2 / 2
    assert result["period_end"] == 1 / 2
    assert result["strict_f1"] == 2 * 1 / (3 + 5)


@pytest.mark.parametrize(
    ("mention", "found"),
    [
        (line(3, 6, 12), False),  # only touches
        (line(2, 6, 12), True),
        (line(0, 3, 12.5), False),
        (line(0, 3, 12 * (1 + 1e-12)), True),
        (line(0, 3, None), False),
    ],
)
def test_a_pair_overlaps_and_has_the_same_value(mention, found):
    assert bool(pair([line(0, 3, 12)], [mention])) is found


def test_dates_have_no_value_and_are_never_paired():
    dates = [line(0, 3, None, indicator=None)]
    assert pair(dates, dates) == {}
    assert figures(dates, dates)["quantities"] == 0


def test_the_largest_overlap_wins_and_then_the_same_indicator():
    labels = [line(0, 10, 1)]
    assert pair(labels, [line(0, 4, 1), line(0, 9, 1, indicator="x")]) == {0: 1}
    assert pair(labels, [line(0, 9, 1, indicator="x"), line(0, 9, 1)]) == {0: 1}


def test_each_mention_serves_one_label():
    labels = [line(0, 4, 1), line(3, 8, 1)]
    assert pair(labels, [line(0, 8, 1)]) == {1: 0}
    assert figures(labels, [line(0, 8, 1)])["indicator_recall"] == 1 / 2


LINES = st.lists(
    st.builds(
        lambda start, size, value, indicator, unit: line(
            start, start + size, value, indicator=indicator, unit=unit
        ),
        st.integers(0, 12),
        st.integers(1, 4),
        st.sampled_from([None, 1, 2]),
        st.sampled_from([None, "a", "b"]),
        st.sampled_from(["event", "item"]),
    ),
    max_size=6,
)


@given(LINES, LINES)
def test_pairs_are_one_to_one_and_shares_are_shares(labels, mentions):
    pairs = pair(labels, mentions)
    assert len(set(pairs.values())) == len(pairs)
    result = figures(labels, mentions)
    assert all(0 <= share <= 1 for share in list(result.values())[3:])
    assert result["strict_f1"] <= result["indicator_f1"]


@given(LINES, LINES)
def test_every_label_not_met_is_told(labels, mentions):
    told = list(misses(labels, mentions))
    counts = tally(labels, mentions)
    wrong = counts.extracted + counts.indicators - counts.right - counts.strict
    assert bool(told) == (wrong > 0)


@given(st.lists(st.tuples(LINES, LINES), max_size=4))
def test_documents_add_up(documents):
    parts = [tally(*document) for document in documents]
    together = sum(parts, Tally())
    assert together.figures()["documents"] == len(documents)
    assert together.right == sum(part.right for part in parts)
    for name in ATTRIBUTES:
        assert together.attributes.get(name, 0) == sum(
            p.attributes[name] for p in parts
        )


def test_misses_name_what_was_wanted_and_got():
    labels = [
        line(0, 3, 12, context="举办12场"),
        line(5, 8, 3, indicator=None, why_null="date"),
    ]
    told = list(
        misses(labels, [line(0, 3, 12, unit="item"), line(5, 8, 3), line(9, 10, 7)])
    )
    assert told[0] == "'举办12场' job_fairs wants unit event, got unit item"
    assert "is no indicator (date), got job_fairs" in told[1]
    assert "matches no label" in told[2]


@pytest.fixture
def gold(tmp_path):
    start = FAIRS.index("12场")
    label = {"start": start, "end": start + 3, "value": 12, "indicator": "job_fairs"}
    attributes = {
        "unit": "event",
        "qualifier": "exact",
        "period_kind": "cumulative",
        "period_start": "2023-01",
        "period_end": "2023-12",
    }
    for name in ("news-01", "news-02"):
        (tmp_path / f"{name}.txt").write_text(FAIRS, encoding="utf-8")
        words = json.dumps(
            {**label, **attributes, "context": "12场", "note": "kept out"}
        )
        (tmp_path / f"{name}.jsonl").write_text(words + "\n\n", encoding="utf-8")
    return tmp_path


def test_documents_are_extracted_and_compared(gold):
    results = evaluate(gold, Settings(texts=gold))
    assert [result.doc for result in results] == ["news-01", "news-02"]
    summed = total(results).figures()
    assert (summed["documents"], summed["detect"], summed["unit"]) == (2, 1, 1)
    assert by_group(results) == {"news": total(results)}


def test_the_listed_date_goes_before_the_printed_one(gold):
    known = Known(
        listed={
            (gold / "news-01.txt").resolve(): Source(
                "x", "220300", "x", published="2021-05"
            )
        }
    )
    first, second = evaluate(gold, Settings(texts=gold, known=known))
    assert first.tally.attributes["period_end"] == 0
    assert second.tally.attributes["period_end"] == 1


def test_all_broken_labels_and_missing_texts_are_told(gold):
    (gold / "news-01.jsonl").write_text(
        '{"start": 1}\n[]\nnot json\n', encoding="utf-8"
    )
    (gold / "news-02.txt").unlink()
    with pytest.raises(InputError) as caught:
        evaluate(gold, Settings(texts=gold))
    heads = [problem.split(":")[0] for problem in caught.value.problems]
    assert heads[:3] == [f"news-01.jsonl, line {n}" for n in (1, 2, 3)]
    assert "no text of news-02" in heads[3]


def test_a_folder_without_labels_is_refused(tmp_path):
    with pytest.raises(InputError, match="holds no labels"):
        evaluate(tmp_path, Settings(texts=tmp_path))


def test_labels_that_are_not_utf8_are_refused(tmp_path):
    (tmp_path / "a.jsonl").write_bytes("名".encode("gb18030"))
    with pytest.raises(InputError, match="not readable as UTF-8"):
        load_labels(tmp_path / "a.jsonl")
