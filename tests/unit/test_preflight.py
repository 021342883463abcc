"""The report before filing: what an article tells, and what it changes among peers."""

import pytest

from etl.__main__ import main
from etl.codebook import load_codebook
from etl.errors import InputError
from etl.filing_plan import plan
from etl.preflight import load_published, preflight
from etl.preflight_report import report
from tests.unit.new_article import TEXT, contents, copy_of_raw, wish


@pytest.fixture
def raw(tmp_path):
    return copy_of_raw(tmp_path / "raw")


@pytest.fixture
def article(tmp_path):
    path = tmp_path / "张家口 综述.txt"
    path.write_text(TEXT, encoding="utf-8")
    return path


def test_a_dry_run_writes_nothing_and_tells_all(raw, article, capsys):
    before = contents(raw)
    options = ["--raw", str(raw), "--city", "张家口", "--dry-run"]
    assert main(["add", str(article), *options]) == 0
    told = capsys.readouterr().out
    assert contents(raw) == before
    for words in (
        "130700-2020",
        "No population is known for 张家口市",
        "专场招聘会【36场】",
        "Excluded",
        "Published figures that would change",
        "Other cities report, this article does not",
        "nothing was written",
    ):
        assert words in told


def row(**values):
    return {"place": "", "period_kind": "cumulative", "surface": "", **values}


def test_the_report_foretells_what_changes(raw, article):
    published = [
        row(
            indicator="job_fairs",
            adcode="220300",
            city="四平市",
            value="20",
            surface="20场",
        ),
        row(
            indicator="job_fairs",
            adcode="130700",
            city="张家口市",
            value="30",
            surface="30场",
            source_id="old",
        ),
        row(indicator="model_city_run", adcode="220300", city="四平市", value="4"),
    ]
    filing = plan(raw, wish(article))
    codebook = load_codebook()
    found = preflight(filing, codebook, published)
    told = "\n".join(found.effects)
    assert "36 beside 30场 of old" in told
    assert "36 becomes the highest, before 20场 (四平市)" in told
    assert [(i.id, cities) for i, cities in found.silent] == [("model_city_run", 1)]
    lines = list(report(filing, found, codebook))
    assert any("17.3万块 = 173,000" in line for line in lines)


def test_the_report_shows_no_command_to_the_terminal(raw, article):
    article.write_text(
        TEXT.replace("四年来", "四年来\u202e\u009b31m"), encoding="utf-8"
    )
    codebook = load_codebook()
    filing = plan(raw, wish(article))
    lines = "".join(report(filing, preflight(filing, codebook, []), codebook))
    assert "\u009b" not in lines
    assert "\u202e" not in lines


@pytest.mark.parametrize(
    ("encoding", "words"),
    [("utf-16", "cannot be read"), ("utf-8", "has no column indicator")],
)
def test_a_file_that_no_build_wrote_is_refused(tmp_path, encoding, words):
    path = tmp_path / "observations.csv"
    path.write_text("adcode,city\n", encoding=encoding)
    with pytest.raises(InputError, match=words):
        load_published(path)


def test_a_figure_of_one_township_says_so(raw, article):
    article.write_text(
        TEXT.replace("17.3万块。", "17.3万块。其中，河西镇悬挂光荣牌3万块。"),
        encoding="utf-8",
    )
    codebook = load_codebook()
    filing = plan(raw, wish(article))
    lines = "".join(report(filing, preflight(filing, codebook, []), codebook))
    assert "of 河西镇 alone" in lines


def test_nothing_published_yet_is_no_error(tmp_path):
    assert load_published(tmp_path / "observations.csv") == []
