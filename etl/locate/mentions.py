"""Everything in a text that names a place, with how that stands to the report's own."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import cache

from ahocorasick_rs import AhoCorasick, MatchKind

from etl.locate.cues import subject_cues
from etl.locate.home import Home, Relation
from etl.locate.names import MADE_UP, NO_NAME, Occurrence, find_names
from etl.place_names import places_named
from etl.structure import opens_line

TRAP, UNKNOWN = "trap", "unknown"
"""Names of mentions that only hide others, or only stand before them."""
PREFECTURES = ("全州", "全盟")
WHOLE = ("全市", "全县", "全区", *PREFECTURES)
"""Words that behind a name mean all of that place: 绵阳全市."""
WIDER = {"县": ("全市", *PREFECTURES), "乡": WHOLE}
"""Words that in a report of a smaller place mean the place that holds it."""


@dataclass(frozen=True, slots=True)
class PlaceMention:
    """Words for a place; `name` is what a figure's place is called."""

    start: int
    end: int
    name: str
    relation: Relation
    word: bool = False
    """Whether it is a word (全省, 邻市) and no name."""
    spoken: bool = False
    """Whether it is a name without its ending (浙江)."""


def find_mentions(text: str, home: Home) -> list[PlaceMention]:
    """Return the mentions of places in a text, in order, without overlaps."""
    found = [*_words(text, home), *_names(text, home), *_made_up(text, home)]
    found.sort(key=lambda mention: (mention.start, -mention.end))
    kept: list[PlaceMention] = []
    for mention in found:
        if kept and mention.start < kept[-1].end:
            continue
        if kept and mention.start == kept[-1].end and not kept[-1].word:
            kept[-1] = _path(kept[-1], mention)
        else:
            kept.append(mention)
    return [mention for mention in kept if mention.name not in (TRAP, UNKNOWN)]


def _path(holder: PlaceMention, mention: PlaceMention) -> PlaceMention:
    """Return a name behind that of what holds it as one: 吉林省双辽市, 山东全省.

    All of another place is that place: 绵阳全市.
    """
    if mention.name in WHOLE and holder.relation != "part":
        return replace(holder, end=mention.end, spoken=False)
    return replace(mention, start=holder.start)


def _names(text: str, home: Home) -> Iterator[PlaceMention]:
    """Yield the full names of the table, and the own place by any of its names."""
    for found in find_names(text):
        relation = home.relation(found.name, list(found.places))
        spoken = relation in ("own", "part") or any(
            place.level == "province"
            or (place.level == "prefecture" and _is_clear(text, found))
            for place in found.places
        )
        if relation is None:
            yield PlaceMention(found.start, found.end, UNKNOWN, "own")
        elif found.full or spoken:
            yield PlaceMention(
                found.start, found.end, found.name, relation, spoken=not found.full
            )


def _is_clear(text: str, found: Occurrence) -> bool:
    """Tell whether the spoken name of a prefecture is no part of another word."""
    return opens_line(text, found.start) or text.startswith(WHOLE, found.end)


def _made_up(text: str, home: Home) -> Iterator[PlaceMention]:
    """Yield the names that the table does not have, where the own place has none."""
    if home.place is not None:
        return
    for match in MADE_UP.finditer(text):
        name = match["name"]
        if NO_NAME.search(name[:-1]) or places_named(name):
            continue
        relation = home.relation(name, [])
        if relation:
            yield PlaceMention(*match.span("name"), name, relation)


def _words(text: str, home: Home) -> Iterator[PlaceMention]:
    """Yield the words for the own place, for what holds it, and for unnamed others."""
    matcher, words = _word_matcher()
    for index, start, end in matcher.find_matches_as_indexes(text):
        word = words[index]
        yield PlaceMention(start, end, *_meaning(word, home), word=True)


def _meaning(word: str, home: Home) -> tuple[str, Relation]:
    """Return what a word names, and how that stands to the own place."""
    cues = subject_cues()
    if word in cues.traps:
        return TRAP, "own"
    if word in cues.nation:
        return word, "wider"
    if word in cues.neighbours:
        return word, "other"
    if word in cues.zones:
        return word, "part" if home.level == "市" else "own"
    if word in cues.province:
        return word, "own" if home.is_province else "wider"
    if word in cues.region and home.in_region:
        return word, "own" if home.is_province else "wider"
    return word, "wider" if word in _held_by(home) else "own"


def _held_by(home: Home) -> tuple[str, ...]:
    """Return the words that mean the place that holds the own one.

    A county-level city calls itself 全市, and the prefecture that holds it 全州.
    """
    county = home.place is not None and home.place.level == "county"
    return WIDER.get(home.level, PREFECTURES if county else ())


@cache
def _word_matcher() -> tuple[AhoCorasick, list[str]]:
    """Return what finds the words and the traps, the longest first, and its words."""
    cues = subject_cues()
    words = sorted({
        *cues.own_words(), *cues.nation, *cues.province, *cues.region,
        *cues.neighbours, *cues.zones, *cues.traps,
    })  # fmt: skip
    return AhoCorasick(words, matchkind=MatchKind.LeftmostLongest), words
