"""The indicators by the eight categories of the national assessment: names only."""

import streamlit as st

from dashboard import assessment, choices, evidence, parts
from dashboard import benchmark_queries as bench
from dashboard.session import language, t, tail

st.title(t("assessment.title"))
st.caption(t("assessment.lead"))

wanted = parts.wanted("assessment")
counts = bench.assessment()
if "by_category" in wanted:
    rows = assessment.by_category(counts, language())
    st.html(evidence.render("theme_matrix", tail(), **rows))

if "category" in wanted:
    held = counts.get_column("category").unique(maintain_order=True).to_list()
    names = {str(code): assessment.name(code, language()) for code in held}
    chosen = int(
        choices.one("category", t("assessment.category"), names, next(iter(names)))
    )
    st.header(names[str(chosen)])
    rows = assessment.by_indicator(bench.assessment_silence(chosen), chosen, language())
    st.html(evidence.render("matrix", tail(), **rows))
    st.caption(t("assessment.note"))
