"""What a framed view shows: the parts that its address names, or the usual ones."""

from __future__ import annotations

import pytest
from streamlit.runtime.context import ContextProxy

from dashboard import parts
from dashboard.session import MARKS
from tests.pages.test_pages import html, opened, words

PAGES = sorted(page for page, named in parts.PARTS.items() if named)


@pytest.fixture
def framed(monkeypatch):
    monkeypatch.setattr(ContextProxy, "is_embedded", property(lambda _: True))


def shown(page: str, **parameters) -> str:
    app = opened(page, **parameters)
    assert not app.exception
    return words(app) + html(app)


@pytest.mark.parametrize("page", PAGES)
def test_a_frame_shows_the_parts_that_are_asked_for(page, filled, framed):
    whole = shown(page, show=[*parts.PARTS[page]])
    for part in parts.PARTS[page]:
        assert len(shown(page, show=part)) < len(whole), part
    assert shown(page, show=[*parts.usual(page)]) == shown(page)


@pytest.mark.parametrize("page", sorted({*PAGES} - {"chart"}))
def test_outside_a_frame_everything_is_shown(page, filled):
    first = next(iter(parts.PARTS[page]))
    assert shown(page, show=first) == shown(page)


@pytest.mark.parametrize("page", PAGES)
def test_a_frame_keeps_title_version_and_the_way_to_the_full_page(page, filled, framed):
    app = opened(page, show=next(iter(parts.PARTS[page])))
    assert app.title[0].value
    assert any("v1" in caption.value for caption in app.caption)
    (link,) = [m.value for m in app.markdown if "查看 →" in m.value]
    assert "show=" not in link
    assert "embed=" not in link
    assert not [b for b in app.button if b.key and b.key.startswith("embed_open")]


def test_old_values_are_named_and_the_usual_view_is_shown(filled, framed):
    old = {"indicator": "gone", "basis": "old", "focus": "1", "scale": "x"}
    app = opened("chart", **old, show=["pie", "table"])
    assert not app.exception
    told = MARKS.sub("", "\n".join(warning.value for warning in app.warning))
    for value in (*old.values(), "pie"):
        assert value in told
    assert app.title[0].value == opened("chart").title[0].value
