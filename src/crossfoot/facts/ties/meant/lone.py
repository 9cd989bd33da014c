"""Claims that are all there is: the claims of a cue in, the one that is told though it does not tie out.

"There were 5,284 births and 2,172 deaths, a natural increase of 3,212": a cue asks for a difference, a share or a
multiple, and its sentence has just the figures that one takes. Nothing else can be meant of them, so no slip of the pen
has to explain what does not tie. What is hedged, aimed at, of another time or moved leaves a doubt.
"""

from __future__ import annotations

from collections.abc import Sequence

import msgspec

from crossfoot.facts.ties.amounts import FEW, Amount
from crossfoot.facts.ties.claims.related import near
from crossfoot.facts.ties.claims.shapes import MOVES, Claim, figures
from crossfoot.facts.ties.slips.untied import bound_in_order, bound_up, closed
from crossfoot.late import late
from crossfoot.lexicon.implied import implied

FIGURES = 3  # of a difference, a share or a multiple
PRONOUN = 2  # words: "of it"
MOST_OFF = 2.0  # times what it should be
MOST_COST = 2.0
ODD = ("base", "then", "aim", "other basis", "each", "moved", "target", "yardstick")
KINDS = ("difference", "ratio", "share", "attainment")
_APPOSED = late(r", (?:for |leaving |giving |making |with |or )?an? (?:[a-z-]+ ){1,2}of (?:about |some )?[$€£¥]?$")


def lone(claims: Sequence[Claim], amounts: Sequence[Amount]) -> Claim | None:
    """The first of the claims of a cue, if its figures are meant for no other and there are no other figures."""
    first = claims[0]
    own = figures(first)
    if first.kind not in KINDS or len(own) != FIGURES or len(first.operands) != FIGURES or first.cost > MOST_COST:
        return None
    if max(own) - min(own) != FIGURES - 1 or len({a.sentence for a in first.operands}) > 1:
        return None
    if any(figures(claim) != own for claim in claims[1:]) or not closed(first, amounts):
        return None
    if any(a.quantity.approx is not None or (a.quantity.kind == "count" and a.size <= FEW) for a in first.operands):
        return None
    if first.shape in MOVES:
        return _gap(first)
    if first.kind == "ratio" and first.cost >= MOST_COST:
        return None  # "twice subscribed by funds, with orders of 900 million in all"
    if first.shape == "share" and (first.cue.leading or _of_it(first.operands[-1])):
        return None  # "以3.6亿元收购乙公司51%股权，丙公司估值12.0亿元"
    if any(a.has(*ODD) or a.quantity.change is not None for a in first.operands):
        return None
    return first if (bound_up(first) or bound_in_order(first, amounts)) and near(first, MOST_OFF) else None


def _of_it(rate: Amount) -> bool:
    """Is it a share of what only a pronoun names: "$3 million, 40% of it on its $5 million hall"?"""
    words = implied(rate.lang)
    said = rate.tail.lower().split()[:PRONOUN] if words is not None else []
    return words is not None and len(said) == PRONOUN and said[-1].strip(",.;") in words.pointing


def _gap(claim: Claim) -> Claim | None:
    """What lies between two figures of one time, where it is only said behind them: ", a natural increase of 3,212"."""
    one, other, by = claim.operands
    if claim.shape != "change" or by.index < max(one.index, other.index) or _APPOSED.search(by.lead.lower()) is None:
        return None
    if any(a.has(*ODD, "up", "down", "more") or a.quantity.change is not None for a in (one, other)):
        return None
    more, less = (one, other) if one.size >= other.size else (other, one)
    gap = msgspec.structs.replace(claim, kind="difference", shape="sum", operands=(more, less, by), sign=1)
    return gap if near(gap, MOST_OFF) else None
