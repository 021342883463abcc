"""What files, the interface and the data package hold: one definition for all of them.

datasets.yaml names the columns with type, SDMX concept and words in both languages, and
the datasets with key, references and filters. From it come the columns of a file and their
headings, the description of the interface, the schema of the data package, the tables of
the documents; sql/datasets/<name>.sql gives the rows.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import cache
from pathlib import Path
from typing import Literal

import polars as pl
import yaml
from pydantic import BaseModel, ConfigDict, model_validator

from dashboard import i18n, queries
from dashboard.i18n import Language

FILE = Path(__file__).with_name("datasets.yaml")
TYPES: Mapping[str, type[pl.DataType]] = {
    "string": pl.String,
    "integer": pl.Int64,
    "number": pl.Float64,
    "boolean": pl.Boolean,
}


class _Definition(BaseModel):
    model_config = ConfigDict(frozen=True, extra="forbid")


class Words(_Definition):
    """The same words in each language."""

    zh: str
    en: str

    def word(self, language: Language) -> str:
        """The words of one language."""
        return self.zh if language == "zh" else self.en


class Column(Words):
    """One column, whatever dataset it stands in."""

    type: Literal["string", "integer", "number", "boolean"]
    concept: str = ""
    """The SDMX concept that it answers to, such as REF_AREA."""
    codes: str = ""
    """The list of codes that its values come from."""
    pattern: str = ""
    about_zh: str
    about_en: str

    def about(self, language: Language) -> str:
        """What the column holds."""
        return self.about_zh if language == "zh" else self.about_en


class Dataset(Words):
    """One table: its columns in order, its key, what may narrow it."""

    about_zh: str
    about_en: str
    key: tuple[str, ...]
    columns: tuple[str, ...]
    required: tuple[str, ...]
    """Columns that are never empty."""
    foreign: Mapping[str, str] = {}
    """Column to dataset.column."""
    filters: Mapping[str, str | tuple[str, str]]
    """Parameter to column; two columns are the ends of a period."""

    def about(self, language: Language) -> str:
        """What the rows are."""
        return self.about_zh if language == "zh" else self.about_en


class Catalogue(_Definition):
    """All definitions together."""

    codes: Mapping[str, Mapping[str, Words]]
    columns: Mapping[str, Column]
    datasets: Mapping[str, Dataset]

    @model_validator(mode="after")
    def _names_exist(self) -> Catalogue:
        for name, dataset in self.datasets.items():
            used = {*dataset.key, *dataset.required, *dataset.foreign}
            for columns in dataset.filters.values():
                used |= {columns} if isinstance(columns, str) else {*columns}
            unknown = {*dataset.columns} - {*self.columns} | used - {*dataset.columns}
            unknown |= {to for to in dataset.foreign.values() if not self._knows(to)}
            if unknown:
                raise ValueError(f"datasets.{name}: no column {', '.join(unknown)}")
        return self

    def _knows(self, target: str) -> bool:
        dataset, _, column = target.partition(".")
        return dataset in self.datasets and column in self.datasets[dataset].columns


@cache
def catalogue() -> Catalogue:
    """Read the definitions once.

    Raises:
        pydantic.ValidationError: a key is unknown or a name leads nowhere.
    """
    return Catalogue.model_validate(yaml.safe_load(FILE.read_text(encoding="utf-8")))


def frame(name: str) -> pl.DataFrame:
    """All rows of a dataset, its columns as defined.

    Raises:
        database.DataMissingError: there is no curated database.
    """
    found = catalogue()
    kinds = {
        column: TYPES[found.columns[column].type]
        for column in found.datasets[name].columns
    }
    return queries.run(f"datasets/{name}").select(
        pl.col(column).cast(kind) for column, kind in kinds.items()
    )


def headings(columns: Sequence[str], language: Language) -> dict[str, str]:
    """Column to heading."""
    return {name: catalogue().columns[name].word(language) for name in columns}


def code_words(codes: str, language: Language) -> dict[str, str]:
    """The words of a list of codes."""
    if codes in catalogue().codes:
        return {
            code: word.word(language) for code, word in catalogue().codes[codes].items()
        }
    start = f"{codes}."
    return {
        key.removeprefix(start): word
        for key, word in i18n.words(language).items()
        if key.startswith(start)
    }


def in_words(rows: pl.DataFrame, language: Language) -> pl.DataFrame:
    """The rows as people read them: headings and codes in words."""
    told = []
    for name in rows.columns:
        column = pl.col(name)
        if codes := catalogue().columns[name].codes:
            column = column.cast(pl.String).replace(code_words(codes, language))
        told.append(column)
    return rows.select(told).rename(headings(rows.columns, language))
