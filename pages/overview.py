"""What is in the data, who reports what, and figures that open their sentence."""

import streamlit as st

from dashboard import choices, components, coverage, evidence, parts, queries
from dashboard.session import language, t, tail

run = queries.summary()

st.title(t("overview.title"))
st.caption(t("site.tagline"))
wanted = parts.wanted("overview")
if "figures" in wanted:
    st.markdown(t("overview.lead", **run))
    components.figures(coverage.counts(run, language()))

if "headlines" in wanted:
    st.header(t("overview.headlines"))
    st.caption(t("overview.headlines_note"))
    cards = coverage.cards(queries.headlines(), language())
    st.html(evidence.render("headlines", tail(), cards=cards))

if "silence" in wanted:
    st.header(t("overview.silence"))
    st.caption(t("overview.silence_note"))
    by_theme = coverage.theme_matrix(queries.coverage_themes(), language())
    st.html(evidence.render("theme_matrix", tail(), **by_theme))

    themes = choices.names(choices.by_id(queries.themes()))
    theme = choices.one_of_few("theme", t("overview.theme"), themes, next(iter(themes)))
    matrix = coverage.matrix(queries.coverage(theme), theme, themes[theme], language())
    st.html(evidence.render("matrix", tail(), **matrix))

    if run["places"] > queries.PLACES_IN_MATRIX:
        shown = queries.PLACES_IN_MATRIX
        st.caption(t("overview.more_places", shown=shown, all=run["places"]))

if "articles" in wanted:
    st.header(t("overview.articles_title"))
    columns, rows = coverage.articles(queries.sources(), language())
    st.html(evidence.table("", columns, rows, tail=tail()))
