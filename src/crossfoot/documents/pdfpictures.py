"""A PDF and the numbers of some of its pages come in; a picture of each goes out, as a PNG.

Characters of fonts that are not in the file, and that pdfium has none for (Chinese ones above all), are left out of the
picture and handed on as words in their places: what fonts this machine has must not be seen, and a browser has them.

What a reader looks at beside the figures: fine enough to read, and of so few shades that a page of text packs into some
fifty kilobytes. Pages are set upright as `pdfpage` sets them, so that its boxes lie where they lay.
"""

from __future__ import annotations

import ctypes
import struct
import zlib
from collections.abc import Iterator, Sequence
from itertools import groupby
from math import pi
from typing import Any

import pypdfium2_raw as pdfium

from crossfoot.documents.pdfpage import MOST_CHARS, File, View, bold, object_at, turned
from crossfoot.model import Lettering, Picture

FINE = 1.75  # pixels a point: 126 to the inch
MOST_PIXELS = 3_000_000  # of one page; a sheet of A4 has 1.5 million
_SHADES = bytes((n & 0xE0) | (n >> 3 & 0x1C) | (n >> 6) for n in range(256))  # 8 a colour, black and white kept
_MARKS = 0x01  # FPDF_ANNOT: stamps and notes are what a reader sees too
_RGB = 0x10  # FPDF_REVERSE_BYTE_ORDER


def pictured(content: bytes, numbers: Sequence[int]) -> tuple[Picture, ...]:
    """One for each page that there is; a page that cannot be drawn is left out."""
    file = File(content)
    found = (_page(file, number) for number in numbers if 0 < number <= file.pages)
    return tuple(picture for picture in found if picture is not None)


def _page(file: File, number: int) -> Picture | None:
    page = pdfium.FPDF_LoadPage(file.handle, number - 1)
    if not page:
        return None
    try:
        view = turned(page)
        wide, high = view.size
        if min(wide, high) < 1:
            return None
        scale = min(FINE, (MOST_PIXELS / (wide * high)) ** 0.5)
        letters = tuple(_fontless(page, view))
        drawn = _drawn(page, view, max(1, round(wide * scale)), max(1, round(high * scale)))
        return None if drawn is None else Picture(number, wide, high, drawn, letters)
    finally:
        pdfium.FPDF_ClosePage(page)


def _fontless(page: ctypes.c_void_p, view: View) -> Iterator[Lettering]:
    """The words of each object whose font is not there, which is made invisible."""
    text = pdfium.FPDFText_LoadPage(page)
    if not text:
        return
    try:
        place, item_at = ctypes.cast(text, ctypes.c_void_p).value or 0, object_at()
        chars = range(min(pdfium.FPDFText_CountChars(text), MOST_CHARS))
        for key, own in groupby(chars, key=lambda i: item_at(place, i)):
            known = [(i, code) for i in own if _shown(code := pdfium.FPDFText_GetUnicode(text, i))]
            if not key or not any(_unusual(code) for _, code in known):
                continue
            item = pdfium.FPDFText_GetTextObject(text, known[0][0])
            if pdfium.FPDFFont_GetIsEmbedded(pdfium.FPDFTextObj_GetFont(item)):
                continue
            made = _lettering(text, item, known, view)
            if made is not None:
                pdfium.FPDFTextObj_SetTextRenderMode(item, pdfium.FPDF_TEXTRENDERMODE_INVISIBLE)
                yield made
    finally:
        pdfium.FPDFText_ClosePage(text)


def _shown(code: int) -> bool:
    return 32 < code < 0xD800 or 0xE000 <= code < 0xFFFE or 0x10000 <= code < 0x110000


def _unusual(code: int) -> bool:
    """Neither Latin nor a sign that goes with it: the fonts that every reader of PDFs has do not have it."""
    return 0x370 <= code < 0x2000 or 0x2E80 <= code < 0xD7A4 or 0xF900 <= code < 0xFFF0 or code >= 0x20000


def _lettering(text: ctypes.c_void_p, item: Any, chars: Sequence[tuple[int, int]], view: View) -> Lettering | None:
    """Where each character of an object stands; nothing is told of one that runs another way than the page."""
    box, x, y = pdfium.FS_RECTF(), ctypes.c_double(), ctypes.c_double()
    left, tall, base = list[float](), 0.0, 0.0
    for i, _ in chars:
        turns = (-round(pdfium.FPDFText_GetCharAngle(text, i) / (pi / 2))) % 4
        if turns != view.turns or not pdfium.FPDFText_GetLooseCharBox(text, i, box):
            return None
        pdfium.FPDFText_GetCharOrigin(text, i, x, y)
        ends = view.at(box.left, box.bottom), view.at(box.right, box.top)
        tall = max(tall, abs(ends[1][1] - ends[0][1]))
        at, base = view.at(x.value, y.value)
        left.append(round(at, 1))
    size = pdfium.FPDFText_GetFontSize(text, chars[0][0])
    if not 0.4 * tall < size < 2.5 * tall:  # set by a matrix
        size = tall / 1.2
    red, green, blue, alpha = (ctypes.c_uint() for _ in range(4))
    pdfium.FPDFPageObj_GetFillColor(item, red, green, blue, alpha)
    colour = red.value << 16 | green.value << 8 | blue.value
    words = "".join(chr(code) for _, code in chars)
    return Lettering(words, tuple(left), round(base, 1), round(size, 1), colour, bold(text, chars[0][0]))


def _drawn(page: ctypes.c_void_p, view: View, across: int, down: int) -> bytes | None:
    bitmap = pdfium.FPDFBitmap_CreateEx(across, down, pdfium.FPDFBitmap_BGR, None, 0)
    if not bitmap:
        return None
    try:
        pdfium.FPDFBitmap_FillRect(bitmap, 0, 0, across, down, 0xFFFFFFFF)
        turns = (view.turns - pdfium.FPDFPage_GetRotation(page)) % 4
        pdfium.FPDF_RenderPageBitmap(bitmap, page, 0, 0, across, down, turns, _MARKS | _RGB)
        stride = pdfium.FPDFBitmap_GetStride(bitmap)
        seen = ctypes.string_at(pdfium.FPDFBitmap_GetBuffer(bitmap), stride * down)
    finally:
        pdfium.FPDFBitmap_Destroy(bitmap)
    shades = seen.translate(_SHADES)
    return png(across, down, [shades[at * stride : at * stride + 3 * across] for at in range(down)])


def png(across: int, down: int, rows: Sequence[bytes]) -> bytes:
    """Rows of red, green and blue as a file.

    >>> png(1, 1, [b"\\xff\\0\\0"])[:8]
    b'\\x89PNG\\r\\n\\x1a\\n'
    """

    def part(name: bytes, body: bytes) -> bytes:
        return struct.pack(">I", len(body)) + name + body + struct.pack(">I", zlib.crc32(name + body))

    head = struct.pack(">IIBBBBB", across, down, 8, 2, 0, 0, 0)
    packed = zlib.compress(b"".join(b"\0" + row for row in rows), 9)
    return b"\x89PNG\r\n\x1a\n" + part(b"IHDR", head) + part(b"IDAT", packed) + part(b"IEND", b"")
