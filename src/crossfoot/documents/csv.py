"""Lines of separated cells come in, their layout goes out. The text stays, so that offsets lead into the file."""

from __future__ import annotations

import re

from crossfoot.documents.blocks import Layout, Piece, Where
from crossfoot.documents.sheets import Region, regions
from crossfoot.documents.sniff import delimiter
from crossfoot.documents.tables import cells_of
from crossfoot.documents.words import is_caption

Spans = list[tuple[int, int]]
_BEFORE = 600


def layout(content: str) -> Layout:
    """The tables of a CSV file, with lines of their own for titles above and notes below them.

    >>> laid = layout('Unit sales\\n\\nMonth,Cars\\nMay,"1,234"\\nJune,8\\n')
    >>> [(piece.kind, len(piece.inside)) for piece in laid.pieces]
    [('paragraph', 0), ('table', 3)]
    >>> cell = laid.pieces[1].inside[1].inside[1]
    >>> laid.text[cell.start : cell.end], cell.cell.heads
    ('1,234', ('May', 'Cars'))
    """
    spans = cells(content, delimiter(content[:8192], least=1, cut=len(content) > 8192) or ",")
    rows = [[content[a:b].strip() for a, b in row] for row in spans]
    pieces: list[Piece] = []
    places: list[Where] = []
    number = 0
    for region in regions(rows):
        if region.alone:
            start, end = spans[region.top][region.left]
            kind = "caption" if is_caption(content[start:end]) else "paragraph"
            pieces.append(Piece(kind, start, end))  # type: ignore[arg-type]
            places.append(Where(start, end, cell=address(region.top, region.left)))
        else:
            table, known = _table(content, spans, region, number)
            number += 1
            pieces.append(table)
            places += known
    return Layout(content, tuple(pieces), places=tuple(places))


def _table(content: str, spans: list[Spans], region: Region, number: int) -> tuple[Piece, list[Where]]:
    lines = [(r, spans[r][region.left : region.right]) for r in range(region.top, region.bottom)]
    lines = [(r, line) for r, line in lines if any(content[a:b].strip() for a, b in line)]
    start = lines[0][1][0][0]
    known = cells_of(
        [[content[a:b] for a, b in line] for _, line in lines], number, content[max(0, start - _BEFORE) : start]
    )
    rows: list[Piece] = []
    places: list[Where] = []
    for (r, line), of in zip(lines, known, strict=True):
        inside = tuple(Piece("cell", a, b, cell=cell) for (a, b), cell in zip(line, of, strict=True))
        rows.append(Piece("row", line[0][0], line[-1][1], inside=inside))
        places += [Where(a, b, cell=address(r, region.left + c)) for c, (a, b) in enumerate(line)]
    return Piece("table", start, rows[-1].end, inside=tuple(rows)), places


def cells(content: str, mark: str) -> list[Spans]:
    """Where the words of each cell of each line stand, without quotation marks and the white space around them.

    >>> content = 'a, "b, c"\\n1,2'
    >>> [[content[a:b] for a, b in row] for row in cells(content, ",")]
    [['a', 'b, c'], ['1', '2']]
    """
    rows: list[Spans] = []
    row: Spans = []
    at, size = 0, len(content)
    stop = re.compile(f"[{re.escape(mark)}\n\r]")
    while at < size:
        start = _past_space(content, at, mark)
        if content[start : start + 1] == '"':
            close = _closing(content, start + 1)
            row.append((start + 1, close))
            at = _next(stop, content, min(size, close + 1))
        else:
            at = _next(stop, content, start)
            row.append((start, start + len(content[start:at].rstrip())))
        if at < size and content[at] == mark:
            at += 1
            if at == size:
                row.append((at, at))
            continue
        at += 2 if content.startswith("\r\n", at) else 1
        rows.append(row)
        row = []
    return [*rows, row] if row else rows


def _next(stop: re.Pattern[str], content: str, at: int) -> int:
    found = stop.search(content, at)
    return found.start() if found else len(content)


def _past_space(content: str, at: int, mark: str) -> int:
    while at < len(content) and content[at] in " \t" and content[at] != mark:
        at += 1
    return at


def _closing(content: str, at: int) -> int:
    """Where a quoted cell ends; a doubled mark inside it does not end it."""
    while True:
        close = content.find('"', at)
        if close < 0:
            return len(content)
        if content[close + 1 : close + 2] != '"':
            return close
        at = close + 2


def address(row: int, column: int) -> str:
    """The name of a cell, rows and columns counted from 0.

    >>> address(6, 1), address(0, 27)
    ('B7', 'AB1')
    """
    letters = ""
    column += 1
    while column:
        column, rest = divmod(column - 1, 26)
        letters = chr(65 + rest) + letters
    return f"{letters}{row + 1}"
