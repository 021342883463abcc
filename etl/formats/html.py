"""Main text of a web page, without menus, scripts and adverts."""

import re
from typing import cast

import trafilatura

from etl.errors import InputError
from etl.formats import plain
from etl.formats.tree import Node

CHARSET = re.compile(rb"<meta[^>]{0,200}?charset\s*=\s*[\"']?\s*([\w-]+)", re.I)
HEAD_BYTES = 8192
"""Where a page declares its encoding."""
SIMPLIFIED = ("gb2312", "gbk", "gb_2312-80", "x-gbk", "gb18030")

MAX_CHARACTERS = 1_000_000
MAX_ELEMENTS = 50_000
"""Of a page without its programs; the main text is found in seconds up to there."""
MOST_ATTRIBUTES = 5_000
CROWDED = re.compile(rf"<\w++(?:\s++[^\s<>]++){{{MOST_ATTRIBUTES}}}")
"""A tag with more words; the time that the parser takes grows with their square."""
BROKEN = "\N{REPLACEMENT CHARACTER}"
MOST_BROKEN = 0.005
"""Share of the characters of a page; more, and the declared encoding is not its own."""
PASTE_IT = "copy the article's text from the browser into a UTF-8 txt."

BLOCKS = (
    *("address", "article", "aside", "blockquote", "br", "div", "dl", "fieldset"),
    *("figure", "footer", "form", "h1", "h2", "h3", "h4", "h5", "h6", "header", "hr"),
    *("li", "main", "nav", "ol", "p", "pre", "section", "table", "ul"),
)
LONGEST_TITLE = 80
CELL_CHARACTERS = 200
"""A cell with more text is a column of the page, not of a table."""
ROW = re.compile(r"\| *(.*?) *\|? *")
RULE = re.compile(r"[|: -]+")


def read(data: bytes, name: str) -> str:
    """Return the main text of a page, a paragraph a line, table cells by tabs.

    Raises:
        InputError: The page has no text to speak of, or is too long.
    """
    page = decoded_page(data, name)
    if CROWDED.search(page):
        raise InputError(f"{name} holds a tag that no article needs; {PASTE_IT}")
    tree = cast("Node | None", trafilatura.load_html(page))
    title, text = "", None
    if tree is not None:
        refuse_length(tree, name)
        lay_flat(tree)
        title = headline(tree)
        text = trafilatura.extract(
            tree, include_comments=False, include_tables=True, favor_recall=True
        )
    if not text:
        raise InputError(f"{name}: no article was found on this page; {PASTE_IT}")
    lines = [*([title] if title not in text else []), *map(cells, text.split("\n"))]
    return "".join(line + "\n" for line in lines if line)


def headline(tree: Node) -> str:
    """Return the one headline of a page, which the library leaves out, or nothing."""
    found = {" ".join(h1.text_content().split()) for h1 in tree.iter("h1")} - {""}
    title = found.pop() if len(found) == 1 else ""
    return title if len(title) <= LONGEST_TITLE else ""


def refuse_length(tree: Node, name: str) -> None:
    """Drop the programs and styles of a page; refuse it if it is long without them.

    Raises:
        InputError: It has more text or more elements than an article.
    """
    for element in list(tree.iter("script", "style")):
        element.drop_tree()
    elements = sum(1 for _ in tree.iter())
    if elements > MAX_ELEMENTS or len(tree.text_content()) > MAX_CHARACTERS:
        raise InputError(f"{name} is far too long for an article; {PASTE_IT}")


def lay_flat(tree: Node) -> None:
    """Turn what only lays the page out into blocks that the library tells apart."""
    for element in list(tree.iter("table", "section")):
        if element.tag == "table" and is_layout(element):
            unfold(element)
        elif element.tag == "section" and not holds_blocks(element):
            element.tag = "p"


def holds_blocks(element: Node) -> bool:
    """Say whether other blocks stand inside an element, so that it is no paragraph."""
    return next(element.iterdescendants(*BLOCKS), None) is not None


def is_layout(table: Node) -> bool:
    """Say whether a table serves to lay the page out."""
    return any(
        len(cell.text_content()) > CELL_CHARACTERS for cell in table.iter("td", "th")
    )


def unfold(table: Node) -> None:
    """Turn a table and its cells into plain blocks; a table inside is judged apart."""
    for element in [table, *table.iter("tbody", "tr", "td", "th")]:
        nearest = next(element.iterancestors("table"), table)
        if element is table or nearest is table:
            element.tag = "div"


def cells(line: str) -> str:
    """Return a table row with tabs between its cells; any other line as it is."""
    row = ROW.fullmatch(line)
    if row is None or not line.startswith("|"):
        return line
    if RULE.fullmatch(line):
        return ""
    return "\t".join(cell.strip() for cell in row[1].split("|")).strip("\t")


def decoded_page(data: bytes, name: str) -> str:
    """Return the page as text, in the encoding that it declares.

    Systems cut descriptions in the middle of a character, so a few bytes may be broken.

    Raises:
        InputError: Its bytes are no text.
    """
    declared = CHARSET.search(data[:HEAD_BYTES])
    label = declared[1].decode("ascii", "replace").lower() if declared else ""
    encoding = "gb18030" if label in SIMPLIFIED else label
    if encoding in ("gb18030", "utf-8", "utf8"):
        text = data.decode(encoding, errors="replace").replace("\0", "")
        if text.count(BROKEN) <= MOST_BROKEN * len(text):
            return text
    return plain.read(data, name)
