"""Footnotes for python-docx, which has none: the part of the file, and the references to it."""

from __future__ import annotations

from collections.abc import Sequence

from docx.document import Document
from docx.opc.constants import CONTENT_TYPE, RELATIONSHIP_TYPE
from docx.opc.packuri import PackURI
from docx.opc.part import Part
from docx.oxml import OxmlElement
from docx.oxml.ns import nsdecls, qn
from docx.text.paragraph import Paragraph
from lxml import etree
from lxml.etree import _Element

PART = PackURI("/word/footnotes.xml")
SIZE = "18"
"""Of the text of a note, in half points."""
SEPARATORS = ((-1, "separator"), (0, "continuationSeparator"))
"""The lines above notes: Word wants them as notes of their own."""
Pieces = Sequence[tuple[str, bool]]
"""Stretches of a note, each with whether it is bold."""


def attach(document: Document, notes: Sequence[Pieces]) -> None:
    """Put the notes into the file; the n-th is note n."""
    root = etree.fromstring(f"<w:footnotes {nsdecls('w')}/>")
    for number, kind in SEPARATORS:
        root.append(_separator(number, kind))
    for number, pieces in enumerate(notes, 1):
        root.append(_note(number, pieces))
    blob = etree.tostring(root, xml_declaration=True, encoding="UTF-8", standalone=True)
    package = document.part.package
    part = Part(PART, CONTENT_TYPE.WML_FOOTNOTES, blob, package)
    document.part.relate_to(part, RELATIONSHIP_TYPE.FOOTNOTES)


def refer(paragraph: Paragraph, number: int) -> None:
    """Set the number of a note behind what the paragraph says so far."""
    run = paragraph.add_run()
    run.font.superscript = True
    reference = OxmlElement("w:footnoteReference")
    reference.set(qn("w:id"), str(number))
    run._r.append(reference)


def _separator(number: int, kind: str) -> _Element:
    note = _element("footnote", type=kind, id=str(number))
    paragraph = _child(note, "p")
    _child(_child(paragraph, "r"), kind)
    return note


def _note(number: int, pieces: Pieces) -> _Element:
    note = _element("footnote", id=str(number))
    paragraph = _child(note, "p")
    mark = _run(paragraph, bold=False, raised=True)
    _child(mark, "footnoteRef")
    for text, bold in ((" ", False), *pieces):
        words = _child(_run(paragraph, bold=bold), "t")
        words.set("{http://www.w3.org/XML/1998/namespace}space", "preserve")
        words.text = text
    return note


def _run(paragraph: _Element, *, bold: bool, raised: bool = False) -> _Element:
    run = _child(paragraph, "r")
    form = _child(run, "rPr")
    if bold:
        _child(form, "b")
    _child(form, "sz").set(qn("w:val"), SIZE)
    if raised:
        _child(form, "vertAlign").set(qn("w:val"), "superscript")
    return run


def _element(name: str, **attributes: str) -> _Element:
    element = etree.Element(qn(f"w:{name}"))
    for key, value in attributes.items():
        element.set(qn(f"w:{key}"), value)
    return element


def _child(parent: _Element, name: str) -> _Element:
    return etree.SubElement(parent, qn(f"w:{name}"))
