"""The places of the map as marks: size, kind, words and tip. Pure; no Streamlit.

A filled circle is an exact figure, a hollow one a bound or an approximation, a pale one
a figure whose period is not stated. A place without a
figure is a small ring: silence has a mark of its own and is no zero.
"""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any, Literal

from dashboard import format as fmt
from dashboard.evidence import Cell, Row
from dashboard.i18n import Language, translate

State = Literal["figure", "no_population", "barred", "other", "silent", "unread"]
Basis = Literal["reported", "per_year", "per_10k"]

SMALLEST, SILENT = 5.0, 4.0
"""Radii in pixels: the smallest figure drawn, a place without one."""
FULL, HALF = 13.5, 8.0
"""Widths in pixels of a Chinese and of a Latin character at the size of labels."""


@dataclass(frozen=True, slots=True)
class Telling:
    """How figures are told: basis, unit, language, and the city in focus."""

    basis: Basis
    unit: str
    sized: bool
    """False for rates and standards: their circles are all alike."""
    language: Language
    focus: str = ""
    largest: float = 24.0
    """Radius in pixels of the largest figure."""

    def t(self, key: str, **values: object) -> str:
        """The words for a key."""
        return translate(self.language, key, **values)


@dataclass(frozen=True, slots=True)
class Mark:
    """One place as it is drawn."""

    adcode: str
    lon: float
    lat: float
    state: State
    radius: float
    share: float
    """The value over the largest value on the map, 0 to 1."""
    exact: bool
    faded: bool
    focus: bool
    label: str
    tip: str
    mention_id: str

    @property
    def label_width(self) -> float:
        """About how wide the longest line of the label is, in pixels."""
        lines = self.label.split("\n")
        return max(sum(HALF if c.isascii() else FULL for c in line) for line in lines)


def marks(rows: Sequence[Row], telling: Telling) -> list[Mark]:
    """One mark a place, in the order of the rows: the largest first, silence last."""
    values = [row["value"] for row in rows if row["state"] == "figure"]
    largest = max(values, default=0) or 1
    return [_mark(row, largest, telling) for row in rows]


def _mark(row: Row, largest: float, telling: Telling) -> Mark:
    drawn = row["state"] == "figure"
    share = row["value"] / largest if drawn else 0.0
    return Mark(
        adcode=row["adcode"],
        lon=row["lon"],
        lat=row["lat"],
        state=row["state"],
        radius=_radius(share, telling) if drawn else SILENT,
        share=share,
        exact=row["qualifier"] == "exact",
        faded=drawn and row["unstated"],
        focus=row["adcode"] == telling.focus,
        label=_label(row, telling),
        tip=_tip(row, telling),
        mention_id=row["mention_id"] or "",
    )


def _radius(share: float, telling: Telling) -> float:
    """The area of a circle is proportional to its value, down to a visible size."""
    if not telling.sized:
        return telling.largest / 2
    return max(SMALLEST, telling.largest * math.sqrt(share))


def value_words(row: Row, telling: Telling) -> str:
    """The figure in words: as printed, or as converted with its bounds."""
    if telling.basis == "reported":
        return fmt.as_reported(row["surface"])
    spread = fmt.bounds(row["value_low"], row["value_high"], telling.language)
    return telling.t(f"map.value_{telling.basis}", value=spread, unit=telling.unit)


def _label(row: Row, telling: Telling) -> str:
    """Name and figure, short: the title of the map says the basis; or name and silence."""
    if row["state"] != "figure":
        words = telling.t(f"map.mark_{row['state']}")
    elif telling.basis == "reported":
        words = value_words(row, telling)
    else:
        words = fmt.bounds(row["value_low"], row["value_high"], telling.language)
    return f"{row['short_name']}\n{words}"


def _tip(row: Row, telling: Telling) -> str:
    """What a mark says under the pointer: plain text, line by line."""
    if row["state"] != "figure":
        return f"{row['city']}\n{_silence(row, telling)}"
    lines = [f"{row['city']}  {fmt.as_reported(row['surface'])}"]
    if telling.basis != "reported":
        lines.append(value_words(row, telling))
    else:
        spread = fmt.bounds(row["value_low"], row["value_high"], telling.language)
        lines.append(telling.t("map.bounds", bounds=spread, unit=telling.unit))
    lines.append(_when(row, telling))
    if row["figures"] > 1:
        lines.append(telling.t("map.more_figures", count=row["figures"] - 1))
    return "\n".join(lines)


def _silence(row: Row, telling: Telling) -> str:
    """Why a place has no figure on the map."""
    words = telling.t(f"map.state_{row['state']}")
    if row["state"] != "barred":
        return words
    return telling.t("map.barred", words=words, why=row[f"why_{telling.language}"])


def _when(row: Row, telling: Telling) -> str:
    """Kind of period and period, with the place where it is only a part."""
    kind = telling.t(f"kind.{row['period_kind'] or 'none'}")
    parts = [kind, fmt.period(fmt.Stretch.of(row), telling.language)]
    if row["place"]:
        parts.append(telling.t("compare.part", place=fmt.as_reported(row["place"])))
    return " · ".join(parts)


def title(rows: Sequence[Row], telling: Telling, name: str) -> str:
    """What the map shows: the indicator, its basis, and how many places have a figure."""
    basis = telling.t(f"map.basis_{telling.basis}")
    on = "" if telling.basis == "reported" else telling.t("map.on_basis", basis=basis)
    count = _count(rows, "figure")
    return telling.t("map.chart_title", name=name, basis=on, count=count)


def reading(telling: Telling) -> str:
    """How to read the circles."""
    key = "map.reading" if telling.sized else "map.reading_even"
    return telling.t(key, unit=telling.unit)


def notes(rows: Sequence[Row], telling: Telling) -> list[str]:
    """What a reader must know to read the circles right."""
    found = [row for row in rows if row["state"] == "figure"]
    names = {row["adcode"]: row["city"] for row in found}
    notes = [
        telling.t(
            "compare.nested", child=row["city"], parent=names[row["parent_adcode"]]
        )
        for row in found
        if row["parent_adcode"] in names
    ]
    if telling.basis == "per_year":
        notes.append(telling.t("map.per_year"))
    if telling.basis == "per_10k":
        years = {str(row["population_year"]) for row in found}
        comma = telling.t("compare.comma")
        notes.append(telling.t("map.population", years=comma.join(sorted(years))))
        unknown = [row["city"] for row in rows if row["state"] == "no_population"]
        if unknown:
            notes.append(telling.t("map.no_population", cities=comma.join(unknown)))
    return notes


def summary(rows: Sequence[Row], telling: Telling, name: str) -> str:
    """The map in one sentence."""
    figures = [row for row in rows if row["state"] == "figure"]
    counts = {
        "name": name,
        "figures": len(figures),
        "other": _count(rows, "other") + _count(rows, "barred"),
        "silent": _count(rows, "silent"),
    }
    if not figures:
        return telling.t("map.summary_none", **counts)
    words = telling.t("map.summary", **counts)
    if len(figures) == 1 or not telling.sized:
        return words
    top, low = figures[0], figures[-1]
    return words + telling.t(
        "map.summary_ends",
        top=top["city"],
        top_value=value_words(top, telling),
        bottom=low["city"],
        bottom_value=value_words(low, telling),
    )


def _count(rows: Sequence[Row], state: State) -> int:
    return sum(row["state"] == state for row in rows)


def table(
    rows: Sequence[Row], telling: Telling
) -> tuple[list[tuple[str, bool]], list[list[Cell]]]:
    """Columns (name, holds numbers) and rows of the table under the map."""
    heads = ("city", "reported", "value", "bounds", "period", "article")
    columns = [
        (telling.t(f"table.{head}"), head in ("value", "bounds")) for head in heads
    ]
    return columns, [_table_row(row, telling) for row in rows]


def _table_row(row: Row, telling: Telling) -> list[Cell]:
    if row["state"] != "figure":
        words = _silence(row, telling)
        return [Cell(row["city"]), Cell(words), *[Cell("")] * 4]
    known: Sequence[Any] = (row["publisher"], row["title"], row["published"])
    article = " · ".join(str(part) for part in known if part)
    return [
        Cell(row["city"]),
        Cell(fmt.as_reported(row["surface"]), mention_id=row["mention_id"]),
        Cell(fmt.number(row["value"], telling.language)),
        Cell(fmt.bounds(row["value_low"], row["value_high"], telling.language)),
        Cell(_when(row, telling)),
        Cell(article or telling.t("evidence.untitled"), source=row["source_id"]),
    ]
