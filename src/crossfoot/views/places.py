"""Offsets come in; the lines and columns that people see go out, and the words around them."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Sequence

from crossfoot.late import late
from crossfoot.model import Place, Span  # noqa: F401 (the doctest needs it)

_BREAK = late(r"\r\n|[\n\r]")


def width(words: str) -> int:
    """How many columns of a terminal the words take; Chinese characters take two."""
    if words.isascii():
        return len(words)
    from rich.cells import cell_len

    return cell_len(words)


class Lines:
    """The lines of a text, counted from 1 as people do, columns in code points.

    >>> Lines("up 2%\\r\\n同比增长2%").at(11)
    (2, 5)
    """

    def __init__(self, text: str) -> None:
        self.text = text
        breaks = list(_BREAK.finditer(text))
        self.starts = [0, *(found.end() for found in breaks)]
        self.ends = [*(found.start() for found in breaks), len(text)]

    def at(self, offset: int) -> tuple[int, int]:
        line = bisect_right(self.starts, offset)
        return line, offset - self.starts[line - 1] + 1

    def excerpt(self, start: int, end: int, columns: int) -> tuple[str, int, int]:
        """The line around an offset, cut to so many columns; where the words begin in it, and their width."""
        line = bisect_right(self.starts, start) - 1
        first, last = self.starts[line], self.ends[line]
        end = max(start, min(end, last))
        before, words, after = (
            _flat(part) for part in (self.text[first:start], self.text[start:end], self.text[end:last])
        )
        before = before.lstrip()
        room = columns - width(words)
        if width(before) + width(after) > room:
            half = (room - 4) // 2
            right = _fitting(after, max(half, room - 4 - width(before)))
            left = _fitting(before[::-1], room - 4 - width(right))[::-1]
            before = before if left == before else "… " + left.lstrip()
            after = after if right == after else right.rstrip() + " …"
        return before + words + after, width(before), max(1, width(words))


def at(places: Sequence[Place], offset: int) -> Place | None:
    """The place that holds an offset, or else the last one before it."""
    number = bisect_right(places, offset, key=lambda place: place.span.start) - 1
    return places[number] if number >= 0 else None


def named(place: Place) -> str:
    """How people look a place up: "p.3", "Sheet1!B7", a cell of a page's table; "" where nothing has such a name.

    >>> words = Span("", 0, 4)
    >>> named(Place(words, page=3)), named(Place(words, sheet="P&L", cell="B7"))
    ('p.3', 'P&L!B7')
    >>> named(Place(words, table=0, row=3, col=1))
    'table 1, row 4, column 2'
    """
    if place.page is not None:
        return f"p.{place.page}"
    if place.sheet is None and place.cell is None and None not in (place.table, place.row, place.col):
        counted = (("table", place.table), ("row", place.row), ("column", place.col))
        return ", ".join(f"{what} {number + 1}" for what, number in counted if number is not None)
    return "!".join(part for part in (place.sheet, place.cell) if part)


def _fitting(words: str, columns: int) -> str:
    """As much of the words as fits, to the end of a word if one ends soon."""
    fitting, used = 0, 0
    for char in words:
        used += width(char)
        if used > columns:
            break
        fitting += 1
    space = words.rfind(" ", max(0, fitting - 24), fitting)
    return words[: space if space >= 0 and fitting < len(words) else fitting]


def _flat(words: str) -> str:
    return "".join(" " if c in "\t\x0b\x0c" or c < " " else c for c in words)


def wrapped(words: str, columns: int, hang: str = "") -> list[str]:
    """The words in lines of at most so many columns, all but the first indented.

    >>> wrapped("101,102 + 4,366 = 105,468", 14, "  ")
    ['101,102 +', '  4,366 =', '  105,468']
    """
    lines, line = [], ""
    for word in _words(words):
        if line.strip() and width(line) + width(word.rstrip()) > columns:
            lines.append(line.rstrip())
            line = hang
        line += word
    return [*lines, line.rstrip()] if line.strip() else lines or [""]


def _words(words: str) -> list[str]:
    """Where a line may be broken: after white space, and between Chinese characters."""
    return re.findall(r"\S+\s*|\s+" if words.isascii() else r"[⺀-￮]|[^\s⺀-￮]+\s*|\s+", words)
