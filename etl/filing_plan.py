"""Plan the filing of an article: its place, its date, its id; nothing is written."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from difflib import get_close_matches
from pathlib import Path

from etl.documents import load_listed
from etl.errors import InputError
from etl.formats.page_facts import PageFacts, page_facts
from etl.normalise import normalise
from etl.paths import ROOT
from etl.place_names import document_place, resolve_place
from etl.places import PLACES, City, Place, ancestors, city_of, load_places
from etl.read import read_bytes, read_text
from etl.resolve.dateline import printed_date
from etl.schema import Article, Source
from etl.sources import LIST_NAME, source_id_text

SUGGESTED = 5
PRINTED, STATED = "页面日期", "网页源代码标注"
TOLD, UNKNOWN = "录入者提供", "发表日期未载明"
"""Where a publication date is from: the text, the page's head, who files it, nowhere."""


@dataclass(frozen=True, slots=True)
class Wish:
    """What the person says who files an article."""

    file: Path
    city: str | None
    details: Source
    """What is known of it; source_id, adcode and file may be empty."""


@dataclass(frozen=True, slots=True)
class Filing:
    """An article ready to be filed."""

    raw: Path
    origin: Path
    article: Article
    city: City
    data: bytes

    @property
    def target(self) -> Path:
        """Where its file will lie."""
        return self.raw / self.article.source.file


def plan(raw: Path, wish: Wish) -> Filing:
    """Return the filing of an article, with all that is missing filled in.

    Raises:
        InputError: The file, the place or the id cannot be used; nothing is changed.
    """
    data = read_bytes(wish.file)
    text = read_text(wish.file)
    place = chosen_place(wish.city, text)
    listed = load_listed(raw / LIST_NAME) if (raw / LIST_NAME).exists() else {}
    refuse_listed(wish.file, data, listed)
    city = city_of(place.adcode)
    stated = page_facts(data, wish.file.name)
    source = detailed(replace(wish.details, adcode=place.adcode), stated)
    source = dated(source, text, stated.published)
    source = named(source, city, {known.source_id for known in listed.values()})
    source = replace(source, file=file_name(raw, wish.file, source.source_id))
    article = Article(source, text, hashlib.sha256(data).hexdigest())
    return Filing(raw, wish.file, article, city, data)


def file_name(raw: Path, file: Path, source_id: str) -> str:
    """Return the name in the folder: the id, unless the file lies there already."""
    origin, folder = file.resolve(), raw.resolve()
    if origin.is_relative_to(folder):
        return origin.relative_to(folder).as_posix()
    return source_id + file.suffix.lower()


def chosen_place(name: str | None, text: str) -> Place:
    """Return the one place that a name means.

    Raises:
        InputError: No name is given, or none or several places are called so.
    """
    if name is None:
        likely = lines_of(document_place(normalise(text).text)[:SUGGESTED])
        hint = f"; it may be {likely}." if likely else "."
        raise InputError(f"Say which place the article is about with --city{hint}")
    found = resolve_place(name)
    if len(found) == 1:
        return found[0]
    if found:
        raise InputError(
            f"{name!r} can be {lines_of(found)}; write the whole name of the one that "
            "is meant, as it stands here, or its six digits."
        )
    raise InputError(f"No place is called {name!r}; {like(name)}")


def like(name: str) -> str:
    """Return what may have been meant by a name that no place has."""
    names = (name for p in load_places().values() for name in (p.name, p.short_name))
    close = get_close_matches(name, sorted(set(names)), SUGGESTED)
    if close:
        return f"did you mean {', '.join(close)}?"
    return f"look it up in {PLACES.relative_to(ROOT)}."


def lines_of(places: Iterable[Place]) -> str:
    """Return places as a list in words: code, and name behind what holds it."""
    known = load_places()
    return ", ".join(
        f"{place.adcode} "
        + "".join(p.name for p in reversed([place, *ancestors(place, known)]))
        for place in places
    )


def refuse_listed(file: Path, data: bytes, listed: Mapping[Path, Source]) -> None:
    """Refuse an article that is filed already.

    Raises:
        InputError: An entry names this file, or a file with the same bytes.
    """
    for path, source in listed.items():
        same = path.is_file() and path.stat().st_size == len(data)
        if path == file.resolve() or (same and path.read_bytes() == data):
            raise InputError(
                f"{file} is filed already, as {source.source_id} in {path.name}; "
                "remove that first to file it anew."
            )


def detailed(source: Source, stated: PageFacts) -> Source:
    """Return a source with what its page states where nothing was told."""
    return replace(
        source,
        title=source.title or stated.title,
        publisher=source.publisher or stated.publisher,
        url=source.url or stated.url,
    )


def dated(source: Source, text: str, stated: str | None) -> Source:
    """Return a source with its date: as told, printed, or stated by the page's head."""
    printed = printed_date(normalise(text).text)
    published = source.published or printed or stated
    if source.published:
        shown = printed is not None and printed.startswith(source.published)
        own = PRINTED if shown else TOLD
    else:
        own = PRINTED if printed else STATED if stated else UNKNOWN
    basis = source.published_basis or own
    return replace(source, published=published, published_basis=basis)


def named(source: Source, city: City, taken: set[str]) -> Source:
    """Return a source with an id that no other has.

    Raises:
        InputError: The id that was asked for is taken.
    """
    if source.source_id in taken:
        raise InputError(
            f"A source is already called {source.source_id!r}; choose another --id."
        )
    if source.source_id:
        return replace(source, source_id=checked_id(source.source_id))
    year = source.published[:4] if source.published else "undated"
    stem = f"{city.pinyin or city.adcode}-{year}"
    numbered = (f"{stem}-{number}" for number in range(2, len(taken) + 3))
    return replace(
        source, source_id=next(n for n in (stem, *numbered) if n not in taken)
    )


def checked_id(source_id: str) -> str:
    """Return an id that may name a file.

    Raises:
        InputError: It holds other characters than an id.
    """
    try:
        return source_id_text(source_id)
    except ValueError as error:
        raise InputError(f"--id {error}.") from None
