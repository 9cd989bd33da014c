"""Claims that fail by one word, a direction or percent for points: the claims of a cue in, the one that is told out.

A number has many neighbours that a slip may have been made of, a word has one or two: a claim that ties once its word
is another, and not as it stands, is hardly an accident. It is told where the words beside its figures say which part
each has in it, and nothing else near them would do.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence

import msgspec

from crossfoot.facts.ties.amounts import Amount
from crossfoot.facts.ties.claims.shapes import MOVES, Claim, precedes
from crossfoot.facts.ties.meant.trial import EDGE, accident
from crossfoot.lexicon.words import carries_on

Off = Callable[[Claim], float | None]

MOST_COST, BOUND = 3.5, 0.5  # what all else would cost more, where words or places bind the figures
MOST_APART = 2.0  # where other figures stand between
WAYS = 0.5  # what either of two figures may cost to be the one before
CLEAR = 1.5  # what all else that ties costs more
BACKWARDS = 2.0  # what it costs more to take what something moved from for what it is now
MOST_ACCIDENT = 0.2
NEAR, BEHIND = 14, 4  # characters between a direction and its figure
_MARK = re.compile(r"[,;:，；：。()（）]")


def turned(claims: Sequence[Claim], off: Off) -> Claim | None:
    """The first claim of a cue, by cost, if only the word of the other direction would make it tie."""
    first = claims[0]
    if first.shape not in MOVES or first.cost > MOST_COST or any(c.sign != first.sign for c in claims):
        return None
    now, base, by = first.operands
    if (
        not _worded(by)
        or not _carried(first)
        or by.has("judged")
        or (base.leading and precedes(base, now) is False)
        or off(first) is not None
        or accident(first) > MOST_ACCIDENT
    ):
        return None
    if not _close(off(msgspec.structs.replace(first, sign=-first.sign))):
        return None
    bound = base.has("base") and (not now.has("base") or (_in_a_row(first) and base.index > now.index))
    clear, own = BOUND if bound else CLEAR, set(first.operands)
    for claim in claims[1:]:
        dearer = claim.cost - first.cost
        if set(claim.operands) == own:
            if dearer < BACKWARDS:
                return None
        elif dearer < clear or (dearer < CLEAR + BACKWARDS and off(claim) is not None):
            return None
    return first


def _in_a_row(claim: Claim) -> bool:
    """Do the three figures of a move follow each other: "30.0%, from 33.5%, down 3.5"?"""
    low, *others = sorted(claim.operands, key=lambda a: a.index)
    return all(a.index == low.index + i and a.sentence <= low.sentence + 1 for i, a in enumerate(others, 1))


def _carried(claim: Claim) -> bool:
    """Is a move said of the figures before it, if any are, and of those alone?"""
    now, base, by = claim.operands
    if any(level.word is not None and level.word != by.word and level.has("result") for level in (now, base)):
        return False  # "sales rose 5% and profit fell to 12 million"
    if min(now.index, base.index) > by.index:  # "rose by 2 points to 30% from 28%"
        return not by.leading and base.has("base") and now.has("result")
    return carries_on(by.lang, by.lead)


def _worded(by: Amount) -> bool:
    """Does the word of its direction stand right beside a figure?"""
    if by.word is None:
        return False
    before, behind = by.span.start - by.word.end, by.word.start - by.span.end
    if before >= 0:
        return before <= NEAR and not _MARK.search(by.lead[len(by.lead) - before :])
    return 0 <= behind <= BEHIND and not _MARK.search(by.tail[:behind])


def _close(off: float | None) -> bool:
    return off is not None and off <= EDGE


def misnamed(claims: Sequence[Claim], off: Off) -> Claim | None:
    """The first claim of a rate that would be points between two others, where words or places leave no other."""
    ranked = sorted(claims, key=lambda claim: claim.cost)
    ways = [c for c in ranked if set(c.operands) == set(ranked[0].operands) and c.cost <= ranked[0].cost + WAYS]
    if ways and ways[0].operands[-1].has("judged"):
        ways += [msgspec.structs.replace(c, sign=-c.sign) for c in ways]
    first = next((c for c in ways if c.cost <= MOST_COST + WAYS and _close(off(c))), None)
    if first is None or not _carried(first):
        return None
    now, base, by = first.operands
    if "fraction" in (now.quantity.kind, base.quantity.kind):
        return None  # nobody tells points between a half and a third
    row = _in_a_row(first)
    bound = row or base.has("base")
    if (first.cost > MOST_APART and not row) or (not bound and (len(ways) > 1 or accident(first) > MOST_ACCIDENT)):
        return None
    clear = 0.0 if row and (base.has("base") or base.index > by.index) else BOUND if bound else CLEAR
    own = set(first.operands)
    return first if all(c.cost >= first.cost + clear or set(c.operands) == own for c in ranked) else None
