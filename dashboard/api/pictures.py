"""The chart of one indicator as a picture, for portals that strip scripts."""

from __future__ import annotations

from functools import partial

from starlette.requests import Request
from starlette.responses import Response

from dashboard import comparison, picture, queries
from dashboard import format as fmt
from dashboard.api import answers, parameters
from dashboard.i18n import Language, translate
from dashboard.theme import PALETTES


def chart(request: Request) -> Response:
    """/v1/charts/<indicator>.svg, in a theme and language, with a city in focus."""
    code = request.path_params["indicator"]
    looks = parameters.looks(request.query_params.multi_items())
    row = next(
        (r for r in queries.indicators().iter_rows(named=True) if r["id"] == code), None
    )
    if row is None:
        raise answers.UnknownAddressError(
            "no such indicator; /api/v1/indicators.csv lists them"
        )
    entity = answers.tag()
    if unchanged := answers.not_modified(request, entity):
        return unchanged
    view = comparison.view(
        queries.compare(code, looks.focus), looks.language, looks.focus
    )
    content = picture.svg(
        comparison.groups(view),
        _words(view, row),
        PALETTES[looks.theme],
        number=partial(fmt.number, language=looks.language),
    )
    return answers.file([content.encode()], "image/svg+xml", entity)


def _words(view: comparison.View, row: comparison.Row) -> picture.Words:
    silent = queries.silent(row["id"])
    language: Language = view.language
    name = str(row[language])
    source = translate(
        language,
        "picture.source",
        cities=view.cities,
        articles=view.articles,
        all=view.cities + silent.height,
        data_version=answers.version(),
    )
    if not view.rows:
        empty = translate(language, "compare.nothing")
        return picture.Words(name, empty, [source], empty)
    unit = fmt.unit(row["unit"], language)
    return picture.Words(
        title=comparison.title(view, row),
        description=comparison.summary(view, row),
        notes=[
            translate(language, "picture.reading", unit=unit),
            *comparison.notes(view),
            source,
        ],
        empty="",
    )
