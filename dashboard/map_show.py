"""Put the map on the page, in either drawing, and say which circle was selected."""

from __future__ import annotations

from collections.abc import Sequence

import streamlit as st

from dashboard import components, map_plain, maps
from dashboard.map_scene import Scene
from dashboard.marks import Mark
from dashboard.outlines import Box
from dashboard.session import literal, t
from dashboard.viewport import Screen


def deck(drawn: Sequence[Mark], scene: Scene, screen: Screen, key: str) -> str:
    """Draw with WebGL; return the mention_id of the selected circle or nothing."""
    event = st.pydeck_chart(
        maps.deck(drawn, scene),
        key=f"deck_{key}",
        height=screen.height,
        on_select="rerun",
        selection_mode="single-object",
    )
    st.caption(literal(t("map.blank")))
    return maps.picked(event)


def plain(drawn: Sequence[Mark], scene: Scene, area: Box, height: int, key: str) -> str:
    """Draw without WebGL; return the mention_id of the selected circle or nothing."""
    event = st.plotly_chart(
        map_plain.figure(drawn, scene, area, height),
        key=f"plain_{key}",
        theme=None,
        on_select="rerun",
        selection_mode="points",
        config={"displayModeBar": False, "scrollZoom": True},
    )
    return components.picked(event)
