"""Equations of a known shape that a cue asks for, over the figures near it."""

from __future__ import annotations

from collections.abc import Iterator

from crossfoot.constraints.stated import Stated
from crossfoot.model import Reading, Statement, Tie
from crossfoot.relation import Relation, add, const, var


def relate(stated: Stated) -> Iterator[Statement]:
    for tie in stated.of(Tie):
        yield Statement(
            tie.kind,
            (Reading(equation(tie)),),
            "asserted",
            stated.spans(*tie.figures),
            firm=tie.firm,
            suspect=tie.blames is not None and not tie.firm,
            blames=tie.blames,
        )


def equation(tie: Tie) -> Relation:
    result, first, *others = (
        var(figure) if scale == 1 else var(figure) * scale
        for figure, scale in zip(tie.figures, tie.scales, strict=True)
    )
    if tie.shape == "growth":
        return result * 100 == first * (const(100) + others[0])
    if tie.shape == "share":
        return result * 100 == first * others[0]
    if tie.shape == "product":
        product = first * others[0] if others else first
        return result == (product if tie.factor == 1 else product * tie.factor)
    return result == add([first, *others])
