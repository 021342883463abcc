"""A wrong setting stops the server with a sentence, not with a traceback."""

from __future__ import annotations

import pytest

from dashboard import settings as module
from dashboard.settings import ROOT, SettingsError, settings


@pytest.fixture
def written(tmp_path, monkeypatch):
    """A settings file of the test's own."""
    path = tmp_path / "settings.yaml"
    monkeypatch.setattr(module, "FILE", path)
    monkeypatch.delenv("SHUANGYONG_DATABASE", raising=False)
    monkeypatch.delenv("SHUANGYONG_FRAME_ANCESTORS", raising=False)
    settings.cache_clear()
    yield path
    settings.cache_clear()


@pytest.mark.parametrize(
    ("text", "named"),
    [
        ("databse: x.duckdb", "databse"),
        ("frame_ancestors: portal", "frame_ancestors"),
        ("frame_ancestors: ['javascript:x']", "javascript:x is no origin"),
        ("map: {approval: x}", "map.approval"),
        ("database: [", "not valid YAML"),
        ("- a\n- b", "settings.yaml"),
    ],
)
def test_what_has_no_sense_is_named(written, text, named):
    written.write_text(text, encoding="utf-8")
    with pytest.raises(SettingsError) as stopped:
        settings()
    assert named in str(stopped.value)
    assert "settings.yaml" in str(stopped.value)


def test_an_empty_file_means_the_defaults(written):
    written.write_text("", encoding="utf-8")
    assert settings().frame_ancestors == ("'self'",)
    assert settings().database == ROOT / "data/curated/shuangyong.duckdb"


def test_the_environment_wins_over_the_file(written, monkeypatch):
    written.write_text("database: a.duckdb", encoding="utf-8")
    monkeypatch.setenv("SHUANGYONG_DATABASE", "/somewhere/b.duckdb")
    assert str(settings().database) == "/somewhere/b.duckdb"


def test_the_file_of_the_project_is_valid(monkeypatch):
    monkeypatch.delenv("SHUANGYONG_DATABASE", raising=False)
    settings.cache_clear()
    assert settings().database.name == "shuangyong.duckdb"
    settings.cache_clear()
