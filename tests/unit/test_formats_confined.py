"""A file that keeps its reader busy is given up, in a sentence, and nothing is left."""

from __future__ import annotations

import signal
import sys
import zlib
from types import ModuleType

import pytest

from etl.errors import InputError
from etl.formats import confined, text_of
from tests.unit.files import drawn, pdf

TEXT = "全市召开退役军人招聘会30场，提供岗位1.2万个，达成意向300余人次。"
BUSY = pdf(zlib.compress(b"0 0 m 1 1 l S\n" * 340_000))
"""One page within every size that is checked, with a third of a million strokes."""


def test_a_file_on_which_a_reader_does_not_end_is_given_up(monkeypatch):
    monkeypatch.setattr(confined, "SECONDS", 1)
    with pytest.raises(InputError, match="takes more than 1 s to read; save the text"):
        text_of(BUSY, "a.pdf")


def test_a_file_within_the_limit_is_read():
    assert text_of(pdf(drawn((100, 700, TEXT))), "a.pdf").strip() == TEXT


def test_the_main_script_is_not_run_again(monkeypatch, tmp_path):
    script = tmp_path / "app.py"
    script.write_text("raise SystemExit('the app ran')", "utf-8")
    main = ModuleType("__main__")
    main.__file__ = str(script)
    monkeypatch.setitem(sys.modules, "__main__", main)
    assert text_of(pdf(drawn((100, 700, TEXT))), "a.pdf").strip() == TEXT


def test_a_name_that_looks_like_an_option_is_a_name():
    assert text_of(pdf(drawn((100, 700, TEXT))), "--help.pdf").strip() == TEXT


@pytest.mark.parametrize(
    ("code", "words"),
    [
        (-signal.SIGXCPU, "takes more than"),
        (-signal.SIGKILL, "takes more than"),
        (-signal.SIGSEGV, "breaks its reader"),
    ],
)
def test_a_process_that_ends_without_an_answer_says_why(code, words):
    with pytest.raises(InputError, match=words):
        confined.read_or_refused(b"", code, "a.pdf")
