"""Equations of a known shape that a cue asks for, over the figures near it."""

from __future__ import annotations

from collections.abc import Iterator

import msgspec

from crossfoot.constraints.stated import Stated
from crossfoot.model import Reading, Statement, Tie
from crossfoot.relation import Relation, add, const, mean, var

OF = {"growth": ("growth",), "points": ("points",), "share": ("share", "ratio", "attainment")}  # kinds by shape
COINED = "tie.currency"  # the rule of ties between amounts in two currencies
SURE = 0.1  # chance of a tie that is no accident


def relate(stated: Stated) -> Iterator[Statement]:
    for tie in stated.of(Tie):
        if tie.rule == COINED:
            yield _in_another(tie)
            continue
        if tie.shape == "sum" and len(set(tie.figures)) < len(tie.figures):
            continue  # nothing is added to itself: it is printed twice
        yield Statement(
            tie.kind,
            (Reading(equation(tie)),),
            "asserted",
            stated.spans(*tie.figures[: len(tie.printed)]),
            firm=tie.firm,
            named=tie.named,
            suspect=tie.blames is not None and not tie.firm,
            blames=tie.blames,
        )


def _in_another(tie: Tie) -> Statement:
    """Amounts in two currencies, which tie if what is blamed were in that of the others."""
    coins = {p.span: p.quantity.currency for p in tie.printed}
    right = next(coin for coin in coins.values() if coin not in (None, coins.get(tie.blames)))  # type: ignore[arg-type]
    return Statement(
        tie.kind,
        (Reading(equation(tie)),),
        "asserted",
        tuple(coins),
        firm=False,
        blames=tie.blames,
        currency=right or "",
    )


def equation(tie: Tie) -> Relation:
    if tie.shape == "mix":
        whole, *others_ = map(var, tie.figures)
        return whole == mean(others_[: len(others_) // 2], others_[len(others_) // 2 :])
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


def misplaced(statement: Statement, stated: Stated) -> bool:
    """Does it take for moved what the move started from: the 2,100 in "2,940, up 40% on the 2,100 of May"?"""
    if statement.kind not in ("growth", "points") or len(statement.spans) != 2:
        return False
    moved, by = statement.spans
    return any(stated.spans(tie.figures[1]) == (moved,) for tie in stated.moves.get(by, ()))


def withdrawn(statement: Statement, stated: Stated) -> Statement:
    """A statement of a rate that ties with other figures than its own: its words may well mean those.

    It is contradicted only if every reading of it fails.
    """
    moves = statement.kind in ("growth", "points")  # now, before and by how much: the levels may be rates as well
    for span in statement.spans[-1:] if moves else statement.spans:
        tie = stated.tied.get(span)
        if tie is None or statement.kind not in OF.get(tie.shape, ()) or tie.chance > SURE:
            continue
        if not set(statement.spans) <= set(stated.spans(*tie.figures)):
            return msgspec.structs.replace(statement, firm=False)
    return statement
