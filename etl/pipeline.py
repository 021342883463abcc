"""The build in its order: read the inputs, process articles, load, check, publish."""

from __future__ import annotations

import json
import time
from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from datetime import date
from functools import partial
from pathlib import Path

import duckdb

from etl import paths, tables, version
from etl.errors import InputError
from etl.export import CSV_NAME, write_observations, write_parquet
from etl.history import Release, record
from etl.inputs import Inputs, input_files, read_inputs
from etl.load import (
    CONTENT,
    HISTORY,
    RUN,
    STAGING,
    TABLES,
    Database,
    new_database,
)
from etl.outcome import Outcome
from etl.parallel import mapped, processes
from etl.process import Context, process
from etl.publish import building, publish
from etl.validate import run_checks

Progress = Callable[[int, int], None]
"""Called with the number of articles done and of all."""


@dataclass(frozen=True, slots=True)
class Options:
    """What a build is asked for."""

    raw: Path = paths.RAW
    out: Path = paths.CURATED
    corrections: Path = paths.CORRECTIONS
    jobs: int | None = None
    """Processes; None chooses by the size of the articles."""
    day: date = field(default_factory=date.today)
    """The day that a new version of the data is dated by."""


def build(options: Options, progress: Progress = lambda _done, _all: None) -> Outcome:
    """Build the curated data from the articles and publish it, whole or not at all.

    Raises:
        InputError: With every problem; the published files are as they were.
    """
    began = time.perf_counter()
    inputs = read_inputs(options.raw, options.corrections)
    with building(options.out) as folder:
        try:
            outcome = _make(folder, inputs, options, progress)
            publish(folder, options.out, _file_names())
        except (OSError, duckdb.IOException) as error:
            problem = f"{options.out}: the data cannot be written there ({error})."
            raise InputError(problem) from error
    outcome.seconds = time.perf_counter() - began
    return outcome


def _file_names() -> list[str]:
    """Return the published files; the database last, for readers open only that."""
    return [*(f"{table}.parquet" for table in TABLES), CSV_NAME, paths.DATABASE]


def _make(
    folder: Path, inputs: Inputs, options: Options, progress: Progress
) -> Outcome:
    with new_database(folder / paths.DATABASE) as database:
        database.hold(STAGING)
        outcome = _stage(database, inputs, options.jobs, progress)
        _stop_on(outcome.problems)
        database.hold_to_load(outcome.mentions)
        database.fill()
        _check(database, outcome)
        database.derive()
        write_parquet(database.connection, CONTENT, folder)
        write_observations(database.connection, folder / CSV_NAME)
        files = (folder / f"{table}.parquet" for table in CONTENT)
        outcome.data_version = version.data_version(outcome.newest, files)
        database.insert(RUN, [_run_row(inputs, options, outcome)])
        outcome.step = record(
            database.connection, options.out, _release(outcome, options)
        )
        write_parquet(database.connection, [RUN, *HISTORY], folder)
    return outcome


def _stage(
    database: Database, inputs: Inputs, jobs: int | None, progress: Progress
) -> Outcome:
    themes, indicators = tables.codebook_rows(inputs.codebook)
    database.stage("theme", themes)
    database.stage("indicator", indicators)
    database.stage("city", [tables.city_row(city) for city in inputs.cities])
    for table, rows in inputs.gate.items():
        database.stage(table, rows)
    listed = {source.source_id for source in inputs.sources}
    outcome = Outcome(unused=sorted(set(inputs.corrections) - listed))
    work = partial(process, _context(inputs))
    files = (inputs.raw / source.file for source in inputs.sources)
    for article in mapped(work, inputs.sources, jobs or processes(files)):
        outcome.add(article)
        for table, rows in article.rows.items():
            database.stage(table, rows)
        progress(outcome.articles, len(inputs.sources))
    return outcome


def _context(inputs: Inputs) -> Context:
    return Context(
        raw=inputs.raw,
        bases={entry.id: entry.bases for entry in inputs.codebook.indicators},
        populations={city.adcode: city.population for city in inputs.cities},
        corrections=inputs.corrections,
    )


def _check(database: Database, outcome: Outcome) -> None:
    outcome.findings = run_checks(database.connection)
    _stop_on(
        sentence
        for finding in outcome.findings
        if finding.check.severity == "error"
        for sentence in finding.sentences
    )
    database.insert("check_result", tables.check_rows(outcome.findings))


def _stop_on(problems: Iterable[str]) -> None:
    found = list(problems)
    if found:
        raise InputError(*found)


def _release(outcome: Outcome, options: Options) -> Release:
    return Release(
        data_version=outcome.data_version,
        released=options.day.isoformat(),
        articles=outcome.articles,
        observations=outcome.observations,
    )


def _run_row(inputs: Inputs, options: Options, outcome: Outcome) -> tables.Row:
    files = input_files(options.raw, options.corrections)
    hashes = {path.name: version.file_hash(path) for path in files}
    hashes |= {source: sha256 for sha256, source in outcome.sources_of.items()}
    code, listed = version.code_version(), version.input_list(hashes)
    return {
        "run_id": version.run_id(code, listed),
        "code_version": code,
        "inputs": listed,
        "articles": outcome.articles,
        "mentions": outcome.mentions,
        "observations": outcome.observations,
        "excluded": json.dumps(dict(sorted(outcome.by_reason.items()))),
        "newest": outcome.newest,
        "data_version": outcome.data_version,
    }
