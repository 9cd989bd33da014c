"""What phrasings tie already: the facts of an item in; out, what ties need not tell, and which facts ties overrule."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import product
from typing import TypeGuard

import msgspec

from crossfoot.facts.ties.amounts import Amount
from crossfoot.interval import exactly
from crossfoot.model import Change, Fact, Figure, Grouping, Multiplication, Printed, Share, Span, Tie
from crossfoot.ranges import ranges

SURE = 0.1  # chance of a tie that is no accident
# Rows that take the last level before a move for what moved: "7,514 compared with 7,022 a year ago, up 7%".
LAST = frozenset({"level.moved", "level.moved.bare"})
MOST_PRINTED = 3  # times that one figure is printed


def bound(facts: Sequence[Fact]) -> set[Span]:
    """Rates that a phrasing ties to figures which are all printed: it knows better what they are about."""
    printed = {p.figure for fact in facts for p in fact.printed}
    found = set[Span]()
    for fact in facts:
        figures: tuple[Figure, ...] = ()
        if isinstance(fact, Change):
            figures = (fact.figure, fact.bases[0])
        elif isinstance(fact, Share):
            figures = (fact.part, fact.wholes[0])
        if figures and printed.issuperset(figures):
            found.update(p.span for p in fact.printed)
    return found


def told(facts: Sequence[Fact]) -> set[frozenset[Figure]]:
    """The figures of each equation that a phrasing makes."""
    found = set[frozenset[Figure]]()
    for fact in facts:
        if isinstance(fact, Grouping) and (fact.complete or fact.likely):
            found.add(frozenset((fact.whole, *fact.parts)))
        elif isinstance(fact, Change):
            found.add(frozenset((fact.figure, fact.rate, fact.bases[0])))
        elif isinstance(fact, Share):
            found.add(frozenset((fact.part, fact.ratio, fact.wholes[0])))
        elif isinstance(fact, Multiplication):
            found.add(frozenset((fact.result, *fact.factors)))
    return found


def moved(facts: Sequence[Fact], amounts: Sequence[Amount]) -> set[frozenset[int]]:
    """The figures of each move by an amount that a phrasing is sure of, by their places in the row."""
    places = dict[Figure, list[int]]()
    for amount in amounts:
        for printed in amount.figures:
            places.setdefault(printed.figure, []).append(amount.index)
    found = set[frozenset[int]]()
    for fact in facts:
        if isinstance(fact, Change) and fact.firm and fact.by == "amount":
            known = [places.get(figure, [])[:MOST_PRINTED] for figure in (fact.figure, fact.rate, fact.bases[0])]
            found.update(map(frozenset, product(*known)))
    return found


def unbased(fact: Fact, basis: str = "unsaid, before") -> Fact | None:
    """What is left of a fact whose figures were hardly meant to be tied: a move from what nobody prints."""
    if not isinstance(fact, Change):
        return None
    base = msgspec.structs.replace(fact.bases[0], basis=f"{basis} {fact.spans[0].start}")
    return msgspec.structs.replace(fact, bases=(base,))


def overruled(facts: Sequence[Fact], ties: Sequence[Fact]) -> Iterator[Fact]:
    """The facts without groupings that do not close, where a tie knows another whole or other parts for their figures.

    A claim is contradicted only if every reading of it fails.
    """
    first = dict[Figure, Printed]()
    for fact in facts:
        for printed in fact.printed:
            first.setdefault(printed.figure, printed)
    sums = [
        frozenset(t.figures) for t in ties if isinstance(t, Tie) and t.shape in ("sum", "change") and t.blames is None
    ]
    moved = {(fact.figure, fact.bases[0]) for fact in facts if _grown(fact) and _moves(fact, first)}
    holding = (t for t in ties if isinstance(t, Tie) and t.shape == "growth" and t.chance < SURE)
    tied = {t.printed[2].span: t.figures for t in holding}
    for fact in facts:
        if isinstance(fact, Grouping) and not _closes(fact, first):
            own = frozenset((fact.whole, *fact.parts))
            if any(len(own & known) > 1 and _better(known, own, fact) for known in sums):
                continue
        if _grown(fact) and (fact.figure, fact.bases[0]) in moved and not _moves(fact, first, either=True):
            fact = msgspec.structs.replace(fact, firm=False)  # "up 5%, at constant exchange rates 9%"
        if isinstance(fact, Change) and fact.by == "amount" and (fact.figure, fact.bases[0]) in moved:
            # Its rate knows the base: "by $38m, or 6%, to $638m from $600m".
            fact = msgspec.structs.replace(fact, firm=True)
        if isinstance(fact, Change) and _based_elsewhere(fact, first):
            fact = unbased(fact, "before") or fact
        if _grown(fact) and fact.rule in LAST and fact.bases[0] not in first:
            now, base, *_ = tied.get(fact.printed[0].span, (fact.figure, fact.bases[0]))
            if fact.figure in (now, base):  # who knows both ends knows better
                fact = msgspec.structs.replace(fact, figure=now, bases=(base,))
        yield fact


def _based_elsewhere(change: Change, first: dict[Figure, Printed]) -> bool:
    """Does what it moved from stand behind a further level of the same kind, which it is rather of?

    "自繁自养头均盈利84元，较上周减少12元；外购仔猪育肥头均盈利57元，上周为盈利69元".
    """
    now, base = first.get(change.figure), first.get(change.bases[0])
    size = change.printed[0].span if change.printed else None
    if change.by != "amount" or now is None or base is None or size is None or not now.span.start < size.start:
        return False
    between = (p for f, p in first.items() if size.end <= p.span.start < base.span.start and f != change.figure)
    alike = (change.figure.metric, change.figure.unit)
    return any((p.figure.metric, p.figure.unit) == alike and p.quantity.change is None for p in between)


def _grown(fact: Fact) -> TypeGuard[Change]:
    return isinstance(fact, Change) and fact.by == "percent" and fact.quantity.low > 0


def _moves(change: Change, first: dict[Figure, Printed], either: bool = False) -> bool:
    """Do both ends of a change stand in the text, and does one grow (`either`: or fall) by it to the other?"""
    ends = first.get(change.figure), first.get(change.bases[0]), first.get(change.rate)
    now, base, rate = (ranges(printed).default if printed is not None else None for printed in ends)
    if now is None or base is None or rate is None:
        return False
    signs = (rate, -rate) if either else (rate,)
    return any((base * (by + exactly(100)) & now * exactly(100)) is not None for by in signs)


def _better(known: frozenset[Figure], own: frozenset[Figure], fact: Grouping) -> bool:
    """Is a tie of some figures of a grouping more than an accident: of its whole, or of nothing but its own?"""
    return not fact.complete or fact.whole in known or known <= own or own - {fact.whole} <= known


def _closes(fact: Grouping, first: dict[Figure, Printed]) -> bool:
    known = [first[figure] for figure in (fact.whole, *fact.parts) if figure in first]
    if len(known) <= len(fact.parts):
        return True  # nobody can tell
    ends = [ranges(printed).default for printed in known]
    made = ends[1]
    for end in ends[2:]:
        made = made + end
    return (made & ends[0]) is not None


def level_of(amount: Amount) -> Printed:
    """A figure as a level, under the key of the facts or one of its own, and without a hedge that orders it."""
    quantity, aimed = amount.quantity, amount.has("hedged", "target")
    for printed in amount.figures:
        value = printed.quantity
        if value.low == quantity.low and value.change is None and value.approx is None:
            return msgspec.structs.replace(printed, nominal=printed.nominal or aimed)
    own = Figure(None, "amount", (), None, quantity.unit or quantity.currency or "", f"at {amount.span.start}")
    plain = msgspec.structs.replace(quantity, approx=None if amount.has("hedged") else quantity.approx)
    return Printed(own, plain, amount.span, nominal=aimed)
