"""Which printings are of one figure, and which only look as if they were.

Two numbers under one key are most often two things that the words failed to tell apart, and only rarely one thing
printed wrong. So a key is shared where the values agree as roundings of one number, or where they differ as by a slip
of the pen and everything about the figure is known; otherwise the later printing gets a key of its own.
"""

from __future__ import annotations

from fractions import Fraction

import msgspec

from crossfoot.lexicon.metrics import metric
from crossfoot.model import Figure, Quantity

LEAST_DIGITS = 4  # two numbers of three digits that differ in one are too often two numbers


class Printings:
    """The figures of a document by key, each with the first quantity printed for it."""

    __slots__ = ("_first",)

    def __init__(self) -> None:
        self._first = dict[Figure, Quantity]()

    def key(self, figure: Figure, quantity: Quantity, at: int) -> Figure:
        """The key under which a printing at an offset of the text is to be known."""
        known = self._first.setdefault(figure, quantity)
        if known is quantity or agree(known, quantity) or (_certain(figure) and slipped(known, quantity)):
            return figure
        own = msgspec.structs.replace(figure, basis=f"at {at}")
        self._first.setdefault(own, quantity)
        return own


def agree(one: Quantity, other: Quantity) -> bool:
    """Are both roundings of one number? The coarser is rounded to its last digit that is not zero.

    >>> from fractions import Fraction as F
    >>> exact, rounded = (Quantity(F(n), F(n), F(1), "vehicle", "count") for n in (105468, 105500))
    >>> agree(exact, rounded)
    True
    """
    if one.kind != other.kind or (one.currency or one.unit) != (other.currency or other.unit):
        return one.kind != other.kind and "number" in (one.kind, other.kind) and one.low == other.low
    if one.low == other.low and one.high == other.high:
        return one.change == other.change
    if one.approx != other.approx or one.kind == "percent" or one.low != one.high or other.low != other.high:
        return False
    return abs(one.low - other.low) < _reach(one) + _reach(other)


def slipped(one: Quantity, other: Quantity) -> bool:
    """Do they differ by one digit, or only by the order of their digits?"""
    a, b = _digits(one), _digits(other)
    if one.kind != other.kind or len(a) != len(b) or len(a) < LEAST_DIGITS:
        return False
    apart = [i for i, (x, y) in enumerate(zip(a, b, strict=True)) if x != y]
    return len(apart) == 1 or (len(apart) == 2 and sorted(a) == sorted(b))


def _certain(figure: Figure) -> bool:
    """Is everything known that a reader would ask of it?"""
    dated = figure.period is not None and figure.period.start is not None
    known = metric(figure.metric) is not None and figure.entity is not None and figure.basis is None
    return dated and known and not any(axis == "words" for axis, _ in figure.segment)


def _reach(quantity: Quantity) -> Fraction:
    """How far the number meant may lie; a whole count that ends in no zero is meant as it stands."""
    step = quantity.step
    while step >= 1 and quantity.low and quantity.low % (step * 10) == 0 and quantity.low >= step * 1000:
        step *= 10
    exact = step == 1 and quantity.scale == 1
    return Fraction(0) if exact else step / 2


def _digits(quantity: Quantity) -> str:
    return str(int(quantity.low / quantity.step)) if quantity.step else ""
