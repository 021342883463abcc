"""README and methods page state what `make evaluate` prints; `make golden` writes it."""

from __future__ import annotations

import json
import subprocess
import sys
from functools import cache

from tests.live import ROOT

QUALITY = ROOT / "dashboard" / "quality.json"
NAMES = ("alone", "published", "practice")
"""The corpora by the names of the methods page, in the order of CORPORA."""
README = ROOT / "README.md"
BEGIN, END = "<!-- accuracy: written by make golden -->\n", "<!-- end of accuracy -->"
GOLD = ("tests/corpus/gold", "--texts", "data/raw")
CORPORA = {
    "the five articles, extraction alone": (*GOLD, "--no-corrections"),
    "the five articles, as published": GOLD,
    "204 practice passages of eight hands": ("tests/corpus/practice",),
}
COLUMNS = {
    "numbers": "quantities",
    "found": "detect",
    "indicator F1": "indicator_f1",
    "all fields right, F1": "strict_f1",
}


@cache
def figures(*arguments: str) -> dict[str, float]:
    """Return what `python -m etl evaluate` says of a corpus."""
    command = [sys.executable, "-m", "etl", "evaluate", *arguments, "--json"]
    done = subprocess.run(
        command, cwd=ROOT, capture_output=True, text=True, check=True, timeout=300
    )
    return json.loads(done.stdout)


def cell(value: float) -> str:
    return str(value) if isinstance(value, int) else f"{value:.3f}"


def table() -> str:
    """Return the figures of all corpora as a table in Markdown."""
    rows = [["corpus", *COLUMNS], ["---"] * (1 + len(COLUMNS))]
    for corpus, arguments in CORPORA.items():
        measured = figures(*arguments)
        rows.append([corpus, *(cell(measured[key]) for key in COLUMNS.values())])
    return "".join(f"| {' | '.join(row)} |\n" for row in rows)


def test_the_readme_states_the_accuracy_as_measured(rewrite_golden):
    text = README.read_text("utf-8")
    before, rest = text.split(BEGIN)
    stated, after = rest.split(END)
    measured = table()
    if rewrite_golden:
        README.write_text(f"{before}{BEGIN}{measured}{END}{after}", "utf-8")
        return
    assert stated == measured, "the accuracy changed: see `make golden`"


def test_the_methods_page_states_the_accuracy_as_measured(rewrite_golden):
    every = zip(NAMES, CORPORA.values(), strict=True)
    measured = {name: figures(*arguments) for name, arguments in every}
    if rewrite_golden:
        QUALITY.write_text(json.dumps(measured, indent=1) + "\n", "utf-8")
        return
    stated = json.loads(QUALITY.read_text("utf-8"))
    assert stated == measured, "the accuracy changed: see `make golden`"
