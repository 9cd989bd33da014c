"""Exact numbers come in, their decimals go out: written in full, and never nearer together than they are."""

from __future__ import annotations

from fractions import Fraction
from math import ceil, floor

_MOST_PLACES = 9  # decimals that a bound is written with when it is exact; a longer one is rounded outward
_SIGNIFICANT = 8  # digits of a bound that is rounded


def decimal(value: Fraction) -> str:
    """The number in full; one that has no finite decimal, to about twelve significant digits.

    >>> decimal(Fraction(1410000)), decimal(Fraction(217, 100)), decimal(Fraction(1, 3))
    ('1410000', '2.17', '0.333333333333')
    """
    places = _places(value)
    if places is None or places > 30:
        places = max(0, 12 - _whole_digits(value))
        return _written(round(value * 10**places), places)
    return _written(int(value * 10**places), places)


def finite(value: Fraction) -> bool:
    """Has a number a finite decimal?

    >>> finite(Fraction(1, 8)), finite(Fraction(1, 3))
    (True, False)
    """
    return _places(value) is not None


def bound(value: Fraction | None, upper: bool) -> str | None:
    """An end of a range, rounded away from the range where it is not exact.

    >>> bound(Fraction(10110200, 104), False), bound(Fraction(30, 7), True), bound(None, True)
    ('97213.461', '4.2857143', None)
    """
    if value is None:
        return None
    places = _places(value)
    if places is not None and places <= _MOST_PLACES:
        return _written(int(value * 10**places), places)
    places = max(2, _SIGNIFICANT - _whole_digits(value))
    return _written((ceil if upper else floor)(value * 10**places), places)


def grouped(value: Fraction) -> str:
    """The number with commas between thousands, as people read it.

    >>> grouped(Fraction(-2109975, 2))
    '-1,054,987.5'
    """
    whole, _, rest = decimal(value).partition(".")
    return f"{int(whole):,}" + (f".{rest}" if rest else "") if whole not in ("-0",) else decimal(value)


def _places(value: Fraction) -> int | None:
    """How many decimals it takes to write the number in full; None when no number of them does."""
    twos = fives = 0
    rest = value.denominator
    if rest.bit_length() > 400:
        return None
    while rest % 2 == 0:
        rest, twos = rest // 2, twos + 1
    while rest % 5 == 0:
        rest, fives = rest // 5, fives + 1
    return max(twos, fives) if rest == 1 else None


def _whole_digits(value: Fraction) -> int:
    """Digits before the point; below zero for 0.00..., so that small numbers keep theirs."""
    size = abs(value)
    if size >= 1 or size == 0:
        return len(str(int(size)))
    return -(((size.denominator // size.numerator).bit_length() - 1) * 30103 // 100000)


def _written(digits: int, places: int) -> str:
    sign, text = "-" if digits < 0 else "", str(abs(digits)).rjust(places + 1, "0")
    if not places:
        return sign + text
    whole, rest = text[:-places], text[-places:].rstrip("0")
    return f"{sign}{whole}.{rest}" if rest else sign + whole
