"""A document and its mentions come in; its tables go out as lines and columns of figures, dashes and gaps.

The same shape whatever the format was, and either way round: `across` turns columns into lines, so that whoever adds up
rows adds up columns as well.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from fractions import Fraction

import msgspec

from crossfoot.late import late
from crossfoot.model import Cell, Document, Look, Mention, Quantity, Span

DASHES = frozenset(
    ("-", "–", "—", "−", "--", "---", "－", "——", "nil", "$-", "$—", "$–", "¥-")
)  # zero in a sum, missing elsewhere
PLAIN = Look()
_NUMBERED = late(
    r"([一二三四五六七八九十]{1,3}、)|([（(][一二三四五六七八九十]{1,3}[)）])|([0-9]{1,2}[.．、](?![0-9]))|([（(][0-9]{1,2}[)）])"
)
Sort = tuple[str, str | None]


class Entry(msgspec.Struct, frozen=True, gc=False):
    """One cell with a figure or a dash; a gap has no entry."""

    span: Span
    cell: Cell
    quantity: Quantity | None  # None: a dash

    @property
    def sort(self) -> Sort:
        """Figures of another sort are not added to this one."""
        quantity = self.quantity
        if quantity is None:
            return "", None
        return quantity.kind, quantity.per

    @property
    def dated(self) -> bool:
        """Does it look like a year: four digits without a comma or a sign?"""
        quantity = self.quantity
        bare = quantity is not None and quantity.digits[1] - quantity.digits[0] == 4 and quantity.step == quantity.scale
        return bare and quantity is not None and 1900 <= quantity.low / quantity.scale < 2100


def alike(one: Sort, other: Sort, loosely: bool = False) -> bool:
    """Are figures of one sort? A bare number may be money or a count; the label of one part may mislead ("cars")."""
    kinds = {one[0], other[0]}
    if loosely and kinds <= {"number", "money", "count"}:
        return one[1] == other[1]
    return one[1] == other[1] and (len(kinds) == 1 or kinds in ({"number", "money"}, {"number", "count"}))


class Line(msgspec.Struct, frozen=True, gc=False):
    """A row, or a column: what it is called, how it is set, and its entries by track."""

    number: int  # of the row or the column in its table
    label: str
    entries: dict[int, Entry]
    look: Look = PLAIN
    depth: int = 0  # how deep the number before its label is: 一、 1, （一） 2, 1. 3, （1） 4; 0 without one
    section: int = 0  # lines of one section are not parted by a row of new heads
    heads: tuple[str, ...] = ()


class Grid(msgspec.Struct, frozen=True, gc=False):
    table: int
    lines: tuple[Line, ...]
    upright: bool = True  # are the lines rows?


def grids(document: Document, mentions: Sequence[Mention]) -> list[Grid]:
    """Each table, its rows as lines."""
    figures = {m.span.start: m for m in mentions if m.rule == "cell"}
    tables: dict[int, dict[int, list[tuple[Cell, Span]]]] = defaultdict(lambda: defaultdict(list))
    for block in document.blocks:
        if block.cell is not None:
            tables[block.cell.table][block.cell.row].append((block.cell, block.span))
    return [_grid(document, number, rows, figures) for number, rows in tables.items()]


def _grid(
    document: Document, number: int, rows: dict[int, list[tuple[Cell, Span]]], figures: dict[int, Mention]
) -> Grid:
    lines: list[Line] = []
    section = 0
    for row, cells in sorted(rows.items()):
        entries: dict[int, Entry] = {}
        label, look, blank, heads = "", PLAIN, 0, ()
        for cell, span in cells:
            words = document.text[span.start : span.end]
            bare = words.strip()
            start = span.start + len(words) - len(words.lstrip())
            found = figures.get(start)
            if found is not None and isinstance(found.value, Quantity) and found.span.end <= span.end:
                entries[cell.col] = Entry(found.span, cell, found.value)
                look = look if look.ruled else msgspec.structs.replace(look, ruled=cell.look.ruled)
            elif bare.casefold() in DASHES and cell.col:
                entries[cell.col] = Entry(span, cell, None)
            elif bare and not entries and not label:
                label, look, blank = bare, cell.look, len(words) - len(words.lstrip())
        if not any(entry.quantity is not None for entry in entries.values()):
            entries = entries if entries and label else {}
        if not entries and sum(1 for _, span in cells if document.text[span.start : span.end].strip()) > 1:
            section += 1  # new heads
        look = msgspec.structs.replace(look, indent=look.indent or blank)
        lines.append(Line(row, label, entries, look, _depth(label), section, heads))
    return Grid(number, tuple(lines))


def _depth(label: str) -> int:
    """How deep a line is by the number before its label, as statements of accounts in Chinese have it.

    >>> [_depth(label) for label in ("六、净额", "（二）少数股东", "1．其他", "(3)折算差额", "净利润")]
    [1, 2, 3, 4, 0]
    """
    found = _NUMBERED.match(label.lstrip())
    return 0 if found is None or found.lastindex is None else found.lastindex


def over(entry: Entry, label: str) -> tuple[str, ...]:
    """The heads of the column of a cell: all its heads but the label of its row."""
    heads = entry.cell.heads
    return heads[1:] if label and heads[:1] == (" ".join(label.split()),) else heads


def across(grid: Grid) -> list[Grid]:
    """The columns of each section as lines; their tracks are the rows."""
    sections: dict[int, list[Line]] = defaultdict(list)
    for line in grid.lines:
        if line.entries:
            sections[line.section].append(line)
    turned = []
    for section, rows in sections.items():
        columns: dict[int, dict[int, Entry]] = defaultdict(dict)
        for row in rows:
            for column, entry in row.entries.items():
                columns[column][row.number] = entry
        lines = []
        for column, entries in sorted(columns.items()):
            heads = over(next(iter(entries.values())), next(row.label for row in rows if column in row.entries))
            label = heads[-1] if heads else ""
            lines.append(Line(column, label, entries, PLAIN, 0, section, heads))
        turned.append(Grid(grid.table, tuple(lines), upright=False))
    return turned


def value(entry: Entry) -> Fraction:
    return Fraction(0) if entry.quantity is None else entry.quantity.low
