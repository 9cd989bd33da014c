"""Products that their own figures and words speak against: a claim that does not tie in, whether it was never meant.

What a price and a count make is all that there is: a part that is paid, what comes on top, a discount, a price of only
some of what is counted, a rate for working days or for a shop and a day leave a total that they do not make.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

import msgspec

from crossfoot.facts.ties.amounts import Amount, kin
from crossfoot.facts.ties.claims.shapes import Claim
from crossfoot.facts.ties.claims.units import TIMES, rounded, slipped
from crossfoot.facts.ties.meant.doubt.moves import one_slip_apart
from crossfoot.facts.ties.meant.trial import accident, tried_out
from crossfoot.late import late
from crossfoot.lexicon.doubt import Doubt, doubt
from crossfoot.lexicon.each import each, nouns
from crossfoot.lexicon.words import left_over

OTHER = 1.25  # times what a price and a count make: that much may come from elsewhere
AROUND, APART = 12, 1  # figures and sentences to either side of a product in which what makes it tie may stand
SHARP, LOOSE = 0.005, 0.06  # chance that another figure ties by accident; that a part of one of them does
BEHIND = 40  # characters behind a total that may say more of it
NAMED = 2  # characters of what is counted, by which a price names it
TAKEN = ("revenue",)  # metrics of all that somebody takes, whatever for
BLUR = 0.015  # how much of itself a product may be rounded, to be told to be another
_CLAUSE = late(r"[;:()（）；：—–，]|,(?!\d)")
_STOP = late(r"[.;。；](?!\d)")
_HAN = late("[一-龥]+$")
_TIMES = late("[个一]?[天日月年周季晚班时]")


def no_product(claim: Claim, amounts: Sequence[Amount], text: str) -> bool:
    """Do a price and a count not make the total that stands by them, as far as words and other figures tell?"""
    words = doubt(claim.cue.lang)
    if words is None or len(claim.operands) == 1:
        return False
    total, price, *counts = claim.operands
    places = [a.index for a in claim.operands]
    around = amounts[max(min(places) - AROUND, 0) : max(places) + AROUND]
    near = [a for a in around if min(abs(a.sentence - b.sentence) for b in claim.operands) <= APART]
    return (
        _partial(total, counts, words)
        or words.bound.search(_clause(price.lead)) is not None
        or _some_left(claim, near, words)
        or _not_every_day(price, counts, words)
        or _of_two_things(claim, words)
        or _of_rounded(claim)
        or _with_other_income(claim, text)
        or (bool(counts) and _narrower(price, counts[0], words))
        or (
            len(counts) == 1
            and tried_out(msgspec.structs.replace(claim, operands=(*counts, price, total)))[0] is not None
        )
        or _by_a_rate(claim, near)
        or _with_another(claim, near, text)
    )


def _partial(total: Amount, counts: Sequence[Amount], words: Doubt) -> bool:
    """Do words say that a figure is only a part of what there is in all, a bound of it, or more than that?"""
    if any(words.done.search(_clause(count.lead)) for count in counts):
        return False  # what is counted is so far as much as is paid
    tail = _STOP.split(total.tail.lower())[0][:BEHIND]
    return words.part.search(_clause(total.lead)) is not None or words.behind.match(tail) is not None


def of_profit(claim: Claim) -> bool:
    """Is the total what is left of a product, and no price of shares: 净利润3.05亿元、销量1,402万吨、吨价279元?"""
    total, _, *counts = claim.operands
    return (
        total.figure is not None and "profit" in total.figure.metric and all(c.quantity.unit != "share" for c in counts)
    )


def _clause(lead: str) -> str:
    """The words of the clause of a figure before it."""
    return _CLAUSE.split(lead.lower())[-1]


def _some_left(claim: Claim, near: Sequence[Amount], words: Doubt) -> bool:
    """Do the words behind a product say that not all that is counted is in it, or not at that price?"""
    first = min(a.index for a in claim.operands)
    places = {a.sentence for a in claim.operands}
    own = [a for a in near if a.sentence in places and a.index >= first]
    if any(words.left.search(a.tail.lower()) for a in own):
        return True
    count = claim.operands[-1]
    return any(words.to_come.match(a.tail.lower()) for a in own if a not in claim.operands and a.like == count.like)


def _not_every_day(price: Amount, counts: Sequence[Amount], words: Doubt) -> bool:
    """Is a rate for a day one for days of work or trade, and counted for all of a stretch?"""
    dated = not counts or counts[0].sort == "length"
    said = _clause(price.lead) + " " + _CLAUSE.split(price.tail.lower())[0]
    return dated and words.workdays.search(said) is not None


def _of_two_things(claim: Claim, words: Doubt) -> bool:
    """Is a rate for one of something and for a stretch of time, and only one of the two is counted?"""
    total, price, *counts = claim.operands
    lead, tail = _clause(price.lead), _CLAUSE.split(price.tail.lower())[0][:BEHIND]
    timed = words.over.search(lead) or words.over.search(tail) or price.quantity.per in TIMES
    if not timed or not (price.quantity.per not in (None, *TIMES) or _for_a_thing(lead, tail, price)):
        return False
    if not counts or counts[0].sort == "length":
        return True
    if claim.factor != 1 or total.quantity.per == price.quantity.per is not None:
        return False
    around = _clause(total.lead) + " " + _CLAUSE.split(total.tail.lower())[0]
    over = words.over.search(around)
    if over is not None and over[0] in (lead, tail):
        return False
    return total.has("stretch") or over is not None or words.stretches.search(around) is not None


def _for_a_thing(lead: str, tail: str, price: Amount) -> bool:
    """Do words beside a rate say what it is for one of, other than a time?"""
    known = each(price.lang)
    found = [*known.before.finditer(lead), *known.behind.finditer(tail)] if known is not None else []
    if price.leading:
        return any(m["mean"] or m["one"] or not _TIMES.match(m["noun"]) for m in found)
    return any(nouns(m["noun"], price.lang) - TIMES for m in found)


def _with_other_income(claim: Claim, text: str) -> bool:
    """Is it all that somebody took, which is more than a price and a count make, and by no slip of the pen?"""
    total, *factors = claim.operands
    made = float(claim.factor)
    for a in factors:
        made *= a.size
    taken = total.figure is not None and total.figure.metric in TAKEN
    return taken and made < total.size < OTHER * made and not slipped(claim, text)


def _of_rounded(claim: Claim) -> bool:
    """Does a mean tie that is whole only since it is rounded?"""
    mean = rounded(claim.operands[1])
    if mean is None or not claim.operands[1].has("mean"):
        return False
    total, _, *counts = claim.operands
    return tried_out(msgspec.structs.replace(claim, operands=(total, mean, *counts)))[0] is not None


def _narrower(price: Amount, count: Amount, words: Doubt) -> bool:
    """Is a price for one of only some of what is counted: 游客320万人次，过夜游客人均消费1,860元?"""
    if not price.leading:
        return False
    label = _HAN.search(_CLAUSE.split(count.lead)[-1])
    name = left_over(count.lang, label[0])[-NAMED:] if label is not None else ""
    said = _CLAUSE.split(price.lead)[-1]
    at = said.find(name) if len(name) == NAMED else -1
    return at > 0 and left_over(price.lang, said[:at]) != "" and words.idle.fullmatch(said[:at]) is None


def _by_a_rate(claim: Claim, near: Sequence[Amount]) -> bool:
    """Does a share among its sentences make the product tie: a yield that is sold by four fifths, a price less 5%?"""
    low = high = float(claim.factor)
    for a in claim.operands[1:]:
        low, high = low * a.low, high * a.high
    total = claim.operands[0]
    first, last = min(a.index for a in claim.operands), max(a.index for a in claim.operands)
    for rate in near:
        if (
            rate.sort != "rate"
            or rate.quantity.change is not None
            or not first < rate.index <= last + 1
            or rate.has("moved")
        ):
            continue
        for less, more in ((rate.low, rate.high), (100 - rate.high, 100 - rate.low)):
            ends = low * less / 100, high * more / 100
            if 0 < ends[0] <= total.high and ends[1] >= total.low and ends[1] - ends[0] <= BLUR * ends[1]:
                return True
    return False


def _with_another(claim: Claim, near: Sequence[Amount], text: str) -> bool:
    """Does another figure near by tie in the place of one of its own, and far too well for an accident?"""
    for place, own in enumerate(claim.operands):
        for other in _others(claim, own, near):
            operands = (*claim.operands[:place], other, *claim.operands[place + 1 :])
            meant = msgspec.structs.replace(claim, operands=operands)
            of_it = other.index == own.index + 1 and other.sentence == own.sentence and other.has("split", "parts")
            likely = accident(meant) < (LOOSE if of_it else SHARP)
            if likely and tried_out(meant)[0] is not None and not one_slip_apart(other, own, text):
                return True
    return False


def _others(claim: Claim, own: Amount, near: Sequence[Amount]) -> Iterator[Amount]:
    """The figures near a product that are of the kind of one of its own."""
    for other in near:
        if other in claim.operands or other.sort != own.sort or not kin(other, own) or other.size == own.size:
            continue
        if other.quantity.kind == own.quantity.kind and other.size > 1:
            yield other
