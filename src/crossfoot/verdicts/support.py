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
from crossfoot.model import Figure, Mention, Printed, Quantity, Report, Span
from crossfoot.ranges import ranges, soft

Match = Literal["same", "rounded"]
Aspect = Literal["entity", "metric", "segment", "period"]
UNTOLD = frozenset({"ordinal"})  # kinds that no source is asked about
RATES = {
    "percent": Fraction(1),
    "percentage-point": Fraction(1),
    "basis-point": Fraction(1, 100),
    "fraction": Fraction(100),
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
        near = soft(self.quantity)
        printed = self.figures[0] if self.figures else Printed(_NONE, self.quantity, self.span)
        return near if near is not None else ranges(printed).default


_NONE = Figure(None, "")


def printings(report: Report) -> tuple[Said, ...]:
    """Every figure that a document prints, in reading order, those that no fact speaks of among them."""
    figures: dict[Span, list[Printed]] = {}
    for fact in report.facts:
        for printed in fact.printed:
            figures.setdefault(printed.span, []).append(printed)
    found = [
        Said(value, mention.span, _words(report, mention), tuple(dict.fromkeys(figures.get(mention.span, ()))), report)
        for mention in report.found.mentions
        if isinstance(value := mention.value, Quantity) and value.kind not in UNTOLD
    ]
    return tuple(found)


def _words(report: Report, mention: Mention) -> str:
    return " ".join(report.document.text[mention.span.start : mention.span.end].split())


def same_unit(one: Quantity, other: Quantity) -> bool:
    """May both be of one unit, as far as they say? Counted things may be named differently, also in two languages."""
    kinds = {one.kind, other.kind}
    if kinds <= RATES.keys():
        return (one.kind in ("percent", "fraction")) == (other.kind in ("percent", "fraction"))
    if one.currency and other.currency:
        return one.currency == other.currency and _part(one) == _part(other)
    if one.kind != other.kind:
        return "percent" not in kinds and (_bare(one) or _bare(other))
    return one.kind != "measure" or one.unit == other.unit or not (one.unit and other.unit)


def _bare(quantity: Quantity) -> bool:
    """Does the text leave open what is counted ("280 million funds", "rose to 280 million")?"""
    return quantity.kind == "number" or (quantity.kind == "count" and unit(quantity.unit) is None)


def _part(quantity: Quantity) -> int | None:
    row = unit(quantity.unit)
    return row.part if row is not None else None


def same_value(one: Said, other: Said) -> Match | None:
    """Is the number here the one there, or a rounding of it? A finer number than the source's is not proved by it."""
    low, high = _sized(other.quantity)
    here = _sized(one.quantity)
    if here == (low, high):
        return "same"
    reach = _scaled(one.range, one.quantity)
    if reach.high is not None and reach.high <= 0:
        reach = -reach
    return "rounded" if reach.contains(low) and reach.contains(high) else None


def _sized(quantity: Quantity) -> tuple[Fraction, Fraction]:
    """The size of a quantity, rates in points."""
    factor = RATES.get(quantity.kind, Fraction(1))
    low, high = abs(quantity.low) * factor, abs(quantity.high) * factor
    return (low, high) if low <= high else (high, low)


def _scaled(range_: Interval, quantity: Quantity) -> Interval:
    return range_.scaled(RATES.get(quantity.kind, Fraction(1)))


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

    >>> same_entity("geely", "geely-automobile"), same_entity("吉利汽车", "吉利汽车控股"), same_entity("geely", "gem")
    (True, True, False)
    """
    short, long = sorted((one, other), key=len)
    if short.isascii():
        return long == short or long.startswith(f"{short}-")
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
        by_size.setdefault(_sized(said.quantity)[0], []).append(said)
    sizes = sorted(by_size)
    for said in mine:
        found = [
            (other, how)
            for size in _near(sizes, said)
            for other in by_size[size]
            if same_unit(said.quantity, other.quantity) and (how := same_value(said, other)) is not None
        ]
        found.sort(key=lambda pair: (len(clashes(said, pair[0])), pair[1] != "same", pair[0].span))
        yield said, found


def _near(sizes: list[Fraction], said: Said) -> list[Fraction]:
    """The sizes of the sources that may be the one printed here, without a look at all others."""
    reach = _scaled(said.range, said.quantity)
    ends = [abs(end) for end in (reach.low, reach.high, *_sized(said.quantity)) if end is not None]
    return sizes[bisect_left(sizes, min(ends)) : bisect_right(sizes, max(ends))]
