"""The words of the rules as they are found: all of them, the longest first."""

from __future__ import annotations

import pytest

from etl.codebook import load_codebook
from etl.extract import extract_text
from etl.match.cues import find_cues
from etl.match.table import load_table
from etl.match.units import row_of, takers
from etl.match.words import (
    ABOUT,
    ARMY,
    DOING,
    FLAGS,
    GENERIC,
    LOCAL,
    UNLESS,
    WHAT,
    Word,
    inside,
    load_lexicon,
    weigh,
)

WORDS = {word.text: word for word in load_lexicon().words}
INDEX = {one.id: place for place, one in enumerate(load_codebook().indicators)}


def found_in(text, *spans):
    """Return the cues of a text, or of stretches of it, in order."""
    found = find_cues(text, spans or [(0, len(text))])
    return list(found.between(0, len(text)))


def cues(text):
    """Return the cue words of a text by their surface, the later of equal ones."""
    return {text[start:end]: word for start, end, word in found_in(text)}


def roles(word, indicator):
    """Return the roles in which a word speaks of an indicator."""
    return {role for _, role, _, place in word.entries if place == INDEX[indicator]}


def test_a_word_speaks_for_its_indicators():
    found = cues("全市举办招聘会30场")
    assert WHAT in roles(found["招聘会"], "job_fairs")


def test_offsets_are_those_of_the_whole_text():
    text = "会议。全市举办招聘会30场"
    found = found_in(text, (text.index("全"), len(text)))
    assert all(text[start:end] == word.text for start, end, word in found)
    assert min(start for start, _, _ in found) >= text.index("全")


def test_in_order_of_start_the_longest_first():
    found = found_in("退役军人服务站")
    keys = [(start, -end) for start, end, _ in found]
    assert keys == sorted(keys)


def test_a_word_inside_a_longer_name_names_nothing_of_that_unit():
    alone = cues("退役军人服务站")["退役军人服务站"]
    inside_longer = cues("全国示范型退役军人服务站").values()
    assert WHAT in roles(alone, "service_stations")
    assert all(WHAT not in roles(word, "service_stations") for word in inside_longer)


def test_a_word_inside_a_longer_one_still_says_what_it_is_about():
    word = Word("退役", ((0, WHAT, 4.0, 0), (2, ABOUT, 1.8, 0), (3, UNLESS, 1.0, 0)))
    longer = Word("退役军人", ((0, WHAT, 4.0, 0),))
    left = inside(word, longer, things=())
    assert [entry[1] for entry in left.entries] == [ABOUT, UNLESS]


def test_a_verb_and_its_thing_in_one_word_leave_the_verb_to_what_follows():
    """接收安置军转干部286名、退役士兵3451名: the soldiers were received, too."""
    word = Word("接收安置", ((1, DOING, 2.5, 0),))
    longer = Word("接收安置军转干部", ((4, WHAT, 4.0, 1),))
    assert inside(word, longer, things={"军转干部"}).entries == word.entries
    assert inside(word, longer, things=()).entries == ()


def test_a_longer_word_keeps_a_number_of_its_unit_from_the_words_inside():
    """国防教育基地36个: no 国防教育 of 36 people; 国防教育基地接待3600人 may be one."""
    [base] = extract_text("建成国防教育基地36个，年受教育人数可观。")
    assert base.indicator == "education_bases"


@pytest.mark.parametrize(
    ("text", "word", "group", "excludes"),
    [
        ("其他部门", "他", "story", False),
        ("他退伍后", "他", "story", True),
        ("按计划培训", "计划", "target", False),
        ("计划培训", "计划", "target", True),
    ],
)
def test_a_mask_hides_the_words_inside_it(text, word, group, excludes):
    found = [cue for _, _, cue in found_in(text) if cue.text == word]
    assert any(cue.flags & FLAGS[group] for cue in found) == excludes


@pytest.mark.parametrize(("word", "flag"), [("驻军", ARMY), ("市政府", LOCAL)])
def test_who_acts(word, flag):
    assert WORDS[word].flags & (ARMY | LOCAL) == flag


def test_every_group_has_its_own_flag():
    flags = [ARMY, LOCAL, *FLAGS.values()]
    assert len(flags) == len(set(flags))
    assert all(flag & (flag - 1) == 0 for flag in flags)


def test_narrow_and_rare_words_weigh_more():
    assert weigh("退役军人", 1) > weigh("军人", 1) > weigh("军", 1)
    assert weigh("军人", 1) > weigh("军人", 2) > weigh("军人", 20)


def test_generic_words_are_the_shared_ones():
    for word in load_lexicon().words:
        named = [entry for entry in word.entries if entry[1] == WHAT]
        assert word.generic == (len(named) >= GENERIC)
        assert word.names == bool(named)


def said_to(unit, word):
    """Return the indicators that a word speaks of beside a unit, and if it names one."""
    table, row = load_table(), row_of(unit, "")
    number = list(WORDS).index(word)
    first, end = table.first[row, number : number + 2]
    return set(table.indicator[first:end].tolist()), table.names[row, number]


def test_a_word_says_of_a_unit_only_what_that_unit_can_stand_for():
    indicators, names = said_to("CNY", "慰问金")
    assert INDEX["condolence_money"] in indicators
    assert names
    assert said_to("ml", "慰问金") == (set(), False)


@pytest.mark.parametrize("size", [1, 2, 3, 7])
def test_a_text_read_in_pieces_has_the_same_cues(size, monkeypatch):
    text = "全国示范型退役军人服务站建成，企业军转干部培训30人。" * 3
    whole = found_in(text)
    monkeypatch.setattr("etl.match.cues.AT_ONCE", size)
    assert found_in(text) == whole


def test_a_text_without_cues():
    assert found_in("甲乙丙") == []
    assert found_in("") == []


def test_pieces_count_people_as_well_as_things():
    assert takers("item", piece=True) > takers("item")
    assert row_of("item", "个") != row_of("item", "件")
