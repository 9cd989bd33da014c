"""Moves that stand alone: the claims of a cue and the row of figures in, out the one that leaves nothing else to mean.

A size that something moved by and two figures of one sort, of which words or their times make one the earlier: where no
other figure of that sort and no other move stands in their sentences, the three belong together, though they may stand
sentences apart. A text that tells more leaves a doubt, unless the move stands right behind what it is measured from
("2,940手，较2月的2,100手增长40.0%，较去年3月的3,500手下降16.0%").
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from math import log10

from crossfoot import days
from crossfoot.facts.ties.amounts import FEW, Amount, kin
from crossfoot.facts.ties.claims.shapes import MOVES, Claim, moved, precedes, unlike
from crossfoot.late import late
from crossfoot.lexicon.cued import goes_on
from crossfoot.lexicon.metrics import metric
from crossfoot.lexicon.words import carries_on, left_over

APART = 2  # sentences between the first of the three and the last
AROUND = 20  # figures to either side that may stand in their sentences
MOST_OFF, SCALE = 0.6, 2.4  # powers of ten that a slip of a digit, or of a scale word, puts a figure out
MOST_POINTS = 12.0  # times as many points as are said
EARLIER = ("base", "then", "yearly", "lately")  # marks of what something is measured from
_TURNS = frozenset(("up", "down"))
_BRACKET = late(r"[(（][^()（）]{0,30}$")  # opens before a figure
_SINCE = late("[较比]([^较比，；]{2,8}?)(?:的水平|水平)?$")
_AFTER, _CHARGED = late(r"\bafter (?:\w+ )?$"), late(r" of ")
_PORTION = late(r" of (?!growth|a )")
NEXT = late(r"\b(?:and|but|while|whereas|though|as well as)\b")  # begins what is said of something, or of another time
_CLAUSE = late(r"[,;:.，；：。—–]|\s-\s")


def alone(claims: Sequence[Claim], amounts: Sequence[Amount], off: Callable[[Claim], float | None]) -> Claim | None:
    """The claim of a move whose figures nothing near them can be taken for; of two the one that ties."""
    cue, shape = claims[0].cue, claims[0].shape
    if shape not in MOVES or cue.has("other basis", "each", "judged") or not moved(cue):
        return None
    if cue.sort == "rate" and _PORTION.match(cue.tail):
        return None  # "about 40% of producers lose money"
    if cue.has("pace") and (shape != "points" or not cue.leading):
        return None
    if cue.quantity.ranged or (shape == "change" and not (cue.leading and _by_itself(cue))):
        return None  # "growth of 3 to 5%", "a loss of 140, against a profit of 680, after setting 870 aside"
    found = [claim for claim in claims if _alone(claim, amounts)]
    tying = (claim for claim in found if off(claim) is not None)
    return next(tying, found[0] if len(found) == 1 else None)


def _by_itself(cue: Amount) -> bool:
    """Do words that say which way it moved stand between a size and what it is measured from: "较上年增加22万"?"""
    return not cue.has("base", "result") or (cue.word is not None and cue.word.end == cue.span.start)


def _alone(claim: Claim, amounts: Sequence[Amount]) -> bool:
    if not (_sizeable(claim) and _ordered(claim) and _of_one_time(*claim.operands)):
        return False
    if _adjoining(claim, amounts) or _following(claim, amounts):
        return True
    return _of_one(claim, amounts) and _single(claim, amounts)


def set_aside(base: Amount) -> bool:
    """Is a figure what was taken off, and not what something was: "to 67 million after 29 million of charges"?"""
    return _AFTER.search(base.lead) is not None and _CHARGED.match(base.tail) is not None


def _sizeable(claim: Claim) -> bool:
    """Can figures of their sorts and sizes be what was and is, but for a slip of the pen?"""
    now, base, by = claim.operands
    if set_aside(base) or base.has("aim", "yardstick") or base.quantity.ranged:
        return False  # "fell 6.2% to 52.40 euros, below the 62 euros offered", "between 194,000 and 250,000 this year"
    paces = claim.shape == "points" and by.has("pace")  # of two moves the one may be the larger
    if now.run[1] > 1 or base.run[1] > 1 or (not paces and (_size(now) or _size(base))):
        return False
    if claim.shape == "points":
        rates = all(a.quantity.kind == "percent" for a in (now, base))
        rates = rates and (now.quantity.change is None) == (base.quantity.change is None)  # a level from a level
        rates = rates and (by.quantity.kind != "basis-point" or not by.leading)
        return rates and abs(now.size - base.size) < MOST_POINTS * by.size
    bare = all(a.quantity.kind == "number" for a in (now, base))
    if claim.shape == "change":
        return not bare and by.size < max(now.size, base.size)
    made = base.size * (1 + claim.sign * by.size / 100)
    if made <= 0 or now.size <= 0 or (bare and max(now.size, base.size) <= FEW):
        return False
    off = abs(log10(now.size / made))
    return off < MOST_OFF or (off > SCALE and now.quantity.scale_word != base.quantity.scale_word)


def _size(level: Amount) -> bool:
    """Is a figure no level, but what one is more than another, or moved by, or what another is a part of?"""
    return level.has("gap", "by", "of") or (level.has("moved", "more") and not level.has("result"))


def _ordered(claim: Claim) -> bool:
    """Do words, times, a bracket or their places say which of two figures came first?"""
    now, base, by = claim.operands
    before = True if _named_again(by, base) else precedes(base, now)
    came = base.sentence == by.sentence and base.has("result") and not base.has(*EARLIER)
    if now.sentence > by.sentence or (came and before is not True):
        return False
    if now.index > by.index and not (now.has("result") and now.sentence == by.sentence) and base.index < by.index:
        return False
    if before is True and by.has("pace"):
        return now.index < by.index  # the words beside a move are its own, and say not which of two came first
    told = before is True and not by.leading and not now.has("base", "then")  # "in 2022 4,150; last year it was 4,800"
    if before is False or (now.has(*EARLIER) and not base.has(*EARLIER) and not told):
        return False
    if before is True or (base.has(*EARLIER) and not now.has(*EARLIER)):
        return True
    bracket = base.index == now.index + 1 and base.sentence == now.sentence and _BRACKET.search(base.lead) is not None
    return bracket or (
        base.sentence < now.sentence == by.sentence and now.index == by.index - 1 and not _dated(now, base)
    )


def _named_again(by: Amount, base: Amount) -> bool:
    """Is a figure called what a move before it is measured from: "较上半年放缓0.9个百分点，上半年为5.0%"?"""
    if not by.leading or by.word is None or base.index != by.index + 1:
        return False
    since = _SINCE.search(by.lead[: max(by.word.start - by.span.start + len(by.lead), 0)])
    return since is not None and since[1] in base.lead


def _dated(now: Amount, base: Amount) -> bool:
    """Is a figure dated otherwise than one before it, so that either may be the earlier?"""
    told, then = (a.figure.period if a.figure is not None else None for a in (now, base))
    return told is not None and told.start is not None and told != then


def _of_one_time(now: Amount, base: Amount, by: Amount) -> bool:
    """Is nothing measured from last year that is said to have moved since last month, or since 1985?"""
    if unlike(base, by):
        return False
    later, then = (a.figure.period if a.figure is not None else None for a in (now, base))
    if by.has("yearly") and not base.has("yearly") and then is not None and later is not None and then != later:
        before = days.shifted(later, "-P1Y")
        return before is not None and then.start == before.start
    since = by.move.bases[0] if by.move is not None else None
    if since is None or since.basis is not None or since.period is None or then is None:
        return True
    return None in (since.period.start, then.start) or since.period == then


def _adjoining(claim: Claim, amounts: Sequence[Amount]) -> bool:
    """Where words stand before what they are of: does a move stand right behind its base, and what moved before it?"""
    now, base, by = claim.operands
    if not by.leading or base.index != by.index - 1 or not base.has("base") or _CLAUSE.search(by.lead):
        return False
    if now.index > base.index or now.sentence != by.sentence or not carries_on(by.lang, by.lead):
        return False
    between = amounts[now.index + 1 : base.index]
    return not any(a.sort == now.sort and kin(a, now) and not a.has("base") for a in between)


def _following(claim: Claim, amounts: Sequence[Amount]) -> bool:
    """Does what it moved from stand right behind a move, and what moved before it: "6万辆，增长50%，上年为4万辆"?"""
    now, base, by = claim.operands
    if not by.leading or base.index != by.index + 1 or not (base.has(*EARLIER) or _named_again(by, base)):
        return False
    if now.has(*EARLIER) or now.index > by.index or not now.sentence == by.sentence == base.sentence:
        return False
    between = amounts[now.index + 1 : by.index]
    if any(a.sort == now.sort and kin(a, now) for a in between) or not _alike(now, base):
        return False
    return all(carries_on(by.lang, _CLAUSE.sub("", words)) for words in (_CLAUSE.split(by.lead)[-1], base.lead))


def _of_one(claim: Claim, amounts: Sequence[Amount]) -> bool:
    """Are two figures of one thing, and is the move said of it?"""
    now, base, by = claim.operands
    if not _alike(now, base):
        return False
    if base.index > by.index and base.sentence == by.sentence and NEXT.search(base.lead):
        return False  # "rose 4% on the year to 2.1 million, and were up from 1.8 million in May"
    if by.index < base.index < now.index and base.sentence == now.sentence and NEXT.search(now.lead):
        return False  # "is 20% below the 16,000 people it was built for, while its neighbour has 21,000"
    if any(_other(level, by) and not _goes_on(level) for level in (now, base)):
        return False
    if base.index > by.index and base.has("up", "down") and not by.has(*(base.marks & _TURNS)):
        return False  # "up 9% from the previous quarter and down from 14 million a year earlier"
    behind = max((a for a in (now, base) if a.index < by.index), key=lambda a: a.index, default=None)
    if behind is None:  # "rose 5%, to 12 million from 11 million"
        if now.sentence == by.sentence:
            return carries_on(by.lang, amounts[by.index + 1].lead)  # not "sales rose 5% and profit fell to 12 million"
        return claim.shape == "growth" and _measured_alike(now, by)
    words = "".join(a.lead for a in amounts[behind.index + 1 : by.index + 1] if a.sentence == by.sentence)
    return carries_on(by.lang, _CLAUSE.split(words)[-1] if behind.sentence == by.sentence else words)


def _alike(one: Amount, other: Amount) -> bool:
    """Are two figures, as far as facts and units know, of one thing?"""
    a, b = one.figure, other.figure
    if one.sentence != other.sentence and _goes_on(max(one, other, key=lambda level: level.index)):
        return kin(one, other)
    if a is not None and b is not None and (a.entity, a.segment) != (b.entity, b.segment):
        worded = a.metric == b.metric and one.sentence < other.sentence and _worded_alike(one, other)
        if not worded:
            return False  # "of a new flat was 268,000, and that of a new house 412,000"
    if one.sentence != other.sentence and one.quantity.kind == "percent" and (a is None or b is None):
        return False
    if a is not None and b is not None and a.metric != b.metric:
        known = metric(a.metric) is not None, metric(b.metric) is not None
        if all(known) or (one.sentence != other.sentence and "number" not in (one.quantity.kind, other.quantity.kind)):
            return False
    units = {amount.quantity.unit for amount in (one, other) if amount.quantity.kind == "count"}
    return len(units) < 2 or (a is not None and b is not None and a.metric == b.metric)


def _goes_on(level: Amount) -> bool:
    """Does a sentence only tell another figure of what stands before it: "It had been "?"""
    return goes_on(level.lang, level.lead)


def _other(level: Amount, by: Amount) -> bool:
    """Do facts know what moved for another measure than a figure?"""
    if by.move is None or level.figure is None or by.move.figure.metric == level.figure.metric:
        return False
    return metric(by.move.figure.metric) is not None and metric(level.figure.metric) is not None


def _measured_alike(now: Amount, by: Amount) -> bool:
    """Do facts know what moved in another sentence for the measure of a figure?"""
    move, known = by.move.figure if by.move is not None else None, now.figure
    return move is not None and known is not None and move.metric == known.metric


def _single(claim: Claim, amounts: Sequence[Amount]) -> bool:
    """Is there no other figure of their sort, and no other move, in the sentences of a claim?"""
    now, _, by = claim.operands
    own = {a.index for a in claim.operands}
    first, last = min(a.sentence for a in claim.operands), max(a.sentence for a in claim.operands)
    if last - first > APART:
        return False
    others = amounts[max(min(own) - AROUND, 0) : max(own) + AROUND]
    others = [a for a in others if first <= a.sentence <= last and a.index not in own and _rival(a, now, by)]
    return not others or (_worded_alike(now, claim.operands[1]) and all(_part_of(a, now) for a in others))


def _part_of(other: Amount, now: Amount) -> bool:
    """Do words say that another figure is a part of what moved: "480亿元，增长20%，其中对欧盟出口216亿元"?"""
    if other.sort != now.sort or other.size >= now.size or other.index < now.index:
        return False
    return other.has("split", "parts", "rest") or any(
        whole == now.index for split in other.under for whole, _ in split.wholes
    )


def _worded_alike(now: Amount, base: Amount) -> bool:
    """Are the words before an earlier figure, but for its time, those before what it is now?"""
    if not (now.leading and base.has(*EARLIER)):
        return False
    words = left_over(base.lang, _CLAUSE.split(base.lead)[-1])
    return len(words) > 1 and set(words) <= set(now.lead)


def _rival(other: Amount, now: Amount, by: Amount) -> bool:
    """May another figure be what is meant in the place of one?"""
    sized = other.quantity.change is not None or other.has("moved", "up", "down")
    if other.sort == by.sort and sized:
        return True
    if other.sort != now.sort or not kin(other, now):
        return False
    if sized and abs(other.index - by.index) == 1 and not other.has("result"):
        return False  # the same move, said in another measure
    quantity = other.quantity
    return quantity.kind != "count" or other.size > FEW or quantity.unit == now.quantity.unit  # "the two ships"
