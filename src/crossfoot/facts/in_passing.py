"""What moved where a share of it is told in passing: the fit of a move comes in, out goes the figure before its share.

"收入24.8亿元，占全省的68.9%，同比增长5.6%", "为年初预算36亿元的68.9%，同比增收1.32亿元": no share grew, unless by
points.
"""

from __future__ import annotations

from collections.abc import Sequence

from crossfoot.facts.frame import Frame
from crossfoot.facts.sentence import Match, Token
from crossfoot.lexicon.cued import Taking, taking
from crossfoot.model import Figure, Quantity

POINTS = ("percentage-point", "basis-point")


def said_of(match: Match, frame: Frame) -> Figure | None:
    """The figure that a share is said of, in languages that put it before."""
    at, share, size = match.roles["level"][0], match.quantity("level"), match.quantity("size")
    words = None if frame.words.spaced or share is None or size is None else taking(frame.sentence.lang)
    if words is None or share is None or size is None or share.kind != "percent" or size.kind in POINTS:
        return None
    tokens, text = frame.sentence.tokens, frame.sentence.document.text
    first = next((i + 1 for i in range(at - 1, -1, -1) if tokens[i].text in (",", ";", "(")), 0)
    last = next((i for i in range(first - 2, -1, -1) if tokens[i].mention is not None), 0)
    if not first or not frame.is_level(last) or last in frame.beside or not _passing(words, text, tokens[first:at]):
        return None
    figure = frame.level(last)
    return figure if figure.unit != "percent" else None


def _passing(words: Taking, text: str, clause: Sequence[Token]) -> bool:
    """Does a clause say no more than of what the percentage behind it is: "占全省的", "为年初预算36亿元的"?"""
    inside = (t.end for t in reversed(clause) if t.mention is not None and isinstance(t.mention.value, Quantity))
    start = next(inside, None)
    if not clause:
        return False
    if start is not None:  # of a whole that it prints
        return text[start : clause[-1].end].strip() == "的"
    return words.of.fullmatch(text[clause[0].start : clause[-1].end]) is not None
