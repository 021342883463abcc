"""One named person's story: figures behind 战士小武, 刘大爷 or 退役军人封红兵."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache

import yaml
from pydantic import BaseModel, ConfigDict

from etl.paths import LEXICON


class PersonCues(BaseModel):
    """The content of persons.yaml; the file explains each field."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    surnames: dict[str, str]
    roles: tuple[str, ...]
    titles: tuple[str, ...]
    officials: tuple[str, ...]
    familiar: str
    pronouns: str
    speaks: str
    place: str
    many: str


@dataclass(frozen=True, slots=True)
class Matchers:
    """The expressions, compiled."""

    officials: tuple[str, ...]
    person: re.Pattern[str]
    speaks: re.Pattern[str]
    place: re.Pattern[str]
    many: re.Pattern[str]


@cache
def matchers() -> Matchers:
    """Return the expressions of persons.yaml, compiled once."""
    path = LEXICON / "persons.yaml"
    cues = PersonCues.model_validate(yaml.safe_load(path.read_text(encoding="utf-8")))
    return Matchers(
        cues.officials,
        re.compile(_person(cues)),
        re.compile(cues.speaks),
        re.compile(cues.place),
        re.compile(cues.many),
    )


def _person(cues: PersonCues) -> str:
    """Return what finds a person: a name behind a role or before a title, or 老周."""
    surname = "|".join(
        name + (f"(?![{others}])" if others else "")
        for name, others in cues.surnames.items()
    )
    titles, roles = "|".join(cues.titles), "|".join(cues.roles)
    familiar = f"(?<![一-龥])[{cues.familiar}](?:{surname})(?![一-龥]?[村镇乡庄区])"
    after_role = f"(?:{roles})[{cues.familiar}]?(?:{surname})"
    from_there = f"(?<=[县市区镇乡村]的)(?:{surname})"
    with_title = f"(?:{surname})(?:{titles})"
    named = "|".join([familiar, after_role, from_there, with_title])
    heads = {*cues.familiar, *(word[0] for word in (*cues.surnames, *cues.roles))}
    # most characters begin none of these: one look at each is enough
    return f"(?=[{''.join(sorted(heads))}])(?:{named})|{cues.pronouns}"


def speaks(text: str, start: int, position: int) -> bool:
    """Tell whether who is named before an offset speaks, and of more than himself.

    他说最满意的是体检不用排队：所里每年安排300人检查.
    """
    told = matchers().speaks.match(text[start:position])
    return bool(told) and "：" in text[start:position]


def told_of_person(text: str, start: int, position: int, end: int) -> bool:
    """Tell whether a figure belongs to the story of the person named before it.

    Args:
        text: the logical text.
        start: where the figure's sentence begins.
        position: where the figure stands.
        end: where it ends.
    """
    tools = matchers()
    if tools.many.match(text, end):
        return False
    named = tools.person.search(text, start, position)
    if named is None or text.endswith(tools.officials, start, named.start()):
        return False
    if tools.speaks.match(text[named.end() : position]):
        return False
    return not tools.place.search(text, start, position)
