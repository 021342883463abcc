"""One indicator, all cities: figures on one basis, with bounds, tiers, reasons and quotes."""

import streamlit as st

from dashboard import (
    choices,
    comparison,
    components,
    embed_dialog,
    map_choices,
    offers,
    parts,
    queries,
)
from dashboard import comparison_view as comparing
from dashboard.session import literal, t

codebook = choices.by_id(queries.indicators())

st.title(t("compare.title"))
with st.container(horizontal=True, vertical_alignment="bottom"):
    code = choices.indicator(codebook, "job_fairs")
    focus = choices.focus(queries.cities())
    basis = map_choices.basis()
    log = choices.log_scale()

shown = comparing.read(codebook[code], focus, basis, log=log)
wanted = parts.wanted("compare")

if "chart" in wanted:
    if shown.groups:
        st.header(literal(shown.title))
        comparing.chart(shown)
    comparing.summary(shown)
    st.markdown(literal(comparison.silence(shown.view, queries.silent(code))))
    comparing.source(shown)
    embed_dialog.chart_button(shown)

if shown.view.rows and "compared" in wanted:
    st.header(t("tiers.title"))
    comparing.compared(shown)

if shown.view.rows and "table" in wanted:
    comparing.table(shown)
    figures = queries.observations(indicators=(code,))
    file = f"{code}-{shown.version}.csv"
    components.download(figures, file, t("compare.download"), f"?indicator={code}")

if "definition" in wanted:
    st.header(t("compare.definition"))
    definition = shown.indicator[f"definition_{shown.speaker.language}"]
    components.definition(shown.name, definition, shown.unit)

if shown.view.rows and "quotes" in wanted:
    st.header(t("compare.writes"))
    comparing.writes(shown)

if "cite" in wanted:
    st.header(t("cite.h_indicator"))
    offers.cite(offers.occasion().indicator(code))
