"""A PDF and marks come in; the same PDF goes out with a highlight, a tick and a note at each figure that was checked.

What a tool of review would write: highlights and ink that any reader of PDFs shows, hides, prints and lists. The pages
themselves stay as they were.
"""

from __future__ import annotations

import ctypes
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import contextmanager
from itertools import groupby
from typing import Any

import pypdfium2_raw as pdfium

from crossfoot.documents.pdfpage import File, View, turned
from crossfoot.errors import InputError
from crossfoot.model import Box, Mark

AUTHOR = "crossfoot"
_STRONG = 0.35  # how much of the colour a highlight has
_INK = {"ok": (0, 125, 60), "bad": (200, 20, 20), "ask": (190, 110, 0)}
_PAPER = {"ok": (140, 230, 170), "bad": (255, 90, 90), "ask": (255, 200, 60)}
_PRINTED = 4  # a flag of an annotation


def marked(content: bytes, marks: Sequence[Mark]) -> bytes:
    """The file with the marks on its pages."""
    file = File(content)
    for number, own in groupby(sorted(marks, key=lambda mark: mark.page), key=lambda mark: mark.page):
        page = pdfium.FPDF_LoadPage(file.handle, number - 1) if 0 < number <= file.pages else None
        if not page:
            raise InputError(f"page {number}: there is no such page to mark")
        try:
            view = turned(page)
            for mark in own:
                _mark(page, view, mark)
        finally:
            pdfium.FPDF_ClosePage(page)
    return _saved(file)


def _mark(page: ctypes.c_void_p, view: View, mark: Mark) -> None:
    boxes = [_back(view, box) for box in mark.boxes]
    with _annotation(page, pdfium.FPDF_ANNOT_HIGHLIGHT, mark, boxes) as note:
        red, green, blue = _PAPER[mark.status]
        pdfium.FPDFAnnot_SetColor(note, pdfium.FPDFANNOT_COLORTYPE_Color, red, green, blue, round(255 * _STRONG))
        for left, bottom, right, top in boxes:
            quad = pdfium.FS_QUADPOINTSF(left, top, right, top, left, bottom, right, bottom)
            pdfium.FPDFAnnot_AppendAttachmentPoints(note, quad)
        pdfium.FPDFAnnot_SetAP(note, pdfium.FPDF_ANNOT_APPEARANCEMODE_NORMAL, _wide(_shade(mark.status, boxes)))
    strokes = [[view.back(x, y) for x, y in stroke] for stroke in _ink(mark)]
    reach = [point for stroke in strokes for point in stroke]
    around = [(x - 1, y - 1, x + 1, y + 1) for x, y in reach]
    with _annotation(page, pdfium.FPDF_ANNOT_INK, mark, around) as note:
        red, green, blue = _INK[mark.status]
        pdfium.FPDFAnnot_SetColor(note, pdfium.FPDFANNOT_COLORTYPE_Color, red, green, blue, 255)
        pdfium.FPDFAnnot_SetBorder(note, 0, 0, 1)
        for stroke in strokes:
            points = (pdfium.FS_POINTF * len(stroke))(*(pdfium.FS_POINTF(x, y) for x, y in stroke))
            pdfium.FPDFAnnot_AddInkStroke(note, points, len(stroke))
        pdfium.FPDFAnnot_SetAP(note, pdfium.FPDF_ANNOT_APPEARANCEMODE_NORMAL, _wide(_drawn(mark.status, strokes)))


def _ink(mark: Mark) -> Iterator[list[tuple[float, float]]]:
    """A tick, a cross or a question's wave at the upper right of the figure, where it hides no words behind it."""
    _, top, right, bottom = mark.boxes[-1]
    size = 0.42 * min(12.0, bottom - top)
    x, y = right - 0.2 * size, top + 0.4 * size
    if mark.status == "ok":
        yield [(x, y), (x + 0.35 * size, y + 0.5 * size), (x + size, y - 0.6 * size)]
    elif mark.status == "bad":
        yield [(x, y - 0.5 * size), (x + size, y + 0.5 * size)]
        yield [(x, y + 0.5 * size), (x + size, y - 0.5 * size)]
    else:
        yield [(x + i * size / 4, y + (0.3 if i % 2 else -0.3) * size) for i in range(5)]


@contextmanager
def _annotation(page: ctypes.c_void_p, kind: int, mark: Mark, boxes: Iterable[Box]) -> Iterator[Any]:
    """A new one around some boxes, with the note of the mark."""
    note = pdfium.FPDFPage_CreateAnnot(page, kind)
    if not note:
        raise InputError(f"page {mark.page}: cannot be written on")
    try:
        left, bottom, right, top = zip(*boxes, strict=True)
        pdfium.FPDFAnnot_SetRect(note, pdfium.FS_RECTF(min(left), max(top), max(right), min(bottom)))
        pdfium.FPDFAnnot_SetFlags(note, _PRINTED)
        for key, words in (("Contents", mark.note), ("T", AUTHOR), ("Subj", mark.subject)):
            pdfium.FPDFAnnot_SetStringValue(note, key.encode(), _wide(words))
        yield note
    finally:
        pdfium.FPDFPage_CloseAnnot(note)


def _back(view: View, box: Box) -> Box:
    """A box on the page as shown, in the coordinates of the file: left, bottom, right, top."""
    (x0, y0), (x1, y1) = view.back(box[0], box[1]), view.back(box[2], box[3])
    return min(x0, x1), min(y0, y1), max(x0, x1), max(y0, y1)


def _shade(status: str, boxes: Iterable[Box]) -> str:
    """Operators that fill the boxes; pdfium lets a highlight shine through by the opacity of its colour."""
    red, green, blue = (part / 255 for part in _PAPER[status])
    fills = (f"{x0:.2f} {y0:.2f} {x1 - x0:.2f} {y1 - y0:.2f} re" for x0, y0, x1, y1 in boxes)
    return f"/GS gs {red:.3f} {green:.3f} {blue:.3f} rg {' '.join(fills)} f"


def _drawn(status: str, strokes: Iterable[Sequence[tuple[float, float]]]) -> str:
    red, green, blue = (part / 255 for part in _INK[status])
    lines = " ".join(
        " ".join(f"{x:.2f} {y:.2f} {'l' if i else 'm'}" for i, (x, y) in enumerate(stroke)) + " S" for stroke in strokes
    )
    return f"{red:.3f} {green:.3f} {blue:.3f} RG 1 w 1 J 1 j {lines}"


def _wide(words: str) -> Any:
    """Text as pdfium takes it: UTF-16, with a zero at the end."""
    made = words.encode("utf-16-le", "replace") + b"\0\0"
    return (ctypes.c_ushort * (len(made) // 2)).from_buffer_copy(made)


def _saved(file: File) -> bytes:
    made = bytearray()

    def write(_writer: object, data: Any, size: int) -> int:
        made.extend(ctypes.string_at(data, size))
        return 1

    writer = pdfium.FPDF_FILEWRITE()
    writer.version = 1
    called: Callable[..., int] = type(writer.WriteBlock)(write)
    writer.WriteBlock = called
    if not pdfium.FPDF_SaveAsCopy(file.handle, ctypes.byref(writer), pdfium.FPDF_NO_INCREMENTAL):
        raise InputError("the marked file could not be written")
    return bytes(made)
