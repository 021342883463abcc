"""A brief as a Word file: A4, Chinese type, real footnotes. The same brief, the same bytes."""

from __future__ import annotations

import io
import re
import zipfile
from datetime import UTC, datetime
from typing import cast

import docx
from docx.document import Document
from docx.enum.text import WD_ALIGN_PARAGRAPH
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.shared import Mm, Pt, RGBColor
from docx.styles.style import ParagraphStyle
from docx.table import _Cell
from docx.text.paragraph import Paragraph

from dashboard import footnotes
from dashboard.brief import Brief, Line, Note, Section, Table
from dashboard.i18n import Language, translate

TYPE = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"
SERIF, SANS, LATIN = "SimSun", "SimHei", "Times New Roman"
"""Type that Chinese offices have; Word and WPS replace it where it is missing."""
SMALL = Pt(9)
INK = RGBColor(0x1F, 0x23, 0x28)
UNPRINTABLE = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff]")
"""What XML cannot hold."""
EPOCH = (1980, 1, 1, 0, 0, 0)


def write(brief: Brief, language: Language) -> bytes:
    """The whole file."""
    document = docx.Document()
    _page(document)
    _styles(document)
    _properties(document, brief)
    document.add_paragraph(clean(brief.title), style="Title")
    subtitle = document.add_paragraph(clean(brief.subtitle), style="Subtitle")
    subtitle.alignment = WD_ALIGN_PARAGRAPH.CENTER
    for section in brief.sections:
        _section(document, section, brief.numbers)
    footnotes.attach(document, [_note(note, language) for note in brief.notes])
    return _packed(document)


def clean(text: str) -> str:
    """Text that a file of XML can hold."""
    return UNPRINTABLE.sub("", text)


def _page(document: Document) -> None:
    page = document.sections[0]
    page.page_width, page.page_height = Mm(210), Mm(297)
    page.left_margin = page.right_margin = Mm(25)
    page.top_margin = page.bottom_margin = Mm(25)


def _styles(document: Document) -> None:
    for name, font, size in (
        ("Normal", SERIF, 10.5),
        ("Title", SANS, 20),
        ("Subtitle", SERIF, 10.5),
        ("Heading 1", SANS, 14),
        ("Heading 2", SANS, 12),
    ):
        style = _style(document, name)
        style.font.name, style.font.size = LATIN, Pt(size)
        style.font.color.rgb = INK
        style.font.italic = False
        fonts = next(style.element.iter(qn("w:rFonts")))
        for theme in ("asciiTheme", "hAnsiTheme", "eastAsiaTheme", "cstheme"):
            fonts.attrib.pop(qn(f"w:{theme}"), "")
        fonts.set(qn("w:eastAsia"), font)
    _style(document, "Title").paragraph_format.alignment = WD_ALIGN_PARAGRAPH.CENTER
    _style(document, "Normal").paragraph_format.line_spacing = 1.35


def _style(document: Document, name: str) -> ParagraphStyle:
    return cast("ParagraphStyle", document.styles[name])


def _properties(document: Document, brief: Brief) -> None:
    told = document.core_properties
    told.title, told.author, told.language = clean(brief.title), "", "zh-CN"
    told.comments = clean(brief.subtitle)
    told.created = told.modified = datetime(*EPOCH, tzinfo=UTC)


def _section(document: Document, section: Section, numbers: dict[str, int]) -> None:
    document.add_heading(clean(section.heading), section.level)
    for block in section.blocks:
        if isinstance(block, Table):
            _table(document, block, numbers)
        else:
            _line(document.add_paragraph(), block, numbers)


def _line(paragraph: Paragraph, line: Line, numbers: dict[str, int]) -> None:
    for run in line:
        paragraph.add_run(clean(run.text))
        if run.mention_id:
            footnotes.refer(paragraph, numbers[run.mention_id])


def _table(document: Document, table: Table, numbers: dict[str, int]) -> None:
    drawn = document.add_table(rows=1, cols=len(table.heads), style="Table Grid")
    drawn.autofit = False
    head = drawn.rows[0]
    head._tr.get_or_add_trPr().append(OxmlElement("w:tblHeader"))
    for cell, words, width in zip(head.cells, table.heads, table.widths, strict=True):
        cell.paragraphs[0].add_run(clean(words)).bold = True
        _fit(cell, width)
    for row in table.rows:
        cells = drawn.add_row().cells
        for cell, line, width in zip(cells, row, table.widths, strict=True):
            _line(cell.paragraphs[0], line, numbers)
            _fit(cell, width)
    document.add_paragraph().paragraph_format.space_after = Pt(0)


def _fit(cell: _Cell, width: int) -> None:
    """Width in millimetres, and the smaller type of tables."""
    cell.width = Mm(width)
    paragraph = cell.paragraphs[0]
    paragraph.paragraph_format.space_after = Pt(0)
    for run in paragraph.runs:
        run.font.size = SMALL


def _note(note: Note, language: Language) -> footnotes.Pieces:
    before = translate(language, "brief.quote", before=note.before)
    after = translate(language, "brief.unquote", after=note.after, source=note.source)
    return (clean(before), False), (clean(note.surface), True), (clean(after), False)


def _packed(document: Document) -> bytes:
    """The file with the times of its parts taken out, so that two builds agree."""
    raw, out = io.BytesIO(), io.BytesIO()
    document.save(raw)
    with (
        zipfile.ZipFile(raw) as given,
        zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as packed,
    ):
        for name in given.namelist():
            packed.writestr(
                zipfile.ZipInfo(name, EPOCH), given.read(name), zipfile.ZIP_DEFLATED
            )
    return out.getvalue()
