"""The funnels of job fairs in words. Pure; no Streamlit."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from dashboard import comparison
from dashboard import format as fmt
from dashboard.evidence import Row
from dashboard.funnel import STAGES, Funnel
from dashboard.i18n import Language, translate


def city(
    found: Sequence[Funnel],
    names: Mapping[str, str],
    language: Language,
    *,
    focus: bool,
) -> dict[str, object]:
    """The values of templates/funnels.html for one city; `names` are of the steps."""
    return {
        "city": found[0].first["city"],
        "focus": focus,
        "funnels": [_funnel(funnel, names, language) for funnel in found],
    }


def _funnel(
    funnel: Funnel, names: Mapping[str, str], language: Language
) -> dict[str, object]:
    first = funnel.first
    when = comparison.period(first, comparison.View((), language))
    kind = translate(language, f"kind.{first['period_kind'] or 'none'}")
    return {
        "period": translate(language, "fairs.when", kind=kind, period=when),
        "stages": [
            {"name": names[code], "figures": _figures(funnel.stage(code))}
            for code in STAGES
            if code in names
        ],
        "silent": translate(language, "fairs.unsaid"),
        "ratios": [ratio(row, language) for row in funnel.ratios],
    }


def _figures(rows: Sequence[Row]) -> list[dict[str, str]]:
    return [
        {"mention_id": row["mention_id"], "words": fmt.as_reported(row["surface"])}
        for row in rows
    ]


def ratio(row: Row, language: Language) -> str:
    """A ratio with its bounds: 每家企业提供岗位 1.67–4."""
    low, high = row["value_low"] or 0.0, row["value_high"]
    spread = fmt.bounds(low, high, language)
    return translate(language, "fairs.ratio", name=row[language], spread=spread)


def silent(
    cities: Mapping[str, str], told: Mapping[str, object], language: Language
) -> str:
    """Which cities were read and say nothing of job fairs."""
    missing = [name for code, name in cities.items() if code not in told]
    if not missing:
        return translate(language, "fairs.silent_none")
    listed = translate(language, "compare.comma").join(missing)
    return translate(language, "fairs.silent", count=len(missing), cities=listed)
