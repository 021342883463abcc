"""Small made-up databases for the tests of the comparison: figures in, tables out."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from itertools import groupby
from typing import Any

import duckdb

from etl import paths
from etl.load import derive
from etl.rates import Bounds
from etl.schema import PeriodKind
from tests.comparison.derived import derived
from tests.comparison.world import INDICATORS, bases, fill, population
from tests.rows import insert
from tests.synthetic_store import write_gate


@dataclass(frozen=True, slots=True)
class Figure:
    """One number of one article; exact and of the year 2020 unless said otherwise.

    `high` is None for the value itself; `open_ended` leaves it without an upper bound.
    """

    adcode: str = "910100"
    value: float = 10
    low: float | None = None
    high: float | None = None
    open_ended: bool = False
    indicator: str = "fairs"
    kind: PeriodKind | None = "annual"
    start: str | None = "2020"
    end: str | None = "2020"
    text: str | None = None
    place: str | None = None
    source: str = "a"
    published: str | None = "2021"
    surface: str = "10场"
    before: str = "。"
    """The words before the number; a 。 in them begins a new sentence."""

    @property
    def bounds(self) -> Bounds:
        """The figure with its bounds."""
        low = self.value if self.low is None else self.low
        high = self.value if self.high is None else self.high
        return Bounds(low, self.value, None if self.open_ended else high)

    @property
    def source_id(self) -> str:
        """The article: one a place and letter."""
        return f"{self.adcode}-{self.source}"


def total(adcode: str = "910100", value: float = 40, **given: Any) -> Figure:
    """A running total over the four years 2017 to 2020."""
    told = {"kind": "cumulative", "start": "2017", "end": "2020", **given}
    return Figure(adcode, value, **told)


def database(*figures: Figure) -> duckdb.DuckDBPyConnection:
    """A database in memory with these figures, and the comparison made from them."""
    connection = duckdb.connect()
    connection.execute((paths.SQL / "curated.sql").read_text(encoding="utf-8"))
    write_gate(connection)
    fill(connection)
    ordered = sorted(figures, key=lambda figure: figure.source_id)
    for _, told in groupby(ordered, key=lambda figure: figure.source_id):
        _article(connection, list(told))
    derive(connection)
    return connection


def ask(connection: duckdb.DuckDBPyConnection, sql: str, **bound: Any) -> list[Any]:
    """The rows of a query; of one column, its values."""
    rows = connection.execute(sql, bound or None).fetchall()
    return [row[0] for row in rows] if rows and len(rows[0]) == 1 else rows


def pair(
    a: Figure,
    b: Figure,
    *,
    basis: str = "reported",
    before: tuple[Figure, ...] = (),
    behind: tuple[Figure, ...] = (),
) -> list[tuple[str, list[str]]]:
    """Tier and reasons of two figures on a basis, with others before and behind them."""
    connection = database(*before, a, b, *behind)
    return connection.execute(
        "select tier, reasons from pairing"
        " where basis = $basis and a_fact = $a and b_fact = $b",
        {"basis": basis, "a": _code(a, before), "b": _code(b, before)},
    ).fetchall()


def _code(figure: Figure, before: tuple[Figure, ...]) -> str:
    """The id of a figure that stands behind others."""
    position = sum(other.source_id == figure.source_id for other in before)
    return f"{figure.source_id}-{position}"


def at(figure: Figure, adcode: str, **changed: Any) -> Figure:
    """The same figure of another place."""
    return replace(figure, adcode=adcode, **changed)


def _article(connection: duckdb.DuckDBPyConnection, figures: list[Figure]) -> None:
    first = figures[0]
    text = "".join(figure.before + figure.surface for figure in figures)
    insert(
        connection,
        "source",
        source_id=first.source_id,
        adcode=first.adcode,
        published=first.published,
        file="made-up",
        sha256=first.source_id,
        characters=max(len(text), 1),
    )
    insert(connection, "source_text", source_id=first.source_id, text=text)
    for position, (start, figure) in enumerate(_placed(figures)):
        _observation(connection, figure, position, start, text)


def _placed(figures: Iterable[Figure]) -> Iterator[tuple[int, Figure]]:
    end = 0
    for figure in figures:
        start = end + len(figure.before)
        end = start + len(figure.surface)
        yield start, figure


def _shared(figure: Figure, position: int) -> dict[str, Any]:
    unit = INDICATORS[figure.indicator][0]
    return {
        "source_id": figure.source_id,
        "position": position,
        "value": figure.value,
        "value_low": figure.bounds.low,
        "value_high": figure.bounds.high,
        "unit": unit,
        "qualifier": "exact" if figure.bounds.low == figure.bounds.high else "at_least",
        "indicator": figure.indicator,
        "cues": "",
        "corrected": False,
    }


def _observation(
    connection: duckdb.DuckDBPyConnection,
    figure: Figure,
    position: int,
    start: int,
    text: str,
) -> None:
    shared = _shared(figure, position)
    code = f"{figure.source_id}-{position}"
    sentence = text.rfind("。", 0, start) + 1
    end = start + len(figure.surface)
    insert(
        connection,
        "mention",
        mention_id=code,
        start_offset=start,
        end_offset=end,
        surface=figure.surface,
        sentence=text[sentence:end],
        sentence_start=sentence,
        sentence_end=end,
        status="observation",
        margin=1.0,
        rivals="",
        **shared,
    )
    insert(
        connection,
        "observation",
        observation_id=code,
        adcode=figure.adcode,
        period_kind=figure.kind,
        period_text=figure.text,
        period_start=figure.start,
        period_end=figure.end,
        place=figure.place,
        **derived(figure, bases(figure.indicator), population(figure.adcode)),
        **shared,
    )
