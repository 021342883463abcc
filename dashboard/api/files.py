"""The addresses that are no tables: indicators, evidence, the package, the description."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from starlette.requests import Request
from starlette.responses import JSONResponse, Response

from dashboard import changelog, data_package, datasets, evidence_file, indicator_files
from dashboard.accompany import Occasion
from dashboard.api import answers, openapi, parameters
from dashboard.indicator_files import Report

MARKDOWN = "text/markdown; charset=utf-8"
KINDS: Mapping[str, tuple[str, Callable[[Report], bytes]]] = {
    "metadata.json": ("application/json", indicator_files.metadata),
    "readme.md": (MARKDOWN, indicator_files.readme),
    "csv": ("text/csv; charset=utf-8", indicator_files.csv),
    "zip": ("application/zip", indicator_files.archive),
}


def indicator(request: Request) -> Response:
    """/v1/indicators/<id>.csv, .metadata.json, .readme.md or .zip."""
    code, suffix = _which(request.path_params["file"])
    fixed = {"indicator": (code,)}
    asked = parameters.read_filters(
        "observations", request.query_params.multi_items(), fixed, without=("theme",)
    )
    occasion = Occasion.now(answers.base(request))
    report = indicator_files.report(asked, occasion)
    if report is None:
        raise answers.UnknownAddressError(
            "no such indicator; /api/v1/indicators.csv lists them"
        )
    entity = answers.tag("" if suffix == "csv" else occasion.accessed.isoformat())
    if unchanged := answers.not_modified(request, entity):
        return unchanged
    kind, write = KINDS[suffix]
    scope = "filtered" if report.filtered else "full"
    name = f"{code}-{scope}-{occasion.version}.{suffix}"
    return answers.file([write(report)], kind, entity, name=name)


def _which(file: str) -> tuple[str, str]:
    for suffix in KINDS:
        if file.endswith(f".{suffix}"):
            return file.removesuffix(f".{suffix}"), suffix
    raise answers.UnknownAddressError(
        f"no such format; an indicator comes as {', '.join(KINDS)}"
    )


def evidence(request: Request) -> Response:
    """/v1/evidence/<mention_id>.json."""
    parameters.none(request.query_params.multi_items())
    occasion = Occasion.now(answers.base(request))
    found = evidence_file.content(request.path_params["mention"], occasion)
    if found is None:
        raise answers.UnknownAddressError(
            "no such number; /api/v1/mentions.csv lists them"
        )
    entity = answers.tag(occasion.accessed.isoformat())
    if unchanged := answers.not_modified(request, entity):
        return unchanged
    return answers.file([found], "application/json", entity)


def package(request: Request) -> Response:
    """/v1/datapackage.zip."""
    parameters.none(request.query_params.multi_items())
    occasion = Occasion.now(answers.base(request))
    entity = answers.tag(occasion.accessed.isoformat())
    if unchanged := answers.not_modified(request, entity):
        return unchanged
    name = f"shuangyong-{occasion.version}.zip"
    content = data_package.archive(occasion)
    return answers.file([content], "application/zip", entity, name=name)


def changes(request: Request) -> Response:
    """/v1/changelog.md: what changed from version to version, for people."""
    language = parameters.language(request.query_params.multi_items())
    entity = answers.tag()
    if unchanged := answers.not_modified(request, entity):
        return unchanged
    past, changed = datasets.frame("versions"), datasets.frame("changes")
    content = changelog.text(past, changed, language).encode()
    name = f"changelog-{answers.version()}.md"
    return answers.file([content], MARKDOWN, entity, name=name)


def description(request: Request) -> Response:
    """/v1/openapi.json."""
    parameters.none(request.query_params.multi_items())
    return JSONResponse(openapi.document(answers.version(), answers.base(request)))
