"""One number of an article: its record beside the text, and the ledger of the others.

Pure: rows and a language in, the values of a template out.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from dashboard import format as fmt
from dashboard.evidence import GREY, Row, hue_of
from dashboard.i18n import Language, translate

SEPARATOR = "；"
"""Between the entries of a list in one column of the data."""


def title(mention: Row, language: Language) -> str:
    """What a reader sees on pointing at a number: its indicator, or why it has none."""
    if mention["indicator"]:
        return str(mention[language])
    return translate(language, "evidence.not_counted", reason=reason(mention, language))


def reason(mention: Row, language: Language) -> str:
    """The words for the reason of an excluded number."""
    return translate(language, f"reason.{mention['reason']}")


def record(
    mention: Row, text: str, names: Mapping[str, str], language: Language
) -> dict[str, Any]:
    """The values of the template `record`: sentence with the digits apart, and facts.

    `names` are those of the indicators, for the rivals of the verdict.
    """
    start, end = mention["start_offset"], mention["end_offset"]
    counted = bool(mention["indicator"])
    status = "evidence.counted" if counted else "evidence.not_counted"
    facts = _measures(mention, language) if counted else []
    return {
        "label": translate(language, "evidence.record"),
        "close": translate(language, "evidence.close"),
        "source": mention["source_id"],
        "hue": hue_of(mention),
        "status": translate(
            language, status, reason=_reason_or_none(mention, language)
        ),
        "name": mention[language] if counted else reason(mention, language),
        "surface": fmt.as_reported(mention["surface"]),
        "before": text[mention["sentence_start"] : start],
        "surface_raw": text[start:end],
        "after": text[end : mention["sentence_end"]],
        "facts": [*facts, *_findings(mention, names, language)],
    }


def _reason_or_none(mention: Row, language: Language) -> str:
    return reason(mention, language) if mention["reason"] else ""


def _measures(mention: Row, language: Language) -> list[tuple[str, str]]:
    """Value, bounds, period and place of a number that counts."""
    unit = fmt.unit(mention["unit"], language)
    kind = f"kind.{mention['period_kind'] or 'none'}"
    spread = fmt.exact_bounds(mention["value_low"], mention["value_high"])
    facts = {
        "table.value": f"{fmt.exact(mention['value'])} {unit}",
        "table.bounds": f"{spread} {unit}",
        "evidence.precision": translate(language, f"qualifier.{mention['qualifier']}"),
        "table.period": fmt.period(fmt.Stretch.of(mention), language),
        "table.kind": translate(language, kind),
        "evidence.place": mention["place"] or translate(language, "evidence.own_place"),
    }
    return [(translate(language, key), words) for key, words in facts.items()]


def _findings(
    mention: Row, names: Mapping[str, str], language: Language
) -> list[tuple[str, str]]:
    """How the number was read: cues, rivals, offsets, corrections."""
    rivals = [code for code in mention["rivals"].split(SEPARATOR) if code]
    facts = {
        "evidence.cues": mention["cues"],
        "evidence.rivals": SEPARATOR.join(names.get(code, code) for code in rivals),
        "evidence.offsets": translate(
            language,
            "evidence.offsets_value",
            start=mention["start_offset"],
            end=mention["end_offset"],
        ),
        "evidence.correction": translate(language, "evidence.corrected")
        if mention["corrected"]
        else "",
    }
    return [
        (translate(language, key), str(words)) for key, words in facts.items() if words
    ]


def ledger(mentions: Sequence[Row], language: Language) -> list[dict[str, Any]]:
    """The excluded numbers by reason, the most frequent reason first."""
    groups: dict[str, list[Row]] = {}
    for mention in mentions:
        if mention["reason"]:
            groups.setdefault(mention["reason"], []).append(mention)
    ordered = sorted(groups.values(), key=len, reverse=True)
    return [
        {
            "reason": reason(group[0], language),
            "count": len(group),
            "numbers": [
                (row["mention_id"], fmt.as_reported(row["surface"])) for row in group
            ],
        }
        for group in ordered
    ]


def legend(
    mentions: Sequence[Row], themes: dict[str, str], language: Language
) -> list[Row]:
    """The marks of an article: one entry a theme that occurs, one for the excluded."""
    present = {row["theme"]: hue_of(row) for row in mentions if row["theme"]}
    found: list[Row] = [
        {"kind": "sy-counted", "hue": present[code], "words": name}
        for code, name in themes.items()
        if code in present
    ]
    if any(row["reason"] for row in mentions):
        words = translate(language, "evidence.legend_excluded")
        found.append({"kind": "sy-excluded", "hue": GREY, "words": words})
    return found


def byline(source: Row, language: Language) -> list[str]:
    """Publisher and author, date and its basis, and what the text is known by."""
    who = "　".join(part for part in (source["publisher"], source["author"]) if part)
    basis = source["published_basis"] or translate(language, "evidence.basis_none")
    key = "evidence.published" if source["published"] else "evidence.published_unknown"
    when = translate(language, key, published=source["published"], basis=basis)
    text = translate(
        language,
        "evidence.sha",
        sha=source["sha256"][:16],
        characters=fmt.exact(source["characters"]),
    )
    return [line for line in (who, when, text) if line]
