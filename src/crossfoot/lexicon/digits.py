"""A number printed in digits comes in, its exact value and its last place go out."""

from __future__ import annotations

from fractions import Fraction

from crossfoot.late import late

MOST_DIGITS = 18  # more is an identifier, and a longer one would be slow to make a number of
_PLACES = tuple(Fraction(1, 10**places) for places in range(MOST_DIGITS + 1))  # made once: half the time of reading
_GROUPED = late(r"[0-9]{1,3}(?:,[0-9]{3})+(?:\.[0-9]+)?")
_INDIAN = late(r"[0-9]{1,2}(?:,[0-9]{2})+,[0-9]{3}(?:\.[0-9]+)?")
_PLAIN = late(r"[0-9]+(?:\.[0-9]+)?")


def digits(text: str) -> tuple[Fraction, Fraction] | None:
    """Value and last place of a printed number; None for what only looks like one (a version, a long identifier).

    >>> digits("12,34,567.80")
    (Fraction(6172839, 5), Fraction(1, 100))
    >>> digits("1.2.3") is None
    True
    """
    if len(text) > 2 * MOST_DIGITS or not (
        _PLAIN.fullmatch(text) or _GROUPED.fullmatch(text) or _INDIAN.fullmatch(text)
    ):
        return None
    whole, _, decimals = text.replace(",", "").partition(".")
    if len(whole) + len(decimals) > MOST_DIGITS:
        return None
    if not decimals:
        return Fraction(int(whole)), _PLACES[0]
    return Fraction(int(whole + decimals), 10 ** len(decimals)), _PLACES[len(decimals)]
