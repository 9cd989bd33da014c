"""Moves and shares that their own figures speak against: a claim that does not tie in, whether it was never meant.

A move that has an end of its own right behind it has no other, a bare "上年同期" is of the figure said just before it,
and a rate that another figure of the kind ties sharply is of that one.
"""

from __future__ import annotations

from collections.abc import Sequence

import msgspec

from crossfoot.facts.ties.amounts import Amount, kin
from crossfoot.facts.ties.claims.shapes import Claim, precedes
from crossfoot.facts.ties.meant.alone import EARLIER
from crossfoot.facts.ties.meant.trial import tried_out
from crossfoot.late import late
from crossfoot.lexicon import numerals
from crossfoot.lexicon.cued import taking
from crossfoot.lexicon.doubt import doubt
from crossfoot.lexicon.slips import meant
from crossfoot.lexicon.words import left_over

AROUND, APART = 20, 2  # figures and sentences to either side of a rate in which it may be of another one
WHOLE, SHARP = 1.0, 0.05  # percent: the last place of a rate, and how far what ties sharply is off at most
EDGE = 1e-9
TO = 12  # characters between a move and its own end: "widened by 6 basis points to about 93"
NAMED = 3  # characters that name one measure
BEHIND = 3  # figures back from what something was to what it is now
CLAUSE = late("[，,；;：:。（(]")
_THAN = late(r" (?:[a-z]+ )?than\b")
_RATES = ("rate", "points", "multiple")
_THEN = ("then", "yearly", "lately")  # marks of the time of what something was


def moved_otherwise(claim: Claim, amounts: Sequence[Amount]) -> bool:
    """Is a move none, or one of another figure, or to another?"""
    unmoved = _no_move(claim) or _said_of_base(claim) or _dealt_beside(claim) or _beside(claim, amounts)
    return unmoved or _ends_otherwise(claim, amounts) or _of_another(claim, amounts)


def _no_move(claim: Claim) -> bool:
    """Is it no move from that base: so much a year, a distance from what is not printed, or from where none stayed?"""
    now, base, by = claim.operands
    if by.leading and min(now.sentence, base.sentence) > by.sentence and not base.has("base", *_THEN):
        return True  # both are only told sentences later, among others of their own
    yearly = claim.shape == "growth" and by.has("each") and by.has("mean")  # "an average of 15% a year"
    passed = base.has("yardstick") and not by.has("since")  # "gained 4.1% to 3.34 dollars after touching 3.48"
    words = doubt(base.lang)
    peak = words is not None and base.index > by.index and words.since.search(base.lead.lower()) is not None
    return yearly or passed or peak or by.has("spread") or then_untold(claim) or _unprinted(claim) or _distance(claim)


def _unprinted(claim: Claim) -> bool:
    """Do words say that it is measured from a time that nobody prints: "270 million, up 82% from before the flood"?"""
    now, base, by = claim.operands
    words = doubt(by.lang)
    if words is None or by.leading or base.index > by.index or base.has(*_THEN, "base"):
        return False
    return words.untold.match(by.tail.lower()) is not None and precedes(base, now) is not True


def _dealt_beside(claim: Claim) -> bool:
    """Are both levels of one list, and its rate of another of as many: "产销309.3万辆和297万辆，分别增长7%和4.1%"?"""
    now, base, by = claim.operands
    first = now.index - now.run[0]
    return now.run[1] == base.run[1] == by.run[1] > 1 and base.index - base.run[0] == first


def _beside(claim: Claim, amounts: Sequence[Amount]) -> bool:
    """Is what would be its base only held against it, a move itself, or told with a move of its own?

    "净息差1.54%，同比下降0.07个百分点，低于行业均值1.55%", "甲行1.02%，降0.15个百分点；乙行0.95%，升0.04个百分点".
    """
    now, base, by = claim.operands
    words = doubt(base.lang)
    if not base.leading or words is None or base.has(*_THEN):
        return False
    if claim.shape == "points" and all(a.sort == "points" and a.quantity.change is not None for a in claim.operands):
        return not by.has("more")  # "影响指数上涨0.28个百分点……上涨0.32个百分点": none is a level
    if _of_two(base, now):
        return True
    behind = amounts[base.index + 1 : base.index + 2]
    told = any(a is not by and a.sort in _RATES and a.has("moved") and a.sentence == base.sentence for a in behind)
    if now.index < by.index < base.index and base.sentence == by.sentence:
        return words.against.search(_own(base)) is not None or (told and left_over(base.lang, _own(base)) != "")
    return told and base.index < now.index == by.index - 1 and _undated(base, now)


def _of_two(one: Amount, other: Amount) -> bool:
    """Do facts know two figures for those of two owners?"""
    owners = {a.figure.entity for a in (one, other) if a.figure is not None}
    return len(owners) > 1 and None not in owners and not one.has("base")


def _undated(one: Amount, other: Amount) -> bool:
    """Are two figures of one time, as far as anything tells?"""
    times = [a.figure.period.label if a.figure.period is not None else "" for a in (one, other) if a.figure is not None]
    return len(set(times)) == 1


def _distance(claim: Claim) -> bool:
    """Is what would be its base how far off it is, by a verb that no row knows: "比上年压支2.7亿元，下降8%"?"""
    base, by = claim.operands[1:]
    words, own = doubt(by.lang), _own(base)
    if words is None or not base.leading or base.index != by.index - 1 or base.sentence != by.sentence:
        return False
    return words.than.match(own) is not None and left_over(base.lang, own) != "" and CLAUSE.search(by.lead) is not None


def then_untold(claim: Claim) -> bool:
    """Is it a distance from another time that nobody prints: "of the 86 stalls 71, three more than last year"?"""
    now, base, by = claim.operands
    words = doubt(by.lang)
    if (
        words is None
        or by.leading
        or not base.index < now.index < by.index
        or base.sentence < by.sentence
        or base.has(*_THEN, "base")
    ):
        return False
    said = CLAUSE.split(by.tail.lower())[0]
    return _THAN.match(said) is not None and words.then.search(said) is not None and precedes(base, now) is not True


def rate_of_another(claim: Claim, amounts: Sequence[Amount], text: str) -> bool:
    """Does its rate tie, far too well for an accident, with another figure in the place of one of its two?

    "19,858 sold, 9,249 at home and 10,609 abroad, up 29.0%. A year before it was 15,831, with 8,221 abroad". Where the
    two are one slip of the pen apart, the figure is rather printed twice and wrong once.
    """
    *levels, rate = claim.operands
    if rate.quantity.approx is not None or rate.quantity.ranged or rate.step > WHOLE:
        return False
    own = {a.index for a in claim.operands}
    for other in amounts[max(min(own) - AROUND, 0) : max(own) + AROUND]:
        if other.index in own or other.sort != "amount" or abs(other.sentence - rate.sentence) > APART:
            continue
        for place, level in enumerate(levels):
            if not kin(other, level) or one_slip_apart(other, level, text):
                continue
            now, base = (other, levels[1]) if not place else (levels[0], other)
            if _sharply(claim, now, base) and other.size != level.size:
                return True
    return False


def dealt_otherwise(claim: Claim, amounts: Sequence[Amount]) -> bool:
    """Is a share one of a list that is dealt out, in order, to as many figures before it, and to another of them?"""
    part, _, rate = claim.operands
    place, many = rate.run
    first = rate.index - place
    if many == 1 or part.index >= first:
        return False
    before = [a for a in amounts[max(first - AROUND, 0) : first] if a.sort == part.sort and a.sentence == rate.sentence]
    dealt = [a.index for a in before if kin(a, part)][-many:]
    return len(dealt) == many and part.index in dealt and dealt.index(part.index) != place


def one_slip_apart(other: Amount, level: Amount, text: str) -> bool:
    """May one figure be another, written wrong: a digit or a scale word?"""
    one, two = (numerals.shown(text, a.quantity.digits) for a in (other, level))
    return one is None or two is None or one == two or one in meant(two) or two in meant(one)


def _sharply(claim: Claim, now: Amount, base: Amount) -> bool:
    """Do two figures make a rate as it is printed, and to within a small part of a whole percent?"""
    rate = claim.operands[-1]
    if now.size <= 0 or base.size <= 0:
        return False
    made = 100 * now.size / base.size
    if claim.shape == "growth":
        made = claim.sign * (made - 100)
    blur = made * (now.sharp + base.sharp) / 2
    return blur <= rate.step and abs(made - rate.size) <= min(rate.step / 2 * (1 + EDGE), SHARP)


def _said_of_base(claim: Claim) -> bool:
    """Does a comparison behind what something was tell that of it: "84.6%; a year before it was 82.9%, 1.7 lower"?"""
    now, base, by = claim.operands
    if by.leading or not by.has("more") or base.index != by.index - 1 or now.index >= base.index:
        return False
    if base.sentence != by.sentence or base.has("from") or not base.has("then"):
        return False
    return tried_out(msgspec.structs.replace(claim, sign=-claim.sign))[0] is not None


def _ends_otherwise(claim: Claim, amounts: Sequence[Amount]) -> bool:
    """Does a move have an end of its own: "shrank by 4% to 1.2 million hectares, yields rose to 2.8 from 2.6"?"""
    by = claim.operands[-1]
    if by.leading or by.index + 1 >= len(amounts):
        return False
    end = amounts[by.index + 1]
    if end in claim.operands or end.sentence != by.sentence or end.has("base", "moved"):
        return False
    return end.has("result") and len(end.lead) <= TO


def _of_another(claim: Claim, amounts: Sequence[Amount]) -> bool:
    """Where words stand before what they are of, is what something was told of another figure than what moved?"""
    now, base, by = claim.operands
    if not base.leading:
        return False
    if base.has(*_THEN):  # "房价236元，上年同期231元": of the figure right before it
        behind = [a for a in amounts[max(base.index - BEHIND, 0) : base.index] if a.sentence == base.sentence]
        last = next((a for a in reversed(behind) if a.sort == base.sort and a.quantity.change is None), None)
        named = last is not None and kin(last, base) and left_over(last.lang, _own(last)) != ""
        return named and last is not now and not left_over(base.lang, _own(base))
    # "在管面积1.26亿平方米，增长14.8%，合约面积1.88亿平方米", and not "最高一宗18.6亿元，溢价率15%，起始价16.17亿元"
    if (
        claim.shape != "growth"
        or base.has(*EARLIER)
        or not now.index < by.index < base.index
        or left_over(by.lang, _own(by))
    ):
        return False
    return precedes(base, now) is not True and not by.tail.lstrip().startswith(("(", "（"))


def _own(amount: Amount) -> str:
    """The words before a figure in its clause."""
    return CLAUSE.split(amount.lead)[-1]


def of_another_firm(claim: Claim) -> bool:
    """Is it less stock than its part, and of another owner?"""
    part, whole, _ = claim.operands
    if part.figure is None or whole.figure is None or part.figure.unit != "share" or part.low <= whole.high:
        return False
    return None not in (part.figure.entity, whole.figure.entity) and part.figure.entity != whole.figure.entity


def of_the_same_elsewhere(claim: Claim) -> bool:
    """Is a share of all that there is of its part in a larger place: "牛奶产量15万吨，占全省牛奶产量54.88%"?"""
    part, whole, rate = claim.operands
    words = taking(rate.lang)
    found = words.of.search(rate.lead) if words is not None and rate.leading else None
    core = words.core(found["of"])[-NAMED:] if words is not None and found is not None else ""
    return len(core) == NAMED and core in _own(part) and core not in whole.lead
