"""How points shrink with the marks, characters and numbers between cue and number."""

from __future__ import annotations

import pytest

from etl.codebook import load_codebook
from etl.detect import find_quantities
from etl.match.anchor import anchor_of
from etl.match.bonus import actor_points, unit_points
from etl.match.passages import prepare
from etl.match.scoring import score
from etl.match.shares import claims_on, shares_of
from etl.match.tally import new_tally
from etl.match.weights import load_weights
from etl.match.words import DOING, ROLES, UNLESS, WHAT, Said, Word

WEIGHTS = load_weights()
BOOK = load_codebook()
INDEX = {one.id: place for place, one in enumerate(BOOK.indicators)}


def site(text, index=0):
    """Return sentence and anchor of one number of a text, with the page."""
    page = prepare(text, find_quantities(text))
    sentence = page.sentence(page.quantities[index].start)
    return page, sentence, anchor_of(page, sentence, index)


def hit_of(text, word, index=0):
    """Return a cue of a text, with the anchor of a number and the sentence."""
    _, sentence, anchor = site(text, index)
    hits = [hit for hit in sentence.hits(anchor.takers) if hit.word.text == word]
    return hits[-1], anchor, sentence


def share(text, word, role, index=0):
    hit, anchor, _ = hit_of(text, word, index)
    return shares_of(hit, anchor, WEIGHTS)[role]


def test_a_noun_that_touches_the_number_counts_in_full():
    assert share("全市举办招聘会30场。", "招聘会", WHAT) == 1.0


def test_a_verb_that_touches_the_number_gains():
    touching = share("培训退役军人时办班，培训30人。", "培训", DOING)
    assert touching == pytest.approx(WEIGHTS.touch)


@pytest.mark.parametrize(
    ("nearer", "farther"),
    [
        ("举办招聘会30场。", "举办招聘会活动共计30场。"),
        ("举办招聘会，服务30场。", "举办招聘会，服务，服务30场。"),
        ("举办招聘会、演出30场。", "举办招聘会；演出、演出30场。"),
    ],
    ids=["characters", "commas", "a semicolon"],
)
def test_what_stands_between_costs_points(nearer, farther):
    assert share(nearer, "招聘会", WHAT) > share(farther, "招聘会", WHAT)


def test_a_word_against_an_indicator_says_nothing_behind_a_comma():
    indicator = BOOK.indicators[INDEX["persons_trained"]]
    against = indicator.unless[0]
    same = share(f"培训30人{against}。", against, UNLESS)
    behind = share(f"培训30人，{against}。", against, UNLESS)
    assert same > 0
    assert behind == 0


def test_the_noun_behind_takes_from_those_before():
    alone = site("为驻军官兵服务站建成60个。")[2]
    headed = site("为驻军官兵服务站建成60个服务站。")[2]
    assert not alone.headed
    assert headed.headed


def test_a_clause_without_a_noun_carries():
    assert site("举办招聘会，共61场。")[2].carry == 1
    assert site("举办会议，招聘会61场。")[2].carry == 0


def test_cues_behind_a_link_speak_for_the_parts():
    text = "举办招聘会30场，其中招聘会12场。"
    _, _, anchor = site(text)
    assert anchor.parts == text.index("其中")


def test_marks_right_before_a_number_belong_to_it():
    text = "光荣牌：“120块”。"
    _, _, anchor = site(text)
    assert anchor.start == text.index("：")


@pytest.mark.parametrize(
    ("text", "word", "index", "claimed"),
    [
        ("举办招聘会30场、演出20场。", "招聘会", 1, True),
        ("举办招聘会30场、演出20场。", "招聘会", 0, False),
        ("培训30人，招聘会20人。", "招聘会", 0, True),
        ("培训30人招聘会，慰问20人。", "招聘会", 0, False),
    ],
    ids=["of the number before", "its own", "heads the next clause", "its own clause"],
)
def test_a_neighbour_claims_its_cues(text, word, index, claimed):
    hit, anchor, sentence = hit_of(text, word, index)
    assert (claims_on(anchor, sentence, WEIGHTS).on(hit) is not None) == claimed


def test_a_number_of_another_kind_claims_nothing():
    hit, anchor, sentence = hit_of("举办招聘会30场、投入20万元。", "招聘会", 1 - 1)
    assert claims_on(anchor, sentence, WEIGHTS).past is None
    assert claims_on(anchor, sentence, WEIGHTS).on(hit) is None


def test_earlier_sentences_count_little_but_more_where_the_own_is_silent():
    def named(text):
        page, sentence, anchor = site(text)
        tally = score(page, sentence, anchor)
        return tally.points[ROLES * INDEX["job_fairs"] + WHAT]

    silent = named("市里举办招聘会。忙了30场。")
    telling = named("市里举办招聘会。送演出30场。")
    own = named("市里举办招聘会30场。")
    assert 0 < telling < silent < own


WORD, OTHER = Word("甲"), Word("乙", generic=True)


def said(*points):
    """Return entries of indicator 0: the points by role."""
    entries = tuple((role, role, weight, 0) for role, weight in enumerate(points))
    return Said(entries, frozenset({0}), names=True)


def test_the_best_cue_of_each_role_wins_and_the_first_of_equals():
    tally = new_tally(1)
    full = (1.0, 1.0, 1.0, 1.0)
    tally.add(WORD, said(4.0, 1.0), full)
    tally.add(OTHER, said(4.0, 2.0), full)
    assert tally.cues(0) == ("甲", "乙")
    assert tally.total(0, WEIGHTS) == 6.0


def test_words_against_take_points():
    tally = new_tally(1)
    tally.add(WORD, said(4.0, 2.0, 0.0, 3.0), (1.0, 1.0, 1.0, 0.5))
    assert tally.total(0, WEIGHTS) == 4.5


def test_a_shared_noun_needs_a_verb():
    bare, governed = new_tally(1), new_tally(1)
    bare.add(OTHER, said(4.0), (1.0, 1.0, 1.0, 1.0))
    governed.add(OTHER, said(4.0, 2.0), (1.0, 1.0, 1.0, 1.0))
    assert bare.total(0, WEIGHTS) == 4.0 * WEIGHTS.bare
    assert governed.total(0, WEIGHTS) == 6.0


def test_a_unit_word_speaks_for_an_indicator_or_against_it():
    plaques = BOOK.indicators[INDEX["honour_plaques"]]
    assert unit_points("块", plaques) == WEIGHTS.classifier
    assert unit_points("辆", plaques) == -WEIGHTS.classifier
    assert unit_points("", plaques) == 0


def test_people_counted_by_pieces_are_odd():
    trained = BOOK.indicators[INDEX["persons_trained"]]
    assert unit_points("个", trained) == -WEIGHTS.odd


@pytest.mark.parametrize(
    ("acting", "expected"), [("army", 1), ("local", -1), ("", 0)], ids=str
)
def test_the_one_who_acts(acting, expected):
    troops = BOOK.indicators[INDEX["troops_deployed"]]
    assert actor_points(acting, troops) == expected * WEIGHTS.actor
