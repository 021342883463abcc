"""A small folder of raw articles, written for a test; their words are ours."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

FAIRS = (
    "退役军人专场招聘会在我市举办\n2023年12月20日\n"
    "今年以来，我市举办退役军人专场招聘会12场，提供岗位3000余个，"
    "426人达成就业意向。\n三年来，累计发放慰问金120万元。\n"
)
TRAINING = "2022年，全县组织退役士兵技能培训86人，发放抚恤金2300万元。\n"
ENTRY = """\
  - source_id: {id}
    adcode: "{adcode}"
    file: {id}.txt
    published: "{published}"
    published_basis: 页面日期
"""


def write_raw(folder: Path, texts: Mapping[str, str] | None = None) -> Path:
    """Write articles with their list; the keys are source ids. Return the folder."""
    texts = (
        {"siping-2023": FAIRS, "shuangliao-2022": TRAINING} if texts is None else texts
    )
    folder.mkdir(parents=True, exist_ok=True)
    entries = ["sources:\n"]
    for name, text in texts.items():
        (folder / f"{name}.txt").write_text(text, encoding="utf-8", newline="")
        adcode = "220300" if name.startswith("siping") else "220382"
        year = name.rpartition("-")[2]
        entries.append(ENTRY.format(id=name, adcode=adcode, published=year))
    (folder / "sources.yaml").write_text("".join(entries), encoding="utf-8")
    return folder


def contents(folder: Path) -> dict[str, bytes]:
    """Return the bytes of every file of a folder by its name, hidden ones as well."""
    return {path.name: path.read_bytes() for path in folder.iterdir() if path.is_file()}
