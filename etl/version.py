"""What a build was made from and what came out, as hashes that need no clock."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterable, Mapping
from functools import cache
from pathlib import Path

CODE = Path(__file__).resolve().parent
SUFFIXES = frozenset({".py", ".sql", ".yaml"})
SHORT = 12


@cache
def code_version() -> str:
    """Return a short hash of the code and the rules of this package, as first seen."""
    digest = hashlib.sha256()
    files = (path for path in CODE.rglob("*") if path.suffix in SUFFIXES)
    for path in sorted(files):
        digest.update(path.relative_to(CODE).as_posix().encode())
        digest.update(path.read_bytes())
    return digest.hexdigest()[:SHORT]


def input_list(hashes: Mapping[str, str]) -> str:
    """Return the inputs as JSON: objects of name and sha256, sorted by name."""
    entries = [{"file": file, "sha256": hashes[file]} for file in sorted(hashes)]
    return json.dumps(entries, ensure_ascii=False)


def run_id(code: str, inputs: str) -> str:
    """Return the id of a build from its code version and its inputs."""
    return hashlib.sha256(f"{code}\n{inputs}".encode()).hexdigest()[:SHORT]


def data_version(newest: str | None, files: Iterable[Path]) -> str:
    """Return the date of the newest article and a short hash of the built files."""
    digest = hashlib.sha256()
    for path in sorted(files):
        digest.update(path.name.encode())
        digest.update(file_hash(path).encode())
    return f"{newest or 'undated'}-{digest.hexdigest()[:8]}"


def file_hash(path: Path) -> str:
    """Return the sha256 of a file's bytes."""
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()
