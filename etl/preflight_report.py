"""The pre-flight report of an article, as lines for the terminal."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import asdict

from etl.codebook import Codebook
from etl.filing_plan import Filing
from etl.normalise import normalise
from etl.place_names import document_place
from etl.preflight import Preflight, shown
from etl.schema import Mention

AROUND = 24
"""Characters of the article shown on either side of a number."""
LIKELY = 5
"""Places that an article may be about, of which the given one should be one."""
MOST = 20
"""Lines of one list; the rest is counted."""


def report(filing: Filing, found: Preflight, codebook: Codebook) -> Iterator[str]:
    """Yield the lines of the report."""
    yield from entry_lines(filing)
    yield from told_lines(filing, found, codebook)
    yield from excluded_lines(filing, found)
    yield from doubtful_lines(filing, found)
    yield from peer_lines(found)


def entry_lines(filing: Filing) -> Iterator[str]:
    """Yield what will stand in the list, and what is not known of the place."""
    for key, value in asdict(filing.article.source).items():
        if value is not None:
            yield f"{key}: {printable(str(value))}"
    yield f"place: {filing.city.name} ({filing.city.level}, {filing.city.province})"
    likely = document_place(normalise(filing.article.text).text)[:LIKELY]
    if likely and filing.city.adcode not in {place.adcode for place in likely}:
        yield f"note: The article names {likely[0].name} more; is --city right?"
    if filing.city.population is None:
        yield (
            f"note: No population is known for {filing.city.name}: it gets no figures "
            "per 10 000 residents until it stands in cities.yaml."
        )


def told_lines(filing: Filing, found: Preflight, codebook: Codebook) -> Iterator[str]:
    """Yield the observations by theme, each with its quote."""
    count = sum(map(len, found.by_theme.values()))
    yield f"\n{len(found.mentions)} quantities, {count} observations"
    for theme, mentions in found.by_theme.items():
        yield f"\n{theme} ({len(mentions)})"
        for mention in mentions:
            name = codebook.get(str(mention.indicator)).zh
            yield (
                f"  {name}: {printable(mention.surface)} = {shown(mention.value)} "
                f"{mention.unit}, {mention.qualifier}, {period(mention)}"
                f"{f', of {mention.place} alone' if mention.place else ''}"
            )
            yield f"    {quote(filing.article.text, mention)}"


def excluded_lines(filing: Filing, found: Preflight) -> Iterator[str]:
    """Yield the excluded quantities by reason."""
    reasons: dict[str, list[Mention]] = defaultdict(list)
    for mention in found.mentions:
        if mention.reason:
            reasons[mention.reason].append(mention)
    yield f"\nExcluded ({sum(map(len, reasons.values()))})"
    for reason, mentions in sorted(reasons.items(), key=lambda item: -len(item[1])):
        yield f"  {reason} ({len(mentions)})"
        if reason != "date":
            lines = [f"    {quote(filing.article.text, m)}" for m in mentions]
            yield from shortened(lines)


def doubtful_lines(filing: Filing, found: Preflight) -> Iterator[str]:
    """Yield the verdicts with little lead over another."""
    yield f"\nTo look at: verdicts with a rival close behind ({len(found.doubtful)})"
    lines = [
        f"  {mention.indicator or mention.reason}, near {', '.join(mention.rivals)}: "
        f"{quote(filing.article.text, mention)}"
        for mention in found.doubtful
    ]
    yield from shortened(lines)


def peer_lines(found: Preflight) -> Iterator[str]:
    """Yield what changes among the published figures, and what peers report besides."""
    yield f"\nPublished figures that would change ({len(found.effects)})"
    yield from shortened([f"  {sentence}" for sentence in found.effects])
    yield f"\nOther cities report, this article does not ({len(found.silent)})"
    yield from shortened([f"  {i.zh}: {told_by(cities)}" for i, cities in found.silent])


def told_by(cities: int) -> str:
    """Return how many cities tell something, in words."""
    return "1 city" if cities == 1 else f"{cities} cities"


def shortened(lines: Sequence[str]) -> Iterator[str]:
    """Yield the first lines of a list and how many there are besides."""
    yield from lines[:MOST]
    if len(lines) > MOST:
        yield f"    … and {len(lines) - MOST} more"


def period(mention: Mention) -> str:
    """Return a period in words."""
    ends = (mention.period.start, mention.period.end)
    dates = " to ".join(date or "?" for date in ends) if any(ends) else "undated"
    return f"{mention.period.kind or 'no period'} ({dates})"


def quote(text: str, mention: Mention) -> str:
    """Return a number with the words around it, the number in brackets, in one line."""
    before = text[max(0, mention.start - AROUND) : mention.start]
    after = text[mention.end : mention.end + AROUND]
    return f"…{printable(before)}【{printable(mention.surface)}】{printable(after)}…"


def printable(text: str) -> str:
    """Return a text in one line, without what a terminal would take for a command."""
    return "".join(char if char.isprintable() else " " for char in text)
