"""One chart alone, for the pages of others: title, marks, source, the way back."""

import streamlit as st

from dashboard import choices, embed, map_choices, parts, queries
from dashboard import comparison_view as comparing
from dashboard.session import address, language, literal, t

codebook = choices.by_id(queries.indicators())
code = choices.from_url("indicator", list(codebook), next(iter(codebook)))
places = list(choices.city_names(queries.cities()))
focus = choices.from_url("focus", ["none", *places], "none")
scale = choices.from_url("scale", ["linear", "log"], "linear")
basis = map_choices.basis_in_url()

shown = comparing.read(codebook[code], focus, basis, log=scale == "log")
wanted = parts.wanted("chart")

st.title(literal(shown.title if shown.groups else shown.name))
if shown.groups and "chart" in wanted:
    comparing.chart(shown)
if "chart" in wanted or not shown.view.rows:
    comparing.summary(shown)
if shown.view.rows and "table" in wanted:
    comparing.table(shown)
if shown.view.rows and "compared" in wanted:
    comparing.compared(shown)
if shown.view.rows and "quotes" in wanted:
    comparing.writes(shown)

comparing.source(shown)
full = embed.page_query(
    indicator=code, focus=focus, scale=scale, basis=basis, lang=language()
)
data = address(f"api/v1/indicators/{code}.csv")
st.markdown(
    f"[{t('embed.full')}]({address(f'compare{full}')}) · [{t('embed.data')}]({data})"
)
