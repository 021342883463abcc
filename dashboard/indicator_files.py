"""One indicator for people and scripts: its figures, what they mean, a readme, a zip."""

from __future__ import annotations

import io
import json
import zipfile
from collections.abc import Mapping
from dataclasses import dataclass
from functools import partial
from typing import Any

import polars as pl

from dashboard import accompany, citation, datasets, export, selection
from dashboard import format as fmt
from dashboard import readme as markdown
from dashboard.accompany import Occasion
from dashboard.i18n import Language, translate
from dashboard.selection import Selection

MOMENT = (1980, 1, 1, 0, 0, 0)
"""Files of an archive say their version, not when they were packed."""


@dataclass(frozen=True, slots=True)
class Report:
    """An indicator with the figures that were asked for."""

    asked: Selection
    indicator: Mapping[str, Any]
    rows: pl.DataFrame
    sources: pl.DataFrame
    occasion: Occasion

    @property
    def code(self) -> str:
        """The code of the indicator."""
        return str(self.indicator["indicator"])

    @property
    def language(self) -> Language:
        """The language of the readme."""
        return self.asked.language or "zh"

    @property
    def address(self) -> str:
        """Where the file of the figures stands."""
        return f"{self.occasion.base}/api/v1/indicators/{self.code}.csv"

    @property
    def filtered(self) -> bool:
        """Whether some figures of the indicator are left out."""
        given = {name for name, values in self.asked.filters.items() if values}
        return given != {"indicator"}

    def cited(self) -> dict[str, str]:
        """How to cite the indicator."""
        work = self.occasion.indicator(self.code)
        return citation.styles(work, self.occasion.accessed)


def report(asked: Selection, occasion: Occasion) -> Report | None:
    """The figures of the one indicator that is asked for; None for an unknown one."""
    (code,) = asked.filters["indicator"]
    codebook = datasets.frame("indicators").filter(pl.col("indicator") == code)
    if codebook.is_empty():
        return None
    rows = selection.rows(asked)
    named = rows.get_column("source_id").unique()
    sources = datasets.frame("sources")
    return Report(
        asked=asked,
        indicator=codebook.row(0, named=True),
        rows=rows,
        sources=sources.filter(pl.col("source_id").is_in(named.implode())),
        occasion=occasion,
    )


def csv(report: Report) -> bytes:
    """The figures."""
    return export.csv(selection.cut(report.rows, report.asked))


def metadata(report: Report) -> bytes:
    """What the figures mean, for a script."""
    narrowed = {k: [*v] for k, v in report.asked.filters.items() if v}
    columns = datasets.catalogue().columns
    content = {
        "indicator": dict(report.indicator),
        "data_version": report.occasion.version,
        "newest_article": report.occasion.newest,
        "filters": narrowed,
        "filtered": report.filtered,
        "rows": report.rows.height,
        "columns": {
            name: columns[name].model_dump(exclude_defaults=True)
            for name in datasets.catalogue().datasets["observations"].columns
        },
        "sources": report.sources.to_dicts(),
        "licence": accompany.licence().model_dump(),
        "citation": report.cited(),
        "address": report.address,
    }
    return json.dumps(content, ensure_ascii=False, indent=2).encode()


def readme(report: Report) -> bytes:
    """What the figures mean, for a person."""
    language = report.language
    t = partial(translate, language)
    name = str(report.indicator[f"indicator_{language}"])
    works = [citation.article(row) for row in report.sources.iter_rows(named=True)]
    cited = [citation.gbt7714(work, report.occasion.accessed) for work in works]
    columns = datasets.catalogue().datasets["observations"].columns
    parts = [
        markdown.title(t("file.title", what=name)),
        markdown.literal(str(report.indicator[f"definition_{language}"])) + "\n",
        markdown.facts(_facts(report)) + "\n",
        markdown.caveats(language),
        markdown.section(t("file.columns"), markdown.dictionary(columns, language)),
        markdown.section(t("file.articles"), markdown.items(cited)),
        markdown.citations(report.cited(), language),
    ]
    return "\n".join(parts).encode()


def _facts(report: Report) -> dict[str, str]:
    language = report.language
    facts = {
        "indicator": report.code,
        "unit": fmt.unit(str(report.indicator["unit"]), language),
        "version": report.occasion.version,
        "filters": accompany.filters_in_words(report.asked, language),
        "rows": str(report.rows.height),
        "licence": accompany.licence_words(language),
        "address": report.address,
    }
    return {translate(language, f"file.{key}"): words for key, words in facts.items()}


def archive(report: Report) -> bytes:
    """The three files in one."""
    files = {
        f"{report.code}.csv": csv(report),
        f"{report.code}.metadata.json": metadata(report),
        "readme.md": readme(report),
    }
    return packed(files)


def packed(files: Mapping[str, bytes]) -> bytes:
    """A zip archive, the same bytes from the same files."""
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as bundle:
        for name, content in files.items():
            entry = zipfile.ZipInfo(name, MOMENT)
            entry.compress_type = zipfile.ZIP_DEFLATED
            entry.external_attr = 0o644 << 16
            bundle.writestr(entry, content)
    return buffer.getvalue()
