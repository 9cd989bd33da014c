"""A sentence comes in; out goes where its levels, times and ends of clauses stand, so that nobody looks for them twice.

A figure asks where its clause starts, what dates it, which figures stand before it. In a sentence of a thousand figures
each would look at the same tokens again; here every list is made once, and a question costs a look-up.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable, Iterator

from crossfoot.facts.sentence import Sentence
from crossfoot.lexicon.frame import FrameWords
from crossfoot.model import Quantity, Timex

LEVELS = frozenset({"money", "count", "measure", "number", "percent"})
_ENDS = frozenset({";", ".", "while", "whereas", "but", "。"})  # what stands behind does not date what stands before

# How many tokens a clause or a list may reach over. Longer sentences are tables or lists without their layout; the
# bound keeps work linear on any text.
WINDOW = 80
LIST = {",", "and", "plus", "、", "和", "及", "与"}
_BESIDE = 4  # tokens up to a figure that is only set beside another


class Layout:
    """Indexes of tokens, each list in order.

    `bounds` part clauses, `ends` part what a time behind a figure may date; `moves` are where changes begin.
    """

    __slots__ = ("bounds", "dated", "ends", "levels", "respectively")

    def __init__(self, sentence: Sentence, words: FrameWords, moves: Iterable[int]) -> None:
        self.levels, self.dated = list[int](), list[int]()
        self.bounds, self.respectively, ends = list[int](), list[int](), set(moves)
        parts, closing = words.boundary | words.reporting, words.respectively
        for i, token in enumerate(sentence.tokens):
            if token.mention is None:
                if token.text in parts or (token.text in words.subordinating and _opens(sentence, i, words)):
                    self.bounds.append(i)
                if token.text in _ENDS:
                    ends.add(i)
                if token.text in closing:
                    self.respectively.append(i)
                continue
            value = token.mention.value
            if isinstance(value, Quantity):
                sized = value.kind == "percent" or words.cuts  # "a 1.1% fall" is no level, nor is 减少2.8亿人次
                if value.kind in LEVELS and not (sized and value.change is not None):
                    self.levels.append(i)
            elif isinstance(value, Timex) and value.period is not None:
                self.dated.append(i)
        for i, token in enumerate(sentence.tokens):
            if token.mention is None and token.text in words.beside and between(self.levels, i + 1, i + 1 + _BESIDE):
                ends.add(i)  # "10.46 billion, against 8.62 billion for January to April"
        self.ends = sorted(ends)


def _opens(sentence: Sentence, index: int, words: FrameWords) -> bool:
    """Does "as" begin a clause ("profit fell as costs rose"), and not a comparison ("as many as")?"""
    near = [t.text for t in sentence.tokens[max(index - 1, 0) : index + 2] if t.mention is None]
    return not words.degrees.intersection(near) and near.count(sentence.tokens[index].text) == 1


def between(places: list[int], first: int, last: int) -> list[int]:
    """The places from one token to before another.

    >>> between([2, 5, 9], 3, 9)
    [5]
    """
    return places[bisect_left(places, first) : bisect_left(places, last)]


def backwards(places: list[int], index: int, least: int) -> Iterator[int]:
    """The places before a token, the nearest first, down to one that may still be looked at."""
    for at in range(bisect_left(places, index) - 1, -1, -1):
        if places[at] < least:
            return
        yield places[at]


def following(places: list[int], index: int) -> int | None:
    """The next place behind a token."""
    at = bisect_left(places, index + 1)
    return places[at] if at < len(places) else None
