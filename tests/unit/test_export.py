"""Files that people open: no cell is a formula, nothing is lost."""

from __future__ import annotations

import csv
import io

import polars as pl
import pytest
from hypothesis import given
from hypothesis import strategies as st

from dashboard.export import BOM, FORMULA, safe
from dashboard.export import csv as write

CELLS = st.text(st.characters(exclude_categories=["Cs"], exclude_characters="\0"))
BEGINNINGS = st.sampled_from(["", " ", "\u3000", "\t", "\ufeff", *FORMULA])


def read(data: bytes) -> list[list[str]]:
    assert data.startswith(BOM.encode())
    return list(csv.reader(io.StringIO(data.decode("utf-8-sig"), newline="")))


@given(st.builds("".join, st.tuples(BEGINNINGS, BEGINNINGS, CELLS)))
def test_no_cell_begins_like_a_formula(text):
    shown = safe(text)
    assert not shown.lstrip().startswith(FORMULA)
    assert shown in (text, f"'{text}")


@given(st.lists(CELLS, min_size=1, max_size=5))
def test_what_is_written_is_read_again(cells):
    header, *rows = read(write(pl.DataFrame({"text": cells})))
    assert header == ["text"]
    assert [row[0] if row else "" for row in rows] == [safe(cell) for cell in cells]


@pytest.mark.parametrize(
    "text",
    [
        '=HYPERLINK("http://evil.example","点")',
        "＝1+1",
        "+86 10",
        "-2+3",
        "@SUM(A1)",
        "\t=1",
        " =1",
        "\u3000=cmd|' /C calc'!A0",
        "\n=1",
    ],
)
def test_known_tricks_are_defused(text):
    assert safe(text) == f"'{text}"


@pytest.mark.parametrize("text", ["四平市", "50余场", "100%", "“十三五”", "a=b", ""])
def test_ordinary_text_stays_as_it_is(text):
    assert safe(text) == text


def test_numbers_stay_numbers_and_empty_cells_empty():
    frame = pl.DataFrame({"value": [-2.5, None], "city": ["甲", None]})
    assert read(write(frame)) == [["value", "city"], ["-2.5", "甲"], ["", ""]]


def test_no_rows_give_a_header():
    frame = pl.DataFrame(schema={"a": pl.String, "b": pl.Float64})
    assert read(write(frame)) == [["a", "b"]]
