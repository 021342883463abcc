"""The command line: `python -m etl build`, `extract`, `evaluate`, `add` and the rest."""

from __future__ import annotations

import argparse
import os
import sys
from collections.abc import Sequence
from pathlib import Path

from etl import paths
from etl.codebook import load_codebook
from etl.documents import Known, find_documents, load_listed
from etl.errors import InputError
from etl.evaluate import Settings, declared_corrections, evaluate
from etl.export import CSV_NAME
from etl.extract_files import extract_files
from etl.filing import file_article, remove_article
from etl.filing_plan import Wish, plan
from etl.inputs import read_inputs
from etl.pipeline import Options, build
from etl.places import city_of
from etl.preflight import load_published, preflight
from etl.preflight_report import report as preflight_lines
from etl.report import figures_report, progress_bar, review_report, run_report
from etl.review import review
from etl.schema import Source
from etl.sources import LIST_NAME, is_date, web_address

WRONG_INPUT = 2


def main(arguments: Sequence[str] | None = None) -> int:
    """Run one command; return its exit code: 0, or 2 where the input is wrong."""
    options = _parser().parse_args(arguments)
    try:
        options.run(options)
        sys.stdout.flush()
    except InputError as error:
        for problem in error.problems:
            print(f"error: {problem}", file=sys.stderr)
        return WRONG_INPUT
    except BrokenPipeError:  # whoever reads the output, `head` for one, has enough
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
    return 0


def run_build(options: argparse.Namespace) -> None:
    """Build the curated data and print the run report."""
    wanted = Options(options.raw, options.out, options.corrections, options.jobs)
    with progress_bar("Reading articles") as progress:
        outcome = build(wanted, progress)
    run_report(outcome, load_codebook(), options.out)


def run_extract(options: argparse.Namespace) -> None:
    """Print the mentions of documents as JSON lines, or write a file for each."""
    if options.adcode is not None:
        city_of(options.adcode)  # an unknown one is refused before anything is read
    listed = load_listed(options.sources) if options.sources else {}
    known = Known(options.published, options.adcode, listed)
    extract_files(find_documents(options.paths), known, options.out)


def run_evaluate(options: argparse.Namespace) -> None:
    """Print how far extraction agrees with the labels of a folder."""
    settings = Settings(
        texts=options.texts or options.gold,
        known=Known(listed=load_listed(options.sources)),
        corrections=declared_corrections() if options.corrections else {},
    )
    results = evaluate(options.gold, settings)
    if options.verbose:
        for result in results:
            for miss in result.misses:
                print(f"{result.doc}: {miss}")
    figures_report(results, groups=options.by_group, as_json=options.json)


def run_review(options: argparse.Namespace) -> None:
    """Print the doubtful verdicts of one listed article, with corrections to paste."""
    inputs = read_inputs(options.raw, options.corrections)
    found = [s for s in inputs.sources if s.source_id == options.source_id]
    if not found:
        known = ", ".join(source.source_id for source in inputs.sources)
        raise InputError(
            f"No source is called {options.source_id!r}; there are {known}."
        )
    review_report(*review(options.raw, found[0], inputs.corrections))


def run_add(options: argparse.Namespace) -> None:
    """Print what an article tells and would change; file it unless it is a dry run."""
    details = Source(
        source_id=options.id or "",
        adcode="",
        file="",
        title=options.title,
        publisher=options.publisher,
        author=options.author,
        published=options.published,
        published_basis=options.published_basis,
        url=options.url,
    )
    filing = plan(options.raw, Wish(options.file, options.city, details))
    codebook = load_codebook()
    published = load_published(options.curated / CSV_NAME)
    for line in preflight_lines(
        filing, preflight(filing, codebook, published), codebook
    ):
        print(line)
    if options.dry_run:
        print("\nDry run: nothing was written.")
        return
    file_article(filing)
    print(f"\nFiled as {filing.target}; now run: python -m etl build")


def run_remove(options: argparse.Namespace) -> None:
    """Take an article out of the list and its files off the disk."""
    for path in remove_article(options.raw, options.source_id):
        print(f"removed {path}")
    print(f"{options.source_id} is out of {LIST_NAME}; now run: python -m etl build")


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="python -m etl", description=__doc__)
    commands = parser.add_subparsers(required=True, metavar="COMMAND")
    _add_build(commands.add_parser("build", help="build the curated data"))
    _add_extract(commands.add_parser("extract", help="numbers of documents as JSONL"))
    _add_evaluate(commands.add_parser("evaluate", help="compare with labels"))
    _add_add(commands.add_parser("add", help="file one more article"))
    _add_remove(commands.add_parser("remove", help="take an article out again"))
    _add_review(commands.add_parser("review", help="doubtful verdicts of one article"))
    return parser


def _add_build(parser: argparse.ArgumentParser) -> None:
    add = parser.add_argument
    add("--raw", type=Path, default=paths.RAW, metavar="DIR", help="the articles")
    add("--out", type=Path, default=paths.CURATED, metavar="DIR", help="the target")
    add("--jobs", type=_count, metavar="N", help="processes; default: as worth it")
    add("--corrections", type=Path, default=paths.CORRECTIONS, metavar="FILE")
    parser.set_defaults(run=run_build)


def _add_extract(parser: argparse.ArgumentParser) -> None:
    add = parser.add_argument
    add("paths", type=Path, nargs="+", metavar="PATH", help="files or folders")
    add("--out", type=Path, metavar="DIR", help="one file a document, not printed")
    add("--published", type=_date, metavar="DATE", help="YYYY, YYYY-MM or YYYY-MM-DD")
    add("--adcode", metavar="CODE", help="the place that the documents are about")
    add("--sources", type=Path, metavar="FILE", help=f"a {LIST_NAME} that lists them")
    parser.set_defaults(run=run_extract)


def _add_evaluate(parser: argparse.ArgumentParser) -> None:
    add = parser.add_argument
    add("gold", type=Path, metavar="GOLD_DIR", help="a .jsonl of labels a document")
    add("--texts", type=Path, metavar="DIR", help="the texts; default: GOLD_DIR")
    add("--no-corrections", dest="corrections", action="store_false")
    add("--sources", type=Path, default=paths.RAW / LIST_NAME, metavar="FILE")
    add("--by-group", action="store_true", help="also by the name before the last -")
    add("--json", action="store_true", help="one JSON object")
    add("-v", "--verbose", action="store_true", help="also what is missed")
    parser.set_defaults(run=run_evaluate)


def _add_review(parser: argparse.ArgumentParser) -> None:
    add = parser.add_argument
    add("source_id", metavar="SOURCE_ID", help="an article of sources.yaml")
    add("--raw", type=Path, default=paths.RAW, metavar="DIR", help="the articles")
    add("--corrections", type=Path, default=paths.CORRECTIONS, metavar="FILE")
    parser.set_defaults(run=run_review)


def _add_add(parser: argparse.ArgumentParser) -> None:
    add = parser.add_argument
    add("file", type=Path, metavar="FILE", help="txt, html, pdf or docx")
    add("--city", metavar="NAME", help="a name, with its province where it is shared")
    add("--published", type=_date, metavar="DATE", help="default: as printed in it")
    add("--published-basis", metavar="WORDS", help="how the date is known")
    add("--title", metavar="WORDS")
    add("--publisher", metavar="NAME")
    add("--author", metavar="NAME")
    add("--url", type=_url, metavar="URL", help="default: as the page states it")
    add("--id", metavar="SOURCE_ID", help="default: of the place and the year")
    add("--dry-run", action="store_true", help="only the report")
    add("--raw", type=Path, default=paths.RAW, metavar="DIR", help="the articles")
    add("--curated", type=Path, default=paths.CURATED, metavar="DIR", help="the data")
    parser.set_defaults(run=run_add)


def _add_remove(parser: argparse.ArgumentParser) -> None:
    add = parser.add_argument
    add("source_id", metavar="SOURCE_ID", help="an article of sources.yaml")
    add("--raw", type=Path, default=paths.RAW, metavar="DIR", help="the articles")
    parser.set_defaults(run=run_remove)


def _count(text: str) -> int:
    if not text.isdecimal() or int(text) < 1:
        raise argparse.ArgumentTypeError(
            f"{text!r} is no number of processes, 1 or more"
        )
    return int(text)


def _date(text: str) -> str:
    if not is_date(text):
        raise argparse.ArgumentTypeError(f"{text!r} is no YYYY, YYYY-MM or YYYY-MM-DD")
    return text


def _url(text: str) -> str:
    try:
        return web_address(text)
    except ValueError as error:
        raise argparse.ArgumentTypeError(str(error)) from None


if __name__ == "__main__":
    sys.exit(main())
