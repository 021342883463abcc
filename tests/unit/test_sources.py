"""The list of articles: what it accepts, and every problem in a sentence."""

from pathlib import Path

import pytest

from etl.errors import InputError
from etl.paths import RAW
from etl.schema import Source
from etl.sources import load_sources

KNOWN = {"220300", "330482"}
ENTRY = """sources:
  - source_id: siping-2025
    adcode: "220300"
    file: a.txt
    published: "2025"
"""


@pytest.fixture
def raw(tmp_path):
    (tmp_path / "a.txt").write_text("全市召开会议。", encoding="utf-8")
    return tmp_path


def problems(raw: Path, listed: str) -> list[str]:
    (raw / "sources.yaml").write_text(listed, encoding="utf-8")
    with pytest.raises(InputError) as refused:
        load_sources(raw, KNOWN)
    return list(refused.value.problems)


def load(raw: Path, listed: str) -> list[Source]:
    (raw / "sources.yaml").write_text(listed, encoding="utf-8")
    return load_sources(raw, KNOWN)


def test_the_published_list_is_in_order():
    known = {"220300", "220382", "220600", "150500", "330482"}
    sources = load_sources(RAW, known)
    assert {source.source_id for source in sources} >= {"siping-2025", "pinghu-2020"}


@pytest.mark.parametrize(
    "url", ["javascript:alert(1)", "www.example.cn/a", "https://", "//a/b"]
)
def test_only_the_address_of_a_page_is_a_url(raw, url):
    (problem,) = problems(raw, ENTRY + f"    url: '{url}'\n")
    assert "write the address of the page with http:// or https://" in problem


def test_the_address_of_a_page_is_kept(raw):
    (source,) = load(raw, ENTRY + "    url: https://example.cn/a?b=1\n")
    assert source.url == "https://example.cn/a?b=1"


def test_an_entry_becomes_a_source(raw):
    assert load(raw, ENTRY) == [
        Source("siping-2025", "220300", "a.txt", published="2025")
    ]


@pytest.mark.parametrize(
    ("printed", "meant"),
    [
        ("2020", "2020"),
        ("2020-10", "2020-10"),
        ("2020-10-20", "2020-10-20"),
        ("null", None),
        ("", None),
    ],
)
def test_a_date_needs_no_quotes(raw, printed, meant):
    listed = ENTRY.replace('"2025"', printed).replace('"220300"', "220300")
    assert load(raw, listed)[0].published == meant


WRONG = {
    "no such file": (ENTRY.replace("a.txt", "b.txt"), "no file 'b.txt'"),
    "two entries": (
        ENTRY + ENTRY.removeprefix("sources:\n"),
        "source_id 'siping-2025'",
    ),
    "two entries of one file": (
        ENTRY + ENTRY.removeprefix("sources:\n"),
        "file 'a.txt'",
    ),
    "unknown place": (ENTRY.replace("220300", "999999"), "no place has the adcode"),
    "no place": (ENTRY.replace('"220300"', "四平"), "six digits"),
    "no adcode": (ENTRY.replace('    adcode: "220300"\n', ""), "'adcode' is missing"),
    "bad date": (ENTRY.replace("2025", "2025年"), "no date; write YYYY"),
    "no such day": (ENTRY.replace("2025", "2021-02-30"), "no date; write YYYY"),
    "time of day": (ENTRY.replace('"2025"', "2021-02-03 10:00:00"), "no date"),
    "far year": (ENTRY.replace("2025", "0025"), "no date"),
    "list for a date": (ENTRY.replace('"2025"', "[2020]"), "no date"),
    "misspelt key": (
        ENTRY + "    publishd_basis: x\n",
        "did you mean 'published_basis'",
    ),
    "unknown key": (
        ENTRY + "    xyz: x\n",
        "unknown key 'xyz'; the keys are source_id",
    ),
    "key twice": (ENTRY + "    file: b.txt\n", "line 6: the key 'file' stands twice"),
    "number for a text": (ENTRY + "    title: 2020\n", "title is 2020, not text"),
    "bad id": (ENTRY.replace("siping-2025", "四平"), "use up to 80 letters"),
    "parent folder": (ENTRY.replace("a.txt", "../a.txt"), "inside this folder"),
    "absolute path": (ENTRY.replace("a.txt", "/etc/passwd"), "inside this folder"),
    "windows path": (ENTRY.replace("a.txt", "C:\\a.txt"), "inside this folder"),
    "empty list": ("sources: []\n", "lists nothing"),
    "empty file": ("", "lists nothing"),
    "a list at the top": ("- a\n- b\n", "lists nothing"),
    "another key": ("source:\n  - a\n", "unknown top-level key 'source'"),
    "texts for entries": ("sources:\n  - a.txt\n", "line 2: an entry is a list of"),
    "a tab": ("sources:\n\t- a: 1\n", "line 2, column 1: not valid YAML"),
    "an open quote": (ENTRY.replace('"220300"', '"220300'), "not valid YAML"),
    "an impossible date": (ENTRY.replace('"2025"', "2021-13-41"), "put it in quotes"),
    "a program": (ENTRY + "    title: !!python/object:os.system x\n", "cannot be read"),
}


@pytest.mark.parametrize(("listed", "words"), WRONG.values(), ids=WRONG)
def test_a_problem_is_a_sentence_that_names_the_place(raw, listed, words):
    found = problems(raw, listed)
    assert any(words in sentence for sentence in found), found
    assert all("sources.yaml" in sentence for sentence in found)
    assert all(sentence.endswith((".", "?")) for sentence in found)


def test_all_problems_are_reported_together(raw):
    (raw / "stray.txt").write_text("x", encoding="utf-8")
    second = ENTRY.removeprefix("sources:\n").replace("a.txt", "b.txt")
    found = problems(raw, ENTRY.replace("220300", "110000") + second + "    x: 1\n")
    assert [sentence.split(" (")[0] for sentence in found] == [
        "sources.yaml, line 6",
        "sources.yaml, line 2",
        f"{raw / 'stray.txt'} is not listed in sources.yaml; "
        "add an entry for it or move it elsewhere.",
    ]


def test_a_list_that_is_missing_or_not_utf_8_is_named(raw):
    with pytest.raises(InputError, match=r"There is no file .*sources\.yaml"):
        load_sources(raw, KNOWN)
    (raw / "sources.yaml").write_bytes("sources: 四平".encode("gb18030"))
    with pytest.raises(InputError, match="not readable as UTF-8"):
        load_sources(raw, KNOWN)


def test_a_link_out_of_the_folder_is_refused(raw, tmp_path_factory):
    outside = tmp_path_factory.mktemp("outside") / "a.txt"
    outside.write_text("x", encoding="utf-8")
    (raw / "link.txt").symlink_to(outside)
    (raw / "a.txt").unlink()
    found = problems(raw, ENTRY.replace("a.txt", "link.txt"))
    assert any("leads out of" in sentence for sentence in found)


def test_stored_texts_and_hidden_files_need_no_entry(raw):
    (raw / "b.pdf").write_bytes(b"%PDF-")
    (raw / "b.pdf.txt").write_text("x", encoding="utf-8")
    (raw / ".DS_Store").write_text("x", encoding="utf-8")
    assert [s.file for s in load(raw, ENTRY.replace("a.txt", "b.pdf") + OTHER)] == [
        "b.pdf",
        "a.txt",
    ]


OTHER = """  - {source_id: pinghu, adcode: 330482, file: a.txt}
"""


def test_a_file_in_a_subfolder_is_listed_by_its_path(raw):
    (raw / "2025").mkdir()
    (raw / "a.txt").rename(raw / "2025" / "a.txt")
    assert load(raw, ENTRY.replace("a.txt", "2025/a.txt"))[0].file == "2025/a.txt"
