"""An article with every number marked; the record of one; the ledger of the excluded."""

import streamlit as st

from dashboard import choices, components, evidence, offers, parts, queries, record
from dashboard.session import language, literal, t, tail

sources = choices.by_id(queries.sources(), "source_id")
themes = choices.names(choices.by_id(queries.themes()))
names = choices.names(choices.by_id(queries.indicators()))

st.title(t("evidence.title"))
source_id, mention_id = choices.article(sources)
source, text = sources[source_id], queries.text(source_id)
mentions = list(queries.mentions(source_id).iter_rows(named=True))
selected = [row for row in mentions if row["mention_id"] == mention_id]

title = source["title"] or t("evidence.untitled")
lines = record.byline(source, language())
url = evidence.web_address(source["url"])
st.html(evidence.render("byline", title=title, lines=lines, url=url))

wanted = parts.wanted("evidence")
if "article" in wanted:
    left, right = st.columns([2, 1], gap="large")
    with left:
        st.caption(literal(t("evidence.lead", **source)))
        items = record.legend(mentions, themes, language())
        st.html(evidence.render("legend", items=items, sample=t("evidence.sample")))
        st.html(
            evidence.article(
                text,
                mentions,
                selected=mention_id,
                title=lambda row: record.title(row, language()),
                tail=tail(),
            )
        )
    with right, st.container(key="record" if selected else "hint"):
        if selected:
            values = record.record(selected[0], text, names, language())
            st.html(evidence.render("record", tail(), **values))
            components.number_links(selected[0])
        else:
            st.caption(t("evidence.record_none"))

if "ledger" in wanted:
    st.header(t("evidence.ledger"))
    st.caption(t("evidence.ledger_note"))
    groups = record.ledger(mentions, language())
    st.html(evidence.render("ledger", tail(), groups=groups))

if "corrections" in wanted:
    st.header(t("evidence.corrections"))
    components.corrections(queries.corrections(source_id))

if "cite" in wanted:
    st.header(t("cite.h_article"))
    offers.cite(offers.occasion().article(source_id))
