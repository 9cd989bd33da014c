"""The range of numbers that a printed figure may stand for: a quantity in, one interval for each level out.

Three levels: *strict* takes the figure as fine as it is printed, *default* allows the rounding that its zeros, its
scale word and its hedge suggest, *loose* allows truncation and rounding up as well. All work on the size of the figure;
the sign of "down 4%" or of a loss is put on last.
"""

from __future__ import annotations

from fractions import Fraction

import msgspec

from crossfoot.interval import Interval, between, exactly
from crossfoot.model import Figure, Printed, Quantity, Span

NOUGHT, IN_WORDS = Fraction(0), Fraction(1, 20)
# Halves of its last place that a hedged figure has, where it is hardly a guess; where it is none.
FINE, FINEST = 200, 2000
BOUNDS = (">", ">=", "<", "<=")  # of a quantity that says only what it is more or less than
FAR = 3.1
_NOBODYS, _NOWHERE = Figure(None, ""), Span("", 0, 0)
RATES = frozenset({"percent", "percentage-point", "basis-point"})


class Ranges(msgspec.Struct, frozen=True, gc=False):
    """One printing at the three levels; each level encloses the one before it."""

    strict: Interval
    default: Interval
    loose: Interval


def ranges(printed: Printed) -> Ranges:
    """The three ranges of a printing.

    >>> from crossfoot.model import Figure, Quantity, Span
    >>> sold = Quantity(low=Fraction(105500), high=Fraction(105500), step=Fraction(1), unit="vehicle", kind="count")
    >>> ranges(Printed(Figure("geely", "sales_volume"), sold, Span("", 0, 7))).default
    [105450, 105550]
    """
    quantity = printed.quantity
    size = quantity
    if size.step.numerator <= 0 or size.low.numerator < 0 or size.low is not size.high:
        low, high = _size(quantity)
        step = quantity.step if quantity.step > 0 else Fraction(quantity.scale)
        size = msgspec.structs.replace(quantity, low=low, high=high, step=step)
    found = _of_size(size, printed.nominal, printed.tabled)
    if printed.figure.status == "target" and quantity.approx is None and quantity.low == quantity.high:
        found = Ranges(exactly(size.low), found.default, found.loose)  # a target is set in round numbers
    if quantity.change != "down" and quantity.high.numerator >= 0:
        return found
    return Ranges(-found.strict, -found.default, -found.loose)


def usual(quantity: Quantity) -> Interval:
    """The default range of a quantity, whatever figure it prints: the others are seldom asked for, and as dear.

    >>> usual(Quantity(low=Fraction(105500), high=Fraction(105500), step=Fraction(1), unit="vehicle", kind="count"))
    [105450, 105550]
    """
    low = quantity.low
    plain = quantity.approx is None and low is quantity.high and quantity.kind != "ordinal"
    if not plain or low.numerator < 0 or quantity.step.numerator <= 0:
        return ranges(Printed(_NOBODYS, quantity, _NOWHERE)).default
    size = _half(low, _halves(quantity)[1])
    return -size if quantity.change == "down" else size


def far_apart(one: Quantity, other: Quantity) -> bool:
    """Is one number more than three times another, so that no rounding makes them meet? To make ranges is dear.

    Nothing is rounded by more than half of itself, but what is hedged, a fraction or said in words.
    """
    sizes = [float(q.low) for q in (one, other) if _rounded(q)]
    return len(sizes) == 2 and max(sizes) > FAR * min(sizes)


def _rounded(quantity: Quantity) -> bool:
    """Is it a number that only rounding keeps from being exact?"""
    bare = quantity.approx is None and quantity.change is None and quantity.low is quantity.high
    return bare and quantity.kind not in ("fraction", "multiple") and 0 < float(quantity.step) <= float(quantity.low)


def signed(size: Interval, quantity: Quantity) -> Interval:
    """The range of a size with the sign that the words give it."""
    return -size if quantity.change == "down" or quantity.high < 0 else size


def soft(quantity: Quantity) -> Interval | None:
    """How far "more than 70" and "nearly 70" are likely to reach; serves derived values only.

    >>> soft(Quantity(low=Fraction(71), high=Fraction(71), step=Fraction(1), unit="", kind="count", approx=">"))
    [71, 923/10]
    """
    low, high = _size(quantity)
    if quantity.approx == ">" and low > 0:
        return signed(between(low, min(_next_round(low), low * Fraction(13, 10))), quantity)
    if quantity.approx in ("<~", "<") and high > 0:
        return signed(between(high * Fraction(85, 100), high), quantity)
    return None


def _size(quantity: Quantity) -> tuple[Fraction, Fraction]:
    if quantity.low < 0 < quantity.high:
        return quantity.low, quantity.high
    low, high = abs(quantity.low), abs(quantity.high)
    return (low, high) if low <= high else (high, low)


def _of_size(quantity: Quantity, nominal: bool, tabled: bool) -> Ranges:
    low, high, approx = quantity.low, quantity.high, quantity.approx
    if approx in (">", ">=", "<", "<~", "<="):
        return _one_sided(quantity)
    if low is not high and low != high:
        return _spread(quantity, nominal)
    if approx is None and (nominal or quantity.kind == "ordinal"):
        return _around(low, NOUGHT, NOUGHT, NOUGHT)
    strict, default, loose = _tabled(quantity) if tabled else _halves(quantity)
    if approx == "~":
        return _around(low, strict, *_hedged(quantity, default))
    return _around(low, strict, default, loose)


def _hedged(quantity: Quantity, half: Fraction) -> tuple[Fraction, Fraction]:
    """How far off "about" is, at default and at loose: the finer the figure is printed, the less it is a guess.

    "About 95,887,100" is only said of what was rounded, "about 300" of what nobody counted.
    """
    low = quantity.low
    if _in_words(quantity):
        return Fraction(1, 5), max(low / 10, Fraction(3, 10))
    half = max(half, quantity.step / 2)
    away = 3 * half  # three halves of u are 1.5u
    if half * FINEST <= low:
        return away, 2 * away
    if half * FINE <= low:
        return max(away, low / 100), max(2 * away, low / 40)
    hedged = max(away, low / 20)
    return hedged, max(low / 10, hedged * 3 / 2)


def _around(middle: Fraction, strict: Fraction, default: Fraction, loose: Fraction) -> Ranges:
    inner = _half(middle, strict)
    outer = inner if default is strict else _half(middle, default)
    return Ranges(inner, outer, outer if loose is default else _half(middle, loose))


def _half(middle: Fraction, half: Fraction) -> Interval:
    return Interval(middle - half, middle + half) if half else Interval(middle, middle)


def _one_sided(quantity: Quantity) -> Ranges:
    """More than, at least, nearly, up to: a half-line. A size that moved "nearly 40%" did not move the other way."""
    low, high, approx = quantity.low, quantity.high, quantity.approx
    if approx in (">", ">="):
        beyond = between(
            low, None, low_open=approx == ">" and _in_words(quantity)
        )  # "more than doubled" is the one open end
        loose = between(low * Fraction(99, 100), None) if approx == ">" else beyond
        return Ranges(beyond, beyond, loose)
    bottom = 0 if quantity.change else None
    under = between(bottom, high)
    return Ranges(under, under, under if approx == "<=" else between(bottom, high * Fraction(101, 100)))


def _spread(quantity: Quantity, nominal: bool) -> Ranges:
    """8.2 to 8.4: the bounds as printed, which an estimate may have rounded."""
    step = Fraction(0) if nominal else quantity.step
    return Ranges(*(between(quantity.low - half, quantity.high + half) for half in (Fraction(0), step / 2, step)))


def _tabled(quantity: Quantity) -> tuple[Fraction, Fraction, Fraction]:
    """In a table a figure is printed as fine as those around it; a count in single units is exact."""
    if quantity.kind == "count" and quantity.step == 1 and quantity.scale == 1:
        return NOUGHT, NOUGHT, NOUGHT
    half = quantity.step / 2
    return half, half, quantity.step


def _halves(quantity: Quantity) -> tuple[Fraction, Fraction, Fraction]:
    """Half the width of an unhedged figure at each level."""
    value, step, scale = quantity.low, quantity.step, quantity.scale
    if quantity.kind == "fraction":
        return _fraction(value)
    if _in_words(quantity):  # doubled, tripled
        return IN_WORDS, IN_WORDS, Fraction(3, 40)
    decimals = step.denominator > 1 or step.numerator < scale
    if quantity.kind in RATES or quantity.kind == "multiple" or decimals:
        half = step / 2
        return half, half, step
    if quantity.scale_word is not None or (value and scale == 1 and _is_round(value, step)):
        unit = rounding_unit(value, step)
        return step / 2, unit / 2, unit
    listed = quantity.kind == "number" and value <= 100  # "the four: A, B, C and D"; larger bare numbers are levels
    if (quantity.kind == "count" or listed) and scale == 1:
        return NOUGHT, NOUGHT, NOUGHT
    half = step / 2
    return half, half, step


def _is_round(value: Fraction, step: Fraction) -> bool:
    """Does the value end in a nought, counted in steps?"""
    return not value.numerator * step.denominator % (10 * step.numerator * value.denominator)


def _in_words(quantity: Quantity) -> bool:
    """A multiple without a number of its own: doubled, 翻番."""
    return quantity.kind == "multiple" and quantity.digits[0] == quantity.digits[1]


def _fraction(value: Fraction) -> tuple[Fraction, Fraction, Fraction]:
    """A third, half: given as a part of one or in percent."""
    point = Fraction(1) if value > 1 else Fraction(1, 100)
    half = min(point * (Fraction(5, 2) if value == 50 * point else 2), value / 8)  # one in 40 is no one in 20
    return half, half, min(5 * point, value / 4)


def rounding_unit(value: Fraction, step: Fraction) -> Fraction:
    """The place of the last digit that is not zero, with at least two digits kept and never finer than `step`.

    >>> rounding_unit(Fraction(105500), Fraction(1)), rounding_unit(Fraction(100000), Fraction(1))
    (Fraction(100, 1), Fraction(10000, 1))
    """
    digits = str(value.numerator * step.denominator // (value.denominator * step.numerator))
    zeros = len(digits) - len(digits.rstrip("0"))
    noughts = max(0, min(zeros, len(digits) - 2))
    return step * int("1" + "0" * noughts)


def _next_round(value: Fraction) -> Fraction:
    """The next 1, 2 or 5 × 10^k above."""
    power = Fraction(10) ** (len(str(int(value))) - 1)
    return next(power * lead for lead in (1, 2, 5, 10, 20) if power * lead > value)
