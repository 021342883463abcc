"""The place a report is about, by its code or from its own words."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal

from etl.locate.names import Occurrence, find_names, made_up_names
from etl.place_names import spoken_names
from etl.places import Place, ancestors, load_places

Relation = Literal["own", "part", "wider", "other"]
Level = Literal["省", "市", "县", "乡", ""]

HEADLINE = 2.0
"""Points for a place in the headline or the line that says who wrote."""
SHORT_LINE = 60
ENOUGH = 0.8
"""A place with fewer points is not taken for the report's own."""
LEAD = 1.4
"""So many times the points of the next place the report's own must have."""
FULL, SPOKEN, HOLDER = 1.0, 0.8, 0.6
"""Points for a full name, a spoken one, and for a place by the name of its part."""
PROVINCE = 0.25
"""A province is mostly named to say where a city lies."""
SAYS: dict[Level, re.Pattern[str]] = {
    "省": re.compile("我省|全省"),
    "市": re.compile(
        "[我全本][市州盟]|[市州盟](?:[委里]|政府|双拥|退役军人|民政|财政)"
    ),
    "县": re.compile(
        "[我全本][县旗区]|[县旗区](?:[委里]|政府|双拥|退役军人|民政|人武部)"
    ),
    "乡": re.compile("[我全本][乡镇]|(?:我们?|咱们?|全|本)街道"),
}
PROVINCIAL = re.compile("省(?:政府|委|双拥办|退役军人事务厅|民政厅|军区)")
"""Who speaks for a province; a city's report may quote what 全省 has done."""
VENUE = "(在"
"""What stands before the place of a meeting at which another one speaks."""
COUNTY = 0.2
"""The spoken name of a county can be a common word (合作, 新建, 惠民)."""
LEVELS: tuple[Level, ...] = ("乡", "县", "市")


@dataclass(frozen=True, slots=True)
class Home:
    """A report's own place; without any that is known, only its level and its names."""

    place: Place | None
    names: frozenset[str]
    level: Level
    """省, 市, 县 (also a banner or a district), 乡 (also a street), or not known."""

    @property
    def is_province(self) -> bool:
        """Tell whether the report is known to be a province's."""
        return self.level == "省"

    @property
    def in_region(self) -> bool:
        """Tell whether 全区 means an autonomous region: one that the place lies in."""
        place = self.place
        if place is None or (place.name.endswith("区") and place.level == "county"):
            return False
        top = [place, *ancestors(place, load_places())][-1]
        return top.name.endswith("自治区")

    def relation(self, name: str, named: list[Place]) -> Relation | None:
        """Return how a place of this name stands to the report's own, None if unknown.

        Args:
            name: as the text prints it.
            named: the places of the table that have this name; none for others.
        """
        if name in self.names:
            return "own"
        if self.place is None:
            return self._of_unknown(name)
        holders = {place.adcode for place in ancestors(self.place, load_places())}
        if any(place.adcode in holders for place in named):
            return "wider"
        if any(self.place in ancestors(place, load_places()) for place in named):
            return "part"
        if not named:
            return self._of_unknown(name)
        return "other" if all(len(place.name) > 2 for place in named) else None

    def _of_unknown(self, name: str) -> Relation | None:
        """Judge a name by its level alone: the counties and districts of a city."""
        if not self.names:
            return None
        if self.level == "市" and name[-1] in "县区旗":
            return "part"
        return "other" if self.level == "县" and name[-1] in "县旗" else None


def home_of(text: str, adcode: str | None = None) -> Home:
    """Return the place that a report is about.

    Args:
        text: the logical text.
        adcode: its code where it is known; else the place is told by the headline, by
            who wrote it, and by which place is named most.
    """
    places = load_places()
    if adcode is not None and adcode in places:
        return known(places[adcode])
    level = own_level(text)
    place = _deduced(_scores(text, find_names(text), level), level)
    if place is not None:
        return known(place)
    if level == "省" and not PROVINCIAL.search(text):
        level = ""
    names = [name for name in made_up_names(text) if level in ("", _ending(name))][:1]
    return Home(None, frozenset(names), _ending(names[0]) if names else level)


def _ending(name: str) -> Level:
    """Return the level that the ending of a name tells."""
    return "市" if name.endswith("市") else "县"


def known(place: Place) -> Home:
    """Return a place of the table as the report's own."""
    return Home(place, frozenset({place.name, *spoken_names(place)}), level_of(place))


def level_of(place: Place) -> Level:
    """Return the level that a place speaks of as its own: a county-level city is 市."""
    if place.level == "county":
        return "市" if place.name.endswith("市") else "县"
    return "省" if place.level == "province" else "市"


def own_level(text: str) -> Level:
    """Return the level that a report speaks of as its own; nothing where it does not."""
    counts = {level: len(says.findall(text)) for level, says in SAYS.items()}
    best = max(LEVELS, key=lambda level: counts[level])
    return best if counts[best] else "省" if counts["省"] > 1 else ""


def _deduced(scores: dict[str, float], level: Level) -> Place | None:
    """Return the place of that level with the most points, if it leads clearly."""
    places = load_places()
    ranked = [
        (places[code], points)
        for code, points in sorted(scores.items(), key=lambda one: (-one[1], one[0]))
        if level in ("", level_of(places[code]))
    ]
    if not ranked or ranked[0][1] < ENOUGH:
        return None
    best = ranked[0][0]
    kin = [best, *ancestors(best, places)]
    rivals = [
        points
        for place, points in ranked
        if place not in kin and best not in ancestors(place, places)
    ]
    return best if not rivals or ranked[0][1] >= LEAD * rivals[0] else None


def _scores(text: str, found: Sequence[Occurrence], level: Level) -> dict[str, float]:
    """Return points for each place that is named, and for those that hold it."""
    scores: dict[str, float] = defaultdict(float)
    places = load_places()
    lines = _short_lines(text)
    for name in found:
        heads = any(a <= name.start < b for a, b in lines)
        heads = heads and not text.endswith(VENUE, 0, name.start)
        weight = (FULL if name.full else SPOKEN) + HEADLINE * heads
        for place in name.places:
            share = _share(place, name.full, level)
            scores[place.adcode] += share * weight / len(name.places)
    for code, points in list(scores.items()):
        for holder in ancestors(places[code], places)[:1]:
            if holder.level == "prefecture" or level == "省":
                scores[holder.adcode] += HOLDER * min(1.0, points)
    return scores


def _share(place: Place, full: bool, level: Level) -> float:
    """Return how much a name says: many a county is called like a common word."""
    if place.level == "province":
        return 1.0 if level == "省" else PROVINCE
    return 1.0 if full or place.level == "prefecture" else COUNTY


def _short_lines(text: str) -> list[tuple[int, int]]:
    """Return the spans of the headline, the kicker and the line that says who wrote."""
    spans: list[tuple[int, int]] = []
    start = 0
    for line in text.split("\n"):
        if len(line) <= SHORT_LINE and "。" not in line.rstrip("。"):
            spans.append((start, start + len(line)))
        start += len(line) + 1
    return [*spans[:3], *spans[-1:]] if len(spans) > 3 else spans
