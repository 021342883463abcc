"""The period of each listed figure of a whole sentence."""

from __future__ import annotations

from pathlib import Path

import pytest
import yaml

from etl.extract import extract_text

CASES = yaml.safe_load(Path(__file__).with_name("periods.yaml").read_text("utf-8"))


@pytest.mark.parametrize(
    ("text", "published", "expected"),
    [pytest.param(*case, id=case[0][:24]) for case in CASES],
)
def test_periods(text: str, published: str | None, expected: list):
    found = [m.period for m in extract_text(text, published) if m.indicator]
    assert [[p.kind, p.start, p.end] for p in found] == expected
