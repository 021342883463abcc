"""Every page with data, without, and with nonsense in its address."""

from __future__ import annotations

import json

import pytest
from streamlit.testing.v1 import AppTest

from dashboard import menu
from dashboard.settings import ROOT
from tests import synthetic

NAV = ROOT / "dashboard" / "nav.py"
PAGES = sorted(path.stem for path in ROOT.glob("pages/*.py") if path.stem != "__init__")
JIASHI, YISHI, _ = synthetic.ARTICLES
SECONDS = 60


def opened(page: str, **parameters: str | list[str]) -> AppTest:
    """Run a page as a reader with this address sees it first."""
    app = AppTest.from_file(str(NAV), default_timeout=SECONDS)
    for name, value in parameters.items():
        app.query_params[name] = value
    app.run()
    if page != "overview":
        app.switch_page(str(ROOT / "pages" / f"{page}.py"))
        for name, value in parameters.items():
            app.query_params[name] = value
        app.run()
    return app


def html(app: AppTest) -> str:
    """All the HTML of a page, the stylesheet aside."""
    bodies = [element.proto.body for element in app.get("html")]
    return "\n".join(body for body in bodies if "<style>" not in body)


def words(app: AppTest) -> str:
    """All the words of a page that are not HTML."""
    kinds = (app.title, app.header, app.markdown, app.caption, app.info, app.warning)
    return "\n".join(element.value for kind in kinds for element in kind)


@pytest.mark.parametrize("page", PAGES)
@pytest.mark.parametrize("lang", ["zh", "en"])
def test_page_opens(page, lang, filled):
    app = opened(page, lang=lang)
    assert not app.exception
    assert not app.error
    assert app.title[0].value
    assert any("v1" in caption.value for caption in app.caption)


@pytest.mark.parametrize("page", PAGES)
def test_page_without_data_says_so(page, empty):
    app = opened(page)
    assert not app.exception
    assert "data/raw/sources.yaml" in app.info[0].value


@pytest.mark.parametrize("page", PAGES)
def test_page_without_a_database_names_the_command(page, database):
    app = opened(page)
    assert not app.exception
    assert "make data" in app.error[0].value
    assert database.name.replace(".", "\\.") in app.error[0].value


@pytest.mark.parametrize("page", PAGES)
def test_a_file_that_is_no_database_names_the_command(page, database):
    database.write_bytes(b"no database at all" * 100)
    app = opened(page)
    assert not app.exception
    assert "make data" in app.error[0].value


@pytest.mark.parametrize(
    ("page", "parameters"),
    [
        ("overview", {"theme": "<b>x</b>"}),
        ("compare", {"indicator": "nope", "focus": "000000", "scale": "cubic"}),
        ("evidence", {"mention": "' or 1=1 --"}),
        ("evidence", {"source": "../../etc/passwd"}),
        ("data", {"city": ["900100", "[x](javascript:alert(1))"], "theme": "x" * 5000}),
    ],
)
def test_nonsense_in_the_address_is_named_and_the_default_shown(
    page, parameters, filled
):
    app = opened(page, **parameters)
    assert not app.exception
    assert len(app.warning) >= 1
    assert "](javascript" not in words(app)
    assert "<b>" not in words(app)
    assert all(len(warning.value) < 400 for warning in app.warning)
    assert app.title[0].value


def test_the_menu_holds_the_pages_that_exist(filled):
    assert set(PAGES) <= set(menu.NAMES)


def test_overview_tells_the_sizes_and_opens_the_figures(filled):
    app = opened("overview")
    assert [metric.value for metric in app.metric] == [
        "3",
        "3",
        "10",
        "8",
        "2",
        "3 / 4",
    ]
    assert synthetic.mention_id(JIASHI, 0) in html(app)
    assert "50余场" in html(app)


def test_choosing_a_theme_shows_its_indicators_and_changes_the_address(filled):
    app = opened("overview")
    assert "立功喜报" not in html(app)
    app.get("button_group")[-1].set_value("honour").run()
    assert app.query_params["theme"] == "honour"
    assert "立功喜报" in html(app)


def test_compare_shows_bounds_groups_silence_and_nesting(filled):
    app = opened("compare", indicator="job_fairs")
    text = words(app)
    assert "招聘会场次：3 市所报" in text
    assert "乙试县在甲试市境内" in text
    assert "50–60" in html(app)
    assert "≥ 30" in html(app)
    plaques = words(opened("compare", indicator="honour_plaques"))
    assert "乙试县、丙试市" in plaques


def test_compare_keeps_the_focus_of_the_address(filled):
    app = opened("compare", indicator="job_fairs", focus="900200")
    assert app.selectbox(key="focus_choice").value == "900200"
    figure = json.loads(app.get("plotly_chart")[0].proto.spec)
    assert "#B4232A" in json.dumps(figure)


def test_an_indicator_nobody_reports_says_so(filled):
    app = opened("compare", indicator="merit_notices")
    assert not app.exception
    assert app.info[0].value
    assert app.get("plotly_chart") == []


def test_choosing_another_indicator_changes_the_address(filled):
    app = opened("compare")
    app.selectbox(key="indicator_choice").set_value("honour_plaques").run()
    assert app.query_params["indicator"] == "honour_plaques"
    assert "光荣牌" in words(app)


def test_evidence_marks_every_number_and_opens_the_one_of_the_address(filled):
    code = synthetic.mention_id(JIASHI, 1)
    app = opened("evidence", mention=code)
    page = html(app)
    for position in range(len(JIASHI.said)):
        assert f'data-mention="{synthetic.mention_id(JIASHI, position)}"' in page
    assert "sy-record" in page
    assert "<mark>1.2万块</mark>" in page
    assert app.selectbox(key="source_choice").value == JIASHI.source_id


def test_evidence_gives_excluded_numbers_their_reason(filled):
    app = opened("evidence", source=YISHI.source_id)
    assert "计划、目标" in html(app)
    assert "9份" in html(app)


def test_choosing_another_article_lets_the_selected_number_go(filled):
    app = opened("evidence", mention=synthetic.mention_id(JIASHI, 1))
    app.selectbox(key="source_choice").set_value(YISHI.source_id).run()
    assert app.query_params["source"] == YISHI.source_id
    assert "mention" not in app.query_params
    assert "sy-record" not in html(app)


def test_hostile_articles_stay_text_on_every_page(filled):
    for page in PAGES:
        shown = html(opened(page, source=JIASHI.source_id))
        assert "<img" not in shown
        assert "<script" not in shown
        assert 'href="javascript' not in shown


def test_data_page_filters_and_shows_the_address_of_the_file(filled):
    app = opened("data", city=["900100", "900200"], indicator="job_fairs")
    assert "筛选后 4 行，共 8 行" in words(app)
    address = app.code[0].value
    assert address.endswith(
        "api/v1/observations.csv?city=900100&city=900200&indicator=job_fairs"
    )


def test_data_page_says_when_nothing_matches(filled):
    app = opened("data", city="900200", theme="honour")
    assert app.info[0].value
    assert "筛选后 0 行" in words(app)
