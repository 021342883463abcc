"""One chart alone, for the pages of others: title, marks, source, the way back."""

import streamlit as st

from dashboard import choices, comparison, components, embed, queries
from dashboard.session import address, language, literal, t

codebook = choices.by_id(queries.indicators())
code = choices.from_url("indicator", list(codebook), next(iter(codebook)))
places = list(choices.city_names(queries.cities()))
focus = choices.from_url("focus", ["none", *places], "none")
scale = choices.from_url("scale", ["linear", "log"], "linear")

indicator = codebook[code]
view = comparison.view(queries.compare(code, focus), language(), focus)
version = queries.summary()["data_version"]

if view.rows:
    st.title(literal(comparison.title(view, indicator)))
    components.dots(comparison.groups(view), code, log=scale == "log")
    st.markdown(literal(comparison.summary(view, indicator)))
else:
    st.title(literal(str(indicator[language()])))
    st.info(t("compare.nothing"))

st.caption(literal(comparison.source(view, queries.silent(code), version)))
full = embed.page_query(indicator=code, focus=focus, scale=scale, lang=language())
data = address(f"api/v1/indicators/{code}.csv")
st.markdown(
    f"[{t('embed.full')}]({address(f'compare{full}')}) · [{t('embed.data')}]({data})"
)
