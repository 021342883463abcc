"""Names of places in a text: those of the table, and others by their endings."""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass
from functools import lru_cache

from etl.place_names import begins_word, name_matcher, places_named
from etl.places import Place

SHORTEST_SPOKEN = 2
# A name that no table has: two or three characters and an ending, where a name can begin.
MADE_UP = re.compile(
    r"(?:(?<![一-龥])|(?<=[在和与及从到向由的为对把让使驻以据，])|(?<=^))"
    r"(?P<name>[一-龥]{2,3}?[市县旗区])(?![一-龥]?[委政]|民|场|人|直|级|里|乡|容)"
)
NO_NAME = re.compile(
    "[全我本该各两几多一社城灾营景军战小园校库山郊辖地片街展特新专厂矿牧林农老市省此某每外邻"
    "大上下有是了着过把被将让使到在从向与和及为对的驻访记日咱们]|军|退役|双拥|模范"
)


@dataclass(frozen=True, slots=True)
class Occurrence:
    """The name of one or more places of the table, where it stands."""

    start: int
    end: int
    name: str
    full: bool
    """Whether it is a full name (四平市), not a spoken one (四平)."""
    places: tuple[Place, ...]


@lru_cache(maxsize=1)  # asked twice of a text: for its own place, and for all others
def find_names(text: str) -> tuple[Occurrence, ...]:
    """Return the names of places of the table, in order; one ends where the next begins."""
    matcher, patterns = name_matcher()
    found: list[Occurrence] = []
    name_end = 0
    for index, start, end in matcher.find_matches_as_indexes(text):
        name = patterns[index]
        if start != name_end and not begins_word(text, start):
            continue
        places = places_named(name)
        if places:
            name_end = end
            full = any(place.name == name for place in places)
            found.append(Occurrence(start, end, name, full, tuple(places)))
    return tuple(found)


def made_up_names(text: str) -> list[str]:
    """Return the names by their endings that the table does not have, commonest first."""
    names = Counter(
        match["name"]
        for match in MADE_UP.finditer(text)
        if not NO_NAME.search(match["name"][:-1]) and not places_named(match["name"])
    )
    return [name for name, _ in names.most_common()]
