"""Sums that their own figures speak against: a claim that does not tie in, whether it was never meant.

What came and what went are not added up; parts that make another whole, or are told with a rest, make no other.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from itertools import pairwise

from crossfoot.facts.ties.amounts import Amount, kin
from crossfoot.facts.ties.claims.shapes import MOVES, Claim, figures
from crossfoot.facts.ties.meant.alone import NEXT
from crossfoot.facts.ties.meant.doubt.moves import CLAUSE, EDGE
from crossfoot.late import late
from crossfoot.lexicon.cued import closing
from crossfoot.lexicon.doubt import doubt
from crossfoot.lexicon.each import each
from crossfoot.lexicon.metrics import metric

ALL = ("summed", "tallied")  # marks of what is counted over all, or longer
SHORT = 8  # characters from a rate to what it is taken of
LONGER, MOST_OFF = 4, 0.02  # figures to either side that a longer list has; how much of its whole may be rounding
LONG_LIST = 5  # parts
_HELD = late(r"\b(?:in comparison|compared) (?:to|with) (?:the )?$")  # before what a figure was
_JOINT = late(r"\s*(?:(?:and|while|with|but|而)\s*)?")
Ties = Mapping[int, Iterable[Claim]]  # by the place of a figure: those that it takes part in


def no_sum(claim: Claim, amounts: Sequence[Amount]) -> bool:
    """Are some figures no parts of one whole, or not all of them?"""
    if claim.minus:
        return False
    if (
        _both_ways(claim)
        or _mixed(claim)
        or _of_bases(claim)
        or _rest_untold(claim, amounts)
        or taken_off(claim, amounts)
    ):
        return True
    if _nested(claim, amounts) or _of_one_list(claim, amounts) or _above_marks(claim) or _one_left_out(claim):
        return True
    return wanting(claim, amounts) is not None or _of_a_longer(claim, amounts)


def _both_ways(claim: Claim) -> bool:
    """Did some of the figures that would be added up come and others go: "gained 3,100, while it lost 1,200"?

    Or does a whole count what came and a part of it what went: 发债60亿元，兑付48亿元?
    """
    ways = {a.quantity.change for a in claim.operands}
    if {"up", "down"} <= ways:
        return True
    words = doubt(claim.operands[0].lang)
    whole, *parts = (CLAUSE.split(a.lead.lower())[-1] for a in claim.operands)
    for came, went in words.flows if words is not None else ():
        for one, other in ((came, went), (went, came)):
            if (
                one.search(whole)
                and not other.search(whole)
                and any(other.search(p) and not one.search(p) for p in parts)
            ):
                return True
    return False


def _nested(claim: Claim, amounts: Sequence[Amount]) -> bool:
    """Is a part told as one of another part: "诊疗70.2亿人次，基层36.6亿人次，其中社区6.6亿人次"?"""
    whole, *parts = claim.operands
    words = doubt(whole.lang)
    if words is None or not whole.leading:
        return False
    parts.sort(key=lambda a: a.index)
    for one, other in pairwise(parts):
        between = amounts[one.index + 1 : other.index]
        opened = any(words.inside.search(a.lead) for a in (*between, other)) and whole.index < one.index
        if opened and not any(a.sort == "amount" and kin(a, one) for a in between):
            return True
    return False


def _above_marks(claim: Claim) -> bool:
    """Are parts each of more than so much, and so each in the one before: "超1亿元的103家，超10亿元的16家"?"""
    words = doubt(claim.operands[0].lang)
    return words is not None and all(words.over_marks.search(a.lead) for a in claim.operands[1:])


def _one_left_out(claim: Claim) -> bool:
    """Does a long list lack less than the least that it tells? Some other part may have gone untold."""
    whole, *parts = claim.operands
    lacks = whole.size - sum(a.size for a in parts)
    return whole.leading and len(parts) > LONG_LIST and 0 < lacks < min(a.size for a in parts) and not _closed(parts)


def _closed(parts: Sequence[Amount]) -> bool:
    """Is the last of some parts what is left?"""
    rest = closing(parts[-1].lang)[1]
    return any(rest.search(a.lead) is not None or a.has("rest") for a in parts)


def _of_one_list(claim: Claim, amounts: Sequence[Amount]) -> bool:
    """Are whole and parts strewn over one list that words do not split: 货运险32亿件，责任险43亿件，保证险14亿件…?"""
    whole, *parts = claim.operands
    own = sorted(a.index for a in claim.operands)
    if len(parts) > 2 or not whole.leading or len({a.sentence for a in claim.operands}) > 1 or claim.said:
        return False
    if whole.has("total", "whole", *ALL):
        return False
    among = amounts[own[0] : own[-1]]
    strangers = [a for a in among if a.index not in own and a.sort == "amount" and kin(a, whole)]
    return whole.index == own[-1] and len(strangers) > 1


def _of_bases(claim: Claim) -> bool:
    """Are the parts what the whole and its fellow were before: "18 cents, up 20%, compared to 7.5 and 15 cents"?"""
    whole, *parts = claim.operands
    first, last = min(parts, key=lambda a: a.index), max(parts, key=lambda a: a.index)
    if whole.index == last.index + 1 and whole.sentence == last.sentence and _HELD.search(whole.lead) is not None:
        return True  # "33 reports came in and 60 cases stood open, in comparison to 63"
    behind = whole.index < first.index - 1 and whole.sentence == first.sentence  # with a rate between them
    return behind and not claim.said and first.has("base", "then") and not whole.has("base", "then")


def _mixed(claim: Claim) -> bool:
    """Is what was so far of one measure, and what was before or has come since of another: revenue, and profit?"""
    known = {a.figure.metric for a in claim.operands if a.figure is not None and metric(a.figure.metric) is not None}
    return claim.kind == "cumulative" and len(known) > 1


def _rest_untold(claim: Claim, amounts: Sequence[Amount]) -> bool:
    """Is the last part followed by a rest of which no figure is told: "2.4 million from the state, the rest by us"?"""
    last = max(claim.operands, key=lambda a: a.index)
    if last is claim.operands[0] or any(a.sentence == last.sentence for a in amounts[last.index + 1 :][:1]):
        return False
    rest = closing(last.lang)[1]
    return any(rest.match(_JOINT.sub("", clause)) for clause in CLAUSE.split(last.tail)[1:])


def _of_a_longer(claim: Claim, amounts: Sequence[Amount]) -> bool:
    """Are whole and parts all parts of one list, which makes another figure that is printed?

    "Savings of 21.4 million: 9.0 from care, 6.5 from buildings, 3.2 from offices, and 2.7 still to be found".
    """
    own = sorted(a.index for a in claim.operands)
    near = amounts[max(own[0] - LONGER, 0) : own[-1] + LONGER]
    like = [a for a in near if a.sort == "amount" and kin(a, claim.operands[0]) and not a.has("moved", "base")]
    among = [i for i, a in enumerate(like) if a.index in own]
    if len(among) < len(own):
        return False
    for first in range(max(among[0] - LONGER, 0), among[0] + 1):
        for last in range(among[-1], min(among[-1] + LONGER, len(like))):
            listed = like[first : last + 1]
            made, off = sum(a.size for a in listed), sum(a.step for a in listed) / 2
            wholes = (a for a in like if a not in listed and off <= MOST_OFF * a.size)
            if any(abs(made - a.size) <= off + EDGE * made for a in wholes):
                return True
    return False


def wanting(claim: Claim, amounts: Sequence[Amount]) -> Amount | None:
    """The one figure that a sum lacks, where it stands among its own: nobody would call that an accident."""
    whole, *parts = claim.operands
    gap = whole.size - sum(a.size for a in parts)
    off = sum(a.step for a in claim.operands)  # at the most, as they are printed
    own = {a.index for a in claim.operands}
    among = amounts[min(own) : max(own)]
    lacking = (a for a in among if a.index not in own and abs(gap - a.size) <= off and _like(a, parts[0]))
    return next(lacking, None)


def _like(one: Amount, other: Amount) -> bool:
    return one.sort == other.sort == "amount" and (
        kin(one, other) or "number" in (one.quantity.kind, other.quantity.kind)
    )


def measured_by_another(claim: Claim, ties: Ties) -> bool:
    """Does a rate tie two figures between which an amount, of which the words go on to tell it, does not lie?

    "58,000 more than in June and 4.0% above the 3.29 million of a year before".
    """
    ends, by = claim.operands[:2], max(claim.operands, key=lambda a: a.index)
    if len(claim.operands) != len(ends) + 1:
        return False
    own = {a.index for a in claim.operands}
    for other in ties.get(ends[0].index, ()):
        rate = other.operands[-1]
        if other.shape == "growth" and len(own & {a.index for a in other.operands}) == len(ends):
            return NEXT.search(rate.lead) is not None or abs(rate.index - by.index) > 1
    return False


def of_two_measures(claim: Claim) -> bool:
    """Do facts know parts of different sentences for two measures, so that no running total has both?"""
    parts = claim.operands[1:]
    named = [a.figure.metric for a in parts if a.figure is not None]
    known = any(metric(name) is not None for name in named)
    running = known and claim.operands[0].has("stretch")
    return running and len({a.sentence for a in parts}) > 1 and len(named) == len(parts) == len(set(named))


def no_whole(claim: Claim, amounts: Sequence[Amount]) -> bool:
    """Is a whole none of a part that is larger: what there is for one, or how many have so much each?

    "7,900 litres each, of which 1.04 million litres", "each of the 24 clinics saw 41 patients", 22场…累计132场.
    """
    whole, *parts = claim.operands
    words = each(whole.lang)
    if words is not None and words.each_of.search(whole.lead.lower()) is not None:
        return True
    if _for_one(whole) and any(not _for_one(a) and a.size > whole.size for a in parts):
        return True
    if any(a.has(*ALL) and a.size > whole.size for a in parts) and not whole.has(*ALL):
        return True
    if claim.said:
        return False  # words call the parts all: then one of the figures is wrong
    return any(a.size > whole.size and (_led_away(whole, a, amounts) or _taxed(a, amounts)) for a in parts)


def _taxed(part: Amount, amounts: Sequence[Amount]) -> bool:
    """Is it what a rate right before it is taken of: "and 19% on £31 million abroad, £27 million in all"?"""
    rate = amounts[part.index - 1] if part.index else part
    return (
        rate.sort == "rate"
        and rate.sentence == part.sentence
        and len(part.lead) <= SHORT
        and not CLAUSE.search(part.lead)
    )


def taken_off(claim: Claim, amounts: Sequence[Amount]) -> bool:
    """Do parts make their whole with what went the other way: 住户312亿元，企业980亿元，票据减少52亿元?"""
    whole, *parts = claim.operands
    last = max(a.index for a in claim.operands)
    gap, off = sum(a.size for a in parts) - whole.size, sum(a.step for a in claim.operands)
    return any(
        a.sentence == whole.sentence and a.has("down") and _like(a, whole) and abs(gap - a.size) <= off
        for a in amounts[last + 1 : last + 2]
    )


def _led_away(whole: Amount, part: Amount, amounts: Sequence[Amount]) -> bool:
    """Do figures of other kinds stand between a whole and a part: 1,842套，均价1.86万元，金额35.2亿元，库存2.1万套?"""
    between = amounts[whole.index + 1 : part.index]
    return sum(a.sort == "amount" and a.like is not None and not kin(a, whole) for a in between) > 1


def _for_one(amount: Amount) -> bool:
    """Do words right behind a figure say that it is for one of something?"""
    words = each(amount.lang)
    behind = words is not None and words.them is not None and words.them.match(amount.tail.lower()) is not None
    return behind or amount.quantity.per is not None or (amount.leading and amount.has("each"))


def otherwise(claim: Claim, ties: Ties) -> bool:
    """Do figures that words tie make something else, with others: the whole its own parts, or the parts their whole?

    Nor is a rate that ties two figures measured of others.
    """
    if claim.shape in (*MOVES, "share"):
        return any(
            other.shape == claim.shape
            and other.operands[-1] is claim.operands[-1]
            and not (claim.shape in MOVES and {*other.operands} == {*claim.operands})  # which way it went, words say
            for other in ties.get(claim.operands[-1].index, ())
        )
    whole, parts = claim.operands[0].index, {a.index for a in claim.operands[1:]}
    for other in (other for part in sorted(parts) for other in ties.get(part, ())):
        own = {a.index for a in other.operands[1:]}
        alike = other.shape == claim.shape == "sum" and not own.isdisjoint(parts)
        if alike and (parts <= own or (other.operands[0].index == whole and len(own) > 1)):
            return True
    return False


def lacking(claim: Claim, ties: Ties) -> bool:
    """Does a sum lack parts that another of its whole has beside all of its own?"""
    whole, own = claim.operands[0].index, figures(claim)
    sums = (other for other in ties.get(whole, ()) if claim.shape == other.shape == "sum")
    return any(other.operands[0].index == whole and own < figures(other) for other in sums)


def of_more(claim: Claim, ties: Ties) -> bool:
    """Does a sum take how much more something is for a part, of a whole that others make?"""
    parts = claim.operands[1:] if claim.shape == "sum" and claim.kind == "sum" and not claim.minus else ()
    return any("more" in a.marks for a in parts) and otherwise(claim, ties)
