"""Text layer of a PDF: column by column, line by line, indents of paragraphs kept."""

import io
import logging
from collections import Counter
from collections.abc import Iterator

from pdfminer.converter import PDFPageAggregator
from pdfminer.layout import LTPage, LTTextLine
from pdfminer.pdfinterp import PDFPageInterpreter, PDFResourceManager
from pdfminer.pdfpage import PDFPage
from pypdf import PageObject, PdfReader

from etl.errors import InputError
from etl.formats.columns import ordered_lines
from etl.formats.radicals import RADICALS

MAX_PAGES = 200
MAX_PAGE_BYTES = 5_000_000
"""Of drawing instructions on one page, unpacked; a dense newspaper page has 1 MB."""
MIN_CHARACTERS = 20
"""In a text layer; a scan carries a page number at most."""
SAVE_TEXT = "save the text of the article alone as UTF-8 txt."
USE_OCR = "read it with OCR, check the result, and save it as UTF-8 txt."

INDENT = "\u3000\u3000"
INDENT_LEAST, INDENT_MOST = 1.2, 4.5
"""How far the first line of a paragraph is set in, in heights of the line."""
COMMON = 3
"""Lines that begin at one distance from the left make it the edge of a column."""


def read(data: bytes, name: str) -> str:
    """Return the text layer of a PDF, a printed line a line, a blank line a page.

    A line set in against its column begins with two wide spaces, as in a manuscript.

    Raises:
        InputError: It is encrypted, scanned, or far too long.
    """
    for library in ("pdfminer", "pypdf"):
        logging.getLogger(library).setLevel(logging.CRITICAL)
    pages = checked_pages(data, name)
    text = "\n\n".join("\n".join(page_lines(page)) for page in drawn(data))
    text = text.translate(str.maketrans(RADICALS))
    if sum(map(str.isalnum, text)) < MIN_CHARACTERS:
        raise InputError(f"{name} has no text layer (a scan, {pages} pages); {USE_OCR}")
    return text + "\n"


def checked_pages(data: bytes, name: str) -> int:
    """Return how many pages a PDF has, having unpacked each within limits.

    Raises:
        InputError: It is encrypted, or far too long for an article.
    """
    reader = PdfReader(io.BytesIO(data))
    if reader.is_encrypted:
        raise InputError(
            f"{name} is an encrypted PDF; remove the password, "
            "or save its text as UTF-8 txt."
        )
    pages = len(reader.pages)
    if pages > MAX_PAGES:
        raise InputError(f"{name} has {pages} pages; save the article's pages alone.")
    if any(page_bytes(page) > MAX_PAGE_BYTES for page in reader.pages):
        raise InputError(f"{name} unpacks to more than a page can hold; {SAVE_TEXT}")
    return pages


def page_bytes(page: PageObject) -> int:
    """Return how many bytes of instructions draw a page."""
    contents = page.get_contents()
    return len(contents.get_data()) if contents is not None else 0


def drawn(data: bytes) -> Iterator[LTPage]:
    """Yield the pages with their characters in place, not yet in lines."""
    resources = PDFResourceManager()
    device = PDFPageAggregator(resources)
    interpreter = PDFPageInterpreter(resources, device)
    for page in PDFPage.get_pages(io.BytesIO(data)):
        interpreter.process_page(page)
        yield device.get_result()


def page_lines(page: LTPage) -> Iterator[str]:
    """Yield the lines of a page in the order in which its columns are read."""
    lines = ordered_lines(page)
    edges = column_edges(lines)
    for line in lines:
        text = line.get_text().strip()
        if text:
            yield INDENT + text if is_set_in(line, edges) else text


def column_edges(lines: list[LTTextLine]) -> list[float]:
    """Return the distances from the left, in points, at which columns begin."""
    starts = Counter(round(line.x0) for line in lines)
    near = {x: starts[x - 1] + starts[x] + starts[x + 1] for x in starts}
    return [float(x) for x, count in near.items() if count >= COMMON]


def is_set_in(line: LTTextLine, edges: list[float]) -> bool:
    """Say whether a line begins to the right of an edge by the width of an indent."""
    height = line.height or 1.0
    least, most = INDENT_LEAST * height, INDENT_MOST * height
    return any(least <= line.x0 - edge <= most for edge in edges)
