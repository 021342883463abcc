"""File an article under data/raw with its entry, or take one out; all or nothing."""

from __future__ import annotations

import os
import tempfile
from collections.abc import Generator, Iterable
from contextlib import contextmanager
from pathlib import Path

from etl.documents import load_listed
from etl.errors import InputError
from etl.filing_plan import Filing
from etl.listing import NEW_LIST, with_entry, without_entry
from etl.places import load_cities, load_places
from etl.read import store_text, stored_path
from etl.sources import LIST_NAME, load_sources


def file_article(filing: Filing) -> None:
    """Put the article's file and its entry in place; on any failure neither.

    Raises:
        InputError: A file of that name is there, the list would not be right, or the
            folder cannot be written.
    """
    with written(filing.raw):
        filing.raw.mkdir(parents=True, exist_ok=True)
        put_in_place(filing)


def put_in_place(filing: Filing) -> None:
    """Write the article's file, its stored text and its entry; on failure none.

    Raises:
        InputError: A file of that name is there, or the list would not be right.
        OSError: The folder cannot be written.
    """
    raw, target = filing.raw, filing.target
    brought = target.resolve() != filing.origin.resolve()
    if brought and target.exists():
        raise InputError(f"{target} is there already; choose another --id.")
    listing = raw / LIST_NAME
    old = listing.read_bytes().decode() if listing.exists() else None
    kept = [stored_path(target)] if not stored_path(target).exists() else []
    try:
        if brought:
            write(target, filing.data)
            kept.append(target)
        if stored_path(target) != target:
            store_text(target, filing.article.text)
        entry = with_entry(NEW_LIST if old is None else old, filing.article.source)
        write(listing, entry.encode())
        load_sources(raw, {*load_cities(), *load_places()})
    except BaseException:
        undo(listing, old, kept)
        raise


def undo(listing: Path, old: str | None, files: Iterable[Path]) -> None:
    """Put the list back as it was and take new files away."""
    for path in files:
        path.unlink(missing_ok=True)
    if old is None:
        listing.unlink(missing_ok=True)
    else:
        write(listing, old.encode())


def remove_article(raw: Path, source_id: str) -> list[Path]:
    """Take an article's entry, its file and its stored text out; return the files.

    Raises:
        InputError: No source has the id, it is the only one, or the folder cannot be
            written.
    """
    listing = raw / LIST_NAME
    rest = without_entry(listing, source_id)
    (file,) = (p for p, s in load_listed(listing).items() if s.source_id == source_id)
    gone = sorted(path for path in {file, stored_path(file)} if path.exists())
    with written(raw):
        write(listing, rest.encode())
        for path in gone:
            path.unlink()
    return gone


@contextmanager
def written(raw: Path) -> Generator[None]:
    """Turn an error of the disk into a sentence.

    Raises:
        InputError: The folder cannot be written.
    """
    try:
        yield
    except OSError as error:
        raise InputError(f"{raw} cannot be written: {error.strerror}.") from error


def write(path: Path, data: bytes) -> None:
    """Write a file in one step: readers see the old one or the new one."""
    descriptor, draft = tempfile.mkstemp(dir=path.parent, prefix=".draft-")
    with os.fdopen(descriptor, "wb") as file:
        file.write(data)
    Path(draft).chmod(0o644)
    Path(draft).replace(path)
