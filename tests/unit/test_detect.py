"""The number grammar, example by example, and how far each bound reaches."""

from pathlib import Path

import pytest
import yaml

from etl.detect import find_quantities

RULES = yaml.safe_load(
    (Path(__file__).parent / "detect_examples.yaml").read_text(encoding="utf-8")
)
SPANS = RULES.pop("spans")
EXAMPLES = [
    pytest.param(text, found, id=f"{rule}: {text}")
    for rule, texts in RULES.items()
    for text, found in texts.items()
]


def figures(text):
    return [
        [text[found.start : found.end], found.value, found.qualifier, found.unit]
        for found in find_quantities(text)
        if found.value is not None
    ]


@pytest.mark.parametrize(("text", "found"), EXAMPLES)
def test_figures(text, found):
    assert figures(text) == found


@pytest.mark.parametrize(("text", "surfaces"), SPANS.items(), ids=str)
def test_dates_and_codes_are_spans_without_a_value(text, surfaces):
    found = find_quantities(text)
    assert [text[item.start : item.end] for item in found] == surfaces
    assert {item.value for item in found} == {None}
    assert {item.kind for item in found} <= {"date", "other"}


@pytest.mark.parametrize(
    ("text", "low", "high"),
    [
        ("300名", 300, 300),
        ("300余名", 300, 400),
        ("1100多个", 1100, 1200),
        ("三百二十余人", 320, 330),
        ("5亿余元", 5e8, 6e8),
        ("3.18余万块", 31800, 31900),
        ("十几家", 10, 20),
        ("二十几万元", 2e5, 3e5),
        ("三年多", 3, 4),
        ("近16万元", 150_000, 160_000),
        ("将近800元", 700, 800),
        ("超过3000人", 3000, None),
        ("10%以上", 10, None),
        ("上万人", 10_000, None),
        ("至少具有两种", 2, None),
        ("最高可达2万元", 0, 20_000),
        ("数百名", 100, 1000),
        ("几十万元", 100_000, 1_000_000),
        ("不到300人", 0, 300),
        ("不超过30万元", 0, 300_000),
        ("30人以下", 0, 30),
        ("约180万元", 1_750_000, 1_850_000),
        ("325人次左右", 324.5, 325.5),
        ("四十来个", 35, 45),
        ("20至30名", 20, 30),
        ("30—50万元", 300_000, 500_000),
        ("七八十人", 70, 80),
        ("百分之九十余", 90, 100),
    ],
)
def test_bounds(text, low, high):
    (found,) = find_quantities(text)
    assert (found.value_low, found.value_high) == (low, high)


@pytest.mark.parametrize(
    ("text", "kind", "classifier"),
    [
        ("300名", "count", "名"),
        ("2万元", "money", "元"),
        ("5公里", "measure", "公里"),
        ("98%", "percent", "%"),
        ("20分", "points", "分"),
        ("第九次", "ordinal", "次"),
        ("六连冠", "run", "连冠"),
        ("三个小时", "duration", "个小时"),
        ("29岁", "age", "岁"),
        ("93周年", "anniversary", "周年"),
        ("三分之二", "other", ""),
        ("2021年", "date", ""),
    ],
)
def test_kinds_and_classifiers(text, kind, classifier):
    (found,) = find_quantities(text)
    assert (found.kind, found.classifier) == (kind, classifier)
