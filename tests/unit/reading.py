"""What the extraction says of each number of a sentence, in a form that tests compare."""

from __future__ import annotations

from etl.extract import extract_text

PUBLISHED = "2021-06-01"


def verdicts(text: str) -> dict[str, str | None]:
    """Return the indicator of each number, or its reason, by surface."""
    found = extract_text(text, published=PUBLISHED)
    return {mention.surface: mention.indicator or mention.reason for mention in found}
