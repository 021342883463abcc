"""Reads one article that a visitor brings: the one place where the screen calls the pipeline.

Nothing is stored: text and numbers live as long as the answer.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence

import polars as pl

from dashboard import format as fmt
from dashboard import record
from dashboard.evidence import Cell, Row
from dashboard.i18n import Language, translate
from etl.extract import SUFFIXES, InputError, extract_text, text_of
from etl.schema import Mention

LONGEST = 60_000
"""Characters that are read at once: more than any article of the corpus, by far."""
MEGABYTES = 10
MOST_BYTES = MEGABYTES * 1_000_000
TYPES = [suffix.removeprefix(".") for suffix in SUFFIXES]
DATE = re.compile(r"(19|20)[0-9]{2}(-(0[1-9]|1[0-2])(-(0[1-9]|[12][0-9]|3[01]))?)?")
COLUMNS = (
    "table.reported",
    "table.indicator",
    "table.bounds",
    "table.period",
    "table.quote",
)


class UnreadableError(Exception):
    """What was brought cannot be read; the message says why and what to do."""


def brought(pasted: str, name: str, data: bytes, language: Language) -> str:
    """The text of what a visitor brought: a file, else what was pasted; empty for nothing.

    Raises:
        UnreadableError: the file is no article, or there is too much of it.
    """
    text = pasted
    if name:
        if len(data) > MOST_BYTES:
            raise UnreadableError(translate(language, "read.too_large"))
        try:
            text = text_of(data, name)
        except InputError as error:
            why = translate(language, "read.unreadable", reason=str(error))
            raise UnreadableError(why) from error
    if len(text) > LONGEST:
        raise UnreadableError(translate(language, "read.too_long", most=LONGEST))
    return text if text.strip() else ""


def numbers(text: str, published: str, names: Mapping[str, Row]) -> list[Row]:
    """Every number of a text as the evidence page has them; `names` is the codebook."""
    found = extract_text(text, published or None)
    return [_row(place, mention, names) for place, mention in enumerate(found, 1)]


def _row(place: int, mention: Mention, names: Mapping[str, Row]) -> Row:
    known = names.get(mention.indicator or "", {})
    return {
        "mention_id": str(place),
        "start_offset": mention.start,
        "end_offset": mention.end,
        "surface": mention.surface,
        "value": mention.value,
        "value_low": mention.value_low,
        "value_high": mention.value_high,
        "unit": mention.unit,
        "qualifier": mention.qualifier,
        "indicator": mention.indicator,
        "theme": known.get("theme"),
        "zh": known.get("zh", mention.indicator),
        "en": known.get("en", mention.indicator),
        "reason": mention.reason,
        "period_kind": mention.period.kind,
        "period_text": mention.period.text,
        "period_start": mention.period.start,
        "period_end": mention.period.end,
        "place": mention.place,
        "sentence": mention.sentence,
    }


def frame(rows: Sequence[Row]) -> pl.DataFrame:
    """The numbers as a file has them."""
    return pl.DataFrame(list(rows), infer_schema_length=None).drop("mention_id")


def table(
    rows: Sequence[Row], language: Language
) -> tuple[list[tuple[str, bool]], list[list[Cell]]]:
    """Columns and rows of the numbers that count for an indicator."""
    columns = [(translate(language, key), False) for key in COLUMNS]
    return columns, [_cells(row, language) for row in rows if row["indicator"]]


def _cells(row: Row, language: Language) -> list[Cell]:
    spread = fmt.bounds(row["value_low"], row["value_high"], language)
    return [
        Cell(fmt.as_reported(row["surface"])),
        Cell(record.title(row, language)),
        Cell(f"{spread} {fmt.unit(row['unit'], language)}"),
        Cell(fmt.period(fmt.Stretch.of(row), language)),
        Cell(" ".join(row["sentence"].split())),
    ]


def summary(rows: Sequence[Row], language: Language) -> str:
    """How many numbers, and how many of them count."""
    counted = sum(row["indicator"] is not None for row in rows)
    return translate(
        language,
        "read.summary",
        numbers=len(rows),
        counted=counted,
        excluded=len(rows) - counted,
    )


def left_out(rows: Sequence[Row], language: Language) -> list[str]:
    """One line a reason: the numbers that count for nothing."""
    comma = translate(language, "compare.comma")
    return [
        translate(
            language,
            "read.group",
            reason=group["reason"],
            numbers=comma.join(words for _, words in group["numbers"]),
        )
        for group in record.ledger(rows, language)
    ]
