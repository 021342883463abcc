"""Two made-up versions of the made-up data."""

from __future__ import annotations

from typing import Any

import duckdb

from tests.rows import insert
from tests.synthetic import ARTICLES, HOSTILE, mention_id

KEPT = ("adcode", "indicator", "surface", "value_low", "unit", "qualifier")
CHANGED: dict[str, Any] = {
    "source_id": ARTICLES[0].source_id,
    "adcode": "900100",
    "indicator": "job_fairs",
    "surface": HOSTILE,
    "value_low": 1.0,
    "unit": "event",
    "qualifier": "exact",
}
"""What the two made-up changes have in common."""

REMOVED = {
    **CHANGED,
    "change": "removed",
    "observation_id": "0" * 16,
    "fields": "",
    "value": 7.0,
    "position": 1,
}


def write(
    connection: duckdb.DuckDBPyConnection,
    articles: int,
    observations: int,
    version: str,
) -> None:
    """A first version, then this one: it changed one observation and dropped another."""
    counts = {"articles": articles, "observations": observations}
    first = {"number": 1, "data_version": "v0", "released": "2026-01-01"}
    second = {"number": 2, "data_version": version, "released": "2026-02-01"}
    insert(connection, "version", **first, **counts)
    insert(connection, "version", **second, **counts, added=0, removed=1, changed=1)
    insert(connection, "change", **_changed(), number=2)
    insert(connection, "change", **REMOVED, number=2)


def _changed() -> dict[str, Any]:
    before = {f"{name}_before": CHANGED[name] for name in KEPT}
    code = mention_id(ARTICLES[0], 0)
    values = {"value": 50.0, "value_before": 40.0, "fields": "value", "position": 0}
    return {
        **CHANGED,
        **before,
        **values,
        "change": "changed",
        "observation_id": code,
    }
