"""A brief as a page that prints on A4: no script, nothing from outside, all text escaped."""

from __future__ import annotations

from dashboard import evidence
from dashboard.brief import Brief
from dashboard.i18n import Language, translate

TYPE = "text/html; charset=utf-8"


def write(brief: Brief, language: Language, base: str) -> bytes:
    """The whole page; notes lead to their numbers at `base`."""
    quotes = [
        (
            translate(language, "brief.quote", before=note.before),
            translate(language, "brief.unquote", after=note.after, source=note.source),
        )
        for note in brief.notes
    ]
    return evidence.render(
        "brief",
        brief=brief,
        numbers=brief.numbers,
        quotes=quotes,
        base=base,
        lang="zh-CN" if language == "zh" else "en",
        notes_title=translate(language, "brief.footnotes"),
    ).encode()
