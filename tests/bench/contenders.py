"""What reads numbers out of a text: ours, and what others would use instead.

Each contender takes a text and returns how many numbers it found. Their work is not the
same: only ours says what a number is about, when and where; the others give a scale.
"""

from __future__ import annotations

import re
import warnings
from collections.abc import Callable

Contender = Callable[[str], int]
BETWEEN = "\f"
"""Stands between articles that are read one by one."""
DIGITS = re.compile(r"\d+(?:\.\d+)?")


def extraction(text: str) -> int:
    """The whole extraction: numbers, bounds, indicators, periods, places, reasons."""
    from etl.extract import extract_text

    return len(extract_text(text))


def one_by_one(text: str) -> int:
    """The whole extraction of one article after the other: nothing is told again."""
    from etl.extract import extract_text

    return sum(len(extract_text(article)) for article in text.split(BETWEEN))


def cn2an_sentences(text: str) -> int:
    """cn2an's sentence transform: Chinese numerals rewritten as digits, counted."""
    import cn2an

    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        return len(DIGITS.findall(cn2an.transform(text, "cn2an")))


def recognizers(text: str) -> int:
    """Microsoft's Recognizers-Text, numbers with a unit of measure or currency."""
    from recognizers_number_with_unit import recognize_currency, recognize_dimension
    from recognizers_text import Culture

    found = recognize_dimension(text, Culture.Chinese)
    return len(found) + len(recognize_currency(text, Culture.Chinese))


def digits(text: str) -> int:
    """A compiled expression of digits: the floor that no reader can go below."""
    return len(DIGITS.findall(text))


CONTENDERS: dict[str, Contender] = {
    "full extraction": extraction,
    "extraction, one by one": one_by_one,
    "cn2an transform": cn2an_sentences,
    "recognizers number-with-unit": recognizers,
    "digits by regex": digits,
}
