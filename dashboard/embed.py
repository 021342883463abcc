"""A view for somebody else's page: its address, the snippet to paste, the dialog."""

from __future__ import annotations

import hashlib
import html
from collections.abc import Mapping
from string import Template
from urllib.parse import urlencode, urlsplit

import streamlit as st

from dashboard import i18n
from dashboard.session import address, language, t

SANDBOX = "allow-scripts allow-same-origin allow-forms allow-popups allow-downloads"
"""Without allow-downloads the files of a framed view fail in silence."""
HEIGHTS = ("480", "640", "800", "1200")
LOOKS = ("follow", "light", "dark")
PREVIEW = 420
SNIPPET = Template("""\
<iframe id="$name" src="$url" title="$title" width="100%" height="$height"
  style="border:0" loading="lazy" sandbox="$sandbox"></iframe>
<script>
(function () {
  var frame = document.getElementById("$name"), origin = "$origin";
  var how = "8:false:false:32:true:true::taggedElement:::0:false:parent:scroll";
  window.addEventListener("message", function (event) {
    if (event.source !== frame.contentWindow || event.origin !== origin) return;
    var said = String(event.data), size = /^\\[iFrameSizer\\]$name:([0-9.]+):/.exec(said);
    if (said.indexOf("[iFrameResizerChild]Ready") === 0)
      event.source.postMessage("[iFrameSizer]$name:" + how, origin);
    if (size) frame.style.height = Math.ceil(size[1]) + "px";
  });
})();
</script>
""")
"""The script answers the view's greeting and then follows its height."""


def url(
    base: str, page: str, given: Mapping[str, str], lang: i18n.Language, look: str
) -> str:
    """The address of a view without navigation; `look` is one of LOOKS."""
    options = {} if look == "follow" else {"embed_options": f"{look}_theme"}
    spoken = {} if lang == "zh" else {"lang": lang}
    return f"{base}/{page}?{urlencode({**given, **spoken, 'embed': 'true', **options})}"


def page_query(**given: str) -> str:
    """The query string of a page, without what is usual there."""
    usual = {"focus": "none", "scale": "linear", "lang": "zh"}
    asked = {key: value for key, value in given.items() if usual.get(key) != value}
    return f"?{urlencode(asked)}" if asked else ""


def snippet(view: str, title: str, height: str) -> str:
    """The HTML to paste; every word in it is escaped."""
    parts = urlsplit(view)
    name = "shuangyong-" + hashlib.sha256(view.encode()).hexdigest()[:6]
    return SNIPPET.substitute(
        name=name,
        url=html.escape(view),
        title=html.escape(title),
        height=html.escape(height),
        sandbox=SANDBOX,
        origin=html.escape(f"{parts.scheme}://{parts.netloc}"),
    )


def chart_button(code: str, title: str, *, focus: str, log: bool) -> None:
    """The button below the comparison of one indicator."""
    given = {"indicator": code, "focus": focus, "scale": "log" if log else ""}
    button("chart", title, {key: value for key, value in given.items() if value}, code)


def button(page: str, title: str, given: Mapping[str, str], picture: str = "") -> None:
    """The button that opens the dialog; a framed view has none.

    `picture` is the indicator of a still picture of the same, if there is one.
    """
    if st.context.is_embedded:
        return
    if st.button(t("embed.open"), key="embed_open"):
        st.dialog(t("embed.title"), width="large")(_dialog)(page, title, given, picture)


def _dialog(page: str, title: str, given: Mapping[str, str], picture: str) -> None:
    with st.container(horizontal=True):
        look = _choice("look", LOOKS, {key: t(f"embed.look_{key}") for key in LOOKS})
        lang = _choice(
            "language",
            i18n.LANGUAGES,
            {key: t(f"embed.{key}") for key in i18n.LANGUAGES},
        )
        height = _choice("height", HEIGHTS, {h: f"{h} px" for h in HEIGHTS})
    spoken = "en" if lang == "en" else "zh"
    base = address("").rstrip("/")
    view = url(base, page, given, spoken, look)
    st.code(snippet(view, title, height), language="html", wrap_lines=True)
    st.caption(t("embed.note"))
    st.iframe(view, height=PREVIEW)
    if picture:
        mode = "dark" if look == "dark" else "light"
        query = urlencode({"theme": mode, "lang": spoken})
        st.markdown(t("embed.picture"))
        st.code(f"{base}/api/v1/charts/{picture}.svg?{query}", language=None)


def _choice(name: str, options: tuple[str, ...], words: Mapping[str, str]) -> str:
    default = language() if name == "language" else options[0]
    chosen = st.segmented_control(
        t(f"embed.{name}"),
        options,
        default=default,
        required=True,
        format_func=lambda code: words[code],
        key=f"embed_{name}",
    )
    return chosen or default
