"""Main text of a web page, without menus, scripts and adverts."""

import re

import trafilatura
from lxml import etree

from etl.errors import InputError
from etl.formats import plain

CHARSET = re.compile(rb"<meta[^>]{0,200}?charset\s*=\s*[\"']?\s*([\w-]+)", re.I)
HEAD_BYTES = 8192
"""Where a page declares its encoding."""
SIMPLIFIED = ("gb2312", "gbk", "gb_2312-80", "x-gbk", "gb18030")
PASTE_IT = "copy the article's text from the browser into a UTF-8 txt."


def read(data: bytes, name: str) -> str:
    """Return the main text of a page, a paragraph a line.

    Raises:
        InputError: The page has no text to speak of, or breaks the parser.
    """
    page = decoded_page(data, name)
    try:
        text = trafilatura.extract(page, include_comments=False, include_tables=True)
    except (etree.LxmlError, RecursionError, ValueError) as error:
        raise InputError(f"{name} cannot be read ({error}); {PASTE_IT}") from None
    if not text:
        raise InputError(f"{name}: no article was found on this page; {PASTE_IT}")
    return text + "\n"


def decoded_page(data: bytes, name: str) -> str:
    """Return the page as text, in the encoding that it declares.

    Raises:
        InputError: Its bytes are no text.
    """
    declared = CHARSET.search(data[:HEAD_BYTES])
    label = declared[1].decode("ascii").lower() if declared else ""
    if label in SIMPLIFIED:
        return data.decode("gb18030", errors="replace")
    return plain.read(data, name)
