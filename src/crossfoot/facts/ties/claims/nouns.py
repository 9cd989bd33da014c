"""Figures that words call by the noun that another figure counts: the figures of an item in, claims out.

"27 dollars per visit" is for each of "31.2 million visits", wherever these stand; "109,120 of the passengers, or 44%"
is a part of "248,000 passengers". What all of them make is of the measure of what each gets; where only one figure can
be it, no reading is left.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from crossfoot.facts.ties.amounts import Amount, kin
from crossfoot.facts.ties.claims.shapes import Claim, level
from crossfoot.lexicon.dealing import Dealing, counted, dealing
from crossfoot.lexicon.metrics import metric, metric_forms

FAR, MOST = 8, 24  # sentences, and figures, between what is counted and what each of them gets
MAY = ("then", "each", "gap")  # marks with which a figure may still be how many there are
WORKERS = frozenset({"person", "employee", "worker", "member", "staff", "head", "capita", "job"})


def by_noun(amounts: Sequence[Amount]) -> Iterator[tuple[list[Claim], bool]]:
    """The readings of each figure that words call by a noun, and whether their words are sure that one is meant."""
    words = dealing(amounts[0].lang) if amounts else None
    if words is None:
        return
    for amount in amounts:
        if amount.sort == "rate":
            yield from _part_of(amount, amounts, words)
        elif amount.sort == "amount":
            yield from _dealt(amount, amounts, words)


def _part_of(rate: Amount, amounts: Sequence[Amount], words: Dealing) -> Iterator[tuple[list[Claim], bool]]:
    """A part of what a noun names, and how much of it that is."""
    if rate.quantity.change is not None or rate.has("moved", "up", "down", "base") or not rate.index:
        return
    part, said = amounts[rate.index - 1], words.of.fullmatch(rate.lead.lower())
    if said is None or not said["noun"] or part.sort != "amount" or part.sentence != rate.sentence:
        return
    wholes = [a for a in _counting(said["noun"], amounts, part) if a.size > part.size and level(a, *MAY)]
    wholes = [a for a in wholes if a.index < part.index] or wholes
    if len(wholes) == 1 and kin(part, wholes[0]):
        yield [Claim("share", "share", (part, wholes[0], rate), rate, 0.0, said=True, sure=True)], True


def _dealt(each: Amount, amounts: Sequence[Amount], words: Dealing) -> Iterator[tuple[list[Claim], bool]]:
    """What each of some things gets, how many they are, and what they make."""
    quantity = each.quantity
    if each.lead.lower().endswith(words.one):
        yield from _for_every(each, amounts)
    if quantity.change is not None or quantity.ranged or quantity.approx not in (None, "~"):
        return
    if each.has("moved", "base", "then", "aim", "more"):
        return
    lead, tail = each.lead.lower().rpartition(",")[2], each.tail.lower()
    if words.able.search(lead):
        return
    counts = _counts(each, amounts, words, lead, tail)
    totals, sure = _totals(each, amounts, lead)
    if len(counts) != 1:
        return
    last = amounts[each.index - 1] if each.index else each
    if last.sentence == each.sentence and last in totals and words.again.fullmatch(each.lead.lower()):
        totals, sure = [last], True  # "cost 61,560 euros, or 18 euros a claim"
    claims = [
        Claim("average", "product", (total, each, counts[0]), each, 0.0, said=True, sure=True)
        for total in totals
        if total is not counts[0]
    ]
    if claims:
        yield claims, sure


def _counts(each: Amount, amounts: Sequence[Amount], words: Dealing, lead: str, tail: str) -> list[Amount]:
    """What is counted of the things that each is for."""
    if words.them.match(tail) or words.them_before.search(lead):
        before = [
            a
            for a in _around(each, amounts)
            if a.index < each.index and a.sentence == each.sentence and a.quantity.kind == "count"
        ]
        return [a for a in before[-1:] if level(a, *MAY)]
    said = words.behind.match(tail)
    said = said or next(iter(reversed(list(words.before.finditer(lead)))), None)
    if said is not None:
        return _counting(said["noun"], amounts, each)
    return []


def _counting(noun: str, amounts: Sequence[Amount], beside: Amount) -> list[Amount]:
    """The figures that count what a noun of one to three words names."""
    nouns = noun.split(" ")
    units = {counted(" ".join(nouns[: i + 1]), beside.lang) for i in range(len(nouns))}
    found = [
        a
        for a in _around(beside, amounts)
        if a is not beside and a.quantity.kind == "count" and a.quantity.unit in units and a.size > 1 and _counts_all(a)
    ]
    if not found and units & WORKERS:
        found = [
            a
            for a in _around(beside, amounts)
            if a.figure is not None and a.figure.metric == "employees" and level(a, *MAY)
        ]
    found = [a for a in found if not a.has("each")]
    own = [a for a in found if a.sentence == beside.sentence and a.index < beside.index]
    return own if len(own) == 1 else found


def _around(each: Amount, amounts: Sequence[Amount]) -> list[Amount]:
    """The figures that may be of the same things as another: not too many, so that the work grows with the text."""
    near = amounts[max(each.index - MOST, 0) : each.index + MOST]
    return [a for a in near if abs(a.sentence - each.sentence) <= FAR]


def _totals(each: Amount, amounts: Sequence[Amount], lead: str) -> tuple[list[Amount], bool]:
    """The larger figures of what each gets; and whether they count the same, or are of the metric that words name."""
    found = [
        a
        for a in _around(each, amounts)
        if a.sort == "amount" and a.like is not None and kin(a, each) and a.size > each.size and level(a, *MAY)
    ]
    found = [a for a in found if not a.has("each")]
    if each.quantity.kind in ("count", "measure"):
        return [a for a in found if a.quantity.unit == each.quantity.unit], False
    ids = {row.id for word in lead.split() for row in metric_forms(each.lang).get(word, ())}
    if each.figure is not None and metric(each.figure.metric) is not None:
        ids.add(each.figure.metric)
    own = [a for a in found if a.figure is not None and a.figure.metric in ids]
    return own or found, bool(own)


def _counts_all(amount: Amount) -> bool:
    """Is a figure how many there are, or how many were added or cut: "for each job lost"?"""
    exact = not amount.quantity.ranged
    return exact and not amount.has("base", "then", "aim", "each")


def _for_every(each: Amount, amounts: Sequence[Amount]) -> Iterator[tuple[list[Claim], bool]]:
    """One thing for every so many of another: "62,000 cars, one for every four passengers"."""
    counts = [a for a in amounts[max(each.index - 1, 0) : each.index] if a.sentence == each.sentence and level(a, *MAY)]
    totals = [a for a in _totals(each, amounts, "")[0] if a not in counts]
    if len(counts) == len(totals) == 1 and each.quantity.kind == "count":
        yield [Claim("ratio", "product", (totals[0], each, counts[0]), each, 0.0, said=True, sure=True)], True
