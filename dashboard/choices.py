"""Choices whose codes stand in the URL.

Streamlit's own binding writes the text shown; these write the code, so that a link holds
in both languages and stays when a name is reworded. The URL is the one truth: a widget is
set from it before it is drawn, and a change is written back to it.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence

import polars as pl
import streamlit as st

from dashboard import queries
from dashboard.evidence import Row
from dashboard.session import echo, language, t

Names = Mapping[str, str]


def by_id(frame: pl.DataFrame, key: str = "id") -> dict[str, Row]:
    """Rows by their id, in order."""
    return {row[key]: row for row in frame.iter_rows(named=True)}


def names(rows: Mapping[str, Row]) -> dict[str, str]:
    """Names in the language of the run, by id."""
    return {code: str(row[language()]) for code, row in rows.items()}


def city_names(cities: pl.DataFrame) -> dict[str, str]:
    """Names of the cities that have articles, by adcode."""
    read = cities.filter(pl.col("articles") > 0)
    return dict(read.select("adcode", "name").iter_rows())


def _unknown(parameter: str, value: str) -> None:
    st.warning(t("notice.unknown_value", parameter=echo(parameter), value=echo(value)))


def from_url(parameter: str, options: Sequence[str], default: str) -> str:
    """A choice as the URL has it; an unknown one is named and the default taken."""
    value = st.query_params.get(parameter)
    if value is None or value in options:
        return value or default
    _unknown(parameter, value)
    return default


def several_from_url(parameter: str, options: Sequence[str]) -> tuple[str, ...]:
    """The choices that the URL repeats; unknown ones are named and left out."""
    asked = st.query_params.get_all(parameter)
    for value in asked:
        if value not in options:
            _unknown(parameter, value)
    return tuple(option for option in options if option in asked)


def standing() -> dict[str, str | Sequence[str]]:
    """What the choices of this page stand at, by parameter, defaults as well."""
    end = "_choice"
    return {
        str(key).removesuffix(end): value
        for key, value in st.session_state.items()
        if str(key).endswith(end)
    }


def _write(parameter: str, widget: str) -> None:
    """Put a changed choice into the URL."""
    st.query_params[parameter] = st.session_state[widget]


def one(parameter: str, label: str, options: Names, default: str) -> str:
    """A selectbox of many."""
    widget = f"{parameter}_choice"
    st.session_state[widget] = from_url(parameter, list(options), default)
    return st.selectbox(
        label,
        list(options),
        key=widget,
        format_func=lambda code: options[code],
        on_change=_write,
        args=(parameter, widget),
    )


def one_of_few(parameter: str, label: str, options: Names, default: str) -> str:
    """A row of buttons, one of which is pressed."""
    widget = f"{parameter}_choice"
    st.session_state[widget] = from_url(parameter, list(options), default)
    chosen = st.segmented_control(
        label,
        list(options),
        key=widget,
        required=True,
        format_func=lambda code: options[code],
        on_change=_write,
        args=(parameter, widget),
    )
    return chosen or default


def many(
    parameter: str, label: str, options: Names, placeholder: str = ""
) -> tuple[str, ...]:
    """A multiselect; the parameter is repeated in the URL."""
    widget = f"{parameter}_choice"
    st.session_state[widget] = list(several_from_url(parameter, list(options)))
    chosen = st.multiselect(
        label,
        list(options),
        key=widget,
        placeholder=placeholder or t("data.all"),
        format_func=lambda code: options[code],
        on_change=_write,
        args=(parameter, widget),
    )
    return tuple(chosen)


def article(sources: Mapping[str, Row]) -> tuple[str, str]:
    """An article and the number selected in it; a number in the URL names its article."""
    mention = st.query_params.get("mention", "")
    found = queries.source_of(mention) if mention else None
    if mention and not found:
        st.warning(t("notice.unknown_mention", value=echo(mention)))
    if found:
        st.session_state["source_choice"] = found
    else:
        default = next(iter(sources))
        st.session_state["source_choice"] = from_url("source", list(sources), default)
    chosen = st.selectbox(
        t("evidence.article"),
        list(sources),
        key="source_choice",
        format_func=lambda code: _article_name(sources[code]),
        on_change=_open_article,
    )
    return chosen, mention if found else ""


def _open_article() -> None:
    """Another article was chosen: the number selected in the old one goes."""
    st.query_params.pop("mention", None)
    _write("source", "source_choice")


def _article_name(source: Row) -> str:
    known = (
        source["city"],
        source["title"] or t("evidence.untitled"),
        source["published"],
    )
    return " · ".join(part for part in known if part)


def indicator(codebook: Mapping[str, Row], default: str) -> str:
    """The indicator of a page: those that cities report, the default among them."""
    reported = {code: row for code, row in codebook.items() if row["cities"]}
    options = {
        code: f"{row[language()]} · {row[f'theme_{language()}']}"
        for code, row in (reported or codebook).items()
    }
    first = default if default in options else next(iter(options))
    asked = st.query_params.get("indicator", "")
    if asked in codebook and asked not in options:
        options[asked] = str(codebook[asked][language()])
    return one("indicator", t("compare.indicator"), options, first)


def focus(cities: pl.DataFrame) -> str:
    """The city in the accent colour; empty for none."""
    options = {"none": t("compare.focus_none"), **city_names(cities)}
    chosen = one("focus", t("compare.focus"), options, "none")
    return "" if chosen == "none" else chosen


def log_scale() -> bool:
    """Whether the axis is logarithmic."""
    options = {"linear": t("compare.scale_linear"), "log": t("compare.scale_log")}
    return one_of_few("scale", t("compare.scale"), options, "linear") == "log"
