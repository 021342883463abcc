"""The map page as its script runs: what it says, and that links restore it."""

import re
from collections.abc import Callable
from pathlib import Path

import pytest
from streamlit.testing.v1 import AppTest

from dashboard.settings import ROOT, settings

PAGE = str(ROOT / "pages" / "map.py")


@pytest.fixture
def open_map(curated: Path, monkeypatch: pytest.MonkeyPatch) -> Callable[..., AppTest]:
    """Run the page with query parameters on the real data."""
    monkeypatch.setenv("SHUANGYONG_DATABASE", str(curated / "shuangyong.duckdb"))
    settings.cache_clear()

    def run(**parameters: str) -> AppTest:
        page = AppTest.from_file(PAGE, default_timeout=60)
        for name, value in parameters.items():
            page.query_params[name] = value
        return page.run()

    yield run
    settings.cache_clear()


def words(page: AppTest) -> str:
    elements = [*page.header, *page.caption, *page.markdown]
    return "\n".join(re.sub(r"\\(.)", r"\1", item.value) for item in elements)


def test_the_first_view_is_the_whole_country_with_its_credits(open_map):
    page = open_map()
    assert not page.exception
    text = words(page)
    assert "底图数据来源：天地图（国家基础地理信息中心），经简化" in text
    assert "未送审，仅供内部研究使用" in text
    assert "台湾省资料暂缺" in text
    assert "已读而未提及" in text
    assert page.selectbox(key="region_choice").value == "china"


@pytest.mark.parametrize(
    "parameters",
    [
        {"region": "cities", "focus": "220600"},
        {"region": "220000", "basis": "per_10k"},
        {"basis": "per_year"},
        {"mode": "points"},
        {"drawing": "plain"},
        {"drawing": "plain", "mode": "points", "region": "330000"},
        {"indicator": "children_schooling_rate"},
        {"indicator": "honour_plaques", "kind": "stock"},
        {"lang": "en"},
    ],
    ids=str,
)
def test_a_link_restores_its_view(open_map, parameters):
    page = open_map(**parameters)
    assert not page.exception
    assert not page.warning
    for name in parameters.keys() & {"indicator", "region", "focus", "kind"}:
        assert page.selectbox(key=f"{name}_choice").value == parameters[name]


@pytest.mark.parametrize("name", ["indicator", "basis", "region", "mode", "drawing"])
def test_an_unknown_value_is_named_and_the_default_taken(open_map, name):
    page = open_map(**{name: "nonsense"})
    assert not page.exception
    assert "nonsense" in page.warning[0].value


def test_without_boundaries_no_map_source_is_claimed(open_map):
    text = words(open_map(mode="points"))
    assert "天地图" not in text
    assert "不绘界线" in text


def test_a_review_number_is_shown_only_when_the_operator_gives_one(
    open_map, monkeypatch
):
    given = settings().model_copy(
        update={"map": settings().map.model_copy(update={"approval_no": "GS(2099)1号"})}
    )
    monkeypatch.setattr("dashboard.settings.settings", lambda: given)
    text = words(open_map())
    assert "审图号：GS(2099)1号" in text
    assert "未送审" not in text


def test_per_head_names_the_census(open_map):
    assert "第七次全国人口普查（2020 年）" in words(open_map(basis="per_10k"))


def test_choosing_a_region_writes_it_into_the_address(open_map):
    page = open_map()
    page.selectbox(key="region_choice").select("220000").run()
    assert not page.exception
    assert page.query_params["region"] == "220000"
