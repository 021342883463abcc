"""Percentages of a rate that the codebook does not know: 发证率达96%."""

from __future__ import annotations

import re

from etl.match.passages import Passage
from etl.match.sentences import Sentence
from etl.schema import Quantity

REACH = 12
"""Characters before a percentage in which the name of its rate ends."""
RATE = re.compile(r"率(?=[一-鿿]{0,5}[:： ]{0,2}$)")
"""The last letter of a rate's name, with 达, 均为 or 稳定在 before the number."""
ALONGSIDE = ("满意率", "完成率", "落实率", "实现率")
"""Rates of anything: what is counted stands before them (安置率、满意率均为100%)."""


def is_unknown_rate(page: Passage, sentence: Sentence, quantity: Quantity) -> bool:
    """Tell whether a percentage is a rate by a name that no cue ends in."""
    if quantity.unit != "percent":
        return False
    text = page.text
    start = max(sentence.start, quantity.start - REACH)
    named = [match.end() for match in RATE.finditer(text[start : quantity.start])]
    if not named:
        return False
    end = start + named[-1]
    if text.endswith(ALONGSIDE, start, end):
        return False
    cues = page.cues.between(end - REACH, end)
    return not any(cue_end == end and word.entries for _, cue_end, word in cues)
