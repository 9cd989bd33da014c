"""Claims that fail by one word, a direction or percent for points: the claims of a cue in, the one that is told out.

A number has many neighbours that a slip may have been made of, a word has one or two: a claim that ties once its word
is another, and not as it stands, is hardly an accident. It is told where the words beside its figures say which part
each has in it, and nothing else near them would do.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence

import msgspec

from crossfoot.facts.ties.amounts import Amount
from crossfoot.facts.ties.claims.shapes import MOVES, Claim, precedes
from crossfoot.facts.ties.meant.trial import EDGE, accident
from crossfoot.late import late
from crossfoot.lexicon.words import carries_on, in_list

Off = Callable[[Claim], float | None]

MOST_COST, BOUND = 3.5, 0.5  # what all else would cost more, where words or places bind the figures
FIRST, FEW = 6.0, 12  # what it is worth that places say which is which; claims of a cue that are looked at
MOST_APART = 2.0  # where other figures stand between
WAYS = 0.5  # what either of two figures may cost to be the one before
CLEAR = 1.5  # what all else that ties costs more
BACKWARDS = 2.0  # what it costs more to take what something moved from for what it is now
MOST_ACCIDENT, MOST_PLACED = 0.2, 0.3
SHARP = 0.05  # less than that ties by accident: then it may tie at the edge of what rounding allows
MOST_FAR, LITTLE = 5.0, 0.12  # where the words of the move say that a rate moved, and it ties to the digit
NEAR, BEHIND = 14, 4  # characters between a direction and its figure
_ENDS = late(r"\s*(?:[.,;:)]|$)")  # and not "40 rooms, 4 more being built"
_STOP = late(r"[,;，；]")
_MARK = late(r"[,;:，；：。()（）]")


def turned(claims: Sequence[Claim], off: Off) -> Claim | None:
    """The first claim of a cue, by cost, if only the word of the other direction would make it tie."""
    ranked = sorted(claims[:FEW], key=lambda claim: claim.cost - FIRST * placed(claim))
    first = ranked[0]
    in_place = placed(first)
    if first.shape not in MOVES or first.cost > (MOST_FAR if in_place else MOST_COST):
        return None
    now, base, by = first.operands
    if base.index == by.index - 1 and base.sentence == by.sentence != now.sentence and by.has("more"):
        return None  # "4.1% in May. In April it had been 4.6%, half a point higher": the earlier is
    if (
        not _worded(by)
        or (first.shape == "points" and (now.quantity.change is None) != (base.quantity.change is None))
        or (base.has("aim", "yardstick") and not in_place)
        or not (in_place or _carried(first))
        or any(c.sign != first.sign for c in claims if c.operands[:2] == (now, base))
        or (base.leading and precedes(base, now) is False)
        or off(first) is not None
        or accident(first) > (MOST_PLACED if in_place else MOST_ACCIDENT)
    ):
        return None
    other = off(msgspec.structs.replace(first, sign=-first.sign))
    if not _close(other) and (other is None or accident(first) > SHARP):
        return None
    bound = in_place or (base.has("base") and (not now.has("base") or (_in_a_row(first) and base.index > now.index)))
    clear, own = BOUND if bound else CLEAR, set(first.operands)
    for claim in claims:
        dearer = claim.cost - first.cost
        if set(claim.operands) == own:
            if claim is not first and dearer < BACKWARDS and not in_place:
                return None
        elif (dearer < clear and not in_place) or (dearer < CLEAR + BACKWARDS and off(claim) is not None):
            return None
    return first


def placed(claim: Claim) -> bool:
    """Do places say which is now: "£89m lies £5m below the £84m", "26%, nine points more"?"""
    if claim.shape not in MOVES:
        return False
    now, base, by = claim.operands
    if by.leading or now.index != by.index - 1 or now.sentence != by.sentence or now.has("base"):
        return False
    if base.index == by.index + 1:
        return base.sentence == by.sentence and by.has("since", "more") and not _STOP.search(base.lead[:NEAR])
    ends = by.word is not None and _ENDS.match(by.tail[max(by.word.end - by.span.end, 0) :]) is not None
    return base.index < now.index and by.has("more") and ends and not by.lead.strip(" ,")


def _in_a_row(claim: Claim) -> bool:
    """Do the three figures of a move follow each other: "30.0%, from 33.5%, down 3.5"?"""
    low, *others = sorted(claim.operands, key=lambda a: a.index)
    return all(a.index == low.index + i and a.sentence <= low.sentence + 1 for i, a in enumerate(others, 1))


def _carried(claim: Claim) -> bool:
    """Is a move said of the figures before it, if any are, and of those alone?"""
    now, base, by = claim.operands
    other = any(level.word is not None and level.word != by.word and level.has("result") for level in (now, base))
    if other and not (base.has("base") and _in_a_row(claim) and by.index < base.index < now.index):
        return False  # "sales rose 5% and profit fell to 12 million", and not "上调10个基点，由1.50%降至1.40%"
    if not by.leading and base.index == by.index + 1 and base.has("base"):  # "18 million shares, a 25% premium to its"
        return carries_on(by.lang, _STOP.split(by.lead)[-1])
    if min(now.index, base.index) > by.index:  # "rose by 2 points to 30% from 28%"
        return base.has("base") and now.has("result") and now.sentence == by.sentence
    return carries_on(by.lang, by.lead)


def _worded(by: Amount) -> bool:
    """Does the word of its direction stand right beside a figure?"""
    if by.word is None:
        return False
    if by.span.start <= by.word.start < by.span.end:
        return True  # its sign
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
    first = next((c for c in ways if c.cost <= MOST_FAR and _close(off(c))), None)
    if first is None or not (_carried(first) or _goes_on(first) or _compared(first)):
        return None
    now, base, _ = first.operands
    if "fraction" in (now.quantity.kind, base.quantity.kind):
        return None  # nobody tells points between a half and a third
    clear = _clear(first, ways)
    own = set(first.operands)
    alone = clear is not None and all(c.cost >= first.cost + clear or set(c.operands) == own for c in ranked)
    return first if alone else None


def _clear(first: Claim, ways: Sequence[Claim]) -> float | None:
    """How much more all else must cost for points to be meant; None where nothing would make that sure."""
    now, base, by = first.operands
    row = _in_a_row(first)
    bound = row or base.has("base")
    paced = not (now.quantity.change is None and base.quantity.change is None)
    if (
        not paced
        and first.cost <= MOST_COST + WAYS
        and (first.cost <= MOST_APART or row)
        and (bound or (len(ways) == 1 and accident(first) <= MOST_ACCIDENT))
        and _carried(first)
    ):
        return 0.0 if row and (base.has("base") or base.index > by.index) else BOUND if bound else CLEAR
    if not _to_the_digit(first) or accident(first) > LITTLE or (paced and not _paced(by)):
        return None
    return BOUND if _of_a_rate(by) or max(now.index, base.index) == by.index - 1 else None


def _to_the_digit(claim: Claim) -> bool:
    """Do just the numbers that are printed tie?"""
    now, base, by = (a.quantity.low * a.scale for a in claim.operands)
    return bool(now == base + claim.sign * by)


def _goes_on(claim: Claim) -> bool:
    """Does the clause of a move right behind one of its figures name nothing else: "against 21% on placebo, a gap"?"""
    now, base, by = claim.operands
    last = max(now, base, key=lambda a: a.index)
    return last.index == by.index - 1 and carries_on(by.lang, _STOP.split(by.lead)[-1])


def _compared(claim: Claim) -> bool:
    """Are two growths right before a move that compares growths: "乡村增速快于城镇"?"""
    by = claim.operands[-1]
    faster = by.has("pace") and by.has("up", "down") and by.quantity.change is None
    return faster and claim.cost <= MOST_APART + WAYS


def _of_a_rate(by: Amount) -> bool:
    """Do the words of a move say that a rate moved?"""
    return in_list("rates", by.lang, _around(by))


def _paced(by: Amount) -> bool:
    """Do they say that something that is itself a growth did: "inflation slowed by"?"""
    return by.has("pace") or in_list("paces", by.lang, _around(by))


def _around(by: Amount) -> str:
    """The clause of a move."""
    return f"{_STOP.split(by.lead)[-1]} {_STOP.split(by.tail)[0]}"
