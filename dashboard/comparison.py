"""The comparison of one indicator in words: groups of dots, a summary, a table, quotes.

Pure: frames and a language in, text and figures' data out.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import polars as pl

from dashboard import format as fmt
from dashboard.axes import Dot
from dashboard.charts import Group
from dashboard.evidence import Cell, Row
from dashboard.i18n import Language, translate

KINDS = ("cumulative", "annual", "event", "stock", "standard", None)
LONGEST_PERIOD = 26
COLUMNS = (
    "table.city",
    "table.reported",
    "table.value",
    "table.bounds",
    "table.kind",
    "table.period",
    "table.article",
)
NUMBERS = ("table.value", "table.bounds")
"""Columns of the table that hold numbers."""
SHOWN = 40
"""Figures of one kind of period, or of one tier, that are shown: the largest."""
TOLD = 5
"""Figures of one kind of period that the summary names."""


@dataclass(frozen=True, slots=True)
class View:
    """The figures of one indicator, the language they are told in, the city in focus."""

    rows: tuple[Row, ...]
    language: Language
    focus: str = ""

    def t(self, key: str, **values: object) -> str:
        """The words for a key."""
        return translate(self.language, key, **values)

    @property
    def cities(self) -> int:
        """How many cities report, whether their figures are shown or not."""
        return self.rows[0]["cities"] if self.rows else 0

    @property
    def articles(self) -> int:
        """How many articles the figures come from."""
        return self.rows[0]["articles"] if self.rows else 0

    @property
    def left_out(self) -> bool:
        """Whether there are more figures than are shown."""
        return bool(self.rows) and len(self.rows) < self.rows[0]["figures"]


def view(frame: pl.DataFrame, language: Language, focus: str = "") -> View:
    """Take the rows of the query `compare`."""
    return View(tuple(frame.iter_rows(named=True)), language, focus)


def name_of(row: Row, language: Language) -> str:
    """The name of an indicator or theme in a language."""
    return str(row[language])


def period(row: Row, view: View) -> str:
    """The period of a figure, with the place where it is only a part of the city."""
    words = fmt.period(fmt.Stretch.of(row), view.language)
    if row["place"]:
        words = (
            f"{words} · {view.t('compare.part', place=fmt.as_reported(row['place']))}"
        )
    return words


def _short(words: str) -> str:
    return words if len(words) <= LONGEST_PERIOD else words[: LONGEST_PERIOD - 1] + "…"


def dot(row: Row, view: View) -> Dot:
    """A figure as it is drawn."""
    words = fmt.as_reported(row["surface"])
    when = period(row, view)
    unit = fmt.unit(row["unit"], view.language)
    spread = fmt.bounds(row["value_low"], row["value_high"], view.language)
    return Dot(
        city=row["city"],
        period=_short(when),
        words=words,
        value=row["value"],
        low=row["value_low"],
        high=row["value_high"],
        exact=row["qualifier"] == "exact",
        faded=row["footing"] != "stated",
        focus=row["adcode"] == view.focus,
        mention_id=row["mention_id"],
        hover="<br>".join(
            fmt.literal(line)
            for line in (f"{row['city']}  {words}", f"{spread} {unit}", when)
        ),
    )


def groups(view: View) -> list[Group]:
    """Dots by kind of period, the largest first; kinds without figures are left out."""
    found = []
    for kind in KINDS:
        rows = of_kind(view, kind)
        if rows:
            name = view.t(f"kind.{kind or 'none'}")
            found.append(Group(name, tuple(dot(row, view) for row in rows)))
    return found


def of_kind(view: View, kind: str | None) -> list[Row]:
    """The figures of one kind of period."""
    return [row for row in view.rows if row["period_kind"] == kind]


def notes(view: View) -> list[str]:
    """What a reader must know of the figure: places inside others, figures left out."""
    most = view.t("compare.drawn", most=SHOWN)
    return [*nested(view), *([most] if view.left_out else [])]


def title(view: View, indicator: Row) -> str:
    """What the chart shows: the indicator and how many cities report it."""
    name = name_of(indicator, view.language)
    if view.cities == 1:
        return view.t(
            "compare.chart_title_one", indicator=name, city=view.rows[0]["city"]
        )
    return view.t("compare.chart_title", indicator=name, cities=view.cities)


def summary(view: View, indicator: Row) -> str:
    """The chart in one sentence: the figures by kind of period, the largest first."""
    told = [
        view.t(
            "compare.group",
            kind=view.t(f"kind.{kind or 'none'}"),
            figures=_told(rows, view),
        )
        for kind in KINDS
        if (rows := of_kind(view, kind))
    ]
    several = len(view.rows) > 1
    return view.t(
        "compare.summary" if several else "compare.summary_one",
        indicator=name_of(indicator, view.language),
        cities=view.cities,
        groups=view.t("compare.semicolon").join(told),
    )


def _told(rows: Sequence[Row], view: View) -> str:
    named = [f"{row['city']} {fmt.as_reported(row['surface'])}" for row in rows[:TOLD]]
    listed = view.t("compare.comma").join(named)
    if (count := rows[0]["of_kind"]) > TOLD:
        return view.t("compare.and_more", listed=listed, count=count)
    return listed


def nested(view: View) -> list[str]:
    """A warning for each place that lies inside another one of the comparison."""
    names = {row["adcode"]: row["city"] for row in view.rows}
    pairs = {(row["adcode"], row["parent_adcode"]) for row in view.rows}
    return [
        view.t("compare.nested", child=names[child], parent=names[parent])
        for child, parent in sorted(pairs, key=str)
        if parent in names
    ]


def table(view: View) -> tuple[list[tuple[str, bool]], list[list[Cell]]]:
    """Columns (name, holds numbers) and rows of the table beside the chart."""
    columns = [(view.t(key), key in NUMBERS) for key in COLUMNS]
    return columns, [_table_row(row, view) for row in view.rows]


def _table_row(row: Row, view: View) -> list[Cell]:
    return [
        Cell(row["city"]),
        Cell(fmt.as_reported(row["surface"]), mention_id=row["mention_id"]),
        Cell(fmt.exact(row["value"])),
        Cell(fmt.exact_bounds(row["value_low"], row["value_high"])),
        Cell(view.t(f"kind.{row['period_kind'] or 'none'}")),
        Cell(period(row, view)),
        Cell(article(row, view), source=row["source_id"]),
    ]


def article(row: Row, view: View) -> str:
    """The article behind a figure: publisher, title and date as far as known."""
    title = row["title"] or view.t("evidence.untitled")
    known = (row["publisher"], title, row["published"])
    return " · ".join(str(part) for part in known if part)


def silence(view: View, silent: pl.DataFrame) -> str:
    """Which cities were read and say nothing of the indicator."""
    if silent.is_empty():
        return view.t("compare.silent_none")
    listed = view.t("compare.comma").join(silent.get_column("name"))
    return view.t("compare.silent", count=silent.height, cities=listed)


def source(view: View, silent: pl.DataFrame, version: object) -> str:
    """The source line of the chart: n of N and the data version."""
    return view.t(
        "compare.source",
        cities=view.cities,
        articles=view.articles,
        all=view.cities + silent.height,
        data_version=version,
    )
