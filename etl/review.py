"""What a second reader should look at: verdicts with little lead over their rivals.

Each comes with the entry for corrections.yaml that would change it, ready to paste.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from pathlib import Path

import yaml

from etl.codebook import load_codebook
from etl.correction_file import Corrections
from etl.corrections import correct
from etl.errors import InputError
from etl.extract import extract_text
from etl.read import read_article
from etl.schema import Mention, Source

CLOSE = 1.5
"""A lead in points of cue weight below which a verdict is worth a look."""
WHY = "WHY, in a sentence that a reader of the article can check"
NARROWEST, WIDEST = 6, 200
"""Characters around a number that its quote takes."""


def doubtful(mentions: Iterable[Mention], lead: float = CLOSE) -> list[Mention]:
    """Return the mentions that another verdict came close to, the closest first.

    Among the excluded ones these are the numbers that no indicator won clearly.
    """
    close = (m for m in mentions if m.rivals and 0 < m.margin < lead)
    return sorted(close, key=lambda mention: (mention.margin, mention.start))


def review(
    raw: Path, source: Source, corrections: Corrections
) -> tuple[str, list[Mention]]:
    """Return the text of an article and its doubtful mentions, corrections applied.

    Raises:
        InputError: The article cannot be read, or a correction no longer applies.
    """
    article = read_article(raw, source)
    name = source.source_id
    extracted = extract_text(article.text, source.published, source.adcode, doc=name)
    declared = corrections.get(name, ())
    corrected, applied, problems = correct(article.text, extracted, declared)
    if problems:
        raise InputError(*problems)
    settled = {(change.start, change.end) for change in applied}
    return article.text, doubtful(
        m for m in corrected if (m.start, m.end) not in settled
    )


def entry(text: str, mention: Mention) -> str:
    """Return a correction of a mention as YAML, its new value left to be filled in."""
    values = {
        "source": mention.doc,
        "quote": quote(text, mention),
        "surface": mention.surface,
        "status": "verdict",
        "reason": WHY,
        "changes": list(_changes(mention)),
    }
    return yaml.safe_dump(
        [values],
        allow_unicode=True,
        sort_keys=False,
        default_flow_style=None,
        width=10_000,
    )


def quote(text: str, mention: Mention) -> str:
    """Return a short stretch around a number that tells it from all others.

    It stands once in the text, and the surface stands once in it.
    """
    for left, right in _stretches(mention.start, mention.end, len(text)):
        words = text[left:right]
        if text.count(words) == 1 and words.count(mention.surface) == 1:
            return words
    return mention.surface


def _stretches(start: int, end: int, length: int) -> Iterator[tuple[int, int]]:
    """Yield ever wider spans around a span, words before it first."""
    for size in range(NARROWEST, WIDEST):
        for right in range(size + 1):
            yield max(0, start - size + right), min(length, end + right)


def _changes(mention: Mention) -> Iterator[dict[str, object]]:
    """Yield the changes that would give a mention to its strongest rival."""
    rival = load_codebook().get(mention.rivals[0])
    yield {"field": "indicator", "expect": mention.indicator, "value": rival.id}
    if mention.unit != rival.unit:
        yield {"field": "unit", "expect": mention.unit, "value": rival.unit}
