"""How far the figures of one indicator compare, on one basis: chart, table, summary. Pure."""

from __future__ import annotations

from collections.abc import Sequence

from dashboard import comparison
from dashboard.benchmark import LIKE
from dashboard.charts import Group
from dashboard.comparison import View
from dashboard.evidence import Cell, Row
from dashboard.speaker import Speaker, period, places, value

COLUMNS = (
    "table.city",
    "tiers.figure",
    "table.period",
    "tiers.tier",
    "tiers.rank",
    "tiers.why",
)
MET = (
    "table.city",
    "tiers.figure",
    "table.period",
    "tiers.tier",
    "tiers.own",
    "tiers.why",
)
Columns = list[tuple[str, bool]]


def groups(rows: Sequence[Row], focus: str, speaker: Speaker) -> list[Group]:
    """The figures that have a value on the basis, on one axis, the largest first."""
    view = View((), speaker.language, focus)
    told = sorted(
        (row for row in rows if row["value"] is not None),
        key=lambda row: -row["value"],
    )
    dots = tuple(comparison.dot(_drawn(row, speaker), view) for row in told)
    name = speaker.t(f"map.basis_{speaker.basis}")
    return [Group(name, dots)] if dots else []


def _drawn(row: Row, speaker: Speaker) -> Row:
    """A row as the chart takes it: converted words, pale unless it can be compared."""
    stated = row["tier"] in LIKE
    return {
        **row,
        "surface": value(row, speaker),
        "footing": "stated" if stated else "unstated",
    }


def title(rows: Sequence[Row], name: str, speaker: Speaker) -> str:
    """What the chart shows on a basis other than as reported."""
    told = rows[0]["cities_with_value"] if rows else 0
    basis = speaker.t(f"map.basis_{speaker.basis}")
    return speaker.t("tiers.chart_title", indicator=name, basis=basis, cities=told)


def table(rows: Sequence[Row], speaker: Speaker) -> tuple[Columns, list[list[Cell]]]:
    """One row a leading figure: tier, range of places, reasons."""
    return [(speaker.t(key), False) for key in COLUMNS], [
        _row(row, _rank(row, speaker), speaker) for row in rows
    ]


def _row(row: Row, verdict: str, speaker: Speaker) -> list[Cell]:
    """A city's figure with its tier, what that lets one say, and the reasons."""
    reasons = [speaker.reason(code) for code in row["reasons"]]
    return [
        Cell(row["city"]),
        Cell(value(row, speaker), mention_id=row["mention_id"]),
        Cell(period(row, speaker)),
        Cell(row["tier"]),
        Cell(verdict),
        Cell(speaker.t("compare.semicolon").join(reasons) or speaker.t("tiers.none")),
    ]


def _rank(row: Row, speaker: Speaker) -> str:
    if row["tier"] not in LIKE or row["compared"] < 2:
        return speaker.t("tiers.unranked")
    found = (row["rank_low"], row["rank_high"])
    return places(found, row["compared"], speaker, told=row["ranked"])


def met(rows: Sequence[Row], speaker: Speaker) -> tuple[Columns, list[list[Cell]]]:
    """One row another city: its figure, tier, how the city's own lies to it, reasons."""
    return [(speaker.t(key), False) for key in MET], [
        _row(row, _met(row, speaker), speaker) for row in rows
    ]


def _met(row: Row, speaker: Speaker) -> str:
    """How the city's own figure lies to another city's."""
    return speaker.t(f"tiers.own_{row['verdict'] or 'none'}")


def summary(rows: Sequence[Row], speaker: Speaker) -> str:
    """How many cities are like for like, and how many are not."""
    counts = rows[0]
    key = "tiers.summary" if counts["like_cities"] else "tiers.summary_none"
    return speaker.t(
        key,
        like=counts["like_cities"],
        cities=counts["cities"],
        indicative=counts["indicative_cities"],
        apart=counts["apart_cities"],
    )
