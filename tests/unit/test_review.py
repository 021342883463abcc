"""The review list: close verdicts first, each with a correction that can be pasted."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from etl.__main__ import main
from etl.codebook import load_codebook
from etl.correction_file import load_corrections
from etl.corrections import correct
from etl.extract import extract_text
from etl.review import doubtful, entry, quote
from tests.raw_folder import FAIRS, write_raw

MENTIONS = extract_text(FAIRS, "2023-12-20", doc="siping-2023")
HELD = next(m for m in MENTIONS if m.indicator == "job_fairs")
CLOSE = replace(HELD, margin=0.4, rivals=("arts_events", "job_fair_posts"))


def test_only_close_verdicts_are_listed_the_closest_first():
    closer = replace(CLOSE, margin=0.1)
    clear = replace(CLOSE, margin=9.0)
    alone = replace(CLOSE, rivals=())
    refused = replace(CLOSE, indicator=None, reason="not_listed", margin=0.0)
    assert doubtful([CLOSE, clear, alone, refused, closer]) == [closer, CLOSE]


@pytest.mark.parametrize("rival", ["arts_events", "job_fair_posts"])
def test_the_printed_entry_can_be_pasted_and_applies(tmp_path, rival):
    mention = replace(CLOSE, rivals=(rival,))
    path = tmp_path / "corrections.yaml"
    path.write_text("corrections:\n" + entry(FAIRS, mention), encoding="utf-8")
    declared = load_corrections(path, {i.id for i in load_codebook().indicators})
    (corrected,), _, problems = correct(FAIRS, [mention], declared["siping-2023"])
    assert problems == []
    assert corrected.indicator == rival
    assert corrected.unit == load_codebook().get(rival).unit


@given(
    st.lists(st.sampled_from(["甲", "乙", "3名", "。"]), max_size=30),
    st.integers(0, 99),
)
def test_a_quote_tells_its_number_from_all_others(parts, chosen):
    text = f"起{''.join(parts)}3名终"
    starts = [i for i in range(len(text)) if text.startswith("3名", i)]
    start = starts[chosen % len(starts)]
    words = quote(text, replace(HELD, start=start, end=start + 2, surface="3名"))
    if words != "3名":
        assert text.count(words) == 1
        assert words.count("3名") == 1
        assert (
            start - 200 <= text.index(words) <= start <= text.index(words) + len(words)
        )
    else:  # several stand together: no stretch holds just one and stands once
        assert len(starts) > 1


def test_the_command_lists_an_article(tmp_path, capsys):
    raw = write_raw(tmp_path / "raw")
    assert main(["review", "siping-2023", "--raw", str(raw)]) == 0
    assert "verdicts to look at" in capsys.readouterr().out


def test_an_unknown_source_is_refused(tmp_path, capsys):
    raw = write_raw(tmp_path / "raw")
    assert main(["review", "siping-1999", "--raw", str(raw)]) == 2
    assert "there are siping-2023, shuangliao-2022" in capsys.readouterr().err
