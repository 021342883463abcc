"""Radicals that fonts of PDF files hand out instead of the character they look like."""

import unicodedata

SUPPLEMENT = dict(
    zip(
        "⺝⺟⺠⺩⺫⺮⺶⺼⻁⻄⻅⻆⻉⻋⻑⻓⻔⻗⻘⻙⻚⻛⻜⻝⻢⻣⻤⻥⻦⻧⻨⻩⻪⻬⻮⻰⻳",
        "月母民王目竹羊肉虎西见角贝车长长门雨青韦页风飞食马骨鬼鱼鸟卤麦黄黾齐齿龙龟",
        strict=True,
    )
)
"""Those of U+2E80 to U+2EF3 that are words; Unicode calls none of them compatible."""
KANGXI = {
    chr(code): unicodedata.normalize("NFKC", chr(code))
    for code in range(0x2F00, 0x2FD6)
} | {"⼾": "户"}
"""U+2F00 to U+2FD5; 户 in the form that Chinese prints mean."""
RADICALS = SUPPLEMENT | KANGXI
