"""One dataset as a file, filtered, in one of four formats."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping

import polars as pl
from starlette.requests import Request
from starlette.responses import Response

from dashboard import accompany, datasets, export, selection, workbook
from dashboard.accompany import Occasion
from dashboard.api import answers, parameters
from dashboard.selection import Selection

TYPES: Mapping[str, str] = {
    "csv": "text/csv; charset=utf-8",
    "json": "application/json",
    "parquet": "application/vnd.apache.parquet",
    "xlsx": "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
}
WRITERS: Mapping[str, Callable[[pl.DataFrame], Iterator[bytes]]] = {
    "csv": export.csv_pieces,
    "json": export.json_pieces,
    "parquet": export.parquet_pieces,
}


def table(request: Request) -> Response:
    """/v1/<dataset>.<format>; 404 names what there is, 400 what may be asked."""
    name, suffix = _which(request.path_params["file"])
    asked = parameters.read(name, request.query_params.multi_items())
    occasion = Occasion.now(answers.base(request))
    day = occasion.accessed.isoformat() if suffix == "xlsx" else ""
    entity = answers.tag(day)
    if unchanged := answers.not_modified(request, entity):
        return unchanged
    found = selection.rows(asked)
    return answers.file(
        pieces(found, asked, suffix, occasion),
        TYPES[suffix],
        entity,
        name=accompany.file_name(asked, occasion.version, suffix),
        x_total_count=str(found.height),
    )


def _which(file: str) -> tuple[str, str]:
    name, _, suffix = file.rpartition(".")
    if name not in datasets.catalogue().datasets:
        known = ", ".join(datasets.catalogue().datasets)
        raise answers.UnknownAddressError(f"no such table; there are {known}")
    if suffix not in TYPES:
        raise answers.UnknownAddressError(
            f"no such format; {name} comes as {', '.join(TYPES)}"
        )
    return name, suffix


def pieces(
    found: pl.DataFrame, asked: Selection, suffix: str, occasion: Occasion
) -> Iterator[bytes]:
    """The file of the rows found."""
    if suffix != "xlsx":
        return WRITERS[suffix](selection.cut(found, asked))
    page = found.slice(asked.offset, asked.limit).select(asked.columns or found.columns)
    language = asked.language or "zh"
    cover = accompany.cover(asked, page, occasion, language)
    return workbook.pieces(page, cover, language, words=asked.language is not None)
