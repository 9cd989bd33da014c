"""A figure of a text and the figures of its sources in: does it follow from two of them, or from a short list?

A summary states what its source only implies: a sum, a difference, a growth rate, a share, an average, a level before
or after a move. Arithmetic alone proves nothing of a subject, and between many figures it finds too much; so this only
ever silences a complaint that nobody supports a figure, and never makes one.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence
from fractions import Fraction
from itertools import permutations

import msgspec

from crossfoot.model import Quantity
from crossfoot.verdicts.outside.support import POINTS, Said, cents, same_unit

NEAR = 12  # figures of a source that stand together
MOST = 36  # figures of the sources that are tried
LONGEST = 5  # figures that stand together and may be added up
AMOUNTS = frozenset({"money", "count", "measure", "number"})


def follows(said: Said, theirs: Sequence[Said], company: Sequence[Said] = ()) -> bool:
    """May it be made of the sources' figures, as its own precision admits?

    Of two that have nothing to do with each other anything can be made: they must stand near each other in a source, or
    one of them in the company of the figure in the text.
    """
    reach = -said.range if said.range.high is not None and said.range.high <= 0 else said.range
    if not reach.bounded:
        return False
    if part := cents(said.quantity):
        reach = reach.scaled(Fraction(1, part))
    beside = dict.fromkeys(_whole(other.quantity) for other in company)
    known = [_whole(other.quantity) for other in theirs if other.quantity.low][:MOST]
    known += [quantity for quantity in beside if quantity.low and quantity not in known]
    return any(reach.contains(abs(value)) for value in _made(said.quantity, known, beside))


def _whole(quantity: Quantity) -> Quantity:
    """Cents in dollars."""
    part = cents(quantity)
    if not part:
        return quantity
    return msgspec.structs.replace(quantity, low=quantity.low / part, high=quantity.high / part)


def _made(like: Quantity, known: list[Quantity], company: Collection[Quantity]) -> Iterator[Fraction]:
    if like.kind in POINTS:
        yield from _points(like, known)
        return
    for a, b in _pairs(known, company):
        if like.kind == "percent":
            yield from _percent(a, b)
        elif like.kind == "multiple":
            if same_unit(a, b):
                yield a.low / b.low
        elif like.kind in AMOUNTS:
            yield from _amount(like, a, b)
    if like.kind in (*AMOUNTS, "percent"):
        yield from _sums(like, known)


def _pairs(known: Sequence[Quantity], company: Collection[Quantity]) -> Iterator[tuple[Quantity, Quantity]]:
    """Those that stand near each other in a source, and each with those that the text prints beside the figure."""
    for i, one in enumerate(known):
        for other in known[i + 1 :] if one in company else known[i + 1 : i + 1 + NEAR]:
            yield from ((one, other), (other, one))
        for other in known[i + 1 + NEAR :]:
            if other in company and one not in company:
                yield from ((one, other), (other, one))


def _points(like: Quantity, known: list[Quantity]) -> Iterator[Fraction]:
    """Differences of rates and of points, in the points that are asked for."""
    scale = POINTS[like.kind]
    rates = [q.low * POINTS.get(q.kind, Fraction(1)) for q in known if q.kind == "percent" or q.kind in POINTS]
    for a, b in permutations(rates, 2):
        yield (a - b) / scale
        yield (a + b) / scale


def _percent(a: Quantity, b: Quantity) -> Iterator[Fraction]:
    if a.kind == "percent":
        if b.kind in POINTS:  # a rate before or after it moved
            yield a.low + b.low * POINTS[b.kind]
            yield a.low - b.low * POINTS[b.kind]
    elif a.kind in AMOUNTS and same_unit(a, b):
        yield (a.low / b.low - 1) * 100
        yield a.low / b.low * 100
        for base in (a.low + b.low, abs(a.low - b.low)):  # what it was before it moved by so much
            if base:
                yield a.low / base * 100


def _amount(like: Quantity, a: Quantity, b: Quantity) -> Iterator[Fraction]:
    if a.kind not in AMOUNTS or not same_unit(like, a):
        if a.kind in AMOUNTS and b.kind in AMOUNTS and (a.kind != b.kind or like.per):
            yield a.low * b.low
            yield a.low / b.low
        return
    if b.kind == "percent":  # a part of it, or what it was or will be
        rate = b.low / 100
        yield a.low * rate
        yield a.low * (1 + rate)
        yield a.low * (1 - rate)
        if rate != -1:
            yield a.low / (1 + rate)
        if rate != 1:
            yield a.low / (1 - rate)
        if rate:
            yield a.low / rate
    elif b.kind in ("multiple", "count", "number") or (b.kind == "measure" and like.per):
        yield a.low * b.low
        yield a.low / b.low
    if b.kind in AMOUNTS and same_unit(like, b):
        yield a.low - b.low
        yield a.low + b.low
        if like.kind == "number" and like.step < 1 and same_unit(a, b):  # "a ratio of 1.96"
            yield a.low / b.low


def _sums(like: Quantity, known: list[Quantity]) -> Iterator[Fraction]:
    """Figures of one unit that stand together, added up."""
    alike = [q.low for q in known if q.kind == like.kind and same_unit(like, q)]
    for start in range(len(alike)):
        total = alike[start]
        for end in range(start + 1, min(start + LONGEST, len(alike))):
            total += alike[end]
            yield total
            if start:
                yield alike[start - 1] - total  # what they leave of the whole before them
