"""One city against chosen peers: strips, gaps, what cannot be compared, what is unsaid."""

import streamlit as st

from dashboard import (
    benchmark_choices,
    benchmark_data,
    benchmark_view,
    choices,
    evidence,
    map_choices,
    parts,
    peer_view,
    queries,
)
from dashboard import benchmark_queries as bench
from dashboard.benchmark import of_footing
from dashboard.session import language, literal, t, tail
from dashboard.speaker import Speaker

st.title(t("benchmark.title"))
st.caption(t("benchmark.lead"))
with st.container(horizontal=True, vertical_alignment="bottom"):
    focus = benchmark_choices.focus(queries.cities())
    choice = benchmark_choices.peers(bench.peers(focus))
    basis = map_choices.basis()

wanted = parts.wanted("benchmark")
look = benchmark_data.look(focus, choice, basis)
speaker = Speaker(language(), basis, choices.by_id(bench.gate_reasons()))
st.markdown(literal(peer_view.lead(look, speaker)))
benchmark_choices.brief_links(focus, choice)

if "comparable" in wanted:
    st.header(t("benchmark.comparable"))
    if comparable := of_footing(look.lines, "comparable"):
        st.caption(t("benchmark.reading"))
        rows = benchmark_view.strip_rows(comparable, speaker)
        st.html(evidence.render("strips", tail(), rows=rows))
        with st.expander(t("benchmark.as_table")):
            columns, cells = benchmark_view.table(comparable, speaker)
            st.html(evidence.table("", columns, cells, tail=tail()))
    else:
        st.info(t("benchmark.none_comparable"))

indicative = of_footing(look.lines, "indicative")
if indicative and "indicative" in wanted:
    st.header(t("benchmark.indicative"))
    st.caption(t("benchmark.indicative_note"))
    rows = benchmark_view.strip_rows(indicative, speaker)
    st.html(evidence.render("strips", tail(), rows=rows))

if look.silence.height and "unsaid" in wanted:
    st.header(t("benchmark.unsaid"))
    st.caption(t("benchmark.unsaid_note", city=literal(look.city["name"])))
    columns, cells = benchmark_view.unsaid(look, speaker)
    st.html(evidence.table("", columns, cells, tail=tail()))

apart = of_footing(look.lines, "apart")
if apart and "apart" in wanted:
    st.header(t("benchmark.apart"))
    columns, cells = benchmark_view.apart(apart, speaker)
    st.html(evidence.table("", columns, cells, tail=tail()))

if "who" in wanted:
    st.header(t("benchmark.who"))
    st.caption(t("benchmark.who_note"))
    columns, cells = peer_view.places(look.others, look.among, speaker)
    st.html(evidence.table("", columns, cells, tail=tail()))
