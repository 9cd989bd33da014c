"""Plain text comes in; out go the tables that it sets with blanks: figures whose right ends stand under each other.

Wires, filings of old and letters print tables so. Blanks alone make no table: at least three lines must print figures
that end in the same columns, two of them at least, or one column with a rule line or leaders to it.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator, Sequence

import msgspec

from crossfoot.documents.blocks import Piece
from crossfoot.documents.tables import cells_of
from crossfoot.late import late
from crossfoot.model import Look

_HINT = late(r"(?:[ \t]{2}|\.{3}) {0,9}[($-]{0,2}[0-9]")
_GAP = late(r"[ \t\u3000]{2,}|\t|(?: ?\.){3,}[ \t]*|…{1,9}[ \t]*")
_FIGURE = late(
    r"[-+(（$€£¥￥ ]{0,6}(?:[A-Z]{2,3}\$? ?)?[0-9.][0-9,.]{0,24} ?[%)） ]{0,4}(?:\([0-9a-z]{1,2}\))?$|[-–—]{1,3}$"
)
_SIGN = late(r"(?:[A-Z]{0,3}[$€£¥￥]|RMB|\()$")
_TAIL = late(r"[)%]{1,2}$")
_RULE = late(r"[-=_ \t─═|+]{3,}$")
_LAST = late(r"[^\s0-9]\s([$(]{0,2}[0-9][0-9,.]{0,24}\)?)$")
MOST_HEADS, LEAST_LINES, MOST_APART, TOLERANCE = 5, 3, 2, 2
LONGEST = 400  # characters of a line of a table
_BEFORE = 600

Token = tuple[int, int]  # offsets in the text


class Row(msgspec.Struct, frozen=True, gc=False):
    """A line cut at its gaps, and the rule that runs above it."""

    start: int
    end: int
    tokens: tuple[Token, ...]
    ends: tuple[int, ...]  # of the tokens, in columns of the page
    starts: tuple[int, ...]
    figures: tuple[bool, ...]
    ruled: bool
    rule: bool = False
    blank: bool = False


def tables(text: str) -> list[Piece]:
    """The tables of a plain text.

    >>> page = "Sales          2024      2023\\nWire          1,204     1,118\\nRope            388       402\\n"
    >>> [len(row.inside) for row in tables(page + "Total         1,592     1,520\\n")[0].inside]
    [3, 3, 3, 3]
    """
    if len(_HINT.findall(text)) < LEAST_LINES:
        return []
    rows = list(_rows(text))
    return [_piece(text, region, number) for number, region in enumerate(_regions(text, rows))]


def _rows(text: str) -> Iterator[Row]:
    at, ruled = 0, False
    for line in text.splitlines(keepends=True):
        bare = line.rstrip()
        rule = bool(bare.strip()) and bool(_RULE.match(bare.strip())) and len(bare.strip()) > 2
        if not bare or rule or len(bare) > LONGEST:
            yield Row(at, at + len(bare), (), (), (), (), False, rule, not bare)
            ruled = rule or (ruled and not bare)
        else:
            tokens = _tokens(text, at, bare)
            ends = tuple(_column(bare, end - at) for _, end in tokens)
            starts = tuple(_column(bare, start - at) for start, _ in tokens)
            figures = tuple(bool(_FIGURE.match(text[a:b])) for a, b in tokens)
            yield Row(at, at + len(bare), tuple(tokens), ends, starts, figures, ruled)
            ruled = False
        at += len(line)


def _tokens(text: str, at: int, line: str) -> list[Token]:
    """The stretches between gaps; a sign in a stretch of its own goes to its figure."""
    found: list[Token] = []
    last = len(line) - len(line.lstrip())
    for gap in _GAP.finditer(line, last):
        if gap.start() > last:
            found.append((at + last, at + gap.start()))
        last = gap.end()
    if last < len(line):
        found.append((at + last, at + len(line)))
    joined: list[Token] = []
    for start, end in found:
        if (joined and _SIGN.match(text[slice(*joined[-1])]) and text[start].isdigit()) or (
            joined and _TAIL.match(text[start:end]) and text[joined[-1][1] - 1].isdigit()
        ):
            joined[-1] = joined[-1][0], end
        else:
            joined.append((start, end))
    if joined and (tight := _LAST.search(text[slice(*joined[0])])) and len(joined) > 1:
        cut = joined[0][0] + tight.start(1)  # a long label leaves its first figure only one blank
        joined[:1] = [(joined[0][0], cut - 1), (cut, joined[0][1])]
    return joined


def _column(line: str, at: int) -> int:
    """Where a character stands on the page: a wide one takes two columns."""
    part = line[:at]
    return len(part) if part.isascii() else sum(2 if unicodedata.east_asian_width(c) in "WF" else 1 for c in part)


def _regions(text: str, rows: Sequence[Row]) -> Iterator[tuple[list[Row], list[tuple[int, int]]]]:
    """Runs of lines that are tables, with the columns of their figures: where each starts and ends on the page."""
    number = 0
    while number < len(rows):
        if not _holds_figures(rows[number]):
            number += 1
            continue
        last = stop = number
        while stop + 1 < len(rows) and stop + 1 - last <= MOST_APART + 1:
            stop += 1
            if _holds_figures(rows[stop]):
                last = stop
            elif _is_prose(text, rows[stop]):
                break
        body = [row for row in rows[number : last + 1] if row.tokens]
        columns = _columns(body, any(row.rule for row in rows[number : last + 1]))
        if columns:
            first = number
            while first and number - first < MOST_HEADS and _is_head(text, rows[first - 1], columns):
                first -= 1
            yield [row for row in rows[first : last + 1] if row.tokens], columns
        number = last + 1


def _holds_figures(row: Row) -> bool:
    return any(row.figures[1:]) or (len(row.tokens) == 1 and row.figures[0] and row.starts[0] > 20)


def _is_prose(text: str, row: Row) -> bool:
    """A line of running text ends a table; a short label does not."""
    return bool(row.tokens) and (row.end - row.start > 90 or text[row.end - 1] in ".。;；")


def _columns(rows: Sequence[Row], ruled: bool) -> list[tuple[int, int]]:
    """Columns of figures by their right ends; none where too few lines share them."""
    ends = sorted(
        (end, start)
        for row in rows
        for end, start, figure in zip(row.ends, row.starts, row.figures, strict=True)
        if figure
    )
    groups: list[list[tuple[int, int]]] = []
    for end, start in ends:
        if groups and end - groups[-1][-1][0] <= 1 and end - groups[-1][0][0] <= TOLERANCE:
            groups[-1].append((end, start))
        else:
            groups.append([(end, start)])
    lines = sum(1 for row in rows if _holds_figures(row))
    kept = [g for g in groups if len(g) >= 2 and len(g) * 4 >= lines]
    columns = [(min(start for _, start in g), max(end for end, _ in g)) for g in kept]
    largest = max((len(g) for g in kept), default=0)
    if lines < LEAST_LINES or largest < LEAST_LINES or (len(kept) < 2 and (not ruled or largest < LEAST_LINES + 1)):
        return []
    inside = sum(
        1 for row in rows for end, figure in zip(row.ends, row.figures, strict=True)
        if figure and any(end - TOLERANCE <= right <= end + TOLERANCE for _, right in columns)
    )  # fmt: skip
    return columns if inside * 10 >= len(ends) * 8 else []


def _is_head(text: str, row: Row, columns: Sequence[tuple[int, int]]) -> bool:
    """A line over the columns, or a rule between heads; not a line of text and not a title at the left edge."""
    if row.rule:
        return True
    if not row.tokens or _is_prose(text, row):
        return False
    edge = columns[0][0] - 12
    return row.starts[0] >= max(12, edge) or (len(row.tokens) > 1 and row.starts[1] >= edge)


def _piece(text: str, region: tuple[list[Row], list[tuple[int, int]]], number: int) -> Piece:
    rows, columns = region
    spans = [_cells(row, columns) for row in rows]
    indents = sorted({row.starts[0] for row, cells in zip(rows, spans, strict=True) if cells[0][0] < cells[0][1]})
    looks = [
        [
            Look(indent=indents.index(row.starts[0]) if c == 0 and a < b else 0, ruled=row.ruled and c > 0)
            for c, (a, b) in enumerate(cells)
        ]
        for row, cells in zip(rows, spans, strict=True)
    ]
    before = text[max(0, rows[0].start - _BEFORE) : rows[0].start]
    known = cells_of([[text[a:b] for a, b in cells] for cells in spans], number, before, looks)
    made = []
    for row, cells, of in zip(rows, spans, known, strict=True):
        inside = tuple(Piece("cell", a, b, cell=cell) for (a, b), cell in zip(cells, of, strict=True))
        made.append(Piece("row", row.start, row.end, inside=inside))
    return Piece("table", rows[0].start, rows[-1].end, inside=tuple(made))


def _cells(row: Row, columns: Sequence[tuple[int, int]]) -> list[Token]:
    """The label and the stretch under each column; nothing where a line has none."""
    placed: dict[int, Token] = {}
    label: Token | None = None
    for token, start, end, figure in zip(row.tokens, row.starts, row.ends, row.figures, strict=True):
        column = _under(start, end, figure, columns)
        if column is None or (token is row.tokens[0] and start < columns[0][0] - 12 and not figure):
            label = token if label is None else (label[0], token[1])
        elif column in placed:
            placed[column] = placed[column][0], token[1]
        else:
            placed[column] = token
    cells, at = [label or (row.start, row.start)], (label or (row.start, row.start))[1]
    for column in range(len(columns)):
        token = placed.get(column, (at, at))
        token = token if token[0] >= at else (at, at)
        cells.append(token)
        at = token[1]
    return cells


def _under(start: int, end: int, figure: bool, columns: Sequence[tuple[int, int]]) -> int | None:
    if figure:
        near = [i for i, (_, right) in enumerate(columns) if abs(right - end) <= TOLERANCE]
        if near:
            return near[0]
    over = [i for i, (left, right) in enumerate(columns) if start < right and end > left]
    if over:
        return over[0]
    if end <= columns[0][0]:
        return None
    return min(range(len(columns)), key=lambda i: abs(columns[i][0] + columns[i][1] - start - end))
