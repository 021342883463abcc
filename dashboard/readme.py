"""Markdown for the readmes that go with files; all words from outside are literal."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping

from dashboard import datasets
from dashboard.citation import STYLES
from dashboard.i18n import Language, translate

MARKS = re.compile(r"[\\`*\[\]<>|]")
STYLE_NAMES = {"gbt7714": "GB/T 7714", "apa": "APA", "bibtex": "BibTeX"}


def literal(text: str) -> str:
    """Text whose marks Markdown takes literally, on one line."""
    return MARKS.sub(r"\\\g<0>", " ".join(text.split()))


def title(text: str) -> str:
    """The heading of the file."""
    return f"# {literal(text)}\n"


def section(heading: str, *paragraphs: str) -> str:
    """A heading and what stands below it; paragraphs are Markdown already."""
    return "\n\n".join([f"## {literal(heading)}", *paragraphs]) + "\n"


def items(lines: Iterable[str]) -> str:
    """A list."""
    return "\n".join(f"- {literal(line)}" for line in lines)


def verbatim(text: str) -> str:
    """Text as it is, for copying."""
    return f"```\n{text.replace('```', '')}\n```"


def facts(named: Mapping[str, str]) -> str:
    """Label and words, one a line."""
    return items(f"{label}: {words}" for label, words in named.items())


def dictionary(columns: Iterable[str], language: Language) -> str:
    """The columns with heading, SDMX concept and meaning."""
    keys = ("column", "heading", "concept", "meaning")
    head = [translate(language, f"file.{key}") for key in keys]
    known = datasets.catalogue().columns
    lines = [head, ["---"] * len(head)]
    for name in columns:
        words = known[name].word(language), known[name].concept
        lines.append([f"`{name}`", *words, literal(known[name].about(language))])
    return "\n".join(f"| {' | '.join(line)} |" for line in lines)


def citations(cited: Mapping[str, str], language: Language) -> str:
    """The section that says how to cite."""
    parts = [f"{STYLE_NAMES[style]}:\n\n{verbatim(cited[style])}" for style in STYLES]
    return section(translate(language, "file.citation"), *parts)


def caveats(language: Language) -> str:
    """What a reader must know of the figures."""
    notes = ("bounds_note", "silence_note", "source_note")
    told = [translate(language, f"file.{note}") for note in notes]
    return section(translate(language, "file.caveats"), items(told))
