"""Numbers written in forms of their own come back with value, bounds and place."""

import re
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from etl.detect import find_quantities
from tests.live import ROOT
from tests.unit.numeral_forms import chinese, financial

DOC = (ROOT / "docs/extraction.md").read_text("utf-8")
TABLE = DOC.split("## Forms of numbers")[1].split("\n\n- ")[0]
NUMBER = r"-?[\d .]*\d|∞"
ROW = re.compile(
    rf"`(?P<text>[^`]+)` (?P<value>{NUMBER})(?: \((?P<low>{NUMBER})…(?P<high>{NUMBER})\))?"
    r"(?: (?P<unit>\w+))?(?=;| \|)"
)
DOCUMENTED = [match.groupdict() for match in ROW.finditer(TABLE)]
MARKS = ["至", "到", "-", "--", "—", "——", "–", "~", "～", "〜", "―"]


def only(text):
    found = [item for item in find_quantities(text) if item.value is not None]
    assert len(found) == 1, text
    return found[0]


@given(
    low=st.integers(min_value=3, max_value=60),
    width=st.integers(min_value=1, max_value=30),
    mark=st.sampled_from(MARKS),
    write=st.sampled_from([str, chinese]),
    unit=st.sampled_from(["名", "万元", "个小时", "%", "公里", "倍"]),
)
def test_every_mark_of_a_range(low, width, mark, write, unit):
    surface = f"{write(low)}{mark}{write(low + width)}{unit}"
    text = f"预算约束为{surface}，群众满意。"
    found = only(text)
    factor = 10_000 if unit == "万元" else 1
    assert text[found.start : found.end] == surface
    assert found.value == found.value_low == low * factor
    assert found.value_high == (low + width) * factor


@given(whole=st.integers(1, 999), rest=st.integers(100, 9999))
def test_digits_behind_a_myriad_add_to_it(whole, rest):
    surface = f"{whole}万{rest}元"
    text = f"全市发放{surface}，群众满意。"
    found = only(text)
    assert text[found.start : found.end] == surface
    assert found.value == whole * 10_000 + rest


@given(
    yuan=st.integers(2, 10**6),
    dimes=st.integers(1, 9),
    cents=st.integers(0, 9),
    write=st.sampled_from([str, chinese, financial]),
)
def test_coins_are_one_amount(yuan, dimes, cents, write):
    surface = f"{write(yuan)}元{write(dimes)}角" + (
        f"{write(cents)}分" if cents else ""
    )
    if write is financial and yuan < 11:
        surface = "壹拾" + surface
        yuan += 10
    text = f"应付{surface}。"
    found = only(text)
    assert text[found.start : found.end] == surface
    assert Decimal(str(found.value)) == yuan + Decimal(dimes * 10 + cents) / 100


@given(value=st.integers(1, 10**9), sign=st.sampled_from(["￥", "¥", "$", "US$", "€"]))
def test_the_sign_of_a_currency_belongs_to_its_amount(value, sign):
    text = f"收到{sign}{value:,}，已入账"
    found = only(text)
    assert text[found.start : found.end] == f"{sign}{value:,}"
    assert (found.value, found.kind) == (value, "money")


@given(
    share=st.integers(1, 99),
    base=st.integers(2, 99),
    write=st.sampled_from([str, chinese]),
)
def test_fractions(share, base, write):
    surface = f"{write(base)}分之{write(share)}"
    text = f"约合总量的{surface}。"
    found = only(text)
    assert found.value == pytest.approx(share / base)
    assert text[found.start : found.end] == surface


@pytest.mark.parametrize(
    ("text", "low", "high"),
    [
        ("3%～5%左右", 2.5, 5.5),
        ("近三到四成", 20, 40),
        ("约三五十人", 25, 55),
        ("不超过20至30人", 0, 30),
        ("约300余人", 250, 450),
        ("近300余人", 200, 400),
        ("300—500余人", 300, 600),
        ("负20多度", -30, -20),
        ("负八九度", -9, -8),
        ("气温-3~5℃", -3, 5),
        ("投入十七、八万元", 170_000, 180_000),
        ("百把人", 50, 150),
        ("3100+个", 3100, None),
    ],
)
def test_bounds_of_hedged_ranges(text, low, high):
    (found,) = find_quantities(text)
    assert (found.value_low, found.value_high) == (low, high)


def number(printed):
    return None if printed == "∞" else pytest.approx(float(printed.replace(" ", "")))


@pytest.mark.parametrize("row", DOCUMENTED, ids=lambda row: row["text"])
def test_the_table_of_forms_says_what_is_read(row):
    found = only(row["text"])
    low, high = row["low"] or row["value"], row["high"] or row["value"]
    assert found.value == number(row["value"])
    assert (found.value_low, found.value_high) == (number(low), number(high))
    assert found.unit == (row["unit"] or "")


def test_every_example_of_the_table_is_read_by_the_test():
    rows = [line for line in TABLE.splitlines() if line.startswith("| ")][2:]
    assert sum(line.count("; ") + 1 for line in rows) == len(DOCUMENTED)
