"""A figure that no row of metrics.toml knows comes in; out goes the noun phrase that it stands in, as written.

"A noise charge of 600 dollars" is of a noise charge, "a 3 billion yuan credit facility" of a credit facility. The key
of a figure keeps every word of its clause, since two figures may meet only if nothing tells them apart; this is what a
reader would call it.
"""

from __future__ import annotations

from crossfoot.facts.frame import Frame
from crossfoot.facts.sentence import Match
from crossfoot.model import Name, Quantity

LONGEST = 4  # words of a noun phrase


def named(frame: Frame, index: int, quantity: Quantity) -> str | None:
    """What stands behind the figure as its noun, or before it as what it is of."""
    if quantity.kind == "count":
        return _counted(frame, index, quantity)
    tokens, words = frame.sentence.tokens, frame.words
    before = tokens[index - 1].text if index else ""
    if index + 1 < len(tokens) and tokens[index + 1].text in words.linking:
        if (found := _phrase(frame, index + 2, quantity)) is not None:
            return found
    elif before in words.determiners and (found := _phrase(frame, index + 1, quantity)) is not None:
        return found
    return _headed(frame, index)


def subject(frame: Frame, match: Match) -> str | None:
    """What moves, as the words before its verb call it."""
    return _back(frame, match.start, frame.reach(match.start))


def _counted(frame: Frame, index: int, quantity: Quantity) -> str | None:
    """What is counted, as written: "industrial players" of "four industrial players"."""
    start = quantity.digits[1] if quantity.scale_word is None else max(quantity.digits[1], quantity.scale_word[1])
    if quantity.unit_word is None or start >= quantity.unit_word[1]:
        return quantity.of
    return " ".join(frame.sentence.document.text[start : quantity.unit_word[1]].split()) or quantity.of


def _phrase(frame: Frame, first: int, quantity: Quantity) -> str | None:
    """The words from a token up to one that can be in no noun phrase."""
    tokens, words = frame.sentence.tokens, frame.words
    while first < len(tokens) and tokens[first].text in words.determiners:
        first += 1
    last = first
    while last < len(tokens) and last < first + LONGEST and _noun(frame, last):
        last += 1
    return _written(frame, first, last) if last > first else None


def _headed(frame: Frame, index: int) -> str | None:
    """The words before "of", "was", "at": back to what opens the phrase that they close."""
    tokens, words = frame.sentence.tokens, frame.words
    last, least = index, max(frame.reach(index), index - 3)
    while last > least and tokens[last - 1].mention is None and tokens[last - 1].text in words.copular:
        last -= 1
    if last == index:
        return None
    return _back(frame, last, frame.reach(index))


def _back(frame: Frame, last: int, least: int) -> str | None:
    """The words that end at a token, back to what opens the phrase that they close."""
    first = last
    while first > least and last - first < LONGEST and _noun(frame, first - 1):
        first -= 1
    return _written(frame, first, last) if last > first else None


def _noun(frame: Frame, index: int) -> bool:
    token, words = frame.sentence.tokens[index], frame.words
    if token.mention is not None:
        return isinstance(token.mention.value, Name) and token.mention.value.kind == "instrument"
    return token.text[0].isalpha() and token.text not in words.closing


def _written(frame: Frame, first: int, last: int) -> str:
    span = frame.sentence.span_of(first, last)
    return " ".join(frame.sentence.document.text[span.start : span.end].split())
