"""A figure after a move is the figure before it, grown by the stated rate, moved by the stated amount or points."""

from __future__ import annotations

from collections.abc import Iterator

import msgspec

from crossfoot.constraints.stated import Stated
from crossfoot.lexicon.units import unit
from crossfoot.model import Change, Figure, Reading, RelationKind, Statement
from crossfoot.relation import Relation, const, var

BESIDE = 60  # characters between two moves that are told side by side
RIGHT_BEHIND = 2  # characters between a rate and the word of an amount that only says the move once more
_KIND: dict[str, RelationKind] = {
    "percent": "growth", "points": "points", "amount": "difference", "multiple": "ratio", "fold": "growth",
}  # fmt: skip


def relate(stated: Stated) -> Iterator[Statement]:
    rival = _rivals(stated)
    for change in stated.of(Change):
        if change.bare or _of_parts(change):
            continue
        firm = change.firm and id(change) not in rival
        change = _met(stated, _own(stated, change))
        readings = tuple(Reading(equation(change, base), rank) for rank, base in enumerate(change.bases))
        sized = change.quantity.low > 0 or change.quantity.approx is None
        yield Statement(
            _KIND[change.by] if sized else "order",  # "rose to 12 from 9" only says which is more
            readings,
            "asserted",
            stated.spans(change.figure, change.bases[0], change.rate),
            firm=firm,
            implies=tuple(base for base in change.bases[:1] if base not in stated.printed and base.basis is None),
        )
    yield from _both(stated)


def _rivals(stated: Stated) -> set[int]:
    """Moves of one figure at two rates, side by side, from what nobody prints: they are measured on two bases.

    "Revenue grew 3.6%, or 9.2% in local currencies". A rate that is printed twice is one figure, no rival of itself.
    """
    found, last = set[int](), dict[tuple[Figure, Figure], Change]()
    for change in stated.of(Change):
        if change.by != "percent" or change.bases[0] in stated.printed or not change.spans:
            continue
        before = last.get((change.figure, change.bases[0]))
        near = before is not None and abs(change.spans[0].start - before.spans[0].end) <= BESIDE
        if before is not None and near and before.quantity.low != change.quantity.low:
            found |= {id(before), id(change)}
        last[change.figure, change.bases[0]] = change
    return found


def _own(stated: Stated, change: Change) -> Change:
    """A figure that shares its name with another has its own past, if none is printed: "两线运价分别为6,906和7,993".

    So has one that two rates are told of, sentences apart: of the two one is of a part that no words tell from it.
    """
    own = change.figure.basis if _own_key(change.figure) else change.rate.basis if _own_key(change.rate) else None
    if own is None:
        return change
    bases = (b if b in stated.printed else msgspec.structs.replace(b, basis=f"{b.basis} {own}") for b in change.bases)
    return msgspec.structs.replace(change, bases=tuple(bases))


def _own_key(figure: Figure) -> bool:
    """Has a figure a key of its own, as other figures have its name and another value?"""
    return figure.basis is not None and figure.basis.startswith("at ")


def _met(stated: Stated, change: Change) -> Change:
    """A move whose ends are printed elsewhere, in sentences of their own, as that of these figures.

    "Net profit rose 11% in 2024. It came to 612 million zlotys, against 549 million in 2023."
    """
    if change.by != "percent" or change.figure in stated.printed or len(change.bases) != 1:
        return change
    now = [figure for figure in stated.alike(change.figure) if figure.period == change.figure.period]
    if len(now) != 1 or now[0].basis is not None:
        return change
    base = change.bases[0]
    known = base.period if base.period != change.figure.period else None
    bases = [f for f in stated.alike(now[0]) if f.period != now[0].period and f.unit == now[0].unit]
    bases = [f for f in bases if f.period == known] if known is not None else bases
    if len(bases) != 1:
        return msgspec.structs.replace(change, figure=now[0])
    return msgspec.structs.replace(change, figure=now[0], bases=(bases[0],))


def _of_parts(change: Change) -> bool:
    """Is a bare level moved by cents? It may be of cents itself, or of what they are parts of."""
    known = unit(change.quantity.unit) if change.by == "amount" and not change.figure.unit else None
    return known is not None and known.part is not None


def _both(stated: Stated) -> Iterator[Statement]:
    """An amount and a rate of one move, whose base nobody prints: "94.6亿元，增加6.9亿元，增长7.9%".

    A second rate of it is measured otherwise: "增加3457元，增长9.3%，扣除价格因素实际增长8.5%".
    """
    amounts, rates = dict[tuple[Figure, Figure], Change](), dict[tuple[Figure, Figure], Figure]()
    for change in stated.of(Change):
        if change.by == "amount":
            amounts.setdefault((change.figure, change.bases[0]), change)
    for change in stated.of(Change):
        key = change.figure, change.bases[0]
        if change.by == "percent" and key in amounts and key[1] not in stated.printed and key[0] in stated.printed:
            if not _of_one_move(amounts[key], change) or rates.setdefault(key, change.rate) != change.rate:
                continue
            now, by, rate = var(change.figure), var(amounts[key].rate), var(change.rate)
            relation = now == by * (const(1) + const(100) / rate)  # each stands once, so ranges lose nothing
            spans = stated.spans(change.figure, amounts[key].rate, change.rate)
            yield Statement("growth", (Reading(relation),), "asserted", spans)


def _of_one_move(amount: Change, rate: Change) -> bool:
    """Does a rate follow on an amount, or an amount right on a rate: "下降7.3%，减少3.74亿元"?

    What stands between them says else since when the amount is: "同比增长10.2%，比上月增加26.8亿元".
    """
    by, at = (change.printed[0] for change in (amount, rate))
    return by.span.start < at.span.start or (by.word is not None and by.word.start - at.span.end <= RIGHT_BEHIND)


def equation(change: Change, base: Figure) -> Relation:
    now, before, rate = var(change.figure), var(base), var(change.rate)
    if change.by == "points":
        points = rate / 100 if change.rate.unit == "bp" else rate
        return now == before + points
    if change.by == "amount":
        return now == before + rate
    if change.by == "multiple":
        return now == before * rate
    if change.by == "fold":
        return now == before * (const(1) + rate)
    return now * 100 == before * (const(100) + rate)
