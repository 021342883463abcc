"""The period words as data: each finds its examples, and not its counter-examples."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from etl.codebook import load_codebook
from etl.resolve.periods import READERS, find_periods
from etl.resolve.periodwords import (
    PeriodWord,
    cue,
    expand,
    finder,
    lexicon,
    nature_of,
    starts_of,
)

WORDS = lexicon().words
EXAMPLES = [(word, text) for word in WORDS for text in word.examples]
COUNTEREXAMPLES = [(word, text) for word in WORDS for text in word.counterexamples]
SILENT = {"none", "yearly", "undated", "now", "to_date", "total"}


def found(text: str) -> list[tuple[str, str]]:
    return [
        (match.lastgroup, text[start : match.end()])
        for start, _, match in finder().find(text)
    ]


def name(value: object) -> str:
    return value.id if isinstance(value, PeriodWord) else str(value)


@pytest.mark.parametrize(("word", "example"), EXAMPLES, ids=name)
def test_example(word: PeriodWord, example: str):
    assert (word.id, example) in found(f"，{example}，")


@pytest.mark.parametrize(("word", "text"), COUNTEREXAMPLES, ids=name)
def test_counterexample(word: PeriodWord, text: str):
    assert word.id not in {found_id for found_id, _ in found(f"{text}。")}


def test_ids_are_unique_and_every_role_is_read():
    assert len({word.id for word in WORDS}) == len(WORDS)
    assert {word.role for word in WORDS} == SILENT | set(READERS)


def test_every_cue_is_defined():
    cues = lexicon().cues
    assert all(cue(name).pattern == pattern for name, pattern in cues.items())


def test_natures_name_indicators_of_the_codebook_once_each():
    counted = [id_ for ids in lexicon().natures.values() for id_ in ids]
    known = {indicator.id for indicator in load_codebook().indicators}
    assert len(counted) == len(set(counted))
    assert set(counted) <= known
    assert nature_of("troops_deployed") == "occasion"
    assert nature_of("soldiers_placed") == "flow"


ALPHABET = "".join(
    sorted({char for word in WORDS for text in word.examples for char in text})
)


@given(st.text(alphabet=ALPHABET + "，。\n", max_size=40))
def test_the_index_of_first_characters_loses_no_word(text: str):
    plain = re.compile(
        "|".join(
            f"(?P<{w.id}>{expand('|'.join(w.patterns))})" for w in WORDS if not w.lead
        )
    )
    first = plain.search(text)
    if first and not re.match(r"[0-9.]", text[max(0, first.start() - 1)]):
        word = next(word for word in WORDS if word.id == first.lastgroup)
        begins = text[first.start() : first.start() + 2]
        assert any(begins.startswith(start) for start in starts_of(word))


@given(st.text(alphabet=ALPHABET + "，。；：\n0123456789年月日", max_size=60))
def test_periods_do_not_overlap_and_do_not_end_before_they_start(text: str):
    periods, _ = find_periods(text, "2023-05-10")
    end = 0
    for told in periods:
        assert end <= told.start < told.end <= len(text)
        end = told.end
        if told.first and told.last:
            shared = min(len(told.first), len(told.last))
            assert told.first[:shared] <= told.last[:shared]
