"""What a cue may ask for: claims, and the costs that all shapes share.

A shape knows which figures can take which part in it. How near they stand, and which cues stand by them, is told as a
cost; arithmetic has no say here.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from fractions import Fraction
from typing import Literal

import msgspec

from crossfoot.facts.ties.amounts import Amount
from crossfoot.late import late
from crossfoot.lexicon.cued import TIMES, stepping
from crossfoot.model import RelationKind

_STOP = late(r"[,;:，；：]")
Shape = Literal["sum", "growth", "points", "change", "share", "product"]
MOVES = ("growth", "points", "change")  # now, what it moved from, and by how much
BEFORE, BEHIND = 20, 10  # figures around a cue that may belong to it
CROWD = 30  # figures of one sentence: with more it is a table run together, and only its neighbours belong to each
CROWDED = 4
SENTENCES_BEFORE, SENTENCES_BEHIND = 5, 2
FELT = 2.0
UNMARKED = 2.0  # costs more than a sentence between
AGAINST = 3.0
NO_LEVEL = ("base", "then", "aim", "each", "gap")  # marks of what is told to be set against a level
NAMED = 1.5  # a whole whose words say that it is one
APART = 3.0  # a part that does not stand beside its share
TORN_MOST = 4.0  # cost of a claim that cannot tie as it is printed


class Claim(msgspec.Struct, frozen=True, eq=False, gc=False):
    kind: RelationKind
    shape: Shape
    operands: tuple[Amount, ...]  # the result first
    cue: Amount
    cost: float
    sign: int = 1  # of the last operand
    factor: Fraction = Fraction(1)
    minus: int = 0  # so many operands at the end are taken away
    said: bool = False  # words say which operand is which
    sure: bool = False  # and that there is no other
    torn: bool = False  # a figure of it is so large or small that it cannot tie: only a slip would explain it


Around = Sequence[Amount]


def stepped(part: Amount) -> bool:
    """Is it what something moved by: "an increase in selling expenses of 2,302, or 0.1%"?"""
    words = stepping(part.lang)
    return words is not None and words.search(part.lead) is not None


def around(amounts: Sequence[Amount], cue: Amount, crowds: frozenset[int] = frozenset()) -> list[Amount]:
    """The figures that may belong to a cue; of a crowded sentence fewer: trials grow by their square."""
    before, behind = (CROWDED, CROWDED // 2) if cue.sentence in crowds else (BEFORE, BEHIND)
    near = amounts[max(cue.index - before, 0) : cue.index + behind + 1]
    return [a for a in near if a is not cue and -SENTENCES_BEFORE <= a.sentence - cue.sentence <= SENTENCES_BEHIND]


def crowded(amounts: Sequence[Amount]) -> frozenset[int]:
    """The sentences with more figures than prose has."""
    return frozenset(at for at, count in Counter(a.sentence for a in amounts).items() if count > CROWD)


def far(one: Amount, other: Amount) -> float:
    """How far apart two figures stand, in sentences and a little in figures."""
    apart, steps = one.sentence - other.sentence, one.index - other.index
    cost = 0.25 * ((steps if steps > 0 else -steps) - 1)
    if one.paragraph != other.paragraph:
        cost += 0.5
    if not apart:  # the usual case, and asked for each pair of figures
        return cost
    cost += 1.5 * apart + 0.5 if apart > 0 else -1.5 * apart
    if one.sort == other.sort == "amount" and one.quantity.kind != other.quantity.kind:
        cost += 1.0  # a bare number is of what stands in its own sentence
    return cost


def beside(cue: Amount, other: Amount) -> bool:
    """Does no other figure stand between the two, in one sentence?"""
    return cue.sentence == other.sentence and abs(cue.index - other.index) == 1


def earlier(base: Amount, now: Amount) -> float:
    """Is a figure the one that another moved from, by its words or its time?"""
    before = precedes(base, now)
    if "base" in base.marks:
        later = base.leading and before is False  # "2023年末320家店，去年末480家"
        return UNMARKED if later else 0.0
    if before is None:
        return UNMARKED
    return 0.5 if before else UNMARKED + 1.0


def precedes(one: Amount, other: Amount) -> bool | None:
    """Is a figure of an earlier time than another, as facts know? None where they do not."""
    a, b = one.figures, other.figures
    if not a or not b:
        return None
    then, later = a[0].figure.period, b[0].figure.period
    if then is None or later is None or then is later or then.start is None or later.start is None or then == later:
        return None
    return then.start < later.start


def unlike(base: Amount, by: Amount) -> bool:
    """Is one measured over a year the other over less: "up 9% from the previous quarter to 12, after 11 a year ago"?"""
    told, asked = base.marks & TIMES, by.marks & TIMES
    return bool(told and asked) and not told & asked


def set_against(base: Amount, cue: Amount) -> bool:
    """Is a figure one that a move is only set against: an aim that stands apart, what a "but" goes on to?

    Or one that it led away from together with others: "up to 4.75%, the third rise this year; it was 4% in January".

    "3.4%, 0.3 points less than in May but still above the 3% target", "against forecasts of 390 million, up 12%".
    """
    if base.index > cue.index and base.has("turned to", "one of several"):
        return True
    if "aim" not in base.marks:
        return False
    first, last = sorted((base, cue), key=lambda a: a.index)
    return last.index - first.index > 1 or _STOP.search(last.lead) is not None


def sized(*levels: Amount) -> float:
    """What only says by how much something moved is no level."""
    for level in levels:  # a loop, since it is asked so often
        if level.quantity.change is not None:
            return AGAINST
    return 0.0


def moved(cue: Amount) -> bool:
    """Is it the size of a move, and not a gap that is there ("the deficit narrowed to 1.8 billion")?"""
    return cue.has("moved") or (cue.has("up", "down") and not cue.has("gap"))


def level(amount: Amount, *may: str) -> bool:
    """Is it how much there is: no rate, range or move, no aim, nothing for each, and not only compared with?

    What something rose to is there. `may` are marks that do not matter to who asks.
    """
    quantity, moves = amount.quantity, amount.has("moved") and not amount.has("result")
    told = amount.sort == "amount" and quantity.change is None and not quantity.ranged and not moves
    aside = amount.aside and not amount.has(*may)
    return told and not aside and not amount.has(*(mark for mark in NO_LEVEL if mark not in may))


def felt(whole: Amount, parts: Sequence[Amount]) -> bool:
    """Would each part be missed? One that is smaller than what is rounded away proves nothing."""
    blur = whole.high - whole.low + sum([part.high - part.low for part in parts])
    return min([part.size for part in parts]) > FELT * blur


def figures(claim: Claim) -> frozenset[int]:
    """The places of its figures in the row."""
    return frozenset(amount.index for amount in claim.operands)
