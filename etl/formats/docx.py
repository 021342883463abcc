"""Text of a Word file (docx): paragraphs and table rows in reading order."""

import io
import zipfile
from collections.abc import Iterator

import docx
from docx.opc.exceptions import PackageNotFoundError
from docx.oxml.ns import qn
from docx.table import Table  # pyright: ignore
from docx.table import _Row as Row
from docx.text.paragraph import Paragraph
from lxml import etree

from etl.errors import InputError

MAX_UNPACKED = 200_000_000
"""Bytes of the unpacked file, pictures included; an honest article has far fewer."""
MAX_PARTS = 5_000
SAVE_AGAIN = "open it in Word or WPS and save it again as docx, or as UTF-8 txt."

SKIPPED = frozenset(map(qn, ("w:del", "w:moveFrom", "w:txbxContent", "w:pict")))
"""Struck out by tracked changes, or text boxes, which repeat what stands elsewhere."""
BREAKS = {qn("w:br"): "\n", qn("w:cr"): "\n", qn("w:tab"): "\t"}


def read(data: bytes, name: str) -> str:
    """Return the text of a docx: a paragraph a line, cells of a table row by tabs.

    Raises:
        InputError: It is damaged, or unpacks to more than an article can be.
    """
    refuse_bomb(data, name)
    try:
        document = docx.Document(io.BytesIO(data))
        lines = list(block_lines(document.iter_inner_content()))
    except (
        PackageNotFoundError,
        zipfile.BadZipFile,
        etree.LxmlError,
        KeyError,
        ValueError,
        RecursionError,
    ) as error:
        raise InputError(f"{name} cannot be read ({error}); {SAVE_AGAIN}") from None
    return "\n".join(lines) + "\n"


def refuse_bomb(data: bytes, name: str) -> None:
    """Refuse an archive that says it unpacks to far more than an article.

    What it says is binding: the reader stops at the size that the directory declares.

    Raises:
        InputError: It is no archive, or too large a one.
    """
    try:
        parts = zipfile.ZipFile(io.BytesIO(data)).infolist()
    except (zipfile.BadZipFile, ValueError, NotImplementedError):
        raise InputError(f"{name} is no complete docx; {SAVE_AGAIN}") from None
    if len(parts) > MAX_PARTS or sum(part.file_size for part in parts) > MAX_UNPACKED:
        raise InputError(
            f"{name} unpacks to more than {MAX_UNPACKED / 1e6:.0f} MB; "
            "save the text of the article alone as UTF-8 txt."
        )


def block_lines(blocks: Iterator[Paragraph | Table]) -> Iterator[str]:
    """Yield the lines of a run of paragraphs and tables."""
    for block in blocks:
        if isinstance(block, Paragraph):
            yield paragraph_text(block)
        else:
            for row in block.rows:
                yield "\t".join(row_texts(row))


def row_texts(row: Row) -> Iterator[str]:
    """Yield the text of each cell of a table row; a merged cell once."""
    last = None
    for cell in row.cells:
        if cell._tc is not last:
            yield " ".join(filter(None, block_lines(cell.iter_inner_content())))
        last = cell._tc


def paragraph_text(paragraph: Paragraph) -> str:
    """Return the visible text of a paragraph: with insertions, without deletions."""
    return "".join(visible(paragraph._p))


def visible(element: etree._Element) -> Iterator[str]:
    """Yield the pieces of text below an element, in order."""
    for child in element:
        if child.tag == qn("w:t"):
            yield child.text or ""
        elif child.tag in BREAKS:
            yield BREAKS[child.tag]
        elif child.tag not in SKIPPED:
            yield from visible(child)
