"""Everything a build reads besides the articles, with all problems together."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TypeVar

from etl import paths, places
from etl.codebook import Codebook, load_codebook
from etl.correction_file import Corrections, load_corrections
from etl.errors import InputError
from etl.gate import Row, gate_rows
from etl.places import City
from etl.schema import Source
from etl.sources import load_sources

Loaded = TypeVar("Loaded")


@dataclass(frozen=True, slots=True)
class Inputs:
    """The checked definitions of one build."""

    raw: Path
    codebook: Codebook
    cities: Sequence[City]
    """The places that articles are about, and those whose figures are known."""
    sources: Sequence[Source]
    corrections: Corrections
    gate: Mapping[str, Sequence[Row]]
    """The rules of comparison as rows, by table."""


def read_inputs(raw: Path, corrections: Path = paths.CORRECTIONS) -> Inputs:
    """Read the codebook, the places, the list of articles and the corrections.

    Raises:
        InputError: With every problem of all of them.
    """
    problems: list[str] = []
    codebook = _attempt(load_codebook, problems)
    known = _attempt(_known_adcodes, problems)
    sources = None
    declared = None
    gate = None
    if known is not None:
        sources = _attempt(lambda: load_sources(raw, known), problems)
    if codebook is not None:
        ids = {indicator.id for indicator in codebook.indicators}
        declared = _attempt(lambda: load_corrections(corrections, ids), problems)
        gate = _attempt(lambda: gate_rows(ids), problems)
    if codebook is None or sources is None or declared is None or gate is None:
        raise InputError(*problems)
    return Inputs(raw, codebook, _cities(sources), sources, declared, gate)


def input_files(raw: Path, corrections: Path) -> list[Path]:
    """Return the definition files of a build that are no part of the package."""
    named = [places.CITIES, places.PLACES, raw / "sources.yaml", corrections]
    return [path for path in named if path.exists()]


def _attempt(load: Callable[[], Loaded], problems: list[str]) -> Loaded | None:
    try:
        return load()
    except InputError as error:
        problems += error.problems
        return None


def _known_adcodes() -> set[str]:
    return {*places.load_cities(), *places.load_places()}


def _cities(sources: Sequence[Source]) -> list[City]:
    adcodes = {*places.load_cities(), *(source.adcode for source in sources)}
    return [places.city_of(adcode) for adcode in sorted(adcodes)]
