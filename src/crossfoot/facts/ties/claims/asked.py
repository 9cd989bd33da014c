"""What the cues of an item ask for: its figures in, the claims of each cue out.

A shape may put the same figures into one equation in two ways; each equation is asked for once, at its least cost.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Iterator, Sequence

import msgspec

from crossfoot.facts.ties.amounts import Amount, Sort
from crossfoot.facts.ties.claims.moves import change, growth, points, rates
from crossfoot.facts.ties.claims.poles import reversed_
from crossfoot.facts.ties.claims.products import exchange, multiple, product
from crossfoot.facts.ties.claims.shapes import Around, Claim, around
from crossfoot.facts.ties.claims.splits import flow, share, sums
from crossfoot.facts.ties.meant.choice import Tried
from crossfoot.facts.ties.slips.reworded import misnamed
from crossfoot.facts.ties.told import of_points, tie
from crossfoot.model import Fact, Span

SHAPES: dict[Sort, tuple[Callable[[Amount, Around], Iterator[Claim]], ...]] = {  # by what the figure of a cue is
    "rate": (growth, share),
    "points": (points,),
    "amount": (change, sums, flow, product, exchange),
    "multiple": (multiple,),
    "length": (),
}


TWICE = (sums, product)  # shapes that come to some figures in more ways than one


class Asked(msgspec.Struct):
    claims: list[tuple[Amount, list[Claim]]] = []  # shape by shape, those that can tie as they are printed
    torn: dict[Span, list[Claim]] = {}  # by cue, those that no figure but another could make tie
    outright: list[Fact] = []  # what words alone show to be wrong


def asked(amounts: Sequence[Amount], crowds: frozenset[int], bound: Collection[Span], tried: Tried) -> Asked:
    """What each cue of an item asks for; a rate that is `bound` by a phrasing is no misnamed one."""
    found = Asked()
    for cue in amounts:
        near = around(amounts, cue, crowds)
        rated = cue.sort == "rate" and cue.span not in bound
        wrong = misnamed(list(rates(cue, near)), tried.off) if rated else None
        if wrong is not None:
            found.outright.append(of_points(wrong))
            continue  # and is the share of nothing
        for claims, torn in asks(cue, near):
            if claims:
                found.claims.append((cue, claims))
            if torn:
                found.torn.setdefault(cue.span, []).extend(torn)
        found.outright += (tie(claim, 1.0, claim.cue.word, firm=True) for claim in reversed_(cue, near))
    return found


def asks(cue: Amount, near: Around) -> Iterator[tuple[list[Claim], list[Claim]]]:
    """For each shape, the claims of one cue: those that can tie as they are printed, and those that cannot."""
    for shape in SHAPES[cue.sort]:
        claims = _cheapest(shape(cue, near)) if shape in TWICE else [*shape(cue, near)]
        torn = [claim for claim in claims if claim.torn]
        yield [claim for claim in claims if not claim.torn] if torn else claims, torn


def _cheapest(claims: Iterable[Claim]) -> list[Claim]:
    """One claim for each equation: two ways to the same figures are no two chances."""
    found = dict[object, Claim]()
    for claim in claims:
        result, *others = claim.operands
        order: object = tuple(others) if claim.minus or claim.shape != "sum" else frozenset(others)
        factor = claim.factor if claim.shape == "product" else 1  # of nothing else, and slow to hash
        key = (result, order, claim.sign, factor, claim.minus)
        other = found.get(key)
        if other is not None and (other.said or other.sure or claim.said or claim.sure):
            first = min(other, claim, key=lambda c: c.cost)
            claim = msgspec.structs.replace(first, said=other.said or claim.said, sure=other.sure or claim.sure)
        if other is None or claim.cost < other.cost or claim.said:
            found[key] = claim
    return list(found.values())
