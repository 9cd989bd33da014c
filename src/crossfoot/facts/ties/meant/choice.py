"""Which of the claims of a cue is meant: claims in, the one that ties beyond accident out.

Words and places rank them, as costs; arithmetic says which of the likeliest tie, and how easily they would by accident.
"""

from __future__ import annotations

from collections.abc import Sequence
from operator import attrgetter

from crossfoot.facts.ties.amounts import Amount
from crossfoot.facts.ties.claims.shapes import Claim
from crossfoot.facts.ties.meant.trial import EDGE, tried_out
from crossfoot.facts.ties.slips.untied import DEAREST, MOST_ASKED, MOST_OPEN
from crossfoot.facts.ties.slips.untied import MOST_COST as MOST_UNTIED

MOST_COST = 12.0
MOST_TRIED = 80
SPLITS = ("share", "sum")  # shapes with a whole
BACKING, MOST_BACKING = 1.5, 2  # what each other cue with the same whole is worth
OFF = 1.5  # what it costs to tie only at the edge of what rounding allows
ACCIDENT = ((1.0, 0.5), (2.5, 0.3), (5.0, 0.15), (MOST_COST, 0.06))  # by cost, over all that were tried

Wholes = dict[int, set[int]]
_cost = attrgetter("cost")


class Tried(dict[Claim, tuple[float | None, float]]):
    """What came of each claim that was tried: how far it is off, if it ties, and how likely that is an accident."""

    def __missing__(self, claim: Claim) -> tuple[float | None, float]:
        self[claim] = tried_out(claim)
        return self[claim]

    def off(self, claim: Claim) -> float | None:
        return self[claim][0]


def wholes_of(asked: Sequence[tuple[Amount, Sequence[Claim]]], tried: Tried) -> Wholes:
    """By figure: the cues that it would tie with as their whole."""
    found = dict[int, set[int]]()
    for cue, claims in asked:
        for claim in claims:
            if claim.shape in SPLITS and claim.cost <= MOST_COST and tried.off(claim) is not None:
                found.setdefault(whole_of(claim).index, set()).add(cue.index)
    return found


def whole_of(claim: Claim) -> Amount:
    return claim.operands[1] if claim.shape == "share" else claim.operands[0]


def backing(claim: Claim, wholes: Wholes) -> float:
    """What other cues say for the whole of a claim: three shares of one whole are no accident."""
    if claim.shape not in SPLITS or not wholes:
        return 0.0
    backed = wholes.get(whole_of(claim).index)
    if backed is None:
        return 0.0
    return min(len(backed.difference([a.index for a in claim.operands])), MOST_BACKING) * BACKING


def rank(claims: list[Claim], wholes: Wholes) -> None:
    """Sorts the claims of a cue, which are of one shape, by what they cost less what other cues say for their whole."""
    backed = bool(wholes) and claims[0].shape in SPLITS
    claims.sort(key=(lambda claim: claim.cost - backing(claim, wholes)) if backed else _cost)


def chosen(claims: Sequence[Claim], wholes: Wholes, results: Tried, sure: bool = False) -> tuple[Claim, float] | None:
    """The claim of least cost that ties, if that is no accident; where words are `sure` of it, it is none."""
    tried, best, least, by_then = 0.0, None, MOST_COST, 0.0
    for claim in claims[:MOST_TRIED]:
        cost = claim.cost - backing(claim, wholes)
        if cost > least:
            break
        off, chance = results[claim]
        tried += chance
        if off is not None and off > EDGE and len({a.sentence for a in claim.operands}) > 1:
            off = None  # what is rounded that badly is more likely something else
        if off is not None and cost + OFF * off < least:
            best, least, by_then = claim, cost + OFF * off, tried
    if best is None:
        return None
    cost = max(best.cost - backing(best, wholes), 0.0)
    return (best, by_then) if sure or by_then <= next(a for most, a in ACCIDENT if cost <= most) else None


def readings(claims: Sequence[Claim]) -> list[Claim]:
    """What words that leave no doubt may still mean: of a list of parts, another whole."""
    first = claims[0]
    return [
        c for c in claims if c is first or (first.shape == c.shape == "sum" and c.operands[1:] == first.operands[1:])
    ]


def likeliest(claims: Sequence[Claim], tried: Tried) -> list[Claim]:
    """The claims of a cue that may be meant, by words and places alone, up to the first that ties."""
    found = list[Claim]()
    for claim in sorted(claims, key=_cost)[:MOST_ASKED]:
        if claim.cost > MOST_UNTIED and found:
            break
        found.append(claim)
        if tried.off(claim) is not None:
            break
    return found


def failing(claims: Sequence[Claim], tried: Tried, most: float | None = None) -> list[Claim]:
    """The claims of a cue that one slip may have undone, by words and places alone: those that cost less than its tie.

    Where no tie was taken, the first that ties, though badly, stands with them.
    """
    limit = DEAREST if most is None else min(most, DEAREST)
    ranked = [claim for claim in sorted(claims, key=_cost)[:MOST_OPEN] if claim.cost < limit]
    first = None if most is not None else next((c for c in ranked if tried.off(c) is not None), None)
    return [claim for claim in ranked if claim is first or not (_of_a_list(claim) or tried.off(claim) is not None)]


def _of_a_list(claim: Claim) -> bool:
    """Would one of a list that marks set out be the whole of others: "64 cases (32 in Ayton, 7 in Belford, ...)"?"""
    whole, *parts = claim.operands
    return claim.shape == "sum" and any(s.sure and whole.index in s.parts for part in parts for s in part.under)
