"""The comparison of one indicator on the screen: what its page and its framed chart share."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import streamlit as st

from dashboard import benchmark_queries as bench
from dashboard import (
    choices,
    comparison,
    components,
    evidence,
    queries,
    quoting,
    tiers,
)
from dashboard import format as fmt
from dashboard.charts import Group
from dashboard.comparison import View
from dashboard.evidence import Row
from dashboard.marks import Basis
from dashboard.session import language, literal, t, tail
from dashboard.speaker import Speaker


@dataclass(frozen=True, slots=True)
class Shown:
    """One indicator on one basis, with all that is told of it."""

    indicator: Row
    view: View
    speaker: Speaker
    standings: Sequence[Row]
    groups: Sequence[Group]
    version: str
    log: bool

    @property
    def code(self) -> str:
        """The code of the indicator."""
        return str(self.indicator["id"])

    @property
    def name(self) -> str:
        """The name of the indicator."""
        return str(self.indicator[language()])

    @property
    def unit(self) -> str:
        """The unit of the indicator in words."""
        return fmt.unit(self.indicator["unit"], language())

    @property
    def reported(self) -> bool:
        """Whether the figures stand as the articles report them."""
        return self.speaker.basis == "reported"

    @property
    def title(self) -> str:
        """What the chart shows."""
        if self.reported:
            return comparison.title(self.view, self.indicator)
        return tiers.title(self.standings, self.name, self.speaker)


def read(indicator: Row, focus: str, basis: Basis, *, log: bool) -> Shown:
    """Ask for all that is told of an indicator."""
    code = str(indicator["id"])
    view = comparison.view(queries.compare(code, focus), language(), focus)
    speaker = Speaker(language(), basis, choices.by_id(bench.gate_reasons()))
    standings = list(bench.standings(code, basis, focus).iter_rows(named=True))
    reported = basis == "reported"
    groups = (
        comparison.groups(view) if reported else tiers.groups(standings, focus, speaker)
    )
    version = str(queries.summary()["data_version"])
    return Shown(indicator, view, speaker, standings, groups, version, log)


def chart(shown: Shown) -> None:
    """How to read it, the chart, and the sentence of the mark that is selected."""
    key = (
        "compare.reading" if shown.reported else f"tiers.reading_{shown.speaker.basis}"
    )
    st.caption(literal(t(key, unit=shown.unit)))
    drawn = f"{shown.code}_{shown.speaker.basis}"
    credit = t("compare.credit", indicator=shown.name, version=shown.version)
    picked = components.dots(
        shown.groups,
        drawn,
        log=shown.log,
        credit=credit,
        file=f"{drawn}-{shown.version}",
    )
    if rows := quoting.chosen(shown.view, picked):
        components.quotes(rows, shown.view)


def summary(shown: Shown) -> None:
    """The chart in a sentence, or why there is none."""
    if shown.reported and shown.view.rows:
        st.markdown(literal(comparison.summary(shown.view, shown.indicator)))
        for note in comparison.notes(shown.view):
            st.caption(literal(note))
    elif not shown.groups:
        st.info(t("tiers.no_values" if shown.view.rows else "compare.nothing"))


def source(shown: Shown) -> None:
    """The source line of the chart."""
    silent = queries.silent(shown.code)
    st.caption(literal(comparison.source(shown.view, silent, shown.version)))


def table(shown: Shown) -> None:
    """The figures as a table."""
    columns, rows = comparison.table(shown.view)
    st.html(evidence.table(t("compare.table"), columns, rows, tail=tail()))


def compared(shown: Shown) -> None:
    """How far the figures compare: tiers, ranges of ranks, reasons."""
    st.markdown(literal(tiers.summary(shown.standings, shown.speaker)))
    st.caption(t("tiers.lead"))
    columns, rows = tiers.table(shown.standings, shown.speaker)
    st.html(evidence.table("", columns, rows, tail=tail()))
    _met(shown)


def _met(shown: Shown) -> None:
    """The city in focus beside each other city, with what keeps them apart."""
    focus = shown.view.focus
    if focus not in {row["adcode"] for row in shown.standings}:
        st.caption(t("tiers.choose"))
        return
    met = bench.met(shown.code, shown.speaker.basis, focus)
    columns, rows = tiers.met(list(met.iter_rows(named=True)), shown.speaker)
    st.html(evidence.table(t("tiers.met"), columns, rows, tail=tail()))


def writes(shown: Shown) -> None:
    """What the cities write."""
    rows = shown.view.rows[: quoting.QUOTED]
    components.quotes(rows, shown.view)
    if len(shown.view.rows) > len(rows):
        st.caption(t("compare.quoted", most=len(rows)))
