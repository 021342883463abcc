"""Apply declared corrections: what the rules cannot get right, mended in the open.

Once extraction says something else than a correction expects, the correction is a
problem that fails the build, so that none outlives its purpose.
"""

from __future__ import annotations

import math
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from etl.correction_file import Correction, Declared, FieldName, Value
from etl.schema import Mention


@dataclass(frozen=True, slots=True)
class Applied:
    """One field of one mention, by its span, as it was changed."""

    start: int
    end: int
    field: str
    extracted: Value
    corrected: Value
    reason: str
    status: str


def correct(
    text: str, mentions: Sequence[Mention], declared: Sequence[Declared]
) -> tuple[list[Mention], list[Applied], list[str]]:
    """Return the mentions of an article corrected, what was applied, and problems.

    A correction that no longer fits is a problem sentence and changes nothing.
    """
    places = {(mention.start, mention.end): i for i, mention in enumerate(mentions)}
    corrected, applied, problems = list(mentions), list[Applied](), list[str]()
    for item in declared:
        try:
            index = places[_span(text, item.correction)]
            changes = list(_applied(corrected[index], item.correction))
        except _ObsoleteError as error:
            problems.append(f"{item.where}: {error}.")
        except KeyError:
            problems.append(f"{item.where}: {_not_extracted(item.correction)}.")
        else:
            corrected[index] = _changed(corrected[index], changes)
            applied += changes
    return corrected, applied, problems


class _ObsoleteError(Exception):
    """A correction does not apply; the message says why and what to do."""


def _span(text: str, correction: Correction) -> tuple[int, int]:
    for part, whole, name in (
        (correction.quote, text, "article holds the quote"),
        (correction.surface, correction.quote, "quote holds the surface"),
    ):
        if whole.count(part) != 1:
            raise _ObsoleteError(
                f"the {name} {part!r} {whole.count(part)} times, not once; copy it "
                "from the article so that it stands there once, or delete the entry"
            )
    start = text.index(correction.quote) + correction.quote.index(correction.surface)
    return start, start + len(correction.surface)


def _not_extracted(correction: Correction) -> str:
    return (
        f"no number is extracted at {correction.surface!r} in {correction.quote!r}; "
        "give the surface as `python -m etl extract` prints it, or delete the entry"
    )


def _applied(mention: Mention, correction: Correction) -> Iterator[Applied]:
    for change in correction.changes:
        extracted = _get(mention, change.field)
        if not _same(extracted, change.expect):
            raise _ObsoleteError(
                f"{change.field} of {correction.surface!r} is extracted as "
                f"{extracted!r}, the correction expects {change.expect!r}; delete it "
                "if that is right now, else mend `expect`"
            )
        yield Applied(
            *(mention.start, mention.end, change.field, extracted, change.value),
            *(correction.reason, correction.status),
        )


def _same(extracted: Value, expected: Value) -> bool:
    if isinstance(extracted, float | int) and isinstance(expected, float | int):
        return math.isclose(extracted, expected, rel_tol=1e-9)
    return extracted == expected


def _get(mention: Mention, field: FieldName) -> Value:
    if field.startswith("period_"):
        return getattr(mention.period, field.removeprefix("period_"))
    return getattr(mention, field)


def _changed(mention: Mention, changes: Sequence[Applied]) -> Mention:
    values = {change.field: change.corrected for change in changes}
    if values.get("indicator") is not None:
        values.setdefault("reason", None)
    period = {
        name.removeprefix("period_"): values.pop(name)
        for name in tuple(values)
        if name.startswith("period_")
    }
    return replace(mention, period=replace(mention.period, **period), **values)  # pyright: ignore[reportArgumentType]
