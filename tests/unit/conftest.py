"""The real texts, for the tests that read them as they are."""

from collections.abc import Callable
from pathlib import Path

import pytest

from etl.paths import RAW
from tests.commands import Done

PRACTICE = Path(__file__).parent.parent / "corpus" / "practice"


def texts(folder: Path) -> dict[str, str]:
    """Return the texts of a folder by file stem, line ends as they are."""
    return {
        path.stem: path.read_bytes().decode("utf-8")
        for path in sorted(folder.glob("*.txt"))
    }


@pytest.fixture(scope="session")
def articles() -> dict[str, str]:
    """The five articles by name."""
    return texts(RAW)


@pytest.fixture(scope="session")
def passages() -> dict[str, str]:
    """The practice passages by name."""
    return texts(PRACTICE)


@pytest.fixture
def etl(capsys: pytest.CaptureFixture[str]) -> Callable[..., Done]:
    """Run a command in this process, for speed: `etl("build", "--out", folder)`."""

    def run(*arguments: object) -> Done:
        from etl.__main__ import main  # only where it is run: it loads every rule

        try:
            code = main([str(argument) for argument in arguments])
        except SystemExit as stopped:  # argparse refuses
            code = int(stopped.code or 0)
        return Done(code, *capsys.readouterr())

    return run
