"""The description of the interface, OpenAPI 3.1, made from the definitions."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from dashboard import datasets, selection
from dashboard.api import parameters
from dashboard.api.briefs import FORMATS
from dashboard.api.described import ABOUT, BINARY, ERROR, OBJECT, SHARED, TEXT, Json
from dashboard.api.tables import TYPES
from dashboard.brief_word import TYPE as WORD
from dashboard.datasets import Dataset
from dashboard.i18n import LANGUAGES, translate
from dashboard.peers import COUNTS, DEFINITIONS

VERSION = "1.0"


def document(version: str, base: str) -> Json:
    """The whole description for the data at hand."""
    paths = {
        f"/api/v1/{name}.{{format}}": _table(name, dataset)
        for name, dataset in datasets.catalogue().datasets.items()
    }
    return {
        "openapi": "3.1.0",
        "info": {
            "title": " ".join(translate(lang, "site.name") for lang in LANGUAGES),
            "version": VERSION,
            "description": f"Read-only. Data version {version}.",
        },
        "servers": [{"url": base}],
        "paths": {**paths, **_others()},
        "components": {"responses": _responses(), "schemas": _schemas()},
    }


def _responses() -> Json:
    return {
        f"E{status}": {
            "description": text,
            **(
                {}
                if status == "304"
                else {"content": _content("application/json", ERROR)}
            ),
        }
        for status, text in SHARED.items()
    }


def _schemas() -> Json:
    return {
        name: {"type": "array", "items": _row(dataset)}
        for name, dataset in datasets.catalogue().datasets.items()
    }


def _row(dataset: Dataset) -> Json:
    columns = datasets.catalogue().columns
    properties = {
        name: {
            "type": [columns[name].type, "null"],
            "title": columns[name].zh,
            "description": columns[name].about_en,
        }
        for name in dataset.columns
    }
    return {"type": "object", "properties": properties}


def _content(kind: str, schema: Json) -> Json:
    return {kind: {"schema": schema}}


def _operation(
    summary: str, content: Json, given: Sequence[Json], name: str
) -> Mapping[str, Json]:
    responses: Json = {"200": {"description": "As asked.", "content": content}}
    responses |= {s: {"$ref": f"#/components/responses/E{s}"} for s in SHARED}
    return {
        "get": {
            "operationId": name,
            "summary": summary,
            "parameters": list(given),
            "responses": responses,
        }
    }


def _parameter(name: str, where: str, schema: Json, **more: object) -> Json:
    return {
        "name": name,
        "in": where,
        "required": where == "path",
        "schema": schema,
    } | {key: value for key, value in more.items() if value is not None}


def _table(name: str, dataset: Dataset) -> Mapping[str, Json]:
    content: Json = {kind.split(";")[0]: {"schema": BINARY} for kind in TYPES.values()}
    content["text/csv"] = {"schema": TEXT}
    content["application/json"] = {"schema": {"$ref": f"#/components/schemas/{name}"}}
    formats = _parameter("format", "path", {"type": "string", "enum": [*TYPES]})
    given = [formats, *_filters(name), *_paging(dataset)]
    return _operation(dataset.about_en, content, given, f"get_{name}")


def _filters(name: str, without: Sequence[str] = ()) -> list[Json]:
    return [
        _parameter(
            key,
            "query",
            {"type": "array", "items": _values(key)},
            description=ABOUT[key],
            explode=True,
        )
        for key in datasets.catalogue().datasets[name].filters
        if key not in without
    ]


def _values(key: str) -> Json:
    if key == "period":
        return {"type": "string", "pattern": f"^{selection.YEAR}$"}
    known = [*selection.valid(key)]
    return {"type": "string", **({"enum": known} if known else {})}


def _paging(dataset: Dataset) -> list[Json]:
    whole = {"type": "integer", "minimum": 0, "maximum": parameters.MOST_ROWS}
    columns = {
        "type": "array",
        "minItems": 1,
        "items": {"type": "string", "enum": [*dataset.columns]},
    }
    return [
        _parameter("columns", "query", columns, explode=False),
        _language(),
        _parameter("limit", "query", whole),
        _parameter("offset", "query", whole),
    ]


def _language() -> Json:
    about = "Headings and codes in words of this language."
    enum = {"type": "string", "enum": [*LANGUAGES]}
    return _parameter("lang", "query", enum, description=about)


def _others() -> Json:
    """The addresses that are no tables."""
    return _indicators() | _singles() | _briefs()


def _indicators() -> Json:
    """The files of one indicator."""
    indicator = _parameter("indicator", "path", _values("indicator"))
    given = [indicator, *_filters("observations", ("indicator", "theme")), _language()]
    files = {
        "csv": ("text/csv", TEXT, "The figures of one indicator."),
        "metadata.json": ("application/json", OBJECT, "What they mean."),
        "readme.md": ("text/markdown", TEXT, "The same for people."),
        "zip": ("application/zip", BINARY, "The three together."),
    }
    paths: Json = {
        f"/api/v1/indicators/{{indicator}}.{suffix}": _operation(
            about,
            _content(kind, schema),
            given,
            f"indicator_{suffix.replace('.', '_')}",
        )
        for suffix, (kind, schema, about) in files.items()
    }
    picture = _content("image/svg+xml", TEXT)
    paths["/api/v1/charts/{indicator}.svg"] = _operation(
        "A picture of one indicator.", picture, [indicator, *_looks()], "chart"
    )
    return paths


def _singles() -> Json:
    """One number, and the files there is one of."""
    json = _content("application/json", OBJECT)
    mention = _parameter("mention", "path", _a_mention())
    packed = _content("application/zip", BINARY)
    told = _content("text/markdown", TEXT)
    return {
        "/api/v1/evidence/{mention}.json": _operation(
            "A number with its sentence and article.", json, [mention], "evidence"
        ),
        "/api/v1/openapi.json": _operation("This description.", json, [], "api"),
        "/api/v1/datapackage.zip": _operation(
            "Everything as a data package.", packed, [], "package"
        ),
        "/api/v1/changelog.md": _operation(
            "What changed from version to version.", told, [_language()], "changelog"
        ),
    }


def _briefs() -> Json:
    """The brief of a city: only those that were read have one."""
    whom = {"type": "string", "enum": [*DEFINITIONS]}
    count = {"type": "string", "enum": [str(count) for count in COUNTS]}
    city = _parameter("city", "path", _values("city"))
    formats = _parameter("format", "path", {"type": "string", "enum": [*FORMATS]})
    given = [city, formats, _parameter("peers", "query", whom)]
    given += [_parameter("count", "query", count), _language()]
    content = _content("text/html", TEXT) | _content(WORD, BINARY)
    operation = _operation("The brief of one city.", content, given, "brief")
    return {"/api/v1/briefs/{city}.{format}": operation}


def _a_mention() -> Json:
    """The form of an id, with the first ones of these data."""
    first = datasets.frame("mentions").get_column("mention_id").head(3)
    return {"type": "string", "pattern": "^[0-9a-f]{16}$", "examples": first.to_list()}


def _looks() -> list[Json]:
    themes = {"type": "string", "enum": ["light", "dark"]}
    cities = _values("city")
    return [
        _parameter("theme", "query", themes),
        _parameter("focus", "query", cities),
        _language(),
    ]
