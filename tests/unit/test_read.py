"""Articles as read: text, hash, stored text, and files that cannot be read."""

import hashlib
import tracemalloc

import pytest

from etl.errors import InputError
from etl.formats import MAX_BYTES
from etl.paths import RAW
from etl.read import read_article, read_text, store_text
from etl.sources import load_sources
from tests.unit.files import docx, drawn, paragraph, pdf

KNOWN = {"220300"}
TEXT = "全市召开退役军人招聘会30场，提供岗位1.2万个，达成意向300余人次。\n"


def folder(path, files):
    """Write a folder of articles with its list."""
    for name, data in files.items():
        (path / name).write_bytes(data)
    entries = "".join(
        f"  - {{source_id: s{number}, adcode: '220300', file: {name}}}\n"
        for number, name in enumerate(files)
    )
    (path / "sources.yaml").write_text("sources:\n" + entries, encoding="utf-8")
    return path


def read_all(raw, known=KNOWN):
    """Return the listed articles of a folder, in the order of the list."""
    return [read_article(raw, source) for source in load_sources(raw, known)]


def test_the_articles_are_read_as_their_bytes_say():
    known = {"220300", "220382", "220600", "150500", "330482"}
    articles = {a.source.source_id: a for a in read_all(RAW, known)}
    for article in articles.values():
        data = (RAW / article.source.file).read_bytes()
        assert article.sha256 == hashlib.sha256(data).hexdigest()
        if article.source.file.endswith(".txt"):
            assert article.text == data.decode("utf-8")
    assert "全国双拥模范城" in articles["siping-2025"].text


def test_the_text_of_a_docx_is_stored_beside_it_and_read_from_there(tmp_path):
    data = docx(paragraph(TEXT.strip()))
    folder(tmp_path, {"a.docx": data})
    (first,) = read_all(tmp_path)
    assert first.text == TEXT
    assert first.sha256 == hashlib.sha256(data).hexdigest()
    assert (tmp_path / "a.docx.txt").read_bytes().decode() == TEXT
    (tmp_path / "a.docx.txt").write_bytes("改过的文本，30场。".encode())
    assert read_all(tmp_path)[0].text == "改过的文本，30场。"
    assert read_text(tmp_path / "a.docx") == "改过的文本，30场。"
    assert sorted(path.name for path in tmp_path.iterdir()) == [
        "a.docx",
        "a.docx.txt",
        "sources.yaml",
    ]


def test_every_format_gives_the_same_words(tmp_path):
    page = f"<html><meta charset='utf-8'><body><p>{TEXT.strip()}</p></body></html>"
    files = {
        "a.txt": TEXT.encode(),
        "b.html": page.encode(),
        "c.docx": docx(paragraph(TEXT.strip())),
        "d.pdf": pdf(drawn((100, 700, TEXT.strip()))),
    }
    articles = read_all(folder(tmp_path, files))
    assert [article.text for article in articles] == [TEXT] * 4


def test_a_large_file_is_refused_unread(tmp_path):
    with (tmp_path / "a.txt").open("wb") as file:
        file.truncate(MAX_BYTES + 1)
    tracemalloc.start()
    with pytest.raises(InputError, match=r"a\.txt has 20 MB; the limit is 20 MB"):
        read_text(tmp_path / "a.txt")
    peak = tracemalloc.get_traced_memory()[1]
    tracemalloc.stop()
    assert peak < MAX_BYTES / 10


def test_a_missing_file_and_a_folder_are_named(tmp_path):
    with pytest.raises(InputError, match=r"There is no file .*nowhere\.txt"):
        read_text(tmp_path / "nowhere.txt")
    with pytest.raises(InputError, match="cannot be read"):
        read_text(tmp_path)


def test_store_text_keeps_every_character(tmp_path):
    target = store_text(tmp_path / "a.html", "第一行\r\n第二行\n")
    assert target == tmp_path / "a.html.txt"
    assert target.read_bytes() == "第一行\r\n第二行\n".encode()
