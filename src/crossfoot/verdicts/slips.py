"""What a writer may have meant to print: the digits that stand there and the range that would fit in; repairs out.

A slip is looked at backwards: each known one is undone on the printed digits, and what then fits the range is a repair.
"""

from __future__ import annotations

from collections.abc import Callable
from fractions import Fraction
from math import ceil, floor

import msgspec

from crossfoot.interval import Interval
from crossfoot.lexicon.slips import cost, undone

SHORT = 0.3  # any mistake in a one-digit number looks like one wrong digit; a decimal point rarely moves to the front
FIRST, ROUND = 0.3, 0.7  # so many numbers of a text end in a nought, and of those in one more
ODD = 0.7  # figures that stand together are printed to the same place
MOST_DECIMALS = 6
Sharp = Callable[[], Interval | None]
Undone = tuple[str, Fraction, str]  # a slip, and the number that it was made on, with its digits
Reach = Callable[[Fraction, Fraction], Interval]  # of a value printed to a step


class Repair(msgspec.Struct, frozen=True, gc=False):
    slip: str
    cost: float
    value: Fraction | None  # None: nothing at the printed precision is better than the rest of the range
    digits: str | None = None  # the value as the slip undone leaves it, without commas


def repair(
    printed: str,
    scale: Fraction,
    fits: Interval,
    reach: Reach,
    usual: int | None = None,
    sharp: Sharp = lambda: None,
) -> Repair:
    """The likeliest number that was meant where `printed` stands and the rest of the text asks for `fits`.

    `reach` is the range that a number so printed may stand for: 22% reaches 21.5 to 22.5, so it fits 22.09; `usual` is
    how many decimals its like have around it, which the right number most likely has too; `sharp` is what the rest asks
    for when it is taken as fine as it is printed.

    >>> from crossfoot.interval import between, exactly
    >>> repair("43607", Fraction(1), exactly(43067), lambda value, step: exactly(value))
    Repair(slip='transposition', cost=1.0, value=Fraction(43067, 1), digits='43067')
    """
    own_decimals = _decimals(printed)
    step = scale / 10**own_decimals
    usual = own_decimals if usual is None else usual
    shown = Fraction(printed) * scale
    plain = (shown - step, shown + step)  # what a number may reach that has no hedge and no zeros at its end
    own = reach(shown, step)
    hedged = own.low is None or own.high is None or not (plain[0] <= own.low and own.high <= plain[1])
    near, wide = _bounds(fits, scale, step), _bounds(fits, scale, abs(shown) + step)
    least, found = cost("other"), list[Undone]()
    for slip, right in undone(printed):
        if not _printable(right):
            continue
        decimals = _decimals(right)
        price = _price(slip, printed, right) + (ODD if decimals != usual else 0)
        if price > least:
            continue
        whole = int(right.replace(".", ""))
        units = whole * 10 ** (MOST_DECIMALS - decimals)  # of the last place that anybody prints
        low, high = wide if hedged or decimals < own_decimals or right.endswith("0") else near
        if not whole or (low is not None and units < low) or (high is not None and units > high):
            continue
        value = scale * Fraction(whole, 10**decimals)
        exact = fits.contains(value)
        if exact or (reach(value, scale / 10**decimals) & fits) is not None:
            price += ODD * (not exact and _noughts(right) > _noughts(printed))  # a round one among sharp ones
            if price < least:
                least, found = price, []
            if price == least:
                found.append((slip, value, right))
    if found:
        slip, value, right = _likeliest(found, printed, step, fits, sharp)
        return Repair(slip, least, value, right)
    only = _single(step, fits, reach)
    finer = sharp() if only is None else None
    return Repair("other", cost("other"), only if finer is None else _single(step, finer, reach))


def _likeliest(found: list[Undone], printed: str, step: Fraction, fits: Interval, sharp: Sharp) -> Undone:
    """Of numbers that slips as likely may have made it: what fits the rest as it is printed, then the most central."""
    finer = sharp() if len(found) > 1 else None

    def rank(one: Undone) -> tuple[bool, float, Fraction, str, str]:
        slip, value, right = one
        loose = finer is not None and not finer.contains(value)
        return loose, -_likely(right, printed, step, fits), _off(value, fits), slip, right

    return min(found, key=rank)


def _likely(text: str, printed: str, step: Fraction, fits: Interval) -> float:
    """How likely a number is among those that fit: of many, few are round, and who prints a round one meant one."""
    if fits.low is None or fits.high is None or "." in text or not printed.endswith("00"):
        return 0.0
    noughts = _noughts(text)
    among = max(1.0, float((fits.high - fits.low) / step) / float(10**noughts))
    return (FIRST * float(ROUND**noughts) if noughts else 1.0) / among


def _noughts(text: str) -> int:
    """How many noughts a number ends in."""
    return len(text) - len(text.rstrip("0"))


def _price(slip: str, printed: str, right: str) -> float:
    """A slip's cost, a little dearer or cheaper for what the numbers look like."""
    if slip == "one-digit" and len(printed) == 1:
        return cost(slip) - SHORT
    return cost(slip) + (SHORT if right.startswith("0.") and not printed.startswith("0.") else 0)


def _decimals(text: str) -> int:
    return len(text.partition(".")[2])


def _printable(text: str) -> bool:
    """No point at either end, no zero before other digits; no more decimals than anybody prints."""
    whole, _, decimals = text.partition(".")
    bare = not whole or (whole[0] == "0" and len(whole) > 1) or text.endswith(".")
    return not bare and len(decimals) <= MOST_DECIMALS


def _bounds(fits: Interval, scale: Fraction, slack: Fraction) -> tuple[int | None, int | None]:
    """Ends for a cheap look before the exact one, in units of the last place that anybody prints."""
    unit = 10**MOST_DECIMALS / scale
    low = None if fits.low is None else floor((fits.low - slack) * unit)
    high = None if fits.high is None else ceil((fits.high + slack) * unit)
    return low, high


def _off(value: Fraction, fits: Interval) -> Fraction:
    """How far from the middle of what fits; of two equally likely slips the more central one is told."""
    if fits.low is None or fits.high is None:
        return abs(value - (fits.low or fits.high or 0))
    return abs(value - (fits.low + fits.high) / 2)


def _single(step: Fraction, fits: Interval, reach: Reach) -> Fraction | None:
    """The one number at the printed precision, if there is only one."""
    if fits.low is None or fits.high is None:
        return None
    low, high = ceil(fits.low / step), floor(fits.high / step)
    if low < high:
        return None
    only = low if low == high else round((fits.low + fits.high) / 2 / step)
    return only * step if only and (reach(only * step, step) & fits) is not None else None
