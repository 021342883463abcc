"""What more than one page shows: style, links that are followed, notices, files."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import partial
from pathlib import Path
from typing import Any, cast

import polars as pl
import streamlit as st
from streamlit.components import v2

from dashboard import benchmark_queries as bench
from dashboard import (
    changelog,
    charts,
    datasets,
    evidence,
    export,
    i18n,
    menu,
    queries,
    quoting,
    theme,
)
from dashboard import format as fmt
from dashboard.charts import Group
from dashboard.comparison import View
from dashboard.evidence import Row
from dashboard.session import (
    address,
    carry,
    language,
    literal,
    mode,
    palette,
    t,
    tail,
)

HERE = Path(__file__).parent


def style() -> None:
    """The stylesheet with the colours of this run."""
    rules = (HERE / "style.css").read_text(encoding="utf-8")
    st.html(f"<style>{theme.variables(mode())}\n{rules}</style>")


def logo() -> None:
    """The name of the site at the head of the menu."""
    st.logo(evidence.logo(t("site.name"), palette().ink), size="medium")


def language_switch() -> None:
    """The switch of every page; a frame has none and takes the language of its URL."""
    if st.context.is_embedded:
        return
    with st.container(key="language"):
        st.segmented_control(
            i18n.translate("zh", "site.language"),
            i18n.LANGUAGES,
            key="lang",
            default="zh",
            required=True,
            bind="query-params",
            label_visibility="collapsed",
        )


_doors = v2.component("doors", js=(HERE / "doors.js").read_text(encoding="utf-8"))


def doors() -> None:
    """Let links to numbers, indicators and articles be followed without a reload."""
    with st.container(key="doors"):
        _doors(
            key="door",
            data={
                "embedded": st.context.is_embedded,
                "language": "zh-CN" if language() == "zh" else "en",
                "selected": st.query_params.get("mention", ""),
            },
        )


def figures(values: Mapping[str, object]) -> None:
    """A line of headline figures: label and value."""
    with st.container(horizontal=True, key="figures"):
        for label, value in values.items():
            st.metric(label, str(value), width="content")


def picked(event: object) -> str:
    """The number whose mark the reader has selected in a chart; empty for none."""
    points = cast("dict[str, Any]", event)["selection"]["points"]
    found = points[0].get("customdata", "") if points else ""
    return str(found[0] if isinstance(found, list) else found)


def picture_menu(file: str) -> dict[str, Any]:
    """The menu of a chart: its picture as PNG, under this name and nothing else."""
    words = {"Download plot as a PNG": t("compare.png")}
    return {
        "displaylogo": False,
        "displayModeBar": True,
        "modeBarButtons": [["toImage"]],
        "toImageButtonOptions": {"format": "png", "filename": file, "scale": 2},
        "locale": "own",
        "locales": {"own": {"dictionary": words, "format": {}}},
    }


def dots(
    groups: Sequence[Group], name: str, *, log: bool, credit: str, file: str
) -> str:
    """Draw the comparison; the number whose mark the reader selects, empty for none.

    `credit` is the line inside the picture, `file` the name of its PNG.
    """
    number = partial(fmt.number, language=language())
    drawn = charts.dot_plot(groups, palette(), number=number, log=log, credit=credit)
    event = st.plotly_chart(
        drawn,
        key=f"dots_{name}_{log}_{mode()}",
        theme=None,
        on_select="rerun",
        selection_mode="points",
        config=picture_menu(file),
    )
    return picked(event)


def download(frame: pl.DataFrame, name: str, label: str, query: str) -> None:
    """A button for a file, and the address under which a script finds the same."""
    with st.container(horizontal=True, vertical_alignment="center"):
        st.download_button(
            label,
            lambda: export.csv(frame),
            name,
            "text/csv; charset=utf-8",
            on_click="ignore",
        )
        st.code(address(f"api/v1/observations.csv{query}"), language=None)


def definition(name: str, words: str, unit: str) -> None:
    """What an indicator counts, from the codebook."""
    st.markdown(f"**{literal(name)}**　{literal(words)}")
    st.caption(f"{t('table.unit')} {literal(unit)}")


def number_links(mention: Row) -> None:
    """Where a record leads: its own address, and the comparison of its indicator."""
    if mention["indicator"]:
        st.page_link(
            menu.build()["compare"],
            label=t("evidence.compare"),
            query_params=carry(indicator=mention["indicator"]),
        )
    st.caption(t("evidence.permalink"))
    st.code(address(f"evidence?mention={mention['mention_id']}"), language=None)


def corrections(declared: pl.DataFrame) -> None:
    """The declared corrections of an article, each with its reason."""
    if declared.is_empty():
        st.caption(t("evidence.corrections_none"))
    for row in declared.iter_rows(named=True):
        st.markdown(literal(t("evidence.correction_line", **row)))


def history() -> None:
    """The versions published here, and what the newest change changed."""
    st.caption(t("history.note"))
    columns, rows = changelog.versions(datasets.frame("versions"), language())
    st.html(evidence.table(t("history.versions"), columns, rows, tail=tail()))
    every = datasets.frame("changes")
    if every.is_empty():
        st.caption(t("history.quiet" if len(rows) > 1 else "history.none"))
    else:
        _newest_changes(changelog.last(every))
    files = {
        "csv": address("api/v1/changes.csv"),
        "text": address(f"api/v1/changelog.md?lang={language()}"),
        "versions": address("api/v1/versions.csv"),
    }
    st.markdown(t("history.files", **files))


def _newest_changes(found: pl.DataFrame) -> None:
    here = set(datasets.frame("observations").get_column("observation_id"))
    columns, rows = changelog.changes(found, here, language())
    number = found.get_column("version_number").first()
    words = t("history.changes", number=number, shown=len(rows), all=found.height)
    with st.expander(words):
        st.html(evidence.table("", columns, rows, tail=tail()))


def source_line() -> None:
    """Whose figures these are and which build is shown: under every view."""
    run = queries.summary()
    key = "footer.version_newest" if run["newest"] else "footer.version"
    with st.container(key="footer"):
        st.caption(f"{t('footer.source', **run)} {t(key, **run)}")


def quotes(rows: Sequence[Row], view: View) -> None:
    """The sentences behind figures of the query `compare`."""
    told = quoting.quotes(rows, bench.quotes(rows), view)
    st.html(evidence.render("quotes", tail(), quotes=told))
