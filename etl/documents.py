"""Documents named on the command line: their texts, and what is known of them."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from pathlib import Path

from etl.definitions import check, read_entries
from etl.errors import InputError
from etl.formats import SUFFIXES
from etl.schema import Source
from etl.sources import STORED_SUFFIX, SourceEntry, label


@dataclass(frozen=True, slots=True)
class Known:
    """What is known of documents: the entries of a list, else one answer for all."""

    published: str | None = None
    adcode: str | None = None
    listed: Mapping[Path, Source] = field(default_factory=dict[Path, Source])
    """Entries by the file they name, resolved."""

    def of(self, path: Path) -> tuple[str | None, str | None]:
        """Return the publication date and the adcode of a document.

        An entry is found by its file, or by the name of it alone where no other entry
        has a file of that name.
        """
        source = self.listed.get(path.resolve()) or self._by_name(path.name)
        if source is None:
            return self.published, self.adcode
        return source.published or self.published, source.adcode

    def _by_name(self, name: str) -> Source | None:
        named = [source for file, source in self.listed.items() if file.name == name]
        return named[0] if len(named) == 1 else None


def load_listed(path: Path) -> dict[Path, Source]:
    """Return the entries of a sources.yaml by their file; the files need not exist.

    Raises:
        InputError: With every problem of the list.
    """
    problems: list[str] = []
    listed: dict[Path, Source] = {}
    for entry in read_entries(path, "sources"):
        checked = check(SourceEntry, entry, label(entry))
        if isinstance(checked, list):
            problems += checked
        else:
            file = (path.parent / checked.file).resolve()
            listed[file] = Source(**checked.model_dump())
    if problems:
        raise InputError(*problems)
    return listed


def find_documents(paths: Iterable[Path]) -> list[Path]:
    """Return the files, and for each folder the articles directly in it, by name.

    Raises:
        InputError: A path does not exist, a folder holds no article, or two documents
            have the same stem, which is what their mentions are listed under.
    """
    problems: list[str] = []
    found: dict[str, Path] = {}
    for path in paths:
        files = _files(path)
        if not files:
            problems.append(_nothing(path))
        for file in files:
            first = found.setdefault(file.stem, file)
            if first.resolve() != file.resolve():
                problems.append(
                    f"{first} and {file} have the same name without its ending; "
                    "rename one of them."
                )
    if problems:
        raise InputError(*problems)
    return list(found.values())


def _files(path: Path) -> list[Path]:
    if path.is_dir():
        found = {file for file in path.iterdir() if file.suffix.lower() in SUFFIXES}
        stored = {file.with_name(file.name + STORED_SUFFIX) for file in found}
        return sorted(found - stored)
    return [path] if path.is_file() else []


def _nothing(path: Path) -> str:
    if path.is_dir():
        return f"{path} holds no article; its files must end in {', '.join(SUFFIXES)}."
    return f"There is no file {path}; check the name."
