"""A PDF comes in; of each page its words, rules and pictures go out, as they stand on the page when it is looked at.

Coordinates that leave it are points from the top left of the page as shown: turned
pages, and pages whose text is turned as a whole, are set upright.
"""

from __future__ import annotations

import ctypes
import re
from collections import Counter
from collections.abc import Callable, Iterator
from functools import cache
from itertools import pairwise
from math import pi

import msgspec
import pypdfium2_raw as pdfium

from crossfoot.documents.pdfwords import Char, Word, lines_of
from crossfoot.errors import InputError
from crossfoot.late import late
from crossfoot.lexicon.told import say

MOST_CHARS = 400_000  # on one page; a dense one has 10,000
MOST_OBJECTS = 200_000
_MOST_SEGMENTS = 400_000
_MOST_DEPTH = 16  # of forms within forms
_THIN = 2.5  # points: a filled box no thicker is a rule
_SHORT = 4.0  # points: a rule no longer is part of a letter or an ornament
_ERRORS = {
    3: "damaged, or no PDF",
    4: "encrypted: save it without a password",
    5: "protected in a way that cannot be read",
}
_BOLD = late(rb"bold|black|heavy|semibd|-bd|demi", re.IGNORECASE)


class Rule(msgspec.Struct, gc=False, frozen=True, order=True):
    """A straight line along an axis; `at` is where it stands on the other axis."""

    at: float
    start: float
    end: float


class Page(msgspec.Struct, gc=False):
    number: int
    width: float
    height: float
    lines: list[list[Word]]  # words of one baseline from left to right, lines from the top
    across: list[Rule]  # rules from left to right
    down: list[Rule]
    pictures: float = 0.0  # how much of the page they cover
    missing: bool = False  # are there characters whose meaning the file does not tell?


def load() -> None:
    """Make pdfium ready; once is enough."""
    pdfium.FPDF_InitLibrary()


class File:
    """An open PDF. pdfium reads from the bytes as it goes, so they are kept."""

    def __init__(self, content: bytes) -> None:
        load()
        self.content = content
        self.handle = pdfium.FPDF_LoadMemDocument64(content, len(content), None)
        if not self.handle:
            raise InputError(_ERRORS.get(pdfium.FPDF_GetLastError(), "damaged"))
        self.pages = pdfium.FPDF_GetPageCount(self.handle)
        if self.pages <= 0:
            raise InputError("has no pages, or is damaged")

    def page(self, index: int) -> Page | None:
        """One page, counted from 0; None if it cannot be read."""
        page = pdfium.FPDF_LoadPage(self.handle, index)
        if not page:
            return None
        try:
            return _page(page, index + 1)
        finally:
            pdfium.FPDF_ClosePage(page)


class View:
    """From the coordinates of the file to those of the page as it is looked at."""

    def __init__(self, page: ctypes.c_void_p) -> None:
        box = pdfium.FS_RECTF()
        pdfium.FPDF_GetPageBoundingBox(page, box)
        self.left, self.top, self.right, self.bottom = box.left, box.top, box.right, box.bottom
        self.turns = pdfium.FPDFPage_GetRotation(page) % 4

    @property
    def size(self) -> tuple[float, float]:
        wide, high = self.right - self.left, self.top - self.bottom
        return (high, wide) if self.turns % 2 else (wide, high)

    def at(self, x: float, y: float) -> tuple[float, float]:
        if self.turns == 0:
            return x - self.left, self.top - y
        if self.turns == 1:
            return y - self.bottom, x - self.left
        if self.turns == 2:
            return self.right - x, y - self.bottom
        return self.top - y, self.right - x

    def back(self, x: float, y: float) -> tuple[float, float]:
        """From the page as it is looked at to the file."""
        if self.turns == 0:
            return x + self.left, self.top - y
        if self.turns == 1:
            return y + self.left, x + self.bottom
        if self.turns == 2:
            return self.right - x, y + self.bottom
        return self.right - y, self.top - x


def turned(page: ctypes.c_void_p) -> View:
    """How a page is looked at: as it says, or so that most of its text runs from left to right."""
    view = View(page)
    text = pdfium.FPDFText_LoadPage(page)
    if text:
        upright = _usual_turn(text, pdfium.FPDFText_CountChars(text))
        view.turns = view.turns if upright is None else upright
        pdfium.FPDFText_ClosePage(text)
    return view


def _page(page: ctypes.c_void_p, number: int) -> Page:
    view = View(page)
    text = pdfium.FPDFText_LoadPage(page)
    if not text:
        raise InputError(say("page_unread", str(number)))
    try:
        count = pdfium.FPDFText_CountChars(text)
        if count > MOST_CHARS:
            raise InputError(say("page_full", str(number), f"{count:,}", f"{MOST_CHARS:,}"))
        upright = _usual_turn(text, count)
        view.turns = view.turns if upright is None else upright
        chars, missing = _Letters(text, view).all(count)
    finally:
        pdfium.FPDFText_ClosePage(text)
    width, height = view.size
    drawn = _Drawn(view)
    drawn.walk(pdfium.FPDFPage_CountObjects(page), lambda i: pdfium.FPDFPage_GetObject(page, i), _UNMOVED, 0)
    area = min(1.0, drawn.pictures / max(1.0, width * height))
    return Page(number, width, height, lines_of(chars), drawn.across, drawn.down, area, missing)


# -------------------------------------------------------------------------------------------------------- characters


def _usual_turn(text: ctypes.c_void_p, count: int) -> int | None:
    """How often the page must be turned so that most of its text runs from left to right, whatever the page says."""
    step = max(1, count // 400)
    angles = Counter(
        round(pdfium.FPDFText_GetCharAngle(text, i) / (pi / 2)) % 4
        for i in range(0, count, step)
        if pdfium.FPDFText_GetUnicode(text, i) > 32
    )
    usual = angles.most_common(1)
    return (-usual[0][0]) % 4 if usual and usual[0][1] > 0.6 * angles.total() else None


class _Letters:
    """Asks pdfium about the characters of a page as seldom as it can: a dense page has ten thousand of them.

    What holds for all characters that are set at once is asked once, and how a font tells widths once for each letter.
    """

    def __init__(self, text: ctypes.c_void_p, view: View) -> None:
        self.text, self.view = text, view
        self.sets: dict[int, _Set] = {}
        self.wide: dict[tuple[int, int], bool] = {}  # by font and letter: is its width as it is told?
        self.loose = pdfium.FS_RECTF()
        left, right, bottom, top, x, y = self.doubles = [ctypes.c_double() for _ in range(6)]
        self.boxed, self.origin = (
            [ctypes.byref(d) for d in (left, right, bottom, top)],
            [ctypes.byref(x), ctypes.byref(y)],
        )

    def all(self, count: int) -> tuple[list[Char], bool]:
        """The characters that run from left to right, those that a reader of the file made up left out."""
        text, loose, at, sets = self.text, self.loose, self.view.at, self.sets
        code_at, item_at = pdfium.FPDFText_GetUnicode, object_at()
        box_at, place = pdfium.FPDFText_GetLooseCharBox, ctypes.cast(text, ctypes.c_void_p).value or 0
        chars: list[Char] = []
        missing = 0
        for i in range(count):
            code = code_at(text, i)
            key = item_at(place, i) or 0
            if code in (10, 13) or ((code == 32 or not key) and pdfium.FPDFText_IsGenerated(text, i)):
                continue
            if code == 2:  # what pdfium makes of a hyphen at the end of a line
                code = 45
            if code in (0, 0xFFFD, 0xFFFE) or 0xE000 <= code <= 0xF8FF:
                missing += 1
            if code < 32 or code > 0x10FFFF or 0xD800 <= code < 0xE000:
                continue
            if not box_at(text, i, loose):
                continue
            ax, ay = at(loose.left, loose.bottom)
            bx, by = at(loose.right, loose.top)
            known = sets.get(key)
            if known is None or not key:
                known = sets[key] = self._set(i, code)
            if not known.straight:
                continue
            if ay != known.bottom and not self._stand(i, ay, known):
                continue
            size, given = abs(by - ay), known.size
            if not 0.4 * size < given < 2.5 * size:  # set by a matrix, or a font with odd bounds
                given = size / 1.2
            if bx < ax:
                ax, bx = bx, ax
            if code != 32:
                told = self.wide.get((known.font, code)) if known.font else None
                if not told:
                    ax, bx = self._width(i, code, ax, bx, given, known)
            chars.append(Char(chr(code), ax, bx, known.base, given, known.bold))
        return chars, missing > 5 and 2 * missing > len(chars)

    def _set(self, i: int, code: int) -> _Set:
        item = pdfium.FPDFText_GetTextObject(self.text, i)
        font = ctypes.cast(pdfium.FPDFTextObj_GetFont(item), ctypes.c_void_p).value or 0 if item else 0
        angle = round(pdfium.FPDFText_GetCharAngle(self.text, i) / (pi / 2)) % 4
        straight = code == 32 or (-angle) % 4 == self.view.turns
        return _Set(font, pdfium.FPDFText_GetFontSize(self.text, i), bold(self.text, i), straight)

    def _stand(self, i: int, bottom: float, known: _Set) -> bool:
        """Where the baseline is below a character whose bottom is another than that of those before it."""
        if not pdfium.FPDFText_GetCharOrigin(self.text, i, *self.origin):
            return False
        x, y = self.doubles[4:]
        known.base, known.bottom = self.view.at(x.value, y.value)[1], bottom
        return True

    def _width(self, i: int, code: int, x0: float, x1: float, size: float, known: _Set) -> tuple[float, float]:
        """Some fonts tell a width of zero or of a whole line: then the ink is believed."""
        left, right, bottom, top = (
            (d.value for d in self.doubles[:4])
            if pdfium.FPDFText_GetCharBox(self.text, i, *self.boxed)
            else (0.0, 0.0, 0.0, 0.0)
        )
        if right <= left:
            return x0, x1
        ink = self.view.at(left, bottom)[0], self.view.at(right, top)[0]
        wide = max(ink) - min(ink)
        if 0.5 * wide < x1 - x0 < 3 * size + wide:
            self.wide[known.font, code] = True
            return x0, x1
        return min(ink), max(ink)


class _Set(msgspec.Struct, gc=False):
    """What holds for characters that are set at once."""

    font: int
    size: float
    bold: bool
    straight: bool  # do they run from left to right?
    bottom: float | None = None
    base: float = 0.0


@cache
def object_at() -> Callable[[int, int], int | None]:
    """The object that set a character, by its address: the same function of pdfium, which makes no pointer of it."""
    address = ctypes.cast(pdfium.FPDFText_GetTextObject, ctypes.c_void_p).value or 0
    return ctypes.CFUNCTYPE(ctypes.c_void_p, ctypes.c_void_p, ctypes.c_int)(address)


def bold(text: ctypes.c_void_p, index: int) -> bool:
    if pdfium.FPDFText_GetFontWeight(text, index) >= 600:
        return True
    name, flags = ctypes.create_string_buffer(128), ctypes.c_int()
    pdfium.FPDFText_GetFontInfo(text, index, name, 128, ctypes.byref(flags))
    return bool(_BOLD.search(name.value))


# ------------------------------------------------------------------------------------------------------------- rules

_Matrix = tuple[float, float, float, float, float, float]
_UNMOVED: _Matrix = (1.0, 0.0, 0.0, 1.0, 0.0, 0.0)


class _Drawn:
    """What is drawn on a page besides text."""

    def __init__(self, view: View) -> None:
        self.view = view
        self.across: list[Rule] = []
        self.down: list[Rule] = []
        self.pictures = 0.0
        self.objects = self.segments = 0

    def walk(self, count: int, get: Callable[[int], ctypes.c_void_p], matrix: _Matrix, depth: int) -> None:
        for i in range(count):
            self.objects += 1
            if self.objects > MOST_OBJECTS:
                return
            item = get(i)
            kind = pdfium.FPDFPageObj_GetType(item)
            if kind == pdfium.FPDF_PAGEOBJ_PATH:
                self._path(item, _times(_matrix(item), matrix))
            elif kind == pdfium.FPDF_PAGEOBJ_IMAGE:
                self._picture(_times(_matrix(item), matrix))
            elif kind == pdfium.FPDF_PAGEOBJ_FORM and depth < _MOST_DEPTH:
                inner = _times(_matrix(item), matrix)
                self.walk(
                    pdfium.FPDFFormObj_CountObjects(item),
                    lambda k, form=item: pdfium.FPDFFormObj_GetObject(form, k),  # type: ignore[misc]
                    inner,
                    depth + 1,
                )

    def _picture(self, matrix: _Matrix) -> None:
        area = abs(matrix[0] * matrix[3] - matrix[1] * matrix[2])
        self.pictures += area
        (x0, y0), (x1, y1) = self._at(matrix, 0, 0), self._at(matrix, 1, 1)
        self._box(x0, y0, x1, y1, filled_only=True)  # rules are now and then set as pictures

    def _path(self, item: ctypes.c_void_p, matrix: _Matrix) -> None:
        mode, stroked = ctypes.c_int(), ctypes.c_int()
        if not pdfium.FPDFPath_GetDrawMode(item, ctypes.byref(mode), ctypes.byref(stroked)):
            return
        if not stroked.value and not mode.value:
            return
        if _invisible(item, bool(stroked.value)):
            return
        for points in self._shapes(item, matrix):
            if stroked.value:
                for (x0, y0), (x1, y1) in pairwise(points):
                    self._line(x0, y0, x1, y1)
            if mode.value and len(points) >= 4:
                xs, ys = [p[0] for p in points], [p[1] for p in points]
                if len(points) <= 6:
                    self._box(min(xs), min(ys), max(xs), max(ys), filled_only=True)

    def _shapes(self, item: ctypes.c_void_p, matrix: _Matrix) -> Iterator[list[tuple[float, float]]]:
        count = pdfium.FPDFPath_CountSegments(item)
        self.segments += max(0, count)
        if count <= 0 or count > 5000 or self.segments > _MOST_SEGMENTS:
            return
        points: list[tuple[float, float]] = []
        x, y = ctypes.c_float(), ctypes.c_float()
        for i in range(count):
            segment = pdfium.FPDFPath_GetPathSegment(item, i)
            kind = pdfium.FPDFPathSegment_GetType(segment)
            if kind == pdfium.FPDF_SEGMENT_BEZIERTO:
                points = []
                continue
            pdfium.FPDFPathSegment_GetPoint(segment, ctypes.byref(x), ctypes.byref(y))
            if kind == pdfium.FPDF_SEGMENT_MOVETO:
                if len(points) > 1:
                    yield points
                points = []
            points.append(self._at(matrix, x.value, y.value))
            if pdfium.FPDFPathSegment_GetClose(segment) and len(points) > 2:
                points.append(points[0])
        if len(points) > 1:
            yield points

    def _at(self, matrix: _Matrix, x: float, y: float) -> tuple[float, float]:
        a, b, c, d, e, f = matrix
        return self.view.at(a * x + c * y + e, b * x + d * y + f)

    def _line(self, x0: float, y0: float, x1: float, y1: float) -> None:
        if abs(y1 - y0) <= 1 and abs(x1 - x0) >= _SHORT:
            self.across.append(Rule((y0 + y1) / 2, min(x0, x1), max(x0, x1)))
        elif abs(x1 - x0) <= 1 and abs(y1 - y0) >= _SHORT:
            self.down.append(Rule((x0 + x1) / 2, min(y0, y1), max(y0, y1)))

    def _box(self, x0: float, y0: float, x1: float, y1: float, filled_only: bool) -> None:
        """A filled box is a rule if it is thin."""
        x0, x1, y0, y1 = min(x0, x1), max(x0, x1), min(y0, y1), max(y0, y1)
        if y1 - y0 <= _THIN and x1 - x0 >= max(_SHORT, 2 * (y1 - y0)):
            self.across.append(Rule((y0 + y1) / 2, x0, x1))
        elif x1 - x0 <= _THIN and y1 - y0 >= max(_SHORT, 2 * (x1 - x0)):
            self.down.append(Rule((x0 + x1) / 2, y0, y1))


def _invisible(item: ctypes.c_void_p, stroked: bool) -> bool:
    """White or transparent: drawn, but not to be seen."""
    red, green, blue, alpha = (ctypes.c_uint() for _ in range(4))
    get = pdfium.FPDFPageObj_GetStrokeColor if stroked else pdfium.FPDFPageObj_GetFillColor
    if not get(item, *(ctypes.byref(part) for part in (red, green, blue, alpha))):
        return False
    return alpha.value == 0 or min(red.value, green.value, blue.value) >= 250


def _matrix(item: ctypes.c_void_p) -> _Matrix:
    matrix = pdfium.FS_MATRIX()
    if not pdfium.FPDFPageObj_GetMatrix(item, matrix):
        return _UNMOVED
    return matrix.a, matrix.b, matrix.c, matrix.d, matrix.e, matrix.f


def _times(inner: _Matrix, outer: _Matrix) -> _Matrix:
    a, b, c, d, e, f = inner
    p, q, r, s, t, u = outer
    return a * p + b * r, a * q + b * s, c * p + d * r, c * q + d * s, e * p + f * r + t, e * q + f * s + u
