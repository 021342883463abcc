"""The main script: page configuration, navigation, and what frames every page."""

import streamlit as st

from dashboard import components, database, embed_dialog, menu, queries
from dashboard.session import literal, t
from dashboard.settings import ROOT

ICON = str(ROOT / "dashboard" / "assets" / "icon.png")

st.set_page_config(page_title=t("site.name"), page_icon=ICON, layout="wide")
components.style()
components.logo()
components.language_switch()

pages = menu.build()
position = "hidden" if st.context.is_embedded else "top"
page = st.navigation(list(pages.values()), position=position)

st.set_page_config(page_title=f"{page.title} · {t('site.name')}")
components.doors()

try:
    if queries.summary():
        page.run()
        name = page.url_path or "overview"
        embed_dialog.page_button(name, page.title)
        components.source_line()
        embed_dialog.full_link(name)
    else:
        st.info(t("notice.empty"))
except database.DataMissingError as missing:
    st.error(t("notice.missing", path=literal(str(missing))))
except database.DataUnreadableError as broken:
    st.error(t("notice.unreadable", path=literal(str(broken))))
