"""Tranches told one after another in words that no phrasing knows, each with its own terms around its amount.

"400 million of five-year notes at 3.2% and 200 million of ten-year ones at 3.9%": a sentence with amounts in one
currency comes in; where marks or "and" part them and at least two say how long they run, the amounts go out with it.
"""

from __future__ import annotations

from itertools import pairwise

import msgspec

from crossfoot.facts.frame import Frame
from crossfoot.facts.sentence import syntax
from crossfoot.facts.tranches import Paper, is_a, rate, tenor_of, when
from crossfoot.facts.tranches import again as said_again
from crossfoot.lexicon.phrasing import SLOTS
from crossfoot.lexicon.securities import Securities
from crossfoot.model import Period, Quantity

_MOST = 12  # amounts of a sentence
_NEAR = 3  # tokens before a time in which it is said that a paper is due then
_LONGEST = 100  # years
_FAR = 24  # tokens of what is said of one


def strung(frame: Frame, rows: Securities, spoken: bool) -> list[tuple[Paper, Quantity]]:
    """Each tranche with its amount, in the currency that the first of them prints.

    Where no paper is `spoken` of each must say what it pays and how long it runs.
    """
    tokens = frame.sentence.tokens
    amounts = [i for i in frame.sentence.sizes if i >= frame.sentence.opening and _amount(frame, i)]
    coin = next((_quantity(frame, i) for i in amounts if is_a(frame, i, "money")), None)
    if coin is None or not 2 <= len(amounts) <= _MOST:
        return []
    cuts = [_cut(frame, one, other) for one, other in pairwise(amounts)]
    ends = [frame.sentence.opening, *cuts, len(tokens)]
    found, unit = list[tuple[Paper, Quantity]](), ""
    for at, (first, last) in zip(amounts, pairwise(ends), strict=True):
        paper = _read(frame, rows, at, max(first, at - _FAR), min(last, at + _FAR), unit)
        if paper is None:
            continue
        unit = paper.tenor[-1] if paper.tenor else unit
        found.append((paper, _in_coin(_quantity(frame, at), coin)))
    if len(found) < 2 or len({quantity.currency or quantity.unit for _, quantity in found}) > 1:
        return []
    if not spoken and not all(paper.coupon is not None and paper.tenor for paper, _ in found):
        return []
    paid = any(paper.coupon is not None for paper, _ in found)
    if not paid and not rows.old.isdisjoint(_words(frame)):
        return []  # "and the remaining €200 million, a ten-year piece": what is left is reckoned with elsewhere
    return found if paid or rows.papers & _words(frame) else []


def _words(frame: Frame) -> set[str]:
    return {token.text for token in frame.sentence.tokens if token.mention is None}


def _quantity(frame: Frame, at: int) -> Quantity:
    mention = frame.sentence.tokens[at].mention
    assert mention is not None and isinstance(mention.value, Quantity)  # noqa: S101, PT018 - _amount asked
    return mention.value


def _in_coin(quantity: Quantity, coin: Quantity) -> Quantity:
    if quantity.kind == "money":
        return quantity
    return msgspec.structs.replace(quantity, kind="money", unit=coin.unit, currency=coin.currency, of=None)


def _amount(frame: Frame, at: int) -> bool:
    """Is it money, or so many millions without a currency, and not said once more?"""
    if is_a(frame, at, "money"):
        return not said_again(frame, at) and _quantity(frame, at).scale_word is not None
    bare = is_a(frame, at, "number") or is_a(frame, at, "count")
    return bare and _quantity(frame, at).scale_word is not None


def _cut(frame: Frame, one: int, other: int) -> int:
    """Where what is said of one amount ends and of the next begins: the last mark or "and" outside brackets."""
    tokens, depth, found = frame.sentence.tokens, 0, dict[str, int]()
    for i in range(other - 1, one, -1):
        text = tokens[i].text
        depth += (text == ")") - (text == "(")
        if tokens[i].mention is None and text in (";", "and", ",", ":") and depth <= 0:
            found.setdefault(text, i)
    return next((found[mark] for mark in (";", ":", "and", ",") if mark in found), one + 1)


def _read(frame: Frame, rows: Securities, at: int, first: int, last: int, unit: str) -> Paper | None:
    """The terms around an amount; None where nothing says how long it runs."""
    places = [*range(at + 1, last), *range(at - 1, first - 1, -1)]
    tenor = next((runs for i in places if (runs := tenor_of(frame, i)) is not None), None)
    if tenor is None and unit:
        tenor = next((f"P{_quantity(frame, i).low}{unit}" for i in places if _more_of_it(frame, i)), None)
    maturity = next((due for i in places if (due := _due(frame, rows, i)) is not None), None)
    if tenor is None and maturity is None:
        return None
    rates = [i for i in places if rate(frame, i) and "price" not in frame.texts(max(i - _NEAR, 0), i)]
    floats = not frame.texts(first, last).isdisjoint(rows.floating)
    coupon = rates[0] if rates and not floats else None
    held = [at, *([coupon] if coupon is not None else [])]
    return Paper(at, None, min(held), max(held) + 1, coupon, maturity, tenor)


def _more_of_it(frame: Frame, at: int) -> bool:
    """ "in ten at 4.2%": a bare number behind one of so many years."""
    if not is_a(frame, at, "number") or at < 1 or frame.sentence.tokens[at - 1].text not in ("in", "for", "over", "at"):
        return False
    value = _quantity(frame, at)
    return value.scale_word is None and value.low == value.high <= _LONGEST and value.low.denominator == 1


def _due(frame: Frame, rows: Securities, at: int) -> Period | None:
    """A time at which a paper is due: said so, or what "of 2035" behind a rate tells."""
    if not syntax.is_time(frame.sentence.tokens[at]) or tenor_of(frame, at) is not None:
        return None
    tokens, before = frame.sentence.tokens, frame.texts(max(at - _NEAR, 0), at)
    listed = at + 1 < len(tokens) and tokens[at + 1].text == "(" and not rows.due.isdisjoint(_words(frame))
    told = (
        listed
        or before & rows.due
        or (frame.sentence.tokens[at - 1].text in ("of", "in") and SLOTS["percent"] in before)
    )
    return when(frame, at) if told else None
