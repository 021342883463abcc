"""Build the files of data/reference: `python -m etl.reference`."""

from __future__ import annotations

from etl.places import PLACES
from etl.reference.table import build_places, places_csv


def main() -> None:
    """Write places.csv and the boundaries."""
    PLACES.write_text(places_csv(build_places()), encoding="utf-8")


if __name__ == "__main__":
    main()
