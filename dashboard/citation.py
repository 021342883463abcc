"""How to cite the data, an indicator, the article behind a number. Pure.

GB/T 7714 is told in Chinese, APA and BibTeX in English, whatever the page's language.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any
from urllib.parse import quote

from dashboard.i18n import Language, translate

STYLES = ("gbt7714", "apa", "bibtex")
SPECIAL = re.compile(r"[\\{}$&#%_^~]")
ESCAPED = {
    "\\": r"\textbackslash{}",
    "^": r"\textasciicircum{}",
    "~": r"\textasciitilde{}",
}
ASIDE = re.compile(r"（[^）]*）")
"""What a note about an author stands in."""
SAFE = ":/?&=%.-_~"


@dataclass(frozen=True, slots=True)
class Work:
    """One thing to cite; an empty field is unknown."""

    key: str
    kind: str
    """The mark of GB/T 7714: DS/OL a data set, EB/OL a web page, Z anything else."""
    author: Mapping[Language, str]
    title: Mapping[Language, str]
    published: str
    """YYYY, YYYY-MM or YYYY-MM-DD."""
    url: str
    container: str = ""
    version: str = ""


def data(version: str, newest: str | None, url: str) -> Work:
    """The data set in one version."""
    return _ours("shuangyong", version, newest, url, "cite.data")


def indicator(
    row: Mapping[str, Any], version: str, newest: str | None, url: str
) -> Work:
    """One indicator in one version; `row` is one of the dataset `indicators`."""
    names = {"zh": row["indicator_zh"], "en": row["indicator_en"]}
    key = f"shuangyong_{row['indicator']}"
    return _ours(key, version, newest, url, "cite.indicator", names)


def _ours(
    key: str,
    version: str,
    newest: str | None,
    url: str,
    words: str,
    names: Mapping[str, str] | None = None,
) -> Work:
    both: tuple[Language, ...] = ("zh", "en")
    told = names or {"zh": "", "en": ""}
    return Work(
        key=re.sub(r"\W+", "_", f"{key}_{version}"),
        kind="DS/OL",
        author={language: translate(language, "cite.author") for language in both},
        title={
            language: translate(language, words, name=told[language])
            for language in both
        },
        published=newest or "",
        url=url,
        version=version,
    )


def article(row: Mapping[str, Any]) -> Work:
    """The article behind a number; `row` is one of the dataset `sources`."""
    author = ASIDE.sub("", row["author"] or "") or row["publisher"] or row["city"]
    both: tuple[Language, ...] = ("zh", "en")
    title: dict[Language, str] = {
        language: row["title"] or translate(language, "cite.untitled", city=row["city"])
        for language in both
    }
    return Work(
        key=re.sub(r"\W+", "_", row["source_id"]),
        kind="EB/OL" if row["url"] else "Z",
        author={"zh": author.replace("、", ", "), "en": author.replace("、", ", ")},
        title=title,
        published=row["published"] or "",
        url=row["url"] or "",
        container=row["publisher"] or "",
    )


def styles(work: Work, accessed: date) -> dict[str, str]:
    """The work in every style."""
    return {
        "gbt7714": gbt7714(work, accessed),
        "apa": apa(work, accessed),
        "bibtex": bibtex(work, accessed),
    }


def gbt7714(work: Work, accessed: date) -> str:
    """GB/T 7714-2015, numeric form."""
    title = work.title["zh"]
    if work.version:
        title = translate("zh", "cite.versioned", title=title, version=work.version)
    held = f"{work.container}, " if work.container else ""
    when = f"({work.published})" if work.published and work.version else work.published
    seen = f"[{accessed.isoformat()}]" if work.url else ""
    parts = [f"{work.author['zh']}. {title}[{work.kind}]", f"{held}{when}{seen}"]
    return ". ".join(part for part in (*parts, work.url) if part) + "."


def apa(work: Work, accessed: date) -> str:
    """APA, seventh edition."""
    year = work.published[:4] or "n.d."
    title = work.title["en"]
    if work.version:
        title = translate("en", "cite.versioned", title=title, version=work.version)
        title = f"{title} [Data set]"
    held = f" {work.container}." if work.container else ""
    day = f"{accessed:%B} {accessed.day}, {accessed.year}"
    seen = f" Retrieved {day}, from {work.url}" if work.url else ""
    return f"{work.author['en']}. ({year}). {title}.{held}{seen}"


def bibtex(work: Work, accessed: date) -> str:
    """One entry for LaTeX."""
    fields = {
        "author": f"{{{_tex(work.author['en'])}}}",
        "title": f"{{{_tex(work.title['en'])}}}",
        "year": work.published[:4],
        "publisher": _tex(work.container),
        "version": _tex(work.version),
        "url": quote(work.url, safe=SAFE),
        "urldate": accessed.isoformat() if work.url else "",
    }
    kind = "dataset" if work.version else "misc"
    lines = [f"  {name} = {{{text}}}," for name, text in fields.items() if text]
    return "\n".join([f"@{kind}{{{work.key},", *lines, "}"])


def _tex(text: str) -> str:
    plain = " ".join(text.split())
    return SPECIAL.sub(lambda found: ESCAPED.get(found[0], f"\\{found[0]}"), plain)
