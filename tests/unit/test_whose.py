"""Whose a figure is: the report's own place, a part of it, or another."""

from __future__ import annotations

from pathlib import Path

import pytest
import yaml

from etl.extract import extract_text
from etl.locate import home_of
from etl.schema import Mention

SKIPPED = ("date",)


def cases() -> list:
    """Return home, text and what is expected of each number."""
    path = Path(__file__).with_name("whose.yaml")
    groups = yaml.safe_load(path.read_text(encoding="utf-8"))
    return [
        pytest.param(group["home"], text, expected, id=text[:24])
        for group in groups
        for text, expected in group["cases"]
    ]


def whose(mention: Mention) -> str:
    """Return the name of a figure's place, own or elsewhere."""
    if mention.reason == "elsewhere":
        return "elsewhere"
    return mention.place or "own"


@pytest.mark.parametrize(("home", "text", "expected"), cases())
def test_whose(home: str | None, text: str, expected: list[str]):
    found = extract_text(text, published="2024-01-15", adcode=home)
    assert [whose(m) for m in found if m.reason not in SKIPPED] == expected


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("四平：双拥路上写新篇\n全市投入资金300万元。", "四平市"),
        ("本报讯 盐城市投入资金。东台市投入。", "盐城市"),
        ("敖汉旗：双拥路上写新篇\n全旗投入资金300万元。", "敖汉旗"),
        ("江苏双拥\n我省重视。全省投入资金300万元。徐州市投入20万元。", "江苏省"),
        ("沂蒙晚报讯 临沂市委重视。", "临沂市"),
    ],
)
def test_the_place_is_told_by_the_text(text: str, name: str):
    home = home_of(text)
    assert home.place is not None
    assert home.place.name == name


@pytest.mark.parametrize(
    "text",
    [
        "各方合作，新建服务站。全市投入资金300万元。",
        "赴北京、上海招商。",
        "军民团结，惠民利民。",
    ],
)
def test_a_place_is_not_guessed(text: str):
    assert home_of(text).place is None
