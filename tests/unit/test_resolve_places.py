"""The smaller place that a figure is stated for."""

import re
from dataclasses import dataclass

import pytest
from hypothesis import given
from hypothesis import strategies as st

from etl.resolve import resolve
from etl.resolve.periodwords import Nature
from etl.schema import Quantity

MARKED = re.compile(r"\[([^\]]*)\]")


@dataclass(frozen=True)
class Info:
    """An indicator as this step sees it."""

    id: str = "soldiers_placed"
    nature: Nature = "flow"


def places(marked: str) -> list[str | None]:
    """Return the place of each figure that stands in brackets."""
    text, spans = "", []
    for n, piece in enumerate(MARKED.split(marked)):
        if n % 2:
            end = len(text) + len(piece)
            spans.append(Quantity(len(text), end, 1.0, 1.0, None, "item", "exact"))
        text += piece
    return [place for _, place in resolve(text, spans, [Info()] * len(spans), "2023")]


OF_A_PART = {
    "全县安置[156名]，仅石湾乡就有[14名]。": [None, "石湾乡"],
    "进度较快的是河湾镇，发证[2140张]。": ["河湾镇"],
    "沿河的柳林村被水围住，官兵挨家敲门，[630名]村民转移。": ["柳林村"],
    "先后组织[243名]民兵献血，辽北街道[50余名]老兵抢险。": [None, "辽北街道"],
    "为新立乡丰产村养殖户争取[20万元]贷款。": ["新立乡丰产村"],
    "南湖区人武部组建[30支]分队。": ["南湖区"],
    "我市[第七次]捧牌，所辖青岚县实现“[五连冠]”。": [None, "青岚县"],
    "所辖石渡县、丹桂县分别[第三次]、[第二次]上榜。": ["石渡县", "丹桂县"],
}
OF_THE_WHOLE = [
    "全市[1020个]服务站。",
    "行政村[16个]。",
    "接收返乡退役军人[512名]。",
    "文艺节目走进社区，演出[35场]。",
    "送教下乡，报读的退役士兵[215人]。",
    "援建乡村小学[3所]。",
    "帮建村小和敬老院[5所]。",
    "石湾镇的老吴说，全县送出喜报[58份]。",
    "石湾镇退役军人服务站等[4个]单位受到表彰。",
    "南湖区召开大会。南湖区人武部组建[30支]分队。",
]


@pytest.mark.parametrize(("text", "expected"), OF_A_PART.items())
def test_a_figure_of_a_part_names_it(text: str, expected: list[str | None]):
    assert places(text) == expected


@pytest.mark.parametrize("text", OF_THE_WHOLE)
def test_a_figure_of_the_whole_has_no_place(text: str):
    assert places(text) == [None]


@given(st.text(alphabet="石湾乡镇村街道社区县所辖的，。、分别第一次12名", max_size=40))
def test_a_place_stands_in_the_text(text: str):
    [place] = places(f"{text}[12名]")
    assert place is None or all(name in text for name in place.split("、"))
