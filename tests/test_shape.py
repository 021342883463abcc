"""The shape of the code: small files, small functions, words in their places."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.live import ROOT

FILE_LINES = 250
FUNCTION_LINES = 40
PAGE_LINES = 80
SOURCES = sorted(
    path
    for folder in ("etl", "dashboard", "pages", "tests")
    for path in ROOT.glob(f"{folder}/**/*.py")
)
PAGES = sorted(ROOT.glob("pages/*.py"))
SHOWN = sorted([*ROOT.glob("pages/*.py"), *ROOT.glob("dashboard/**/*.py")])


def name_of(path: Path) -> str:
    return path.relative_to(ROOT).as_posix()


def functions(path: Path) -> Iterator[ast.FunctionDef | ast.AsyncFunctionDef]:
    for node in ast.walk(ast.parse(path.read_text("utf-8"))):
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef):
            yield node


def is_chinese(text: str) -> bool:
    return any("\u4e00" <= character <= "\u9fff" for character in text)


def docstrings(tree: ast.Module) -> set[int]:
    """Return the ids of the nodes that are documentation: strings standing alone."""
    return {
        id(node.value)
        for node in ast.walk(tree)
        if isinstance(node, ast.Expr) and isinstance(node.value, ast.Constant)
    }


@pytest.mark.parametrize("path", SOURCES, ids=name_of)
def test_files_and_functions_are_small(path):
    limit = PAGE_LINES if path in PAGES else FILE_LINES
    assert len(path.read_text("utf-8").splitlines()) <= limit
    long = {
        f"{node.name}: {size}"
        for node in functions(path)
        if (size := node.end_lineno - node.lineno + 1) > FUNCTION_LINES
    }
    assert long == set()


@pytest.mark.parametrize("path", SHOWN, ids=name_of)
def test_words_on_the_screen_stand_in_strings(path):
    tree = ast.parse(path.read_text("utf-8"))
    documented = docstrings(tree)
    chinese = [
        node.value
        for node in ast.walk(tree)
        if isinstance(node, ast.Constant)
        and isinstance(node.value, str)
        and id(node) not in documented
        and is_chinese(node.value)
    ]
    assert chinese == []


def test_one_purpose_each():
    vague = {"utils.py", "helpers.py", "common.py", "misc.py"}
    assert [name_of(path) for path in SOURCES if path.name in vague] == []
