"""What an operator may set: settings.yaml, with two environment variables above it."""

from __future__ import annotations

import os
import re
from functools import cache
from pathlib import Path

import yaml
from pydantic import BaseModel, ConfigDict, ValidationError, field_validator

ROOT = Path(__file__).resolve().parent.parent
FILE = ROOT / "dashboard" / "settings.yaml"

_KEYWORD = r"'self'|'none'"
_ORIGIN = r"https?://(\*\.)?[A-Za-z0-9.-]+(:\d{1,5})?"
ANCESTOR = re.compile(rf"{_KEYWORD}|{_ORIGIN}")


class SettingsError(SystemExit):
    """A setting has no sense: the server does not start, and says which."""


class MapSettings(BaseModel):
    """What the map page prints."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    approval_no: str = ""
    """审图号 of the operator; empty means none, and the page says so."""


class Licence(BaseModel):
    """Under which terms the files may be used; the operator decides."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    name: str = "notspecified"
    """An identifier such as CC-BY-4.0; notspecified means that none is stated."""
    title: str = ""
    path: str = ""
    """The address of the terms."""


class Settings(BaseModel):
    """The settings of one running dashboard."""

    model_config = ConfigDict(frozen=True, extra="forbid", validate_default=True)

    database: Path = Path("data/curated/shuangyong.duckdb")
    """The curated database; a relative path counts from the project's folder."""
    frame_ancestors: tuple[str, ...] = ("'self'",)
    """Who may show the dashboard in a frame: 'self', 'none' or origins."""
    map: MapSettings = MapSettings()
    licence: Licence = Licence()

    @field_validator("database")
    @classmethod
    def _absolute(cls, path: Path) -> Path:
        return path if path.is_absolute() else ROOT / path

    @field_validator("frame_ancestors")
    @classmethod
    def _origins(cls, values: tuple[str, ...]) -> tuple[str, ...]:
        bad = [value for value in values if not ANCESTOR.fullmatch(value)]
        if bad:
            raise ValueError(
                f"{', '.join(bad)} is no origin; write 'self', 'none' "
                "or scheme and host, such as https://portal.example.gov.cn"
            )
        return values


def _from_environment() -> dict[str, object]:
    """The settings that environment variables carry, where they are set."""
    found: dict[str, object] = {}
    if path := os.environ.get("SHUANGYONG_DATABASE"):
        found["database"] = path
    if ancestors := os.environ.get("SHUANGYONG_FRAME_ANCESTORS"):
        found["frame_ancestors"] = ancestors.split()
    return found


@cache
def settings() -> Settings:
    """Read the settings once.

    Raises:
        SettingsError: the file is no YAML, a key is unknown or a value has no sense.
    """
    try:
        written = yaml.safe_load(FILE.read_text(encoding="utf-8")) or {}
        if not isinstance(written, dict):
            raise SettingsError(f"{FILE}: write one `name: value` a line")
        return Settings.model_validate({**written, **_from_environment()})
    except yaml.YAMLError as error:
        raise SettingsError(f"{FILE}: not valid YAML: {error}") from error
    except ValidationError as error:
        said = [f"{'.'.join(map(str, e['loc']))}: {e['msg']}" for e in error.errors()]
        raise SettingsError(f"{FILE} or environment: " + "; ".join(said)) from error
