"""Job fairs city by city: fairs, employers, posts, visitors, intents, and their ratios."""

import streamlit as st

from dashboard import benchmark_queries as bench
from dashboard import choices, components, evidence, funnel, funnel_view, queries
from dashboard.session import language, literal, t, tail

cities = queries.cities()
codebook = choices.by_id(queries.indicators())
names = {
    code: str(codebook[code][language()]) for code in funnel.STAGES if code in codebook
}

st.title(t("fairs.title"))
st.caption(t("fairs.lead"))
focus = choices.focus(cities)
figures = bench.facts_of(tuple(names))
found = funnel.funnels(figures, bench.ratios_of(tuple(names)))

if found:
    ordered = sorted(found, key=lambda code: code != focus)
    told = [
        funnel_view.city(found[code], names, language(), focus=code == focus)
        for code in ordered
    ]
    st.html(evidence.render("funnels", tail(), cities=told))
    st.caption(t("fairs.rule"))
else:
    st.info(t("fairs.nothing"))

names_of_cities = choices.city_names(cities)
st.markdown(literal(funnel_view.silent(names_of_cities, found, language())))
run = queries.summary()
query = "&".join(f"indicator={code}" for code in names)
components.download(
    queries.observations(indicators=tuple(names)),
    f"job-fairs-{run['data_version']}.csv",
    t("compare.download"),
    f"?{query}",
)
