"""A figure of a text and the figures of its sources in: does it follow from two of them, or from a short list?

A summary states what its source only implies: a sum, a difference, a growth rate, a share, an average, a level before
or after a move. Arithmetic alone proves nothing of a subject, and between many figures it finds too much; so this only
ever silences a complaint that nobody supports a figure, and never makes one.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Sequence
from fractions import Fraction
from itertools import accumulate, combinations, permutations

import msgspec

from crossfoot.late import late
from crossfoot.lexicon.words import in_any
from crossfoot.model import Quantity
from crossfoot.verdicts.outside.support import POINTS, Said, cents, same_unit

NEAR = 12  # figures of a source that stand together
MOST = 36  # figures of the sources that are tried
LONGEST = 5  # figures that stand together and may be added up
SHARE = "share of "  # how the metric of a share begins
BEFORE = 60  # characters before a figure that may say that it is of several
AMOUNTS = frozenset({"money", "count", "measure", "number"})

_TOGETHER = late(in_any("figure_together"), re.IGNORECASE)


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
    return any(reach.contains(abs(value)) for value in _made(said, known, beside))


def _whole(quantity: Quantity) -> Quantity:
    """Cents in dollars."""
    part = cents(quantity)
    if not part:
        return quantity
    return msgspec.structs.replace(quantity, low=quantity.low / part, high=quantity.high / part)


def _made(said: Said, known: list[Quantity], company: Collection[Quantity]) -> Iterator[Fraction]:
    """What is told as a move is no share, and what is told as a share of something is no growth."""
    like, moved = said.quantity, said.quantity.change is not None
    share = not moved and any(printed.figure.metric.startswith(SHARE) for printed in said.figures)
    if like.kind in POINTS:
        yield from _points(like, known)
        return
    for a, b in _pairs(known, company):
        if like.kind == "percent":
            yield from _rates(a, b)
            if not moved:
                yield from _shares(a, b)
            if not share:
                yield from _growth(a, b, moved)
        elif like.kind == "multiple":
            if same_unit(a, b):
                yield a.low / b.low
        elif like.kind in AMOUNTS:
            yield from _amount(like, a, b)
    if like.kind in (*AMOUNTS, "percent"):
        yield from _sums(like, known)
    if _together(said):
        yield from _of_several(like, known)


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


def _rates(a: Quantity, b: Quantity) -> Iterator[Fraction]:
    """A rate before or after it moved."""
    if a.kind == "percent" and b.kind in POINTS:
        yield a.low + b.low * POINTS[b.kind]
        yield a.low - b.low * POINTS[b.kind]


def _shares(a: Quantity, b: Quantity) -> Iterator[Fraction]:
    """Of another amount, or of the two together."""
    if a.kind in AMOUNTS and same_unit(a, b):
        yield a.low / b.low * 100
        if a.low + b.low:
            yield a.low / (a.low + b.low) * 100


def _growth(a: Quantity, b: Quantity, moved: bool) -> Iterator[Fraction]:
    """From the one to the other, or by the one to the other."""
    if a.kind in AMOUNTS and same_unit(a, b):
        yield (a.low / b.low - 1) * 100
        if moved or a.change is not None:
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
        if like.change is not None:
            return
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
        if like.change is None or like.kind == "money":  # "an improvement of £20.5m" from debts to cash
            yield a.low + b.low
        if like.kind == "number" and like.step < 1 and same_unit(a, b):  # "a ratio of 1.96"
            yield a.low / b.low


def _together(said: Said) -> bool:
    """Is it of several at once: "the two together made up 68%"?"""
    text, end = said.source.document.text, said.span.start
    return _TOGETHER.search(text, max(end - BEFORE, 0), end) is not None


def _of_several(like: Quantity, known: list[Quantity]) -> Iterator[Fraction]:
    """What several make together, or are together of a whole that stands near them."""
    if like.kind != "percent":
        yield from (one + other for one, other in combinations(_alike(like, known), 2))
        return
    for whole in known:
        if whole.kind in AMOUNTS and whole.low:
            yield from (total / whole.low * 100 for total in _totals(_alike(whole, known)))


def _alike(like: Quantity, known: list[Quantity]) -> list[Fraction]:
    return [q.low for q in known if q.kind in AMOUNTS and same_unit(like, q)]


def _sums(like: Quantity, known: list[Quantity]) -> Iterator[Fraction]:
    """Figures of one unit that stand together, added up, and what they leave of the whole before them."""
    alike = [q.low for q in known if q.kind == like.kind and same_unit(like, q)]
    yield from _totals(alike)
    yield from (one - total for at, one in enumerate(alike) for total in _totals(alike[at + 1 :], runs=1))


def _totals(alike: list[Fraction], runs: int | None = None) -> Iterator[Fraction]:
    """Of runs of two and more."""
    for start in range(len(alike))[:runs]:
        yield from list(accumulate(alike[start : start + LONGEST]))[1:]
