"""How points shrink with the marks, characters and numbers between cue and number."""

from __future__ import annotations

import numpy as np
import pytest

from etl.codebook import load_codebook
from etl.detect import find_quantities
from etl.match.bonus import actor_points, unit_points
from etl.match.pairs import find_nouns, pair_up
from etl.match.passages import prepare
from etl.match.scoring import score
from etl.match.shares import claims_on, shares_of
from etl.match.table import load_table
from etl.match.tally import Said, new_tally
from etl.match.units import rows
from etl.match.weights import load_weights
from etl.match.words import DOING, UNLESS, WHAT

WEIGHTS = load_weights()
BOOK = load_codebook()
INDEX = {one.id: place for place, one in enumerate(BOOK.indicators)}
WORDS = load_table().words


def read(text):
    """Return the numbers of a text with their pairs and nouns."""
    page = prepare(text, find_quantities(text))
    pairs = pair_up(page.numbers, page.cues, page.marks)
    return page.numbers, pairs, find_nouns(page.numbers, pairs)


def place_of(pairs, word, index):
    """Return the place of the last pair of a number with a word."""
    spelled = [WORDS[number].text for number in pairs.word]
    numbers = pairs.number.tolist()
    pair = zip(spelled, numbers, strict=True)
    return [place for place, one in enumerate(pair) if one == (word, index)][-1]


def share(text, word, role, index=0):
    numbers, pairs, nouns = read(text)
    shares = shares_of(numbers, nouns, pairs, WEIGHTS)
    return shares[role, place_of(pairs, word, index)]


def claims(text):
    """Return the claims in a text, with its pairs."""
    numbers, pairs, nouns = read(text)
    return claims_on(numbers, nouns, pairs, WEIGHTS), pairs


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
    alone = read("为驻军官兵服务站建成60个。")[2]
    headed = read("为驻军官兵服务站建成60个服务站。")[2]
    assert (alone.headed.tolist(), headed.headed.tolist()) == ([False], [True])


def test_a_clause_without_a_noun_carries():
    assert read("举办招聘会，共61场。")[2].carry.tolist() == [1]
    assert read("举办会议，招聘会61场。")[2].carry.tolist() == [0]


def test_cues_behind_a_link_speak_for_the_parts():
    text = "举办招聘会30场，其中招聘会12场。"
    whole, part = read(text)[0].parts.tolist()
    assert (whole, part) == (text.index("其中"), text.index("。"))


def test_marks_right_before_a_number_belong_to_it():
    text = "光荣牌：“120块”。"
    assert read(text)[0].opening.tolist() == [text.index("：")]


def test_the_numbers_beside_a_number_are_known():
    numbers = read("招聘会30场，演出20场。")[0]
    assert numbers.previous_start.tolist() == [-1, 3]
    assert numbers.following_start[0] == 9
    assert numbers.at(np.array([1])).start.tolist() == [9]


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
    found, pairs = claims(text)
    place = place_of(pairs, word, index)
    assert (found.row[place] > 0) == claimed
    assert (found.noun[place] != 1.0) == claimed or not claimed


def test_a_number_of_another_kind_claims_what_both_can_stand_for():
    found, pairs = claims("举办招聘会30场、投入20万元。")
    row = found.row[place_of(pairs, "投入", 0)]
    assert not load_table().takes[row, INDEX["job_fairs"]]
    assert load_table().takes[row, INDEX["condolence_money"]]


def test_earlier_sentences_count_little_but_more_where_the_own_is_silent():
    def named(text):
        page = prepare(text, find_quantities(text))
        tally, _ = score(page, [0])
        return tally.points[0, INDEX["job_fairs"], WHAT]

    silent = named("市里举办招聘会。忙了30场。")
    telling = named("市里举办招聘会。送演出30场。")
    own = named("市里举办招聘会30场。")
    assert 0 < telling < silent < own


def test_numbers_are_scored_alike_one_by_one_and_together():
    text = "市里举办招聘会30场。培训人员20人，演出5场。招聘会服务企业40家。"
    together, _ = score(prepare(text, find_quantities(text)), [0, 1, 2, 3])
    page = prepare(text, find_quantities(text))
    for index in range(4):
        alone, _ = score(page, [index])
        assert (alone.points[0] == together.points[index]).all()
        assert (alone.words[0] == together.words[index]).all()


PLAIN, SHARED = (
    next(place for place, word in enumerate(WORDS) if word.generic == generic)
    for generic in (False, True)
)


def said(word, *points):
    """Return what a word says of the first indicator: the points by role."""
    roles = np.arange(len(points))
    return Said(
        np.zeros(len(points), int), roles, np.full(len(points), word), np.array(points)
    )


def told(*words):
    """Return a table of one number and one indicator with some words counted."""
    tally = new_tally(np.zeros(1, bool), 1)
    tally.add(Said(*map(np.concatenate, zip(*words, strict=True))))
    return tally


def test_the_best_cue_of_each_role_wins_and_the_first_of_equals():
    tally = told(said(PLAIN, 4.0, 1.0), said(SHARED, 4.0, 2.0))
    assert tally.cues(0, 0) == (WORDS[PLAIN].text, WORDS[SHARED].text)
    assert tally.total(0, 0, WEIGHTS) == 6.0


def test_words_against_take_points():
    tally = told(said(PLAIN, 4.0, 2.0, 0.0, 1.5))
    assert tally.totals(WEIGHTS).tolist() == [[4.5]]


def test_a_shared_noun_needs_a_verb():
    bare, governed = told(said(SHARED, 4.0)), told(said(SHARED, 4.0, 2.0))
    assert bare.total(0, 0, WEIGHTS) == 4.0 * WEIGHTS.bare
    assert governed.total(0, 0, WEIGHTS) == 6.0


def test_a_total_gives_its_points_to_a_part():
    tally = told(said(PLAIN, 4.0))
    tally.inherit(0, 0, 2.0)
    assert tally.total(0, 0, WEIGHTS) == 6.0


def test_units_that_nothing_accepts_stand_for_nothing():
    assert rows()[frozenset()] == 0
    assert not load_table().takes[0].any()


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
