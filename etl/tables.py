"""Records as rows of the curated tables; the keys are columns of sql/curated.sql."""

from __future__ import annotations

import hashlib
from collections.abc import Collection, Iterable

from etl.codebook import Codebook, Indicator, Theme
from etl.correction_file import Value
from etl.corrections import Applied
from etl.jsonl import plain
from etl.places import City
from etl.rates import UNKNOWN, Bounds, per_10k, per_year, years_of
from etl.schema import Article, Mention
from etl.validate import Finding

Row = dict[str, object]
SEPARATOR = "；"
"""Between the cues, and between the rivals, of a mention."""


def mention_id(sha256: str, mention: Mention) -> str:
    """Return the stable id of a mention: of the source's bytes, span and indicator."""
    key = f"{sha256}:{mention.start}:{mention.end}:{mention.indicator or ''}"
    return hashlib.sha256(key.encode()).hexdigest()[:16]


def city_row(city: City) -> Row:
    """Return the row of table `city`."""
    return {
        "adcode": city.adcode,
        "name": city.name,
        "short_name": city.short_name,
        "pinyin": city.pinyin,
        "level": city.level,
        "province": city.province,
        "parent_adcode": city.parent_adcode,
        "seat_lon": city.seat_lon,
        "seat_lat": city.seat_lat,
        "population": city.population,
        "population_year": city.population_year,
        "population_source": city.publication,
        "area_km2": city.area_km2,
        "note": city.note or None,
    }


def theme_row(theme: Theme, position: int) -> Row:
    """Return the row of table `theme`."""
    return {"id": theme.id, "position": position, "zh": theme.zh, "en": theme.en}


def indicator_row(indicator: Indicator, theme: str, position: int) -> Row:
    """Return the row of table `indicator`."""
    return {
        "id": indicator.id,
        "theme": theme,
        "position": position,
        "unit": indicator.unit,
        "measure": indicator.measure,
        "zh": indicator.zh,
        "en": indicator.en,
        "definition_zh": indicator.definition_zh,
        "definition_en": indicator.definition_en,
        "polarity": indicator.polarity,
        "saturable": indicator.saturable,
        "bases": list(indicator.bases),
        "assessment": indicator.assessment,
        "plausible_low": indicator.plausible.low,
        "plausible_high": indicator.plausible.high,
    }


def codebook_rows(codebook: Codebook) -> tuple[list[Row], list[Row]]:
    """Return the rows of the tables `theme` and `indicator`, in codebook order."""
    themes = [theme_row(theme, i) for i, theme in enumerate(codebook.themes, 1)]
    indicators = [
        indicator_row(indicator, codebook.theme_of[indicator.id], i)
        for i, indicator in enumerate(codebook.indicators, 1)
    ]
    return themes, indicators


def source_row(article: Article) -> Row:
    """Return the row of table `source`."""
    source = article.source
    return {
        "source_id": source.source_id,
        "adcode": source.adcode,
        "title": source.title,
        "publisher": source.publisher,
        "author": source.author,
        "published": source.published,
        "published_basis": source.published_basis,
        "url": source.url,
        "file": source.file,
        "sha256": article.sha256,
        "characters": len(article.text),
    }


def source_text_row(article: Article) -> Row:
    """Return the row of table `source_text`."""
    return {"source_id": article.source.source_id, "text": article.text}


def mention_row(
    article: Article, position: int, mention: Mention, corrected: bool
) -> Row:
    """Return the row of table `mention`; `position` is its place in the article."""
    return {
        "mention_id": mention_id(article.sha256, mention),
        "source_id": article.source.source_id,
        "position": position,
        "start_offset": mention.start,
        "end_offset": mention.end,
        "surface": mention.surface,
        "sentence": mention.sentence,
        "sentence_start": mention.sentence_start,
        "sentence_end": mention.sentence_end,
        "value": mention.value,
        "value_low": mention.value_low,
        "value_high": mention.value_high,
        "unit": mention.unit,
        "qualifier": mention.qualifier,
        "status": "observation" if mention.indicator else "excluded",
        "reason": mention.reason,
        "indicator": mention.indicator,
        "margin": mention.margin,
        "rivals": SEPARATOR.join(mention.rivals),
        "cues": SEPARATOR.join(mention.cues),
        "corrected": corrected,
    }


def observation_row(
    article: Article,
    position: int,
    mention: Mention,
    corrected: bool,
    *,
    bases: Collection[str],
    population: int | None,
) -> Row:
    """Return the row of table `observation` for a mention that has an indicator.

    `bases` are the indicator's, `population` the city's, both for the derived figures.
    """
    return {
        "observation_id": mention_id(article.sha256, mention),
        "source_id": article.source.source_id,
        "position": position,
        "adcode": article.source.adcode,
        "indicator": mention.indicator,
        "value": mention.value,
        "value_low": mention.value_low,
        "value_high": mention.value_high,
        "unit": mention.unit,
        "qualifier": mention.qualifier,
        "period_kind": mention.period.kind,
        "period_text": mention.period.text,
        "period_start": mention.period.start,
        "period_end": mention.period.end,
        "place": mention.place,
        "cues": SEPARATOR.join(mention.cues),
        "corrected": corrected,
        **_rates(mention, bases, population),
    }


def _rates(mention: Mention, bases: Collection[str], population: int | None) -> Row:
    figure = Bounds(mention.value_low, mention.value, mention.value_high)
    yearly = per_year(figure, bases, mention.period)
    per_head = per_10k(figure, bases, mention.period, population, mention.place)
    years = years_of(mention.period) or UNKNOWN
    return {
        "years_low": years.low,
        "years": years.value,
        "years_high": years.high,
        "per_year_low": yearly.low,
        "per_year": yearly.value,
        "per_year_high": yearly.high,
        "per_10k_low": per_head.low,
        "per_10k": per_head.value,
        "per_10k_high": per_head.high,
    }


def correction_row(article: Article, mention: Mention, applied: Applied) -> Row:
    """Return the row of table `correction` for one field of a corrected mention."""
    return {
        "source_id": article.source.source_id,
        "mention_id": mention_id(article.sha256, mention),
        "field": applied.field,
        "extracted": _words(applied.extracted),
        "corrected": _words(applied.corrected),
        "reason": applied.reason,
        "status": applied.status,
    }


def check_rows(findings: Iterable[Finding]) -> list[Row]:
    """Return the rows of table `check_result`."""
    return [
        {
            "name": finding.check.name,
            "severity": finding.check.severity,
            "rule": finding.check.rule,
            "failing": finding.failing,
        }
        for finding in findings
    ]


def _words(value: Value) -> str | None:
    if isinstance(value, str):
        return value
    return None if value is None else str(plain(value))
