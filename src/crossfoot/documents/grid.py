"""A table element comes in; its cells go out as rows of one width, spans filled and split figures put together."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

import msgspec

from crossfoot.late import late
from crossfoot.model import Look

if TYPE_CHECKING:
    from selectolax.lexbor import LexborNode  # whoever reads no HTML, does not wait for its parser

Rows = tuple[tuple[str, ...], ...]
Looks = tuple[tuple[Look, ...], ...]
_SPACE = late(r"\s+")
_OPENING = late(r"[(（]?(?:[A-Z]{0,3}[$€£¥￥]|RMB|CNY|USD|EUR|HKD|GBP)?[(（]?\s?-?$")
_CLOSING = late(r"[)）]?\s?%?[)）]?$")
_FIGURE = late(r"(?!(?:19|20)[0-9]{2}$)[(（$€£¥￥ -]{0,6}[0-9.][0-9,.]{0,24} ?[)）%]{0,3}$|[-–—]$")
_INDENT = late(r"(padding-left|margin-left|text-indent)\s{0,3}:\s{0,3}(-?[0-9]{1,4}(?:\.[0-9]{1,4})?)")
_OVER = late(r"border-top(?:-style|-width)?\s{0,3}:(?!\s{0,3}(?:none|0|hidden))")
_UNDER = late(r"border-bottom(?:-style|-width)?\s{0,3}:(?!\s{0,3}(?:none|0|hidden))")
SUPERSCRIPT = str.maketrans("0123456789", "⁰¹²³⁴⁵⁶⁷⁸⁹")
_MOST_SPAN, _MOST_COLUMNS = 100, 300
_LONGEST_CELL = 400  # characters; a table with longer ones lays out a page


class Set(msgspec.Struct, gc=False):
    """One place of the grid while it is made: its words, and how the cell there is set."""

    words: str = ""
    indent: float = 0
    bold: bool = False
    over: bool = False  # a rule line above it, and one below
    under: bool = False
    cols: int = 1
    rows: int = 1


def grid(table: LexborNode) -> tuple[Rows, Looks]:
    """Rows of stripped cell texts, and how they are set; a cell that spans several columns stands in the first.

    A figure stands in the last column that it spans, a dollar sign, a bracket or a percent sign in a cell of its own
    goes to the figure it belongs to, and columns that are left empty go away: filers set them so to line figures up.
    """
    level = _placed(_rows(table))
    width = max((len(row) for row in level), default=0)
    words = [_joined([place.words for place in row] + [""] * (width - len(row))) for row in level]
    used = [column for column in range(width) if any(row[column] for row in words)]
    kept = [number for number, row in enumerate(words) if any(row)]
    looks = _looks(level, words, used, kept)
    return tuple(tuple(words[number][column] for column in used) for number in kept), looks


def _placed(rows: Iterator[LexborNode]) -> list[list[Set]]:
    """Each cell in its row and column, past those that cells above reach down to."""
    level: list[list[Set]] = []
    reaching: dict[int, int] = {}  # column: rows that a cell above still covers
    for row in rows:
        line: list[Set] = []
        for own in _row(row):
            while reaching.get(len(line), 0) > 0 and len(line) < _MOST_COLUMNS:
                line.append(Set())
            room = min(own.cols, _MOST_COLUMNS - len(line))
            places = [own, *(Set(over=own.over, under=own.under) for _ in range(room - 1))][:room]
            if room > 1 and _FIGURE.match(own.words):
                places = [*places[1:], own]
            for place in places:
                reaching[len(line)] = own.rows
                line.append(place)
        level.append(line)
        reaching = {column: left - 1 for column, left in reaching.items() if left > 1}
    return level


def _looks(level: Sequence[Sequence[Set]], words: Rows | list[list[str]], used: list[int], kept: list[int]) -> Looks:
    """How each cell is set. Rules count where few have one: those of a table ruled all over say nothing of a sum."""
    steps = sorted({row[0].indent for number, row in enumerate(level) if row and words[number][0]})
    ruled = [
        [column < len(row) and (row[column].over or _under(level, number, column)) for column in range(len(words[0]))]
        for number, row in enumerate(level)
    ]
    figures = [ruled[n][c] for n in kept for c in used if c and any(map(str.isdigit, words[n][c]))]
    telling = sum(figures) * 2 <= len(figures)
    found: list[tuple[Look, ...]] = []
    for number in kept:
        row = level[number]
        line = []
        for column in used:
            place = row[column] if column < len(row) else Set()
            indent = steps.index(place.indent) if not column and place.words else 0
            # A sign, its figure and its bracket share one rule; it may run over any of them.
            over = telling and any(ruled[number][max(0, column - 1) : column + 1])
            line.append(Look(indent=indent, bold=place.bold, ruled=over and bool(words[number][column])))
        found.append(tuple(line))
    return tuple(found)


def _under(level: Sequence[Sequence[Set]], number: int, column: int) -> bool:
    above = level[number - 1] if number else ()
    return column < len(above) and above[column].under


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


def _row(row: LexborNode) -> list[Set]:
    cells: list[Set] = []
    child = row.first_child
    while child is not None:
        if child.tag in ("td", "th") and len(cells) < _MOST_COLUMNS:
            raw = _words(child)
            words = _SPACE.sub(" ", raw).strip()
            known = child.attributes
            style = (known.get("style") or "").casefold()
            inner = child.css_first("[style]") if words else None
            more = style + ";" + ((inner.attributes.get("style") or "").casefold() if inner is not None else "")
            blanks = len(raw) - len(raw.lstrip("\xa0"))  # other blanks only lay out the source
            cells.append(
                Set(
                    words,
                    sum(float(size) for _, size in _INDENT.findall(more)) + 4 * blanks,
                    bool(words) and ("bold" in more or child.tag == "th" or child.css_first("b,strong") is not None),
                    bool(_OVER.search(style)),
                    bool(_UNDER.search(style)),
                    min(_MOST_SPAN, _number(known.get("colspan"))),
                    min(_MOST_SPAN, _number(known.get("rowspan"))),
                )
            )
        child = child.next
    return cells


def _number(said: str | None) -> int:
    return int(said) if said is not None and said.isdecimal() and len(said) < 6 and int(said) else 1


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
