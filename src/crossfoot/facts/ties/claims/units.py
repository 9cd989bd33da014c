"""What units multiply out to: the figures of an item in, claims out.

"$25 a share" and "1.84 million of its shares" make dollars, "亩产480公斤" and "18.6万亩" make kilograms: a figure that
is for one of something, a figure that counts that thing, and one of the measure of the first. Where only one figure
near by can be each of the two others, words leave no other reading; where several can, a tie is taken, and no failure
told. What does not stand in a row is only told where a slip of the pen explains it.
"""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterator, Sequence
from fractions import Fraction
from typing import NamedTuple

import msgspec

from crossfoot.days import DAY
from crossfoot.facts.ties.amounts import FEW, Amount, kin
from crossfoot.facts.ties.claims.products import SPREAD
from crossfoot.facts.ties.claims.related import Related
from crossfoot.facts.ties.claims.shapes import Claim, far, precedes
from crossfoot.facts.ties.meant.trial import accident, tried_out
from crossfoot.facts.ties.slips.mends import mends
from crossfoot.late import late
from crossfoot.lexicon.each import MOST as LONGEST
from crossfoot.lexicon.each import Each, each, nouns
from crossfoot.lexicon.measures import makes
from crossfoot.lexicon.units import forms, unit
from crossfoot.model import Period, RelationKind

FAR = 80  # characters before a figure in which words may say what it is for
ALL = 40  # characters before a figure in which "each" may stand
MOST, APART = 12, 2  # figures and sentences to either side in which the others stand
READINGS = 6
TIMES = frozenset({"hour", "day", "week", "month", "quarter", "year"})
CHANCE = 0.1  # that some slip would make a claim tie whose figures stand apart
HALF = 0.5  # what is rounded to a whole number is off by at the most
PAIR = 2  # figures of a mean over days that nobody counts
SHORT = 3  # letters of a word that names nothing
_BARE = {"count", "number"}
LEAST = 1.5  # times what there is for one that all of them have
_CLAUSE = late(r"[;:()（）；：—–，]|,(?!\d)")
LEAP = 2024  # a year with a 29th of February, behind one without
_PARTED = late(r"[;；]")
_HAN = late(r"[一-龥]+$")
_HAN_NEXT = late(r"[一-龥]+")


class Count(NamedTuple):
    """How many there are of what a figure is for one of."""

    amount: Amount
    factor: Fraction  # how many of it its unit has
    exact: bool  # words call both by one noun


class Bound(NamedTuple):
    """What one figure is for one of."""

    cue: Amount
    counts: list[Count]
    over: str | None  # the time that it is measured in, as its total must be


def by_unit(amounts: Sequence[Amount], text: str) -> Iterator[Related]:
    """The products that the units of some figures make."""
    words = each(amounts[0].lang) if amounts else None
    if words is None:
        return
    for cue in amounts:
        if cue.sort not in ("amount", "length") or not _plain(cue, moved=cue.leading) or cue.size <= 0:
            continue
        near = [a for a in amounts[max(cue.index - MOST, 0) : cue.index + MOST + 1] if _by(cue, a)]
        for bound in _bound(cue, near, words):
            related = list(_related(bound, near, words, text))
            yield from related
            if related:
                break


def _by(cue: Amount, other: Amount) -> bool:
    return other is not cue and abs(other.sentence - cue.sentence) <= APART


def _plain(amount: Amount, *, moved: bool = False) -> bool:
    """Is a figure how much there is, and not what something moved by (unless each did) or is aimed at?"""
    quantity = amount.quantity
    bounded = quantity.ranged or quantity.change is not None or quantity.approx not in (None, "~")
    return not bounded and not amount.has("aim", "more") and (moved or not amount.has("moved"))


def _bound(cue: Amount, near: Sequence[Amount], words: Each) -> Iterator[Bound]:
    """What a figure is for one of, as its unit or the words by it say, the surest first."""
    lead, tail = _CLAUSE.split(cue.lead.lower())[-1], cue.tail.lower()
    per = cue.quantity.per
    over = per if per in TIMES else None
    for names in _names(cue, lead, tail, words):
        over = over or next(iter(names & TIMES), None)
        counts = _counts(names, cue, near, words)
        if counts:
            timed = over if over not in names else None
            yield Bound(cue, counts, timed)
        elif "day" in names and cue.quantity.kind in ("count", "measure") and cue.leading:
            yield Bound(cue, [], None)
    if words.them is not None and (words.them.match(tail) or words.them_before.search(cue.lead.lower()[-ALL:])):
        yield from (Bound(cue, [Count(a, Fraction(1), True)], over) for a in _counted_last(cue, near))
    if words.owned is not None and words.owned.fullmatch(tail):
        behind = [a for a in near if a.index == cue.index + 1 and a.sentence == cue.sentence and _thing(a)]
        yield from (Bound(cue, [Count(a, Fraction(1), True)], over) for a in behind)
    if per in (None, *TIMES) and (cue.has("mean") or over is not None):
        yield from (Bound(cue, [Count(a, Fraction(1), False)], over) for a in near if _by_it(cue, a, words))


def _by_it(cue: Amount, count: Amount, words: Each) -> bool:
    """Is it told in one breath how many each have what a figure says: "46 flats at an average of £1,150 a month"?"""
    if not _thing(count) or count.quantity.kind != "count" or count.sentence != cue.sentence:
        return False
    if count.index == cue.index - 1:
        return _CLAUSE.search(count.tail[: cue.span.start - count.span.end]) is None
    between = cue.tail[: count.span.start - cue.span.end].strip().lower()
    return count.index == cue.index + 1 and between in words.rows.among


def _counted_last(cue: Amount, near: Sequence[Amount]) -> list[Amount]:
    """What a sentence has counted last before a figure; or the only thing that the one before it has."""
    before = [a for a in near if a.index < cue.index and a.sentence == cue.sentence and _thing(a) and not a.has("more")]
    if before:
        return before[-1:]
    last = [a for a in near if a.sentence == cue.sentence - 1 and _thing(a)]
    return last if len(last) == 1 else []


def _thing(amount: Amount) -> bool:
    """Is it so many of something?"""
    quantity = amount.quantity
    return quantity.kind in ("count", "number") and quantity.per is None and _plain(amount) and amount.size > 1


def _names(cue: Amount, lead: str, tail: str, words: Each) -> Iterator[frozenset[str]]:
    """The units or nouns of the one thing that a figure is for."""
    if cue.quantity.per is not None:
        yield frozenset((cue.quantity.per,))
    if cue.leading:
        for word, of in words.rows.called:
            if word in lead and of:
                yield frozenset((of, word[:1]))
                break
        found = list(words.before.finditer(lead))
        if found:
            last = found[-1]
            noun = last["noun"] or last["mean"] or last["one"]
            yield _prefixes(noun) | ({unit_} if (unit_ := _unit(noun, cue.lang)) else frozenset())
        return
    said = words.behind.match(tail)
    if said is not None and not words.unsure.search(lead):
        yield nouns(said["noun"], cue.lang)
    found = list(words.before.finditer(cue.lead.lower()[-FAR:]))
    if found:
        yield nouns(found[-1]["noun"], cue.lang)


def _prefixes(noun: str) -> frozenset[str]:
    """What a run of characters may begin with, the measure word before a noun left out: "个项目", "公里造价"."""
    starts = (0, 1) if len(noun) > 2 else (0,)
    return frozenset(noun[i : i + size] for i in starts for size in range(1, LONGEST + 1) if i == 0 or size > 1)


def _unit(noun: str, lang: str) -> str:
    known = forms(lang)
    return next((known[noun[:size]].id for size in range(len(noun), 0, -1) if noun[:size] in known), "")


def _counts(names: frozenset[str], cue: Amount, near: Sequence[Amount], words: Each) -> list[Count]:
    """The figures that count what a figure is for one of: those of its very noun, else of one that counts the same."""
    found = [count for a in near if (count := _counting(a, names, cue, words)) is not None]
    exact = [count for count in found if count.exact]
    return exact or found


def _counting(amount: Amount, names: frozenset[str], cue: Amount, words: Each) -> Count | None:
    quantity = amount.quantity
    if quantity.per is not None or not _plain(amount) or quantity.currency or amount.size <= 1:
        return None
    if amount.has("each") and amount.leading:
        return None
    if quantity.kind in ("measure", "duration"):
        if quantity.unit in names:
            return Count(_exact(amount) if quantity.kind == "duration" else amount, Fraction(1), True)
        factor = next((f for name in sorted(names) if (f := makes(quantity.unit, name)) is not None), None)
        return Count(amount, factor, True) if factor is not None and quantity.kind == "measure" else None
    if quantity.kind not in ("count", "number"):
        return None
    own = _things(amount, words)
    if own & names:
        return Count(amount, Fraction(1), True)
    if any(words.same(one, name) for one in own for name in names):
        return Count(amount, Fraction(1), False)
    return None


def _exact(lasting: Amount) -> Amount:
    """So many days as are counted: "sold in six days, an average of 810 a day"."""
    if lasting.quantity.step != 1:
        return lasting
    counted = msgspec.structs.replace(lasting.quantity, kind="count")
    return msgspec.structs.replace(lasting, quantity=counted, low=lasting.size, high=lasting.size, figures=())


def _things(amount: Amount, words: Each) -> frozenset[str]:
    """The units and nouns of what a figure counts."""
    unit_ = amount.quantity.unit
    own = frozenset((unit_,)) if unit_ else frozenset()
    if any(p.figure.metric == "employees" for p in amount.figures):
        own |= {"employee", "person"}
    if amount.leading:
        label = _HAN.search(_CLAUSE.split(amount.lead)[-1])
        called = label[0] if label is not None else ""
        behind = _HAN_NEXT.match(amount.tail)
        after = behind[0] if behind is not None else ""
        own |= {called[-size:] for size in range(1, LONGEST + 1) if len(called) >= size}
        return own | {after[:size] for size in range(2, LONGEST + 1) if len(after) >= size}
    if amount.quantity.kind == "number" and words.things is not None and words.numbered is not None:
        said = words.things.match(amount.tail.lower())
        own |= nouns(said["noun"], amount.lang) if said is not None else frozenset()
        told = words.numbered.search(amount.lead.lower())
        own |= nouns(told["noun"] or told["thing"], amount.lang) if told is not None else frozenset()
    return own


def _totals(bound: Bound, near: Sequence[Amount], words: Each) -> list[tuple[Amount, Fraction]]:
    """The figures of the measure of what there is for one, and how many of its unit theirs has."""
    cue, found = bound.cue, list[tuple[Amount, Fraction]]()
    counts = {count.amount.index for count in bound.counts}
    least = LEAST if all(c.amount.size * c.factor > 1 for c in bound.counts) else 0.0  # 250 grams at so much a kilogram
    for total in near:
        if total.sort != cue.sort or not _plain(total, moved=cue.has("moved")):
            continue
        if (total.index in counts and len(counts) == 1) or _each_too(total, bound):
            continue
        factor = _measure(total, cue, words)
        if factor is None:
            continue
        made = [factor * times for times in _times(total, bound, words)]
        found += [(total, many) for many in made if total.size > least * cue.size * float(many)]
    found = [one for one in found if one[0].quantity.per == bound.over] or found
    beside = [one for one in found if _beside(one[0], cue)]
    return beside or found


def _beside(one: Amount, other: Amount) -> bool:
    """Does no figure stand between two, nor a mark that parts a sentence?"""
    first, last = (one, other) if one.index < other.index else (other, one)
    return (
        last.index == first.index + 1 and last.sentence == first.sentence and not _PARTED.search(first.tail + last.lead)
    )


def _times(total: Amount, bound: Bound, words: Each) -> Sequence[int]:
    """How many times the time of a figure its total is of: 12 of "£1,150 a month" and "£634,800 a year"."""
    cue, over, per = bound.cue, bound.over, total.quantity.per
    if per == over:
        return (1,)
    if per is None:
        return _stretches(total, over, words)
    if over is None:  # "2.7 million kilometres a year, or 45,000 per van", "22 euros a square metre, or 39,600 a month"
        return (1,) if per in TIMES and _beside(total, cue) else ()
    return SPREAD.get((per, over), ())


def _stretches(total: Amount, over: str | None, words: Each) -> Sequence[int]:
    """The same of one whose words say of what stretch it is, if at all: "一年租金63.48万元"."""
    clause = _CLAUSE.split(total.lead.lower())[-1]
    said = next((of for word, of in words.rows.stretch if word in clause), None)
    return (1,) if said in (None, over) else SPREAD.get((said, over or ""), ())


def _each_too(total: Amount, bound: Bound) -> bool:
    """Is it for one of something too, as its words say?"""
    plain = total.quantity.per is None and bound.over is None
    return total.has("each") and plain and (total.leading or total.has("mean"))


def _measure(total: Amount, cue: Amount, words: Each) -> Fraction | None:
    """How many of the unit of a total make one of that of a figure for each; None where they are of two measures."""
    one, other = cue.quantity, total.quantity
    if one.kind == other.kind == "money":
        return Fraction(1) if kin(cue, total) else None
    if one.kind == other.kind == "measure":
        return Fraction(1) if one.unit == other.unit else makes(one.unit, other.unit)
    if one.kind == other.kind == "duration":
        return Fraction(1) if one.unit == other.unit else None
    if one.kind in (*_BARE, "measure") and not _measured(cue) and other.kind in _BARE:
        alike = one.unit == other.unit or not one.unit or not other.unit or words.same(one.unit, other.unit)
        return Fraction(1) if alike else None
    return None


def _measured(cue: Amount) -> bool:
    """Is a figure for each of a measure, and no rounded number of things: so many tonnes a hectare?"""
    known = unit(cue.quantity.unit) if cue.quantity.kind == "measure" else None
    return known is not None and known.dimension != "count"


def _related(bound: Bound, near: Sequence[Amount], words: Each, text: str) -> Iterator[Related]:
    """The product that is meant: one that ties, else the only one that words and places leave."""
    claims = _asked(bound, near, words)
    tying = next((c for c in [*claims, *_bare(claims, near)] if tried_out(c)[0] is not None), None)
    if tying is None and (mean := rounded(bound.cue)) is not None:
        bound = bound._replace(cue=mean)
        claims = _asked(bound, near, words)
        tying = next((c for c in claims if tried_out(c)[0] is not None), None)
    if tying is not None:
        yield Related("units", (tying,), False)
        return
    meant, plain = _narrowed(claims, near, words)
    if not meant:
        return
    # Over a year there may be empty flats, and weeks off.
    sure = meant[0].sure and _sure(meant, bound, near, words)
    again = words.again.match(bound.cue.lead.lower()) is not None
    # In a row stand what was paid for a part, and means of some: told is what words repeat, a month's days, or a slip.
    told = (
        again
        or _mean(meant[0], near, words)
        or (not bound.counts and _in_a_row(meant[0], near))
        or slipped(meant[0], text)
    )
    plain = plain and sure and len(meant) == 1 and told
    yield Related("units", tuple(meant[:READINGS]), sure, plain)


def _mean(claim: Claim, near: Sequence[Amount], words: Each) -> bool:
    """Are a mean, how many it is of and what they have in all told one behind the other?"""
    own, cue = [a.index for a in claim.operands], claim.cue
    each = words.them is not None and words.them.match(cue.tail.lower()) is not None  # also what comes on top is paid
    return (
        claim.sure
        and cue.has("mean")
        and not cue.has("split")
        and not each
        and max(own) - min(own) < len(own)
        and _in_a_row(claim, near)
    )


def _asked(bound: Bound, near: Sequence[Amount], words: Each) -> list[Claim]:
    """What may be told of a figure for one: with what is counted, else over the days of a stretch."""
    return list((_claims if bound.counts else _spread_over)(bound, near, words))


def slipped(claim: Claim, text: str) -> bool:
    """Would one slip of the pen explain that a claim does not tie, and not too easily?"""
    least = accident(claim)
    return any(not mend.right.odd and mend.right.likes * least < CHANCE for mend in mends([claim], text))


def rounded(cue: Amount) -> Amount | None:
    """A mean of what is counted, which is whole only since it is rounded: "an average of 609 machines for each"."""
    quantity = cue.quantity
    if quantity.kind not in ("count", "number") or quantity.step != 1 or quantity.scale != 1 or cue.low != cue.high:
        return None
    if cue.size <= FEW or not (cue.has("mean") or quantity.per is not None):
        return None
    plain = msgspec.structs.replace(quantity, kind="measure")
    low, high = float(quantity.low) - HALF, float(quantity.low) + HALF
    return msgspec.structs.replace(cue, quantity=plain, low=low, high=high, figures=())


def _claims(bound: Bound, near: Sequence[Amount], words: Each) -> Iterator[Claim]:
    cue = bound.cue
    mean = cue.has("mean") and cue.quantity.per is None and not _measured(cue)  # so much a hectare is no mean of them
    timed = any(count.amount.sort == "length" for count in bound.counts)
    kind: RelationKind = "average" if mean or timed else "product"
    for total, factor in _totals(bound, near, words):
        for count, many, _ in bound.counts:
            smaller = total.size < count.size and cue.size > FEW and {total.quantity.kind, count.quantity.kind} <= _BARE
            if count is total or smaller:
                continue
            cost = far(cue, total) + min(far(cue, count), far(total, count))
            sure = total.quantity.per == bound.over
            yield Claim(kind, "product", (total, cue, count), cue, cost, factor=factor * many, said=True, sure=sure)


def _spread_over(bound: Bound, near: Sequence[Amount], words: Each) -> Iterator[Claim]:
    """A total right before what there was on each day of its month, or of the days that it names."""
    cue = bound.cue
    for total, factor in _totals(bound, near, words):
        period = total.figure.period if total.figure is not None else None
        if total.sentence != cue.sentence or total.index > cue.index or period is None:
            continue
        for days in _days(period, words):
            yield Claim(
                "average", "product", (total, cue), cue, far(cue, total), factor=factor * days, said=True, sure=True
            )


def _days(period: Period, words: Each) -> tuple[int, ...]:
    """How many days a period may have, though nobody dates its year.

    >>> [_days(Period(None, None, label), each("zh")) for label in ("7月", "10月1日至7日", "本月")]
    [(31,), (7,), ()]
    """
    if period.start is not None and period.end is not None:
        return ((period.end - period.start).days,)
    found = next((m for pattern in words.stretches if (m := pattern.fullmatch(period.label))), None)
    if found is None:
        return ()
    try:
        ends = [_day(found, year) for year in (LEAP - 1, LEAP)]
    except ValueError:  # no such day
        return ()
    return tuple(sorted({(last - first).days for first, last in ends if last > first}))


def _day(found: re.Match[str], year: int) -> tuple[dt.date, dt.date]:
    """The first day of a stretch, and the day after its last."""
    first = dt.date(year, int(found["month"]), int(found["day"] or 1))
    if found["last"] is None:
        return first, (first.replace(day=28) + 4 * DAY).replace(day=1)
    return first, dt.date(year, int(found["until"] or found["month"]), int(found["last"])) + DAY


def _bare(claims: Sequence[Claim], near: Sequence[Amount]) -> Iterator[Claim]:
    """The same of numbers by which no noun stands: "4.1 million tonnes at home, leaving 3.46 million for export"."""
    bare = [a for a in near if a.quantity.kind == "number" and a.quantity.scale_word is not None and _plain(a)]
    for claim in claims:
        own = {a.index for a in claim.operands}
        for amount in bare if len(own) > PAIR else ():
            if amount.index not in own:
                yield msgspec.structs.replace(claim, operands=(*claim.operands[:2], amount))


def _narrowed(claims: Sequence[Claim], near: Sequence[Amount], words: Each) -> tuple[list[Claim], bool]:
    """Those that may be meant, and whether places alone say so: figures side by side, or those of a sentence."""
    found = [c for c in claims if not (_parted(c, near) or _part(c.operands[0]) or _part(c.operands[-1]))]
    together = [c for c in found if _in_a_row(c, near)]
    plain = [c for c in found if not any(a.has("base", "then") for a in (c.operands[0], c.operands[-1]))]
    found = plain or found
    if together:
        least = min(_spread(c) for c in together)
        return [c for c in together if _spread(c) == least], True
    for place in (0, -1):
        inside = [c for c in found if c.operands[place].sentence == c.cue.sentence]
        found = inside or found
    if len(found) > 1:
        named = [c for c in found if c.operands[0].has("total", "whole") or _alike(c.operands[0], c.cue, words)]
        if 0 < len(named) < len(found):
            return named, False
    return found, True


def _part(amount: Amount) -> bool:
    """Is a figure one of a list, or, where words stand before what they are of, one that is only compared with?"""
    listed = amount.run[1] > 1 or any(split.sure for split in amount.under)
    return listed or amount.has("rest") or (amount.leading and amount.has("base", "then"))


def _in_a_row(claim: Claim, near: Sequence[Amount]) -> bool:
    """Do the figures of a claim stand in one sentence with no other level between them?"""
    own = sorted(a.index for a in claim.operands)
    if len({a.sentence for a in claim.operands}) > 1:
        return False
    between = [a for a in near if own[0] < a.index < own[-1] and a.index not in own]
    row = (*between, *claim.operands)
    if any(
        _PARTED.search(a.lead if a.index > own[0] else "") or _PARTED.search(a.tail if a.index < own[-1] else "")
        for a in row
    ):
        return False
    return all(a.sort in ("rate", "points") or a.has("base", "then", "moved") for a in between)


def _spread(claim: Claim) -> int:
    own = [a.index for a in claim.operands]
    return max(own) - min(own)


def _alike(total: Amount, cue: Amount, words: Each) -> bool:
    """Do the words before two figures share one: "业务收入" and "件均收入", "revenue" and "revenue per parcel"?"""
    own = [_CLAUSE.split(a.lead.lower())[-1] for a in (total, cue)]
    if cue.leading:
        pairs = [{words_[i : i + 2] for i in range(len(words_) - 1)} for words_ in own]
    else:
        pairs = [
            {word for word in words_.split() if len(word) > SHORT and word not in words.rows.idle} for words_ in own
        ]
    return bool(pairs[0] & pairs[1])


def _sure(claims: Sequence[Claim], bound: Bound, near: Sequence[Amount], words: Each) -> bool:
    """Do words bind the figures of some claims: a price and what is paid side by side, or a price and how many?"""
    first = claims[0]
    total, cue, count = first.operands[0], first.operands[1], first.operands[-1]
    places = {a.sentence for a in first.operands}
    beside = any(_beside(a, cue) for a in (total, count))
    if max(places) - min(places) > (APART if beside else 1) or not (beside or len(claims) == 1):
        return False
    if not (_in_a_row(first, near) or any(c.exact for c in bound.counts if c.amount.index == count.index)):
        return False
    if bounded(cue):
        return False
    then = total.has("then") and not _in_a_row(first, near)
    if cue.has("base", "then") or then or _of_other_times(first):
        return False
    own = {a.index for a in first.operands}
    others = [
        a for a in near if a.index not in own and a.sentence in places and a.has("each") and not a.has("base", "then")
    ]
    return not any(kin(a, cue) and a.sort == cue.sort and a.quantity.kind == cue.quantity.kind for a in others)


def bounded(cue: Amount) -> bool:
    """Do words say that a figure for each is a bound, or may be and is not?"""
    words = each(cue.lang)
    return words is not None and words.unsure.search(_CLAUSE.split(cue.lead.lower())[-1]) is not None


def _parted(claim: Claim, near: Sequence[Amount]) -> bool:
    """Does a mark part the figures of a claim, which stand in one sentence: "每吨7.80万元；铜管结算8,100万元"?"""
    if len({a.sentence for a in claim.operands}) > 1:
        return False
    own = sorted(claim.operands, key=lambda a: a.index)
    between = [a for a in near if own[0].index < a.index < own[-1].index]
    return any(_PARTED.search(a.tail) for a in (own[0], *between)) or any(_PARTED.search(a.tail) for a in own[:-1])


def _of_other_times(claim: Claim) -> bool:
    """Do facts know two figures of it for different times?"""
    total, cue, *_ = claim.operands
    return precedes(total, cue) is not None or precedes(cue, total) is not None
