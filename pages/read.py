"""An article that a visitor brings: its numbers, found, marked and to take away."""

import streamlit as st

from dashboard import choices, evidence, export, queries, reading, record
from dashboard.session import language, literal, t, tail

st.title(t("read.title"))
st.caption(t("read.lead"))
with st.form("brought", border=False):
    pasted = st.text_area(t("read.paste"), height=220, placeholder=t("read.example"))
    left, right = st.columns([2, 1])
    file = left.file_uploader(
        t("read.upload"), type=reading.TYPES, max_upload_size=reading.MEGABYTES
    )
    published = right.text_input(t("read.published"), placeholder="2024-05")
    asked = st.form_submit_button(t("read.go"), type="primary")

if asked:
    if published and not reading.DATE.fullmatch(published):
        st.warning(t("read.no_date"))
        published = ""
    name, data = (file.name, file.getvalue()) if file else ("", b"")
    text = ""
    try:
        text = reading.brought(pasted, name, data, language())
        if not text:
            st.info(t("read.nothing"))
    except reading.UnreadableError as error:
        st.error(literal(str(error)))

    if text:
        codebook = choices.by_id(queries.indicators())
        rows = reading.numbers(text, published, codebook)
        st.markdown(literal(reading.summary(rows, language())))
        if rows:
            st.download_button(
                t("compare.download"),
                export.csv(reading.frame(rows)),
                "numbers.csv",
                "text/csv; charset=utf-8",
                on_click="ignore",
            )
        items = record.legend(
            rows, choices.names(choices.by_id(queries.themes())), language()
        )
        st.html(evidence.render("legend", items=items, sample=t("evidence.sample")))
        st.html(
            evidence.article(
                text,
                rows,
                selected="",
                title=lambda row: record.title(row, language()),
                tail=tail(),
                doors=False,
            )
        )
        columns, cells = reading.table(rows, language())
        if cells:
            st.html(evidence.table(t("read.counted"), columns, cells, tail=tail()))
        st.header(t("read.excluded"))
        for line in reading.left_out(rows, language()) or [t("read.none_excluded")]:
            st.markdown(literal(line))
