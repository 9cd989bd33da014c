"""Rows of cell texts come in; a layout with the cells after its text goes out, each cell knowing its heads."""

from __future__ import annotations

from collections.abc import Sequence

from crossfoot.documents.blocks import Layout, Piece
from crossfoot.documents.captions import announced, said
from crossfoot.documents.decode import whole
from crossfoot.late import late
from crossfoot.lexicon.tables import says
from crossfoot.model import Cell, Look

Rows = Sequence[Sequence[str]]
Looks = Sequence[Sequence[Look | None]]
_PLAIN = Look()
_BREAK = late(r"[\t\n\r\f\v\x85\u2028\u2029]")
_NO_FIGURE = late(
    r"\b(?:19|20)\d{2}(?!\d)|['’‘]000|\bQ[1-4]\b|\bFY ?\d{2,4}|\d{1,2}月"
    r"|\b(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)[a-z]{0,6}\.? \d{1,2}\b"
)
_MARK = late(r"[(（]\d{1,2}[)）]\s{0,3}$")
_IN_BRACKETS = late(r"[(（][^()（）]{1,20}[)）]|[:：]")
_MOST_HEAD_ROWS = 4
_BEFORE = 600  # characters before a table that may speak of its cells


def append(laid: Layout, tables: Sequence[Rows]) -> Layout:
    """The layout with the tables set after it: a tab between cells, a line a row, an empty line before each table.

    >>> laid = append(Layout("Sales.", ()), [[["", "2019"], ["Cars", "7"]]])
    >>> laid.text
    'Sales.\\n\\n\\t2019\\nCars\\t7\\n'
    >>> laid.pieces[0].inside[1].inside[1].cell.heads
    ('Cars', '2019')
    """
    text, pieces = [laid.text], list(laid.pieces)
    at = len(laid.text)
    for number, rows in enumerate(tables):
        gap = "\n" if text[-1].endswith("\n") else "\n\n" if text[-1] else ""
        text.append(gap)
        at += len(gap)
        written, table = lay(rows, number, at, laid.text[-_BEFORE:])
        text.append(written)
        at += len(written)
        if table is not None:
            pieces.append(table)
    return Layout("".join(text), tuple(pieces), laid.plain, laid.published, laid.places, laid.unread)


def lay(rows: Rows, number: int, at: int, before: str = "", looks: Looks | None = None) -> tuple[str, Piece | None]:
    """The text of one table that starts at offset `at`, and its piece; None when it has no cell.

    `looks` holds one for each cell, and None where a cell to the left or above covers the place.
    """
    known = cells_of(rows, number, before, looks)
    lines: list[str] = []
    inside: list[Piece] = []
    start = at
    for r, row in enumerate(rows):
        cells: list[Piece] = []
        line = at
        for c, words in enumerate(row):
            clean = whole(_BREAK.sub(" ", words))
            if looks is None or looks[r][c] is not None:
                cells.append(Piece("cell", at, at + len(clean), cell=known[r][c]))
            lines.append(clean + ("\t" if c + 1 < len(row) else "\n"))
            at += len(clean) + 1
        if not row:
            lines.append("\n")
            at += 1
        else:
            inside.append(Piece("row", line, at - 1, inside=tuple(cells)))
    if not inside:
        return "".join(lines), None
    return "".join(lines), Piece("table", start, inside[-1].end, inside=tuple(inside))


def cells_of(rows: Rows, number: int, before: str = "", looks: Looks | None = None) -> list[list[Cell]]:
    """Where each cell stands, its heads, and the currency and scale that they, or the words around the table, give it.

    >>> cell = cells_of([["单位：万元", "2019"], ["Sales", "7"]], 0)[1][1]
    >>> cell.row, cell.col, cell.heads, cell.unit, cell.scale
    (1, 1, ('Sales', '2019'), 'CNY', 10000)
    """
    heads, depth = _heads(rows), _head_rows(rows)
    around = said(" ".join([announced(before), *(row[0] for row in rows[:depth] if row)]))
    if around[1] == 1:
        around = _of_changes(rows[:depth]) or around
    columns: dict[tuple[str, ...], tuple[str | None, int]] = {}
    cells: list[list[Cell]] = []
    for r, row in enumerate(rows):
        cells.append([])
        own = said(row[0]) if row and _IN_BRACKETS.search(row[0]) else None  # "Net profit (USDm)", 营业收入（万元）
        for c in range(len(row)):
            over = heads[r][c][len(_label(row)) :]
            if over not in columns:
                unit, scale = said(" ".join(over))
                columns[over] = (unit or around[0], scale if scale > 1 else around[1])
            unit, scale = columns[over] if c else (None, 1)
            if heads[r][c] and own is not None:
                unit, scale = own[0] or unit, own[1] if own[1] > 1 else scale
            look = looks[r][c] if looks is not None else None
            cells[-1].append(Cell(number, r, c, heads[r][c], unit, scale, look or _PLAIN))
    return cells


def _of_changes(heads: Rows) -> tuple[str | None, int] | None:
    """A scale that only the column of changes gives: what they are changes of is in it too."""
    found = [said(cell) for row in heads for cell in row[1:] if says("change", cell)]
    return next((scale for scale in found if scale[1] > 1), None)


def _heads(rows: Rows) -> list[list[tuple[str, ...]]]:
    """Of each cell: the label of its row, then the heads of its column from the top, or from where heads begin anew."""
    width = max((len(row) for row in rows), default=0)
    heads: list[list[tuple[str, ...]]] = []
    above: list[list[str]] = [[] for _ in range(width)]
    number = 0
    while number < len(rows):
        depth = _head_rows(rows) if number == 0 else _new_heads(rows, number)
        if depth:
            above = _above(rows[number : number + depth], width)
            heads += [[()] * len(row) for row in rows[number : number + depth]]
            number += depth
            continue
        row = rows[number]
        heads.append([() if c == 0 else (*_label(row), *above[c]) for c in range(len(row))])
        number += 1
    return heads


def _above(rows: Rows, width: int) -> list[list[str]]:
    above: list[list[str]] = [[] for _ in range(width)]
    owned: set[int] = set()  # columns with a head of their own
    for number, row in enumerate(rows):
        alone, spread = _alone(row), ""
        if alone and number and (under := _goes_on(rows[number - 1], row, alone)):
            gap = " " if alone[0].isascii() else ""
            above[under][-1] = f"{above[under][-1]}{gap}{alone}"
            continue
        for c in range(1, width):
            own = _clean(row[c]) if c < len(row) else ""
            # A head spans the columns to its right; in the last row of heads only those without one of their own.
            spread = own or (spread if row is not rows[-1] or c not in owned else "")
            if alone or spread:
                above[c].append(alone or spread)
        owned.update(c for c in range(1, len(row)) if row[c].strip() and not alone)
    return above


def _new_heads(rows: Rows, number: int) -> int:
    """How many rows from here on are heads for what follows: years or words over the columns, and no figure."""
    depth = 0
    while number + depth < len(rows) and depth < _MOST_HEAD_ROWS:
        row = rows[number + depth]
        said = [cell for cell in row[1:] if cell.strip()]
        if not said or any(_is_figure(cell) for cell in said) or not all(_may_head(cell) for cell in said):
            break
        depth += 1
    dated = any(_NO_FIGURE.search(cell) for row in rows[number : number + depth] for cell in row[1:])
    return depth if dated and number + depth < len(rows) else 0


def _may_head(cell: str) -> bool:
    return bool(_NO_FIGURE.search(cell)) or sum(map(str.isalpha, cell)) > 3 or cell.strip() in ("%", "$")


def _alone(row: Sequence[str]) -> str:
    """The one head of a row that has only one: it stands over all columns, wherever its cell is."""
    said = [_clean(words) for words in row[1:] if words.strip()]
    return said[0] if len(said) == 1 and len(row) > 2 else ""


def _goes_on(before: Sequence[str], row: Sequence[str], alone: str) -> int:
    """The column whose head a lone one goes on with: others stand beside that, the first of them to its left."""
    column = next(c for c in range(1, len(row)) if row[c].strip())
    headed = [c for c in range(1, len(before)) if before[c].strip()]
    of_all = said(alone) != (None, 1) or alone[0] in "(（" or _NO_FIGURE.search(alone)
    goes_on = column in headed and column != headed[0] and not of_all
    return column if goes_on else 0


def _clean(words: str) -> str:
    return whole(_BREAK.sub(" ", words)).strip()


def _label(row: Sequence[str]) -> tuple[str, ...]:
    return (_clean(row[0]),) if row and row[0].strip() else ()


def _head_rows(rows: Rows) -> int:
    """How many rows at the top are heads: those without a figure other than a year."""
    for number, row in enumerate(rows[: _MOST_HEAD_ROWS + 1]):
        figures = [cell for cell in row[1:] if _is_figure(cell)]
        if figures:
            return number
    return min(1, len(rows))


def _is_figure(cell: str) -> bool:
    """A number with little beside it; "Year ended March 31, 2019", "2019 and 2018" and "$'000" are none."""
    rest = _NO_FIGURE.sub("", cell)
    if rest != cell:
        rest = _MARK.sub("", rest)  # February 3, 2024 (1)
    opening = next((char for char in rest if char.isalnum()), "")
    if opening.isalpha() and not opening.isascii():
        return False  # 华北 2
    return any(map(str.isdigit, rest)) and sum(map(str.isalpha, rest)) <= 3
