"""Plain text: UTF-8, UTF-16 with a mark, or GB18030; never rubbish."""

import codecs
import re

from etl.errors import InputError

CONTROL = re.compile(r"[\x00-\x08\x0e-\x1f]")
SAVE_AS_UTF8 = "open it in an editor, check the text and save it as UTF-8."
COMMON_SHARE = 0.7
"""At least this share of the wide characters of a GB18030 text is in everyday use."""
SAMPLE = 100_000
"""Characters looked at to tell an encoding; more would not change the answer."""


def read(data: bytes, name: str) -> str:
    """Return the characters of a text file, all of them, line ends as they are.

    A byte order mark of UTF-8 stays as the first character, so that offsets agree with
    any program that decodes the file as UTF-8.

    Raises:
        InputError: The bytes are no text in an encoding that is known for certain.
    """
    text = decode(data, name)
    control = CONTROL.search(text)
    if control:
        raise InputError(
            f"{name} is not a text file: it holds the control character "
            f"{control[0]!r} in line {line_of(text, control.start())}; {SAVE_AS_UTF8}"
        )
    return text


def decode(data: bytes, name: str) -> str:
    """Return the decoded bytes.

    Raises:
        InputError: No encoding fits.
    """
    if data.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)):
        return decoded_as("utf-16", data, name)
    try:
        return data.decode("utf-8")
    except UnicodeDecodeError as error:
        return gb18030_text(data, name, error)


def decoded_as(encoding: str, data: bytes, name: str) -> str:
    """Return the bytes decoded in an encoding that the file itself declares.

    Raises:
        InputError: They do not fit it.
    """
    try:
        return data.decode(encoding)
    except UnicodeDecodeError as error:
        raise InputError(undecodable(name, data, error)) from None


def gb18030_text(data: bytes, name: str, first_error: UnicodeDecodeError) -> str:
    """Return the bytes decoded as GB18030, if what comes out is everyday Chinese.

    GB18030 gives nearly any bytes some meaning, so the characters themselves decide.

    Raises:
        InputError: They are not GB18030, or what comes out is rubbish.
    """
    try:
        text = data.decode("gb18030")
    except UnicodeDecodeError:
        raise InputError(undecodable(name, data, first_error)) from None
    if common_share(text) < COMMON_SHARE:
        raise InputError(undecodable(name, data, first_error))
    return text


def common_share(text: str) -> float:
    """Return the share of the wide characters that GB 2312 calls common, 0 to 1."""
    wide = [char for char in text[:SAMPLE] if ord(char) > 0x7F]
    return sum(map(is_common, wide)) / len(wide) if wide else 0.0


def is_common(char: str) -> bool:
    """Say whether a character is a sign or a level-1 character of GB 2312."""
    code = char.encode("gb2312", errors="ignore")
    return len(code) == 2 and code[0] <= 0xD7


def undecodable(name: str, data: bytes, error: UnicodeDecodeError) -> str:
    """Return the sentence for bytes that are no text."""
    line = data.count(b"\n", 0, error.start) + 1
    return (
        f"{name} is neither UTF-8 nor GB18030 text: byte {error.start} "
        f"(line {line}) does not fit; {SAVE_AS_UTF8}"
    )


def line_of(text: str, offset: int) -> int:
    """Return the line number of an offset, counted from 1."""
    return text.count("\n", 0, offset) + 1
