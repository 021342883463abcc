"""What a reader sees when a page fails: a sentence; the traceback goes to the log."""

from __future__ import annotations

import logging

import streamlit as st

from dashboard.session import t

log = logging.getLogger("dashboard")


def show(error: Exception) -> bool:
    """Log an error and show the sentence in its place; True keeps Streamlit's box away."""
    log.error("a page failed", exc_info=error)
    st.error(t("notice.error"))
    return True
