"""Lists that pair one to one with the numbers behind 分别 or 依次."""

from __future__ import annotations

import pytest

from etl.detect import find_quantities
from etl.match.respective import respective_items
from etl.structure import lay_out


def pairs(text):
    """Return the item of each number of a 分别 list, by the number's surface."""
    quantities = find_quantities(text)
    items = respective_items(text, lay_out(text), quantities)
    return {
        text[quantities[i].start : quantities[i].end]: text[slice(*item)].strip("、和")
        for i, item in items.items()
    }


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "企业、岗位、求职者分别达到640家、1.5万个和8900人。",
            {"640家": "企业", "1.5万个": "岗位", "8900人": "求职者"},
        ),
        ("企业和岗位依次为64家、150个。", {"64家": "企业", "150个": "岗位"}),
        (
            "企业、岗位，去年分别为64家、150个。",
            {"64家": "企业", "150个": "岗位"},
        ),
        ("企业、岗位、求职者分别达到640家、1.5万个。", {}),
        ("企业、岗位640家、1.5万个。", {}),
        ("企业分别达到640家。", {}),
        ("企业、岗位。分别达到640家、1.5万个。", {}),
    ],
    ids=[
        "three and three",
        "依次",
        "the list a clause before",
        "three and two",
        "no 分别",
        "one number",
        "the list in another sentence",
    ],
)
def test_items(text, expected):
    assert pairs(text) == expected


def test_two_lists_in_one_text_keep_apart():
    text = "企业、岗位分别为64家、150个；军属、烈属分别为20户、5户。"
    assert pairs(text) == {
        "64家": "企业",
        "150个": "岗位",
        "20户": "军属",
        "5户": "烈属",
    }
