"""Read the listed articles: their text, and the hash of the bytes as received.

The stored text is what every offset in the project points into. A txt file is its own
stored text; for html, pdf and docx the text found on first reading is kept beside the
file, so that a later version of a reading library moves no offset.
"""

import hashlib
import os
import tempfile
from pathlib import Path

from etl.errors import InputError
from etl.formats import is_plain, refuse_size, text_of
from etl.schema import Article, Source
from etl.sources import STORED_SUFFIX


def read_article(raw_dir: Path, source: Source) -> Article:
    """Return one listed article with its stored text.

    Raises:
        InputError: Its file cannot be read.
    """
    path = raw_dir / source.file
    data = read_bytes(path)
    text = text_of(data, path.name) if is_plain(path.name) else kept_text(path, data)
    return Article(source, text, hashlib.sha256(data).hexdigest())


def kept_text(path: Path, data: bytes) -> str:
    """Return the stored text of an html, pdf or docx; store it on first reading.

    Raises:
        InputError: Neither the stored text nor the file can be read.
    """
    kept = stored_path(path)
    if kept.is_file():
        return text_of(read_bytes(kept), kept.name)
    text = text_of(data, path.name)
    store_text(path, text)
    return text


def read_text(path: Path) -> str:
    """Return the text of a file: of a txt every character, else the article's text.

    A text stored beside the file is the one that offsets point into, so it is read.

    Raises:
        InputError: The file cannot be read, with a sentence that says what to do.
    """
    kept = stored_path(path)
    path = kept if kept.is_file() else path
    return text_of(read_bytes(path), path.name)


def read_bytes(path: Path) -> bytes:
    """Return the bytes of a file, looking at its size first.

    Raises:
        InputError: It is missing, unreadable, empty or too large.
    """
    try:
        refuse_size(path.stat().st_size, path.name)
        return path.read_bytes()
    except FileNotFoundError:
        raise InputError(f"There is no file {path}; check the name.") from None
    except OSError as error:
        raise InputError(f"{path} cannot be read: {error.strerror}.") from None


def stored_path(path: Path) -> Path:
    """Return where the stored text of an article's file is kept."""
    return path if is_plain(path.name) else path.with_name(path.name + STORED_SUFFIX)


def store_text(path: Path, text: str) -> Path:
    """Keep the text of an html, pdf or docx beside it, in one step; return where.

    A folder that cannot be written keeps nothing: the text is found anew each time.
    """
    target = stored_path(path)
    try:
        descriptor, draft = tempfile.mkstemp(dir=path.parent, prefix=".stored-")
    except OSError:
        return target
    with os.fdopen(descriptor, "w", encoding="utf-8", newline="") as file:
        file.write(text)
    Path(draft).chmod(0o644)
    return Path(draft).replace(target)
