"""What one currency has been worth in another: the rows of bands.toml, as the widest range that is still believable."""

from __future__ import annotations

from fractions import Fraction
from functools import cache

from crossfoot.errors import LexiconError
from crossfoot.interval import Interval, between, exactly
from crossfoot.lexicon import Row, load

WIDER = Fraction(4, 3)  # by a third at either end: a band is to catch slips, not to judge rates


class Bands(Row, frozen=True):
    a_dollar: dict[str, tuple[str, str]]


@cache
def _a_dollar() -> dict[str, Interval]:
    bands = {"USD": exactly(1)}
    for currency, (low, high) in load("bands.toml", Bands).a_dollar.items():
        try:
            bands[currency] = between(Fraction(low), Fraction(high))
        except ValueError:
            raise LexiconError(f"bands.toml: {currency}: write two numbers, not {low!r} and {high!r}") from None
        if not 0 < Fraction(low) <= Fraction(high):
            raise LexiconError(f"bands.toml: {currency}: write the lower one first, above zero: {low} and {high}")
    return bands


@cache
def band(currency: str, other: str) -> Interval | None:
    """How many of `currency` one of `other` has been worth, by way of the dollar; None where a row is missing.

    >>> band("CNY", "USD")
    [453/100, 829/75]
    >>> band("CNY", "XXX") is None
    True
    """
    bands = _a_dollar()
    if currency == other or currency not in bands or other not in bands:
        return None
    ratio = bands[currency] / bands[other]
    if ratio.low is None or ratio.high is None:  # never: rows are bounded and above zero
        return None
    return between(ratio.low / WIDER, ratio.high * WIDER)
