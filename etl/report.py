"""What the command line shows: progress, the run report, the figures of an evaluation."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Generator, Mapping, Sequence
from contextlib import contextmanager
from pathlib import Path

from rich.console import Console
from rich.markup import escape
from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn
from rich.table import Table

from etl.agreement import Tally
from etl.codebook import Codebook
from etl.evaluate import Result, by_group, total
from etl.outcome import Outcome
from etl.pipeline import Progress as OnProgress
from etl.preflight_report import quote
from etl.review import entry
from etl.schema import Mention
from etl.validate import Finding

GROUP_FIGURES = ("documents", "detect", "indicator_f1", "strict_f1")


@contextmanager
def progress_bar(label: str) -> Generator[OnProgress]:
    """Yield a function that shows articles done of all; on standard error, if shown."""
    columns = (TextColumn("{task.description}"), BarColumn(), MofNCompleteColumn())
    with Progress(*columns, console=Console(stderr=True), transient=True) as bar:
        task = bar.add_task(label, total=None)
        yield lambda done, of_all: bar.update(task, completed=done, total=of_all)


def run_report(outcome: Outcome, codebook: Codebook, out: Path) -> None:
    """Print what a build found, what it left out and why, and the failed checks."""
    console = Console(highlight=False, soft_wrap=True)
    excluded = outcome.by_reason.total()
    console.print(
        f"{outcome.articles} articles, {outcome.mentions} quantities: "
        f"{outcome.observations} observations, {excluded} excluded, "
        f"{outcome.corrected} corrected."
    )
    console.print(_themes(outcome.by_indicator, codebook))
    console.print(_reasons(outcome.by_reason))
    if outcome.unused:
        names = escape(", ".join(outcome.unused))
        console.print(f"warning: Corrections of sources that are not listed: {names}")
    for finding in outcome.findings:
        _print_finding(console, finding)
    console.print(_changes(outcome))
    console.print(
        f"Data version {outcome.data_version} in {escape(str(out))}, "
        f"{outcome.seconds:.1f} seconds."
    )


def _changes(outcome: Outcome) -> str:
    """What the build changed, in a sentence."""
    if outcome.step is None:
        return "Nothing changed: this version is the published one."
    if outcome.step.number == 1:
        return "The first version here: there is nothing to compare it with."
    kinds = ("added", "removed", "changed")
    told = ", ".join(f"{outcome.step.counts.get(kind, 0)} {kind}" for kind in kinds)
    return f"Version {outcome.step.number} here; observations: {told}."


def review_report(text: str, mentions: Sequence[Mention]) -> None:
    """Print each doubtful mention with its quote, its rivals and its correction."""
    for mention in mentions:
        verdict = mention.indicator or f"none ({mention.reason})"
        rivals = ", ".join(mention.rivals)
        print(f"# {mention.surface!r} is {verdict}; near: {rivals}")
        print(f"#   lead {mention.margin:.1f}; cues: {', '.join(mention.cues)}")
        print(f"#   {quote(text, mention)}")
        print(entry(text, mention))
    print(f"# {len(mentions)} verdicts to look at; entries for corrections.yaml above.")


def figures_report(results: Sequence[Result], *, groups: bool, as_json: bool) -> None:
    """Print the figures of all documents, and of each group where asked for."""
    figures: dict[str, object] = dict(total(results).figures())
    parts = by_group(results if groups else ())
    if as_json:
        named = {group: part.figures() for group, part in parts.items()}
        print(json.dumps({**figures, "groups": named} if groups else figures))
        return
    for name, figure in figures.items():
        print(f"{name:20} {_figure(figure)}")
    for line in _group_lines(parts):
        print(line)


def _group_lines(groups: Mapping[str, Tally]) -> list[str]:
    if not groups:
        return []
    rows = [["group", *GROUP_FIGURES]]
    for group, part in groups.items():
        figures = part.figures()
        rows.append([group, *(_figure(figures[name]) for name in GROUP_FIGURES)])
    return ["", *("".join(f"{word:16}" for word in row).rstrip() for row in rows)]


def _figure(figure: object) -> str:
    return f"{figure:.4f}" if isinstance(figure, float) else str(figure)


def _themes(by_indicator: Counter[str], codebook: Codebook) -> Table:
    table = Table("theme", "observations", "indicators reported", title="By theme")
    for theme in codebook.themes:
        of_theme = [
            i.id for i in codebook.indicators if codebook.theme_of[i.id] == theme.id
        ]
        count = sum(by_indicator[name] for name in of_theme)
        reported = sum(by_indicator[name] > 0 for name in of_theme)
        table.add_row(theme.zh, str(count), f"{reported} of {len(of_theme)}")
    return table


def _reasons(by_reason: Counter[str]) -> Table:
    table = Table("reason", "quantities", title="Excluded")
    for reason, count in by_reason.most_common():
        table.add_row(reason, str(count))
    return table


def _print_finding(console: Console, finding: Finding) -> None:
    if not finding.failing:
        return
    check = finding.check
    console.print(f"{check.severity}: {check.rule} {finding.failing} fail:")
    for sentence in finding.sentences:
        console.print(f"  {sentence}", markup=False)
    untold = finding.failing - len(finding.sentences)
    if untold:
        console.print(f"  … and {untold} more")
