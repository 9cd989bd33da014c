"""Bytes come in, text goes out: the encoding is found, the byte-order mark dropped, nothing else is changed."""

from __future__ import annotations

import codecs
import re

from crossfoot.errors import InputError
from crossfoot.late import late

LARGEST = 256 * 1024 * 1024  # bytes of a file of any format
LIMIT = 16 * 1024 * 1024  # characters; promises.md: over a cap is said, never cut in silence

MOST_NULS = 100  # characters for each NUL byte: a stray one is dirt, more are a program or a picture

MOST_CONTROLS = 20  # likewise for all of them: of bytes drawn at random one in nine is one
_CONTROLS = bytes(set(range(32)) - set(b"\t\n\v\f\r\x1b")) + b"\x7f"

_MARKS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),  # before UTF-16: its mark begins with that one's
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
_CHARSET = late(rb"""charset\s{0,3}=\s{0,3}["']?([\w-]{2,20})""", re.IGNORECASE)
_SURROGATES = late("[\ud800-\udfff]")
_HAN = late("[一-鿿]")


def decode(content: bytes | str, *, html: bool = False) -> str:
    """The text of an input. Bytes that are no UTF-8 are tried as GB18030; what is left over becomes U+FFFD.

    >>> decode("吉利汽车".encode("gb18030"))
    '吉利汽车'
    >>> decode(b"\\xef\\xbb\\xbfup 2%")
    'up 2%'
    """
    if len(content) > 4 * LIMIT:
        raise InputError(f"{len(content):,} bytes; the limit is {LIMIT:,} characters")
    text = whole(content) if isinstance(content, str) else _text(content, html)
    if text.startswith("\ufeff"):
        text = text[1:]
    if len(text) > LIMIT:
        raise InputError(f"{len(text):,} characters; the limit is {LIMIT:,}")
    return text


def whole(text: str) -> str:
    """The text with U+FFFD for each half of a surrogate pair, which no encoding can write.

    >>> whole("up " + chr(0xD83D) + "2%")
    'up \ufffd2%'
    """
    try:
        text.encode("utf-8")
    except UnicodeEncodeError:
        return _SURROGATES.sub("\ufffd", text)
    return text


def marked(content: bytes) -> str | None:
    """The text of bytes that begin with a byte-order mark, which alone says how they are to be read.

    >>> marked(b"\\xff\\xfe2\\x00%\\x00"), marked(b"2%")
    ('2%', None)
    """
    for mark, name in _MARKS:
        if content.startswith(mark):
            return content[len(mark) :].decode(name, "replace")
    return None


def _text(content: bytes, html: bool) -> str:
    if (text := marked(content)) is not None:
        return text
    if content.count(0) > 4 + len(content) // MOST_NULS:
        raise InputError("binary, not text: it is full of NUL bytes")
    if len(content) - len(content.translate(None, _CONTROLS)) > 4 + len(content) // MOST_CONTROLS:
        raise InputError("binary, not text: it is full of control characters")
    if html and (named := _CHARSET.search(content[:2048])):
        try:
            return content.decode(named[1].decode("ascii"), "replace")
        except (LookupError, UnicodeDecodeError):
            pass  # a page may name an encoding that does not exist
    try:
        return content.decode("utf-8")
    except UnicodeDecodeError:
        pass
    if content.startswith((b"%PDF", b"PK\x03\x04", b"\xd0\xcf\x11\xe0", b"\x1f\x8b")):
        raise InputError(
            "this is a PDF, an Office file or an archive, not text; hand in its text, or its bytes with format=None"
        )
    try:
        wide = content.decode("gb18030")
    except UnicodeDecodeError:
        wide = ""
    # Any pair of high bytes is some character of GB18030; only if most are common Han is it likely to be meant.
    strange = [c for c in wide if ord(c) > 127]
    if strange and 2 * sum(1 for c in strange if _HAN.match(c) or "\u3000" <= c <= "\u303f" or c > "\uff00") > len(
        strange
    ):
        return wide
    return content.decode("utf-8", "replace")
