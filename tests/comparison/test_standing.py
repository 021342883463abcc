"""Who stands in a ranking, and with which figure."""

from tests.comparison.small import Figure, ask, at, database


def test_who_stands_alone_has_no_rank_and_is_told_why():
    rows = ask(
        database(Figure(), at(Figure(), "920181")),
        "select tier, reasons, compared, rank_low, ranked from standing"
        " where basis = 'reported'",
    )
    assert rows == [("C", ["no_peer"], 1, None, False)] * 2


def test_a_city_enters_once_with_its_latest_unhindered_figure():
    figures = (
        Figure(start="2018", end="2018", value=1),
        Figure(start="2020", end="2020", value=2, place="柳树乡"),
        Figure(start="2019", end="2019", value=3, before="。又"),
    )
    rows = ask(
        database(*figures, at(Figure(), "920100")),
        "select value, compared, rank_low from standing"
        " where basis = 'reported' and adcode = '910100'",
    )
    assert rows == [(3, 2, 2)]
