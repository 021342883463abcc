"""From the figures of today and the history, those of any earlier version come back."""

from __future__ import annotations

import hashlib
import tempfile
from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import Any

import duckdb
import polars as pl
from hypothesis import given, settings
from hypothesis import strategies as st

from etl import paths
from etl.history import Release, record
from etl.load import HISTORY

FIELDS = (
    *("adcode", "indicator", "surface", "value", "value_low", "value_high", "unit"),
    *("qualifier", "period_kind", "period_start", "period_end", "place"),
)
OBSERVED = {
    "observation_id": pl.String,
    "source_id": pl.String,
    "position": pl.Int32,
    **dict.fromkeys(FIELDS, pl.String),
    **dict.fromkeys(("value", "value_low", "value_high"), pl.Float64),
}
MENTIONED = {
    **dict.fromkeys(("mention_id", "surface", "sentence"), pl.String),
    **dict.fromkeys(("start_offset", "end_offset"), pl.Int32),
}
ALL = {**OBSERVED, **MENTIONED}
SOURCES = ("a", "b")
Rows = list[dict[str, Any]]


@st.composite
def states(draw: st.DrawFn) -> tuple[Mapping[str, int], Rows]:
    """Texts of the articles, and observations in them, one at a place."""
    texts = {source: draw(st.integers(0, 1)) for source in SOURCES}
    places = st.tuples(st.sampled_from(SOURCES), st.integers(0, 4))
    found = draw(st.lists(places, unique=True, max_size=7))
    return texts, [_row(draw, texts, *place) for place in sorted(found)]


def _row(draw: st.DrawFn, texts: Mapping[str, int], source: str, start: int) -> dict:
    value = float(draw(st.integers(1, 3)))
    indicator = draw(st.sampled_from(("fairs", "plaques")))
    code = hashlib.sha256(f"{source}{texts[source]}{start}{indicator}".encode())
    return {
        "observation_id": code.hexdigest()[:16],
        "mention_id": code.hexdigest()[:16],
        "source_id": source,
        "position": start,
        "start_offset": start,
        "end_offset": start + 1,
        "sentence": draw(st.sampled_from(("s", "t"))),
        "adcode": "900100",
        "indicator": indicator,
        "surface": str(value),
        "value": value,
        "value_low": value,
        "value_high": draw(st.sampled_from((None, value))),
        "unit": "item",
        "qualifier": "exact",
        "period_kind": draw(st.sampled_from((None, "annual"))),
        "period_start": None,
        "period_end": draw(st.sampled_from((None, "2020"))),
        "place": draw(st.sampled_from((None, "镇"))),
    }


def released(folder: Path, texts: Mapping[str, int], rows: Rows) -> None:
    """Record a state over the one published in the folder, and publish it there."""
    listed = [{"source_id": s, "sha256": f"{s}{n}"} for s, n in texts.items()]
    frame = pl.DataFrame(rows, schema=ALL)
    tables = {
        "source": pl.DataFrame(listed),
        "mention": frame.select(*MENTIONED),
        "observation": frame.select(*OBSERVED),
    }
    version = hashlib.sha256(repr((texts, rows)).encode()).hexdigest()[:8]
    with duckdb.connect() as connection:
        connection.execute((paths.SQL / "curated.sql").read_text("utf-8"))
        for name in ("correction", "observation", "mention", "source_text", "source"):
            connection.execute(f"drop table {name}")
        for name, held in tables.items():
            connection.register(name, held)
        record(connection, folder, Release(version, "2026-01-01", 2, len(rows)))
        for name in HISTORY:
            tables[name] = pl.DataFrame(connection.table(name).to_arrow_table())
    for name, held in tables.items():
        held.write_parquet(folder / f"{name}.parquet")


def figures(rows: Iterable[Mapping[str, Any]]) -> dict[str, tuple]:
    return {row["observation_id"]: tuple(row[f] for f in FIELDS) for row in rows}


def undone(now: dict[str, tuple], changes: Rows) -> dict[str, tuple]:
    """Take the changes of one version back."""
    before = dict(now)
    for row in changes:
        if row["change"] != "removed":
            del before[row["observation_id"]]
    for row in changes:
        if row["change"] == "removed":
            before |= figures([row])
        if row["change"] == "changed":
            code = row["former_id"] or row["observation_id"]
            before[code] = tuple(row[f"{field}_before"] for field in FIELDS)
    return before


def told(row: Mapping[str, Any]) -> set[str]:
    return {field for field in FIELDS if row[field] != row[f"{field}_before"]}


@settings(max_examples=25)
@given(st.lists(states(), min_size=2, max_size=3))
def test_the_history_leads_back_to_each_version(versions):
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        for texts, rows in versions:
            released(folder, texts, rows)
        log = pl.read_parquet(folder / "change.parquet").to_dicts()
        kept = pl.read_parquet(folder / "version.parquet").to_dicts()
    different = [v for n, v in enumerate(versions) if n == 0 or v != versions[n - 1]]
    assert [version["number"] for version in kept] == [*range(1, len(different) + 1)]
    now = figures(different[-1][1])
    for version, (_, rows) in zip(kept[:0:-1], different[-2::-1], strict=True):
        changes = [row for row in log if row["number"] == version["number"]]
        now = undone(now, changes)
        assert now == figures(rows)
        counts = [version[kind] for kind in ("added", "removed", "changed")]
        kinds = [row["change"] for row in changes]
        assert counts == [kinds.count(k) for k in ("added", "removed", "changed")]
        for row in changes:
            if row["change"] == "changed":
                assert set(row["fields"].split(";")) == told(row) != set()
