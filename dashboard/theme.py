"""Colours, type and the rules of style that follow from them."""

from __future__ import annotations

from dataclasses import dataclass, fields
from typing import Literal

Mode = Literal["light", "dark"]
FONT = (
    "'Noto Sans CJK SC','Source Han Sans SC','Microsoft YaHei',"
    "'PingFang SC','WenQuanYi Micro Hei','SimHei',sans-serif"
)
"""Chinese fonts of Linux, Windows and macOS: a picture is drawn with those of its reader."""


@dataclass(frozen=True, slots=True)
class Palette:
    """The colours of one mode; see docs for which is used for what."""

    paper: str
    ink: str
    secondary: str
    grid: str
    accent: str
    peer: str
    faded: str
    track: str
    card: str


PALETTES: dict[Mode, Palette] = {
    "light": Palette(
        paper="#FFFFFF",
        ink="#1F2328",
        secondary="#5F6773",
        grid="#E7E9ED",
        accent="#B4232A",
        peer="#7A8594",
        faded="#C3C9D1",
        track="#D6DAE0",
        card="#F7F8FA",
    ),
    "dark": Palette(
        paper="#0F1318",
        ink="#E8E8E8",
        secondary="#A3ABB6",
        grid="#2A3038",
        accent="#FF7A70",
        peer="#8F9AA8",
        faded="#5A6472",
        track="#39414B",
        card="#161B22",
    ),
}

THEME_HUES: dict[str, int] = {
    "placement": 212,
    "employment": 168,
    "funds": 38,
    "honour": 356,
    "education": 262,
    "services": 190,
    "publicity": 318,
    "army_aid": 96,
}
"""One quiet hue a theme (degrees), only where themes are the subject."""


def hue(theme: str | None) -> int | None:
    """The hue of a theme; None for a theme that has none, shown in grey."""
    return THEME_HUES.get(theme or "")


def variables(mode: Mode) -> str:
    """The palette as CSS variables, for the stylesheet and the marked article."""
    palette = PALETTES[mode]
    rules = [f"--{item.name}:{getattr(palette, item.name)}" for item in fields(palette)]
    rules.append(f"--mark-light:{86 if mode == 'light' else 24}%")
    return ":root{" + ";".join(rules) + "}"
