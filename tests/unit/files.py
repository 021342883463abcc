"""Files as people send them, honest and hostile, made from nothing but the library."""

import io
import zipfile
import zlib

W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
TYPES = (
    '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">'
    '<Default Extension="rels" ContentType='
    '"application/vnd.openxmlformats-package.relationships+xml"/>'
    '<Override PartName="/word/document.xml" ContentType="application/vnd.'
    'openxmlformats-officedocument.wordprocessingml.document.main+xml"/></Types>'
)
RELATIONS = (
    '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">'
    '<Relationship Id="r1" Type="http://schemas.openxmlformats.org/officeDocument/2006/'
    'relationships/officeDocument" Target="word/document.xml"/></Relationships>'
)


UNICODE = (
    b"/CIDInit /ProcSet findresource begin begincmap\n"
    b"1 begincodespacerange <0000> <ffff> endcodespacerange\n"
    b"1 beginbfrange <0001> <ffff> <0001> endbfrange\nendcmap end"
)
"""A table for a PDF: each code of two bytes is a character of the basic plane."""


def archive(parts: dict[str, str | bytes]) -> bytes:
    """Return a compressed archive."""
    target = io.BytesIO()
    with zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED) as packed:
        for name, content in parts.items():
            packed.writestr(name, content)
    return target.getvalue()


def docx(body: str | bytes, head: str = "") -> bytes:
    """Return a docx whose body is given as XML."""
    if isinstance(body, str):
        body = (
            f'<?xml version="1.0"?>{head}<w:document xmlns:w="{W}">'
            f"<w:body>{body}</w:body></w:document>"
        )
    return archive(
        {
            "[Content_Types].xml": TYPES,
            "_rels/.rels": RELATIONS,
            "word/document.xml": body,
        }
    )


def paragraph(text: str) -> str:
    """Return a paragraph of a docx."""
    return f"<w:p><w:r><w:t>{text}</w:t></w:r></w:p>"


def pdf(*pages: bytes, filters: bytes = b"/FlateDecode", trailer: bytes = b"") -> bytes:
    """Return a PDF whose pages are given as packed drawing instructions.

    Its font shows nothing, but says which character each code of two bytes stands for.
    """
    kids = b" ".join(b"%d 0 R" % (5 + 2 * place) for place in range(len(pages)))
    objects = [
        b"<</Type/Catalog/Pages 2 0 R>>",
        b"<</Type/Pages/Kids[%s]/Count %d>>" % (kids, len(pages)),
        b"<</Type/Font/Subtype/Type0/BaseFont/Song/Encoding/Identity-H/ToUnicode 4 0 R"
        b"/DescendantFonts[<</Type/Font/Subtype/CIDFontType0/BaseFont/Song/CIDSystemInfo"
        b"<</Registry(Adobe)/Ordering(Identity)/Supplement 0>>/DW 1000>>]>>",
        b"<</Length %d>>stream\n%s\nendstream" % (len(UNICODE), UNICODE),
    ]
    for place, content in enumerate(pages):
        objects += [
            b"<</Type/Page/Parent 2 0 R/MediaBox[0 0 800 800]/Contents %d 0 R"
            b"/Resources<</Font<</F1 3 0 R>>>>>>" % (6 + 2 * place),
            b"<</Length %d/Filter[%s]>>stream\n%s\nendstream"
            % (len(content), filters, content),
        ]
    return joined(objects, trailer)


def joined(objects: list[bytes], trailer: bytes) -> bytes:
    """Return a PDF of numbered objects, with its table of places."""
    out, places = b"%PDF-1.4\n", []
    for number, body in enumerate(objects, 1):
        places.append(len(out))
        out += b"%d 0 obj\n%s\nendobj\n" % (number, body)
    table = b"".join(b"%010d 00000 n \n" % place for place in places)
    size = len(objects) + 1
    return out + (
        b"xref\n0 %d\n0000000000 65535 f \n%strailer<</Root 1 0 R/Size %d%s>>\n"
        b"startxref\n%d\n%%%%EOF" % (size, table, size, trailer, len(out))
    )


def drawn(*lines: tuple[float, float, str]) -> bytes:
    """Return packed instructions that draw lines of text at x, y, in 10 points."""
    text = b"".join(
        b"BT /F1 10 Tf 1 0 0 1 %d %d Tm <%s> Tj ET\n"
        % (x, y, text.encode("utf-16-be").hex().encode())
        for x, y, text in lines
    )
    return zlib.compress(text)
