"""Equations that a cue asks for, though no phrasing ties its figures: the figures of an item in, ties out.

A cue says that there is an equation of a known shape; which of the figures around it take part is told by nearness and
by the words beside them. Where one of the likeliest choices ties, it is what is meant, provided that so good a tie is
no accident; where none does, the claim is only told if nothing else can be meant.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from fractions import Fraction

import msgspec

from crossfoot.facts.ties.amounts import Amount, row
from crossfoot.facts.ties.shapes import SHAPES, Claim, around, moved
from crossfoot.model import (
    Block,
    Change,
    Document,
    Fact,
    Figure,
    Grouping,
    Mention,
    Multiplication,
    Printed,
    Share,
    Span,
    Tie,
)  # fmt: skip

__all__ = ["state"]

MOST_COST = 12.0
MOST_TRIED = 80
MOVES = ("growth of", "change in")  # metrics of the size of a move
EDGE = 0.7  # of what rounding allows
OFF = 1.5  # what it costs to tie only at the edge of what rounding allows
ACCIDENT = ((1.0, 0.5), (2.0, 0.25), (5.0, 0.1), (MOST_COST, 0.05))  # by cost, over all that were tried
LEAST = 0.001  # no tie is less likely than this by accident
WIDE = 2.0  # points that two rates lie apart at the least
SPREAD = 25.0  # points that rates lie apart at the least


def state(
    document: Document, sentences: Sequence[tuple[Block, list[Mention]]], facts: Sequence[Fact]
) -> Iterator[Fact]:
    """The ties of one item."""
    amounts = row(document, sentences, facts)
    told = _told(facts)
    seen = set[frozenset[Span]]()
    for cue in amounts:
        near = around(amounts, cue)
        for shape in SHAPES:
            chosen = _chosen(list(shape(cue, near)))
            if chosen is None:
                continue
            claim, chance = chosen
            spans = frozenset(a.span for a in claim.operands)
            tie = _tie(claim, chance)
            if frozenset(tie.figures) in told or spans in seen:
                continue
            seen.add(spans)
            yield tie


def _told(facts: Sequence[Fact]) -> set[frozenset[Figure]]:
    """The figures of each equation that a phrasing makes."""
    found = set[frozenset[Figure]]()
    for fact in facts:
        if isinstance(fact, Grouping):
            found.add(frozenset((fact.whole, *fact.parts)))
        elif isinstance(fact, Change):
            found.add(frozenset((fact.figure, fact.rate, fact.bases[0])))
        elif isinstance(fact, Share):
            found.add(frozenset((fact.part, fact.ratio, fact.wholes[0])))
        elif isinstance(fact, Multiplication):
            found.add(frozenset((fact.result, *fact.factors)))
    return found


def _chosen(claims: list[Claim]) -> tuple[Claim, float] | None:
    """The claim of least cost that ties, if that is no accident."""
    claims.sort(key=lambda claim: claim.cost)
    tried, best, least, by_then = 0.0, None, MOST_COST, 0.0
    for claim in claims[:MOST_TRIED]:
        if claim.cost > least:
            break
        off, chance = tried_out(claim)
        tried += chance
        if off is not None and off > EDGE and len({a.sentence for a in claim.operands}) > 1:
            off = None  # what is rounded that badly is more likely something else
        if off is not None and claim.cost + OFF * off < least:
            best, least, by_then = claim, claim.cost + OFF * off, tried
    return (
        (best, by_then)
        if best is not None and by_then <= next(a for cost, a in ACCIDENT if best.cost <= cost)
        else None
    )


def tried_out(claim: Claim) -> tuple[float | None, float]:
    """How far a claim is off, in parts of what rounding allows (None: by more), and how likely it ties by accident."""
    result, first, *others = claim.operands
    if claim.shape in ("growth", "share"):
        if first.low <= 0 or result.low <= 0:
            return None, 0.0
        less = 100 if claim.shape == "growth" else 0
        made = (100 * result.low / first.high - less, 100 * result.high / first.low - less)
        rate = others[0]
        said = (rate.low, rate.high) if claim.sign > 0 else (-rate.high, -rate.low)
        spread = max(abs(rate.size), SPREAD)
    else:
        said = (result.low, result.high)
        made = _made(claim, first, others)
        spread = abs(result.size) or 1e-9
        if claim.shape in ("points", "change"):
            spread = max(4 * abs(others[0].size), WIDE if claim.shape == "points" else 0) or 1e-9
    width = (made[1] - made[0]) + (said[1] - said[0])
    apart = abs(made[0] + made[1] - said[0] - said[1])
    off = apart / width if width else 0.0 if apart == 0 else 2.0
    likely = max(width / spread, LEAST) / (1 + (apart / 2 / spread) ** 2)
    return (off if off <= 1 + 1e-9 else None), min(likely, 1.0)


def _made(claim: Claim, first: Amount, others: Sequence[Amount]) -> tuple[float, float]:
    """What the operands make of the result."""
    if claim.shape == "product":
        factor = float(claim.factor)
        low, high = first.low * factor, first.high * factor
        for other in others:
            low, high = low * other.low, high * other.high
        return low, high
    if claim.shape in ("points", "change") and claim.sign < 0:
        return first.low - others[0].high, first.high - others[0].low
    return first.low + sum(a.low for a in others), first.high + sum(a.high for a in others)


def _tie(claim: Claim, chance: float, *, holds: bool = True, forced: bool = False) -> Tie:
    printed = [_printed(claim, i, amount) for i, amount in enumerate(claim.operands)]
    return Tie(
        spans=tuple(dict.fromkeys(amount.span for amount in claim.operands)),
        rule=f"tie.{claim.shape}",
        printed=tuple(known for known, _ in printed),
        kind=claim.kind,
        shape=claim.shape,
        figures=tuple(known.figure for known, _ in printed),
        scales=tuple(scale for _, scale in printed),
        factor=claim.factor,
        forced=forced,
        holds=holds,
        chance=round(chance, 4),
    )


def _printed(claim: Claim, i: int, amount: Amount) -> tuple[Printed, Fraction]:
    """The printing of one operand, under the key that the facts give it or one of its own; and its scale."""
    quantity, place = amount.quantity, f"at {amount.span.start}"
    moves = i == len(claim.operands) - 1 and claim.shape in ("growth", "points", "change")
    moves = moves and (claim.shape == "growth" or claim.sign < 0 or moved(amount))
    sense = ("up" if claim.sign > 0 else "down") if moves else None
    for scale in (amount.scale, Fraction(1)):
        size = quantity.low * amount.scale / scale
        for printed in amount.figures:
            figure, value = printed.figure, printed.quantity
            if value.low == size and value.change == sense and figure.metric.startswith(MOVES) == moves:
                return printed, scale
    name = "amount" if not moves else "growth of amount" if claim.shape == "growth" else "change in amount"
    own = Figure(None, name, (), None, quantity.unit or quantity.currency or "", place)
    value = msgspec.structs.replace(quantity, change=sense)
    return Printed(own, value, amount.span, word=amount.word if moves else None), amount.scale
