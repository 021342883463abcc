"""The benchmark of a city in words: strips, tables, lists. Pure; no Streamlit."""

from __future__ import annotations

from collections.abc import Collection, Sequence

from dashboard import strips
from dashboard.benchmark import Line
from dashboard.benchmark_data import Look
from dashboard.evidence import Cell, Row
from dashboard.speaker import (
    Speaker,
    gap,
    median,
    period,
    rank,
    span,
    spread_of,
    value,
)

Columns = list[tuple[str, bool]]
REASONS_TOLD = 4
UNSAID = (
    "benchmark.indicator",
    "table.city",
    "table.reported",
    "table.period",
)
TABLE = (
    "indicator",
    "own",
    "tier",
    "rank_head",
    "median_head",
    "largest_head",
    "holds_head",
)


def robustness(line: Line, speaker: Speaker) -> str:
    """The verdict on the median, and under how many definitions of peers it holds."""
    verdict = line.standing.verdict
    if verdict is None:
        return ""
    words = speaker.t(f"benchmark.verdict_{verdict}")
    return speaker.t(
        "benchmark.holds", verdict=words, holds=line.holds, all=line.definitions
    )


def strip_rows(lines: Sequence[Line], speaker: Speaker) -> list[dict[str, object]]:
    """The values of templates/strips.html."""
    return [_strip(line, speaker) for line in lines]


def _strip(line: Line, speaker: Speaker) -> dict[str, object]:
    spans = [span(line.mine), *(span(peer.figure) for peer in line.peers)]
    percent = line.mine["unit"] == "percent"
    largest = strips.scale(spans, percent=percent)
    middle = line.standing.median
    mine, *peers = _pips(
        [line.mine, *(peer.figure for peer in line.peers)], largest, speaker
    )
    return {
        "indicator": line.indicator["id"],
        "name": line.indicator[speaker.language],
        "tier": line.tier,
        "tier_words": speaker.t(f"tier.{line.tier}"),
        "kind": speaker.t(f"kind.{line.mine['period_kind'] or 'none'}"),
        "faded": line.footing != "comparable",
        "mention_id": line.mine["mention_id"],
        "own": value(line.mine, speaker),
        "period": period(line.mine, speaker),
        "mine": mine,
        "peers": peers,
        "median": strips.mark(middle, middle.low, largest) if middle else None,
        "median_words": median(line.standing, speaker),
        "largest": speaker.number(largest),
        "says": says(line, speaker),
    }


def _pips(
    figures: Sequence[Row], largest: float, speaker: Speaker
) -> list[dict[str, object]]:
    """The marks of a strip; the names of the first where there is room."""
    places = [strips.mark(span(row), row["value"], largest) for row in figures]
    return [
        {
            "place": place,
            "label": row["short_name"] if named else "",
            "exact": row["qualifier"] == "exact",
            "mention_id": row["mention_id"],
            "words": " · ".join(
                (row["city"], value(row, speaker), period(row, speaker))
            ),
        }
        for row, place, named in zip(figures, places, strips.named(places), strict=True)
    ]


def says(line: Line, speaker: Speaker) -> list[str]:
    """What stands beside a strip: the standing, or why there is none."""
    standing = line.standing
    if line.footing != "comparable" or not (standing.median and standing.largest):
        return [away(line, speaker)]
    to_median = gap(standing.mine, standing.median, speaker)
    to_largest = gap(standing.mine, standing.largest, speaker)
    return [
        rank(standing, speaker),
        speaker.t(
            "benchmark.to_median",
            median=spread_of(standing.median, speaker),
            gap=to_median,
        ),
        speaker.t(
            "benchmark.to_largest",
            largest=spread_of(standing.largest, speaker),
            gap=to_largest,
        ),
        robustness(line, speaker),
    ]


def away(line: Line, speaker: Speaker) -> str:
    """Why no peer is like for like: the reasons, those of the most peers first."""
    codes = [code for peer in line.peers for code in peer.reasons]
    if line.footing == "apart":
        codes = [*line.reasons] or line.mine["own_reasons"]
    told = dict.fromkeys(code for code in codes if speaker.hinders(code))
    words = [speaker.reason_of(code, line.mine["own_reasons"]) for code in told]
    listed = speaker.t("compare.semicolon").join(words[:REASONS_TOLD])
    return listed or speaker.t("benchmark.nobody_else")


def table(lines: Sequence[Line], speaker: Speaker) -> tuple[Columns, list[list[Cell]]]:
    """The strips as a table: everything that they show, in words."""
    columns = [(speaker.t(f"benchmark.{name}"), False) for name in TABLE]
    return columns, [_row(line, speaker) for line in lines]


def _row(line: Line, speaker: Speaker) -> list[Cell]:
    standing = line.standing
    told = says(line, speaker)
    words = told if len(told) > 1 else [told[0], "", "", ""]
    if standing.median and standing.largest:
        words[1] = gap(standing.mine, standing.median, speaker)
        words[2] = gap(standing.mine, standing.largest, speaker)
    return [
        Cell(str(line.indicator[speaker.language])),
        Cell(value(line.mine, speaker), mention_id=line.mine["mention_id"]),
        Cell(line.tier),
        *(Cell(word) for word in words),
    ]


def apart(lines: Sequence[Line], speaker: Speaker) -> tuple[Columns, list[list[Cell]]]:
    """Reported, and met by nobody like for like: indicator, figure, why."""
    names = ("benchmark.indicator", "benchmark.own", "table.period", "benchmark.why")
    rows = [
        [
            Cell(str(line.indicator[speaker.language])),
            Cell(value(line.mine, speaker), mention_id=line.mine["mention_id"]),
            Cell(period(line.mine, speaker)),
            Cell(away(line, speaker)),
        ]
        for line in lines
    ]
    return [(speaker.t(name), False) for name in names], rows


def unsaid(look: Look, speaker: Speaker) -> tuple[Columns, list[list[Cell]]]:
    """What peers report and the city does not: one row a peer and indicator."""
    columns = [(speaker.t(key), False) for key in UNSAID]
    rows: list[list[Cell]] = []
    for silent in look.silence.iter_rows(named=True):
        name = look.field.indicators[silent["indicator"]]
        told = leading(look, silent["indicator"], silent["adcodes"])
        head = speaker.t(
            "benchmark.unsaid_by", name=name[speaker.language], peers=silent["peers"]
        )
        rows += [
            _unsaid("" if place else head, figure, speaker)
            for place, figure in enumerate(told)
        ]
    return columns, rows


def leading(look: Look, code: str, adcodes: Collection[str]) -> list[Row]:
    """The first figure of each of these cities for an indicator."""
    first: dict[str, Row] = {}
    for figure in look.field.figures.values():
        if figure["indicator"] == code and figure["adcode"] in adcodes:
            first.setdefault(figure["adcode"], figure)
    return list(first.values())


def _unsaid(head: str, figure: Row, speaker: Speaker) -> list[Cell]:
    return [
        Cell(head),
        Cell(figure["city"]),
        Cell(value(figure, speaker), mention_id=figure["mention_id"]),
        Cell(period(figure, speaker)),
    ]
