"""Whole sentences: every listed figure is found with its indicator, and no other is."""

from __future__ import annotations

from collections import Counter
from pathlib import Path

import pytest
import yaml

from etl.extract import extract_text

FILE = Path(__file__).with_name("passages.yaml")
PASSAGES = yaml.safe_load(FILE.read_text(encoding="utf-8"))


@pytest.mark.parametrize("passage", PASSAGES, ids=lambda passage: passage["text"][:24])
def test_passage(passage):
    mentions = extract_text(passage["text"])
    found = Counter((m.indicator, m.value) for m in mentions if m.indicator)
    assert found == Counter((name, float(value)) for name, value in passage["states"])
