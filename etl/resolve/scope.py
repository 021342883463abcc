"""The smaller place that a figure is stated for: a township, a village, a county."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache

import yaml
from pydantic import BaseModel, ConfigDict

from etl.paths import LEXICON
from etl.resolve.reach import Site

MARK = re.compile(r"[^一-龥]")
SHORTEST = 2
AROUND = 5000
LONGEST_NAME = 6
FARTHEST = 40
"""So many characters behind its name a place is no longer the subject."""


class ScopeCues(BaseModel):
    """The content of scopes.yaml; each field is explained there."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    suffixes: tuple[str, ...]
    begins: str
    longest: int
    generic: tuple[str, ...]
    other_word: str
    whole: str
    not_subject: str
    holds: str
    county: str
    body: str
    named_after: str


@dataclass(frozen=True, slots=True)
class Matchers:
    """The cues, compiled."""

    cues: ScopeCues
    suffix: re.Pattern[str]
    whole: re.Pattern[str]
    not_subject: re.Pattern[str]
    holds: re.Pattern[str]
    county: re.Pattern[str]
    body: re.Pattern[str]
    named_after: re.Pattern[str]


@cache
def matchers() -> Matchers:
    """Return the scope cues, read and compiled once."""
    path = LEXICON / "scopes.yaml"
    cues = ScopeCues.model_validate(yaml.safe_load(path.read_text(encoding="utf-8")))
    return Matchers(
        cues=cues,
        suffix=re.compile(f"(?:{'|'.join(cues.suffixes)})(?![{cues.other_word}])"),
        whole=re.compile(cues.whole),
        not_subject=re.compile(cues.not_subject),
        holds=re.compile(cues.holds),
        county=re.compile(cues.county),
        body=re.compile(cues.body),
        named_after=re.compile(cues.named_after),
    )


def place_of(site: Site) -> str | None:
    """Return the smaller place that a figure's own sentence is about, else None."""
    return _township(site) or _held_county(site) or _body(site)


def _township(site: Site) -> str | None:
    """Return the last township or village named before the figure as its subject."""
    start = max(site.half, site.quantity.start - FARTHEST)
    found: tuple[int, int] | None = None
    for ending in matchers().suffix.finditer(site.text, start, site.quantity.start):
        name_start = _name_start(site.text, site.half, ending)
        if name_start is None:
            continue
        joined = found is not None and found[1] == name_start
        found = (found[0] if found and joined else name_start, ending.end())
    if found is None or not _is_subject(site, found[1]):
        return None
    return site.text[slice(*found)]


def _name_start(text: str, half: int, ending: re.Match[str]) -> int | None:
    """Return where the name with this ending begins, None where it is no name."""
    cues = matchers().cues
    start = ending.start()
    while start > half and not _begins_name(text, start, ending.start()):
        start -= 1
        if ending.start() - start > cues.longest:
            return None
    stem = text[start : ending.start()]
    named = len(stem) >= SHORTEST and not stem.endswith(cues.generic)
    return start if named else None


def _begins_name(text: str, start: int, end: int) -> bool:
    """Tell whether a name can begin here: behind a mark, a small word, a name."""
    cues = matchers().cues
    before = text[start - 1]
    if MARK.match(before) or before in cues.begins:
        return True
    return start < end and text[:start].endswith(cues.suffixes)


def _is_subject(site: Site, end: int) -> bool:
    """Tell whether the figure is stated of the place that ends here."""
    if not site.is_next(end):
        return False
    tools, between = matchers(), site.before(end)
    return not (tools.whole.search(between) or tools.not_subject.match(between))


def _held_county(site: Site) -> str | None:
    """Return the county that stands behind 所辖: 所辖青岚县实现“五连冠”."""
    tools, end = matchers(), site.quantity.start
    holds = tools.holds.search(site.text, site.sentence, end)
    if holds is None:
        return None
    names = list(tools.county.finditer(site.text, holds.end(), end))
    clause = site.text.rfind("，", holds.end(), end)
    own = [name for name in names if name.start() > clause] or names[-1:]
    if not own:
        return None
    rank = sum(1 for place in site.neighbours if place > own[-1].end())
    each = len(own) > 1 and "分别" in site.before(own[-1].end())
    if each and rank < len(own):
        return own[rank][0]
    return "、".join(name[0] for name in own)


def _body(site: Site) -> str | None:
    """Return the county whose armed-forces department acts, unless often named."""
    tools = matchers()
    body = tools.body.search(site.text, site.sentence, site.quantity.start)
    start = max(site.sentence, body.start() - LONGEST_NAME) if body else 0
    found = tools.named_after.search(site.text, start, body.start()) if body else None
    if found is None:
        return None
    around = found.start() - AROUND, found.end() + AROUND
    if site.text.count(found["name"], max(0, around[0]), around[1]) > 1:
        return None
    return found["name"]
