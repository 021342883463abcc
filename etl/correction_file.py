"""The file of declared corrections, `corrections.yaml`: read and checked.

A correction names a number by a quote of its article, says what is extracted now
(`expect`) and what it should be (`value`), and why.
"""

from __future__ import annotations

import datetime
from collections import defaultdict
from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Annotated, Literal, Self, cast

import yaml
from pydantic import BaseModel, ConfigDict, Field, model_validator

from etl.definitions import Entry, check, parse, read_entries, scalar_items
from etl.errors import InputError
from etl.schema import PERIOD_KINDS, QUALIFIERS, REASONS
from etl.sources import is_date

KEY = "corrections"
Value = str | float | None
Text = Annotated[str, Field(min_length=1)]
FieldName = Literal[
    "indicator",
    "reason",
    "unit",
    "qualifier",
    "place",
    "value",
    "value_low",
    "value_high",
    "period_kind",
    "period_text",
    "period_start",
    "period_end",
]
NUMBERS = frozenset({"value", "value_low", "value_high"})
DATES = frozenset({"period_start", "period_end"})
NEVER_NULL = frozenset({"unit", "qualifier"})
CLOSED = {"reason": REASONS, "qualifier": QUALIFIERS, "period_kind": PERIOD_KINDS}


class Change(BaseModel):
    """One field of a mention: what is extracted now, and what holds."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    field: FieldName
    expect: Value
    """What extraction says today; the correction fails once it says anything else."""
    value: Value
    """What is published instead."""

    @model_validator(mode="before")
    @classmethod
    def dates_as_text(cls, values: object) -> object:
        """Turn the dates and years that YAML reads into text again."""
        if not isinstance(values, dict):
            return values
        given = cast("dict[str, object]", values)
        if given.get("field") not in DATES:
            return given
        return {key: _date_text(value) for key, value in given.items()}

    @model_validator(mode="after")
    def fits_its_field(self) -> Self:
        """Refuse a value that the field cannot hold."""
        problem = _misfit(self.field, self.value)
        if problem:
            raise ValueError(problem)
        return self


class Correction(BaseModel):
    """One entry of corrections.yaml: one number of one article."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    source: Text
    """The source_id of the article."""
    quote: Text
    """Words of the article, exactly as printed, that stand in it once."""
    surface: Text
    """The number within the quote, exactly as printed, where it stands once."""
    changes: Annotated[tuple[Change, ...], Field(min_length=1)]
    reason: Text
    """Why, in a sentence that a reader of the article can check."""
    status: Literal["misprint", "verdict"]
    """The article is wrong (misprint), or a general rule is, here (verdict)."""


@dataclass(frozen=True, slots=True)
class Declared:
    """A correction with the place it is declared at, for sentences about it."""

    where: str
    correction: Correction


Corrections = Mapping[str, Sequence[Declared]]
"""The declared corrections by source_id."""


def load_corrections(path: Path, indicators: Collection[str]) -> Corrections:
    """Return the declared corrections; the list may be empty.

    Raises:
        InputError: With every entry that is wrong, each with file, line and key; or the
            file is not there.
    """
    problems: list[str] = []
    found: defaultdict[str, list[Declared]] = defaultdict(list)
    for entry in _entries(path):
        named = str(entry.values.get("source", "without source"))
        checked = check(Correction, entry, named)
        if isinstance(checked, list):
            problems += checked
            continue
        problems += _unknown_indicators(entry, checked, indicators)
        found[checked.source].append(Declared(f"{entry.where()} ({named})", checked))
    if problems:
        raise InputError(*problems)
    return found


def _entries(path: Path) -> list[Entry]:
    """Return the entries of the file; other than in other files there may be none."""
    listed = dict(scalar_items(parse(path))).get(KEY)
    empty = isinstance(listed, yaml.SequenceNode) and not listed.value
    return [] if empty else read_entries(path, KEY)


def _date_text(value: object) -> object:
    if isinstance(value, datetime.date):
        return value.isoformat()
    return str(value) if isinstance(value, int) else value


def _misfit(field: str, value: Value) -> str | None:
    if value is None:
        return f"{field} cannot be null" if field in NEVER_NULL else None
    if isinstance(value, str) == (field in NUMBERS):
        return f"{value!r} does not fit {field}; write {_kind(field)}"
    if field in CLOSED and value not in CLOSED[field]:
        return f"{value!r} is no {field}; use one of {', '.join(CLOSED[field])}"
    if field in DATES and not is_date(str(value)):
        return f"{value!r} is no date; write YYYY, YYYY-MM or YYYY-MM-DD"
    return None


def _kind(field: str) -> str:
    return "a number" if field in NUMBERS else "text"


def _unknown_indicators(
    entry: Entry, correction: Correction, indicators: Collection[str]
) -> Iterator[str]:
    for change in correction.changes:
        if change.field == "indicator" and change.value not in {None, *indicators}:
            yield (
                f"{entry.where()} ({correction.source}): no codebook has the "
                f"indicator {change.value!r}; use an id of etl/rules/codebook."
            )
