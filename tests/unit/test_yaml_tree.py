"""YAML trees whose long lists are taken item by item."""

from __future__ import annotations

import gc
import weakref

import pytest
import yaml

from etl.yaml_tree import tree

MANY = "list:\n" + "".join(f"- {{name: n{i}, of: [a, b]}}\n" for i in range(50))


def plain(node: yaml.Node) -> object:
    return yaml.SafeLoader("").construct_document(node)


def test_without_keep_the_tree_is_that_of_yaml():
    assert yaml.serialize(tree(MANY)) == yaml.serialize(yaml.compose(MANY))
    assert tree("") is None


def test_each_item_is_kept_as_it_is_asked_for_and_no_other_node():
    root = tree(MANY, plain)
    assert [key.value for key, _ in root.value] == ["list"]
    assert root.value[0][1].value == yaml.safe_load(MANY)["list"]


def test_an_alias_is_what_it_names():
    text = "list:\n- &a {x: 1}\n- *a\n- {y: *a, z: [*a]}\n"
    assert tree(text, plain).value[0][1].value == yaml.safe_load(text)["list"]


def test_the_trees_of_earlier_items_are_gone():
    seen: list[weakref.ref] = []
    alive: list[int] = []

    def keep(node: yaml.Node) -> None:
        gc.collect()
        alive.append(sum(other() is not None for other in seen))
        seen.append(weakref.ref(node))

    gc.freeze()  # what other tests left is not looked through fifty times
    try:
        tree(MANY, keep)
    finally:
        gc.unfreeze()
    assert len(seen) == 50
    assert max(alive) <= 1


def test_what_is_no_yaml_is_told_with_its_line():
    with pytest.raises(yaml.YAMLError) as caught:
        tree("list:\n- {a: 1}\n- [b\n", plain)
    assert caught.value.problem_mark.line >= 2
