"""A measure told once more in another unit, where units are of one size everywhere: "9,600公里，也就是1.92万里"."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from fractions import Fraction
from itertools import pairwise

from crossfoot.facts.ties.amounts import Amount
from crossfoot.facts.ties.claims.shapes import Claim
from crossfoot.facts.ties.told import tie
from crossfoot.lexicon.cued import restated
from crossfoot.lexicon.units import unit
from crossfoot.model import Tie


def again_in(amounts: Sequence[Amount]) -> Iterator[Tie]:
    """The ties of measures that stand side by side, the second only the first in another unit."""
    words = restated(amounts[0].lang) if amounts else None
    for one, other in pairwise(amounts) if words is not None else ():
        if words is None or one.sentence != other.sentence or not words.fullmatch(other.lead):
            continue
        factor = _factor(one, other)
        if factor is not None:
            claim = Claim("conversion", "product", (other, one), other, 0.0, factor=factor, said=True, sure=True)
            yield tie(claim, 0.0, firm=True)


def _factor(one: Amount, other: Amount) -> Fraction | None:
    """How many of the unit of the other make one of the first, where they differ and both are known."""
    a, b = one.quantity, other.quantity
    if a.kind != "measure" or b.kind != "measure" or a.unit == b.unit or a.per or b.per:
        return None
    known, others = unit(a.unit), unit(b.unit)
    if known is None or others is None or known.dimension != others.dimension:
        return None
    for larger, many in known.makes:
        if larger == b.unit:
            return Fraction(1, many)
    return next((Fraction(many) for larger, many in others.makes if larger == a.unit), None)
