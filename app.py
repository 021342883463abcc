"""The ASGI entry: the Streamlit pages and the HTTP routes, in one process on one port."""

import streamlit as st

from dashboard import api, failure, middleware, warm
from dashboard.settings import ROOT

app = st.App(
    ROOT / "dashboard" / "nav.py",
    routes=api.routes(),
    middleware=middleware.stack(),
    lifespan=warm.lifespan,
    on_script_error=failure.show,
)
