"""A claim comes in, the fact that tells it goes out, each of its figures under the key that the facts give it."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from fractions import Fraction

import msgspec

from crossfoot.facts.ties.amounts import Amount
from crossfoot.facts.ties.claims.paired import Pairs
from crossfoot.facts.ties.claims.shapes import MOVES, Claim, moved
from crossfoot.facts.ties.known import level_of
from crossfoot.model import Change, Figure, Printed, Share, Span, Tie

SIZED = ("growth of", "change in")  # metrics of the size of a move


def tie(claim: Claim, chance: float, blames: Span | None = None, *, firm: bool = False, named: bool = False) -> Tie:
    printed = list[tuple[Printed, Fraction]]()
    for i, amount in enumerate(claim.operands):
        printed.append(_printed(claim, i, amount, {known.figure for known, _ in printed}))
    kept = len(claim.operands) - claim.minus
    return Tie(
        spans=tuple(dict.fromkeys(amount.span for amount in claim.operands)),
        rule=f"tie.{claim.shape}",
        printed=tuple(known for known, _ in printed),
        kind=claim.kind,
        shape=claim.shape,
        figures=tuple(known.figure for known, _ in printed),
        scales=tuple(-scale if i >= kept else scale for i, (_, scale) in enumerate(printed)),
        factor=claim.factor,
        blames=blames,
        firm=firm,
        named=named,
        chance=round(chance, 4),
    )


def shares(pairs: Pairs) -> Iterator[Share]:
    """Each part of a whole that nobody prints, as a share of it."""
    first = pairs.pairs[0][0].span.start
    whole = Figure(None, "amount", (), None, "", f"all of which {first} is a part")
    for part, rate in pairs.pairs:
        size, ratio = level_of(part), level_of(rate)
        yield Share(
            spans=(part.span, rate.span),
            rule=f"tie.{pairs.row}",
            printed=(size, ratio),
            part=size.figure,
            ratio=ratio.figure,
            wholes=(whole,),
            quantity=ratio.quantity,
        )


def of_points(claim: Claim) -> Change:
    """A move of a rate that is printed in percent, though in points it ties: it fails as said.

    Whether the rate moved by so many percent after all is left to the solver.
    """
    now, base, by = (_printed(claim, i, amount)[0] for i, amount in enumerate(claim.operands))
    return Change(
        spans=(claim.cue.span,),
        rule="tie.rates",
        printed=tuple(dict.fromkeys((now, base, by))),
        figure=now.figure,
        rate=by.figure,
        bases=(base.figure,),
        quantity=by.quantity,
        by="percent",
    )


def _printed(claim: Claim, i: int, amount: Amount, taken: Collection[Figure] = frozenset()) -> tuple[Printed, Fraction]:
    """The printing of one operand, under the key that the facts give it or one of its own; and its scale.

    Where facts give two of them one key, the second has its own: no figure is a part of itself.
    """
    quantity, place = amount.quantity, f"at {amount.span.start}"
    moves = i == len(claim.operands) - 1 and claim.shape in MOVES
    moves = moves and (claim.shape == "growth" or claim.sign < 0 or moved(amount))
    sense = ("up" if claim.sign > 0 else "down") if moves else None
    for scale in (amount.scale, Fraction(1)):
        size = quantity.low * amount.scale / scale
        for printed in amount.figures:
            figure, value = printed.figure, printed.quantity
            if figure in taken:
                continue
            if value.low == size and value.change == sense and figure.metric.startswith(SIZED) == moves:
                return printed, scale
    name = "amount" if not moves else "growth of amount" if claim.shape == "growth" else "change in amount"
    own = Figure(None, name, (), None, quantity.unit or quantity.currency or "", place)
    value = msgspec.structs.replace(quantity, change=sense)
    return Printed(own, value, amount.span, word=amount.word if moves else None), amount.scale
