"""The dialog that gives a view to somebody else's page: choices, snippet, preview."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from urllib.parse import urlencode

import streamlit as st

from dashboard import choices, embed, i18n, parts
from dashboard.comparison_view import Shown
from dashboard.embed import Given
from dashboard.session import address, language, t
from dashboard.settings import settings

PREVIEW = 420


@dataclass(frozen=True, slots=True)
class Framed:
    """A view that a reader may take away."""

    page: str
    title: str
    given: Given
    """What its address asks for: the choices of the reader."""
    picture: str = ""
    """The address of a still picture of the same below /api/v1/, if there is one."""

    @property
    def path(self) -> str:
        """Its path below the server's root."""
        return "" if self.page == "overview" else self.page


def chart_button(shown: Shown) -> None:
    """The button below the comparison of one indicator: the chart alone."""
    focus, basis = shown.view.focus, shown.speaker.basis
    given = {
        "indicator": shown.code,
        **({"focus": focus} if focus else {}),
        **({"scale": "log"} if shown.log else {}),
        **({} if shown.reported else {"basis": basis}),
    }
    picture = f"charts/{shown.code}.svg" if shown.reported and shown.view.rows else ""
    _button(t("embed.open_chart"), Framed("chart", shown.name, given, picture))


def page_button(page: str, title: str) -> None:
    """The button below a page: the page as the reader has set it."""
    if page in parts.PARTS:
        _button(t("embed.open"), Framed(page, title, _chosen()))


def _chosen() -> Given:
    """What the address asks for, and what the widgets of the page stand at.

    The latter too, so that the view stays what it is when a default moves: the first
    article is another one as soon as one is added.
    """
    asked = st.query_params
    left_out = ("lang", parts.PARAMETER)
    given = {name: asked.get_all(name) for name in asked if name not in left_out}
    for name, value in choices.standing().items():
        if value and value != embed.USUAL.get(name):
            given.setdefault(name, [value] if isinstance(value, str) else list(value))
    return given


def _button(label: str, view: Framed) -> None:
    """A button that opens the dialog; a framed view has none."""
    if not st.context.is_embedded and st.button(label, key=f"embed_open_{view.page}"):
        st.dialog(t("embed.title"), width="large")(_dialog)(view)


def _dialog(view: Framed) -> None:
    with st.container(horizontal=True):
        look = _choice("look", {key: t(f"embed.look_{key}") for key in embed.LOOKS})
        spoken = {key: t(f"embed.{key}") for key in i18n.LANGUAGES}
        lang = _choice("language", spoken, language())
        width = _choice("width", {w: _pixels(w) for w in embed.WIDTHS})
        height = _choice("height", {h: _pixels(h) for h in embed.HEIGHTS})
    given = {**view.given, **_shown(view.page)}
    tongue: i18n.Language = "en" if lang == "en" else "zh"
    base = address("").rstrip("/")
    link = embed.url(base, view.path, given, tongue, look)
    code = embed.snippet(link, view.title, height, width)
    st.code(code, language="html", wrap_lines=True)
    st.caption(t("embed.note"))
    if "'self'" in settings().frame_ancestors:
        st.iframe(link, height=PREVIEW)
    else:
        st.caption(t("embed.no_preview"))
    if view.picture:
        _picture(base, view, tongue, look)


def _shown(page: str) -> dict[str, list[str]]:
    """What the reader wants shown, where the page has parts; nothing for the usual."""
    names = {part: t(key) for part, key in parts.PARTS[page].items()}
    if not names:
        return {}
    chosen = st.pills(
        t("embed.show"),
        list(names),
        selection_mode="multi",
        default=list(parts.usual(page)),
        format_func=lambda part: names[part],
        key=f"embed_show_{page}",
    )
    told = [part for part in names if part in chosen]
    return {parts.PARAMETER: told} if tuple(told) not in ((), parts.usual(page)) else {}


def _picture(base: str, view: Framed, lang: i18n.Language, look: str) -> None:
    mode = "dark" if look == "dark" else "light"
    focus = {"focus": view.given["focus"]} if "focus" in view.given else {}
    query = urlencode({"theme": mode, "lang": lang, **focus})
    st.markdown(t("embed.picture"))
    st.code(f"{base}/api/v1/{view.picture}?{query}", language=None, wrap_lines=True)


def _pixels(size: str) -> str:
    return size if size.endswith("%") else f"{size} px"


def _choice(name: str, words: Mapping[str, str], default: str = "") -> str:
    first = default or next(iter(words))
    chosen = st.segmented_control(
        t(f"embed.{name}"),
        list(words),
        default=first,
        required=True,
        format_func=lambda code: words[code],
        key=f"embed_{name}",
    )
    return chosen or first


def full_link(page: str) -> None:
    """In a frame: the way to the same view on the site."""
    if not st.context.is_embedded or page == "chart":
        return
    asked = st.query_params
    kept = {name: asked.get_all(name) for name in asked if name != parts.PARAMETER}
    path = "" if page == "overview" else page
    query = f"?{urlencode(kept, doseq=True)}" if kept else ""
    st.markdown(f"[{t('embed.full')}]({address(f'{path}{query}')})")
