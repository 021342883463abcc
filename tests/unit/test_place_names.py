import time
from pathlib import Path

import pytest

from etl.errors import InputError
from etl.paths import RAW
from etl.place_names import document_place, load_place_cues, resolve_place
from etl.places import load_places


def codes(text: str, province: str | None = None) -> list[str]:
    return [place.adcode for place in resolve_place(text, province)]


@pytest.mark.parametrize(
    ("text", "adcode"),
    [
        ("双辽市", "220382"),
        ("双辽", "220382"),
        ("220382", "220382"),
        ("吉林省双辽市", "220382"),
        ("吉林双辽", "220382"),
        ("吉林省四平市双辽市", "220382"),
        ("四平 市", "220300"),
        ("白山", "220600"),
        ("张家口", "130700"),
        ("吉林省", "220000"),
        ("吉林市", "220200"),
        ("吉林吉林", "220200"),
        ("北京市朝阳区", "110105"),
        ("延边州", "222400"),
        ("恩施州", "422800"),
        ("内蒙古通辽", "150500"),
        ("滨海新区", "120116"),
        ("仙桃", "429004"),
        ("长白县", "220623"),
        ("赵县", "130133"),
    ],
)
def test_one_place(text: str, adcode: str):
    assert codes(text) == [adcode]


@pytest.mark.parametrize(
    ("text", "adcodes"),
    [
        ("朝阳区", ["110105", "220104"]),
        ("朝阳", ["110105", "211300", "211321", "220104"]),
        ("市中区", ["370103", "370402", "511002", "511102"]),
        ("吉林", ["220000", "220200"]),
        ("海南", ["150303", "460000", "632500"]),
    ],
)
def test_several_places_are_all_returned(text: str, adcodes: list[str]):
    assert codes(text) == adcodes


@pytest.mark.parametrize(
    "text",
    ["长白山", "火星", "", " ", "四平市双塔区", "辽宁省四平市", "市", "双辽市人"],
)
def test_no_place(text: str):
    assert codes(text) == []


@pytest.mark.parametrize(
    ("text", "province", "adcodes"),
    [
        ("朝阳区", "吉林省", ["220104"]),
        ("朝阳区", "长春", ["220104"]),
        ("市中区", "四川", ["511002", "511102"]),
        ("市中区", "511000", ["511002"]),
        ("朝阳区", "浙江省", []),
    ],
)
def test_a_holder_narrows(text: str, province: str, adcodes: list[str]):
    assert codes(text, province) == adcodes


def test_every_place_is_found_by_its_full_name_and_code():
    for place in load_places().values():
        assert place in resolve_place(place.name)
        assert resolve_place(place.adcode) == [place]


@pytest.mark.parametrize(
    ("file", "name"),
    [
        ("baishan-2021.txt", "白山市"),
        ("pinghu-2020.txt", "平湖市"),
        ("shuangliao-2024.txt", "双辽市"),
        ("siping-2025.txt", "四平市"),
        ("tongliao-undated.txt", "通辽市"),
    ],
)
def test_the_place_of_an_article_comes_first(file: str, name: str):
    text = (RAW / file).read_text(encoding="utf-8")
    assert document_place(text)[0].name == name


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("张家口市召开双拥工作会议。北京市、天津市来人观摩。", "张家口市"),
        (
            "平湖获新一轮全国双拥模范城称号\n成为嘉兴市唯一的县市，平湖再接再厉。",
            "平湖市",
        ),
        ("吉林省白山军分区慰问官兵。", "白山市"),
    ],
)
def test_the_reporting_place_comes_before_those_it_names(text: str, name: str):
    assert document_place(text)[0].name == name


@pytest.mark.parametrize(
    "text",
    [
        "栖云县双拥办走访官兵",
        "争创双拥模范县，同心同德",
        "和平时期，我局会同县财政局发放资金",
        "长白山各级各部门",
        "县委、县政府高度重视",
        "",
    ],
)
def test_no_reporting_place(text: str):
    assert document_place(text) == []


def test_a_shared_name_is_narrowed_by_the_holder_named():
    named = document_place("长春市朝阳区退役军人事务局走访官兵。")
    assert [p.adcode for p in named if p.name == "朝阳区"] == ["220104"]


def test_a_shared_name_alone_keeps_all():
    named = document_place("朝阳区退役军人事务局走访官兵。")
    assert [p.adcode for p in named] == ["110105", "220104"]


def test_a_megabyte_takes_less_than_a_second():
    text = (RAW / "siping-2025.txt").read_text(encoding="utf-8") * 200
    document_place("预热")
    start = time.perf_counter()
    document_place(text)
    assert time.perf_counter() - start < 1


def test_a_wrong_key_in_the_cues_is_named(tmp_path: Path):
    path = tmp_path / "place_cues.yaml"
    path.write_text("aftr: []\n", encoding="utf-8")
    with pytest.raises(InputError, match="aftr"):
        load_place_cues(path)
