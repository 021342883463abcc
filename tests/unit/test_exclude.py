"""Why a number is none of the city's own figures: each reason with a counter-example."""

from __future__ import annotations

import pytest

from tests.unit.reading import verdicts

CASES = {
    "a calendar date": (
        ("2020年10月20日，全市召开双拥工作会议。", "2020年10月20日", "date"),
        ("《双拥动态》编发96期。", "96期", "bulletins"),
    ),
    "an age": (
        ("现年72岁的老兵王某荣获勋章。", "72岁", "date"),
        ("走访慰问72名老兵。", "72名", "condolence_recipients"),
    ),
    "the length of a stretch": (
        ("四年来，全市举办招聘会36场。", "四年", "date"),
        ("四年来，全市举办招聘会36场。", "36场", "job_fairs"),
    ),
    "an ordinal of something else": (
        ("全市开展第9次普查。", "第9次", "date"),
        ("我市第9次荣获全国双拥模范城称号。", "第9次", "model_city_titles"),
    ),
    "those who wait": (
        ("全市还有47名随军家属未就业。", "47名", "not_listed"),
        ("全市还有47名随军家属实现就业。", "47名", "spouses_placed"),
    ),
    "a rank": (
        ("全市双拥工作考评位列第三次。", "第三次", "not_listed"),
        ("我市第三次荣获全国双拥模范城称号。", "第三次", "model_city_titles"),
    ),
    "a round of naming": (
        ("围绕第十二届全国双拥模范城评比开展创建。", "第十二届", "date"),
        ("连续十二届荣获全国双拥模范城称号。", "十二届", "model_city_run"),
    ),
    "an issue, and issues counted up": (
        ("《双拥动态》第96期刊登。", "第96期", "date"),
        ("《双拥动态》编到第96期。", "第96期", "bulletins"),
    ),
    "one person's story, by words": (
        ("儿子张某退伍后自己开店，月收入8000元。", "8000元", "person_story"),
        ("全市发放退役士兵一次性经济补助金8000元。", "8000元", "local_grants"),
    ),
    "one person's story, by ages": (
        ("72岁的老张和69岁的老李种树2300亩。", "2300亩", "person_story"),
        ("72岁的老张介绍，驻军官兵植树2300亩。", "2300亩", "trees_planted"),
    ),
    "one person's story, by the name": (
        ("退役军人王某创办的公司年产值3000万元。", "3000万元", "person_story"),
        ("退役军人创办的公司年产值3000万元。", "3000万元", "not_listed"),
    ),
    "a familiar name": (
        ("战士小武家的4.8万元工程款终于讨回。", "4.8万元", "person_story"),
        ("老周说，全县送去救助金4.8万元。", "4.8万元", "hardship_aid"),
    ),
    "a name before a title": (
        ("信丰县的刘大爷用贷来的30万元种脐橙。", "30万元", "person_story"),
        ("像刘大爷这样，全县发放创业担保贷款300万元。", "300万元", "startup_loans"),
    ),
    "a pronoun": (
        ("退休后，他先后为老兵发放救助金4万元。", "4万元", "person_story"),
        ("他介绍，市财政发放救助金4万元。", "4万元", "hardship_aid"),
    ),
    "an official speaks for the place": (
        ("军嫂小孟拿到救助金2万元。", "2万元", "person_story"),
        ("市委书记王某带队，送去慰问金20万元。", "20万元", "condolence_money"),
    ),
    "a person who speaks of more than himself": (
        ("85岁的老张自己种树300亩。", "300亩", "person_story"),
        (
            "85岁的老张说自己不用排队：所里每年安排疗养300人。",
            "300人",
            "recuperation_persons",
        ),
    ),
    "several names": (
        ("烈属张某领到慰问金2万元。", "2万元", "person_story"),
        ("张某、李某等9名双拥模范个人受到表彰。", "9名", "commended_persons"),
    ),
    "a title that is aimed at": (
        ("全市朝着全国双拥模范城“七连冠”迈进。", "七连冠", "target"),
        ("全市实现全国双拥模范城“七连冠”。", "七连冠", "model_city_run"),
    ),
    "a section of plans": (
        (
            "一、工作情况\n举办招聘会58场。\n二、2024年工作计划\n举办招聘会60场。",
            "60场",
            "target",
        ),
        ("一、工作计划完成情况\n举办招聘会58场。", "58场", "job_fairs"),
    ),
    "what a plan has brought already": (
        ("明年全面发放优待证，先期制发1200张。", "1200张", "target"),
        (
            "明年全面发放优待证，目前已制发优待证1200张。",
            "1200张",
            "preferential_cards",
        ),
    ),
    "documents": (
        ("出台双拥文件12份。", "12份", "policy_text"),
        ("送立功喜报12份。", "12份", "merit_notices"),
    ),
    "a slogan that counts its own points": (
        ("达到七个100%。", "七个100%", "policy_text"),
        ("退役士兵安置率达到100%。", "100%", "soldiers_placement_rate"),
    ),
    "a sum that a rule lays down": (
        ("按规定，二等功奖励1万元。", "1万元", "policy_text"),
        ("按规定，累计发放立功奖励金120万元。", "120万元", "merit_awards_paid"),
    ),
    "a standard, by what follows": (
        ("按每户2000元的标准，发放慰问金186万元。", "2000元", "policy_text"),
        ("按每户2000元的标准，发放慰问金186万元。", "186万元", "condolence_money"),
    ),
    "a rate per head": (
        ("对进藏义务兵每人一次性奖励3万元。", "3万元", "policy_text"),
        ("为每名立功官兵送喜报，发放奖励金36万元。", "36万元", "merit_awards_paid"),
    ),
    "a rate per head, by a stroke": (
        ("优待金2.1万元/户。", "2.1万元", "policy_text"),
        ("发放义务兵优待金2.1万元。", "2.1万元", "conscript_allowance"),
    ),
    "an average": (
        ("人均增收5000元。", "5000元", "not_listed"),
        ("发放慰问金5000元。", "5000元", "condolence_money"),
    ),
    "what is planned for a sentence": (
        ("明年全市将举办招聘会30场。", "30场", "target"),
        ("今年全市举办招聘会30场。", "30场", "job_fairs"),
    ),
    "what is expected in a clause": (
        ("力争培训退役军人600人，已培训退役军人200人。", "600人", "target"),
        ("力争培训退役军人600人，已培训退役军人200人。", "200人", "persons_trained"),
    ),
    "a word of planning inside a name": (
        ("预计培训退役军人600人。", "600人", "target"),
        ("按计划培训退役军人600人。", "600人", "persons_trained"),
    ),
    "the province beside the city": (
        ("全省培训退役军人3万人，全市培训退役军人600人。", "3万人", "elsewhere"),
        ("全省培训退役军人3万人，全市培训退役军人600人。", "600人", "persons_trained"),
    ),
    "the nation, and the nation in a name": (
        ("全国共有退役军人服务站60万个。", "60万个", "elsewhere"),
        ("我市创建全国示范型退役军人服务站60个。", "60个", "model_stations"),
    ),
    "a neighbour": (
        ("邻市举办招聘会20场，我市举办招聘会30场。", "20场", "elsewhere"),
        ("邻市举办招聘会20场，我市举办招聘会30场。", "30场", "job_fairs"),
    ),
    "the wider city in a county's report": (
        ("我县县委重视。全市举办招聘会60场，全县12场。", "60场", "elsewhere"),
        ("我市市委重视。全市举办招聘会60场。", "60场", "job_fairs"),
    ),
    "a difference": (
        ("退役士兵培训人数比上年增加30人。", "30人", "not_listed"),
        ("培训退役士兵增加到130人。", "130人", "persons_trained"),
    ),
    "a difference, with what is counted between": (
        ("较去年多举办招聘会6场。", "6场", "not_listed"),
        ("去年多次举办招聘会，共16场。", "16场", "job_fairs"),
    ),
    "a loss that was averted is no difference": (
        ("驻军官兵抗洪抢险，减少损失3000万元。", "3000万元", "losses_averted"),
        ("双拥经费比上年减少300万元。", "300万元", "not_listed"),
    ),
    "growth in percent": (
        ("培训退役士兵同比增长12%。", "12%", "not_listed"),
        ("退役士兵安置率上升到98%。", "98%", "soldiers_placement_rate"),
    ),
    "people whom 双拥 is not about": (
        ("全市高校毕业生就业3000人。", "3000人", "not_listed"),
        ("全市退役军人就业3000人。", "3000人", "employed_veterans"),
    ),
    "others go on to the end of the sentence": (
        ("普通毕业生双选会提供岗位7800个，企业260家参会。", "260家", "not_listed"),
        (
            "招聘会面向退役军人和普通毕业生，260家企业参会。",
            "260家",
            "job_fair_employers",
        ),
    ),
    "a total of the whole place": (
        ("全市注册志愿者总数58万人。", "58万人", "not_listed"),
        ("全市退役军人志愿者总数5800人。", "5800人", "volunteers"),
    ),
    "everybody, with a part of them": (
        ("全市献血1.7亿毫升，其中驻军官兵献血260万毫升。", "1.7亿毫升", "not_listed"),
        (
            "驻军官兵献血17万毫升，其中某旅官兵献血2万毫升。",
            "17万毫升",
            "blood_donated",
        ),
    ),
    "what is kept apart": (
        ("招聘会提供岗位3000个，另有岗位500个不计在内。", "500个", "not_listed"),
        ("招聘会提供岗位3000个，另有岗位500个不计在内。", "3000个", "job_fair_posts"),
    ),
    "what is kept apart in the next clause": (
        ("另有民兵植树2600亩，不计在内。", "2600亩", "not_listed"),
        ("民兵植树2600亩；其余不计在内。", "2600亩", "trees_planted"),
    ),
    "a thing that nobody lists": (
        ("全县开通拥军公交线路5条。", "5条", "not_listed"),
        ("全县命名双拥街5条。", "5条", "support_streets"),
    ),
    "a measure that nobody lists": (
        ("修建军用道路30公里。", "30公里", "not_listed"),
        ("驻军官兵植树30亩。", "30亩", "trees_planted"),
    ),
    "a telephone number": (
        ("联系电话：0434-3222222。", "0434-3222222", "other"),
        ("招聘会提供岗位3222个。", "3222个", "job_fair_posts"),
    ),
}
EVERY = [
    pytest.param(*case, id=f"{name}: {case[2]}")
    for name, cases in CASES.items()
    for case in cases
]


@pytest.mark.parametrize(("text", "surface", "expected"), EVERY)
def test_reason(text, surface, expected):
    assert verdicts(text)[surface] == expected


def test_a_paragraph_printed_again_is_a_duplicate():
    told = "全市举办招聘会30场，提供就业岗位5000个，达成意向800人。"
    first, again = verdicts(told), verdicts(f"{told}\n市领导讲话。\n{told}")
    assert "duplicate" not in first.values()
    assert set(again.values()) == {"duplicate"}


def test_another_figure_in_the_same_words_is_no_duplicate():
    told = "全市举办招聘会{}场。"
    text = "\n".join(told.format(count) for count in (30, 45))
    assert verdicts(text) == {"30场": "job_fairs", "45场": "job_fairs"}
