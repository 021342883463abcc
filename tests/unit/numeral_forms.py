"""Write a whole number in Chinese: the opposite of what etl.detect.numerals reads."""

DIGITS = "零一二三四五六七八九"
SCALES = ("", "十", "百", "千")
GROUPS = ("", "万", "亿", "万亿")
TO_FINANCIAL = str.maketrans("一二三四五六七八九十百千", "壹贰叁肆伍陆柒捌玖拾佰仟")
TO_FULL_WIDTH = {code: code + 0xFEE0 for code in range(ord("!"), ord("~") + 1)}


def _group(number: int) -> str:
    """Return a number below ten thousand, with 零 for gaps inside it."""
    words, gap = "", False
    for place in (3, 2, 1, 0):
        digit = number // 10**place % 10
        if digit:
            words += ("零" if gap and words else "") + DIGITS[digit] + SCALES[place]
        gap = not digit
    return words


def chinese(number: int) -> str:
    """Return 一万零三百 for 10300; numbers below 10**16."""
    if number == 0:
        return "零"
    words = ""
    trillions = number // 10**12
    for index in (3, 2, 1, 0):
        part = number // 10 ** (4 * index) % 10**4
        if part:
            words += ("零" if words and part < 1000 else "") + _group(part)
            words += "万" if index == 3 else GROUPS[index]
        if index == 2 and trillions:
            words += "" if part else "亿"
    return words.removeprefix("一") if words.startswith("一十") else words


def financial(number: int) -> str:
    """Return 壹万零叁佰 for 10300."""
    words = chinese(number)
    return ("一" + words if words.startswith("十") else words).translate(TO_FINANCIAL)


def full_width(text: str) -> str:
    """Return a text in full-width signs."""
    return text.translate(TO_FULL_WIDTH)
