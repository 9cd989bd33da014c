"""Markdown comes in, its layout goes out. The text stays as it was written, so that offsets lead into the file.

Headings, lists, tables, quotes, fences, comments and front matter are what a report is made of; the rest of Markdown
is words with marks between them, and is left to whoever reads the words.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

import msgspec

from crossfoot.documents import remarks, text
from crossfoot.documents.blocks import Layout, Piece
from crossfoot.documents.published import find
from crossfoot.documents.tables import cells_of
from crossfoot.documents.words import is_byline, is_caption
from crossfoot.late import late

_LINE = late(r"[^\n]*\n?")
_ATX = late(r"(#{1,6})[ \t]+")
_ITEM = late(r"(?:[-*+•]|\d{1,3}[.)])[ \t]+")
_PUBLISHED = late(r"(?:date|published)\s{0,4}:\s{0,4}[\"']?(\d{4}-\d{2}-\d{2})", re.IGNORECASE)
_RULE = frozenset("-|: \t")


class Line(msgspec.Struct, frozen=True, gc=False):
    """The words of a line without the white space around them."""

    start: int
    end: int
    words: str


def layout(content: str) -> Layout:
    """The pieces of a Markdown text.

    >>> laid = layout("# Sales\\n\\nUp **2%**\\nin April.\\n\\n| | 2019 |\\n|-|-|\\n| Cars | 7 |\\n")
    >>> [(piece.kind, content) for piece in laid.pieces if (content := laid.text[piece.start : piece.end])]
    [('title', 'Sales'), ('paragraph', 'Up **2%**\\nin April.'), ('table', '| | 2019 |\\n|-|-|\\n| Cars | 7 |')]
    >>> laid.pieces[2].inside[1].inside[1].cell.heads
    ('Cars', '2019')
    """
    lines = _lines(content)
    published = None
    if lines and lines[0].words == "---":  # front matter
        close = next((n for n, line in enumerate(lines[1:], 1) if line.words == "---"), 0)
        found = _PUBLISHED.search(content, 0, lines[close].end)
        day = find(found[1]) if found else None
        published = day.isoformat() if day else None
        lines = lines[close + 1 :] if close else lines
    pieces = tuple(text.listed(_pieces(content, lines)))
    return Layout(content, pieces, published=published, asides=remarks.found(content, pieces))


def _lines(content: str) -> list[Line]:
    lines = []
    for found in _LINE.finditer(content):
        words = found[0].strip()
        start = found.start() + len(found[0]) - len(found[0].lstrip()) if words else found.start()
        lines.append(Line(start, start + len(words), words))
    return lines


def _pieces(content: str, lines: list[Line]) -> Iterator[Piece]:
    number = tables = 0
    titled = False
    while number < len(lines):
        line = lines[number]
        if fence := _skipped(line.words):
            number = (
                next((n for n in range(number + fence[1], len(lines)) if fence[0] in lines[n].words), len(lines)) + 1
            )
            continue
        if atx := _ATX.match(line.words):
            yield _heading(line, len(atx[1]), titled)
            titled = True
        elif _is_rule(lines, number + 1, "|") and "|" in line.words:
            last = number + 2
            while last < len(lines) and "|" in lines[last].words:
                last += 1
            yield _table(content, [line, *lines[number + 2 : last]], tables)
            tables, number = tables + 1, last
            continue
        elif line.words and not set(line.words) <= set("-*_= \t"):
            last = number + 1
            while last < len(lines) and not _breaks(lines, last):
                last += 1
            under = lines[last].words if last < len(lines) else ""
            if last == number + 1 and under and (set(under) == {"="} or set(under) == {"-"}):
                yield _heading(line, 1 if under[0] == "=" else 2, titled)
                titled, last = True, last + 1
            else:
                yield _paragraph(content, line, lines[last - 1].end)
            number = last
            continue
        number += 1


def _skipped(words: str) -> tuple[str, int] | None:
    """What closes the stretch without prose that begins here, and on which line after this one to look for it first."""
    for mark in ("```", "~~~"):
        if words.startswith(mark):
            return mark, 1
    return ("-->", 0) if words.startswith("<!--") else None


def _breaks(lines: list[Line], number: int) -> bool:
    """Does a paragraph end before this line?"""
    words = lines[number].words
    mark = not words or words[0] == ">" or bool(_ATX.match(words) or _ITEM.match(words) or _skipped(words))
    return mark or set(words) <= set("-*_= \t") or ("|" in words and _is_rule(lines, number + 1, "|"))


def _is_rule(lines: list[Line], number: int, needed: str) -> bool:
    """Is this the line of dashes below the heads of a table?"""
    words = lines[number].words if number < len(lines) else ""
    return needed in words and "-" in words and _RULE.issuperset(words)


def _heading(line: Line, level: int, titled: bool) -> Piece:
    mark = _ATX.match(line.words)
    start = line.start + (mark.end() if mark else 0)
    end = line.start + max(start - line.start, len(line.words.rstrip("#").rstrip()))
    return Piece("heading" if titled or level > 1 else "title", start, end, level=level)


def _paragraph(content: str, first: Line, end: int) -> Piece:
    start = first.start + (len(first.words) - len(first.words.lstrip("> ")))
    words = content[start:end]
    if item := _ITEM.match(words):
        return Piece("list", start, end, mark=item.end())
    plain = words.strip("*_ ")
    kind = "caption" if is_caption(plain) else "byline" if is_byline(plain) or text.is_date(plain) else "paragraph"
    return Piece(kind, start, end)  # type: ignore[arg-type]


def _table(content: str, lines: list[Line], number: int) -> Piece:
    spans = [_cells(line) for line in lines]
    before = content[max(0, lines[0].start - 600) : lines[0].start]
    known = cells_of([[content[a:b] for a, b in row] for row in spans], number, before)
    rows = []
    for r, (line, row) in enumerate(zip(lines, spans, strict=True)):
        cells = tuple(Piece("cell", a, b, cell=known[r][c]) for c, (a, b) in enumerate(row))
        rows.append(Piece("row", line.start, line.end, inside=cells))
    return Piece("table", lines[0].start, lines[-1].end, inside=tuple(rows))


def _cells(line: Line) -> list[tuple[int, int]]:
    """Where the words of each cell stand: what lies between the bars, without the white space."""
    start = 1 if line.words.startswith("|") else 0
    parts = line.words[start : -1 if line.words.endswith("|") and len(line.words) > start else None].split("|")
    at, spans = line.start + start, []
    for part in parts:
        words = part.strip()
        begin = at + (len(part) - len(part.lstrip()) if words else 0)
        spans.append((begin, begin + len(words)))
        at += len(part) + 1
    return spans
