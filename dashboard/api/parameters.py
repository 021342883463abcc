"""A query string as a selection, or a sentence that says what is wrong with it."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import cast

from dashboard import datasets, selection
from dashboard.api.answers import BadRequestError
from dashboard.i18n import LANGUAGES, Language
from dashboard.peers import COUNTS, DEFINITIONS, Choice, Definition
from dashboard.selection import Selection
from dashboard.theme import PALETTES, Mode

SHOWN = 60
"""Characters of an unknown value that an answer repeats."""
LISTED = 24
"""Valid values that an answer names; the rest are where it says."""
MOST_ROWS = 1_000_000
"""The largest limit and offset."""
WHOLE = re.compile(r"[0-9]{1,7}")
ONCE = ("limit", "offset", "lang")
Pairs = Sequence[tuple[str, str]]


def known(name: str, *, paging: bool = True) -> tuple[str, ...]:
    """The parameters that a dataset takes."""
    filters = tuple(datasets.catalogue().datasets[name].filters)
    return (*filters, "columns", "lang", "limit", "offset") if paging else filters


def read(name: str, pairs: Pairs) -> Selection:
    """What is asked of a dataset.

    Raises:
        BadRequestError: a parameter or a value is unknown.
    """
    asked = _collected(pairs, known(name))
    given = {key: _once(key, asked.pop(key)) for key in ONCE}
    return Selection(
        name,
        columns=_columns(name, asked.pop("columns")),
        language=_language(given["lang"]),
        limit=_whole("limit", given["limit"]),
        offset=_whole("offset", given["offset"]) or 0,
        filters=_checked(asked),
    )


def read_filters(
    name: str,
    pairs: Pairs,
    fixed: dict[str, tuple[str, ...]],
    without: tuple[str, ...] = (),
) -> Selection:
    """What is asked of a file whose columns are fixed, and some of its filters.

    Raises:
        BadRequestError: a parameter or a value is unknown.
    """
    taken = {*fixed, *without}
    names = [key for key in known(name, paging=False) if key not in taken]
    asked = _collected(pairs, (*names, "lang"))
    language = _language(_once("lang", asked.pop("lang")))
    return Selection(name, filters={**_checked(asked), **fixed}, language=language)


@dataclass(frozen=True, slots=True)
class Looks:
    """How a picture is drawn."""

    theme: Mode = "light"
    language: Language = "zh"
    focus: str = ""


def looks(pairs: Pairs) -> Looks:
    """How a picture is to be drawn.

    Raises:
        BadRequestError: a parameter or a value is unknown.
    """
    asked = _collected(pairs, ("theme", "focus", "lang"))
    given = {key: _once(key, values) for key, values in asked.items()}
    if given["focus"] is not None:
        _checked({"city": [given["focus"]]})
    return Looks(
        theme=_mode(given["theme"]),
        language=_language(given["lang"]) or "zh",
        focus=given["focus"] or "",
    )


def peers(city: str, pairs: Pairs) -> tuple[Choice, Language]:
    """Whom a brief compares a city with, and in which language it speaks.

    Raises:
        BadRequestError: a parameter or a value is unknown.
    """
    asked = _collected(pairs, ("peers", "count", "city", "lang"))
    definition = _once("peers", asked["peers"]) or "level"
    count = _once("count", asked["count"]) or "5"
    if definition not in DEFINITIONS:
        raise _refuse("peers", definition, DEFINITIONS)
    if count not in {str(known) for known in COUNTS}:
        raise _refuse("count", count, [str(known) for known in COUNTS])
    _checked({"city": asked["city"]})
    picked = tuple(code for code in dict.fromkeys(asked["city"]) if code != city)
    language = _language(_once("lang", asked["lang"])) or "zh"
    return Choice(
        cast("Definition", definition), count=int(count), picked=picked
    ), language


def _mode(value: str | None) -> Mode:
    for mode in PALETTES:
        if value in (None, mode):
            return mode
    raise _refuse("theme", value or "", [*PALETTES])


def language(pairs: Pairs) -> Language:
    """The language of a file that takes nothing else.

    Raises:
        BadRequestError: a parameter or a value is unknown.
    """
    return _language(_once("lang", _collected(pairs, ("lang",))["lang"])) or "zh"


def none(pairs: Pairs) -> None:
    """Nothing may be asked.

    Raises:
        BadRequestError: there is a parameter.
    """
    if pairs:
        raise BadRequestError(f"unknown parameter {_echo(pairs[0][0])}; none is valid")


def _collected(pairs: Pairs, names: Sequence[str]) -> dict[str, list[str]]:
    asked: dict[str, list[str]] = {name: [] for name in names}
    for name, value in pairs:
        if name not in asked:
            raise BadRequestError(
                f"unknown parameter {_echo(name)}; valid: {', '.join(names)}"
            )
        asked[name].append(value)
    return asked


def _echo(text: str) -> str:
    return repr(text[:SHOWN])


def _refuse(name: str, value: str, valid: Sequence[str]) -> BadRequestError:
    more = ", …" if len(valid) > LISTED else ""
    listed = ", ".join(valid[:LISTED])
    return BadRequestError(f"unknown {name} {_echo(value)}; valid: {listed}{more}")


def _once(name: str, values: Sequence[str]) -> str | None:
    if len(values) > 1:
        raise BadRequestError(f"{name} stands twice; give it once")
    return values[0] if values else None


def _checked(asked: Mapping[str, Sequence[str]]) -> dict[str, tuple[str, ...]]:
    for key, values in asked.items():
        if key == "period":
            _check_years(values)
        elif values:
            valid = selection.valid(key)
            for value in values:
                if value not in valid:
                    raise _refuse(key, value, valid)
    return {key: tuple(dict.fromkeys(values)) for key, values in asked.items()}


def _check_years(values: Sequence[str]) -> None:
    for value in values:
        if not re.fullmatch(selection.YEAR, value):
            raise BadRequestError(
                f"unknown period {_echo(value)}; valid: a year from 1900 to 2099"
            )


def _columns(name: str, values: Sequence[str]) -> tuple[str, ...]:
    valid = datasets.catalogue().datasets[name].columns
    asked = [part for value in values for part in value.split(",")]
    for part in asked:
        if part not in valid:
            raise _refuse("column", part, valid)
    return tuple(dict.fromkeys(asked))


def _language(value: str | None) -> Language | None:
    if value is None:
        return None
    for language in LANGUAGES:
        if language == value:
            return language
    raise _refuse("lang", value, LANGUAGES)


def _whole(name: str, value: str | None) -> int | None:
    if value is None:
        return None
    if not WHOLE.fullmatch(value) or int(value) > MOST_ROWS:
        raise BadRequestError(
            f"unknown {name} {_echo(value)}; valid: a whole number to {MOST_ROWS}"
        )
    return int(value)
