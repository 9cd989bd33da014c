"""English quantities come in; those without a unit take that of the figure that they are listed or compared with."""

from __future__ import annotations

from itertools import pairwise

from crossfoot.lexicon.tokens import Tokens
from crossfoot.lexicon.words import words
from crossfoot.mentions.draft import Draft

WITHIN = 10  # times between a figure and that of the year before, which stands in brackets behind it
_LINKS = {"and", "or", ",", "vs", "vs.", "versus", "to", "against", "/"}
_VERSUS = frozenset(words("en").lists["versus"])
_BEFORE_LEVEL = frozenset(words("en").lists["before_level"])


def share_listed(tokens: Tokens, found: list[Draft]) -> None:
    """In "5,000 and 50,000 dlrs" and "10.2, 11.3 and 12.5 pct" the last figure's unit is the unit of all."""
    for one, last in zip(reversed(found[:-1]), reversed(found[1:]), strict=True):
        gap = tokens.words[one.stop : last.first]
        if (
            one.kind != "number"
            or not 0 < len(gap) <= 2
            or not set(gap) <= _LINKS
            or last.kind in ("ordinal", "number", "fraction")
        ):
            continue
        if gap == [","] and last.unit_at is not None:  # "to 982, 92 percent below": no list, which would have an "and"
            continue
        if gap == [",", "or"]:  # ", or 65%" says the same again in another unit
            continue
        if one.low >= 1000 and last.kind not in ("money", "count", "measure"):  # "161,040, 60% of whom" are no percents
            continue
        _like(one, last)
        if one.scale == 1 and last.scale > 1 and one.low < 1000 and last.low / last.scale > one.low / 1000:
            one.scale_by(last.scale, None)


def share_compared(tokens: Tokens, found: list[Draft]) -> None:
    """A bare figure that another is compared with: "430 billion yen, compared with 53 billion", "41.3 mln vs 39.8"."""
    for i, (one, other) in enumerate(pairwise(found)):
        if other.kind == "number" and one.change is None and one.kind in ("money", "measure", "percent", "number"):
            if _bracketed(tokens, one, other):
                continue
            again = i > 0 and one.kind == "money" and _again(tokens, found[i - 1], one)
            _compared(tokens, found[i - 1] if again else one, other, one.stop)


def _bracketed(tokens: Tokens, one: Draft, other: Draft) -> bool:
    """A bare figure alone in brackets behind an amount is one as well, of the year before: "SEK 299m (391)"."""
    alone = tokens.word(one.stop) == "(" and other.first == one.stop + 1 and tokens.word(other.stop) == ")"
    if not alone or one.kind != "money" or other.scale != 1:
        return False
    low = other.low * one.scale
    if not one.low / WITHIN < low < one.low * WITHIN:
        return False
    other.scale_by(one.scale, None)
    _like(other, one)
    return True


def _again(tokens: Tokens, said: Draft, one: Draft) -> bool:
    """Does it say an amount again in brackets, in another currency: "3.6 billion crowns ($330 million)"?"""
    bracket = tokens.word(one.first - 1) == "(" and tokens.word(one.stop) == ")" and said.stop == one.first - 1
    return bracket and said.kind == "money" and said.unit != one.unit


def _compared(tokens: Tokens, one: Draft, other: Draft, start: int) -> None:
    """It takes the unit, and beside "vs" the scale, where it is then of the same order."""
    link = _link(tokens, one, other, start)
    if link is None:
        return
    low = other.low
    if one.scale > 1 and other.scale == 1 and link == other.first - 1 and tokens.word(link).startswith("v"):
        low *= one.scale
    if not one.low / 1000 < low < one.low * 1000:
        return
    if low != other.low:
        other.scale_by(one.scale, None)
    _like(other, one)


def _link(tokens: Tokens, one: Draft, other: Draft, start: int) -> int | None:
    """The word of comparison that stands before the figure, with no more than a qualifier between."""
    stop = other.first
    if stop - start > 12:
        return None
    if tokens.word(start) == "(" and tokens.word(stop - 1) == ":" and stop - start < 7:
        return stop - 1  # "147,900 tonnes (Q1 2024: 153,400)"
    for at in range(stop - 1, max(start - 1, stop - 6), -1):
        word = tokens.words[at]
        if word in _VERSUS or (word == "to" and tokens.word(one.first - 1) == "from"):
            if word == "with" and not tokens.word(at - 1).startswith("compar"):
                return None
            return None if {";", ".", ":"} & set(tokens.words[start:at]) else at
        if word not in _BEFORE_LEVEL:
            return None
    return None


def _like(bare: Draft, full: Draft) -> None:
    """A bare figure takes the unit of a full one."""
    bare.unit, bare.kind, bare.currency, bare.per = full.unit, full.kind, full.currency, bare.per or full.per
