"""What text each format gives, and with which sentence an unreadable file is refused."""

import io
import time
import zipfile
import zlib

import pypdf
import pytest

from etl.errors import InputError
from etl.formats import MAX_BYTES, text_of
from etl.normalise import normalise
from tests.unit.files import archive, docx, drawn, paragraph, pdf

TEXT = "全市召开退役军人招聘会30场，提供岗位1.2万个。\n"


@pytest.mark.parametrize(
    "data",
    [
        TEXT.encode(),
        b"\xef\xbb\xbf" + TEXT.encode(),
        TEXT.encode("gb18030"),
        TEXT.encode("utf-16"),
        TEXT.replace("\n", "\r\n").encode(),
    ],
    ids=["utf-8", "utf-8 with mark", "gb18030", "utf-16 with mark", "dos line ends"],
)
def test_txt_is_read_whole(data):
    text = text_of(data, "a.txt")
    assert text.replace("\r\n", "\n").removeprefix("\ufeff") == TEXT


def test_txt_keeps_every_character_so_that_offsets_hold():
    data = b"\xef\xbb\xbf" + "第一段\r\n\r\n第二段\r30场\n".encode()
    assert text_of(data, "a.txt") == data.decode("utf-8")


PAGE = """<html><head><meta charset="{charset}"><title>标题</title>
<script>document.write("99场")</script><style>p{{color:red}}</style></head><body>
<div class="nav"><ul><li><a href="/">首页</a></li><li><a href="/x">要闻</a></li></ul></div>
<div class="article"><h1>标题</h1><div class="TRS_Editor">
<p>全市召开退役军人专场招聘会30场，提供就业岗位1.2万个，达成意向300余人次。</p>
<p>每年春节、“八一”走访慰问驻地部队，累计发放慰问金200余万元，军民情谊更加深厚。</p>
<table><tr><th>指标</th><th>数量</th></tr><tr><td>双拥公园</td><td>6处</td></tr></table>
<!-- 77场 --><p onclick="alert(1)">优抚对象医疗费用减免250多万元，惠及重点优抚对象500多名。</p>
</div></div><div class="footer">版权所有 88场</div></body></html>"""


@pytest.mark.parametrize("charset", ["utf-8", "gb2312"])
def test_html_gives_the_article_without_programs(charset):
    encoding = "gb18030" if charset == "gb2312" else charset
    text = text_of(PAGE.format(charset=charset).encode(encoding), "a.html")
    assert text.startswith("标题\n全市召开")
    assert "招聘会30场，提供就业岗位1.2万个" in text
    assert "\n双拥公园\t6处\n" in text
    assert "减免250多万元" in text
    assert not any(word in text for word in ("99场", "77场", "alert", "color", "首页"))


def test_html_with_a_few_broken_bytes_is_read():
    page = PAGE.format(charset="utf-8").encode()
    cut = page.replace("标题</title>".encode(), "标".encode()[:2] + b"</title>")
    assert "招聘会30场" in text_of(cut, "a.html")


def test_html_laid_out_by_a_table_keeps_its_paragraphs_apart():
    body = [f"第{n}段：全市开展双拥活动，走访慰问官兵{n}次。" * 3 for n in (1, 2, 3)]
    page = f"<table><tr><td>栏目</td><td>{'<br><br>　　'.join(body)}</td></tr></table>"
    lines = text_of(f"<html><body>{page}</body></html>".encode(), "a.html").split("\n")
    assert [line.strip() for line in lines if "走访" in line] == body


def test_docx_gives_paragraphs_and_tables_in_order():
    cells = "".join(f"<w:tc>{paragraph(cell)}</w:tc>" for cell in ("招聘会", "14场"))
    body = f"{paragraph('标题')}<w:tbl><w:tr>{cells}</w:tr></w:tbl>{paragraph('结尾')}"
    assert text_of(docx(body), "a.docx") == "标题\n招聘会\t14场\n结尾\n"


def test_docx_reads_what_is_inserted_not_what_is_deleted():
    body = (
        "<w:p><w:ins><w:r><w:t>30场</w:t></w:r></w:ins>"
        "<w:del><w:r><w:t>20场</w:t><w:delText>10场</w:delText></w:r></w:del>"
        "<w:hyperlink><w:r><w:t>招聘会</w:t></w:r></w:hyperlink></w:p>"
    )
    assert text_of(docx(body), "a.docx") == "30场招聘会\n"


def test_pdf_reads_columns_one_after_the_other():
    left = ["今年以来全市召开退", "役军人招聘会30场提", "供岗位1200个受到欢"]
    right = ["迎。驻地部队官兵献", "血40万毫升帮扶学生", "100余名深受群众赞"]
    lines = [
        (x, 700 - 12 * row, text)
        for row in range(3)
        for x, text in ((100, left[row]), (300, right[row]))
    ]
    text = text_of(pdf(drawn(*lines)), "a.pdf")
    assert [line for line in text.split("\n") if line] == left + right


def test_pdf_marks_the_indent_of_a_paragraph():
    printed = [
        (120, "全市开展双拥活动，走访慰问官"),
        (100, "兵，发放慰问金200余万元，军民情"),
        (100, "谊更加深厚，活动丰富也十分多彩。"),
        (100, "驻军官兵深受感动并积极支援当"),
        (100, "地建设。"),
        (120, "驻地部队支援地方建设出动兵力"),
        (100, "一万人次，受到广大群众的好评。"),
    ]
    lines = [(x, 700 - 12 * row, text) for row, (x, text) in enumerate(printed)]
    text = text_of(pdf(drawn(*lines)), "a.pdf")
    indented = [line[2:] for line in text.split("\n") if line.startswith("　　")]
    assert indented == [printed[0][1], printed[5][1]]
    assert [line[-4:] for line in normalise(text).text.split("\n")] == [
        "地建设。",
        "的好评。",
    ]


def test_pdf_gives_characters_where_the_font_gave_radicals():
    text = text_of(
        pdf(drawn((100, 700, "全市退役军⼈和军⺠共建⻋站三⼗处活动⼆⼗场"))), "a.pdf"
    )
    assert text.strip() == "全市退役军人和军民共建车站三十处活动二十场"


def encrypted() -> bytes:
    writer = pypdf.PdfWriter(clone_from=io.BytesIO(pdf(drawn((100, 700, TEXT)))))
    writer.encrypt("secret", algorithm="AES-256")
    target = io.BytesIO()
    writer.write(target)
    return target.getvalue()


def lying(data: bytes) -> bytes:
    """Return an archive that says its parts are shorter than they are."""
    parts = zipfile.ZipFile(io.BytesIO(data)).infolist()
    size = max(part.file_size for part in parts)
    return data.replace(size.to_bytes(4, "little"), (500).to_bytes(4, "little"))


PACKED = zlib.compress(b" " * 200_000_000, 9)
LAUGHS = "".join(
    f'<!ENTITY {chr(98 + n)} "{f"&{chr(97 + n)};" * 10}">' for n in range(9)
)

REFUSED = {
    "empty": (b"", "a.txt", "is empty"),
    "blank": (" \n\u3000\r\n".encode(), "a.txt", "holds no text"),
    "nul": (TEXT.encode() + b"\0", "a.txt", "control character"),
    "junk": (bytes(range(256)) * 40, "a.txt", "neither UTF-8 nor GB18030"),
    "big5": (
        "臺灣繁體中文報導內容，軍民合作活動".encode("big5") * 5,
        "a.txt",
        "neither",
    ),
    "broken utf-8": (
        TEXT.encode() * 3 + "军".encode()[:2],
        "a.txt",
        "save it as UTF-8",
    ),
    "utf-16 cut": (TEXT.encode("utf-16")[:-1], "a.txt", "neither UTF-8"),
    "picture": (
        b"\x89PNG\r\n\x1a\n" + bytes(100),
        "a.png",
        "is a picture; read it with OCR",
    ),
    "picture as txt": (b"\xff\xd8\xff\xe0" + bytes(100), "a.txt", "is a picture"),
    "old doc": (b"\xd0\xcf\x11\xe0" + bytes(100), "a.doc", "old or encrypted Office"),
    "rtf": (b"{\\rtf1 x}", "a.txt", "RTF"),
    "other": (b"hello", "a.wps", "only txt, htm, html, pdf, docx"),
    "no ending": (b"hello", "README", "only txt"),
    "pdf as txt": (pdf(drawn((1, 1, TEXT))), "a.txt", "right ending"),
    "txt as pdf": (TEXT.encode(), "a.pdf", "right ending"),
    "txt as docx": (TEXT.encode(), "a.docx", "right ending"),
    "scan": (pdf(zlib.compress(b"0 0 m 1 1 l S")), "a.pdf", "no text layer"),
    "page number": (pdf(drawn((1, 1, "第3版"))), "a.pdf", "read it with OCR"),
    "encrypted": (encrypted(), "a.pdf", "encrypted PDF; remove the password"),
    "cut pdf": (pdf(drawn((1, 1, TEXT)))[:200], "a.pdf", "damaged pdf"),
    "junk pdf": (b"%PDF-1.7\n" + bytes(range(256)) * 9, "a.pdf", "damaged pdf"),
    "pdf bomb": (pdf(PACKED), "a.pdf", "LimitReached"),
    "pdf bomb twice": (
        pdf(zlib.compress(PACKED), filters=b"/FlateDecode/FlateDecode"),
        "a.pdf",
        "LimitReached",
    ),
    "no page": (pdf(), "a.pdf", "no text layer"),
    "many pages": (pdf(*[drawn((1, 1, TEXT))] * 201), "a.pdf", "201 pages"),
    "empty page": (b"<html><body></body></html>", "a.html", "no article was found"),
    "only a program": (b"<script>1</script>", "a.html", "no article was found"),
    "deep page": (b"<div>" * 100_000 + TEXT.encode(), "a.html", "no article was found"),
    "long page": (b"<p>x" * 60_000, "a.html", "far too long"),
    "crowded tag": (b"<p" + b" a" * 100_000 + b">x", "a.html", "no article needs"),
    "junk page": (bytes(range(256)), "a.html", "neither UTF-8"),
    "zip": (archive({"a.txt": "x"}), "a.docx", "damaged docx"),
    "cut docx": (docx(paragraph(TEXT))[:-30], "a.docx", "no complete docx"),
    "docx bomb": (docx(b" " * 120_000_000), "a.docx", "unpacks to far more"),
    "many parts": (
        archive({f"{n}.xml": "" for n in range(5001)}),
        "a.docx",
        "unpacks to far more",
    ),
    "deep docx": (docx("<w:p>" * 9999 + "</w:p>" * 9999), "a.docx", "damaged docx"),
    "laughs": (
        docx(paragraph("&j;"), f'<!DOCTYPE l [<!ENTITY a "{"军" * 50}">{LAUGHS}]>'),
        "a.docx",
        "damaged docx",
    ),
    "lying docx": (lying(docx(paragraph(TEXT) * 999)), "a.docx", "damaged docx"),
    "empty docx": (docx(paragraph("")), "a.docx", "holds no text"),
}


@pytest.mark.parametrize(("data", "name", "words"), REFUSED.values(), ids=REFUSED)
def test_an_unreadable_file_is_refused_in_a_sentence(data, name, words):
    began = time.perf_counter()
    with pytest.raises(InputError) as refused:
        text_of(data, name)
    (sentence,) = refused.value.problems
    assert words in sentence
    assert name in sentence
    assert sentence.endswith((".", "txt"))
    assert time.perf_counter() - began < 60


def test_a_huge_file_is_refused_by_its_size():
    with pytest.raises(InputError, match=r"100 MB; the limit is 20 MB"):
        text_of(b"x" * (5 * MAX_BYTES), "a.txt")


def test_docx_brings_in_no_other_file(tmp_path):
    secret = tmp_path / "secret.txt"
    secret.write_text("机密99场", encoding="utf-8")
    head = f'<!DOCTYPE l [<!ENTITY x SYSTEM "{secret.as_uri()}">]>'
    text = text_of(docx(paragraph("招聘会30场") + paragraph("&x;"), head), "a.docx")
    assert text.split("\n")[0] == "招聘会30场"
    assert "99" not in text
