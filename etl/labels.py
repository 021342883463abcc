"""Labelled mentions: JSON lines written by hand, one file a document."""

from __future__ import annotations

from pathlib import Path

from pydantic import BaseModel, ConfigDict, ValidationError

from etl.errors import InputError
from etl.schema import Mention


class Line(BaseModel):
    """What is compared of a label, and of an extracted mention; other keys are ignored."""

    model_config = ConfigDict(frozen=True, extra="ignore")

    start: int
    end: int
    value: float | None
    indicator: str | None
    unit: str | None = None
    qualifier: str | None = None
    period_kind: str | None = None
    period_start: str | None = None
    period_end: str | None = None
    surface: str = ""
    context: str = ""
    """Words around a label that stand once in its document; empty for a mention."""
    why_null: str | None = None


def load_labels(path: Path) -> list[Line]:
    """Return the labels of one document.

    Raises:
        InputError: With every line that is no label, by its number.
    """
    problems: list[str] = []
    labels: list[Line] = []
    try:
        lines = path.read_text(encoding="utf-8").splitlines()
    except UnicodeDecodeError as error:
        raise InputError(f"{path.name} is not readable as UTF-8: {error}.") from None
    for number, line in enumerate(lines, start=1):
        try:
            labels += [Line.model_validate_json(line)] if line.strip() else []
        except ValidationError as error:
            what = "; ".join(
                " ".join([*map(str, problem["loc"]), problem["msg"]])
                for problem in error.errors()
            )
            problems.append(f"{path.name}, line {number}: not a label ({what}).")
    if problems:
        raise InputError(*problems)
    return labels


def as_line(mention: Mention) -> Line:
    """Return a mention as it is compared with labels."""
    return Line(
        start=mention.start,
        end=mention.end,
        value=mention.value,
        indicator=mention.indicator,
        unit=mention.unit,
        qualifier=mention.qualifier,
        period_kind=mention.period.kind,
        period_start=mention.period.start,
        period_end=mention.period.end,
        surface=mention.surface,
    )
