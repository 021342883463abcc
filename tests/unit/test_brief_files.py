"""The brief as files: A4, footnotes that belong to their numbers, nothing unescaped."""

import io
import re
import zipfile

import docx
import pytest
from lxml import etree

from dashboard import brief_page, brief_word
from dashboard.brief import Brief, Note, Run, Section, Table, cited, plain

HOSTILE = "<img src=x onerror=alert(1)>&]]>\x07"
SECTIONS = (
    Section("说明", (plain(HOSTILE),)),
    Section(
        "就业",
        (
            Table(
                ("指标", "所报"),
                (
                    ((Run("招聘会"),), (Run("50余场", "b"),)),
                    ((Run("岗位"),), (Run("9个", "a"),)),
                ),
                (80, 80),
            ),
            (Run("本市"), Run("9个", "a"), Run("。")),
        ),
        level=2,
    ),
)
NOTES = (
    Note("b", f"召开{HOSTILE}", "50余场", "招聘会。", 1),
    Note("a", "提供", "9个", "岗位。", 2),
)
BRIEF = Brief("甲试市简报" + HOSTILE, "数据版本 v1", SECTIONS, NOTES)
W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"


@pytest.fixture(scope="module")
def word() -> bytes:
    return brief_word.write(BRIEF, "zh")


def part(word: bytes, name: str) -> etree._Element:
    with zipfile.ZipFile(io.BytesIO(word)) as packed:
        return etree.fromstring(packed.read(name))


def test_numbers_of_notes_follow_the_reading_order():
    assert cited(SECTIONS) == ("b", "a")
    assert BRIEF.numbers == {"b": 1, "a": 2}


def test_the_word_file_opens_on_a4_with_its_words(word):
    document = docx.Document(io.BytesIO(word))
    page = document.sections[0]
    assert [round(side.mm) for side in (page.page_width, page.page_height)] == [
        210,
        297,
    ]
    assert [cell.text for cell in document.tables[0].rows[1].cells] == [
        "招聘会",
        "50余场",
    ]
    assert any("onerror" in paragraph.text for paragraph in document.paragraphs)


def test_each_reference_has_its_footnote_and_the_note_its_sentence(word):
    references = [
        int(found.get(f"{W}id"))
        for found in part(word, "word/document.xml").iter(f"{W}footnoteReference")
    ]
    assert references == [1, 2, 2]
    notes = {
        int(note.get(f"{W}id")): "".join(note.itertext())
        for note in part(word, "word/footnotes.xml").iter(f"{W}footnote")
    }
    assert set(notes) == {-1, 0, 1, 2}
    assert notes[2].strip() == "“提供9个岗位。”[2]"


def test_the_digits_of_a_note_are_bold(word):
    runs = part(word, "word/footnotes.xml").iter(f"{W}r")
    bold = [
        "".join(run.itertext()) for run in runs if run.find(f"{W}rPr/{W}b") is not None
    ]
    assert bold == ["50余场", "9个"]


def test_the_same_brief_gives_the_same_bytes(word):
    assert brief_word.write(BRIEF, "zh") == word


def test_the_file_names_its_footnotes_to_word(word):
    with zipfile.ZipFile(io.BytesIO(word)) as packed:
        types = packed.read("[Content_Types].xml").decode()
        relations = packed.read("word/_rels/document.xml.rels").decode()
    assert "footnotes+xml" in types
    assert "relationships/footnotes" in relations


def test_the_page_escapes_everything_and_asks_for_nothing():
    page = brief_page.write(BRIEF, "zh", "http://localhost:8501").decode()
    assert "<img" not in page
    assert "&lt;img src=x" in page
    assert "<script" not in page
    assert not re.search(r'(src|href)="(?!#n|http://localhost:8501/evidence)', page)
    assert "size: A4" in page


def test_the_page_leads_from_a_number_to_its_note_and_on_to_the_evidence():
    page = brief_page.write(BRIEF, "zh", "http://localhost:8501").decode()
    assert '50余场<sup><a href="#n1">1</a></sup>' in page
    assert '<li id="n1"><a href="http://localhost:8501/evidence?mention=b">' in page
