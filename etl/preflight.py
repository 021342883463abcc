"""What filing an article would bring: what it tells, and what changes among its peers."""

from __future__ import annotations

import csv
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from etl.codebook import Codebook, Indicator
from etl.errors import InputError
from etl.extract import extract_text
from etl.filing_plan import Filing
from etl.jsonl import plain
from etl.review import doubtful
from etl.schema import Mention

Row = Mapping[str, str]
"""A line of the published observations.csv."""
NEEDED = frozenset(
    [
        "indicator",
        "period_kind",
        "adcode",
        "city",
        "place",
        "value",
        "surface",
        "source_id",
    ]
)
"""The columns that are read here."""
BUILD = "make it anew with python -m etl build."


@dataclass(frozen=True, slots=True)
class Preflight:
    """The findings of one article before it is filed."""

    mentions: Sequence[Mention]
    doubtful: Sequence[Mention]
    by_theme: Mapping[str, Sequence[Mention]]
    """Observations by the theme's Chinese name, in codebook order."""
    silent: Sequence[tuple[Indicator, int]]
    """What other cities report and this article does not, with how many do."""
    effects: Sequence[str]
    """A sentence for each published figure that would no longer stand as it does."""


def preflight(
    filing: Filing, codebook: Codebook, published: Sequence[Row]
) -> Preflight:
    """Return what an article tells and what it would change.

    Args:
        filing: The article.
        codebook: The indicators.
        published: The published observations, of all cities.
    """
    source = filing.article.source
    mentions = extract_text(
        filing.article.text, source.published, source.adcode, doc=source.source_id
    )
    told = [mention for mention in mentions if mention.indicator]
    return Preflight(
        mentions=mentions,
        doubtful=doubtful(mentions),
        by_theme=by_theme(told, codebook),
        silent=silent(told, codebook, filing, published),
        effects=list(effects(told, codebook, filing, published)),
    )


def load_published(path: Path) -> list[Row]:
    """Return the published observations, none where nothing is published yet.

    Raises:
        InputError: The file is not one that a build wrote.
    """
    if not path.exists():
        return []
    try:
        with path.open(encoding="utf-8-sig", newline="") as file:
            reader = csv.DictReader(file)
            rows: list[Row] = list(reader)
    except (OSError, UnicodeDecodeError, csv.Error) as error:
        raise InputError(f"{path} cannot be read ({error}); {BUILD}") from error
    missing = NEEDED.difference(reader.fieldnames or ())
    if missing:
        columns = ", ".join(sorted(missing))
        raise InputError(f"{path} has no column {columns}; {BUILD}")
    return rows


def by_theme(
    told: Iterable[Mention], codebook: Codebook
) -> dict[str, Sequence[Mention]]:
    """Return observations by theme, in codebook order, then in the article's."""
    found: dict[str, list[Mention]] = {theme.id: [] for theme in codebook.themes}
    for mention in told:
        found[codebook.theme_of[str(mention.indicator)]].append(mention)
    return {theme.zh: found[theme.id] for theme in codebook.themes if found[theme.id]}


def silent(
    told: Iterable[Mention],
    codebook: Codebook,
    filing: Filing,
    published: Sequence[Row],
) -> list[tuple[Indicator, int]]:
    """Return the indicators that only other cities report, the commonest first."""
    own = {mention.indicator for mention in told}
    cities: dict[str, set[str]] = defaultdict(set)
    for row in published:
        if row["adcode"] != filing.city.adcode:
            cities[row["indicator"]].add(row["adcode"])
    missing = [i for i in codebook.indicators if i.id in cities and i.id not in own]
    counted = [(indicator, len(cities[indicator.id])) for indicator in missing]
    return sorted(counted, key=lambda pair: -pair[1])


def effects(
    told: Iterable[Mention],
    codebook: Codebook,
    filing: Filing,
    published: Sequence[Row],
) -> Iterable[str]:
    """Yield what each observation does to the figures that are published now."""
    rows: dict[tuple[str, str], list[Row]] = defaultdict(list)
    for row in published:
        rows[row["indicator"], row["period_kind"]].append(row)
    for mention in told:
        indicator = codebook.get(str(mention.indicator))
        peers = rows[indicator.id, mention.period.kind or ""]
        what = f"{indicator.zh}, {mention.period.kind or 'no period'}"
        yield from (f"{what}: {words}" for words in effect(mention, filing, peers))


def effect(mention: Mention, filing: Filing, peers: Sequence[Row]) -> Iterable[str]:
    """Yield what one observation does beside the published ones of its kind."""
    adcode, figure = filing.city.adcode, shown(mention.value)
    for row in peers:
        if row["adcode"] == adcode and not row["place"]:
            yield f"{figure} beside {row['surface']} of {row['source_id']}."
    others = [r for r in peers if r["adcode"] != adcode and r["place"] == ""]
    if mention.place is not None or mention.value is None:
        return
    if not others:
        yield f"{figure} is the first figure of any city."
        return
    ends = sorted(others, key=lambda row: float(row["value"]))
    for row, word, beyond in (
        (ends[-1], "highest", mention.value > float(ends[-1]["value"])),
        (ends[0], "lowest", mention.value < float(ends[0]["value"])),
    ):
        if beyond:
            yield f"{figure} becomes the {word}, before {row['surface']} ({row['city']})."


def shown(value: float | None) -> str:
    """Return a value as a person writes it."""
    return "?" if value is None else f"{plain(value):,}"
