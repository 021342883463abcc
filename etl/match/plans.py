"""What is still to come: sections of plans, and titles that a place is on its way to."""

from __future__ import annotations

import re

from etl.schema import Quantity

HEADING = re.compile(
    r"^[ \t]*[一二三四五六七八九十]{1,2}、(?P<words>[^。；\n]{2,40})$", re.M
)
PLAN = re.compile(
    "工作?计划|工作要点|打算|思路|展望|下一?步|工作安排|工作目标|重点任务|努力方向"
)
DONE = re.compile("情况|完成|落实|回顾|总结|成效|不足|问题")
TOWARDS = re.compile(r"(?:朝|向|奔|瞄准|剑指|冲着|为)[^，。；]{0,16}$")
UNSURE = re.compile("(?:能否|能不能)[^，。；]{0,12}$")
BEHIND = re.compile(
    r"[”’]?[^，。；]{0,12}?(?:迈进|进军|冲刺|冲击|奋进|努力|前进|奋斗|目标|出发|去(?=[。，；]))"
)
AHEAD = re.compile(
    "[^，。；、\\d通按列入据]{0,3}?(?:计划(?!分配|安置|单列|生育|内)|拟(?!定|制)|将于|预计|力争)"
)
"""What stands behind a number of things still to be done: 余下5件计划年底前办结."""
STANDS = re.compile("[只仅][有为占]|目前|现有|截至|已[有建办达发]")
"""What before a number says that it stands now, in a section of plans too."""
SOON = 20
"""So many characters before a number a word of direction stands."""


def planned_spans(text: str) -> list[tuple[int, int]]:
    """Return the sections whose heading announces plans (三、2024年工作计划)."""
    headings = list(HEADING.finditer(text))
    starts = [heading.start() for heading in headings]
    ends = [*starts, len(text)][1:]
    return [
        (heading.end(), end)
        for heading, end in zip(headings, ends, strict=True)
        if PLAN.search(heading["words"]) and not DONE.search(heading["words"])
    ]


def stands(text: str, start: int, quantity: Quantity) -> bool:
    """Tell whether a clause says of a number that it stands now: 拥军商户只有640户."""
    return STANDS.search(text, start, quantity.start) is not None


def aimed_at(text: str, quantity: Quantity) -> bool:
    """Tell whether a place is on its way to a number: 朝“七连冠”迈进."""
    before = text[max(0, quantity.start - SOON) : quantity.start]
    if UNSURE.search(before):
        return True
    return bool(TOWARDS.search(before) and BEHIND.match(text, quantity.end))


def planned_behind(text: str, quantity: Quantity) -> bool:
    """Tell whether the words right behind a number say that it is planned."""
    return AHEAD.match(text, quantity.end) is not None
