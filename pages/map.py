"""One indicator on the map: figures as circles, silence as hollow places."""

import streamlit as st

from dashboard import (
    choices,
    comparison,
    components,
    evidence,
    map_choices,
    map_show,
    marks,
    parts,
    queries,
    quoting,
    viewport,
)
from dashboard import format as fmt
from dashboard.map_scene import Scene
from dashboard.session import language, literal, mode, palette, t, tail
from dashboard.settings import settings

codebook = choices.by_id(queries.indicators())

st.title(t("map.title"))
with st.container(horizontal=True, vertical_alignment="bottom"):
    code = choices.indicator(codebook, "job_fairs")
    focus = choices.focus(queries.cities())
with st.container(horizontal=True, vertical_alignment="bottom"):
    basis = map_choices.basis()
    kind = map_choices.kind(queries.map_kinds(code), basis)
    rows = list(queries.map_figures(code, kind, basis).iter_rows(named=True))
    region = map_choices.region(rows)
    with st.popover(t("map.settings")):
        boundaries = map_choices.boundaries()
        plain = map_choices.plain()

indicator = codebook[code]
name = str(indicator[language()])
telling = marks.Telling(
    basis=basis,
    unit=fmt.unit(indicator["unit"], language()),
    sized=indicator["measure"] not in ("rate", "standard"),
    language=language(),
    focus=focus,
    largest=map_choices.largest(region),
)
wanted = parts.wanted("map")
st.header(literal(marks.title(rows, telling, name)))
st.caption(literal(marks.reading(telling)))

if "map" in wanted:
    screen = map_choices.screen()
    area = map_choices.area(region, rows)
    drawn = marks.marks(rows, telling)
    scene = Scene(
        view=viewport.fit(area, screen),
        palette=palette(),
        boundaries=boundaries,
        query=(("indicator", code), ("kind", kind), ("basis", basis)),
    )
    key = f"{code}_{kind}_{basis}_{focus}_{region}_{boundaries}_{mode()}"
    if plain:
        picked = map_show.plain(drawn, scene, area, screen.height, key)
    else:
        picked = map_show.deck(drawn, scene, screen, key)

    st.caption(
        literal(map_choices.credit_line(boundaries, settings().map.approval_no, rows))
    )
    view = comparison.view(queries.compare(code, focus), language(), focus)
    if chosen := quoting.chosen(view, picked):
        components.quotes(chosen, view)
    st.markdown(literal(marks.summary(rows, telling, name)))
    st.caption(literal(" ".join(marks.notes(rows, telling))))

if "table" in wanted:
    columns, lines = marks.table(rows, telling)
    st.html(evidence.table(t("map.table"), columns, lines, tail=tail()))
