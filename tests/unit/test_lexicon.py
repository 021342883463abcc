"""The lexicon's files: every entry is used, and a broken one is refused."""

import shutil

import pytest

import etl.detect.scan
from etl.detect import find_quantities
from etl.detect.grammar import UNITS
from etl.detect.lexicon import lexicon, read_lexicon
from etl.errors import InputError
from etl.paths import LEXICON

FOLLOWING = ["", "，", "人，", "个，", "名战士", "家，", "年来", "境的", "，万人"]
IDIOMS = lexicon().idioms.all()


def overlaps_idiom(idiom, following):
    text = f"我们{idiom}{following}"
    return any(
        found.value is not None and found.start < 2 + len(idiom)
        for found in find_quantities(text)
    )


@pytest.mark.parametrize("idiom", IDIOMS)
def test_an_idiom_states_no_number(idiom):
    assert not any(overlaps_idiom(idiom, following) for following in FOLLOWING)


@pytest.mark.parametrize("idiom", IDIOMS)
def test_an_idiom_would_be_misread_without_its_entry(idiom, monkeypatch):
    monkeypatch.setattr(etl.detect.scan, "idiom_end", lambda text, at: None)
    assert any(overlaps_idiom(idiom, following) for following in FOLLOWING)


@pytest.mark.parametrize("word", sorted(UNITS))
def test_every_unit_word_counts(word):
    group = UNITS[word][0]
    numeral, value = ("十二", 12) if group.chinese_only else ("40", 40)
    (found,) = find_quantities(f"共有{numeral}{word}。")
    factor = 0.1 if word == "折" else group.factor  # 40折 is 4 折
    assert (found.classifier, found.unit) == (word, group.unit)
    assert found.value == pytest.approx(value * factor)


def test_every_limit_names_a_unit_word():
    assert set(lexicon().classifiers.not_before) <= set(UNITS)


def test_no_word_is_listed_twice():
    groups = lexicon().classifiers.groups
    words = [
        (word, arabic)
        for group in groups
        for word in group.words
        for arabic in (True, False)
        if not (group.chinese_only if arabic else group.arabic_only)
    ]
    assert sorted(words) == sorted(set(words))
    assert len(IDIOMS) == len(set(IDIOMS))


@pytest.fixture
def copied(tmp_path):
    return shutil.copytree(LEXICON, tmp_path / "lexicon")


@pytest.mark.parametrize(
    ("line", "said"),
    [("surplus: 1\n", "surplus"), ("digits: {一: many}\n", "numerals.yaml")],
)
def test_a_broken_file_is_refused_by_name_and_key(copied, line, said):
    path = copied / "numerals.yaml"
    path.write_text(path.read_text("utf-8") + "\n" + line, "utf-8")
    with pytest.raises(InputError, match=said):
        read_lexicon(copied)


def test_a_missing_file_is_named(copied):
    (copied / "hedges.yaml").unlink()
    with pytest.raises(InputError, match=r"hedges\.yaml"):
        read_lexicon(copied)


def test_no_yaml_is_said_so(copied):
    (copied / "idioms.yaml").write_text("places: [", "utf-8")
    with pytest.raises(InputError, match=r"idioms\.yaml: is not valid YAML"):
        read_lexicon(copied)
