"""An article more, and one less: what is filed, what is refused."""

import pytest

from etl.__main__ import main
from etl.errors import InputError
from etl.filing import file_article, remove_article
from etl.filing_plan import plan
from etl.paths import RAW
from etl.read import read_article
from etl.schema import Source
from etl.sources import load_sources
from tests.unit.files import docx, paragraph
from tests.unit.new_article import TEXT, contents, copy_of_raw, wish

KNOWN = {"220300", "220382", "220600", "150500", "330482", "130700", "211300"}


@pytest.fixture
def raw(tmp_path):
    return copy_of_raw(tmp_path / "raw")


@pytest.fixture
def article(tmp_path):
    path = tmp_path / "张家口 综述.txt"
    path.write_text(TEXT, encoding="utf-8")
    return path


def test_an_article_is_filed_with_its_entry_and_removed_again(raw, article):
    before = contents(raw)
    file_article(plan(raw, wish(article, title="综述：“双拥”")))
    added = load_sources(raw, KNOWN)[-1]
    assert read_article(raw, added).text == TEXT
    assert added == Source(
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


def test_a_page_states_its_title_and_date(raw, tmp_path):
    path = tmp_path / "page.html"
    path.write_text(
        "<html><head><meta charset='utf-8'><title>张家口双拥 - 网</title>"
        "<meta name='PubDate' content='2021-05-06 10:00'>"
        "<link rel='canonical' href='javascript:alert(1)'></head><body>"
        "<h1>张家口双拥</h1><p>张家口市举办招聘会36场，提供岗位1200个。</p></body></html>",
        encoding="utf-8",
    )
    source = plan(raw, wish(path)).article.source
    assert (source.title, source.published) == ("张家口双拥", "2021-05-06")
    assert source.url is None
    assert source.published_basis == "网页源代码标注"
    told = plan(raw, wish(path, title="另题", published="2021-05-07")).article.source
    assert (told.title, told.published, told.published_basis) == (
        "另题",
        "2021-05-07",
        "录入者提供",
    )


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
        ("张加口", "did you mean 张家口"),
        ("张三李四", "look it up in data/reference/places.csv"),
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


def test_a_list_with_line_ends_of_another_system_keeps_them(raw, article):
    path = raw / "sources.yaml"
    path.write_bytes(path.read_bytes().replace(b"\n", b"\r\n"))
    before = contents(raw)
    file_article(plan(raw, wish(article)))
    remove_article(raw, "130700-2020")
    assert contents(raw) == before


def test_a_folder_that_cannot_be_written_is_named(article, tmp_path):
    raw = tmp_path / "raw"
    raw.write_text("", encoding="utf-8")
    with pytest.raises(InputError, match="raw cannot be written"):
        file_article(plan(raw, wish(article)))


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
