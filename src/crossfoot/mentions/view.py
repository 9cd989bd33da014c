"""A document's text comes in; out goes the view that patterns read: one form a digit, sign or space, same offsets.

Folding is a table of single characters, so nearly always the view is as long as the text and offsets are the same.
Only characters without width are dropped; then `offsets` says where each character of the view stands in the text.
Patterns may rely on this: digits are ASCII, letters have half width, brackets and colons are ASCII "():", minus signs
and short dashes are "-", apostrophes are "'", odd spaces are " ". A line end inside a paragraph is a space; one
before a blank or indented line stays "\\n". Sentence marks (，。、；！？, the long dash —) and tabs stay as they are.

>>> view = View.of("约\\u200b４３，０６７ 辆")
>>> view.text
'约43,067 辆'
>>> view.span(1, 7), view.folds(1, 7)
((2, 8), ('４→4', '３→3', '，→,', '０→0', '６→6', '７→7'))
"""

from __future__ import annotations

import re
from array import array
from bisect import bisect_left
from functools import cached_property

from crossfoot.late import late
from crossfoot.lexicon.characters import simplified, wide

_ZEROS = "٠۰०০੦૦୦௦౦೦൦๐໐༠၀០᠐０"  # the decimal zeros of the scripts in use; one to nine follow each
_DASHES = "‐‑‒–−﹣－"  # not the long dash: it parts clauses
_SPACES = "\t\x0b\x0c\x85\xa0\u1680\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2007\u2008\u2009\u200a\u202f\u205f\u3000"
_PAIRS = {"￥": "¥", "￡": "£", "￠": "¢", "﹪": "%", "﹩": "$", "〜": "~", "∼": "~", "’": "'", "‘": "'", "ʼ": "'",
          "İ": "I", "﹐": ",", "﹒": ".", "٪": "%", "٫": ".", "٬": ",", "⁄": "/", "∕": "/"}  # fmt: skip
_KEPT = "，；！？。\t"  # they end something; a tab parts cells
_DROPPED = "\u00ad\u200b\u200c\u200d\u200e\u200f\u202a\u202b\u202c\u202d\u202e\u2060\u2066\u2067\u2068\u2069\ufeff"

_TABLE: dict[int, str] = {
    **{code: chr(code - 0xFEE0) for code in range(0xFF01, 0xFF5F)},
    **{ord(zero) + i: str(i) for zero in _ZEROS for i in range(10)},
    **{ord(dash): "-" for dash in _DASHES},
    **{ord(space): " " for space in _SPACES},
    **{ord(odd): plain for odd, plain in _PAIRS.items()},
}
for _mark in _KEPT:
    _TABLE.pop(ord(_mark), None)

_WIDE_COMMA = late(r"(?<=[０-９])，(?=[０-９]{3}(?![０-９]))")  # groups a number only when all of it is wide
_BROKEN = late(r"\n(?=[0-9.,])")
_LEFT = late(
    r"(?:,(?P<part>[0-9]{1,2})|,[0-9]{3},(?P<group>)|[0-9](?P<point>\.)|(?P<digit>[0-9]))$"
)  # of a number broken over two lines
_RIGHT = late(
    r"(?P<digits>[0-9]{1,4})(?![0-9]|,(?![0-9]{3}))(?P<unit>[万亿元股吨%％]?)|(?P<rest>\.[0-9]|,[0-9]{3}(?![0-9]))"
)
_GAP = late(r"(?<=[0-9]\.) (?=[0-9]{1,4} ?[万亿%])")
_BEFORE_GAP = late("[\u4e00-\u9fff] ?[0-9]{1,4}\\.$")
_FULL_COMMA = late("(?<=[0-9])，(?=[0-9])")
_HEAD = late("(?:^|[^0-9，,.])[0-9]{1,3}(?P<groups>(?:，[0-9]{3}){0,4})$")
_TAIL = late(
    "(?P<place>[0-9]{2})[万亿%％]"
    "|[0-9]{3}(?:，[0-9]{3}){0,4}(?:[.][0-9]| ?[万亿元股吨点余多家人名辆台部件套份户美港欧日英])"
)
_SOFT_END = late(r"\n(?=\S)")
_INVISIBLE = late(f"[{_DROPPED}]")


class View:
    """The folded text of one document; `span` and `folds` lead back to the words as they were."""

    def __init__(self, text: str, original: str, offsets: array[int] | None) -> None:
        self.text, self.original, self.offsets = text, original, offsets

    @classmethod
    def of(cls, original: str) -> View:
        text, offsets = original, None
        if not text.isascii():
            if _INVISIBLE.search(text):
                offsets = array("l", [i for i, char in enumerate(text) if char not in _DROPPED])
                text = _INVISIBLE.sub("", text)
            text = wide(_FULL_COMMA.sub(_comma, _WIDE_COMMA.sub(",", text).translate(_TABLE)))
        broken = {match.start() for match in _BROKEN.finditer(text) if _goes_on(text, match.start())}
        if not text.isascii():  # 占3. 51%, but no "3. 51%" at the head of a list
            gaps = (match.start() for match in _GAP.finditer(text))
            broken.update(at for at in gaps if _BEFORE_GAP.search(text, max(0, at - 7), at))
        if broken:
            kept = [i for i in range(len(text)) if i not in broken]
            text = "".join([text[i] for i in kept])
            offsets = array("l", kept if offsets is None else [offsets[i] for i in kept])
        return cls(_SOFT_END.sub(" ", text.replace("\r", " ")), original, offsets)

    @cached_property
    def lower(self) -> str:
        """The view in lower case, of the same length (the one letter that would grow is folded)."""
        return self.text.lower()

    @cached_property
    def simplified(self) -> str:
        """The view in simplified characters, of the same length."""
        return simplified(self.text)

    def span(self, start: int, end: int) -> tuple[int, int]:
        """Offsets of the original for those of the view."""
        if self.offsets is None:
            return start, end
        if start >= end:
            start = self.offsets[start] if start < len(self.offsets) else len(self.original)
            return start, start
        return self.offsets[start], self.offsets[end - 1] + 1

    def at(self, offset: int) -> int:
        """The offset in the view for one of the original (of the next character kept, if that one was dropped)."""
        if self.offsets is None:
            return offset
        return bisect_left(self.offsets, offset)

    def folds(self, start: int, end: int) -> tuple[str, ...]:
        """What was changed inside a stretch of the view, white space aside: evidence, never a reason to look away."""
        if self.offsets is None and self.original.isascii():
            return ()
        first, last = self.span(start, end)
        notes, position = [], start
        for char in self.original[first:last]:
            if char in _DROPPED:
                notes.append(f"U+{ord(char):04X} dropped")
                continue
            if char in " \n" and self.text[position] not in " \n":
                notes.append("line break dropped" if char == "\n" else "space dropped")
                continue
            if self.text[position] != char and not char.isspace():
                notes.append(f"{char}→{self.text[position]}")
            position += 1
        return tuple(notes)


def _comma(match: re.Match[str]) -> str:
    """What a full-width comma between digits stands for, as converters leave it: 3，39亿元, 1，234元."""
    text, at = match.string, match.start()
    head = _HEAD.search(text, max(0, at - 24), at)
    tail = _TAIL.match(text, at + 1)
    if head is None or tail is None:
        return "，"
    if tail.group("place"):
        return "，" if head.group("groups") else "."
    return ","


def _goes_on(text: str, at: int) -> bool:
    """Does a number go on behind the line break at `at`: 1,234,5 and 67, 35. and 6亿, 12 and .5?"""
    left, right = _LEFT.search(text, max(0, at - 5), at), _RIGHT.match(text, at + 1)
    if left is None or right is None:
        return False
    part, digits = left.group("part") or left.group("group"), right.group("digits")
    if part is not None:
        return digits is not None and len(part) + len(digits) == 3
    return bool(right.group("unit")) if left.group("point") else right.group("rest") is not None
