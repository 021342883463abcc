"""One indicator, all cities: the figures as reported, with bounds, periods and quotes."""

from functools import partial

import streamlit as st

from dashboard import charts, choices, comparison, components, evidence, queries
from dashboard import format as fmt
from dashboard.session import language, literal, mode, palette, t, tail

codebook = choices.by_id(queries.indicators())

st.title(t("compare.title"))
with st.container(horizontal=True, vertical_alignment="bottom"):
    code = choices.indicator(codebook, "job_fairs")
    focus = choices.focus(queries.cities())
    log = choices.log_scale()

indicator = codebook[code]
unit = fmt.unit(indicator["unit"], language())
number = partial(fmt.number, language=language())
view = comparison.view(queries.compare(code), language(), focus)
silent = queries.silent(code)

if view.rows:
    st.header(literal(comparison.title(view, indicator)))
    st.caption(literal(t("compare.reading", unit=unit)))
    event = st.plotly_chart(
        charts.dot_plot(comparison.groups(view), palette(), number=number, log=log),
        key=f"dots_{code}_{focus}_{log}_{mode()}",
        theme=None,
        on_select="rerun",
        selection_mode="points",
        config={"displayModeBar": False},
    )
    if quotes := comparison.chosen(view, components.picked(event)):
        st.html(evidence.render("quotes", tail(), quotes=quotes))
    st.markdown(literal(comparison.summary(view, indicator)))
    for warning in comparison.nested(view):
        st.caption(literal(warning))
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

st.header(t("compare.definition"))
components.definition(
    indicator[language()], indicator[f"definition_{language()}"], unit
)
if view.rows:
    st.header(t("compare.writes"))
    quotes = comparison.quotes(view.rows, view)
    st.html(evidence.render("quotes", tail(), quotes=quotes))
