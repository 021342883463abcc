"""What holds of the number grammar on any text, and on any number in any form."""

import time

import pytest
from hypothesis import assume, example, given, settings
from hypothesis import strategies as st

from etl.detect import find_quantities
from etl.detect.folding import fold
from tests.unit.numeral_forms import chinese, financial, full_width

WHOLE = st.integers(min_value=3, max_value=10**10)  # eleven digits may be a phone
FORMS = {
    "arabic": str,
    "separated": lambda value: f"{value:,}",
    "full width": lambda value: full_width(str(value)),
    "full width, separated": lambda value: full_width(f"{value:,}"),
    "chinese": chinese,
    "financial": financial,
}
UNITS = ["名", "户", "元", "亩", "人次", "场次", "毫升", "个"]
BEFORE = ["", "约", "近", "将近", "超过", "逾", "不少于", "不超过", "最高", "不到"]
AFTER = ["", "左右", "以上", "以下", "以内"]
SIGNS = (
    "0123456789,.，．%％/-—~至到（）()、。 \n\t　"
    "〇零一二两三四五六七八九十百千万亿廿卅壹拾佰仟萬億点又分之半"
    "余多来几数上近约超过不第个名元年月日次成折旬岁周天小时连冠八“”"
)


def only(text):
    found = [item for item in find_quantities(text) if item.value is not None]
    assert len(found) == 1, text
    return found[0]


@given(value=WHOLE, form=st.sampled_from(sorted(FORMS)), unit=st.sampled_from(UNITS))
@example(value=10**12, form="chinese", unit="元")
def test_a_number_in_any_form_comes_back_at_its_place(value, form, unit):
    assume(form != "financial" or len(financial(value)) > 1)
    surface = FORMS[form](value) + unit
    text = f"全市发放{surface}，群众满意。"
    found = only(text)
    assert text[found.start : found.end] == surface
    assert found.value == found.value_low == found.value_high == value


@given(
    value=st.integers(min_value=20, max_value=10**6),
    form=st.sampled_from(sorted(FORMS)),
    scale=st.sampled_from([("", 1), ("万", 10**4), ("亿", 10**8)]),
    before=st.sampled_from(BEFORE),
    after=st.sampled_from(AFTER),
)
def test_hedges_belong_to_the_surface_and_bounds_hold_the_value(
    value, form, scale, before, after
):
    word, factor = scale if form not in ("chinese", "financial") else ("", 1)
    surface = f"{before}{FORMS[form](value)}{word}元{after}"
    text = f"全市发放{surface}，群众满意。"
    found = only(text)
    assert text[found.start : found.end] == surface
    assert found.value == value * factor
    assert found.value_low <= found.value
    assert found.value_high is None or found.value <= found.value_high
    assert (found.qualifier == "exact") == (before == after == "")


@given(
    value=st.integers(min_value=2, max_value=10**6),
    more=st.sampled_from(["余", "多"]),
    scale=st.sampled_from([("", 1), ("万", 10**4), ("亿", 10**8)]),
    inside=st.booleans(),
)
def test_more_adds_less_than_one_unit_of_the_last_place(value, more, scale, inside):
    word, factor = scale
    surface = f"{value}{more}{word}元" if inside else f"{value}{word}{more}元"
    found = only(f"投入{surface}。")
    zeros = len(str(value)) - len(str(value).rstrip("0"))
    assert found.value == found.value_low == value * factor
    assert found.value_high == (value + 10**zeros) * factor


@given(
    value=st.integers(min_value=3, max_value=99_999),
    at=st.integers(min_value=0, max_value=6),
    gap=st.sampled_from([" ", "\n"]),
)
def test_the_print_may_break_a_quantity_anywhere(value, at, gap):
    surface = f"{value}余万元"
    at = 1 + at % (len(surface) - 1)
    broken = surface[:at] + gap + surface[at:]
    text = f"全市累计发放补助{broken}，群众满意。"
    found = only(text)
    assert (text[found.start : found.end], found.value) == (broken, value * 10**4)


@given(low=st.integers(min_value=3, max_value=99), width=st.integers(1, 99))
def test_a_range_is_one_quantity(low, width):
    for dash in ("至", "到", "—", "-", "~"):
        found = only(f"资助{low}{dash}{low + width}名学生")
        assert (found.value_low, found.value_high) == (low, low + width)


@settings(max_examples=300)
@given(st.text(alphabet=SIGNS, max_size=60))
def test_any_mixture_of_its_signs_gives_sound_spans(text):
    check_spans(text)


@settings(max_examples=100)
@given(st.text(max_size=200))
def test_any_text_gives_sound_spans(text):
    check_spans(text)


def check_spans(text):
    position = 0
    for found in find_quantities(text):
        assert position <= found.start < found.end <= len(text)
        position = found.end
        if found.value is not None:
            assert found.value_low is not None
            assert found.value_low <= found.value
            assert found.value_high is None or found.value_high >= found.value


@given(st.text(alphabet=SIGNS, max_size=60))
def test_folding_leads_back_and_folds_no_further(text):
    folded = fold(text)
    for offset, sign in enumerate(folded.text):
        start, end = folded.span(offset, offset + 1)
        assert end == start + 1
        assert fold(text[start]).text == sign
    assert fold(folded.text).text == folded.text


@pytest.mark.parametrize(
    "unit",
    [
        *["1", "一", "万", "1,", "1,111", "“一", "1 ", "1\n", "1至", "第", "每年一"],
        *["3:", ".1", "￥1", "三、", "1+", "个把", "一半", "1w", "1和", "三两", "1块5"],
    ],
)
def test_time_grows_linearly(unit):
    def seconds(length):
        text = (unit * (length // len(unit) + 1))[:length]
        start = time.process_time()
        find_quantities(text)
        return time.process_time() - start

    seconds(2_000)
    assert seconds(40_000) < 40 * max(seconds(4_000), 0.002)
