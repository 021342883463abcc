"""Check what was extracted: each article against its file, the tables against rules.

The rules are SELECTs of failing rows in sql/checks. A failed check of severity `error`
stops the build; a `warning` is published with the data and printed in the report.
"""

from __future__ import annotations

import math
import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import chain
from pathlib import Path
from typing import Literal, cast

import duckdb

from etl import paths
from etl.detect import find_quantities
from etl.normalise import normalise
from etl.schema import Mention, Quantity

Severity = Literal["error", "warning"]
CHECKS = paths.SQL / "checks"
HEADER = re.compile(r"-- severity: (error|warning)\n-- rule: (.+)\n")
SHOWN = 20
"""Failing rows told per check; the others are counted."""


@dataclass(frozen=True, slots=True)
class Check:
    """One rule about the tables; `sql` selects source_id, surface, problem."""

    name: str
    severity: Severity
    rule: str
    sql: str


@dataclass(frozen=True, slots=True)
class Finding:
    """What a check found: how many rows fail, and the first of them as sentences."""

    check: Check
    failing: int
    sentences: tuple[str, ...]


def load_checks(folder: Path = CHECKS) -> list[Check]:
    """Return the checks of a folder by name; ValueError where one lacks its header."""
    return [_read_check(path) for path in sorted(folder.glob("*.sql"))]


def run_checks(connection: duckdb.DuckDBPyConnection) -> list[Finding]:
    """Run every check on the filled tables."""
    return [_run(connection, check) for check in load_checks()]


def record_problems(mentions: Iterable[Mention]) -> Iterator[str]:
    """Yield a sentence for each mention that no row of the tables can hold."""
    for mention in mentions:
        if (mention.indicator is None) == (mention.reason is None):
            yield _sentence(mention, "needs either an indicator or a reason")
        elif mention.indicator and (mention.value is None or mention.value_low is None):
            yield _sentence(mention, "has an indicator, but no value and lower bound")
        elif not _in_bounds(mention):
            yield _sentence(
                mention,
                f"has the value {mention.value} outside its bounds "
                f"{mention.value_low} to {mention.value_high}",
            )


def evidence_problems(text: str, mentions: Iterable[Mention]) -> Iterator[str]:
    """Yield a sentence for each mention that the article does not bear out.

    Args:
        text: The stored text, read from the file once more.
        mentions: As extracted, before corrections. All are looked up, those with an
            indicator are read again as well.
    """
    for mention in mentions:
        if text[mention.start : mention.end] != mention.surface:
            yield _sentence(mention, "is not what the file holds at its offsets")
        elif text[mention.sentence_start : mention.sentence_end] != mention.sentence:
            yield _sentence(mention, "has a sentence that the file does not hold")
        elif mention.indicator is not None and not _reads(mention):
            yield _sentence(mention, f"does not read as {mention.value}")


def _read_check(path: Path) -> Check:
    sql = path.read_text(encoding="utf-8")
    header = HEADER.match(sql)
    if header is None:
        raise ValueError(f"{path.name} does not begin with its severity and its rule")
    severity = cast("Severity", header[1])
    return Check(path.stem, severity, header[2], sql)


def _run(connection: duckdb.DuckDBPyConnection, check: Check) -> Finding:
    rows = connection.execute(check.sql).fetchall()
    rows.sort(key=lambda row: tuple(map(str, row)))
    told = [f"{source}: {surface!r} {problem}" for source, surface, problem in rows]
    return Finding(check, len(rows), tuple(told[:SHOWN]))


def _sentence(mention: Mention, problem: str) -> str:
    place = f"{mention.doc} [{mention.start}:{mention.end}]"
    return f"{place}: {mention.surface!r} {problem}."


def _in_bounds(mention: Mention) -> bool:
    low, value, high = mention.value_low, mention.value, mention.value_high
    known = [number for number in (low, value, high) if number is not None]
    return known == sorted(known) and all(map(math.isfinite, known))


def _reads(mention: Mention) -> bool:
    """Tell whether the surface gives the stored figure, else its place in the sentence.

    The surface alone is the harder proof. Spaces and line breaks inside it are the
    print's (10 / 6名), so it is also read without them.
    """
    surface = mention.surface
    alone = (
        number
        for words in (surface, "".join(surface.split()))
        for number in find_quantities(normalise(words).text)
    )
    return any(_agrees(mention, number) for number in chain(alone, _in_place(mention)))


def _in_place(mention: Mention) -> Iterator[Quantity]:
    """Yield what the sentence, read by itself, has at the place of the mention."""
    sentence = normalise(mention.sentence)
    start = mention.start - mention.sentence_start
    end = mention.end - mention.sentence_start
    for number in find_quantities(sentence.text):
        left, right = sentence.raw_span(number.start, number.end)
        if left < end and start < right:
            yield number


def _agrees(mention: Mention, number: Quantity) -> bool:
    stored = (mention.value, mention.value_low, mention.value_high)
    return stored == (number.value, number.value_low, number.value_high)
