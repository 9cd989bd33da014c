"""What a cue may ask for: the figures around it in, the moves and products they may be meant to make, best first, out.

A shape knows which figures can take which part in it. How near they stand, and which cues stand by them, is told as a
cost; arithmetic has no say here.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from fractions import Fraction
from typing import Literal

import msgspec

from crossfoot.facts.ties.amounts import Amount, kin
from crossfoot.lexicon.metrics import metric
from crossfoot.model import RelationKind

Shape = Literal["sum", "growth", "points", "change", "share", "product"]
BEFORE, BEHIND = 20, 10  # figures around a cue that may belong to it
CROWD = 30  # figures of one sentence: with more it is a table run together, and only its neighbours belong to each
CROWDED = 4
SENTENCES_BEFORE, SENTENCES_BEHIND = 5, 2
FELT = 2.0
UNMARKED = 2.0  # costs more than a sentence between
AGAINST = 3.0
HEADS = ("人均", "人均消费", "人均约")
APART = 3.0  # a part that does not stand beside its share
SMALLEST, LARGEST = 0.1, 10.0  # times that something grows to


class Claim(msgspec.Struct, frozen=True, eq=False, gc=False):
    kind: RelationKind
    shape: Shape
    operands: tuple[Amount, ...]  # the result first
    cue: Amount
    cost: float
    sign: int = 1  # of the last operand
    factor: Fraction = Fraction(1)
    minus: bool = False  # the last operand is taken away


Around = Sequence[Amount]


def around(amounts: Sequence[Amount], cue: Amount, crowds: frozenset[int] = frozenset()) -> list[Amount]:
    """The figures that may belong to a cue; of a crowded sentence fewer: trials grow by their square."""
    before, behind = (CROWDED, CROWDED // 2) if cue.sentence in crowds else (BEFORE, BEHIND)
    near = amounts[max(cue.index - before, 0) : cue.index + behind + 1]
    return [a for a in near if a is not cue and -SENTENCES_BEFORE <= a.sentence - cue.sentence <= SENTENCES_BEHIND]


def crowded(amounts: Sequence[Amount]) -> frozenset[int]:
    """The sentences with more figures than prose has."""
    return frozenset(at for at, count in Counter(a.sentence for a in amounts).items() if count > CROWD)


def far(one: Amount, other: Amount) -> float:
    """How far apart two figures stand, in sentences and a little in figures."""
    apart = abs(one.sentence - other.sentence)
    cost = 1.5 * apart + 0.25 * (abs(one.index - other.index) - 1) + 0.5 * (one.paragraph != other.paragraph)
    if one.sort == other.sort == "amount" and one.quantity.kind != other.quantity.kind and apart:
        cost += 1.0  # a bare number is of what stands in its own sentence
    return cost + (0.5 if one.sentence > other.sentence else 0.0)


def beside(cue: Amount, other: Amount) -> bool:
    """Does no other figure stand between the two, in one sentence?"""
    return cue.sentence == other.sentence and abs(cue.index - other.index) == 1


def growth(cue: Amount, near: Around) -> Iterator[Claim]:
    """A rate of change, what moved and what it moved from."""
    if cue.sort != "rate" or not cue.has("moved", "up", "down", "by"):
        return
    levels = [a for a in near if a.sort == "amount"]
    signs = _signs(cue)
    last = max((a for a in levels if cue.leading and a.index < cue.index), key=lambda a: a.index, default=None)
    for now in levels:
        for base in levels:
            if now is base or not kin(now, base) or not SMALLEST < now.size / (base.size or 1) < LARGEST:
                continue
            cost = min(far(cue, now), far(cue, base)) + far(now, base)
            cost += earlier(base, now) + _other(base, now)
            cost += 0 if cue.leading or beside(cue, now) or beside(cue, base) else APART / 2
            cost += AGAINST if now.has("base") and not base.has("base") else 0
            cost += _behind(cue, now) + _dealt(cue, now) + sized(now, base)
            cost += AGAINST if last is not None and last not in (now, base) and not now.has("result") else 0
            cost += 1.0 if now.has("each") != base.has("each") else 0
            for sign in signs:
                yield Claim("growth", "growth", (now, base, cue), cue, cost, sign)


def earlier(base: Amount, now: Amount) -> float:
    """Is a figure the one that another moved from, by its words or its time?"""
    if base.has("base"):
        return 0.0
    a, b = base.figure, now.figure
    then, later = (a.period if a else None), (b.period if b else None)
    if then is None or later is None or None in (then.start, later.start) or then == later:
        return UNMARKED
    return 0.5 if then.start < later.start else UNMARKED + 1.0  # type: ignore[operator]


def _other(one: Amount, other: Amount) -> float:
    """Do facts take two figures for different things?"""
    a, b = one.figure, other.figure
    if a is None or b is None or a.metric == b.metric:
        return 0.0
    return UNMARKED if metric(a.metric) is not None and metric(b.metric) is not None else 0.0


def _behind(cue: Amount, now: Amount) -> float:
    """Where what moved stands before its move, does it stand behind, and not as what came of it?"""
    return UNMARKED if cue.leading and now.index > cue.index and not now.has("result") else 0.0


def sized(*levels: Amount) -> float:
    """What only says by how much something moved is no level."""
    return AGAINST * any(a.leading and a.quantity.change is not None for a in levels)


def _dealt(cue: Amount, other: Amount) -> float:
    """Of two lists as long as each other, does the one figure stand in the place of the other?"""
    if not cue.leading or cue.run[1] == 1:
        return 0.0
    return 0.0 if other.run == cue.run else UNMARKED


def moved(cue: Amount) -> bool:
    """Is it the size of a move, and not a gap that is there ("the deficit narrowed to 1.8 billion")?"""
    return cue.has("moved") or (cue.has("up", "down") and not cue.has("gap"))


def _signs(cue: Amount) -> tuple[int, ...]:
    told = (p.quantity.change for p in cue.figures if p.figure.metric.startswith(("growth of", "change in")))
    change = next((sense for sense in told if sense), cue.quantity.change)  # one place, one direction
    if change is not None:
        return (1,) if change == "up" else (-1,)
    up, down = cue.has("up"), cue.has("down")
    return (1,) if up and not down else (-1,) if down and not up else (1, -1)


def points(cue: Amount, near: Around) -> Iterator[Claim]:
    """Points between two rates."""
    if cue.sort != "points":
        return
    levels = [a for a in near if a.sort == "rate" or (a.sort == "points" and a is not cue)]
    levels = [a for a in levels if not (cue.leading and a.sort == "rate" and a.quantity.change is not None)]
    for now in levels:
        for base in levels:
            if now is base:
                continue
            cost = min(far(cue, now), far(cue, base)) + far(now, base) + earlier(base, now)
            cost += 1.0 * (now.has("moved") + base.has("moved"))
            for sign in _signs(cue):
                yield Claim("points", "points", (now, base, cue), cue, cost, sign)


def change(cue: Amount, near: Around) -> Iterator[Claim]:
    """An amount by which something moved, or that lies between two others."""
    if cue.sort != "amount" or not cue.has("moved", "up", "down", "gap"):
        return
    levels = [a for a in near if a.sort == "amount" and kin(a, cue)]
    levels = [a for a in levels if a.has("each") == cue.has("each") or cue.leading]
    moving = moved(cue)
    for now in levels:
        for base in levels:
            if now is base or not kin(now, base, cue) or not felt(now, (base, cue)):
                continue
            if cue.leading and moving and now.has("base") and not base.has("base"):
                continue  # what it was at first is not what came of it
            if cue.size >= max(now.size, base.size):
                continue
            cost = min(far(cue, now), far(cue, base)) + far(now, base)
            cost += earlier(base, now) if moving else 1.0
            for sign in _signs(cue) if moving else (1,):
                yield Claim("difference", "change", (now, base, cue), cue, cost, sign)


def felt(whole: Amount, parts: Sequence[Amount]) -> bool:
    """Would each part be missed? One that is smaller than what is rounded away proves nothing."""
    blur = whole.high - whole.low + sum(part.high - part.low for part in parts)
    return all(part.size > FELT * blur for part in parts)


_SPREAD = {"day": (28, 29, 30, 31, 90, 91, 92, 181, 184, 365, 366), "month": (3, 6, 12), "quarter": (4,), "week": (52,)}


def product(cue: Amount, near: Around) -> Iterator[Claim]:
    """So many at so much each."""
    if cue.sort != "amount" or not cue.has("each"):
        return
    levels = [a for a in near if a.sort in ("amount", "length")]
    totals = [a for a in levels if a.sort == "amount" and a.size > cue.size and kin(a, cue) and not a.has("each")]
    for total in totals:
        for count in levels:
            if count is total or count.quantity.kind not in ("count", "number", "measure", "duration"):
                continue
            if count.quantity.kind == "number" and count.quantity.currency:
                continue
            if cue.leading and count.quantity.kind != "number" and not _of_each(cue, count):
                continue
            cost = min(far(cue, total), far(cue, count)) + min(far(total, count), far(cue, total))
            cost += 0.5 if count.has("base", "moved") else 0
            priced = cue.leading and cue.quantity.per is not None
            kind: RelationKind = "average" if cue.has("mean") and not priced else "product"
            yield Claim(kind, "product", (total, cue, count), cue, cost)
        for days in _SPREAD.get(cue.quantity.per or "", ()):
            yield Claim("average", "product", (total, cue), cue, far(cue, total) + 1.0, factor=Fraction(days))


def _of_each(cue: Amount, count: Amount) -> bool:
    """Is a count of what a price is said to be of: tonnes, heads?"""
    each = cue.quantity.per or ("person" if cue.lead.rstrip().endswith(HEADS) else None)
    return each is None or count.quantity.unit == each


def multiple(cue: Amount, near: Around) -> Iterator[Claim]:
    """A figure that is so many times another."""
    if cue.sort != "multiple":
        return
    levels = [a for a in near if a.sort == "amount"]
    for now in levels:
        for base in levels:
            if now is not base and kin(now, base) and (now.size > base.size) == (cue.size > 1):
                cost = far(cue, now) + min(far(cue, base), far(now, base))
                yield Claim("ratio", "product", (now, base, cue), cue, cost)


def exchange(cue: Amount, near: Around) -> Iterator[Claim]:
    """An amount in two currencies, at a rate that is given."""
    if cue.sort != "amount" or not cue.has("exchange"):
        return
    money = [a for a in near if a.sort == "amount" and a.quantity.kind in ("money", "number")]
    for many in money:
        for one in money:
            if many is not one and many.quantity.currency != one.quantity.currency and many.size > cue.size:
                cost = min(far(cue, many), far(cue, one)) + far(many, one)
                yield Claim("conversion", "product", (many, one, cue), cue, cost)
