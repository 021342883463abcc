"""File an article under data/raw with its entry, or take one out; all or nothing."""

from __future__ import annotations

import os
import tempfile
from collections.abc import Iterable
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
        InputError: A file of that name is there, or the list would not be right.
    """
    raw, target = filing.raw, filing.target
    raw.mkdir(parents=True, exist_ok=True)
    brought = target.resolve() != filing.origin.resolve()
    if brought and target.exists():
        raise InputError(f"{target} is there already; choose another --id.")
    listing = raw / LIST_NAME
    old = listing.read_text(encoding="utf-8") if listing.exists() else None
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
        InputError: No source has the id, or it is the only one.
    """
    listing = raw / LIST_NAME
    rest = without_entry(listing, source_id)
    of_id = {s.source_id: path for path, s in load_listed(listing).items()}
    write(listing, rest.encode())
    gone = [p for p in (of_id[source_id], stored_path(of_id[source_id])) if p.exists()]
    for path in set(gone):
        path.unlink()
    return sorted(set(gone))


def write(path: Path, data: bytes) -> None:
    """Write a file in one step: readers see the old one or the new one."""
    descriptor, draft = tempfile.mkstemp(dir=path.parent, prefix=".draft-")
    with os.fdopen(descriptor, "wb") as file:
        file.write(data)
    Path(draft).chmod(0o644)
    Path(draft).replace(path)
