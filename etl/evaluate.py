"""Extract the documents of a labelled folder and count how many labels are met."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from etl import paths
from etl.agreement import Tally, misses, tally
from etl.codebook import load_codebook
from etl.correction_file import Corrections, Declared, load_corrections
from etl.corrections import correct
from etl.documents import Known
from etl.errors import InputError
from etl.extract import extract_text
from etl.formats import SUFFIXES
from etl.labels import as_line, load_labels
from etl.read import read_text
from etl.schema import Mention


@dataclass(frozen=True, slots=True)
class Settings:
    """What the documents of a labelled folder are extracted with."""

    texts: Path
    """The folder of the texts, each named like its labels."""
    known: Known = field(default_factory=Known)
    corrections: Corrections = field(default_factory=dict[str, Sequence[Declared]])


@dataclass(frozen=True, slots=True)
class Result:
    """One document: its counts, and a line for each label that is not met."""

    doc: str
    tally: Tally
    misses: Sequence[str]

    @property
    def group(self) -> str:
        """The document's name up to its last hyphen: brief-01 belongs to brief."""
        return self.doc.rpartition("-")[0] or self.doc


def evaluate(gold: Path, settings: Settings) -> list[Result]:
    """Return the result of each labelled document, by name.

    Raises:
        InputError: With every document that has no text, and every broken label.
    """
    problems: list[str] = []
    results: list[Result] = []
    files = sorted(gold.glob("*.jsonl"))
    for file in files:
        try:
            results.append(_document(file, settings))
        except InputError as error:
            problems += error.problems
    if not files:
        problems.append(f"{gold} holds no labels; it needs a .jsonl file per document.")
    if problems:
        raise InputError(*problems)
    return results


def total(results: Sequence[Result]) -> Tally:
    """Return the counts of all documents together."""
    return sum((result.tally for result in results), Tally())


def by_group(results: Sequence[Result]) -> Mapping[str, Tally]:
    """Return the counts of each group of documents, by name."""
    groups = sorted({result.group for result in results})
    return {
        group: total([result for result in results if result.group == group])
        for group in groups
    }


def declared_corrections(path: Path = paths.CORRECTIONS) -> Corrections:
    """Return the declared corrections, checked against the codebook."""
    ids = {indicator.id for indicator in load_codebook().indicators}
    return load_corrections(path, ids)


def _document(file: Path, settings: Settings) -> Result:
    labels = load_labels(file)
    mentions = [as_line(mention) for mention in _mentions(file.stem, settings)]
    return Result(file.stem, tally(labels, mentions), list(misses(labels, mentions)))


def _mentions(doc: str, settings: Settings) -> list[Mention]:
    path = _text_file(doc, settings.texts)
    text = read_text(path)
    published, adcode = settings.known.of(path)
    extracted = extract_text(text, published, adcode, doc=doc)
    declared = settings.corrections.get(doc, ())
    corrected, _, problems = correct(text, extracted, declared)
    if problems:
        raise InputError(*problems)
    return corrected


def _text_file(doc: str, folder: Path) -> Path:
    for suffix in SUFFIXES:
        path = folder / (doc + suffix)
        if path.is_file():
            return path
    raise InputError(
        f"There is no text of {doc} in {folder}; name its folder with --texts."
    )
