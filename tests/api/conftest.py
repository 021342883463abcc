"""The dashboard reads made-up data."""

from tests.dashboard_data import bare, database, empty, filled, made_up

__all__ = ["bare", "database", "empty", "filled", "made_up"]
