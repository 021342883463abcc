"""Numerals to values, against spellings that are written out here."""

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from etl.detect.numerals import LONGEST, LONGEST_RUN, parse
from tests.unit.numeral_forms import chinese, financial


@pytest.mark.parametrize(
    ("numeral", "value", "step"),
    [
        ("300", 300, 100),
        ("1,420", 1420, 10),
        ("12，000", 12000, 1000),
        ("3.18万", 31800, 100),
        ("十", 10, 10),
        ("十五", 15, 1),
        ("百", 100, 100),
        ("一百二", 120, 10),
        ("三万五", 35000, 1000),
        ("一百零五", 105, 1),
        ("一万零三百", 10300, 100),
        ("一点五亿", 150_000_000, 10_000_000),
        ("一百一十点五", Decimal("110.5"), Decimal("0.1")),
        ("1亿5千万", 150_000_000, 10_000_000),
        ("三千万亿", 3 * 10**15, 10**15),
        ("1.5千万", 15_000_000, 1_000_000),
        ("二〇二一", 2021, 1),
        ("廿五", 25, 1),
        ("卅", 30, 10),
        ("拾萬零五十六", 100_056, 1),
        ("0", 0, 1),
        ("零", 0, 1),
    ],
)
def test_value_and_last_stated_place(numeral, value, step):
    number = parse(numeral)
    assert number is not None
    assert (number.value, number.step) == (value, step)


@pytest.mark.parametrize(
    ("numeral", "low", "high"),
    [("七八", 7, 8), ("三五", 3, 5), ("十七八", 17, 18), ("五六百", 500, 600)],
)
def test_two_digits_side_by_side_are_a_range(numeral, low, high):
    number = parse(numeral)
    assert number is not None
    assert (number.value, number.upper) == (low, high)


@pytest.mark.parametrize(
    "numeral", ["", "人", "3名", "9" * (LONGEST_RUN + 1), "一万" * LONGEST]
)
def test_no_numeral(numeral):
    assert parse(numeral) is None


@given(st.integers(min_value=0, max_value=10**16 - 1))
def test_every_spelling_gives_the_value(value):
    for numeral in (str(value), f"{value:,}", chinese(value), financial(value)):
        number = parse(numeral)
        assert number is not None
        assert number.value == value, numeral


@given(
    st.text(alphabet="0123456789,.〇零一二三两五九十百千万亿点廿壹拾佰萬", max_size=30)
)
def test_any_mixture_of_signs_is_read_or_refused(numeral):
    number = parse(numeral)
    assert number is None or number.step > 0
