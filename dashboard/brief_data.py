"""Gathers what a brief says of one city: facts, looks on every basis, quotes, sources."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from dashboard import benchmark_queries as bench
from dashboard import benchmark_view, brief_text, citation, queries
from dashboard import format as fmt
from dashboard.benchmark import Line as Compared
from dashboard.benchmark_data import Look, by_key, look
from dashboard.brief import Brief, Line, Note, Section, cited, plain
from dashboard.evidence import Row
from dashboard.i18n import Language
from dashboard.marks import Basis
from dashboard.peers import Choice
from dashboard.speaker import Speaker

BASES: tuple[Basis, ...] = ("reported", "per_year", "per_10k")
"""In the order of preference: a figure is compared on the first that allows it."""
REACH = 80
"""Characters that a note quotes on either side of its number."""


@dataclass(frozen=True, slots=True)
class Asked:
    """Which brief."""

    city: str
    choice: Choice
    language: Language
    today: date


@dataclass(frozen=True, slots=True)
class Ground:
    """What every section stands on."""

    asked: Asked
    looks: tuple[tuple[Look, Speaker], ...]
    """One a basis, in the order of BASES."""

    @property
    def first(self) -> tuple[Look, Speaker]:
        """The look at figures as reported."""
        return self.looks[0]

    def compared(self) -> list[tuple[Compared, Speaker]]:
        """Each indicator that is like for like with a peer, on the first such basis."""
        found: dict[str, tuple[Compared, Speaker]] = {}
        for seen, speaker in self.looks:
            for line in seen.lines:
                if line.footing == "comparable":
                    found.setdefault(line.indicator["id"], (line, speaker))
        order = list(self.first[0].field.indicators)
        return sorted(
            found.values(), key=lambda told: order.index(told[0].indicator["id"])
        )

    def apart(self) -> list[tuple[Compared, str]]:
        """Each indicator that is so with no peer on any basis, and why as reported."""
        seen, speaker = self.first
        like = {line.indicator["id"] for line, _ in self.compared()}
        return [
            (line, benchmark_view.away(line, speaker))
            for line in seen.lines
            if line.indicator["id"] not in like
        ]


def compose(asked: Asked) -> Brief:
    """The brief of a city that was read.

    Raises:
        database.DataError: there are no data.
    """
    reasons = by_key(bench.gate_reasons(), "id")
    ground = Ground(
        asked,
        tuple(
            (
                look(asked.city, asked.choice, basis),
                Speaker(asked.language, basis, reasons),
            )
            for basis in BASES
        ),
    )
    seen, speaker = ground.first
    body = [*_head(ground), *_reported(ground), *_compared(ground), *_unsaid(ground)]
    notes, sources = _notes(cited(body), ground)
    return Brief(
        title=speaker.t("brief.title", city=seen.city["name"]),
        subtitle=speaker.t("brief.subtitle", **_version(asked)),
        sections=(*body, *_end(sources, ground)),
        notes=notes,
    )


def _version(asked: Asked) -> dict[str, object]:
    made = fmt.date(asked.today.isoformat(), asked.language)
    return {"version": queries.summary()["data_version"], "made": made}


def _head(ground: Ground) -> Iterator[Section]:
    seen, speaker = ground.first
    names = by_key(seen.others, "adcode")
    listed = speaker.t("compare.comma").join(names[code]["name"] for code in seen.among)
    chosen = speaker.t(f"benchmark.by_{ground.asked.choice.definition}")
    about = speaker.t(
        "brief.about",
        city=seen.city["name"],
        level=speaker.level(seen.city),
        articles=seen.city["articles"],
        indicators=len(seen.lines),
    )
    against = speaker.t(
        "brief.peers" if seen.among else "brief.no_peers",
        chosen=chosen,
        count=len(seen.among),
        listed=listed,
    )
    paragraphs = (about, against, speaker.t("brief.caution"))
    yield Section(speaker.t("brief.h_about"), tuple(plain(text) for text in paragraphs))


def _reported(ground: Ground) -> Iterator[Section]:
    seen, speaker = ground.first
    facts = list(bench.facts(seen.city["adcode"]).iter_rows(named=True))
    themes = {
        code: row[speaker.language]
        for code, row in by_key(queries.themes(), "id").items()
    }
    yield Section(
        speaker.t("brief.h_reported"), (plain(speaker.t("brief.reported_note")),)
    )
    yield from brief_text.reported(facts, themes, seen.field.indicators, speaker)


def _compared(ground: Ground) -> Iterator[Section]:
    _, speaker = ground.first
    told: list[Line] = list(brief_text.standings(ground.compared()))
    intro = "brief.standing_note" if told else "brief.standing_none"
    yield Section(speaker.t("brief.h_standing"), (plain(speaker.t(intro)), *told))
    if rows := ground.apart():
        note = plain(speaker.t("brief.apart_note"))
        table = brief_text.kept_apart(rows, speaker)
        yield Section(speaker.t("brief.h_apart"), (note, table))


def _unsaid(ground: Ground) -> Iterator[Section]:
    seen, speaker = ground.first
    rows = [
        (
            seen.field.indicators[row["indicator"]],
            row["peers"],
            benchmark_view.leading(seen, row["indicator"], row["adcodes"]),
        )
        for row in seen.silence.iter_rows(named=True)
    ]
    if rows:
        note = plain(speaker.t("brief.unsaid_note", city=seen.city["name"]))
        table = brief_text.unsaid(rows, speaker)
        yield Section(speaker.t("brief.h_unsaid"), (note, table))


def _notes(
    mentions: tuple[str, ...], ground: Ground
) -> tuple[tuple[Note, ...], list[Row]]:
    """The notes in order, and the articles that they and the city stand on."""
    city = ground.first[0].city["adcode"]
    known = by_key(bench.facts(city), "mention_id")
    for seen, _ in ground.looks:
        known |= seen.field.figures
    quotes = bench.quotes([known[code] for code in mentions])
    articles = by_key(queries.sources(), "source_id")
    own = [code for code, row in articles.items() if row["adcode"] == city]
    used = dict.fromkeys([*own, *(quotes[code]["source_id"] for code in mentions)])
    places = {code: place for place, code in enumerate(used, 1)}
    return _numbered(mentions, quotes, places), [articles[code] for code in used]


def _numbered(
    mentions: Sequence[str], quotes: Mapping[str, Row], places: Mapping[str, int]
) -> tuple[Note, ...]:
    found = []
    for code in mentions:
        row = quotes[code]
        before, after = fmt.unspaced(row["before"]), fmt.unspaced(row["after"])
        before, after = fmt.excerpt(before, after, REACH)
        surface = fmt.as_reported(row["surface"])
        found.append(Note(code, before, surface, after, places[row["source_id"]]))
    return tuple(found)


def _end(sources: Sequence[Row], ground: Ground) -> Iterator[Section]:
    _, speaker = ground.first
    listed = [
        plain(
            f"[{place}] {citation.gbt7714(citation.article(row), ground.asked.today)}"
        )
        for place, row in enumerate(sources, 1)
    ]
    yield Section(speaker.t("brief.h_sources"), tuple(listed))
    made = speaker.t("brief.colophon", **_version(ground.asked))
    yield Section(speaker.t("brief.h_version"), (plain(made),))
