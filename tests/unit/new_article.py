"""An article to be filed, and a folder of articles to file it in."""

import shutil
from pathlib import Path

import yaml

from etl.filing_plan import Wish
from etl.paths import RAW
from etl.schema import Source

TEXT = (
    "张家口市双拥工作综述\n2020-10-30\n"
    "四年来，张家口市举办退役军人专场招聘会36场，提供就业岗位41200个。"
    "悬挂光荣牌17.3万块。明年计划再办12场招聘会。\n"
)


def copy_of_raw(folder: Path) -> Path:
    """Return a copy of the published articles, to be changed."""
    listed = yaml.safe_load((RAW / "sources.yaml").read_text(encoding="utf-8"))
    folder.mkdir()
    for name in ["sources.yaml", *(entry["file"] for entry in listed["sources"])]:
        shutil.copy(RAW / name, folder / name)
    return folder


def contents(folder):
    return {path.name: path.read_bytes() for path in folder.iterdir()}


def wish(file, city="张家口", **details):
    empty = {"source_id": "", "adcode": "", "file": ""}
    return Wish(file, city, Source(**(empty | details)))
