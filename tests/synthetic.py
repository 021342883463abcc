"""A small made-up database for the tests of the dashboard.

The places do not exist (codes 90xxxx), and the articles say what a page has to stand:
bounds of every kind, parts of a place, silence, a place nobody read, hostile text.
"""

from __future__ import annotations

import hashlib
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import duckdb

from etl import paths

CITIES = (
    ("900100", "甲试市", "甲试", "prefecture", None),
    ("900101", "乙试县", "乙试", "county", "900100"),
    ("900200", "丙试市", "丙试", "prefecture", None),
    ("900300", "丁试市", "丁试", "prefecture", None),
)
THEMES = (("employment", "就业创业", "Employment"), ("honour", "荣誉褒扬", "Honours"))
INDICATORS = (
    ("job_fairs", "employment", "event", "count", "招聘会场次", "Job fairs held"),
    ("employment_rate", "employment", "percent", "rate", "就业率", "Employment rate"),
    ("honour_plaques", "honour", "item", "count", "光荣牌", "Honour plaques"),
    ("merit_notices", "honour", "item", "count", "立功喜报", "Merit notices"),
)
HOSTILE = (
    "<img src=x onerror=alert(1)><script>alert(2)</script> [点](javascript:alert(3))"
)
FORMULA = '=HYPERLINK("http://evil.example","点")'


@dataclass(frozen=True, slots=True)
class Said:
    """One number of a made-up article."""

    surface: str
    value: float
    indicator: str | None = None
    low: float | None = None
    high: float | None = None
    qualifier: str = "exact"
    kind: str | None = "cumulative"
    text: str | None = None
    start: str | None = None
    end: str | None = None
    place: str | None = None
    reason: str | None = None


@dataclass(frozen=True, slots=True)
class Written:
    """A made-up article; `text` holds each surface once, in order."""

    source_id: str
    adcode: str
    title: str | None
    published: str | None
    text: str
    said: tuple[Said, ...]


ARTICLES = (
    Written(
        "jiashi-2024",
        "900100",
        "甲试市双拥纪实",
        "2024-05",
        f"{HOSTILE}\n四年来召开招聘会50余\n场，悬挂光荣牌1.2万块。2019年起步。另有超过30场未计。",
        (
            Said("50余\n场", 50, "job_fairs", 50, 60, "at_least", text="四年来"),
            Said("1.2万块", 12000, "honour_plaques", 12000, 12000, kind="stock"),
            Said("2019年", 2019, reason="date"),
            Said("超过30场", 30, "job_fairs", 30, None, "at_least", kind=None),
        ),
    ),
    Written(
        "yishi-2023",
        "900101",
        None,
        None,
        "每年召开2次招聘会，就业率100%。柳树乡召开1次。计划送喜报9份。",
        (
            Said("2次", 2, "job_fairs", 2, 2, kind="annual", text="每年"),
            Said("100%", 100, "employment_rate", 100, 100, kind="standard"),
            Said("1次", 1, "job_fairs", 1, 1, place="柳树乡", start="2023", end="2023"),
            Said("9份", 9, reason="target"),
        ),
    ),
    Written(
        "bingshi-2022",
        "900200",
        FORMULA,
        "2022-03-12",
        "2018年以来召开招聘会42次，又召开招聘会42次。",
        (
            Said("42次", 42, "job_fairs", 42, 42, start="2018"),
            Said("42次", 42, "job_fairs", 42, 42, start="2018"),
        ),
    ),
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


def write_bare(path: Path) -> None:
    """Write a database whose tables are all empty."""
    path.unlink(missing_ok=True)
    with duckdb.connect(str(path)) as connection:
        connection.execute((paths.SQL / "curated.sql").read_text(encoding="utf-8"))


def mention_id(article: Written, position: int) -> str:
    """The id of the n-th number of an article."""
    return hashlib.sha256(f"{article.source_id}/{position}".encode()).hexdigest()[:16]


def insert(connection: duckdb.DuckDBPyConnection, table: str, **row: Any) -> None:
    """Insert one row, its columns by name."""
    names = ", ".join(row)
    marks = ", ".join("?" * len(row))
    connection.execute(
        f"insert into {table} ({names}) values ({marks})", [*row.values()]
    )


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
            plausible_low=0,
            plausible_high=1e9,
        )


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
    measured = {
        "value": said.value,
        "value_low": said.low,
        "value_high": said.high,
        "unit": next(
            (row[2] for row in INDICATORS if row[0] == said.indicator), "item"
        ),
        "qualifier": said.qualifier,
        "indicator": said.indicator,
        "cues": "召开；招聘会",
        "corrected": False,
    }
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
        insert(
            connection,
            "observation",
            observation_id=code,
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
