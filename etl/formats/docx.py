"""Text of a Word file (docx): paragraphs and table rows in reading order."""

import io
import zipfile
from collections.abc import Iterator
from typing import cast

import docx
from docx.oxml.ns import qn

from etl.errors import InputError
from etl.formats.tree import Node

MAX_UNPACKED = 100_000_000
"""Bytes of the unpacked file, pictures included; an honest article has far fewer."""
MAX_TEXT_PART = 30_000_000
"""Bytes of one XML part: some 200,000 paragraphs."""
MAX_PARTS = 5_000
SAVE_AGAIN = "open it in Word or WPS and save it again as docx, or as UTF-8 txt."

PARAGRAPH, TABLE, ROW, CELL = map(qn, ("w:p", "w:tbl", "w:tr", "w:tc"))
TEXT = qn("w:t")
BREAKS = {qn("w:br"): "\n", qn("w:cr"): "\n", qn("w:tab"): "\t"}
FALLBACK = "{http://schemas.openxmlformats.org/markup-compatibility/2006}Fallback"
SKIPPED = frozenset((qn("w:del"), qn("w:moveFrom"), qn("w:pPr"), FALLBACK))
"""Struck out by tracked changes, settings, and second copies for older programs."""


def read(data: bytes, name: str) -> str:
    """Return the text of a docx: a paragraph a line, cells of a table row by tabs.

    Raises:
        InputError: It unpacks to more than an article can be.
    """
    refuse_bomb(data, name)
    document = docx.Document(io.BytesIO(data))
    return "\n".join(block_lines(cast("Node", document.element))) + "\n"


def refuse_bomb(data: bytes, name: str) -> None:
    """Refuse an archive that says it unpacks to far more than an article.

    What it says is binding: reading a part stops at the size that the directory gives.

    Raises:
        InputError: It is no archive, or too large a one.
    """
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            parts = archive.infolist()
    except (zipfile.BadZipFile, ValueError, NotImplementedError):
        raise InputError(f"{name} is no complete docx; {SAVE_AGAIN}") from None
    texts = [part.file_size for part in parts if part.filename.endswith(".xml")]
    if (
        len(parts) > MAX_PARTS
        or sum(part.file_size for part in parts) > MAX_UNPACKED
        or max(texts, default=0) > MAX_TEXT_PART
    ):
        raise InputError(
            f"{name} unpacks to far more than an article; "
            "save the text of the article alone as UTF-8 txt."
        )


def block_lines(container: Node) -> Iterator[str]:
    """Yield the lines of the paragraphs and tables inside an element."""
    for child in container:
        if child.tag == PARAGRAPH:
            yield "".join(visible(child))
        elif child.tag == TABLE:
            yield from map(row_line, child.iter(ROW))
        elif child.tag not in SKIPPED:
            yield from block_lines(child)


def row_line(row: Node) -> str:
    """Return the cells of a table row, divided by tabs; each cell in one line."""
    cells = (child for child in row if child.tag == CELL)
    return "\t".join(" ".join(filter(None, block_lines(cell))) for cell in cells)


def visible(element: Node) -> Iterator[str]:
    """Yield the pieces of text inside an element: insertions too, no deletions."""
    for child in element:
        if child.tag == TEXT:
            yield child.text or ""
        elif child.tag in BREAKS:
            yield BREAKS[child.tag]
        elif child.tag not in SKIPPED:
            yield from visible(child)
            if child.tag == PARAGRAPH:  # of a text box
                yield "\n"
