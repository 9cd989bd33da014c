"""Offsets come in; the lines and columns that people see go out, and the words around them."""

from __future__ import annotations

import re
from bisect import bisect_right

_BREAK = re.compile(r"\r\n|[\n\r]")


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
        """The line that holds an offset, cut to so many columns around it; where the words begin in it, and their width."""
        line = bisect_right(self.starts, start) - 1
        end = max(start + 1, min(end, self.ends[line]))
        left, right = self._cut(self.starts[line], start, end, self.ends[line], columns)
        before = ("… " if left > self.starts[line] else "") + _flat(self.text[left:start])
        words, after = _flat(self.text[start:end]), _flat(self.text[end:right])
        shown = before.lstrip() + words + after + (" …" if right < self.ends[line] else "")
        return shown, width(before.lstrip()), max(1, width(words))

    def _cut(self, first: int, start: int, end: int, last: int, columns: int) -> tuple[int, int]:
        """Grown from the words outward, word by word, as long as it fits."""
        room = columns - width(self.text[start:end]) - 4
        left, right = start, end
        while room > 0 and (left > first or right < last):
            grown = False
            if left > first and (left - first >= 1) and (right - end >= start - left or right >= last):
                further = max(first, self._word_start(first, left))
                if (cost := width(self.text[further:left])) <= room:
                    room, left, grown = room - cost, further, True
            if not grown and right < last:
                further = min(last, self._word_end(right, last))
                if (cost := width(self.text[right:further])) <= room:
                    room, right, grown = room - cost, further, True
            if not grown:
                break
        return left, right

    def _word_start(self, first: int, left: int) -> int:
        space = self.text.rfind(" ", first, left - 1)
        return space if left - 24 <= space else left - 1

    def _word_end(self, right: int, last: int) -> int:
        space = self.text.find(" ", right + 1, last)
        return space if 0 <= space <= right + 24 else last if last - right <= 24 and space < 0 else right + 1


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
    return re.findall(r"[⺀-￮]|[^\s⺀-￮]+\s*|\s+", words)
