"""The list of articles, `sources.yaml`: read, checked, all problems together."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Collection, Iterable, Iterator
from datetime import date, datetime
from pathlib import Path
from typing import Annotated

from pydantic import AfterValidator, BaseModel, BeforeValidator, ConfigDict

from etl.definitions import Entry, check, read_entries
from etl.errors import InputError
from etl.schema import Source

LIST_NAME = "sources.yaml"
STORED_SUFFIX = ".txt"
"""Added to the whole name of an html, pdf or docx: the text of a.pdf is a.pdf.txt."""

SOURCE_ID = re.compile(r"[A-Za-z0-9][A-Za-z0-9_-]{0,79}")
ADCODE = re.compile(r"[1-9][0-9]{5}")
DATE = re.compile(r"([0-9]{4})(?:-([0-9]{2})(?:-([0-9]{2}))?)?")
WEB_ADDRESS = re.compile(r"https?://[^\s/]+[^\s]*")
FIRST_YEAR, LAST_YEAR = 1949, 2100


def source_id_text(value: str) -> str:
    """Return a valid source_id, else say how one is written."""
    if SOURCE_ID.fullmatch(value):
        return value
    raise ValueError(
        f"is {value!r}; use up to 80 letters, digits, - and _, as in city-2020"
    )


def adcode_text(value: object) -> str:
    """Return an adcode as text; YAML reads an unquoted one as a number."""
    text = str(value)
    if ADCODE.fullmatch(text):
        return text
    raise ValueError(f"is {value!r}; write the six digits of the place, in quotes")


def date_text(value: object) -> str | None:
    """Return a date as text; YAML reads an unquoted one as a number or a date."""
    if value is None:
        return None
    if isinstance(value, date) and not isinstance(value, datetime):
        value = value.isoformat()
    text = str(value)
    if is_date(text):
        return text
    raise ValueError(
        f"is {text!r}, no date; write YYYY, YYYY-MM or YYYY-MM-DD, in quotes, or null"
    )


def is_date(text: str) -> bool:
    """Say whether a text is YYYY, YYYY-MM or YYYY-MM-DD and exists in the calendar."""
    found = DATE.fullmatch(text)
    if found is None:
        return False
    year, month, day = (int(part or 1) for part in found.groups())
    try:
        date(year, month, day)
    except ValueError:
        return False
    return FIRST_YEAR <= year <= LAST_YEAR


def inner_path(value: str) -> str:
    """Return a file name that stays inside the folder, else say how one is written."""
    parts = value.split("/")
    if "\\" in value or ":" in value or {"", ".", ".."} & set(parts):
        raise ValueError(
            f"is {value!r}; write the name of a file inside this folder, "
            "with / before a name in a subfolder, without .. and without a drive"
        )
    return value


def web_address(value: str) -> str:
    """Return the address of a page, else say how one is written."""
    if WEB_ADDRESS.fullmatch(value):
        return value
    raise ValueError(
        f"is {value!r}; write the address of the page with http:// or https://, or null"
    )


class SourceEntry(BaseModel):
    """One article as listed in sources.yaml; becomes an `etl.schema.Source`."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    source_id: Annotated[str, AfterValidator(source_id_text)]
    """A name of letters, digits, - and _; part of every published id, so it stays."""
    adcode: Annotated[str, BeforeValidator(adcode_text)]
    """The six digits (GB/T 2260) of the place that the article reports about."""
    file: Annotated[str, AfterValidator(inner_path)]
    """The article's file in this folder: txt, html, pdf or docx."""
    title: str | None = None
    publisher: str | None = None
    author: str | None = None
    published: Annotated[str | None, BeforeValidator(date_text)] = None
    """YYYY, YYYY-MM or YYYY-MM-DD, as far as known; null where it is not."""
    published_basis: str | None = None
    """How the date is known: 页面日期, or the words of the article that entail it."""
    url: Annotated[str, AfterValidator(web_address)] | None = None
    """Where the article was published; it is shown as a link."""


def load_sources(raw_dir: Path, known_adcodes: Collection[str]) -> list[Source]:
    """Return the listed articles, in the order of the list.

    Raises:
        InputError: With every problem of the list and of the folder's file names.
    """
    entries = read_entries(raw_dir / LIST_NAME, "sources")
    problems: list[str] = []
    listed: list[tuple[Entry, SourceEntry]] = []
    for entry in entries:
        checked = check(SourceEntry, entry, label(entry))
        if isinstance(checked, list):
            problems += checked
        else:
            listed.append((entry, checked))
    problems += repeated(listed)
    problems += unknown_places(listed, known_adcodes)
    problems += missing_files(raw_dir, listed)
    problems += unlisted_files(raw_dir, (str(e.values.get("file")) for e in entries))
    if problems:
        raise InputError(*problems)
    return [Source(**source.model_dump()) for _, source in listed]


def label(entry: Entry) -> str:
    """Return what an entry calls itself."""
    return str(entry.values.get("source_id", "without source_id"))


Listed = Iterable[tuple[Entry, SourceEntry]]


def repeated(listed: Listed) -> Iterator[str]:
    """Yield a sentence for each source_id or file that stands in two entries."""
    seen: Counter[tuple[str, str]] = Counter()
    for entry, source in listed:
        for key, value in (("source_id", source.source_id), ("file", source.file)):
            seen[key, value.casefold()] += 1
            if seen[key, value.casefold()] == 2:
                yield (
                    f"{entry.where()}: the {key} {value!r} stands in two entries; "
                    "change or delete one of them."
                )


def unknown_places(listed: Listed, known_adcodes: Collection[str]) -> Iterator[str]:
    """Yield a sentence for each adcode that no known place has."""
    for entry, source in listed:
        if source.adcode not in known_adcodes:
            yield (
                f"{entry.where()} ({source.source_id}): no place has the adcode "
                f"{source.adcode!r}; look it up under the name of the place."
            )


def missing_files(raw_dir: Path, listed: Listed) -> Iterator[str]:
    """Yield a sentence for each listed file that is not there, or not in the folder."""
    root = raw_dir.resolve()
    for entry, source in listed:
        path = raw_dir / source.file
        where = f"{entry.where()} ({source.source_id})"
        if not path.is_file():
            yield (
                f"{where}: there is no file {source.file!r} in {raw_dir}; "
                "put it there or correct the name."
            )
        elif not path.resolve().is_relative_to(root):
            yield (
                f"{where}: {source.file!r} is a link that leads out of {raw_dir}; "
                "put the file itself there."
            )


def unlisted_files(raw_dir: Path, listed: Iterable[str]) -> Iterator[str]:
    """Yield a sentence for each file of the folder that belongs to no entry."""
    files = set(listed)
    known = files | {name + STORED_SUFFIX for name in files} | {LIST_NAME}
    for path in sorted(raw_dir.rglob("*")):
        name = path.relative_to(raw_dir)
        hidden = any(part.startswith(".") for part in name.parts)
        if path.is_file() and not hidden and name.as_posix() not in known:
            yield (
                f"{raw_dir / name} is not listed in {LIST_NAME}; "
                "add an entry for it or move it elsewhere."
            )
