"""An article more, and one less: what is filed, what is refused, what is foretold."""

import shutil

import pytest
import yaml

from etl.__main__ import main
from etl.codebook import load_codebook
from etl.errors import InputError
from etl.filing import Wish, file_article, plan, remove_article
from etl.paths import RAW
from etl.preflight import load_published, preflight
from etl.preflight_report import report
from etl.read import read_articles
from etl.schema import Source
from etl.sources import load_sources
from tests.unit.files import docx, paragraph

KNOWN = {"220300", "220382", "220600", "150500", "330482", "130700", "211300"}
TEXT = (
    "张家口市双拥工作综述\n2020-10-30\n"
    "四年来，张家口市举办退役军人专场招聘会36场，提供就业岗位41200个。"
    "悬挂光荣牌17.3万块。明年计划再办12场招聘会。\n"
)


@pytest.fixture
def raw(tmp_path):
    """A copy of the published articles, to be changed."""
    listed = yaml.safe_load((RAW / "sources.yaml").read_text(encoding="utf-8"))
    folder = tmp_path / "raw"
    folder.mkdir()
    for name in ["sources.yaml", *(entry["file"] for entry in listed["sources"])]:
        shutil.copy(RAW / name, folder / name)
    return folder


@pytest.fixture
def article(tmp_path):
    path = tmp_path / "张家口 综述.txt"
    path.write_text(TEXT, encoding="utf-8")
    return path


def contents(folder):
    return {path.name: path.read_bytes() for path in folder.iterdir()}


def wish(file, city="张家口", **details):
    empty = {"source_id": "", "adcode": "", "file": ""}
    return Wish(file, city, Source(**(empty | details)))


def test_an_article_is_filed_with_its_entry_and_removed_again(raw, article):
    before = contents(raw)
    file_article(plan(raw, wish(article, title="综述：“双拥”")))
    (added,) = [a for a in read_articles(raw, KNOWN) if a.source.adcode == "130700"]
    assert added.text == TEXT
    assert added.source == Source(
        "130700-2020",
        "130700",
        "130700-2020.txt",
        title="综述：“双拥”",
        published="2020-10-30",
        published_basis="页面日期",
    )
    assert remove_article(raw, "130700-2020") == [raw / "130700-2020.txt"]
    assert contents(raw) == before


def test_a_docx_is_filed_with_its_stored_text(raw, tmp_path):
    path = tmp_path / "a.DOCX"
    path.write_bytes(docx(paragraph("张家口市举办招聘会36场。")))
    before = contents(raw)
    file_article(plan(raw, wish(path)))
    added = contents(raw).keys() - before.keys()
    assert added == {"130700-undated.docx", "130700-undated.docx.txt"}
    remove_article(raw, "130700-undated")
    assert contents(raw) == before


def test_a_file_that_lies_in_the_folder_already_stays_there(raw):
    (raw / "新文章.txt").write_text(TEXT, encoding="utf-8")
    file_article(plan(raw, wish(raw / "新文章.txt")))
    assert load_sources(raw, KNOWN)[-1].file == "新文章.txt"


def test_a_second_article_of_a_year_gets_a_number(raw, article):
    file_article(plan(raw, wish(article)))
    article.write_text(TEXT + "又及。", encoding="utf-8")
    assert plan(raw, wish(article)).article.source.source_id == "130700-2020-2"


def test_the_first_article_makes_the_list(article, tmp_path):
    raw = tmp_path / "empty"
    file_article(plan(raw, wish(article)))
    assert [s.source_id for s in load_sources(raw, KNOWN)] == ["130700-2020"]


@pytest.mark.parametrize(
    ("city", "words"),
    [
        ("朝阳", "211300 辽宁省朝阳市"),
        ("张口市", "did you mean 张家口市"),
        (None, "it may be 130700 河北省张家口市"),
    ],
)
def test_a_place_is_never_guessed(raw, article, city, words):
    before = contents(raw)
    with pytest.raises(InputError, match=words):
        plan(raw, wish(article, city))
    assert contents(raw) == before


def test_an_article_is_not_filed_twice(raw, article):
    with pytest.raises(InputError, match="filed already, as siping-2025"):
        plan(raw, wish(raw / "siping-2025.txt", "四平"))
    article.write_bytes((RAW / "siping-2025.txt").read_bytes())
    with pytest.raises(InputError, match="filed already, as siping-2025"):
        plan(raw, wish(article, "四平"))


@pytest.mark.parametrize(
    ("name", "words"), [("siping-2025", "choose another"), ("../x", "use up to 80")]
)
def test_an_id_that_is_taken_or_no_id_is_refused(raw, article, name, words):
    with pytest.raises(InputError, match=words):
        plan(raw, wish(article, source_id=name))


def test_a_list_that_is_wrong_elsewhere_stays_as_it_was(raw, article):
    (raw / "stray.txt").write_text("x", encoding="utf-8")
    before = contents(raw)
    with pytest.raises(InputError, match=r"stray\.txt is not listed"):
        file_article(plan(raw, wish(article)))
    assert contents(raw) == before


def test_a_list_in_another_style_stays_as_it_was(raw, article):
    (raw / "sources.yaml").write_text(
        "sources: [{source_id: a, adcode: '220300', file: siping-2025.txt}]\n",
        encoding="utf-8",
    )
    for name in ("pinghu-2020", "baishan-2021", "tongliao-undated", "shuangliao-2024"):
        (raw / f"{name}.txt").unlink()
    before = contents(raw)
    with pytest.raises(InputError, match="not valid YAML"):
        file_article(plan(raw, wish(article)))
    assert contents(raw) == before


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


def test_the_command_files_and_removes(raw, article, capsys):
    before = contents(raw)
    assert main(["add", str(article), "--raw", str(raw), "--city", "张家口市"]) == 0
    assert "130700-2020.txt" in contents(raw)
    assert main(["remove", "130700-2020", "--raw", str(raw)]) == 0
    assert contents(raw) == before
    assert main(["remove", "130700-2020", "--raw", str(raw)]) == 2
    assert "No source is called '130700-2020'" in capsys.readouterr().err


def test_an_unreadable_file_ends_with_2(raw, tmp_path, capsys):
    path = tmp_path / "scan.png"
    path.write_bytes(b"\x89PNG\r\n")
    assert main(["add", str(path), "--raw", str(raw), "--city", "四平"]) == 2
    assert "is a picture; read it with OCR" in capsys.readouterr().err


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


def test_nothing_published_yet_is_no_error(tmp_path):
    assert load_published(tmp_path / "observations.csv") == []
