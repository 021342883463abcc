"""From the figures of today and the history, those of any earlier version come back."""

from __future__ import annotations

import hashlib
import tempfile
from collections import Counter
from collections.abc import Iterable, Mapping
from itertools import pairwise
from pathlib import Path
from typing import Any

import duckdb
import polars as pl
from hypothesis import example, given, settings
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
    return said(
        source,
        start,
        texts[source],
        indicator=draw(st.sampled_from(("fairs", "plaques"))),
        sentence=draw(st.sampled_from(("s", "t"))),
        value=value,
        value_high=draw(st.sampled_from((None, value))),
        period_kind=draw(st.sampled_from((None, "annual"))),
        period_end=draw(st.sampled_from((None, "2020"))),
        place=draw(st.sampled_from((None, "镇"))),
    )


def said(source: str, start: int, text: int = 0, **told: Any) -> dict:
    """An observation at a place of a text; the same but for its place and what is told."""
    row = {
        "source_id": source,
        "position": start,
        "start_offset": start,
        "end_offset": start + 1,
        "sentence": "s",
        "adcode": "900100",
        "indicator": "fairs",
        "value": 1.0,
        "value_high": None,
        "unit": "item",
        "qualifier": "exact",
        "period_kind": None,
        "period_start": None,
        "period_end": None,
        "place": None,
    } | told
    named = f"{source}{text}{start}{row['indicator']}".encode()
    code = hashlib.sha256(named).hexdigest()[:16]
    row |= {"observation_id": code, "mention_id": code}
    return row | {"surface": str(row["value"]), "value_low": row["value"]}


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


def figure(row: Mapping[str, Any], when: str = "") -> tuple:
    """What an article says; not its id, for a figure that only moved gets another."""
    return row["source_id"], *(row[f"{field}{when}"] for field in FIELDS)


def figures(rows: Iterable[Mapping[str, Any]]) -> Counter[tuple]:
    return Counter(figure(row) for row in rows)


def undone(now: Counter[tuple], changes: Rows) -> Counter[tuple]:
    """Take the changes of one version back; too much taken leaves less than none."""
    before = Counter(now)
    for row in changes:
        before[figure(row)] += 1 if row["change"] == "removed" else -1
        if row["change"] == "changed":
            before[figure(row, "_before")] += 1
    return before


def ids(rows: Rows) -> set[str]:
    return {row["observation_id"] for row in rows}


def told(row: Mapping[str, Any]) -> set[str]:
    return {field for field in FIELDS if row[field] != row[f"{field}_before"]}


MOVED = [({"a": 0, "b": 0}, [said("b", start)]) for start in (0, 1, 2)]
"""The same figure at another place each time: other ids, and nothing changed."""


@settings(max_examples=25)
@given(st.lists(states(), min_size=2, max_size=3))
@example(MOVED)
@example([*MOVED[:2], MOVED[0]])
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
    pairs = pairwise(different)
    for version, ((_, rows), (_, later)) in zip(
        kept[:0:-1], [*pairs][::-1], strict=True
    ):
        changes = [row for row in log if row["number"] == version["number"]]
        now = undone(now, changes)
        assert now == figures(rows)
        counts = [version[kind] for kind in ("added", "removed", "changed")]
        kinds = [row["change"] for row in changes]
        assert counts == [kinds.count(k) for k in ("added", "removed", "changed")]
        for row in changes:
            named(row, ids(rows), ids(later))


def named(row: Mapping[str, Any], before: set[str], after: set[str]) -> None:
    """Check the ids of a change, and the fields that it says differ."""
    if row["change"] == "changed":
        assert set(row["fields"].split(";")) == told(row) != set()
    assert (row["observation_id"] in after) == (row["change"] != "removed")
    known = (row["former_id"] or row["observation_id"]) in before
    assert known == (row["change"] != "added")
