"""Each rule of the gate with an example, and a counter-example that it lets through."""

from __future__ import annotations

from dataclasses import dataclass, replace

import pytest

from tests.comparison.small import Figure, ask, at, database, pair, total
from tests.comparison.world import UNCOUNTED

HERE, THERE = "910100", "920100"
YEAR = Figure(HERE, 12)
TOTAL = total(HERE, 40)
STOCK = Figure(HERE, 500, kind="stock", start=None, end="2020-12")
TITLES = Figure(HERE, 4, indicator="titles")
RATE = Figure(HERE, 96, indicator="placement_rate")
PERSONS = Figure(HERE, 166, indicator="persons", surface="166人")


@dataclass(frozen=True, slots=True)
class Case:
    """Two figures, the tier they meet in, and every reason that the gate must give."""

    a: Figure
    b: Figure
    tier: str = "A"
    reasons: tuple[str, ...] = ()
    basis: str = "reported"
    before: tuple[Figure, ...] = ()
    behind: tuple[Figure, ...] = ()


def like(figure: Figure, **changed: object) -> Case:
    """A figure and the same of another city, changed in what the rule must let pass."""
    return Case(figure, at(figure, THERE, **changed))


EXAMPLES = {
    "per_year": Case(TOTAL, at(YEAR, THERE), "B", ("per_year",), "per_year"),
    "per_10k": Case(YEAR, at(YEAR, THERE), "B", ("per_10k",), "per_10k"),
    "period_unstated": Case(
        TOTAL, at(TOTAL, THERE, end=None), "C", ("period_unstated",)
    ),
    "period_unstated (titles without a date)": Case(
        total(HERE, 4, indicator="titles", start=None),
        total(THERE, 3, indicator="titles", start=None, end=None),
        "C",
        ("period_unstated",),
    ),
    "period_unstated (kind)": Case(
        YEAR, at(YEAR, THERE, kind=None), "C", ("period_unstated",)
    ),
    "period_unstated (stock)": Case(
        STOCK, at(STOCK, THERE, end=None, published=None), "C", ("period_unstated",)
    ),
    "level": Case(YEAR, at(YEAR, "920181"), "C", ("level",)),
    "apart": Case(YEAR, at(YEAR, THERE, start="2024", end="2024"), "C", ("apart",)),
    "no_basis": Case(TITLES, at(TITLES, THERE), "D", ("no_basis",), "per_10k"),
    "no_basis (rate)": Case(RATE, at(RATE, THERE), "D", ("no_basis",), "per_year"),
    "no_population": Case(
        YEAR, at(YEAR, UNCOUNTED), "D", ("no_population", "per_10k"), "per_10k"
    ),
    "no_yearly": Case(STOCK, at(STOCK, THERE), "D", ("no_yearly",), "per_year"),
    "no_per_head (a part says nothing per head, population known or not)": Case(
        replace(YEAR, place="乡"),
        at(YEAR, UNCOUNTED, place="乡"),
        "D",
        ("no_per_head", "scope"),
        "per_10k",
    ),
    "no_per_head (part of the place)": Case(
        YEAR,
        at(YEAR, THERE, place="乡"),
        "D",
        ("no_per_head", "per_10k", "scope"),
        "per_10k",
    ),
    "unit": Case(PERSONS, at(PERSONS, THERE, surface="166人次"), "D", ("unit",)),
    "group": Case(
        YEAR, at(YEAR, THERE), "D", ("group",), behind=(replace(YEAR, value=7),)
    ),
    "period_kind": Case(YEAR, at(TOTAL, THERE), "D", ("period_kind",)),
    "period_length": Case(
        TOTAL, at(TOTAL, THERE, start="2016"), "D", ("period_length",)
    ),
    "period_length (三年多来)": Case(
        total(HERE, text="三年多来", start="2017-06", end="2020-12"),
        total(THERE, text="三年来", start="2017-12", end="2020-12"),
        "D",
        ("period_length",),
    ),
    "nested": Case(YEAR, at(YEAR, "910181"), "D", ("level", "nested")),
    "nested (province)": Case(YEAR, at(YEAR, "910000"), "D", ("level", "nested")),
    "part": Case(
        replace(PERSONS, value=93, surface="93人", before="，其中干部"),
        at(PERSONS, THERE),
        "D",
        ("part",),
        before=(PERSONS,),
    ),
    "scope": Case(YEAR, at(YEAR, THERE, place="柳树乡"), "D", ("scope",)),
    "saturated": Case(RATE, at(RATE, THERE, value=100), "D", ("saturated",)),
    "restated": Case(
        replace(YEAR, source="b", published="2022"),
        at(YEAR, THERE),
        "D",
        ("restated",),
        behind=(YEAR,),
    ),
    "contradicted": Case(
        YEAR,
        at(YEAR, THERE),
        "D",
        ("contradicted",),
        behind=(replace(YEAR, value=30, source="b"),),
    ),
}
COUNTER_EXAMPLES = {
    "per_year": Case(YEAR, at(YEAR, THERE), basis="per_year"),
    "per_10k": like(YEAR),
    "period_unstated": like(TOTAL),
    "period_unstated (每年, dated by the article)": like(YEAR, start=None, end=None),
    "period_unstated (titles won count from the first)": like(
        total(HERE, 4, indicator="titles", start=None)
    ),
    "level": Case(at(YEAR, "910181"), at(YEAR, "920181")),
    "apart": like(YEAR, start="2023", end="2023"),
    "no_basis": like(TITLES),
    "no_population": Case(YEAR, at(YEAR, UNCOUNTED)),
    "no_yearly": like(STOCK),
    "no_per_head": like(replace(YEAR, place=None)),
    "unit": like(PERSONS, surface="166名"),
    "group (parts are no rivals of their total)": Case(
        PERSONS,
        at(PERSONS, THERE),
        behind=(replace(PERSONS, value=93, surface="93人", before="，其中干部"),),
    ),
    "group (another period)": Case(
        YEAR, at(YEAR, THERE), behind=(replace(YEAR, start="2019", end="2019"),)
    ),
    "period_kind": like(YEAR),
    "period_length": like(TOTAL, start="2016-12", end="2020-12"),
    "nested (another's county)": Case(at(YEAR, "910281"), at(YEAR, "910181")),
    "part (of another indicator)": Case(
        replace(PERSONS, value=93, surface="93人", before="，其中干部"),
        at(PERSONS, THERE),
        before=(replace(PERSONS, indicator="others"),),
    ),
    "scope": like(YEAR),
    "saturated": like(RATE, value=99.9),
    "saturated (a share that may be 100)": like(
        Figure(HERE, 100, indicator="share"), value=90
    ),
    "restated (the first to say it)": Case(
        YEAR, at(YEAR, THERE), behind=(replace(YEAR, source="b", published="2022"),)
    ),
    "restated (the same number of another year)": Case(
        replace(YEAR, source="b", start="2019", end="2019"),
        at(YEAR, THERE),
        behind=(YEAR,),
    ),
    "contradicted (bounds that touch)": Case(
        YEAR,
        at(YEAR, THERE),
        behind=(replace(YEAR, value=10, low=10, high=20, source="b"),),
    ),
    "contradicted (another city)": Case(
        YEAR, at(YEAR, THERE), behind=(at(YEAR, "910200", value=30),)
    ),
}


@pytest.fixture(scope="module")
def rules():
    """The rules of the gate, with no figure to judge."""
    with database() as made:
        yield made


def found(case: Case) -> list[tuple[str, list[str]]]:
    return pair(
        case.a, case.b, basis=case.basis, before=case.before, behind=case.behind
    )


@pytest.mark.parametrize("name", EXAMPLES)
def test_example(name):
    case = EXAMPLES[name]
    assert found(case) == [(case.tier, sorted(case.reasons))]


@pytest.mark.parametrize("name", COUNTER_EXAMPLES)
def test_counter_example(name):
    case = COUNTER_EXAMPLES[name]
    assert found(case) == [("A", [])]


def test_every_rule_has_both(rules):
    reasons = set(ask(rules, "select id from gate_reason where about <> 'rank'"))
    for examples in (EXAMPLES, COUNTER_EXAMPLES):
        assert {name.split(" ")[0] for name in examples} == reasons


@pytest.mark.parametrize("name", EXAMPLES)
def test_the_worst_reason_makes_the_tier(rules, name):
    case = EXAMPLES[name]
    tiers = ask(
        rules,
        "select max(tier) from gate_reason where list_contains($codes, id)",
        codes=list(case.reasons),
    )
    assert tiers == [case.tier]


def test_one_month_more_than_the_limit_is_apart():
    years = total(HERE, start="2017-01", end="2020-12")
    near = total(THERE, start="2020-01", end="2023-12")
    far = total(THERE, start="2020-02", end="2024-01")
    assert pair(years, near) == [("A", [])]
    assert pair(years, far) == [("C", ["apart"])]


def test_both_sides_see_the_same_tier_and_the_opposite_verdict():
    rows = ask(
        database(YEAR, at(YEAR, THERE, value=5), at(YEAR, "910200", kind=None)),
        "select a.tier, b.tier, a.reasons = b.reasons, a.verdict, b.verdict"
        " from comparison a join comparison b on a.a_adcode = b.b_adcode"
        " and b.a_adcode = a.b_adcode and a.basis = b.basis"
        " where a.basis = 'reported' and a.a_adcode < a.b_adcode order by all",
    )
    assert rows == [
        ("A", "A", True, "higher", "lower"),
        ("C", "C", True, None, None),
        ("C", "C", True, None, None),
    ]
