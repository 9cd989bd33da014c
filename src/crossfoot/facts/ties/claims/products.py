"""The products that a cue may ask for: so many at so much each, so many times as much, an amount at a rate of exchange.

What is counted, what is paid and what is paid for each of them differ in kind: a price a tonne is multiplied by tonnes.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from fractions import Fraction
from functools import cache
from operator import attrgetter

import msgspec

from crossfoot.facts.ties.amounts import Amount, kin
from crossfoot.facts.ties.claims.shapes import AGAINST, NAMED, TORN_MOST, UNMARKED, Around, Claim, far
from crossfoot.late import late
from crossfoot.lexicon.cued import each_words
from crossfoot.lexicon.measures import makes
from crossfoot.lexicon.metrics import metric
from crossfoot.lexicon.units import forms
from crossfoot.model import RelationKind

_OF_TIME = frozenset({"day", "month", "quarter", "week", "year"})
SPREAD = {  # how many of the one the other may have
    ("year", "day"): (365, 366),
    ("year", "week"): (52,),
    ("year", "month"): (12,),
    ("year", "quarter"): (4,),
    ("quarter", "day"): (90, 91, 92),
    ("quarter", "month"): (3,),
    ("month", "day"): (28, 29, 30, 31),
    ("week", "day"): (7,),
    ("", "day"): (28, 29, 30, 31, 90, 91, 92, 181, 184, 365, 366),
    ("", "month"): (3, 6, 12),
    ("", "quarter"): (4,),
    ("", "week"): (52,),
}
_EACH = late("(?:每(?:一)?([一-龥]{1,4})[^，；。]{0,8}|(?![平成])([一-龥])均(?!价)[^每，；。]{0,6})$")
_ALONE = frozenset({"head", "person", "capita", "employee", "worker"})  # one by any of these names
MOST_LOT = 1000  # of what is counted by the lot: "3.50 yuan for every 10 shares"
OF_WORK = (0.5, 0.8)  # of all days: those of work or trade
NEXT = 2.5  # cost up to which figures stand by each other
CLEAR = 1.0  # what every other choice costs more
APART = 1.5  # that a count which nothing names stands apart from others


def product(cue: Amount, near: Around) -> Iterator[Claim]:
    """So many at so much each; an average is said to be one where nothing else near could be what is counted or paid.

    A price need not be what was paid: "raised 494 million by selling 40 million shares, which closed at 13.20 yuan".
    """
    claims = sorted(_products(cue, near), key=attrgetter("cost"))
    mean = bool(claims) and (claims[0].kind == "average" or cue.has("mean"))
    only = mean and claims[0].cost <= NEXT and not claims[0].torn
    for claim in claims:
        only = only and claim.operands == claims[0].operands and _together(claim)
        yield msgspec.structs.replace(claim, said=True) if only and not _rivalled(claim, claims) else claim


def _together(claim: Claim) -> bool:
    """Do its figures stand in one sentence, or in two that follow each other?"""
    places = [a.sentence for a in claim.operands]
    return max(places) - min(places) <= 1


def _rivalled(claim: Claim, claims: Sequence[Claim]) -> bool:
    """Is there a claim of other figures that is nearly as likely?"""
    return any(c.operands != claim.operands and c.cost < claim.cost + CLEAR for c in claims)


def _products(cue: Amount, near: Around) -> Iterator[Claim]:
    if cue.sort != "amount":
        return
    lot = _lot(cue, near)
    if lot is None and not cue.has("each") and not _priced(cue, near):
        return
    each = lot.quantity.unit if lot is not None else per_unit(cue)
    priced = cue.quantity.kind == "money" and (lot is not None or cue.quantity.per is not None)
    priced = priced or (cue.quantity.kind == "measure" and bool(each))  # so much a hectare
    kind: RelationKind = "average" if each in _OF_TIME or (cue.has("mean") and not priced) else "product"
    levels = [a for a in near if a.sort in ("amount", "length") and a is not lot]
    for total, factor in _totals(cue, levels, each):
        away = far(cue, total)
        if _same_metric(cue, total):
            away = min(away, NAMED)
        if each in _OF_TIME:
            yield from _spread(cue, total, each, away)
        for count in levels:
            if count is total or (fit := _counted(cue, count, each)) is None:
                continue
            cost = min(away, far(cue, count)) + min(far(total, count), away) + fit
            cost += 0.5 if count.has("base", "moved") else 0
            cost += UNMARKED * (total.has("base") and not cue.has("base"))
            torn = total.size <= cue.size and kin(total, cue)
            if not torn or cost <= TORN_MOST:
                each_of = factor * _makes(each, count)
                each_of = each_of / lot.quantity.low if lot is not None else each_of
                yield Claim(kind, "product", (total, cue, count), cue, cost, factor=each_of, torn=torn)


def _priced(cue: Amount, near: Around) -> bool:
    """Is it what each of some shares goes for: "bought 1.6 million shares at $41.25"?"""
    lead = cue.lead.lower()
    if cue.quantity.kind != "money" or not lead.endswith((" at ", " at around ")):
        return False
    return any(a.index == cue.index - 1 and (a.quantity.unit == "share" or " shares" in lead) for a in near)


def _lot(cue: Amount, near: Around) -> Amount | None:
    """How many one price is of: "每10股派3.50元", "3.50 yuan for every 10 shares"."""
    for lot in near:
        beside = lot.sentence == cue.sentence and abs(lot.index - cue.index) == 1
        if beside and lot.quantity.kind == "count" and 1 < lot.quantity.low <= MOST_LOT:
            before = lot.lead.rstrip().lower()
            if before.endswith("每" if cue.leading else ("every", "each", "per")):
                return lot if (lot.index < cue.index) == cue.leading else None
    return None


def _totals(cue: Amount, levels: Sequence[Amount], each: str) -> Iterator[tuple[Amount, Fraction]]:
    """What the parts may make together, and how many of the unit of the parts its unit has."""
    for total in levels:
        if total.sort != "amount":
            continue
        if total.has("each") and not (total.quantity.per in _OF_TIME and each in _OF_TIME):
            continue
        if kin(total, cue):
            yield total, Fraction(1)
        elif total.quantity.kind == cue.quantity.kind == "measure":
            many = makes(total.quantity.unit, cue.quantity.unit)
            if many is not None:
                yield total, 1 / many


def _spread(cue: Amount, total: Amount, each: str, away: float) -> Iterator[Claim]:
    """A total over the days of its month, or over the months of a year."""
    over = total.quantity.per or ""
    if over and (over, each) not in SPREAD:
        return
    figure, counts = total.figure, SPREAD.get((over, each), ())
    period = figure.period if figure is not None else None
    if not over and each == "day" and period is not None and period.start is not None and period.end is not None:
        counts = ((period.end - period.start).days,)
        traded = cue.quantity.kind == "money" or cue.quantity.unit in ("share", "lot")
        if traded and OF_WORK[0] * counts[0] < total.size / (cue.size or 1) < OF_WORK[1] * counts[0]:
            return  # "10月成交额38万亿元，日均成交2.1万亿元": of days of trade
    torn, cost = total.size <= cue.size and kin(total, cue), away + 1.0 - 0.5 * (len(counts) == 1)
    for count in counts if not torn or cost <= TORN_MOST else ():
        yield Claim("average", "product", (total, cue), cue, cost, factor=Fraction(count), torn=torn)


def _counted(cue: Amount, count: Amount, each: str) -> float | None:
    """What it costs to take a figure for how many there are; None where it is of another thing."""
    quantity = count.quantity
    if quantity.kind not in ("count", "number", "measure", "duration") or quantity.currency or count.has("each"):
        return None
    if count.like is not None and count.like == cue.like and (quantity.kind != "count" or cue.leading):
        return None  # no passengers are multiplied by passengers
    if (quantity.kind == "duration") != (each in _OF_TIME) and each:
        return None
    if quantity.kind == "duration":
        return 0.0 if quantity.unit == each else None
    if quantity.unit == cue.quantity.unit and quantity.kind == cue.quantity.kind:
        return AGAINST
    if not each or quantity.kind == "number":
        return APART / 2 if quantity.kind == "number" else 0.0
    if quantity.unit == each or _makes(each, count) != 1 or (each in _ALONE and quantity.unit in _PEOPLE):
        return 0.0
    return None if cue.leading or quantity.kind == "measure" else APART


def _makes(each: str, count: Amount) -> Fraction:
    """How many of what a price is for make one of what is counted: 1,000 kilograms a tonne."""
    many = makes(count.quantity.unit, each) if count.quantity.kind == "measure" else None
    return many if many is not None else Fraction(1)


_PEOPLE = frozenset({"person", "employee", "worker", "member", "inhabitant", "resident", "people", "staff", "job"})


def per_unit(cue: Amount) -> str:
    """The unit that one of is meant."""
    if cue.quantity.per is not None:
        return cue.quantity.per
    if not cue.leading:
        return ""
    for word, called in each_words(cue.lang):
        if word in cue.lead[-8:]:
            return called
    found = _EACH.search(cue.lead)
    return _unit(found[1] or found[2], cue.lang) if found is not None else ""


@cache
def _unit(word: str, lang: str) -> str:
    for form in (word[:size] for size in range(len(word), 0, -1)):
        if form in forms(lang):
            return forms(lang)[form].id
    return word[0]


def _same_metric(one: Amount, other: Amount) -> bool:
    """Do facts know both for the same measure: revenue, and revenue a head?"""
    a, b = one.figure, other.figure
    return a is not None and b is not None and a.metric == b.metric and metric(a.metric) is not None


def multiple(cue: Amount, near: Around) -> Iterator[Claim]:
    """A figure that is so many times another."""
    if cue.sort != "multiple":
        return
    levels = [a for a in near if a.sort == "amount"]
    at = {a.index: a for a in levels if a.sentence == cue.sentence}
    now_said, base_said = at.get(cue.index - 1), at.get(cue.index + 1)
    if cue.leading and cue.lead.rstrip().endswith("的"):  # "3,420亿元，为上周1,140亿元的3倍"
        now_said, base_said = at.get(cue.index - 2), now_said
    offered = cue.has("offered")
    issues = {a.index: a.size for a in levels if _issued(a)} if offered else {}
    largest = max(issues.values(), default=0.0)
    for now in levels:
        for base in levels:
            if now is base or not kin(now, base):
                continue
            cost = far(cue, now) + (UNMARKED if now_said is not None and now is not now_said else 0.0)
            away = min(far(cue, base), far(now, base))
            if offered:
                away = min(away, NAMED) if base.index in issues else away + UNMARKED
                away += 0.5 * (base.size < largest)  # all of it, and not a part
            elif base_said is not None and base is not base_said:
                away += UNMARKED
            torn = (now.size > base.size) != (cue.size > 1)
            if not torn or cost + away <= TORN_MOST:
                whole = base is base_said or (offered and base.size == largest)
                said = whole and now is now_said
                if cue.has("valued") and not said and not (now.has("each") or base.has("each")):
                    continue
                yield Claim("ratio", "product", (now, base, cue), cue, cost + away, said=said, torn=torn)


def _issued(amount: Amount) -> bool:
    """Is it what somebody has sold of bonds or shares?"""
    return (amount.figure is not None and amount.figure.metric == "issue_amount") or amount.has("issued")


def exchange(cue: Amount, near: Around) -> Iterator[Claim]:
    """An amount in two currencies, at a rate that is given."""
    if cue.sort != "amount" or not cue.has("exchange"):
        return
    money = [a for a in near if a.sort == "amount" and a.quantity.kind in ("money", "number", "count")]
    money = [a for a in money if a.size != 1 and (a.quantity.kind == cue.quantity.kind or a.quantity.kind != "count")]
    for many in money:
        if many is cue or not kin(many, cue):
            continue
        for one in money:
            if many is one or one.quantity.kind != "money" or kin(one, cue):
                continue
            cost = min(far(cue, many), far(cue, one)) + far(many, one) + 0.5 * (one.has("each") != many.has("each"))
            torn = many.size <= cue.size
            if not torn or cost <= TORN_MOST:
                yield Claim("conversion", "product", (many, one, cue), cue, cost, torn=torn)
