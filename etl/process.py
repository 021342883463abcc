"""One article, from its file to rows of the curated tables. Runs in any process."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from etl import tables
from etl.correction_file import Corrections
from etl.corrections import Applied, correct
from etl.errors import InputError
from etl.extract import extract_text
from etl.read import read_article
from etl.schema import Article, Mention, Source
from etl.tables import Row
from etl.validate import evidence_problems, record_problems


@dataclass(frozen=True, slots=True)
class Context:
    """What every article needs besides itself; small, for it travels with each one."""

    raw: Path
    bases: Mapping[str, tuple[str, ...]]
    """What the figures of each indicator are compared on."""
    populations: Mapping[str, int | None]
    """Residents by adcode."""
    corrections: Corrections


@dataclass(frozen=True, slots=True)
class Processed:
    """The rows of one article by table, or the problems that it has."""

    source_id: str
    sha256: str = ""
    rows: Mapping[str, list[Row]] = field(default_factory=dict[str, list[Row]])
    problems: Sequence[str] = ()


def process(context: Context, source: Source) -> Processed:
    """Read, extract, correct and check one article; problems are kept, not raised."""
    try:
        article = read_article(context.raw, source)
    except InputError as error:
        return Processed(source.source_id, problems=error.problems)
    extracted = extract_text(
        article.text, source.published, source.adcode, doc=source.source_id
    )
    declared = context.corrections.get(source.source_id, ())
    mentions, applied, problems = correct(article.text, extracted, declared)
    again = read_article(context.raw, source).text
    problems += [*evidence_problems(again, extracted), *record_problems(mentions)]
    rows = {} if problems else _rows(context, article, mentions, applied)
    return Processed(source.source_id, article.sha256, rows, problems)


def _rows(
    context: Context,
    article: Article,
    mentions: Sequence[Mention],
    applied: Sequence[Applied],
) -> dict[str, list[Row]]:
    corrected = {(change.start, change.end) for change in applied}
    numbered = [
        (position, mention, (mention.start, mention.end) in corrected)
        for position, mention in enumerate(mentions)
    ]
    return {
        "source": [tables.source_row(article)],
        "source_text": [tables.source_text_row(article)],
        "mention": [tables.mention_row(article, *entry) for entry in numbered],
        "observation": [
            _observation(context, article, *entry)
            for entry in numbered
            if entry[1].indicator is not None
        ],
        "correction": list(_corrections(article, mentions, applied)),
    }


def _observation(
    context: Context, article: Article, position: int, mention: Mention, corrected: bool
) -> Row:
    return tables.observation_row(
        article,
        position,
        mention,
        corrected,
        bases=context.bases[str(mention.indicator)],
        population=context.populations[article.source.adcode],
    )


def _corrections(
    article: Article, mentions: Sequence[Mention], applied: Sequence[Applied]
) -> Iterator[Row]:
    by_span = {(mention.start, mention.end): mention for mention in mentions}
    for change in applied:
        yield tables.correction_row(article, by_span[change.start, change.end], change)
