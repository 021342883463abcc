"""What goes with a file: what it is, which version, how filtered, licence, citation."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import UTC, date, datetime

import polars as pl

from dashboard import citation, datasets, queries
from dashboard.i18n import Language, translate
from dashboard.selection import Selection
from dashboard.settings import Licence, settings
from dashboard.workbook import Cover

UNSAFE = re.compile(r"[^\w.-]+")


@dataclass(frozen=True, slots=True)
class Occasion:
    """Where and when a file is taken: its words name the address and the day."""

    base: str
    """Scheme and host, without a slash at the end."""
    version: str
    newest: str | None
    accessed: date

    @classmethod
    def now(cls, base: str) -> Occasion:
        """The build that is shown, today."""
        run = queries.summary()
        newest = str(run["newest"]) if run.get("newest") else None
        today = datetime.now(UTC).astimezone().date()
        return cls(base, str(run.get("data_version", "")), newest, today)

    def work(self) -> citation.Work:
        """The data set as a thing to cite."""
        return citation.data(self.version, self.newest, f"{self.base}/data")

    def indicator(self, code: str) -> citation.Work:
        """One indicator of the data set as a thing to cite."""
        codebook = datasets.frame("indicators")
        row = codebook.row(by_predicate=pl.col("indicator") == code, named=True)
        page = f"{self.base}/compare?indicator={code}"
        return citation.indicator(row, self.version, self.newest, page)

    def article(self, source: str) -> citation.Work:
        """The article behind a number as a thing to cite."""
        sources = datasets.frame("sources")
        row = sources.row(by_predicate=pl.col("source_id") == source, named=True)
        return citation.article(row)


def licence() -> Licence:
    """The licence as the operator set it."""
    return settings().licence


def licence_words(language: Language) -> str:
    """The licence in words; where none is set, it says so."""
    found = licence()
    if found.name == "notspecified":
        return translate(language, "file.licence_none")
    return " ".join(part for part in (found.title or found.name, found.path) if part)


def file_name(asked: Selection, version: str, suffix: str) -> str:
    """A name that says what, how much of it, which version and language."""
    scope = "full" if asked.whole else "filtered"
    parts = [asked.dataset, scope, *([asked.language] if asked.language else [])]
    return UNSAFE.sub("_", "-".join([*parts, version])) + f".{suffix}"


def filters_in_words(asked: Selection, language: Language) -> str:
    """How the rows were chosen, or that all are there."""
    if asked.whole:
        return translate(language, "file.unfiltered")
    told = [
        f"{name} = {', '.join(values)}"
        for name, values in asked.filters.items()
        if values
    ]
    told += [f"columns = {', '.join(asked.columns)}"] if asked.columns else []
    told += [f"limit = {asked.limit}"] if asked.limit is not None else []
    told += [f"offset = {asked.offset}"] if asked.offset else []
    return "; ".join(told)


def cover(
    asked: Selection, frame: pl.DataFrame, occasion: Occasion, language: Language
) -> Cover:
    """The first sheet of a workbook."""
    dataset = datasets.catalogue().datasets[asked.dataset]
    cited = citation.styles(occasion.work(), occasion.accessed)
    lines = {
        "what": dataset.about(language),
        "version": occasion.version,
        "filters": filters_in_words(asked, language),
        "rows": str(frame.height),
        "bounds": translate(language, "file.bounds_note"),
        "silence": translate(language, "file.silence_note"),
        "source": translate(language, "file.source_note"),
        "licence": licence_words(language),
        "address": f"{occasion.base}/api/v1/{asked.dataset}.xlsx",
        "citation": "\n".join(cited.values()),
    }
    title = translate(language, "file.title", what=dataset.word(language))
    return Cover(
        title,
        [(translate(language, f"file.{key}"), words) for key, words in lines.items()],
    )
