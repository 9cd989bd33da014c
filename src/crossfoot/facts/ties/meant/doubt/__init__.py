"""Claims that their own figures speak against: a claim that does not tie in, whether it was never meant.

Words near by may ask for such a claim all the same. Whatever asks, a doubt is raised here and nowhere else.
"""

from __future__ import annotations

from collections.abc import Sequence

from crossfoot.facts.ties.amounts import Amount, kin
from crossfoot.facts.ties.claims.related import near
from crossfoot.facts.ties.claims.shapes import MOVES, Claim
from crossfoot.facts.ties.claims.units import slipped
from crossfoot.facts.ties.meant.doubt.moves import (
    dealt_otherwise,
    moved_otherwise,
    of_another_firm,
    of_the_same_elsewhere,
    rate_of_another,
    then_untold,
)
from crossfoot.facts.ties.meant.doubt.products import no_product, of_profit
from crossfoot.facts.ties.meant.doubt.sums import (
    Ties,
    lacking,
    measured_by_another,
    no_sum,
    no_whole,
    of_more,
    of_two_measures,
    otherwise,
    taken_off,
    wanting,
)

__all__ = ["doubtful", "of_more", "otherwise", "overdone", "unfinished", "unsaid", "wanting"]


def unsaid(claim: Claim, amounts: Sequence[Amount], ties: Ties, text: str) -> bool:
    """The same of a claim that words make: what ties its figures otherwise says that they are of something else."""
    return otherwise(claim, ties) or doubtful(claim, amounts, ties, text)


def overdone(claim: Claim, amounts: Sequence[Amount], text: str) -> bool:
    """The same of what a phrasing is sure of: its words leave less to doubt."""
    if claim.shape == "product":
        return no_product(claim, amounts, text) or (of_profit(claim) and not (near(claim) or slipped(claim, text)))
    if claim.shape == "sum":
        return no_whole(claim, amounts) or taken_off(claim, amounts)
    if claim.shape in MOVES and then_untold(claim):
        return True
    aimed = any(a.has("aim") for a in claim.operands[:-1])  # "4% short of its plan of 300,000 and up 15%"
    return claim.shape == "growth" and aimed and rate_of_another(claim, amounts, text)


def unfinished(claim: Claim, amounts: Sequence[Amount], ties: Ties, text: str) -> bool:
    """The same of a claim that nothing else can be meant of: what ties with more parts is meant."""
    return lacking(claim, ties) or doubtful(claim, amounts, ties, text)


def _beside_then(claim: Claim) -> bool:
    """Is a share held against what its part was before: "7.7 million (3.7% of all loans), against 6.0 million"?"""
    part, whole, rate = claim.operands
    if rate.leading or not (part.sentence == whole.sentence and part.index < rate.index < whole.index):
        return False
    if not (rate.lead.endswith("(") and rate.tail.startswith(" of ")):
        return False
    return whole.has("base") and not part.has("base")


def _of_another(claim: Claim, ties: Ties) -> bool:
    """Do words tie a share in brackets with another whole: "turnover 2.7bn, wages 1.8bn (67% of it), debt 2.4bn"?"""
    part, whole, rate = claim.operands
    if rate.leading or whole.index < rate.index or not rate.lead.endswith("("):
        return False
    return any(
        other.shape == "share" and other.operands[0] is part and other.operands[-1] is rate
        for other in ties.get(rate.index, ())
    )


def doubtful(claim: Claim, amounts: Sequence[Amount], ties: Ties, text: str) -> bool:
    """Do the figures of a claim that does not tie say that it was not meant? `ties` are those of each figure."""
    if claim.shape in ("growth", "share") and rate_of_another(claim, amounts, text):
        return True
    match claim.shape:
        case "growth" | "points" | "change":
            return moved_otherwise(claim, amounts)
        case "sum" if claim.kind == "difference":
            return measured_by_another(claim, ties) or of_two_measures(claim)
        case "sum":
            return no_sum(claim, amounts)
        case "share":
            moved = _added(claim.operands[0], amounts)
            moved = moved or (not claim.said and _moves(claim.operands[-1])) or of_the_same_elsewhere(claim)
            firms = of_another_firm(claim) or dealt_otherwise(claim, amounts)
            return moved or firms or _beside_then(claim) or _of_another(claim, ties)
        case "product" if claim.kind == "ratio":
            return claim.operands[0].has("moved", "by")  # "fell by 14.5 million, and is 0.8 times the profit"
        case _:
            return no_product(claim, amounts, text)


def _added(part: Amount, amounts: Sequence[Amount]) -> bool:
    """Is a figure how much the one before it moved by: "419万个，净增81万个，占总数的33%" is a share of the 419?"""
    if not part.has("moved"):
        return False
    before = amounts[part.index - 1] if part.index else part
    return before is not part and before.sentence == part.sentence and before.sort == part.sort and kin(before, part)


def _moves(rate: Amount) -> bool:
    """Does a phrasing know a rate for the size of a move, and no word for a share: "1.0亿元，同比+11.8%"?"""
    return rate.move is not None and not rate.has("share", "target")
