"""The documents are under test: what they name exists, what exists they name."""

from __future__ import annotations

import re
import subprocess

import pytest

from tests.live import ROOT

DOCS = [ROOT / "README.md", ROOT / "CHANGELOG.md", *sorted(ROOT.glob("docs/**/*.md"))]
TARGET = re.compile(r"^([a-z][a-z-]*):", re.MULTILINE)
CALL = re.compile(r"\bmake ([a-z][a-z-]*)\b")
FENCE = re.compile(r"^```(?:bash|sh)\n(.*?)^```", re.MULTILINE | re.DOTALL)
CODE = re.compile(r"`([^`\n]+)`")
LINK = re.compile(r"\]\(([^)#\s]+)[^)]*\)")
PATH = re.compile(
    r"(?:etl|dashboard|pages|tests|data|docs)/[\w./-]+\.(?:py|md|yaml|sql)"
)
# No file tells of the machines that the project was written on.
HOSTS = re.compile(r"pypi\.org|pythonhosted|npmjs|deb\.debian|registry\.[a-z]+\.[a-z]+")
PLACES = re.compile(r"[/]work[/]|\.\./shared|[/]tmp[/]bash|\bnotes/\w+\.md")


def makefile_targets() -> set[str]:
    return set(TARGET.findall((ROOT / "Makefile").read_text("utf-8")))


def tracked_texts() -> list[tuple[str, str]]:
    """Return every text file of the project with its content, binary ones left out."""
    listed = subprocess.run(
        ["git", "ls-files", "-z"], cwd=ROOT, capture_output=True, check=True, timeout=30
    ).stdout.decode()
    texts = []
    for name in filter(None, listed.split("\0")):
        path = ROOT / name
        if path.is_file() and b"\0" not in (raw := path.read_bytes()):
            texts.append((name, raw.decode("utf-8", "replace")))
    return texts


def test_readme_shows_exactly_two_commands():
    readme = (ROOT / "README.md").read_text("utf-8")
    lines = "\n".join(FENCE.findall(readme)).splitlines()
    shown = [line.split("#")[0].strip() for line in lines if line.strip()]
    assert shown == ["make run", "make test"]


@pytest.mark.parametrize("doc", DOCS, ids=lambda doc: doc.relative_to(ROOT).as_posix())
def test_documents_name_only_what_exists(doc):
    text = doc.read_text("utf-8")
    code = " ; ".join(CODE.findall(text) + FENCE.findall(text))
    assert set(CALL.findall(code)) <= makefile_targets()
    links = [link for link in LINK.findall(text) if "://" not in link]
    assert [link for link in links if not (doc.parent / link).exists()] == []
    if doc.name != "CHANGELOG.md":  # a changelog may name what is gone
        assert [path for path in PATH.findall(code) if not (ROOT / path).exists()] == []


def test_every_target_is_explained():
    makefile = (ROOT / "Makefile").read_text("utf-8")
    phony = set(re.findall(r"^\.PHONY: ([a-z-]+)$", makefile, re.MULTILINE))
    assert phony
    silent = {name for name in phony if not re.search(rf"^{name}:.*#", makefile, re.M)}
    assert silent == set()


def test_every_page_is_named():
    text = (ROOT / "README.md").read_text("utf-8")
    pages = {path.stem for path in ROOT.glob("pages/*.py")} - {"__init__"}
    assert pages
    assert {page for page in pages if f"pages/{page}.py" not in text} == set()


def test_every_decision_has_its_four_parts():
    for path in ROOT.glob("docs/decisions/*.md"):
        headings = re.findall(r"^## (\w+)$", path.read_text("utf-8"), re.MULTILINE)
        assert headings == ["Status", "Context", "Decision", "Consequences"], path.name


def test_no_file_names_a_registry_host_or_a_private_place():
    articles = ("data/raw/", "tests/corpus/", "tests/test_docs.py")
    found = [
        f"{name}: {hit.group()}"
        for name, text in tracked_texts()
        if not name.startswith(articles)
        for pattern in (HOSTS, PLACES)
        if (hit := pattern.search(text))
    ]
    assert found == []
