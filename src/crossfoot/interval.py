"""Exact ranges: two ends, each a fraction or unbounded, each open or closed.

A printed figure is never a number to crossfoot but the range of numbers that a writer could have rounded to it:
"105,500" printed to hundreds is `between(105450, 105550)`. Ends are fractions, so that nothing is decided by a
rounding error of ours.

>>> (between(101102, 101102) + between(4366, 4366)).low
Fraction(105468, 1)
>>> between(Fraction(9, 2), 6) & between(5, 7)
[5, 6]
"""

from __future__ import annotations

from fractions import Fraction
from math import ceil, floor

import msgspec

Number = int | Fraction
End = Fraction | None  # None: unbounded on that side


class Interval(msgspec.Struct, frozen=True, gc=False):
    """All numbers from `low` to `high`; an open end does not belong to it. Empty ranges are never built but None."""

    low: End = None
    high: End = None
    low_open: bool = False
    high_open: bool = False

    def __repr__(self) -> str:
        left = "(" if self.low_open or self.low is None else "["
        right = ")" if self.high_open or self.high is None else "]"
        return f"{left}{'-inf' if self.low is None else self.low}, {'inf' if self.high is None else self.high}{right}"

    def __and__(self, other: Interval) -> Interval | None:
        """What lies in both; None when nothing does."""
        low, low_open = _later(self.low, self.low_open, other.low, other.low_open)
        high, high_open = _earlier(self.high, self.high_open, other.high, other.high_open)
        if low is not None and high is not None:
            apart = low.numerator * high.denominator - high.numerator * low.denominator  # quicker than to compare
            if apart > 0 or (not apart and (low_open or high_open)):
                return None
        return Interval(low, high, low_open, high_open)

    def __add__(self, other: Interval) -> Interval:
        low = None if self.low is None or other.low is None else self.low + other.low
        high = None if self.high is None or other.high is None else self.high + other.high
        return Interval(low, high, self.low_open or other.low_open, self.high_open or other.high_open)

    def __neg__(self) -> Interval:
        low = None if self.high is None else -self.high
        high = None if self.low is None else -self.low
        return Interval(low, high, self.high_open, self.low_open)

    def __sub__(self, other: Interval) -> Interval:
        return self + -other

    def __mul__(self, other: Interval) -> Interval:
        """The closed hull of all products (an open end is closed here: wider, so never a false contradiction)."""
        a, b = self.low, other.low
        if a is not None and b is not None and a.numerator >= 0 and b.numerator >= 0:  # the usual case
            high = None if self.high is None or other.high is None else self.high * other.high
            if _nought(self.high) or _nought(other.high):
                high = Fraction(0)
            return Interval(a * b, high)
        corners = [_times(a, i, b, j) for a, i in _ends(self) for b, j in _ends(other)]
        lows = [value for value, sign in corners if sign <= 0]
        highs = [value for value, sign in corners if sign >= 0]
        low = None if None in lows else min(value for value, _ in corners if value is not None)
        high = None if None in highs else max(value for value, _ in corners if value is not None)
        return Interval(low, high)

    def __truediv__(self, other: Interval) -> Interval:
        """The closed hull of all q for which q × (some divisor) lies in this range.

        Where both may be zero that is every number, since 0 = q × 0 says nothing of q.
        """
        inverse = _inverse(other)
        if inverse is None or (self.contains(0) and other.contains(0)):
            return Interval()
        return self * inverse

    def times(self, other: Interval) -> Interval:
        """The products, with an end open where none reaches it.

        >>> between(2, None, low_open=True).times(between(3, 4))
        (6, inf)
        """
        made = self * other
        reached = {
            Fraction(0) if 0 in (a, b) else a * b  # type: ignore[operator]  # where an end is unbounded the other is 0
            for a, a_open in ((self.low, self.low_open), (self.high, self.high_open))
            for b, b_open in ((other.low, other.low_open), (other.high, other.high_open))
            if (a == 0 and not a_open) or (b == 0 and not b_open) or not (None in (a, b) or a_open or b_open)
        }
        return Interval(
            made.low,
            made.high,
            made.low is not None and made.low not in reached,
            made.high is not None and made.high not in reached,
        )

    def over(self, other: Interval) -> Interval:
        """The quotients (as `/`), with an end open where none reaches it; what is divided by infinity reaches zero."""
        inverse = None if self.contains(0) and other.contains(0) else _inverse(other)
        if inverse is None:
            return Interval()
        low_open = inverse.low is not None and other.high_open
        high_open = inverse.high is not None and other.low_open
        return self.times(Interval(inverse.low, inverse.high, low_open, high_open))

    def scaled(self, factor: Number) -> Interval:
        """The range times one number; openness is kept."""
        if factor == 0:
            return Interval(Fraction(0), Fraction(0))
        if factor < 0:
            return (-self).scaled(-factor)
        low = None if self.low is None else self.low * factor
        high = None if self.high is None else self.high * factor
        return Interval(low, high, self.low_open, self.high_open)

    def whole(self) -> Interval | None:
        """Narrowed to the whole numbers in it; None when it holds none."""
        low, high = self.low, self.high
        if low is not None:
            low = Fraction(floor(low) + 1 if self.low_open and low.denominator == 1 else ceil(low))
        if high is not None:
            high = Fraction(ceil(high) - 1 if self.high_open and high.denominator == 1 else floor(high))
        if low is not None and high is not None and low > high:
            return None
        return Interval(low, high)

    def contains(self, value: Number) -> bool:
        low, high, up, down = self.low, self.high, value.numerator, value.denominator
        above = 1 if low is None else up * low.denominator - low.numerator * down  # quicker than to compare
        below = 1 if high is None else high.numerator * down - up * high.denominator
        return (above > 0 or not (above or self.low_open)) and (below > 0 or not (below or self.high_open))

    def within(self, other: Interval) -> bool:
        """Is all of this range inside the other?"""
        return (self & other) == self

    @property
    def exact(self) -> Fraction | None:
        """The one number it holds, if it holds one."""
        return self.low if self.low is not None and self.low == self.high else None

    @property
    def bounded(self) -> bool:
        return self.low is not None and self.high is not None

    @property
    def spread(self) -> Fraction | None:
        """How wide a range with two ends is against the larger of them.

        >>> between(95, 100).spread
        Fraction(1, 20)
        """
        if self.low is None or self.high is None:
            return None
        return (self.high - self.low) / (max(abs(self.low), abs(self.high)) or 1)


EVERYTHING = Interval()
NOT_NEGATIVE = Interval(Fraction(0), None)


def between(low: Number | None, high: Number | None, *, low_open: bool = False, high_open: bool = False) -> Interval:
    """A range from plain numbers; None is unbounded.

    >>> between(1, None)
    [1, inf)
    """
    low = low if low is None or type(low) is Fraction else Fraction(low)  # to make one of one is dear
    high = high if high is None or type(high) is Fraction else Fraction(high)
    return Interval(low, high, low_open, high_open)


def exactly(value: Number) -> Interval:
    value = value if type(value) is Fraction else Fraction(value)
    return Interval(value, value)


def hull(ranges: list[Interval]) -> Interval:
    """The smallest range that holds all of the given ones (at least one)."""
    lows, highs = [r.low for r in ranges], [r.high for r in ranges]
    low = None if None in lows else min(x for x in lows if x is not None)
    high = None if None in highs else max(x for x in highs if x is not None)
    return Interval(low, high)


def _nought(end: End) -> bool:
    return end is not None and not end.numerator


def _later(a: End, a_open: bool, b: End, b_open: bool) -> tuple[End, bool]:
    if a is None or (b is not None and b is not a and b > a):
        return b, b_open
    return a, a_open or (a == b and b_open)


def _earlier(a: End, a_open: bool, b: End, b_open: bool) -> tuple[End, bool]:
    if a is None or (b is not None and b is not a and b < a):
        return b, b_open
    return a, a_open or (a == b and b_open)


def _ends(range_: Interval) -> tuple[tuple[End, int], tuple[End, int]]:
    """Each end with the sign of its infinity, should it be one."""
    return (range_.low, -1), (range_.high, 1)


def _times(a: End, a_side: int, b: End, b_side: int) -> tuple[End, int]:
    """One corner of a product: its value, or None with the sign of the infinity that it runs to."""
    if a is not None and b is not None:
        return a * b, 0
    sign_a = a_side if a is None else (a > 0) - (a < 0)
    sign_b = b_side if b is None else (b > 0) - (b < 0)
    sign = sign_a * sign_b
    return (Fraction(0), 0) if sign == 0 else (None, sign)


def _inverse(range_: Interval) -> Interval | None:
    low, high = range_.low, range_.high
    if low is not None and low.numerator > 0:
        return (
            Interval(None if high is None else 1 / high, 1 / low)
            if high is not None
            else Interval(Fraction(0), 1 / low)
        )
    if high is not None and high.numerator < 0:
        return Interval(1 / high, 1 / low) if low is not None else Interval(1 / high, Fraction(0))
    if low == 0 and high != 0:
        return Interval(Fraction(0) if high is None else 1 / high, None)
    if high == 0 and low != 0:
        return Interval(None, Fraction(0) if low is None else 1 / low)
    return None
