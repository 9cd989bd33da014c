"""Claims that are told although they do not tie: those of a cue in, those that can hardly mean anything else out.

That a plain slip of the pen would explain a claim is worth little where many claims were tried: so many slips explain
one of them by accident. What counts is how tightly words and places say which figure takes which part.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import pairwise
from typing import Literal

from crossfoot.facts.ties.amounts import FEW, Amount, kin, opposite
from crossfoot.facts.ties.shapes import Claim, moved
from crossfoot.facts.ties.trial import tried_out

Weight = Literal["holds", "forced", "likely"]
MOST_SUSPECTS = 4  # claims of one cue that may be meant though they do not tie
MOST_SUSPECT = 4.0  # cost of a claim that may be meant though it does not tie
EXPLAINED, EXPLAINED_IF_SAID, EXPLAINED_IF_FORCED = 0.05, 0.3, 0.3
CERTAIN = 0.25  # cost of a list that words close and whose whole stands beside it
FORCED = 3.0  # cost up to which any known slip is believed of it


def suspects(claims: Sequence[Claim], amounts: Sequence[Amount]) -> Iterator[tuple[Claim, Weight]]:
    """The claims that may be meant though they do not tie, and how much is to be believed of them."""
    explained = 0.0  # claims that a plain slip would seem to explain by accident
    for i, claim in enumerate(claims[:MOST_SUSPECTS]):
        if claim.cost > MOST_SUSPECT or tried_out(claim)[0] is not None:
            return
        if not bound_up(claim) and not bound_in_order(claim, amounts):
            continue
        explained += tried_out(claim, flat=True)[1] * sum(map(swaps, claim.operands))
        plain = claim.cost <= FORCED and explained <= EXPLAINED_IF_FORCED and bound_up(claim)
        if i == 0 and (certain(claim) or (plain and (whole_said(claim) or closed(claim, amounts)))):
            yield claim, "forced"
        elif explained <= (EXPLAINED_IF_SAID if i == 0 and claim.said else EXPLAINED):
            yield claim, "likely"


def swaps(amount: Amount) -> int:
    """How many numbers two neighbouring digits of a figure make, put in each other's place."""
    quantity = amount.quantity
    if quantity.step <= 0:
        return 0
    digits = str(int(abs(quantity.low) / quantity.step)).rstrip("0")
    return sum(a != b for a, b in pairwise(digits))


def closed(claim: Claim, amounts: Sequence[Amount]) -> bool:
    """Are there no other figures of their kind in the sentences that the operands stand in?"""
    own = {a.index for a in claim.operands}
    inside = {a.sentence for a in claim.operands}
    sorts = {a.sort for a in claim.operands}
    levels = [a for a in claim.operands if a.sort == "amount"]
    return max(inside) - min(inside) <= 1 and not any(
        a.sentence in inside
        and a.index not in own
        and a.sort in sorts
        and (a.sort != "amount" or any(kin(a, level) for level in levels))
        for a in amounts
    )


def certain(claim: Claim) -> bool:
    """Do words close a list, and name its whole right before it?"""
    counted = (a.quantity.kind == "money" or a.size >= FEW for a in claim.operands)
    return claim.said and claim.cue.has("left") and claim.cost <= CERTAIN and all(counted)


def whole_said(claim: Claim) -> bool:
    """Is it a list of parts that words close: by what is left, or by two that leave nothing out?"""
    parts = claim.operands[1:]
    return claim.said and (claim.cue.has("left") or (len(parts) == 2 and opposite(*parts)))


def bound_up(claim: Claim) -> bool:
    """Do cues say which operand is which?"""
    if claim.shape in ("growth", "points", "change"):
        now, base, by = claim.operands
        if claim.shape == "change" and not by.has("moved", "by", "more"):
            return False
        return base.has("base") and not now.has("base") and (moved(by) or by.quantity.change is not None)
    if claim.shape == "share":
        return claim.cue.has("share", "target") and not claim.operands[0].has("moved", "more")
    if claim.kind == "ratio":
        near = all(abs(a.index - claim.cue.index) <= 2 for a in claim.operands)
        return near and len({a.sentence for a in claim.operands}) == 1
    if claim.said:
        return True
    if claim.shape == "sum":
        return claim.cue.has("left") or claim.operands[0].has("whole")
    return True


def bound_in_order(claim: Claim, amounts: Sequence[Amount]) -> bool:
    """Where words stand before what they are of: does the order of the figures say which operand is which?"""
    if not claim.cue.leading:
        return False
    if claim.shape == "points":
        return closed(claim, amounts)
    own = sorted(a.index for a in claim.operands)
    between = [a for a in amounts[own[0] : own[-1] + 1] if a.index not in own and a.sort == "amount"]
    unbroken = not any(kin(a, claim.operands[0]) for a in between)
    if claim.kind == "difference":
        return unbroken and claim.cue.index == own[-1] and claim.cue.has("gap", "more")
    if claim.shape != "sum":
        return False
    whole, *parts = claim.operands
    if len(parts) == 2 and opposite(*parts):
        return True
    listed = parts[0].run[1] == len(parts) and len(parts) > 1
    return unbroken and whole.index < parts[0].index and (listed or parts[0].has("split")) and _ends(parts[-1], amounts)


def _ends(part: Amount, amounts: Sequence[Amount]) -> bool:
    """Is no figure of its kind said behind a part in its sentence?"""
    behind = (a for a in amounts[part.index + 1 :][:MOST_SUSPECTS] if a.sentence == part.sentence)
    return not any(a.sort == "amount" and kin(a, part) for a in behind)
