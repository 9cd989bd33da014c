"""The terms of several tranches that a sentence deals out: so many amounts, rates, tenors and maturities, in one order.

"The two- and five-year tranches, of $300m and $200m, pay 4.1% and 4.6%", "5.25% notes due 2030 (€400m) and 5.75% notes
due 2035 (€300m)": where there are as many of a kind as there are amounts, each goes with the amount of its place.
"""

from __future__ import annotations

from fractions import Fraction
from typing import NamedTuple

from crossfoot.days import LETTERS
from crossfoot.facts.frame import Frame
from crossfoot.facts.sentence import stance, syntax
from crossfoot.lexicon.securities import Securities
from crossfoot.model import Period, Quantity

_MONTHS = 12
_DEAREST = 40  # percent of interest
_NEAR = 7  # tokens before a rate or a date in which it is said what it is
_LIST = 8  # tokens over which "three- | and five-year" takes its unit
_MOST = 12  # tranches of a sentence


class Paper(NamedTuple):
    """What stands around an amount: tokens of its head, coupon and maturity, and how long it runs."""

    money: int
    head: int | None
    first: int
    last: int
    coupon: int | None
    maturity: Period | None
    tenor: str | None


def rate(frame: Frame, at: int) -> bool:
    """A rate of interest, and no price: "at 91.15 percent"."""
    mention = frame.sentence.tokens[at].mention
    return (
        is_a(frame, at, "percent")
        and mention is not None
        and isinstance(mention.value, Quantity)
        and mention.value.high < _DEAREST
    )


def when(frame: Frame, at: int) -> Period | None:
    return stance.period_of(frame.sentence.tokens[at].mention)


def is_a(frame: Frame, at: int, kind: str) -> bool:
    mention = frame.sentence.tokens[at].mention if 0 <= at < len(frame.sentence.tokens) else None
    return mention is not None and isinstance(mention.value, Quantity) and mention.value.kind == kind


def tenor_of(frame: Frame, at: int) -> str | None:
    """How long it runs, as an ISO 8601 duration; half years are six months."""
    if not is_a(frame, at, "duration"):
        return None
    value = frame.sentence.tokens[at].mention.value  # type: ignore[union-attr] # _is asked
    if not isinstance(value, Quantity) or value.unit not in LETTERS or value.ranged:
        return None
    if value.low.denominator == 1:
        return f"P{value.low}{LETTERS[value.unit]}"
    months = value.low * _MONTHS if value.unit == "year" else Fraction(1, 2)
    return f"P{months}M" if months.denominator == 1 else None


def dealt(frame: Frame, rows: Securities) -> list[Paper]:
    """The tranches of a sentence, where the terms of at least two can be told apart by their places."""
    tokens = frame.sentence.tokens
    sizes = frame.sentence.sizes
    money = [i for i in sizes if i >= frame.sentence.opening and is_a(frame, i, "money") and not again(frame, i)]
    if not 2 <= len(money) <= _MOST:
        return []
    rates = [i for i in sizes if rate(frame, i) and _paid(frame, rows, i)]
    tenors = [(i, runs) for i in sizes if (runs := _runs(frame, i)) is not None]
    ends = [i for i in range(len(tokens)) if syntax.is_time(tokens[i]) and _due(frame, rows, i)]
    for amounts in (money, money[1:]):  # the first may be the whole
        several = len(amounts)
        if several < 2 or len(rates) != several or several not in (len(tenors), len(ends)):
            continue
        if len({_currency(frame, at) for at in amounts}) > 1:
            continue
        by_tenor, by_end = len(tenors) == several, len(ends) == several
        return [
            Paper(
                at,
                None,
                min(at, rates[n]),
                max(at, rates[n]) + 1,
                rates[n],
                when(frame, ends[n]) if by_end else None,
                tenors[n][1] if by_tenor else None,
            )
            for n, at in enumerate(amounts)
        ]
    return []


def again(frame: Frame, at: int) -> bool:
    """Is it what stands before it, in another currency: "30 million yuan (about | $4 million)"?"""
    tokens = frame.sentence.tokens
    opened = next((i for i in range(at - 1, max(at - 3, 0), -1) if tokens[i].text == "("), None)
    return opened is not None and is_a(frame, opened - 1, "money")


def _currency(frame: Frame, at: int) -> str:
    mention = frame.sentence.tokens[at].mention
    return (
        (mention.value.currency or mention.value.unit or "") if mention and isinstance(mention.value, Quantity) else ""
    )


def _paid(frame: Frame, rows: Securities, at: int) -> bool:
    """Is a percentage said to be paid, or of a paper?"""
    near = frame.texts(max(at - _NEAR, 0), at)
    return bool(near & rows.paying) or bool(frame.texts(at + 1, at + 3) & rows.papers)


def _due(frame: Frame, rows: Securities, at: int) -> bool:
    """Is a time one at which something falls due: said so, or still to come?"""
    return bool(frame.texts(max(at - _NEAR, 0), at) & rows.due) or stance.is_ahead(frame, when(frame, at))


def _runs(frame: Frame, at: int) -> str | None:
    """How long something runs; the first of "three- and five-year" takes its unit from the last."""
    if (runs := tenor_of(frame, at)) is not None:
        return runs
    tokens = frame.sentence.tokens
    if not is_a(frame, at, "number") or at + 1 >= len(tokens) or tokens[at + 1].text != "-":
        return None
    last = next((i for i in range(at + 2, min(at + _LIST, len(tokens))) if is_a(frame, i, "duration")), None)
    mention, other = tokens[at].mention, tokens[last].mention if last is not None else None
    if mention is None or other is None or not isinstance(mention.value, Quantity):
        return None
    unit = other.value.unit if isinstance(other.value, Quantity) else None
    return f"P{mention.value.low}{LETTERS[unit]}" if unit in LETTERS and mention.value.low.denominator == 1 else None
