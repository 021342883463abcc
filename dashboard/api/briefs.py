"""The brief of one city as a Word file, or as a page for the printer."""

from __future__ import annotations

from starlette.requests import Request
from starlette.responses import Response

from dashboard import brief_data, brief_page, brief_word, queries
from dashboard.accompany import Occasion
from dashboard.api import answers, parameters
from dashboard.brief_data import Asked
from dashboard.i18n import translate

FORMATS = ("docx", "html")


def brief(request: Request) -> Response:
    """/v1/briefs/<adcode>.<docx|html>; peers, count and city as on the benchmark page."""
    city, suffix = _which(request.path_params["file"])
    choice, language = parameters.peers(city, request.query_params.multi_items())
    occasion = Occasion.now(answers.base(request))
    entity = answers.tag(occasion.accessed.isoformat())
    if unchanged := answers.not_modified(request, entity):
        return unchanged
    made = brief_data.compose(Asked(city, choice, language, occasion.accessed))
    if suffix == "html":
        page = brief_page.write(made, language, occasion.base)
        return answers.file([page], brief_page.TYPE, entity)
    name = translate(
        language, "brief.file", city=_read()[city], version=occasion.version
    )
    content = brief_word.write(made, language)
    return answers.file([content], brief_word.TYPE, entity, name=f"{name}.docx")


def _read() -> dict[str, str]:
    """Names of the cities that have articles, by adcode."""
    rows = queries.cities().iter_rows(named=True)
    return {row["adcode"]: row["name"] for row in rows if row["articles"]}


def _which(file: str) -> tuple[str, str]:
    city, _, suffix = file.rpartition(".")
    if suffix not in FORMATS:
        raise answers.UnknownAddressError(
            f"no such format; a brief comes as {', '.join(FORMATS)}"
        )
    if city not in _read():
        raise answers.UnknownAddressError(
            "no city that was read has this code; /api/v1/cities.csv lists them"
        )
    return city, suffix
