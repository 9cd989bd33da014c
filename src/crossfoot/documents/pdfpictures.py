"""A PDF and the numbers of some of its pages come in; a picture of each goes out, as a PNG.

What a reader looks at beside the figures: fine enough to read, and of so few shades that a page of text packs into some
fifty kilobytes. Pages are set upright as `pdfpage` sets them, so that its boxes lie where they lay.
"""

from __future__ import annotations

import ctypes
import struct
import zlib
from collections.abc import Sequence

import pypdfium2_raw as pdfium

from crossfoot.documents.pdfpage import File, View, turned
from crossfoot.model import Picture

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
        drawn = _drawn(page, view, max(1, round(wide * scale)), max(1, round(high * scale)))
        return None if drawn is None else Picture(number, wide, high, drawn)
    finally:
        pdfium.FPDF_ClosePage(page)


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
