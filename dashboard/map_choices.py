"""What a reader can choose on the map, and what follows from it: area, screen, credits."""

from __future__ import annotations

from collections.abc import Sequence
from functools import reduce

import polars as pl
import streamlit as st

from dashboard import choices, outlines, viewport
from dashboard.evidence import Row
from dashboard.marks import Basis
from dashboard.outlines import Box
from dashboard.session import t
from dashboard.viewport import PHONE, WIDE, Screen

TAIWAN = "71"
BASES: tuple[Basis, ...] = ("reported", "per_year", "per_10k")


def basis() -> Basis:
    """As reported, per year, or per 10 000 residents."""
    names = {code: t(f"map.basis_{code}") for code in BASES}
    chosen = choices.one_of_few("basis", t("map.basis"), names, "reported")
    return next(code for code in BASES if code == chosen)


def basis_in_url() -> Basis:
    """The basis that the URL names, for a view without controls."""
    chosen = choices.from_url("basis", BASES, "reported")
    return next(code for code in BASES if code == chosen)


def kind(kinds: pl.DataFrame, basis: Basis) -> str:
    """The kind of period to draw; per year, annual and cumulative are drawn together."""
    counts = dict(kinds.select("kind", "cities").iter_rows())
    if basis == "per_year" or not counts:
        return ""
    names = {
        code: t("map.kind_cities", kind=t(f"kind.{code}"), cities=cities)
        for code, cities in counts.items()
    }
    return choices.one("kind", t("map.kind"), names, next(iter(names)))


def region(rows: Sequence[Row]) -> str:
    """The whole country, the places with data, or one of their provinces."""
    provinces = {_province(row): str(row["province"]) for row in rows}
    names = {
        "china": t("map.region_china"),
        "cities": t("map.region_cities"),
        **dict(sorted(provinces.items())),
    }
    return choices.one("region", t("map.region"), names, "china")


def largest(region: str) -> float:
    """Radius of the largest circle, in pixels: smaller where places stand close."""
    return 13.0 if region == "china" else 24.0


def boundaries() -> bool:
    """Whether borders are drawn at all."""
    names = {code: t(f"map.mode_{code}") for code in ("boundary", "points")}
    return choices.one_of_few("mode", t("map.mode"), names, "boundary") == "boundary"


def plain() -> bool:
    """Whether to draw without WebGL."""
    names = {code: t(f"map.drawing_{code}") for code in ("deck", "plain")}
    return choices.one_of_few("drawing", t("map.drawing"), names, "deck") == "plain"


def screen() -> Screen:
    """The size to fit: browsers on phones say Mobi in their name."""
    return PHONE if "Mobi" in st.context.headers.get("User-Agent", "") else WIDE


def area(region: str, rows: Sequence[Row]) -> Box:
    """The rectangle that a choice of region stands for."""
    feature = outlines.outline(region)
    if feature is not None:
        return outlines.box(feature)
    if region != "cities" or not rows:
        return viewport.CHINA
    return reduce(Box.joined, map(_surroundings, rows))


def credit_line(boundaries: bool, approval_no: str, rows: Sequence[Row]) -> str:
    """The line under the map: source, review number or its lack, missing data."""
    if not boundaries:
        return t("map.canvas")
    review = (
        t("map.approved", number=approval_no) if approval_no else t("map.unreviewed")
    )
    parts = [t("map.credit", review=review)]
    if not any(row["adcode"].startswith(TAIWAN) for row in rows):
        parts.append(t("map.taiwan"))
    return " ".join(parts)


def _surroundings(row: Row) -> Box:
    """The outline of a place, or some room around its seat where there is none."""
    feature = outlines.outline(row["adcode"])
    return outlines.box(feature) if feature else viewport.around(row["lon"], row["lat"])


def _province(row: Row) -> str:
    return f"{row['adcode'][:2]}0000"
