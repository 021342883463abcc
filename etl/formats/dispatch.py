"""Which reader reads a file: by its name, confirmed by its first bytes."""

from collections.abc import Callable
from importlib import import_module
from pathlib import PurePath

from etl.errors import InputError
from etl.formats.confined import read_confined

MAX_BYTES = 20_000_000
"""No article is longer; a larger file is a scan, a picture or the wrong file."""
MAX_CHARACTERS = 10_000_000
"""Of text in one article, so that a small archive cannot become a huge text."""

READERS = {
    ".txt": "plain",
    ".htm": "html",
    ".html": "html",
    ".pdf": "pdf",
    ".docx": "docx",
}
"""Suffix → module beside this one, with a function `read(data, name)`.

Imported when first needed: the libraries are heavy, and most articles are plain text.
"""
CONFINED = ("pdf",)
"""Formats whose libraries a made-up file can keep busy for hours."""
SUFFIXES = tuple(READERS)
Reader = Callable[[bytes, str], str]

SIGNATURES: tuple[tuple[bytes, str], ...] = (
    (b"%PDF-", ".pdf"),
    (b"PK\x03\x04", ".docx"),
    (b"\xd0\xcf\x11\xe0", "an old or encrypted Office file"),
    (b"\x89PNG", "a picture"),
    (b"\xff\xd8\xff", "a picture"),
    (b"GIF8", "a picture"),
    (b"BM", "a picture"),
    (b"II*\x00", "a picture"),
    (b"MM\x00*", "a picture"),
    (b"RIFF", "a picture or a film"),
    (b"{\\rtf", "an RTF file"),
    (b"Rar!", "an archive"),
    (b"7z\xbc\xaf", "an archive"),
    (b"\x1f\x8b", "an archive"),
)
ADVICE = {
    "a picture": "read it with OCR, check the result, and save it as UTF-8 txt.",
    "an archive": "unpack it and take the article out.",
}
FETCH_AGAIN = "fetch it again, or save its text as UTF-8 txt."
SAVE_AS = "open it and save it as docx or as UTF-8 txt."


def is_plain(name: str) -> bool:
    """Say whether a file is its own stored text."""
    return PurePath(name).suffix.lower() == ".txt"


def text_of(data: bytes, name: str) -> str:
    """Return the text of an article's file, without translation of line ends.

    Args:
        data: The bytes of the file.
        name: Its name; the suffix says the format.

    Raises:
        InputError: It cannot be read, with a sentence that says what to do.
    """
    suffix = PurePath(name).suffix.lower()
    refuse_size(len(data), name)
    refuse_format(data, name, suffix)
    module = READERS[suffix]
    text = (
        read_confined(module, data, name)
        if module in CONFINED
        else read_with(module, data, name)
    )
    if not text.strip("\ufeff \t\r\n\f\v\u3000\xa0"):
        raise InputError(f"{name} holds no text; put the article's text into it.")
    if len(text) > MAX_CHARACTERS:
        raise InputError(
            f"{name} holds more than {MAX_CHARACTERS:,} characters; "
            "split it into its articles."
        )
    return text


def read_with(module: str, data: bytes, name: str) -> str:
    """Return what a reader reads.

    The libraries answer a damaged file with errors of some twenty kinds, their own and
    Python's, as thousands of files damaged at random have shown; so all are caught.

    Raises:
        InputError: The reader refuses the file, or breaks on it.
    """
    read: Reader = import_module(f"etl.formats.{module}").read
    try:
        return read(data, name)
    except InputError:
        raise
    except Exception as error:
        kind = type(error).__name__
        raise InputError(
            f"{name} is a damaged {module} ({kind}); {FETCH_AGAIN}"
        ) from None


def refuse_size(size: int, name: str) -> None:
    """Refuse an empty or a huge file.

    Raises:
        InputError: The file is empty or larger than MAX_BYTES.
    """
    if size == 0:
        raise InputError(f"{name} is empty; put the article's text into it.")
    if size > MAX_BYTES:
        raise InputError(
            f"{name} has {size / 1e6:.0f} MB; the limit is {MAX_BYTES / 1e6:.0f} MB. "
            "Save the text of the article alone as UTF-8 txt."
        )


def refuse_format(data: bytes, name: str, suffix: str) -> None:
    """Refuse a file whose suffix is none of ours or does not fit its first bytes.

    Raises:
        InputError: The format is not readable, or the suffix is a wrong one.
    """
    found = next((kind for head, kind in SIGNATURES if data.startswith(head)), None)
    if found and not found.startswith("."):
        raise InputError(f"{name} is {found}; {ADVICE.get(found, SAVE_AS)}")
    if suffix not in READERS:
        kinds = ", ".join(kind.removeprefix(".") for kind in SUFFIXES)
        raise InputError(f"{name}: only {kinds} files can be read; {SAVE_AS}")
    needed = suffix if suffix in (".pdf", ".docx") else None
    if found != needed:
        content = f"a {found.removeprefix('.')}" if found else "another kind of file"
        raise InputError(
            f"{name} is by its content no {suffix.removeprefix('.')} but {content}; "
            f"give it the right ending or {SAVE_AS}"
        )
