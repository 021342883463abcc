"""Text layer of a PDF, column by column, a blank line between blocks of text."""

import io

from pdfminer.high_level import extract_text
from pdfminer.layout import LAParams
from pdfminer.pdfparser import PDFSyntaxError
from pypdf import PdfReader
from pypdf.errors import PyPdfError

from etl.errors import InputError

DAMAGE = (PDFSyntaxError, PyPdfError, ValueError, TypeError, KeyError, RecursionError)
"""What the two libraries raise on files that are no proper PDF."""

MAX_PAGES = 200
MIN_CHARACTERS = 20
"""On a page with a text layer; a scan carries a page number at most."""
PRINT = "print it anew as PDF."
USE_OCR = "read it with OCR, check the result, and save it as UTF-8 txt."


def read(data: bytes, name: str) -> str:
    """Return the text layer of a PDF.

    Raises:
        InputError: It is encrypted, scanned, damaged, or far too long.
    """
    pages = count_pages(data, name)
    try:
        text = extract_text(io.BytesIO(data), laparams=LAParams())
    except DAMAGE as error:
        raise InputError(f"{name} cannot be read ({error}); {PRINT}") from None
    if sum(map(str.isalnum, text)) < MIN_CHARACTERS:
        raise InputError(
            f"{name} has no text layer (a scan of {pages} pages); {USE_OCR}"
        )
    return text


def count_pages(data: bytes, name: str) -> int:
    """Return how many pages a PDF has.

    Raises:
        InputError: It is encrypted, damaged, or far too long for an article.
    """
    try:
        reader = PdfReader(io.BytesIO(data))
        encrypted, pages = reader.is_encrypted, 0
        pages = 0 if encrypted else len(reader.pages)
    except DAMAGE as error:
        raise InputError(f"{name} is damaged ({error}); fetch it again.") from None
    if encrypted:
        raise InputError(
            f"{name} is an encrypted PDF; remove the password, or save its text as txt."
        )
    if pages > MAX_PAGES:
        raise InputError(f"{name} has {pages} pages; save the article's pages alone.")
    return pages
