"""What happens once when the server starts: imports, the database, a collected heap."""

from __future__ import annotations

import gc
import logging
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from importlib import import_module

from dashboard import charts, comparison, queries
from dashboard.database import DataError
from dashboard.theme import PALETTES

log = logging.getLogger("dashboard")
HEAVY = ("pandas", "plotly.graph_objects", "polars", "pyarrow", "pydeck")


def warm_up() -> None:
    """Import what the first reader would wait for, and draw one figure.

    Streamlit collects garbage after every run, holding the interpreter; what is frozen
    here is not looked at again, which takes that pause from about 46 ms to none.
    """
    for name in HEAVY:
        import_module(name)
    try:
        first = queries.indicators().sort("cities", descending=True).head(1)
        for code in first.get_column("id"):
            view = comparison.view(queries.compare(code), "zh")
            groups = comparison.groups(view)
            charts.dot_plot(groups, PALETTES["light"], number=str).to_json()
    except DataError as missing:
        log.warning("no data to show: run make data to build %s", missing)
    gc.collect()
    gc.freeze()


@asynccontextmanager
async def lifespan(app: object) -> AsyncIterator[None]:
    """Warm up before the first request."""
    warm_up()
    yield
