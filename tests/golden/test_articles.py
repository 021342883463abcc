"""Every number of the real articles, one line each, as a file that is read in review.

`make golden` writes the files anew; what changed in them is what a change of rules did.
"""

from __future__ import annotations

from pathlib import Path

import pytest

from etl import paths
from etl.extract import extract_text
from etl.inputs import read_inputs
from etl.read import read_article
from etl.schema import Mention

GOLDEN = Path(__file__).parent
SOURCES = read_inputs(paths.RAW).sources


def line(mention: Mention) -> str:
    """Return a mention as one line: place, words, verdict, bounds, period."""
    period = mention.period
    bounds = f"{mention.value_low}..{mention.value_high}"
    cells = [
        str(mention.start),
        "".join(mention.surface.split()),
        mention.indicator or f"({mention.reason})",
        f"{mention.value} {mention.unit} {mention.qualifier} {bounds}",
        f"{period.kind} {period.start}..{period.end} {period.text}",
        mention.place or "",
    ]
    return " | ".join(cells).rstrip(" |")


@pytest.mark.parametrize("source", SOURCES, ids=lambda source: source.source_id)
def test_every_number_of_an_article(source, rewrite_golden):
    text = read_article(paths.RAW, source).text
    found = extract_text(text, source.published, source.adcode)
    lines = "".join(f"{line(mention)}\n" for mention in found)
    golden = GOLDEN / f"{source.source_id}.txt"
    if rewrite_golden:
        golden.write_text(lines, "utf-8")
    assert lines == golden.read_text("utf-8"), "the numbers changed: see `make golden`"
