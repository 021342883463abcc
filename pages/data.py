"""The data as files: filters, a preview, addresses that stay, how to cite."""

import streamlit as st

from dashboard import choices, datasets, download, evidence, offers, queries, selection
from dashboard.selection import Selection
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

headings = {key: t(f"data.headings_{key}") for key in ("codes", "zh", "en")}
words = choices.one_of_few("headings", t("data.headings"), headings, "codes")
filters = {"city": cities, "theme": chosen, "indicator": indicators}
asked = Selection("observations", filters, language=download.language_of(words))
frame = selection.rows(asked)
total = queries.summary()["observations"]
st.markdown(t("data.rows", rows=frame.height, all=total))

if frame.is_empty():
    st.info(t("data.nothing"))

offers.buttons(asked, frame.height)
offers.addresses(asked)
st.caption(t("data.url_note"))
st.caption(t("data.bom_note"))

columns, rows = download.preview(frame, language())
caption = t("data.preview", shown=len(rows))
st.html(evidence.table(caption, columns, rows, tail=tail()))

st.header(t("data.tables"))
offers.tables()

st.header(t("data.cite"))
offers.cite(offers.occasion().work())

st.header(t("data.columns"))
names = datasets.catalogue().datasets[asked.dataset].columns
columns, rows = download.dictionary(names, language())
st.html(evidence.table("", columns, rows, tail=tail()))
