"""The grid of a sheet comes in; which of its cells are lines of words and which are tables goes out.

A sheet has no tables of its own: people set titles, units, several tables and notes on one grid, and leave rows and
columns empty between them.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

import msgspec

Rows = Sequence[Sequence[str]]
_LONGEST_LABEL = 60  # characters; a longer cell that stands alone is a note


class Region(msgspec.Struct, frozen=True, gc=False):
    """A rectangle of a sheet, ends exclusive; of one cell: a line of words."""

    top: int
    bottom: int
    left: int
    right: int

    @property
    def alone(self) -> bool:
        return self.bottom - self.top == 1 and self.right - self.left == 1


def regions(rows: Rows) -> list[Region]:
    """The lines and the tables of a sheet from the top.

    >>> regions([["Sales", ""], ["", ""], ["", "2019"], ["Cars", "7"], ["Vans", "6"]])
    [Region(top=0, bottom=1, left=0, right=1), Region(top=2, bottom=5, left=0, right=2)]
    """
    found: list[Region] = []
    for top, bottom in _bands(rows):
        for left, right in _strips(rows, top, bottom):
            found += _lined(rows, Region(top, bottom, left, right))
    return found


def _bands(rows: Rows) -> Iterator[tuple[int, int]]:
    """Runs of rows between empty ones; an empty row that only sets off part of a table does not end one."""
    start, last = None, -1
    for number, row in enumerate(rows):
        if not any(row):
            continue
        if start is None:
            start = number
        elif number - last > 1 and (number - last > 3 or not _goes_on(rows, start, last, number)):
            yield start, last + 1
            start = number
        last = number
    if start is not None:
        yield start, last + 1


def _goes_on(rows: Rows, start: int, last: int, following: int) -> bool:
    """Does the table above an empty row go on below it, in the same columns and without heads of its own?"""
    above = _figures(rows[last])
    opening = next((row for row in rows[following : following + 3] if _figures(row)), ())
    if not above or not opening or _is_head(rows[following]):
        return False
    return _figures(opening) <= {c for row in rows[start : last + 1] for c in _figures(row)}


def _figures(row: Sequence[str]) -> frozenset[int]:
    return frozenset(c for c, words in enumerate(row) if is_figure(words))


def _is_head(row: Sequence[str]) -> bool:
    """Words or years and no other figure; a label alone is none."""
    filled = [c for c, words in enumerate(row) if words]
    return filled != [0] and all(not is_figure(words) or is_year(words) for words in row)


def is_figure(words: str) -> bool:
    """A number with little beside it.

    >>> is_figure("(1,234)"), is_figure("12.5%"), is_figure("Q1 2019 sales")
    (True, True, False)
    """
    return any(map(str.isdigit, words)) and sum(map(str.isalpha, words)) <= 3


def is_year(words: str) -> bool:
    bare = words.rstrip("年AEF")
    return len(bare) == 4 and bare.isdigit() and bare[:2] in ("19", "20")


def _strips(rows: Rows, top: int, bottom: int) -> Iterator[tuple[int, int]]:
    """Tables beside each other: an empty column parts them where what follows has labels of its own."""
    width = max(len(row) for row in rows[top:bottom])
    used = [any(c < len(row) and row[c] for row in rows[top:bottom]) for c in range(width)]
    start, last = None, -1
    for column in range(width):
        if not used[column]:
            continue
        if start is None:
            start = column
        elif column - last > 1 and (
            _has_labels(rows, top, bottom, column) or _starts_lower(rows, top, bottom, start, column)
        ):
            yield start, last + 1
            start = column
        last = column
    if start is not None:
        yield start, last + 1


def _starts_lower(rows: Rows, top: int, bottom: int, left: int, column: int) -> bool:
    """Does a grid begin here two rows or more below the one to the left?"""

    def first(start: int, end: int | None) -> int:
        filled = (r for r in range(top, bottom) if sum(1 for words in rows[r][start:end] if words) > 1)
        return next(filled, -1)

    here, before = first(column, None), first(left, column)
    return before >= 0 and here >= before + 2


def _has_labels(rows: Rows, top: int, bottom: int, column: int) -> bool:
    """Do most rows have words here and a figure to the right?"""
    both = only = 0
    for row in rows[top:bottom]:
        words = row[column] if column < len(row) else ""
        figures = any(is_figure(cell) for cell in row[column + 1 : column + 4])
        both += bool(words) and not is_figure(words) and figures
        only += figures
    return both >= 2 and both >= 0.7 * only


def _lined(rows: Rows, region: Region) -> list[Region]:
    """A table without the titles above it and the notes below it, which are lines of their own."""
    held = [
        [c for c in range(region.left, region.right) if c < len(rows[r]) and rows[r][c]]
        for r in range(region.top, region.bottom)
    ]
    top, bottom = 0, len(held)
    first = min(c for row in held for c in row)
    while top < bottom and len(held[top]) <= 1:
        if held[top] and (held[top][0] != first or is_figure(rows[region.top + top][first])):
            break  # words over a column are its head, words over the labels a title
        top += 1
    while bottom > top and len(held[bottom - 1]) <= 1 and _is_note(rows[region.top + bottom - 1], held[bottom - 1]):
        bottom -= 1
    lines = [[Region(region.top + r, region.top + r + 1, c, c + 1) for c in held[r]] for r in range(len(held))]
    before = [line for r in range(top) for line in lines[r]]
    after = [line for r in range(bottom, len(held)) for line in lines[r]]
    if top == bottom:
        return before + after
    columns = [c for row in held[top:bottom] for c in row]
    table = Region(region.top + top, region.top + bottom, min(columns), max(columns) + 1)
    return [*before, table, *after]


def _is_note(row: Sequence[str], held: Sequence[int]) -> bool:
    words = row[held[0]] if held else ""
    return not is_figure(words) and (
        len(words) > _LONGEST_LABEL or words.lower().startswith(("note", "source", "*", "注", "资料来源", "数据来源"))
    )
