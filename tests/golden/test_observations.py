"""The committed observations are those of a fresh build: their diff is what is reviewed."""

from __future__ import annotations

import csv
import shutil
from collections.abc import Iterator
from pathlib import Path

from etl.inputs import read_inputs
from etl.paths import CURATED, RAW
from etl.read import read_article

NAME = "observations.csv"
SHOWN = 20


def rows(path: Path) -> dict[str, str]:
    """Return the rows by id, each as the words that a reviewer needs."""
    with path.open(encoding="utf-8-sig", newline="") as file:
        return {row["observation_id"]: str(row) for row in csv.DictReader(file)}


def changes(committed: dict[str, str], fresh: dict[str, str]) -> Iterator[str]:
    """Yield what a review would see, row by row."""
    for key in committed.keys() | fresh.keys():
        if committed.get(key) != fresh.get(key):
            yield f"- {committed.get(key)}\n+ {fresh.get(key)}"


def test_the_committed_observations_match_a_fresh_build(curated, rewrite_golden):
    if rewrite_golden:
        shutil.copyfile(curated / NAME, CURATED / NAME)
    told = sorted(changes(rows(CURATED / NAME), rows(curated / NAME)))
    assert told[:SHOWN] == [], f"{len(told)} rows differ: run `make golden`, review"
    assert (CURATED / NAME).read_bytes() == (curated / NAME).read_bytes()


def test_every_observation_stands_in_its_article(curated):
    sources = read_inputs(RAW).sources
    texts = {source.source_id: read_article(RAW, source).text for source in sources}
    with (curated / NAME).open(encoding="utf-8-sig", newline="") as file:
        for row in csv.DictReader(file):
            text = texts[row["source_id"]]
            start, end = int(row["start_offset"]), int(row["end_offset"])
            assert text[start:end] == row["surface"]
            assert row["sentence"].removeprefix("'") in text
