"""The general rules by which a number finds its indicator, each with its opposite."""

from __future__ import annotations

import pytest

from etl.detect import find_quantities
from etl.match.passages import prepare
from etl.match.ranking import Ranking
from etl.match.verdicts import decide, match
from etl.schema import REASONS
from tests.unit.reading import verdicts

RULES = {
    "the noun behind a number is what it counts": (
        ("全市为驻军官兵建成11个军人法律服务站。", {"11个": "legal_stations"}),
        ("全市悬挂光荣牌12000块。", {"12000块": "honour_plaques"}),
    ),
    "of two nouns before a number the nearest counts": (
        (
            "走访慰问驻军部队62个、军属4100户。",
            {"62个": "condolence_units", "4100户": "condolence_recipients"},
        ),
        (
            "悬挂光荣牌12000块，发放优待证8000张。",
            {"12000块": "honour_plaques", "8000张": "preferential_cards"},
        ),
    ),
    "marks before a number part it from nothing": (
        ("光荣牌：120块。", {"120块": "honour_plaques"}),
        ("光荣牌“120”块，优待证80张。", {"80张": "preferential_cards"}),
    ),
    "parts inherit from their total": (
        (
            "立功喜报166份，其中二等功9份、三等功138份。",
            dict.fromkeys(("166份", "9份", "138份"), "merit_notices"),
        ),
        (
            "立功喜报166份。发放宣传册138份。",
            {"166份": "merit_notices", "138份": "not_listed"},
        ),
    ),
    "a part with a name of its own has its own indicator": (
        (
            "接收退役士兵166人，其中培训退役军人93人。",
            {"166人": "soldiers_placed", "93人": "persons_trained"},
        ),
        (
            "培训退役军人166人，其中线上93人。",
            {"166人": "persons_trained", "93人": "persons_trained"},
        ),
    ),
    "分别 pairs items and numbers": (
        (
            "参会企业、供给岗位、求职人数分别达到640家、1.5万个和8900余人次。",
            {
                "640家": "job_fair_employers",
                "1.5万个": "job_fair_posts",
                "8900余人次": "job_fair_attendees",
            },
        ),
        (
            "参会企业640家、供给岗位1.5万个。",
            {"640家": "job_fair_employers", "1.5万个": "job_fair_posts"},
        ),
    ),
    "two measures side by side": (
        (
            "帮扶贫困户253户449人。",
            {"253户": "households_helped", "449人": "villagers_helped"},
        ),
        (
            "帮扶贫困户253户，培训退役军人449人。",
            {"253户": "households_helped", "449人": "persons_trained"},
        ),
    ),
    "a clause without a noun takes that of the clause before": (
        ("全市举办退役军人专场招聘会，共61场。", {"61场": "job_fairs"}),
        ("全市举办退役军人专场招聘会，演出61场。", {"61场": "arts_events"}),
    ),
    "what is said once is shared by the list": (
        (
            "走访慰问现役军人家庭320户、烈士家属45户。",
            dict.fromkeys(("320户", "45户"), "condolence_recipients"),
        ),
        (
            "走访慰问军属320户，悬挂光荣牌450块。",
            {"320户": "condolence_recipients", "450块": "honour_plaques"},
        ),
    ),
    "a number claims the cues that another number follows": (
        (
            "举办双拥晚会15场，培训退役军人600人。",
            {"15场": "arts_events", "600人": "persons_trained"},
        ),
        (
            "慰问部队62个，送去慰问金380万元。",
            {"62个": "condolence_units", "380万元": "condolence_money"},
        ),
    ),
    "who acts decides": (
        ("驻军出动官兵300人次参加抗洪抢险。", {"300人次": "troops_deployed"}),
        ("退役军人志愿者300人次参加抗洪抢险。", {"300人次": "volunteers"}),
    ),
    "a run is a run, a count a count": (
        ("我市连续第8次荣获全国双拥模范城称号。", {"第8次": "model_city_run"}),
        ("我市第8次荣获全国双拥模范城称号。", {"第8次": "model_city_titles"}),
    ),
    "a provincial title is no national one": (
        ("我市连续七届被命名为省级双拥模范城。", {"七届": "provincial_model_titles"}),
        ("我市连续七届被命名为全国双拥模范城。", {"七届": "model_city_run"}),
    ),
    "a needed word stands in the block": (
        ("部队紧急出动，转移群众4300人。", {"4300人": "people_rescued"}),
        ("帮助群众4300人。", {"4300人": "not_listed"}),
    ),
    "a word inside a longer one names nothing": (
        ("建成退役军人服务站60个。", {"60个": "service_stations"}),
        ("创建全国示范型退役军人服务站60个。", {"60个": "model_stations"}),
    ),
}
EVERY = [
    pytest.param(text, expected, id=f"{rule}: {text}")
    for rule, cases in RULES.items()
    for text, expected in cases
]


@pytest.mark.parametrize(("text", "expected"), EVERY)
def test_rule(text, expected):
    found = verdicts(text)
    assert {surface: found[surface] for surface in expected} == expected


def one(text):
    """Return the verdict on the only number of a text."""
    (verdict,) = match(text, find_quantities(text))
    return verdict


@pytest.mark.parametrize("second", [4.99, 3.0])
def test_two_that_fit_about_equally_are_both_named(second):
    text = "全市举办30场。"
    quantities = find_quantities(text)
    page = prepare(text, quantities)
    two = tuple(indicator.id for indicator in page.codebook.indicators[:2])
    verdict = decide(page, quantities[0], Ranking([5.0, second], [0, 1]))
    clear = 5.0 - second > page.weights.margin
    assert (verdict.indicator, verdict.reason) == (
        (two[0], None) if clear else (None, "other")
    )
    assert verdict.rivals == (two[1:] if clear else two)


def test_a_verdict_names_its_cues_and_the_next_best():
    verdict = one("全市举办招聘会30场。")
    assert verdict.indicator == "job_fairs"
    assert verdict.cues == ("招聘会", "举办")
    assert verdict.indicator not in verdict.rivals
    assert verdict.margin > 1


def test_without_cues_nothing_is_claimed():
    verdict = one("共有30条。")
    assert (verdict.indicator, verdict.reason, verdict.rivals) == (
        None,
        "not_listed",
        (),
    )


def test_reasons_are_those_of_the_guide():
    assert set(REASONS) == {
        "date",
        "person_story",
        "policy_text",
        "not_listed",
        "duplicate",
        "target",
        "elsewhere",
        "other",
    }


@pytest.mark.parametrize(
    ("spans", "expected"),
    [
        ((), [False, False]),
        ([(0, 12)], [True, False]),
        ([(12, 25)], [False, True]),
        ([(12, 25), (0, 12)], [True, True]),
        ([(0, 2), (1, 25)], [True, True]),
    ],
)
def test_repeated_stretches_in_any_order(spans, expected):
    text = "全市举办招聘会30场。全市举办招聘会45场。"
    found = match(text, find_quantities(text), spans)
    assert [verdict.reason == "duplicate" for verdict in found] == expected


def test_a_text_in_hand_piece_by_piece_has_the_same_verdicts(monkeypatch):
    text = "市里举办招聘会30场，其中线上5场。培训退役军人20人，演出5场。" * 3
    quantities = find_quantities(text)
    whole = match(text, quantities)
    monkeypatch.setattr("etl.match.verdicts.PAIRS_AT_ONCE", 1)
    assert match(text, quantities) == whole


def test_a_text_without_numbers():
    assert match("市里举办招聘会。", []) == []
