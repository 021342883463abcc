"""Sentences, paragraphs and clauses as spans between their marks."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from etl.structure import lay_out, starting

TEXT = "一是抓安置，安置120人；二是抓培训：培训30人。会后慰问。\n走访军属。"


def pieces(method):
    """Return the distinct stretches that a method finds around every offset."""
    layout = lay_out(TEXT)
    found = {getattr(layout, method)(offset) for offset in range(len(TEXT))}
    return [TEXT[slice(*span)] for span in sorted(found)]


def test_sentences():
    assert pieces("sentence") == [
        "一是抓安置，安置120人；二是抓培训：培训30人",
        "会后慰问",
        "",
        "走访军属",
    ]


def test_paragraphs():
    assert pieces("paragraph") == TEXT.split("\n")


def test_clauses():
    assert pieces("clause") == [
        "一是抓安置",
        "安置120人",
        "二是抓培训",
        "培训30人",
        "会后慰问",
        "",
        "走访军属",
    ]


def test_a_mark_ends_its_own_stretch():
    layout = lay_out(TEXT)
    assert layout.clause(TEXT.index("，")) == (0, TEXT.index("，"))


@pytest.mark.parametrize("dash", ["—", "——", ";", ":", ","])
def test_marks_of_other_prints(dash):
    assert lay_out(f"安置{dash}培训").clause(0) == (0, 2)


@given(st.text(alphabet="安置1。，；、：！？\n—"), st.data())
def test_units_nest_around_every_offset(text, data):
    offset = data.draw(st.integers(0, len(text)))
    layout = lay_out(text)
    paragraph, sentence, clause = (
        method(offset) for method in (layout.paragraph, layout.sentence, layout.clause)
    )
    assert 0 <= paragraph[0] <= sentence[0] <= clause[0] <= offset
    assert offset <= clause[1] <= sentence[1] <= paragraph[1] <= len(text)
    assert not set("，；：—") & set(text[slice(*clause)])
    assert not set("。！？\n") & set(text[slice(*sentence)])
    assert "\n" not in text[slice(*paragraph)]


@given(st.lists(st.integers(0, 50)), st.integers(0, 50), st.integers(0, 50))
def test_what_starts_within_a_stretch(starts, first, second):
    things = [(start, "word") for start in sorted(starts)]
    left, right = sorted((first, second))
    inside = [thing for thing in things if left <= thing[0] < right]
    assert starting(things, left, right) == inside
