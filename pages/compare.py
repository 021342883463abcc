"""One indicator, all cities: figures on one basis, with bounds, tiers, reasons and quotes."""

import streamlit as st

from dashboard import benchmark_queries as bench
from dashboard import (
    choices,
    comparison,
    components,
    embed,
    evidence,
    map_choices,
    queries,
    quoting,
    tiers,
)
from dashboard import format as fmt
from dashboard.session import language, literal, t, tail
from dashboard.speaker import Speaker

codebook = choices.by_id(queries.indicators())

st.title(t("compare.title"))
with st.container(horizontal=True, vertical_alignment="bottom"):
    code = choices.indicator(codebook, "job_fairs")
    focus = choices.focus(queries.cities())
    basis = map_choices.basis()
    log = choices.log_scale()

indicator = codebook[code]
name = str(indicator[language()])
unit = fmt.unit(indicator["unit"], language())
view = comparison.view(queries.compare(code, focus), language(), focus)
silent = queries.silent(code)
speaker = Speaker(language(), basis, choices.by_id(bench.gate_reasons()))
standings = list(bench.standings(code, basis, focus).iter_rows(named=True))
reported = basis == "reported"
groups = (
    comparison.groups(view) if reported else tiers.groups(standings, focus, speaker)
)

if groups:
    title = comparison.title(view, indicator)
    told = title if reported else tiers.title(standings, name, speaker)
    st.header(literal(told))
    reading = "compare.reading" if reported else f"tiers.reading_{basis}"
    st.caption(literal(t(reading, unit=unit)))
    picked = components.dots(groups, f"{code}_{basis}", log=log)
    if rows := quoting.chosen(view, picked):
        components.quotes(rows, view)
if reported and view.rows:
    st.markdown(literal(comparison.summary(view, indicator)))
    for note in comparison.notes(view):
        st.caption(literal(note))
elif not groups:
    st.info(t("tiers.no_values" if view.rows else "compare.nothing"))

st.markdown(literal(comparison.silence(view, silent)))
version = queries.summary()["data_version"]
st.caption(literal(comparison.source(view, silent, version)))

if view.rows:
    st.header(t("tiers.title"))
    st.markdown(literal(tiers.summary(standings, speaker)))
    st.caption(t("tiers.lead"))
    st.html(evidence.table("", *tiers.table(standings, speaker), tail=tail()))
    columns, rows = comparison.table(view)
    st.html(evidence.table(t("compare.table"), columns, rows, tail=tail()))
    figures, words = queries.observations(indicators=(code,)), t("compare.download")
    components.download(figures, f"{code}-{version}.csv", words, f"?indicator={code}")

embed.chart_button(code, name, focus=focus, log=log)
st.header(t("compare.definition"))
components.definition(name, indicator[f"definition_{language()}"], unit)
if view.rows:
    st.header(t("compare.writes"))
    rows = view.rows[: quoting.QUOTED]
    components.quotes(rows, view)
    if len(view.rows) > len(rows):
        st.caption(t("compare.quoted", most=len(rows)))
