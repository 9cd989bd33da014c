"""A stretch of text comes in, the spans of its sentences go out, English and Chinese alike.

A line break ends no sentence: wire copy is wrapped by hand. Chinese clauses that a full-width semicolon divides count
as sentences, as they mostly are, and so do the items of a list that was run together, each behind a dash of its own.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from crossfoot.late import late
from crossfoot.lexicon import Row, load


class Abbreviations(Row, frozen=True):
    """Words before whose full stop a sentence goes on: always, or unless a word that opens sentences follows."""

    never: tuple[str, ...]
    seldom: tuple[str, ...]
    openers: tuple[str, ...]


# A Latin end needs white space after it, a Chinese one nothing. Closing quotes and brackets belong to the sentence.
_END = late(
    r"""[.!?]{1,3}["'”’)\]]{0,3}(?=\s|$|[一-鿿])|[。！？；]{1,3}["'”’』」）)]{0,3}|(?:……)["”]?|[（(）)]"""
    r"|;(?=[一-鿿“])|(?<=[一-鿿%）)\]]) (?=- [一-鿿*“0-9])"  # items behind dashes in a line
)
_BROKEN = late(r"\n[0-9]{1,4}[万亿元股吨%％]")  # the rest of a number that a line end cut at its point
_LAST_WORD = late(r"([A-Za-z][A-Za-z.]{0,11})\s?$")
_NEXT_WORD = late(r"""\s{0,40}["'“‘(\[]{0,2}([^\s,;:.]{0,24})""")
_INITIAL = late(r"(?:^|[\s(.\-“\"])[A-Z]$")
_LONGEST_BRACKET = 300  # characters; one that is never closed must not swallow the paragraph


@cache
def _abbreviations() -> tuple[frozenset[str], frozenset[str], frozenset[str]]:
    rows = load("en/abbreviations.toml", Abbreviations)
    return frozenset(rows.never), frozenset(rows.seldom), frozenset(rows.openers)


def split(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    """Spans without white space at their ends; together they hold every other character.

    >>> text = "Geely Automobile Co. sold 1.41 million. The U.S. unit grew 2.5%."
    >>> [text[a:b] for a, b in split(text, 0, len(text))]
    ['Geely Automobile Co. sold 1.41 million.', 'The U.S. unit grew 2.5%.']
    >>> text = "出货量（其中PC；平板）下降5%。全年增长9.9%；其余持平"
    >>> [text[a:b] for a, b in split(text, 0, len(text))]
    ['出货量（其中PC；平板）下降5%。', '全年增长9.9%；', '其余持平']
    >>> text = "营收12.3亿元 [1] - 净利润2.1亿元;毛利率31%"
    >>> [text[a:b] for a, b in split(text, 0, len(text))]
    ['营收12.3亿元 [1]', '- 净利润2.1亿元;', '毛利率31%']
    """
    at, closing = start, -1
    for found in _END.finditer(text, start, end):
        sign = found[0][0]
        if sign in "（(":
            if found.start() > closing:
                closing = _closes(text, found.start(), end)
            continue
        if sign in "）)" or found.start() < closing:
            continue
        if sign in ".!?" and not _ends(text, found, end):
            continue
        yield from _trimmed(text, at, found.end())
        at = found.end()
    yield from _trimmed(text, at, end)


def _closes(text: str, at: int, end: int) -> int:
    """Where the bracket opened at `at` closes; -1 when it does not soon."""
    limit = min(end, at + _LONGEST_BRACKET)
    ends = [i for i in (text.find("）", at, limit), text.find(")", at, limit)) if i >= 0]
    return min(ends, default=-1)


def _ends(text: str, found: re.Match[str], end: int) -> bool:
    """Does this Latin stop end a sentence?"""
    if found.end() >= end:
        return True
    if found[0] == "." and text[found.start() - 1].isdecimal() and _BROKEN.match(text, found.end(), end):
        return False
    following = _NEXT_WORD.match(text, found.end(), end)
    word = following[1] if following else ""
    if found[0][0] != ".":
        return not word[:1].islower()
    never, seldom, openers = _abbreviations()
    before = text[max(0, found.start() - 14) : found.start()]
    last = _LAST_WORD.search(before)
    name = last[1] if last else ""
    if name.lower() in never and len(found[0]) == 1:
        return False
    if _INITIAL.search(before) or name.lower() in seldom:
        return word in openers
    if before.endswith(" ") and name:  # tokenised text: " . " with anything after it
        return True
    return not word[:1].islower()


def _trimmed(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    while start < end and text[start].isspace():
        start += 1
    while start < end and text[end - 1].isspace():
        end -= 1
    if start < end:
        yield start, end
