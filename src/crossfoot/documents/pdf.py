"""A PDF comes in; its layout goes out: paragraphs in reading order, tables, and where each line stands."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from itertools import pairwise

import msgspec

from crossfoot.documents import text
from crossfoot.documents.blocks import Gap, Layout, Piece, Tell, Where, silent
from crossfoot.documents.pdfgrid import Box, Entry, Table, median, outside
from crossfoot.documents.pdfpage import File, Page, load
from crossfoot.documents.pdfrows import Phrase, said
from crossfoot.documents.pdftables import columns_of_prose, tables
from crossfoot.documents.pdfwords import Word
from crossfoot.documents.tables import lay
from crossfoot.documents.words import is_byline, is_caption
from crossfoot.errors import InputError
from crossfoot.late import late
from crossfoot.lexicon.told import chinese, english, say
from crossfoot.model import BlockKind, Look

MOST_PAGES = 2000
_EDGE = 0.09  # of the height of a page: where running heads and page numbers stand
_BEFORE = 4  # lines above a table that may speak of its cells
_NUMBER = late(
    r"(?:page|p\.|第)?\s{0,3}[-–—]?\s{0,3}(?:\d{1,4}|[ivxlc]{1,7}|[A-Z]{1,2}-\d{1,3})\s{0,3}[-–—]?(?:\s{0,3}(?:/|of|页|共)+\s{0,3}\d{0,4}\s{0,3}页?)?$",
    re.IGNORECASE,
)
_DIGITS = late(r"\d+")


class Line(Phrase, gc=False):
    """A line of prose in one column of a page."""

    page: int

    @property
    def box(self) -> Box:
        return _box(self.words)

    @property
    def base(self) -> float:
        return self.words[0].base

    @property
    def size(self) -> float:
        return max(word.size for word in self.words)

    @property
    def bold(self) -> bool:
        return all(word.bold for word in self.words)


class Paragraph(msgspec.Struct, gc=False):
    lines: list[Line]


class Grid(msgspec.Struct, gc=False):
    """A table, and the pages that its rows stand on."""

    table: Table
    page: int
    before: list[str]
    pages: dict[int, int]  # of the first row of a part: its page


Flow = Paragraph | Grid


def prepare() -> None:
    """pdfium is loaded while files may still be opened."""
    load()


def layout(content: bytes, tell: Tell = silent) -> Layout:
    """The pages of a PDF in order. A page without text, or that cannot be read, is told where it would stand."""
    file = File(content)
    if file.pages > MOST_PAGES:
        raise InputError(f"{file.pages:,} pages; the limit is {MOST_PAGES:,}")
    tell(0, file.pages)
    pages: list[Page] = []
    gaps: dict[int, Gap] = {}
    for index in range(file.pages):
        number = index + 1
        try:
            page = file.page(index)
        except InputError as error:
            page, why = None, error.args[0]
        else:
            why = say("page_damaged", str(number))
        if page is None:
            gaps[number] = Gap(0, "XF001", english(why), chinese(why))
            page = Page(number, 0, 0, [], [], [])
        elif reason := _unread(page):
            gaps[number] = Gap(0, "XF004", english(reason), chinese(reason))
        pages.append(page)
        tell(number, file.pages)
    running = _running(pages)
    flows: list[tuple[int, list[Flow]]] = []
    for page in pages:
        page.lines = [line for line in page.lines if (page.number, id(line)) not in running]
        flows.append((page.number, list(_flows(page))))
    return _Writer(pages).layout(_continued(flows), gaps)


def _unread(page: Page) -> str | None:
    """Why a page says nothing, or not what it shows."""
    letters = sum(len(word.text) for line in page.lines for word in line)
    if page.missing:
        return say("page_meaningless", str(page.number))
    if page.pictures > 0.3 and letters < 40:
        return say("page_scanned", str(page.number))
    return None


# ------------------------------------------------------------------------------------------- running heads, numbers


def _running(pages: Sequence[Page]) -> set[tuple[int, int]]:
    """The lines that come again at the edge of page after page, and page numbers: no part of what is said."""
    seen: Counter[str] = Counter()
    edges: list[tuple[int, list[Word], str]] = []
    for page in pages:
        for line in page.lines:
            top = line[0].base - line[0].size
            if top < _EDGE * page.height or line[0].base > (1 - _EDGE) * page.height:
                folded = _DIGITS.sub("#", said(line)) + f"@{round(line[0].base / 6)}"
                edges.append((page.number, line, folded))
        seen.update({folded for number, _, folded in edges if number == page.number})
    most = max(2, min(3, len(pages) // 2))
    found = set()
    for number, line, folded in edges:
        words = said(line)
        lone = len(words) <= 24 and _NUMBER.match(words.strip()) is not None
        if (len(pages) > 2 and seen[folded] > most) or lone:
            found.add((number, id(line)))
    return found


# ---------------------------------------------------------------------------------------------------- reading order


def _flows(page: Page) -> Iterator[Flow]:
    """The tables and the paragraphs of a page as they are read: bands from the top, columns within them."""
    found = tables(page)
    rest = [Line(line, page.number) for line in outside(page.lines, [table.box for table in found])]
    for part in _ordered(rest, found, page):
        if isinstance(part, Table):
            yield Grid(part, page.number, [], {0: page.number})
        else:
            yield from (Paragraph(lines) for lines in _paragraphs(part))


def _ordered(lines: list[Line], found: Sequence[Table], page: Page) -> Iterator[Table | list[Line]]:
    """Columns are read one after the other between what runs across them: tables and full lines."""
    gutter = columns_of_prose([line.words for line in lines])
    marks: list[tuple[float, Table | Line]] = [(table.box[1], table) for table in found]
    marks += [(line.base, line) for line in lines]
    marks.sort(key=lambda mark: mark[0])
    left: list[Line | Table] = []
    right: list[Line | Table] = []
    for _, mark in marks:
        sides = _sides(mark, gutter)
        for side, part in sides:
            if side == "across":
                yield from _gathered(left)
                yield from _gathered(right)
                left, right = [], []
                yield from _gathered([part])
            else:
                (left if side == "left" else right).append(part)
    yield from _gathered(left)
    yield from _gathered(right)


def _gathered(parts: Sequence[Line | Table]) -> Iterator[Table | list[Line]]:
    lines: list[Line] = []
    for part in parts:
        if isinstance(part, Table):
            if lines:
                yield lines
            lines = []
            yield part
        else:
            lines.append(part)
    if lines:
        yield lines


def _sides(mark: Table | Line, gutter: tuple[float, float] | None) -> list[tuple[str, Table | Line]]:
    """On which side of the gutter it stands; a line with words on both sides is cut in two."""
    if gutter is None:
        return [("left", mark)]
    start, end = gutter
    x0, x1 = (mark.box[0], mark.box[2]) if isinstance(mark, Table) else (mark.x0, mark.x1)
    if x1 <= end:
        return [("left", mark)]
    if x0 >= start:
        return [("right", mark)]
    if isinstance(mark, Line):
        before = [word for word in mark.words if word.x1 <= end]
        after = [word for word in mark.words if word.x0 >= start]
        if len(before) + len(after) == len(mark.words):
            return [("left", Line(before, mark.page)), ("right", Line(after, mark.page))]
    return [("across", mark)]


# ------------------------------------------------------------------------------------------------------- paragraphs


def _paragraphs(lines: Sequence[Line]) -> Iterator[list[Line]]:
    """Lines of one column joined where they go on: as far apart as usual, of one size, the first as long as may be."""
    if not lines:
        return
    right = sorted(line.x1 for line in lines)[int(len(lines) * 0.9)] if len(lines) > 2 else max(x.x1 for x in lines)
    gaps = [b.base - a.base for a, b in pairwise(lines) if 0.8 * a.size < b.base - a.base < 2.2 * a.size]
    usual = median(gaps) if gaps else 0.0
    held = [lines[0]]
    for line in lines[1:]:
        if _goes_on(held, line, right, usual):
            held.append(line)
        else:
            yield held
            held = [line]
    yield held


def _goes_on(held: Sequence[Line], line: Line, right: float, usual: float) -> bool:
    last = held[-1]
    gap, size = line.base - last.base, last.size
    if gap <= 0.2 * size:  # the same line after a wide space, or the next column
        return abs(gap) <= 0.2 * size and line.x0 > last.x1
    if gap > max(1.28 * usual, 1.12 * size) or gap > 2.2 * size:
        return False
    if abs(line.size - last.size) > 0.12 * size or (line.bold != last.bold and len(held) == 1 and len(last.text) < 60):
        return False
    if text.marker(line.text) or last.text.endswith((":", "：")):
        return False
    opening = line.text[0]
    first = line.words[0]
    room = right - last.x1
    if room > (first.x1 - first.x0) + 0.6 * size and room > 2.2 * size and not opening.islower():
        return False  # its first word would have fitted on the line before
    indented = line.x0 - min(other.x0 for other in held) > 0.9 * size
    return not (indented and last.text[-1:] in ".。!?！？；;" and len(held) > 0)


# -------------------------------------------------------------------------------------------- tables over several pages


def _continued(pages: Sequence[tuple[int, list[Flow]]]) -> list[tuple[int, Flow]]:
    """The flows of all pages, a table that goes on over a page break as one; its heads are not said twice."""
    made: list[tuple[int, Flow]] = []
    for number, flows in pages:
        for position, flow in enumerate(flows):
            last = made[-1][1] if made else None
            if isinstance(flow, Grid):
                if position == 0 and isinstance(last, Grid) and _is_rest(last, flow):
                    _append(last, flow)
                    continue
                before: list[str] = []
                for _, other in reversed(made[-_BEFORE:]):
                    if isinstance(other, Grid):
                        break
                    before.insert(0, " ".join(line.text for line in other.lines))
                flow.before = before
            made.append((number, flow))
    return made


def _is_rest(table: Grid, rest: Grid) -> bool:
    """Does a table at the top of a page go on with the one at the foot of the page before?"""
    one, other = table.table, rest.table
    if max(table.pages.values()) != rest.page - 1:
        return False
    if one.width == other.width and _heads(one) and _heads(one) == _heads(other):
        return True
    near = abs(one.box[0] - other.box[0]) < 12 and abs(one.box[2] - other.box[2]) < 12
    figures = any(map(str.isdigit, "".join(_words(e) for e in other.entries if e.col > 0)))
    return near and figures and _matched(one, other) is not None


def _matched(one: Table, other: Table) -> list[int] | None:
    """For each column of the other table the one of the first that it goes on; None where they do not fit."""
    if one.width == other.width:
        return list(range(other.width))
    made: list[int] = []
    for start, end in other.columns:
        fits = [
            c for c, (a, b) in enumerate(one.columns) if min(b, end) - max(a, start) > 0.6 * min(b - a, end - start)
        ]
        if not fits or (made and fits[-1] <= made[-1]):
            return None
        # A column that nobody fills goes missing from the rest, and its neighbour reaches over it.
        made.append(fits[-1] if made else fits[0])
    return made


def _heads(table: Table) -> list[tuple[int, str]]:
    return [(e.col, _words(e)) for e in sorted(table.entries, key=lambda e: (e.row, e.col)) if e.row == 0]


def _append(table: Grid, rest: Grid) -> None:
    skipped = 0
    if _heads(table.table) == _heads(rest.table):
        tops = [[(e.col, _words(e)) for e in t.entries if e.row == 1] for t in (table.table, rest.table)]
        skipped = 2 if tops[0] and tops[0] == tops[1] else 1
    start = table.table.height
    table.pages[start] = rest.page
    matched = _matched(table.table, rest.table) or list(range(rest.table.width))
    for e in rest.table.entries:
        if e.row >= skipped:
            cols = matched[min(e.col + e.cols, len(matched)) - 1] - matched[e.col] + 1
            moved = msgspec.structs.replace(e, row=e.row - skipped + start, col=matched[e.col], cols=cols)
            table.table.entries.append(moved)
    table.table.height += rest.table.height - skipped


def _words(entry: Entry) -> str:
    return " ".join(said(line) for line in entry.lines)


# ---------------------------------------------------------------------------------------------------------- writing


class _Writer:
    def __init__(self, pages: Sequence[Page]) -> None:
        sizes = Counter(round(word.size, 1) for page in pages for line in page.lines for word in line)
        self.body = sizes.most_common(1)[0][0] if sizes else 10.0
        self.parts: list[str] = []
        self.pieces: list[Piece] = []
        self.places: list[Where] = []
        self.at = self.tables = 0
        self.titled = False

    def layout(self, flows: Sequence[tuple[int, Flow]], gaps: dict[int, Gap]) -> Layout:
        told: list[Gap] = []
        waiting = sorted(gaps)
        for number, flow in flows:
            while waiting and waiting[0] < number:
                told.append(msgspec.structs.replace(gaps[waiting.pop(0)], at=self.at))
            if isinstance(flow, Grid):
                self.grid(flow)
            else:
                self.paragraph(flow)
        told += [msgspec.structs.replace(gaps[number], at=self.at) for number in waiting]
        pieces = tuple(text.listed(iter(self.pieces)))
        return Layout("".join(self.parts), pieces, False, None, tuple(self.places), tuple(told))

    def write(self, words: str) -> None:
        self.parts.append(words)
        self.at += len(words)

    def paragraph(self, flow: Paragraph) -> None:
        start = self.at
        written = ""
        for line in flow.lines:
            words = line.text
            edges = _edges(line.words)
            if written:
                if _hyphened(written, words):
                    self.parts[-1] = self.parts[-1][:-1]
                    self.at -= 1
                    last = self.places[-1]
                    self.places[-1] = msgspec.structs.replace(last, end=last.end - 1, edges=last.edges[:-1])
                elif written[-1].isascii() or words[0].isascii():
                    self.write(" ")
            here = self.at
            self.write(words)
            self.places.append(Where(here, self.at, line.page, line.box, edges=edges))
            written = words
        words = "".join(self.parts)[start:] if len(self.parts) < 50 else "".join(self.parts[-3 * len(flow.lines) - 2 :])
        words = words[-(self.at - start) :]
        kind, level = self.kind(flow, words)
        mark = text.marker(words) if kind == "paragraph" else 0
        self.pieces.append(Piece("list" if mark else kind, start, self.at, level=level, mark=mark))
        self.write("\n\n")

    def kind(self, flow: Paragraph, words: str) -> tuple[BlockKind, int]:
        size = median(line.size for line in flow.lines)
        loud = size >= 1.15 * self.body or all(line.bold for line in flow.lines)
        if is_caption(words):
            return "caption", 0
        if is_byline(words) or text.is_date(words):
            return "byline", 0
        if loud and len(flow.lines) <= 3 and len(words) < 200 and words[-1] not in ".。;；,，":
            if not self.titled and size >= 1.15 * self.body and flow.lines[0].page == 1:
                self.titled = True
                return "title", 1
            if text.is_heading(words):
                return "heading", 2 if size >= 1.15 * self.body else 3
        return "paragraph", 0

    def grid(self, flow: Grid) -> None:
        table = flow.table
        rows = [["" for _ in range(table.width)] for _ in range(table.height)]
        looks: list[list[Look | None]] = [[Look() for _ in range(table.width)] for _ in range(table.height)]
        left = min((e.lines[0][0].x0 for e in table.entries if e.col == 0 and e.lines), default=0.0)
        owner: dict[tuple[int, int], Entry] = {}
        for e in table.entries:
            rows[e.row][e.col] = _joined([said(line) for line in e.lines])
            for r in range(e.row, min(e.row + e.rows, table.height)):
                for c in range(e.col, min(e.col + e.cols, table.width)):
                    looks[r][c] = None
            owner[e.row, e.col] = e
        for (r, c), e in owner.items():
            words = list(e.words)
            step = words[0].size if words else 10.0
            indent = round((words[0].x0 - left) / step) if c == 0 and words and e.cols == 1 else 0
            bold = bool(words) and all(word.bold for word in words)
            looks[r][c] = Look(e.rows, e.cols, max(0, min(20, indent)), bold, e.ruled)
        written, piece = lay(rows, self.tables, self.at, "\n".join(flow.before), looks)
        if piece is not None:
            self.tables += 1
            self.pieces.append(piece)
            for row in piece.inside:
                for cell in row.inside:
                    at = (cell.cell.row, cell.cell.col) if cell.cell is not None else (-1, -1)
                    held = owner.get(at)
                    if held is not None:
                        page = next(flow.pages[first] for first in sorted(flow.pages, reverse=True) if first <= at[0])
                        self.places.append(Where(cell.start, cell.end, page, _box(list(held.words)), edges=_one(held)))
        self.write(written + "\n")


def _one(entry: Entry) -> tuple[float, ...]:
    """Where each character of a cell of one line begins."""
    return _edges(entry.lines[0]) if len(entry.lines) == 1 else ()


def _box(words: Sequence[Word]) -> Box:
    """The box around words, rounded to hundredths of a point."""
    return (
        round(min(word.x0 for word in words), 2),
        round(min(word.top for word in words), 2),
        round(max(word.x1 for word in words), 2),
        round(max(word.bottom for word in words), 2),
    )


def _edges(words: Sequence[Word]) -> tuple[float, ...]:
    """Where each character of a line begins, the spaces between words too, and where the last ends."""
    made: list[float] = []
    for number, word in enumerate(words):
        if number and word.spaced:
            made.append(words[number - 1].edges[-1])
        made += word.edges[:-1]
    return (*made, words[-1].edges[-1])


def _hyphened(before: str, after: str) -> bool:
    """Was a word broken at the end of a line?

    >>> _hyphened("the manu-", "facturer sold"), _hyphened("in 2019-", "2020"), _hyphened("the well-", "Known")
    (True, False, False)
    """
    return before.endswith(("-", "\u2010")) and before[-2:-1].isalpha() and after[:1].islower()


def _joined(lines: Sequence[str]) -> str:
    """The lines of a cell as one."""
    made = ""
    for line in lines:
        if made and _hyphened(made, line):
            made = made[:-1] + line
        elif made and not (made[-1].isascii() and line[:1].isascii()) and max(made[-1], line[:1]) > "\u2e80":
            made += line
        else:
            made += (" " if made else "") + line
    return made
