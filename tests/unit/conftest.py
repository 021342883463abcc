"""The real texts, for the tests that read them as they are."""

from pathlib import Path

import pytest

from etl.paths import RAW

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
