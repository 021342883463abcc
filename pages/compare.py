"""One indicator, all cities: the figures as reported, with bounds, periods and quotes."""

import streamlit as st

from dashboard import choices, comparison, components, embed, evidence, queries
from dashboard import format as fmt
from dashboard.session import language, literal, t, tail

codebook = choices.by_id(queries.indicators())

st.title(t("compare.title"))
with st.container(horizontal=True, vertical_alignment="bottom"):
    code = choices.indicator(codebook, "job_fairs")
    focus = choices.focus(queries.cities())
    log = choices.log_scale()

indicator = codebook[code]
unit = fmt.unit(indicator["unit"], language())
view = comparison.view(queries.compare(code), language(), focus)
silent = queries.silent(code)

if view.rows:
    st.header(literal(comparison.title(view, indicator)))
    st.caption(literal(t("compare.reading", unit=unit)))
    picked = components.dots(comparison.groups(view), code, log=log)
    if quotes := comparison.chosen(view, picked):
        st.html(evidence.render("quotes", tail(), quotes=quotes))
    st.markdown(literal(comparison.summary(view, indicator)))
    for note in comparison.notes(view):
        st.caption(literal(note))
else:
    st.info(t("compare.nothing"))

st.markdown(literal(comparison.silence(view, silent)))
version = queries.summary()["data_version"]
st.caption(literal(comparison.source(view, silent, version)))

if view.rows:
    columns, rows = comparison.table(view)
    st.html(evidence.table(t("compare.table"), columns, rows, tail=tail()))
    components.download(
        queries.observations(indicators=(code,)),
        f"{code}-{version}.csv",
        t("compare.download"),
        f"?indicator={code}",
    )

embed.chart_button(code, str(indicator[language()]), focus=focus, log=log)

st.header(t("compare.definition"))
components.definition(
    indicator[language()], indicator[f"definition_{language()}"], unit
)
if view.rows:
    st.header(t("compare.writes"))
    quotes = comparison.quotes(view.rows[: comparison.QUOTED], view)
    st.html(evidence.render("quotes", tail(), quotes=quotes))
    if len(view.rows) > len(quotes):
        st.caption(t("compare.quoted", most=len(quotes)))
