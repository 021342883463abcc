"""A view for somebody else's page: its address and the snippet to paste. Pure."""

from __future__ import annotations

import hashlib
import html
from collections.abc import Mapping, Sequence
from string import Template
from urllib.parse import urlencode, urlsplit

from dashboard import i18n

SANDBOX = (
    "allow-scripts allow-same-origin allow-forms allow-popups "
    "allow-popups-to-escape-sandbox allow-downloads"
)
"""Without allow-downloads the files of a framed view fail in silence; without the escape
the full page would open in the sandbox of the frame."""
WIDTHS = ("100%", "960", "720")
HEIGHTS = ("480", "640", "800", "1200")
LOOKS = ("follow", "light", "dark")
USUAL = {"focus": "none", "scale": "linear", "basis": "reported", "lang": "zh"}
"""What an address need not say."""
Given = Mapping[str, str | Sequence[str]]
"""Query parameters; a sequence is a repeated one."""
SNIPPET = Template("""\
<iframe id="$name" src="$url" title="$title" width="$width" height="$height"
  style="border:0;max-width:100%" loading="lazy" sandbox="$sandbox"></iframe>
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


def url(base: str, page: str, given: Given, lang: i18n.Language, look: str) -> str:
    """The address of a view without navigation; `look` is one of LOOKS."""
    options = {} if look == "follow" else {"embed_options": f"{look}_theme"}
    spoken = {} if lang == "zh" else {"lang": lang}
    asked = {**given, **spoken, "embed": "true", **options}
    return f"{base}/{page}?{urlencode(asked, doseq=True)}"


def page_query(**given: str) -> str:
    """The query string of a page, without what is usual there."""
    asked = {key: value for key, value in given.items() if USUAL.get(key) != value}
    return f"?{urlencode(asked)}" if asked else ""


def snippet(view: str, title: str, height: str, width: str = WIDTHS[0]) -> str:
    """The HTML to paste; every word in it is escaped."""
    parts = urlsplit(view)
    name = "shuangyong-" + hashlib.sha256(view.encode()).hexdigest()[:6]
    return SNIPPET.substitute(
        name=name,
        url=html.escape(view),
        title=html.escape(title),
        width=html.escape(width),
        height=html.escape(height),
        sandbox=SANDBOX,
        origin=html.escape(f"{parts.scheme}://{parts.netloc}"),
    )
