"""What a writer may have meant to print: the digits that stand there and the range that would fit in; repairs out.

A slip is looked at backwards: each known one is undone on the printed digits, and what then fits the range is a repair.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from fractions import Fraction
from functools import cache
from math import ceil, floor

import msgspec

from crossfoot.interval import Interval
from crossfoot.lexicon import Row, load

SHORT = Fraction(
    3, 10
)  # any mistake at all in a one-digit number looks like one wrong digit, so it tells less of the others


class Slip(Row, frozen=True):
    id: str
    cost: float
    says: str


class Slips(Row, frozen=True):
    slip: tuple[Slip, ...]


class Repair(msgspec.Struct, frozen=True, gc=False):
    slip: str
    cost: float
    value: Fraction | None  # None: nothing at the printed precision is better than the rest of the range


@cache
def slips() -> dict[str, Slip]:
    return {row.id: row for row in load("slips.toml", Slips).slip}


def cost(slip: str) -> float:
    """
    >>> cost("transposition") < cost("one-digit") < cost("other")
    True
    """
    return slips()[slip].cost


def undone(digits: str) -> Iterator[tuple[str, int]]:
    """Every slip undone on the digits: its id and the number that would have been meant.

    >>> [value for slip, value in undone("43607") if slip == "transposition"]
    [34607, 46307, 43067, 43670]
    """
    n = len(digits)
    for i in range(n - 1):
        if digits[i] != digits[i + 1]:
            yield "transposition", int(digits[:i] + digits[i + 1] + digits[i] + digits[i + 2 :])
        else:
            yield "doubled-digit", int(digits[:i] + digits[i + 1 :])
    for i in range(n):
        place, here = 10 ** (n - 1 - i), int(digits[i])
        for digit in range(10):
            if digit != here:
                yield "one-digit", int(digits) + (digit - here) * place
    for i in range(n + 1):
        for digit in range(10):
            if i or digit:
                yield "dropped-digit", int(digits[:i] + str(digit) + digits[i:])
    if n > 1:
        for i in range(n):
            yield "extra-digit", int(digits[:i] + digits[i + 1 :])


def repair(value: Fraction, step: Fraction, fits: Interval, reach: Callable[[Fraction], Interval]) -> Repair:
    """The likeliest number that was meant where `value` is printed to `step` and the rest of the text asks for `fits`.

    `reach` is the range that a number so printed may stand for: 22% reaches 21.5 to 22.5, so it fits 22.09.

    >>> from crossfoot.interval import between, exactly
    >>> repair(Fraction(43607), Fraction(1), exactly(43067), exactly)
    Repair(slip='transposition', cost=1.0, value=Fraction(43067, 1))
    """
    if value % step:
        return Repair("other", cost("other"), _single(step, fits, reach))
    printed = int(value / step)
    found: list[tuple[float, Fraction, str, Fraction]] = []
    half = _half(reach(value), value)
    for slip, meant in undone(str(printed)):
        candidate = meant * step
        if meant in (0, printed) or not _may_fit(candidate, fits, half):
            continue
        if fits.contains(candidate) or (reach(candidate) & fits) is not None:
            price = cost(slip) - (float(SHORT) if slip == "one-digit" and printed < 10 else 0)
            found.append((price, _off(candidate, fits), slip, candidate))
    if _has_point(step):
        for power in (10, Fraction(1, 10)):
            if (reach(value * power) & fits) is not None and (value * power) % (step / 10) == 0:
                found.append((cost("decimal-point"), _off(value * power, fits), "decimal-point", value * power))
    if found:
        price, _, slip, candidate = min(found)
        return Repair(slip, price, candidate)
    return Repair("other", cost("other"), _single(step, fits, reach))


def _has_point(step: Fraction) -> bool:
    return step.denominator > 1


def _half(range_: Interval, value: Fraction) -> Fraction | None:
    """How far a number so printed may lie from itself; None: without bound."""
    if range_.low is None or range_.high is None:
        return None
    return max(value - range_.low, range_.high - value)


def _may_fit(value: Fraction, fits: Interval, half: Fraction | None) -> bool:
    """A cheap look before the exact one; zeros may widen a candidate, so a generous one."""
    if half is None:
        return True
    slack = max(half, abs(value) / 20)
    return (fits.low is None or value + slack >= fits.low) and (fits.high is None or value - slack <= fits.high)


def _off(value: Fraction, fits: Interval) -> Fraction:
    """How far from the middle of what fits; of two equally likely slips the more central one is told."""
    if fits.low is None or fits.high is None:
        return abs(value - (fits.low or fits.high or 0))
    return abs(value - (fits.low + fits.high) / 2)


def _single(step: Fraction, fits: Interval, reach: Callable[[Fraction], Interval]) -> Fraction | None:
    """The one number at the printed precision, if there is only one."""
    if fits.low is None or fits.high is None:
        return None
    low, high = ceil(fits.low / step), floor(fits.high / step)
    if low < high:
        return None
    only = low if low == high else round((fits.low + fits.high) / 2 / step)
    return only * step if only and (reach(only * step) & fits) is not None else None
