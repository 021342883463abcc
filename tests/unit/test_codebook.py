"""The codebook keeps its word: every example is read as it says, and the cues are sound."""

from __future__ import annotations

from collections import Counter

import pytest
import yaml

from etl.codebook import Example, Indicator, expand, load_codebook, load_concepts
from etl.extract import extract_text
from etl.match.refusals import load_exclusions
from etl.match.units import ACCEPT
from etl.paths import CODEBOOK, LEXICON

BOOK = load_codebook()
INDICATORS = BOOK.indicators
EXAMPLES_WANTED, COUNTER_EXAMPLES_WANTED = 4, 2
ROLES = ("what", "doing", "about", "unless")
FILES = sorted(CODEBOOK.glob("*.yaml"))
UNIT_WORDS = yaml.safe_load((LEXICON / "classifiers.yaml").read_text(encoding="utf-8"))
UNITS = {group["unit"] for group in UNIT_WORDS["groups"]} | {""}


def stated(of_value: bool) -> list[tuple[Indicator, Example]]:
    """Return the examples, or the counter-examples, with their indicators."""
    return [
        (indicator, example)
        for indicator in INDICATORS
        for example in indicator.examples
        if (example.value is not None) == of_value
    ]


def label(case: tuple[Indicator, Example]) -> str:
    return f"{case[0].id}: {case[1].text}"


def groups(indicator: Indicator) -> dict[str, tuple[str, ...]]:
    """Return every list of cue words of an indicator by its name."""
    scopes = type(indicator.needs).model_fields
    needs = {f"needs.{scope}": getattr(indicator.needs, scope) for scope in scopes}
    return {role: getattr(indicator, role) for role in ROLES} | needs


def by_id(indicator: Indicator) -> str:
    return indicator.id


@pytest.mark.parametrize("case", stated(of_value=True), ids=label)
def test_example_states_its_value(case):
    indicator, example = case
    found = [m.value for m in extract_text(example.text) if m.indicator == indicator.id]
    assert any(value == pytest.approx(example.value) for value in found), found


@pytest.mark.parametrize("case", stated(of_value=False), ids=label)
def test_counter_example_states_none(case):
    indicator, example = case
    found = [
        m.surface for m in extract_text(example.text) if m.indicator == indicator.id
    ]
    assert found == [], example.why


@pytest.mark.parametrize("indicator", INDICATORS, ids=by_id)
def test_enough_examples(indicator):
    count = Counter(example.value is None for example in indicator.examples)
    assert count[False] >= EXAMPLES_WANTED
    assert count[True] >= COUNTER_EXAMPLES_WANTED


@pytest.mark.parametrize("indicator", INDICATORS, ids=by_id)
def test_examples_are_plausible(indicator):
    low, high = indicator.plausible.low, indicator.plausible.high
    assert low < high
    values = [e.value for e in indicator.examples if e.value is not None]
    assert all(low <= value <= high for value in values)


@pytest.mark.parametrize("indicator", INDICATORS, ids=by_id)
def test_definitions_are_written(indicator):
    assert indicator.definition_en != indicator.en
    assert indicator.definition_en.endswith(".")
    assert not any("\u4e00" <= c <= "\u9fff" for c in indicator.definition_en)
    assert indicator.definition_zh not in ("", indicator.zh)


@pytest.mark.parametrize("indicator", INDICATORS, ids=by_id)
def test_cue_words_are_sound(indicator):
    for name, words in groups(indicator).items():
        assert all(word.strip() == word != "" for word in words), name
        assert len(words) == len(set(words)), f"{name} repeats a word"
        assert all(expand((word,)) for word in words), name


@pytest.mark.parametrize("indicator", INDICATORS, ids=by_id)
def test_no_word_speaks_for_and_against(indicator):
    counted = set(expand(indicator.what))
    assert counted & set(expand(indicator.unless)) == set()


@pytest.mark.parametrize("indicator", INDICATORS, ids=by_id)
def test_units_are_known(indicator):
    assert indicator.unit in ACCEPT
    assert set(indicator.accept) <= UNITS


def test_ids_are_unique():
    assert [
        i for i, count in Counter(map(by_id, INDICATORS)).items() if count > 1
    ] == []


def test_themes_have_positions_of_their_own():
    assert sorted(theme.position for theme in BOOK.themes) == [1, 2, 3, 4, 5, 6, 7, 8]


def test_every_group_of_concepts_is_used():
    in_codebook = {w for i in INDICATORS for words in groups(i).values() for w in words}
    in_exclusions = {word for _, words in load_exclusions() for word in words}
    names = {"@" + name for name in load_concepts()}
    # Who acts is told by these two groups without a cue that names them.
    assert names - in_codebook - in_exclusions <= {"@army", "@local"}


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.stem)
def test_no_key_stands_twice(path):
    """YAML keeps the last of two equal keys silently: the earlier cues would be lost."""
    repeated = [
        key[0]
        for node in walk(yaml.compose(path.read_text(encoding="utf-8")))
        for key, count in Counter((k.value, None) for k, _ in node.value).items()
        if count > 1
    ]
    assert repeated == []


def walk(node):
    """Yield every mapping of a YAML tree."""
    if isinstance(node, yaml.MappingNode):
        yield node
        for _, value in node.value:
            yield from walk(value)
    elif isinstance(node, yaml.SequenceNode):
        for value in node.value:
            yield from walk(value)
