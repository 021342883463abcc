"""The observations as files: filters, a preview, and addresses that stay."""

import streamlit as st

from dashboard import choices, components, download, evidence, queries
from dashboard.session import language, t, tail

codebook = choices.by_id(queries.indicators())
themes = choices.names(choices.by_id(queries.themes()))

st.title(t("data.title"))
st.caption(t("data.lead"))

left, middle, right = st.columns(3)
with left:
    names = choices.city_names(queries.cities())
    cities = choices.many("city", t("data.cities"), names)
with middle:
    chosen = choices.many("theme", t("data.themes"), themes)
with right:
    names = choices.names(codebook)
    indicators = choices.many("indicator", t("data.indicators"), names)

frame = queries.observations(cities=cities, themes=chosen, indicators=indicators)
total = queries.summary()["observations"]
st.markdown(t("data.rows", rows=frame.height, all=total))

if frame.is_empty():
    st.info(t("data.nothing"))

query = download.query(city=cities, indicator=indicators, theme=chosen)
name = download.file_name(query, str(queries.summary()["data_version"]), language())
components.download(frame, name, t("data.download"), query)
st.caption(t("data.url_note"))
st.caption(t("data.bom_note"))

columns, rows = download.preview(frame, language())
caption = t("data.preview", shown=len(rows))
st.html(evidence.table(caption, columns, rows, tail=tail()))

st.header(t("data.columns"))
columns, rows = download.dictionary(frame.columns, language())
st.html(evidence.table("", columns, rows, tail=tail()))
