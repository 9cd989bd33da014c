"""A table element comes in; its cells go out as rows of one width, spans filled and split figures put together."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from selectolax.lexbor import LexborNode

Rows = tuple[tuple[str, ...], ...]
_SPACE = re.compile(r"\s+")
_OPENING = re.compile(r"[(（]?(?:[A-Z]{0,3}[$€£¥￥]|RMB|CNY|USD|EUR|HKD|GBP)?[(（]?\s?-?$")
_CLOSING = re.compile(r"[)）]?\s?%?[)）]?$")
SUPERSCRIPT = str.maketrans("0123456789", "⁰¹²³⁴⁵⁶⁷⁸⁹")
_MOST_SPAN, _MOST_COLUMNS = 100, 300
_LONGEST_CELL = 400  # characters; a table with longer ones lays out a page


def grid(table: LexborNode) -> Rows:
    """Rows of stripped cell texts; a cell that spans several columns stands in the first.

    A dollar sign, a bracket or a percent sign in a cell of its own goes to the figure it belongs to, and columns that
    are left empty go away: filers set them so to line figures up.
    """
    rows = [_row(row) for row in _rows(table)]
    width = min(_MOST_COLUMNS, max((len(row) for row in rows), default=0))
    level = [_joined([*row, *[""] * (width - len(row))][:width]) for row in rows]
    used = [column for column in range(width) if any(row[column] for row in level)]
    return tuple(tuple(row[column] for column in used) for row in level if any(row))


def is_data(rows: Sequence[Sequence[str]]) -> bool:
    """Is this a table of figures, or does it only lay out a page?

    >>> is_data([["", "2019", "2018"], ["Sales", "105", "99"]]), is_data([["•", "Sales rose 2% to 105."]])
    (True, False)
    """
    cells = [cell for row in rows for cell in row if cell]
    if len(rows) < 2 or max(len(row) for row in rows) < 2 or max(len(cell) for cell in cells) > _LONGEST_CELL:
        return False
    figures = sum(1 for cell in cells if any(c.isdigit() for c in cell) and len(cell) <= 40)
    return figures >= 2 and figures * 5 >= len(cells)


def _rows(table: LexborNode) -> Iterator[LexborNode]:
    """The rows of this table, not of one inside it; a table that holds another has none, since it lays out a page."""
    if len(table.css("table")) > 1:
        return
    yield from table.css("tr")


def _row(row: LexborNode) -> list[str]:
    cells: list[str] = []
    child = row.first_child
    while child is not None:
        if child.tag in ("td", "th") and len(cells) < _MOST_COLUMNS:
            words = _SPACE.sub(" ", _words(child)).strip()
            span = child.attributes.get("colspan") or "1"
            cells += [words, *[""] * (min(_MOST_SPAN, int(span) if span.isdecimal() else 1) - 1)]
        child = child.next
    return cells


def _words(cell: LexborNode) -> str:
    """The text of a cell, with a space where a line or a block ends and note marks as superscripts."""
    parts: list[str] = []
    for node in cell.traverse(include_text=True):
        if node.is_text_node:
            words = node.text_content or ""
            raised = node.parent is not None and node.parent.tag == "sup"
            parts.append(words.translate(SUPERSCRIPT) if raised else words)
        elif node.tag in ("br", "p", "div", "li"):
            parts.append(" ")
    return "".join(parts)


def _joined(row: list[str]) -> list[str]:
    """Signs that stand alone, moved to their figure.

    >>> _joined(["Net loss", "$", "(1,309", ")", "12", "%"])
    ['Net loss', '', '$(1,309)', '', '12%', '']
    """
    for column, cell in enumerate(row):
        following = next((c for c in range(column + 1, min(len(row), column + 4)) if row[c]), None)
        if cell and following is not None and _OPENING.match(cell) and row[following][0] in "0123456789(（.-—–":
            row[following], row[column] = cell + row[following], ""
        elif cell and _CLOSING.match(cell):
            before = next((c for c in range(column - 1, max(-1, column - 4), -1) if row[c]), None)
            if before is not None and row[before][-1].isdigit():
                row[before], row[column] = row[before] + cell, ""
    return row
