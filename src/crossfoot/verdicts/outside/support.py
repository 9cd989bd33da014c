"""What sources say of a printed figure: a figure of the text and those of the sources in; how they stand together out.

Two questions are kept apart. *Value*: may the number that is printed here be the number that is printed there, exactly
or as a rounding of it? *Subject*: do entity, metric, segment and period agree, as far as both are known? Entities of
two languages are written differently and never disagree.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from fractions import Fraction
from typing import Literal

import msgspec

from crossfoot.interval import Interval
from crossfoot.lexicon.metrics import metric
from crossfoot.lexicon.units import unit
from crossfoot.model import Figure, Mention, Printed, Quantity, Report, Span, Tie
from crossfoot.ranges import ranges, soft

PLAINLY = ({"measure", "number"}, {"measure", "count"})  # "1.2 million tonnes, and 900,000 in May": by what is printed
Match = Literal["same", "rounded"]
Aspect = Literal["entity", "metric", "segment", "period"]
LEVELS = frozenset({"money", "count", "measure"})
WIDE = 2  # the ends of a range, one by the other: a wider one needs both its ends in a source
UNTOLD = frozenset({"ordinal"})  # kinds that no source is asked about
POINTS = {"percentage-point": Fraction(1), "basis-point": Fraction(1, 100)}
RATES = {
    "percent": Fraction(1),
    "percentage-point": Fraction(1),
    "basis-point": Fraction(1, 100),
}


SIZES: dict[str, tuple[str, Fraction]] = {  # how many of one unit a measure is, exactly, by what is measured
    **{
        u: ("energy", Fraction(n))
        for u, n in (("Wh", 1), ("kWh", 10**3), ("MWh", 10**6), ("GWh", 10**9), ("TWh", 10**12))
    },
    **{u: ("power", Fraction(n)) for u, n in (("W", 1), ("kW", 10**3), ("MW", 10**6), ("GW", 10**9))},
    **{u: ("length", Fraction(n)) for u, n in (("mm", "0.001"), ("cm", "0.01"), ("m", 1), ("km", 1000), ("li", 500))},
    **{u: ("area", Fraction(n)) for u, n in (("m2", 1), ("mu", "2000/3"), ("hectare", 10**4), ("km2", 10**6))},
    **{u: ("mass", Fraction(n)) for u, n in (("gram", 1), ("jin", 500), ("kg", 1000), ("tonne", 10**6))},
}


class Said(msgspec.Struct, frozen=True, eq=False):
    """One printing: its quantity, its words, and every figure that the facts take it for."""

    quantity: Quantity
    span: Span
    words: str
    figures: tuple[Printed, ...]
    source: Report

    @property
    def range(self) -> Interval:
        """What it may stand for; a bound is taken no further than such bounds are meant."""
        bound = {">=": ">", "<=": "<"}.get(self.quantity.approx or "", self.quantity.approx)
        near = soft(msgspec.structs.replace(self.quantity, approx=bound))
        return near if near is not None else ranges(Printed(_NONE, self.quantity, self.span)).default


_NONE = Figure(None, "")


def printings(report: Report) -> tuple[Said, ...]:
    """Every figure that a document prints, in reading order, those that no fact speaks of among them."""
    figures: dict[Span, list[Printed]] = {}
    for fact in report.facts:
        for printed in () if isinstance(fact, Tie) else fact.printed:  # a tie knows no more of them than the facts
            figures.setdefault(printed.span, []).append(printed)
    found = [
        Said(
            _plain(value),
            mention.span,
            _words(report, mention),
            tuple(dict.fromkeys(figures.get(mention.span, ()))),
            report,
        )
        for mention in report.found.mentions
        if isinstance(value := mention.value, Quantity) and value.kind not in UNTOLD
    ]
    return tuple(found)


def _plain(quantity: Quantity) -> Quantity:
    """ "Two-thirds" is 67 percent, "16 times" a multiple, "12.7 points" of a rate percentage points."""
    if quantity.kind == "fraction":
        low, high, step = (100 * number for number in (quantity.low, quantity.high, quantity.step))
        return msgspec.structs.replace(quantity, kind="percent", unit="percent", low=low, high=high, step=step)
    if quantity.kind == "count" and quantity.unit == "times":
        return msgspec.structs.replace(quantity, kind="multiple")
    if quantity.kind == "measure" and quantity.unit == "point" and quantity.low < 100:
        return msgspec.structs.replace(quantity, kind="percentage-point")
    return quantity


def _words(report: Report, mention: Mention) -> str:
    return " ".join(report.document.text[mention.span.start : mention.span.end].split())


def same_unit(one: Quantity, other: Quantity) -> bool:
    """May both be of one unit, as far as they say? Counted things may be named differently, also in two languages."""
    kinds = {one.kind, other.kind}
    if kinds <= RATES.keys():
        return (one.kind == "percent") == (other.kind == "percent")
    if one.currency and other.currency:
        return one.currency == other.currency
    if one.kind != other.kind:
        return "percent" not in kinds and (_bare(one) or _bare(other))
    return one.kind != "measure" or not (one.unit and other.unit) or _kin(one.unit, other.unit)


def exchangeable(one: Quantity, other: Quantity) -> bool:
    """Could one have been printed where the other is?"""
    kinds = {one.kind, other.kind}
    if (len(kinds) == 2 and not ("number" in kinds and kinds & LEVELS)) or (
        one.kind == "count" and one.unit != other.unit
    ):
        return False
    return (one.change is None) == (other.change is None) and same_unit(one, other)


def swappable(one: Quantity, other: Quantity) -> bool:
    """Could two have changed places, with what is counted or which way each moved staying where it was or not?"""
    kinds = {one.kind, other.kind}
    return (len(kinds) == 1 or ("number" in kinds and bool(kinds & LEVELS))) and same_unit(one, other)


def _kin(one: str, other: str) -> bool:
    """Are they the same, or is it known how many of one make the other?"""
    return one == other or (one in SIZES and other in SIZES and SIZES[one][0] == SIZES[other][0])


def _bare(quantity: Quantity) -> bool:
    """Does the text leave open what is counted ("280 million funds", "rose to 280 million")?"""
    return quantity.kind == "number" or (quantity.kind == "count" and unit(quantity.unit) is None)


def cents(quantity: Quantity) -> int | None:
    """How many of it, if it is a small coin, make one of its currency."""
    return _part(quantity) if quantity.kind == "money" else None


def _part(quantity: Quantity) -> int | None:
    row = unit(quantity.unit)
    return row.part if row is not None else None


def same_value(one: Said, other: Said) -> Match | None:
    """Is the number here the one there, or a rounding of it? A finer number than the source's is not proved by it."""
    bare = {one.quantity.kind, other.quantity.kind} in PLAINLY or _cents(one.quantity, other.quantity)
    low, high = _ends(other.quantity) if bare else size(other.quantity)
    here = _ends(one.quantity) if bare else size(one.quantity)
    if here == (low, high):
        return "same"
    reach = one.range if bare else _scaled(one.range, one.quantity)
    if reach.high is not None and reach.high <= 0:
        reach = -reach
    if here[0] != here[1] and low != high:  # both give a range: each end must be a rounding of the other's
        step = _factor(one.quantity) * one.quantity.step
        return "rounded" if abs(here[0] - low) <= step / 2 and abs(here[1] - high) <= step / 2 else None
    if low == high and here[1] > WIDE * here[0]:
        return None  # "172 million to 176 billion": what lies between is none of it
    return "rounded" if reach.contains(low) or reach.contains(high) else None  # of a range one end is enough


def _cents(one: Quantity, other: Quantity) -> bool:
    """Are they cents, and a number beside which nobody knows them?"""
    kinds = {one.kind, other.kind}
    return kinds == {"money", "number"} and bool(_part(one) or _part(other))


def ends(quantity: Quantity) -> tuple[Quantity, Quantity] | None:
    """The two ends of a wide range, each for itself."""
    if abs(quantity.high) <= WIDE * abs(quantity.low):
        return None
    low, high = quantity.low, quantity.high
    return msgspec.structs.replace(quantity, high=low), msgspec.structs.replace(quantity, low=high)


def size(quantity: Quantity) -> tuple[Fraction, Fraction]:
    """The size of a quantity, rates in points."""
    return _ends(quantity, _factor(quantity))


def _ends(quantity: Quantity, factor: Fraction = Fraction(1)) -> tuple[Fraction, Fraction]:
    low, high = abs(quantity.low) * factor, abs(quantity.high) * factor
    return (low, high) if low <= high else (high, low)


def _scaled(range_: Interval, quantity: Quantity) -> Interval:
    return range_.scaled(_factor(quantity))


def _factor(quantity: Quantity) -> Fraction:
    """What makes a quantity comparable with those of its kin: rates in points, cents in dollars, measures in the unit
    of their table."""
    if quantity.kind == "measure" and quantity.unit in SIZES:
        return SIZES[quantity.unit][1]
    return RATES.get(quantity.kind, Fraction(1, cents(quantity) or 1))


def clashes(one: Said, other: Said) -> frozenset[Aspect]:
    """In what the figures that two printings are taken for differ, at the least; nothing where one is not known."""
    if not one.figures or not other.figures:
        return frozenset()
    across = one.source.document.lang != other.source.document.lang
    return min(
        (_differ(a.figure, b.figure, across) for a in one.figures for b in other.figures),
        key=lambda found: (len(found), sorted(found)),
    )


def _differ(one: Figure, other: Figure, across: bool) -> frozenset[Aspect]:
    found = set[Aspect]()
    if not across and one.entity and other.entity and not same_entity(one.entity, other.entity):
        found.add("entity")
    here, there = _measured(one), _measured(other)
    if here != there and metric(here) is not None and metric(there) is not None:
        found.add("metric")
    mine, theirs = dict(one.segment), dict(other.segment)
    mine.pop("words", None)
    theirs.pop("words", None)
    if mine != theirs:
        found.add("segment")
    a, b = one.period, other.period
    if a is not None and b is not None and a.start is not None and b.start is not None and a != b:
        found.add("period")
    return frozenset(found)


def same_entity(one: str, other: str) -> bool:
    """May two ids be of one entity: the short form of a name in one document, its full form in another?

    What it is may stand in front of it too ("insurer Helvia").

    >>> same_entity("geely", "geely-automobile"), same_entity("吉利汽车", "吉利汽车控股"), same_entity("geely", "gem")
    (True, True, False)
    >>> same_entity("lantern", "retailer-lantern")
    True
    """
    short, long = sorted((one, other), key=len)
    if short.isascii():
        return long == short or long.startswith(f"{short}-") or long.endswith(f"-{short}")
    rest = iter(long)
    return all(char in rest for char in short)


def _measured(figure: Figure) -> str:
    """The metric that a figure is, or is the growth of."""
    return figure.metric.removeprefix("growth of ").removeprefix("change of ")


def known(said: Said) -> bool:
    """Is it clear enough what a printing is a number of, that another number for it would be a contradiction?"""
    return any(
        metric(_measured(p.figure)) is not None and p.figure.period is not None and p.figure.basis is None
        for p in said.figures
    )


def pairs(mine: Sequence[Said], theirs: Sequence[Said]) -> Iterator[tuple[Said, list[tuple[Said, Match]]]]:
    """Each printing here with those there that carry its value, best first: the least clashes, the nearest number."""
    by_size: dict[Fraction, list[Said]] = {}
    for said in theirs:
        for least in dict.fromkeys((*size(said.quantity), *_ends(said.quantity))):  # of a range either end
            by_size.setdefault(least, []).append(said)
    sizes = sorted(by_size)
    for said in mine:
        near = dict.fromkeys(other for least in _near(sizes, said) for other in by_size[least])
        found = [
            (other, how)
            for other in near
            if same_unit(said.quantity, other.quantity) and (how := same_value(said, other)) is not None
        ]
        found.sort(key=lambda pair: (len(clashes(said, pair[0])), pair[1] != "same", pair[0].span))
        yield said, found


def _near(sizes: list[Fraction], said: Said) -> list[Fraction]:
    """The sizes of the sources that may be the one printed here, without a look at all others."""
    near = dict[Fraction, None]()
    for reach, own in ((_scaled(said.range, said.quantity), size(said.quantity)), (said.range, _ends(said.quantity))):
        ends = [abs(end) for end in (reach.low, reach.high, *own) if end is not None]
        near.update(dict.fromkeys(sizes[bisect_left(sizes, min(ends)) : bisect_right(sizes, max(ends))]))
    return list(near)
