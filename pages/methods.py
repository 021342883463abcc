"""How numbers come about and are compared, how well they are read, what was corrected."""

import streamlit as st

from dashboard import benchmark_queries as bench
from dashboard import components, evidence, methods, quality, queries
from dashboard.session import language, literal, t, tail
from dashboard.settings import ROOT

st.title(t("methods.title"))
st.caption(t("methods.lead"))

for part in ("source", "bounds"):
    st.header(t(f"methods.h_{part}"))
    st.markdown(t(f"methods.{part}"))

st.header(t("methods.h_gate"))
st.markdown(t("methods.gate"))
columns, rows = methods.reasons(bench.gate_reasons(), language())
st.html(evidence.table("", columns, rows, tail=tail()))
columns, rows = methods.limits(bench.thresholds(), language())
st.html(evidence.table("", columns, rows, tail=tail()))

for part in ("rank", "silence"):
    st.header(t(f"methods.h_{part}"))
    st.markdown(t(f"methods.{part}"))

st.header(t("methods.h_quality"))
st.markdown(t("methods.quality"))
columns, rows = quality.table(language())
st.html(evidence.table("", columns, rows, tail=tail()))
st.caption(t("methods.quality_note"))

st.header(t("methods.h_corrections"))
declared = {
    source["city"]: queries.corrections(source["source_id"])
    for source in queries.sources().iter_rows(named=True)
}
for city, found in declared.items():
    if found.height:
        st.markdown(f"**{literal(city)}**")
        components.corrections(found)
if not any(found.height for found in declared.values()):
    st.caption(t("methods.no_corrections", articles=len(declared)))

st.header(t("methods.h_checks"))
checks = bench.checks()
st.markdown(methods.checked(checks, language()))
with st.expander(t("methods.checks")):
    columns, rows = methods.checks(checks, language())
    st.html(evidence.table("", columns, rows, tail=tail()))

st.header(t("methods.h_history"))
components.history()

st.header(t("methods.h_changes"))
with st.expander(t("methods.changes")):
    st.markdown((ROOT / "CHANGELOG.md").read_text(encoding="utf-8"))
