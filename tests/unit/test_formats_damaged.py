"""Files damaged at random: read or refused, never an error of a library."""

import random

import pytest

from etl.errors import InputError
from etl.formats import text_of
from tests.unit.files import docx, drawn, paragraph, pdf

TEXT = "全市召开退役军人招聘会30场，提供岗位1.2万个，达成意向300余人次。\n"
PAGE = "<html><head><meta charset='utf-8'></head><body><p>{}</p></body></html>"
WHOLE = {
    "a.docx": docx(paragraph(TEXT) * 9),
    "a.pdf": pdf(drawn((100, 700, TEXT), (100, 680, TEXT))),
    "a.html": PAGE.format(TEXT * 5).encode(),
    "a.txt": (TEXT * 20).encode("gb18030"),
}


@pytest.mark.parametrize("name", WHOLE)
@pytest.mark.parametrize("seed", range(25))
def test_a_file_damaged_at_random_is_read_or_refused(name, seed):
    dice, data = random.Random(seed), bytearray(WHOLE[name])
    for _ in range(dice.choice((1, 5, 25))):
        place = dice.randrange(len(data))
        if dice.random() < 0.5:
            data[place] = dice.randrange(256)
        else:
            del data[place : place + dice.randrange(20)]
    try:
        assert text_of(bytes(data), name).strip()
    except InputError as error:
        assert name in str(error)
