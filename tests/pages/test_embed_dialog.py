"""The dialog that gives a page away: on each page, with its choices in the snippet."""

from __future__ import annotations

import html as markup
import re
from urllib.parse import parse_qs, urlsplit

import pytest

from dashboard import embed, parts
from tests.pages.test_pages import opened

PAGES = sorted({*parts.PARTS} - {"chart"})
SOURCE = re.compile(r'src="([^"]+)"')


def snippet(app) -> str:
    """The code that the dialog shows."""
    (found,) = [c.value for c in app.code if c.value.startswith("<iframe")]
    return found


def view(app) -> tuple[str, dict[str, list[str]]]:
    """Path and parameters of the address that the snippet frames."""
    address = urlsplit(markup.unescape(SOURCE.findall(snippet(app))[0]))
    return address.path, parse_qs(address.query)


def dialog(page: str, button: str = "", **parameters):
    app = opened(page, **parameters)
    return app.button(key=f"embed_open_{button or page}").click().run()


@pytest.mark.parametrize("page", PAGES)
def test_each_page_gives_itself_away(page, filled):
    app = dialog(page)
    assert not app.exception
    path, asked = view(app)
    assert path == ("/" if page == "overview" else f"/{page}")
    assert asked["embed"] == ["true"]
    assert "show" not in asked
    assert embed.SANDBOX in snippet(app)
    assert len(snippet(app).splitlines()) <= 15


@pytest.mark.parametrize(
    ("page", "pinned"),
    [
        ("evidence", {"source": "bingshi-2022"}),
        ("benchmark", {"focus": "900100", "peers": "level"}),
        ("overview", {"theme": "employment"}),
        ("compare", {"indicator": "job_fairs"}),
    ],
)
def test_a_default_is_named_so_that_the_view_stays_what_it_is(page, pinned, filled):
    _, asked = view(dialog(page))
    assert asked == {"embed": ["true"]} | {k: [v] for k, v in pinned.items()}


def test_choices_of_the_reader_go_into_the_address(filled):
    app = dialog("map", indicator="honour_plaques", lang="en")
    _, asked = view(app)
    assert asked["indicator"] == ["honour_plaques"]
    assert asked["lang"] == ["en"]


def test_a_chart_gives_itself_away_on_its_basis_with_a_still_picture(filled):
    asked = {"indicator": "job_fairs", "focus": "900200", "scale": "log"}
    app = dialog("compare", "chart", **asked)
    path, given = view(app)
    assert path == "/chart"
    assert {key: [value] for key, value in asked.items()}.items() <= given.items()
    (picture,) = [c.value for c in app.code if ".svg" in c.value]
    assert picture.endswith(
        "/api/v1/charts/job_fairs.svg?theme=light&lang=zh&focus=900200"
    )
    app = dialog("compare", "chart", indicator="job_fairs", basis="per_10k")
    assert view(app)[1]["basis"] == ["per_10k"]
    assert not [c.value for c in app.code if ".svg" in c.value]
