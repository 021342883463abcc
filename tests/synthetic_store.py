"""Writes the made-up articles into a database of the curated tables."""

from __future__ import annotations

import hashlib
from functools import cache
from pathlib import Path
from typing import Any

import duckdb

from etl import paths
from etl.codebook import BASES, load_codebook
from etl.gate import gate_rows
from etl.load import derive
from tests import synthetic_history
from tests.rows import insert
from tests.synthetic import (
    ARTICLES,
    CITIES,
    INDICATORS,
    THEMES,
    Said,
    Written,
    mention_id,
)


def write(
    path: Path, articles: tuple[Written, ...] = ARTICLES, version: str = "v1"
) -> None:
    """Write a database with these articles; without any it has the codebook alone."""
    path.unlink(missing_ok=True)
    with duckdb.connect(str(path)) as connection:
        connection.execute((paths.SQL / "curated.sql").read_text(encoding="utf-8"))
        _codebook(connection)
        for article in articles:
            _article(connection, article)
        if articles:
            _run(connection, len(articles), version)
        write_gate(connection)
        derive(connection)


def write_bare(path: Path) -> None:
    """Write a database whose tables are all empty."""
    path.unlink(missing_ok=True)
    with duckdb.connect(str(path)) as connection:
        connection.execute((paths.SQL / "curated.sql").read_text(encoding="utf-8"))
        derive(connection)


def _codebook(connection: duckdb.DuckDBPyConnection) -> None:
    for adcode, name, short, level, parent in CITIES:
        insert(
            connection,
            "city",
            adcode=adcode,
            name=name,
            short_name=short,
            level=level,
            province="试验省",
            parent_adcode=parent,
            seat_lon=120.0,
            seat_lat=40.0,
            population=100_000,
            population_year=2020,
        )
    for position, (code, zh, en) in enumerate(THEMES):
        insert(connection, "theme", id=code, position=position, zh=zh, en=en)
    for position, (code, theme, unit, measure, zh, en) in enumerate(INDICATORS):
        insert(
            connection,
            "indicator",
            id=code,
            theme=theme,
            position=position,
            unit=unit,
            measure=measure,
            zh=zh,
            en=en,
            definition_zh=f"{zh}的定义",
            definition_en=f"definition of {en}",
            polarity=0,
            saturable=measure == "rate",
            bases=list(BASES[measure]),
            plausible_low=0,
            plausible_high=1e9,
        )


@cache
def _gate() -> dict[str, list[dict[str, object]]]:
    return gate_rows({indicator.id for indicator in load_codebook().indicators})


def write_gate(connection: duckdb.DuckDBPyConnection) -> None:
    """Write the rules of comparison that speak of the indicators in the database."""
    known = {
        row[0] for row in connection.execute("select id from indicator").fetchall()
    }
    for table, rows in _gate().items():
        for row in rows:
            named = {row.get(key) for key in ("indicator", "upper", "lower")} - {None}
            if named <= known:
                insert(connection, table, **row)


def _article(connection: duckdb.DuckDBPyConnection, article: Written) -> None:
    insert(
        connection,
        "source",
        source_id=article.source_id,
        adcode=article.adcode,
        title=article.title,
        published=article.published,
        published_basis="虚构" if article.published else None,
        file=f"{article.source_id}.txt",
        sha256=hashlib.sha256(article.text.encode()).hexdigest(),
        characters=len(article.text),
    )
    insert(connection, "source_text", source_id=article.source_id, text=article.text)
    found = 0
    for position, said in enumerate(article.said):
        found = article.text.index(said.surface, found)
        _mention(connection, article, position, said, found)
        found += len(said.surface)


def _measured(said: Said) -> dict[str, Any]:
    """What a mention and its observation have in common."""
    units = {code: unit for code, _, unit, *_ in INDICATORS}
    return {
        "value": said.value,
        "value_low": said.low,
        "value_high": said.high,
        "unit": units.get(said.indicator or "", "item"),
        "qualifier": said.qualifier,
        "indicator": said.indicator,
        "cues": "召开；招聘会",
        "corrected": False,
    }


def _mention(
    connection: duckdb.DuckDBPyConnection,
    article: Written,
    position: int,
    said: Said,
    start: int,
) -> None:
    code = mention_id(article, position)
    end = start + len(said.surface)
    first = article.text.rfind("。", 0, start) + 1
    last = article.text.find("。", end) + 1 or len(article.text)
    measured = _measured(said)
    insert(
        connection,
        "mention",
        mention_id=code,
        source_id=article.source_id,
        position=position,
        start_offset=start,
        end_offset=end,
        surface=said.surface,
        sentence=article.text[first:last],
        sentence_start=first,
        sentence_end=last,
        status="observation" if said.indicator else "excluded",
        reason=said.reason,
        margin=1.0,
        rivals="honour_plaques" if said.indicator == "job_fairs" else "",
        **measured,
    )
    if said.indicator:
        _observation(connection, article, position, said, measured)


def _observation(
    connection: duckdb.DuckDBPyConnection,
    article: Written,
    position: int,
    said: Said,
    measured: dict[str, Any],
) -> None:
    insert(
        connection,
        "observation",
        observation_id=mention_id(article, position),
        source_id=article.source_id,
        position=position,
        adcode=article.adcode,
        period_kind=said.kind,
        period_text=said.text,
        period_start=said.start,
        period_end=said.end,
        place=said.place,
        **measured,
    )


def _run(connection: duckdb.DuckDBPyConnection, articles: int, version: str) -> None:
    counts = connection.execute(
        "select count(*), count(*) filter (status = 'observation') from mention"
    ).fetchone()
    mentions, observations = counts or (0, 0)
    insert(
        connection,
        "etl_run",
        run_id="synthetic",
        code_version="test",
        inputs="[]",
        articles=articles,
        mentions=mentions,
        observations=observations,
        excluded="{}",
        newest="2024-05",
        data_version=version,
    )
    synthetic_history.write(connection, articles, observations, version)
