"""Rates, ranks, views and wishes: what looks like a figure of the city and is none."""

from __future__ import annotations

import pytest

from tests.unit.reading import verdicts

CASES = {
    "a rank without a unit": (
        (
            "我市送兵数名列全省第一，第三次荣获全国双拥模范城称号。",
            "第一",
            "not_listed",
        ),
        ("我市第一次荣获全国双拥模范城称号。", "第一次", "model_city_titles"),
    ),
    "a meeting": (
        ("市第八次双拥表彰大会命名了一批模范。", "第八次", "date"),
        ("我市第八次捧回全国双拥模范城奖牌。", "第八次", "model_city_titles"),
    ),
    "the new level of a rate": (
        ("优待金由每户每年1.2万元提高到1.8万元。", "1.8万元", "policy_text"),
        ("发放义务兵家庭优待金提高到1800万元。", "1800万元", "conscript_allowance"),
    ),
    "the rates of a list": (
        (
            "立功受奖一等功奖励5万元、二等功2万元、三等功3000元的标准。",
            "2万元",
            "policy_text",
        ),
        ("去年兑现立功受奖奖励金五笔，共支出92万元。", "92万元", "merit_awards_paid"),
    ),
    "a share of a wage": (
        ("按照当地最低工资标准60%发放随军家属补贴。", "60%", "policy_text"),
        ("随军家属安置率60%。", "60%", "spouses_placement_rate"),
    ),
    "views of a page": (
        ("来源：双拥办　点击：1438次", "1438次", "other"),
        ("开展双拥宣讲143次。", "143次", "education_sessions"),
    ),
    "a run that is not won yet": (
        ("全国双拥模范城能不能实现“六连冠”，关系全市。", "六连冠", "target"),
        ("我市实现全国双拥模范城“六连冠”。", "六连冠", "model_city_run"),
    ),
    "a ceiling": (
        ("创业担保贷款最高50万元。", "最高50万元", "startup_loan_ceiling"),
        ("去年发放创业担保贷款50万元。", "50万元", "startup_loans"),
    ),
}
EVERY = [
    pytest.param(*case, id=f"{name}: {case[2]}")
    for name, both in CASES.items()
    for case in both
]


@pytest.mark.parametrize(("text", "surface", "verdict"), EVERY)
def test_reason(text, surface, verdict):
    assert verdicts(text)[surface] == verdict
