"""Whole sentences: every listed figure is found with its indicator, and no other is."""

from __future__ import annotations

from collections import Counter
from pathlib import Path

import pytest
import yaml

from etl.extract import extract_text

FILES = ("passages.yaml", "voices.yaml")


def cases() -> list:
    """Return the passages of both files; one with a known gap is expected to fail."""
    params = []
    for name in FILES:
        text = Path(__file__).with_name(name).read_text(encoding="utf-8")
        for passage in yaml.safe_load(text):
            gap = passage.get("known_gap")
            marks = [pytest.mark.xfail(reason=gap, strict=True)] if gap else []
            params.append(pytest.param(passage, marks=marks, id=passage["text"][:24]))
    return params


@pytest.mark.parametrize("passage", cases())
def test_passage(passage):
    mentions = extract_text(passage["text"])
    found = Counter((m.indicator, m.value) for m in mentions if m.indicator)
    assert found == Counter((name, float(value)) for name, value in passage["states"])


def test_known_gaps_are_few():
    passages = [case.values[0] for case in cases()]
    gaps = [passage for passage in passages if "known_gap" in passage]
    assert len(gaps) <= 0.15 * len(passages)
