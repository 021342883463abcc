"""Text and tables as HTML, escaped by the template engine: the only place with HTML.

Everything that comes from articles or links passes through Jinja with autoescape on;
no template marks a value as safe.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

from jinja2 import Environment, FileSystemLoader, StrictUndefined

from dashboard import theme

Row = Mapping[str, Any]
LATIN = 0x2E80
"""Characters from here on are as wide as they are high."""
GREY = 214
"""Hue of what belongs to no theme."""

_templates = Environment(
    loader=FileSystemLoader(Path(__file__).with_name("templates")),
    autoescape=True,
    undefined=StrictUndefined,
    trim_blocks=True,
    lstrip_blocks=True,
)


def render(template: str, tail: str = "", **values: object) -> str:
    """Fill templates/<template>.html; `tail` is kept at the end of each link."""
    return _templates.get_template(f"{template}.html").render(tail=tail, **values)


def render_svg(template: str, **values: object) -> str:
    """Fill templates/<template>.svg, escaped like all the others."""
    return _templates.get_template(f"{template}.svg").render(**values)


def logo(name: str, ink: str) -> str:
    """The mark with the name of the site beside it, as SVG."""
    width = 44 + sum(18 if ord(character) > LATIN else 10 for character in name)
    return _templates.get_template("logo.svg").render(name=name, ink=ink, width=width)


@dataclass(frozen=True, slots=True)
class Piece:
    """A stretch of the article: plain, or one number."""

    text: str
    mention_id: str = ""
    kind: str = ""
    hue: int = GREY
    title: str = ""
    selected: bool = False


@dataclass(frozen=True, slots=True)
class Cell:
    """A cell of a table: words, and where they lead."""

    words: str
    mention_id: str = ""
    source: str = ""


def web_address(url: str | None) -> str:
    """An address that may become a link: http and https only, else nothing."""
    return url if url and urlsplit(url).scheme in ("http", "https") else ""


def hue_of(mention: Row) -> int:
    """The hue of the theme a number counts for; grey where it counts for none."""
    found = theme.hue(mention["theme"])
    return GREY if found is None else found


def pieces(
    text: str, mentions: Iterable[Row], selected: str, title: Callable[[Row], str]
) -> Iterator[Piece]:
    """Cut a text at its numbers; the pieces joined give the text again."""
    done = 0
    for mention in mentions:
        start, end = mention["start_offset"], mention["end_offset"]
        if start < done:
            continue
        yield Piece(text[done:start])
        yield Piece(
            text[start:end],
            mention["mention_id"],
            "sy-counted" if mention["indicator"] else "sy-excluded",
            hue_of(mention),
            title(mention),
            mention["mention_id"] == selected,
        )
        done = end
    yield Piece(text[done:])


def paragraphs(parts: Iterable[Piece]) -> list[list[Piece]]:
    """Group pieces into paragraphs: a line break in plain text begins a new one."""
    found: list[list[Piece]] = [[]]
    for part in parts:
        if part.mention_id:
            found[-1].append(part)
            continue
        first, *rest = part.text.split("\n")
        found[-1].append(Piece(first))
        found.extend([Piece(line)] for line in rest)
    return [group for group in found if any(part.text.strip() for part in group)]


def article(
    text: str,
    mentions: Sequence[Row],
    *,
    selected: str,
    title: Callable[[Row], str],
    tail: str,
    doors: bool = True,
) -> str:
    """The article with every number marked by kind; without doors nothing is a link."""
    marked = paragraphs(pieces(text, mentions, selected, title))
    return render("article", tail, paragraphs=marked, doors=doors)


def table(
    caption: str,
    columns: Sequence[tuple[str, bool]],
    rows: Sequence[Sequence[Cell]],
    *,
    tail: str,
) -> str:
    """A real table; `columns` are names with whether they hold numbers."""
    heads = [{"name": name, "number": number} for name, number in columns]
    return render("table", tail, caption=caption, columns=heads, rows=rows)
