"""The rules of comparison as data: reasons, limits, ratios, what cannot be reported.

The files in rules/comparison become tables, so that the SQL of the gate, the screen and
the files say the same words.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator
from pathlib import Path
from typing import Annotated, Literal, TypeVar

import yaml
from pydantic import BaseModel, ConfigDict, Field

from etl import paths
from etl.definitions import check, parse, read_entries, scalar_items
from etl.errors import InputError
from etl.schema import Level

FOLDER = paths.RULES / "comparison"
Text = Annotated[str, Field(min_length=1)]
Code = Annotated[str, Field(pattern=r"^[a-z][a-z0-9_]*$")]
Row = dict[str, object]


class Rule(BaseModel):
    """What every entry of these files has: words in both languages, no other keys."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    zh: Text
    en: Text


class Reason(Rule):
    """One reason of the gate."""

    id: Code
    tier: Literal["B", "C", "D"]
    """B: like for like after a conversion; C: indicative, never ranked; D: not at all."""
    about: Literal["figure", "pair", "rank"]
    """Whether one figure has it by itself, two figures have it, or a whole comparison."""


class Limit(Rule):
    """One threshold of the gate."""

    id: Code
    value: Annotated[float, Field(gt=0)]


class Ratio(Rule):
    """Two indicators whose figures are divided where they belong together."""

    id: Code
    upper: Code
    lower: Code


class NotApplicable(Rule):
    """An indicator that places of one level do not report, and why."""

    indicator: Code
    level: Level


Model = TypeVar("Model", bound=Rule)
FILES: tuple[tuple[str, str, type[Rule]], ...] = (
    ("gate_reason", "reasons", Reason),
    ("gate_limit", "limits", Limit),
    ("ratio_definition", "ratios", Ratio),
    ("not_applicable", "not_applicable", NotApplicable),
)
"""Table, file and its key, and the model of an entry."""


def gate_rows(
    indicators: Collection[str], folder: Path = FOLDER
) -> dict[str, list[Row]]:
    """Return the rows of the tables of the gate, by table.

    Args:
        indicators: The ids that rules may name.
        folder: Where the files are.

    Raises:
        InputError: With every problem of every file.
    """
    tables: dict[str, list[Row]] = {}
    problems: list[str] = []
    for table, key, model in FILES:
        found, wrong = _read(folder / f"{key}.yaml", key, model)
        tables[table] = [
            {"position": position, **entry.model_dump()}
            for position, entry in enumerate(found, 1)
        ]
        problems += [*wrong, *_unknown(f"{key}.yaml", tables[table], indicators)]
    if problems:
        raise InputError(*problems)
    return tables


def _read(path: Path, key: str, model: type[Model]) -> tuple[list[Model], list[str]]:
    if _declares_nothing(path, key):
        return [], []
    found: list[Model] = []
    problems: list[str] = []
    for entry in read_entries(path, key):
        checked = check(model, entry, f"an entry of {key}")
        if isinstance(checked, list):
            problems += checked
        else:
            found.append(checked)
    return found, problems + _repeated(path.name, found)


def _declares_nothing(path: Path, key: str) -> bool:
    """Tell whether the list is written as an empty one, which is an answer as well."""
    node = dict(scalar_items(parse(path))).get(key)
    return isinstance(node, yaml.SequenceNode) and not node.value


def _repeated(name: str, found: list[Model]) -> list[str]:
    ids = [
        str(entry.id) for entry in found if isinstance(entry, Reason | Limit | Ratio)
    ]
    return [
        f"{name}: the id {code!r} stands twice; rename one of them."
        for code in sorted({code for code in ids if ids.count(code) > 1})
    ]


def _unknown(name: str, rows: list[Row], indicators: Collection[str]) -> Iterator[str]:
    for row in rows:
        for field in ("indicator", "upper", "lower"):
            code = row.get(field)
            if code is not None and code not in indicators:
                yield (
                    f"{name}: {field} {code!r} is no indicator of the codebook; "
                    "correct the name."
                )
