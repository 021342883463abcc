"""Find places by their names: the one that a person typed, the one a report is about.

A name that several places share is never guessed: all of them are returned.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from functools import cache
from pathlib import Path

import yaml
from ahocorasick_rs import AhoCorasick, MatchKind
from pydantic import BaseModel, ConfigDict, ValidationError

from etl.definitions import sentence, syntax_sentence
from etl.errors import InputError
from etl.paths import LEXICON
from etl.places import Place, ancestors, load_places

CUES = LEXICON / "place_cues.yaml"
SPOKEN_SUFFIXES = {"自治州": "州", "自治县": "县", "自治旗": "旗", "自治区": "区"}

OPENING = 200
"""Characters in which a report says whom it is about: headline, first line."""
WHOLE_NAME = 2.0
SHORT_NAME = 0.5
"""Counts only for a place that something stronger speaks for."""
CUE = 3.0
IN_OPENING = 2.0
PROVINCE_SHARE = 0.3
"""A province is mostly named to say where a city lies."""


class PlaceCues(BaseModel):
    """The content of place_cues.yaml: words beside the names of places."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    after: tuple[str, ...]
    verbs: tuple[str, ...]
    before: tuple[str, ...]
    traps: tuple[str, ...]


def resolve_place(text: str, province: str | None = None) -> list[Place]:
    """Return every place that a typed name can mean; several stand for "ambiguous".

    Args:
        text: An adcode, a full name, a short name, or either behind the names of what
            holds it: `220382`, `双辽市`, `双辽`, `吉林省四平市双辽市`.
        province: Full or short name of a place that must hold the result.
    """
    text = "".join(text.split())
    places = load_places()
    coded = [places[text]] if text in places else []
    found = coded or _by_name(text) or _by_path(text)
    return [p for p in found if province is None or _within(p, province)]


def document_place(text: str) -> list[Place]:
    """Return the places a report may be about, the likeliest first; maybe none.

    Names count more where a body of the place follows (市委, 军分区, 双拥办) and in the
    opening. Shared names count for those whose province or prefecture is named too.
    """
    scores: Counter[str] = Counter()
    asides: Counter[str] = Counter()
    matcher, patterns = name_matcher()
    name_end = 0
    for index, start, end in matcher.find_matches_as_indexes(text):
        if start == name_end or begins_word(text, start):
            name_end = end
            weight = _weight(text, patterns[index], start, end)
            scores.update(_shares(patterns[index], weight))
            asides.update(_shares(patterns[index], SHORT_NAME * (weight == 0)))
    return _ranked(Counter({code: scores[code] + asides[code] for code in scores}))


@cache
def load_place_cues(path: Path = CUES) -> PlaceCues:
    """Read place_cues.yaml.

    Raises:
        InputError: The file is missing or holds an unknown or a wrong key.
    """
    try:
        return PlaceCues.model_validate(
            yaml.safe_load(path.read_text(encoding="utf-8"))
        )
    except (OSError, UnicodeDecodeError) as error:
        raise InputError(f"{path} is not readable as UTF-8: {error}.") from error
    except yaml.YAMLError as error:
        raise InputError(syntax_sentence(path, error)) from error
    except ValidationError as error:
        told = (sentence(PlaceCues, part) for part in error.errors())
        raise InputError(*(f"{path.name}: {words}" for words in told)) from error


def spoken_names(place: Place) -> set[str]:
    """Return what people call a place besides its full name: 延边, 延边州."""
    names = {place.short_name} - {place.name}
    for suffix, spoken in SPOKEN_SUFFIXES.items():
        if place.name.endswith(suffix):
            names.add(place.short_name + spoken)
    return names


@cache
def _name_tables() -> tuple[dict[str, list[Place]], dict[str, list[Place]]]:
    """Return the places by full name, and by spoken name."""
    full: dict[str, list[Place]] = defaultdict(list)
    spoken: dict[str, list[Place]] = defaultdict(list)
    for place in load_places().values():
        full[place.name].append(place)
        for name in spoken_names(place):
            spoken[name].append(place)
    return dict(full), dict(spoken)


def _by_name(text: str) -> list[Place]:
    """Return the places with this full name, else those spoken of by it."""
    full, spoken = _name_tables()
    return full.get(text) or spoken.get(text, [])


def _by_path(text: str) -> list[Place]:
    """Read a name behind the names of what holds the place, the longest name first."""
    for cut in range(1, len(text) - 1):
        head, name = text[:cut], text[cut:]
        found = [p for p in _by_name(name) if _is_path(head, _holders(p))]
        if found:
            return found
    return []


def _holders(place: Place) -> list[Place]:
    return ancestors(place, load_places())


def _is_path(head: str, holders: list[Place]) -> bool:
    """Tell whether `head` is made of names of the holders, the innermost last."""
    if not head:
        return True
    return any(
        _is_path(head.removesuffix(name), holders[number + 1 :])
        for number, holder in enumerate(holders)
        for name in (holder.name, *spoken_names(holder))
        if head.endswith(name)
    )


def _within(place: Place, holder: str) -> bool:
    return any(
        holder in (p.name, p.adcode, *spoken_names(p))
        for p in (place, *_holders(place))
    )


@cache
def name_matcher() -> tuple[AhoCorasick, list[str]]:
    """Return a matcher of all names and traps, the longest first, and its patterns."""
    full, spoken = _name_tables()
    patterns = sorted({*full, *spoken, *load_place_cues().traps})
    return AhoCorasick(patterns, matchkind=MatchKind.LeftmostLongest), patterns


def places_named(name: str) -> list[Place]:
    """Return the places of a name, full or spoken; none where no place has it."""
    full, spoken = _name_tables()
    return [*full.get(name, []), *spoken.get(name, [])]


def begins_word(text: str, start: int) -> bool:
    """Tell whether a name can begin here: 云县 does not in 栖云县."""
    before = text[start - 1 : start]
    return not before.isalpha() or before in load_place_cues().before


def _weight(text: str, name: str, start: int, end: int) -> float:
    """Return how strongly one occurrence says that the report is about the place."""
    cues = load_place_cues()
    full = name in _name_tables()[0]
    early = start < OPENING
    acts = early and text.startswith(cues.verbs, end)
    cued = acts or text.startswith(cues.after, end)
    return WHOLE_NAME * full + CUE * cued + IN_OPENING * (early and (full or cued))


def _shares(name: str, weight: float) -> dict[str, float]:
    """Give the weight to every place of the name, a part of it to a province."""
    return {
        place.adcode: weight * (PROVINCE_SHARE if place.level == "province" else 1.0)
        for place in places_named(name)
        if weight
    }


def _ranked(scores: Counter[str]) -> list[Place]:
    """Sort by score; of places that share a name, keep those whose holder is named."""
    places = load_places()
    found = [places[adcode] for adcode in scores]
    spoken_for = {p.adcode for p in found if _holder_named(p, scores)}
    names = {places[adcode].short_name for adcode in spoken_for}
    kept = [p for p in found if p.adcode in spoken_for or p.short_name not in names]
    return sorted(kept, key=lambda p: (-scores[p.adcode], p.adcode))


def _holder_named(place: Place, scores: Counter[str]) -> bool:
    return any(holder.adcode in scores for holder in _holders(place))
