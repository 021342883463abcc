"""Whatever an article holds, it comes out as text."""

from __future__ import annotations

from html.parser import HTMLParser

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dashboard import evidence
from dashboard.evidence import Cell, paragraphs, pieces

ALLOWED = {"article", "p", "a"}
HOSTILE = [
    "<script>alert(1)</script>",
    "<img src=x onerror=alert(1)>",
    '"><svg onload=alert(1)>',
    "' onmouseover='alert(1)",
    "{{ 7*7 }}{% raw %}",
    "&lt;b&gt; &amp;amp;",
    "</p></article><iframe src=//evil.example>",
]


class Page(HTMLParser):
    """Collects what a browser would see: tags with attributes, and text."""

    def __init__(self, markup: str) -> None:
        super().__init__(convert_charrefs=True)
        self.tags: list[tuple[str, dict[str, str | None]]] = []
        self.text = ""
        self.feed(markup)
        self.close()

    def handle_starttag(self, tag, attrs):
        self.tags.append((tag, dict(attrs)))

    def handle_data(self, data):
        self.text += data


def mention(
    start: int, end: int, code: str = "m1", indicator: str | None = "job_fairs"
):
    return {
        "mention_id": code,
        "start_offset": start,
        "end_offset": end,
        "indicator": indicator,
        "theme": "employment" if indicator else None,
    }


def article(text: str, *mentions: dict, title: str = "", selected: str = "") -> Page:
    markup = evidence.article(
        text, mentions, selected=selected, title=lambda _: title, tail=""
    )
    return Page(markup)


def squeezed(text: str) -> str:
    return "".join(text.split())


@pytest.mark.parametrize("text", HOSTILE)
def test_hostile_text_is_shown_and_does_nothing(text):
    page = article(f"前{text}后50场", mention(len(text) + 2, len(text) + 5), title=text)
    assert {tag for tag, _ in page.tags} <= ALLOWED
    assert not any(name.startswith("on") for _, found in page.tags for name in found)
    assert squeezed(text) in squeezed(page.text)


@given(st.text(max_size=60), st.text(max_size=20), st.text(max_size=20))
def test_any_text_keeps_its_words_and_adds_no_tag(text, code, title):
    numbers = [mention(0, len(text) // 2, code)] if len(text) > 1 else []
    page = article(text, *numbers, title=title, selected=code)
    assert {tag for tag, _ in page.tags} <= ALLOWED
    allowed = {"class", "lang", "id", "style", "href", "title", "aria-current"}
    assert {name for _, found in page.tags for name in found} <= {
        *allowed,
        "data-mention",
    }


@given(
    st.text(max_size=40),
    st.lists(st.tuples(st.integers(0, 40), st.integers(1, 6)), max_size=6),
)
def test_pieces_joined_are_the_text(text, spans):
    spans = sorted((a, min(a + n, len(text))) for a, n in spans if a < len(text))
    mentions = [mention(a, b, f"m{a}") for a, b in spans]
    cut = list(pieces(text, mentions, "", lambda _: ""))
    assert "".join(piece.text for piece in cut) == text


def test_every_number_is_a_door_and_the_selected_one_is_marked():
    text = "召开50场，2020年。"
    page = article(
        text, mention(2, 5, "a"), mention(6, 11, "b", None), selected="b", title="记录"
    )
    doors = [found for tag, found in page.tags if tag == "a"]
    assert [door["data-mention"] for door in doors] == ["a", "b"]
    assert [door["href"] for door in doors] == [
        "evidence?mention=a",
        "evidence?mention=b",
    ]
    assert "sy-counted" in (doors[0]["class"] or "")
    assert "sy-excluded" in (doors[1]["class"] or "")
    assert doors[1].get("aria-current") == "true"
    assert "aria-current" not in doors[0]


def test_a_number_that_the_print_broke_stays_one_door():
    text = "召开50余\n场招聘会\n第二段"
    groups = paragraphs(pieces(text, [mention(2, 7)], "", lambda _: ""))
    assert ["".join(piece.text for piece in group) for group in groups] == [
        "召开50余\n场招聘会",
        "第二段",
    ]


@pytest.mark.parametrize("words", HOSTILE)
def test_tables_show_words_as_they_are(words):
    cells = [
        [Cell(words, mention_id=words)],
        [Cell(words, source=words)],
        [Cell(words)],
    ]
    page = Page(evidence.table(words, [(words, True)], cells, tail=""))
    tags = {"div", "table", "caption", "thead", "tbody", "tr", "th", "td", "a"}
    assert {tag for tag, _ in page.tags} <= tags
    assert page.text.count(words) == 5


@pytest.mark.parametrize(
    ("url", "kept"),
    [
        ("https://example.gov.cn/a", True),
        ("http://example.gov.cn/a", True),
        ("javascript:alert(1)", False),
        ("data:text/html,x", False),
        ("//example.gov.cn", False),
        ("", False),
        (None, False),
    ],
)
def test_only_web_addresses_become_links(url, kept):
    assert bool(evidence.web_address(url)) is kept
