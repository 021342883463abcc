"""Everything as a Frictionless Data Package: tables, schema, codebook, readme."""

from __future__ import annotations

import json
from functools import lru_cache, partial
from typing import Any

from dashboard import accompany, changelog, citation, datasets, export
from dashboard import readme as markdown
from dashboard.accompany import Occasion
from dashboard.datasets import Column, Dataset
from dashboard.i18n import LANGUAGES, Language, translate
from dashboard.indicator_files import packed

PROFILE = "tabular-data-package"
OPEN = ("unit",)
"""Lists of codes that grow with the articles: a number left out may have any unit."""


@lru_cache(maxsize=2)
def archive(occasion: Occasion) -> bytes:
    """The package; made once a version, day and address."""
    files = {
        "datapackage.json": _json(descriptor(occasion)),
        "readme.md": readme(occasion),
        "changelog.md": _changelog(),
    }
    for name in datasets.catalogue().datasets:
        pieces = export.csv_pieces(datasets.frame(name), bom=False)
        files[path(name)] = b"".join(pieces)
    return packed(files)


def _changelog() -> bytes:
    past, changed = datasets.frame("versions"), datasets.frame("changes")
    return "\n".join(changelog.text(past, changed, lang) for lang in LANGUAGES).encode()


def path(name: str) -> str:
    """Where the table of a dataset stands in the package."""
    return f"data/{name}.csv"


def _json(content: object) -> bytes:
    return json.dumps(content, ensure_ascii=False, indent=2).encode()


def descriptor(occasion: Occasion) -> dict[str, Any]:
    """The content of datapackage.json."""
    cited = citation.styles(occasion.work(), occasion.accessed)
    return {
        "profile": PROFILE,
        "name": "shuangyong",
        "title": translate("zh", "cite.data"),
        "description": translate("en", "cite.data"),
        "version": occasion.version,
        "homepage": occasion.base,
        "licenses": [_licence()],
        "sources": _sources(),
        "citation": cited,
        "resources": [
            _resource(name, dataset)
            for name, dataset in datasets.catalogue().datasets.items()
        ],
    }


def _licence() -> dict[str, str]:
    found = accompany.licence()
    title = accompany.licence_words("zh")
    return {"name": found.name, "title": title} | (
        {"path": found.path} if found.path else {}
    )


def _sources() -> list[dict[str, str]]:
    rows = datasets.frame("sources").iter_rows(named=True)
    return [
        {"title": work.title["zh"], **({"path": work.url} if work.url else {})}
        for work in map(citation.article, rows)
    ]


def _resource(name: str, dataset: Dataset) -> dict[str, Any]:
    columns = datasets.catalogue().columns
    return {
        "profile": "tabular-data-resource",
        "name": name,
        "path": path(name),
        "title": f"{dataset.zh} {dataset.en}",
        "description": f"{dataset.about_zh}\n{dataset.about_en}",
        "format": "csv",
        "mediatype": "text/csv",
        "encoding": "utf-8",
        "schema": {
            "fields": [_field(key, columns[key], dataset) for key in dataset.columns],
            "primaryKey": [*dataset.key],
            "foreignKeys": [
                _reference(column, target) for column, target in dataset.foreign.items()
            ],
            "missingValues": [""],
        },
    }


def _field(name: str, column: Column, dataset: Dataset) -> dict[str, Any]:
    field: dict[str, Any] = {
        "name": name,
        "type": column.type,
        "title": f"{column.zh} {column.en}",
        "description": f"{column.about_zh}\n{column.about_en}",
    }
    if column.concept:
        field["concept"] = column.concept
    limits: dict[str, Any] = {"required": True} if name in dataset.required else {}
    if column.pattern:
        limits["pattern"] = column.pattern
    if column.codes not in ("", *OPEN) and column.type == "string":
        limits["enum"] = [*datasets.code_words(column.codes, "zh")]
    return field | ({"constraints": limits} if limits else {})


def _reference(column: str, target: str) -> dict[str, Any]:
    resource, _, field = target.partition(".")
    return {
        "fields": [column],
        "reference": {"resource": resource, "fields": [field]},
    }


def readme(occasion: Occasion) -> bytes:
    """The readme in both languages."""
    return "\n".join(_readme(occasion, language) for language in LANGUAGES).encode()


def _readme(occasion: Occasion, language: Language) -> str:
    t = partial(translate, language)
    cited = citation.styles(occasion.work(), occasion.accessed)
    facts = {
        t("file.version"): occasion.version,
        t("file.licence"): accompany.licence_words(language),
        t("file.address"): f"{occasion.base}/api/v1/datapackage.zip",
    }
    tables = [
        markdown.section(
            f"{dataset.word(language)} ({path(name)})",
            markdown.literal(dataset.about(language)),
            markdown.dictionary(dataset.columns, language),
        )
        for name, dataset in datasets.catalogue().datasets.items()
    ]
    return "\n".join(
        [
            markdown.title(t("cite.data")),
            markdown.facts(facts) + "\n",
            markdown.caveats(language),
            *tables,
            markdown.citations(cited, language),
        ]
    )
