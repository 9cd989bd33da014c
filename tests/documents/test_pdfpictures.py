"""Pages as pictures: of the pages that were asked for, what is drawn where its boxes lie, no more than can be held."""

from __future__ import annotations

import struct
import zlib

import pytest

from crossfoot.documents import pdfpictures
from crossfoot.documents.apart import pictured
from crossfoot.errors import InputError
from pdfmaker import Pdf


def _pixels(png: bytes) -> tuple[int, int, bytes]:
    """Its size and its rows, each behind a byte that says how it is packed."""
    wide, high = struct.unpack(">II", png[16:24])
    start = png.index(b"IDAT")
    (size,) = struct.unpack(">I", png[start - 4 : start])
    return wide, high, zlib.decompress(png[start + 4 : start + 4 + size])


def _drawn() -> bytes:
    made = Pdf(300, 200)
    made.rule(100, 50, 200, 50)
    made.page()
    made.page()
    return made.bytes()


def test_the_pages_that_are_asked_for_and_there() -> None:
    first, third = pictured(_drawn(), [1, 3, 9])
    assert (first.page, first.width, first.height, third.page) == (1, 300, 200, 3)


def test_what_is_drawn_stands_where_it_stood() -> None:
    (page,) = pictured(_drawn(), [1])
    wide, high, rows = _pixels(page.png)
    assert (wide, high) == (525, 350)
    dark = {(x, y) for y in range(high) for x in range(wide) if rows[y * (1 + 3 * wide) + 1 + 3 * x] < 160}
    across = [x / wide * page.width for x, _ in dark]
    down = [y / high * page.height for _, y in dark]
    assert abs(min(across) - 100) < 2
    assert abs(max(across) - 200) < 2
    assert all(abs(place - 50) < 2 for place in down)


def test_a_huge_page_is_drawn_coarsely() -> None:
    (page,) = pictured(Pdf(9000, 9000).bytes(), [1])
    wide, high, _ = _pixels(page.png)
    assert wide * high <= pdfpictures.MOST_PIXELS + wide + high


def test_what_is_no_pdf_is_said_in_one_line() -> None:
    with pytest.raises(InputError, match="damaged, or no PDF"):
        pictured(b"%PDF-1.5 and nothing", [1])
