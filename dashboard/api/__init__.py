"""The HTTP interface below /api/v1: files under addresses that stay."""

from dashboard.api.router import routes

__all__ = ["routes"]
