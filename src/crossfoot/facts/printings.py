"""Which printings are of one figure, and which only look as if they were.

Two numbers under one key are most often two things that the words failed to tell apart, and only rarely one thing
printed wrong. So a key is shared where the values agree as roundings of one number, or where they differ as by a slip
of the pen and everything about the figure is known; otherwise the later printing gets a key of its own.
"""

from __future__ import annotations

from collections.abc import Sequence

import msgspec

from crossfoot.lexicon.metrics import metric
from crossfoot.model import Figure, Quantity
from crossfoot.ranges import BOUNDS, far_apart, usual

LEAST_DIGITS = 4  # two numbers of three digits that differ in one are too often two numbers


class Printings:
    """The figures of a document by key, each with the first quantity printed for it."""

    __slots__ = ("_first",)

    def __init__(self) -> None:
        self._first = dict[Figure, Quantity]()

    def first(self, figure: Figure) -> Quantity | None:
        """The quantity that a figure was first printed as."""
        return self._first.get(figure)

    def adds_up(self, whole: Figure, parts: Sequence[Figure]) -> bool:
        """Do printed parts make a printed whole, as they are rounded?"""
        known = [self._first.get(figure) for figure in (whole, *parts)]
        ends = [usual(quantity) for quantity in known if quantity is not None]
        if len(ends) <= len(parts):
            return False
        made = ends[1]
        for end in ends[2:]:
            made = made + end
        return (made & ends[0]) is not None

    def ordered(self, one: Figure, other: Figure) -> tuple[Figure, Figure]:
        """The larger of two first, as far as both are printed."""
        sizes = [abs(known.low) if known is not None else 0 for known in map(self._first.get, (one, other))]
        return (other, one) if sizes[0] < sizes[1] else (one, other)

    def key(self, figure: Figure, quantity: Quantity, at: int, *, listed: bool = False) -> Figure:
        """The key under which a printing at an offset of the text is to be known; one of a list repeats nothing."""
        known = self._first.setdefault(figure, quantity)
        slip = not listed and _certain(figure) and slipped(known, quantity)
        if known is quantity or agree(known, quantity) or slip:
            if (known.approx in BOUNDS and quantity.approx not in BOUNDS) or _finer(quantity, known):
                self._first[figure] = quantity  # what comes later has to agree with more than a bound, or 1% for 0.7%
            return figure
        own = msgspec.structs.replace(figure, basis=f"at {at}")
        self._first.setdefault(own, quantity)
        return own


def _finer(one: Quantity, other: Quantity) -> bool:
    """Is a percentage printed to more places than another?"""
    return one.kind == other.kind == "percent" and one.step < other.step and one.approx is None


def agree(one: Quantity, other: Quantity) -> bool:
    """May both be roundings of one number?

    >>> from fractions import Fraction as F
    >>> exact, rounded = (Quantity(F(n), F(n), F(1), "vehicle", "count") for n in (105468, 105500))
    >>> agree(exact, rounded)
    True
    """
    if one.kind == other.kind and (one.unit, one.currency) != (other.unit, other.currency):
        return False
    if _written(one) == _written(other):
        return True
    if far_apart(one, other) or (one.approx in BOUNDS and other.approx in BOUNDS and one.low != other.low):
        return False  # "不超过412万股……不超过824万股"
    ranges_ = usual(one), usual(other)
    both = ranges_[0] & ranges_[1]
    if both is None or both.exact is None:
        return both is not None
    return any(range_.exact is not None for range_ in ranges_)  # 2.4 and 2.5 only touch, at 2.45


def _written(quantity: Quantity) -> tuple[object, ...]:
    """All of a quantity that its range is made from but for what its unit is."""
    number = quantity.low, quantity.high, quantity.step, quantity.scale, quantity.scale_word is None
    return *number, quantity.kind, quantity.approx, quantity.change, quantity.digits[0] == quantity.digits[1]


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


def _digits(quantity: Quantity) -> str:
    return str(int(quantity.low / quantity.step)) if quantity.step else ""
