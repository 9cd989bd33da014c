"""What ties some figures ties those that they are set beside: "sales of 12 million against 10 million".

Equations that an item is known to state come in, out go those of the figures before: each operand's place is taken by
the figure that it is compared with, where each of them has one, and all are of one time.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence

import msgspec

from crossfoot.facts.ties.amounts import Amount
from crossfoot.facts.ties.claims.shapes import MOVES, Claim, Shape
from crossfoot.lexicon.identities import identities
from crossfoot.model import Change, Fact, Figure, Grouping, Multiplication, RelationKind, Share

COST = 0.5  # that the figures before are split as those of now is nearly as sure as the words that say it of those
LEAST = 3  # figures of an equation: what it makes, and what makes it
MOST = 3  # figures that one is compared with
MOVED: dict[str, tuple[RelationKind, Shape]] = {
    "percent": ("growth", "growth"),
    "points": ("points", "points"),
    "amount": ("difference", "change"),
}


def stated(facts: Iterable[Fact], amounts: Sequence[Amount]) -> Iterator[Claim]:
    """The sums and shares that phrasings state, as claims of the figures of a row."""
    first = _first(amounts)
    for fact in facts:
        figures: tuple[Figure, ...] = ()
        if isinstance(fact, Grouping) and fact.complete and not fact.less:
            figures = (fact.whole, *fact.parts)
        elif isinstance(fact, Share) and len(fact.wholes) == 1:
            figures = (fact.part, fact.wholes[0], fact.ratio)
        operands = tuple(first[figure] for figure in figures if figure in first)
        if len(operands) < max(len(figures), LEAST):
            continue
        if isinstance(fact, Share):
            yield Claim("share", "share", operands, operands[-1], 0.0)
        else:
            yield Claim("sum", "sum", operands, operands[0], 0.0)


def doubted(facts: Iterable[Fact], amounts: Sequence[Amount]) -> Iterator[Claim]:
    """The products that phrasings state of figures said before, and so are not sure of."""
    first = _first(amounts)
    for fact in facts:
        if isinstance(fact, Multiplication) and not fact.firm:
            operands = tuple(first[figure] for figure in (fact.result, *fact.factors) if figure in first)
            if len(operands) == LEAST == len({a.index for a in operands}):
                yield Claim(fact.kind, "product", operands, operands[-1], 0.0, said=True)


def phrased(facts: Iterable[Fact], amounts: Sequence[Amount]) -> Iterator[tuple[Fact, Claim]]:
    """The moves, sums and products that phrasings state, each with the claim that it makes of a row."""
    first = _first(amounts)
    for fact in facts:
        figures: tuple[Figure, ...] = ()
        if isinstance(fact, Multiplication) and fact.kind == "product":
            figures = (fact.result, *fact.factors[::-1])
        elif isinstance(fact, Change) and fact.by in MOVED:
            figures = (fact.figure, fact.bases[0], fact.rate)
        elif isinstance(fact, Grouping):
            figures = (fact.whole, *fact.parts)
        operands = tuple(first[figure] for figure in figures if figure in first)
        if len(operands) != len(figures) or len({a.index for a in operands}) < len(figures) or not figures:
            continue
        if isinstance(fact, Grouping):
            yield fact, Claim("sum", "sum", operands, operands[0], 0.0, said=fact.complete)
        elif isinstance(fact, Change):
            sign = -1 if fact.quantity.change == "down" else 1
            kind, shape = MOVED[fact.by]
            yield fact, Claim(kind, shape, operands, operands[-1], 0.0, sign=sign, said=True)
        elif isinstance(fact, Multiplication):
            yield fact, Claim(fact.kind, "product", operands, operands[1], 0.0, said=True)


def _first(amounts: Sequence[Amount]) -> dict[Figure, Amount]:
    """By what they are a number of: the first of the figures."""
    first = dict[Figure, Amount]()
    for amount in amounts:
        for printed in amount.figures:
            first.setdefault(printed.figure, amount)
    return first


def by_definition(amounts: Sequence[Amount]) -> Iterator[Claim]:
    """What is so of one owner and one time whatever a text says (identities.toml)."""
    groups = defaultdict[object, dict[str, list[Amount]]](dict)
    for amount in amounts:
        if (figure := amount.figure) is not None and figure.basis is None:
            axes = tuple(pair for pair in figure.segment if pair[0] != "words")
            group = groups[figure.entity, figure.period, axes]
            group.setdefault(figure.metric, []).append(amount)
    likely = [group for group in groups.values() if len(group) >= LEAST]  # few texts have any
    for row in identities() if likely else ():
        for group in likely:
            known = [group.get(name, []) for name in (row.result, *row.terms)]
            if any(len(found) != 1 for found in known):
                continue
            result, *terms = (found[0] for found in known)
            if row.of:
                yield Claim("ratio", "share", (*terms, result), result, 0.0)
            elif len(row.plus) == 1:
                yield Claim("difference", "sum", (*terms, result), result, 0.0)
            elif not row.minus:
                yield Claim("sum", "sum", (result, *terms), result, 0.0)


def parallel(claims: Iterable[Claim], amounts: Sequence[Amount]) -> Iterator[Claim]:
    """The same of the figures that those of some claims are set beside, or that are set beside them."""
    before = _before(amounts)
    now = {base.index: [amounts[index]] for index, bases in before.items() for base in bases}
    for claim in claims if before else ():
        if claim.shape in MOVES:
            continue
        place = claim.operands.index(claim.cue) if claim.cue in claim.operands else 0
        for known in (before, now):
            beside = [known.get(a.index, []) for a in claim.operands]
            # One may be compared with last month and last year, the other only with one of them.
            alike = len({len(row) for row in beside}) == 1
            for operands in zip(*(row if alike else row[:1] for row in beside), strict=False):
                if _of_one_time(operands):
                    yield msgspec.structs.replace(
                        claim, operands=operands, cue=operands[place], cost=COST, said=False, sure=False
                    )


def _before(amounts: Sequence[Amount]) -> dict[int, list[Amount]]:
    """By figure: those of its sort that its sentence sets behind it, to compare it with."""
    found, level = defaultdict[int, list[Amount]](list), dict[str, Amount]()
    for amount in amounts:
        now = level.get(amount.sort)
        if not amount.has("base") and not _in_brackets(amount, now):
            if amount.quantity.change is None:
                level[amount.sort] = amount
        elif now is not None and now.sentence == amount.sentence and len(found[now.index]) < MOST:
            found[now.index].append(amount)
    return found


def _in_brackets(amount: Amount, now: Amount | None) -> bool:
    """Does it stand alone in a bracket, behind another: "2.65 million in July (2.51 million)"?"""
    behind = now is not None and now.index == amount.index - 1 and amount.tail.startswith((")", "）"))
    return behind and amount.lead.endswith(("(", "（"))


def _of_one_time(operands: Sequence[Amount]) -> bool:
    known = [a.figure.period for a in operands if a.figure is not None and a.figure.period is not None]
    periods = {period for period in known if period.start is not None}  # "去年同期" is of whatever time that was
    return len(periods) <= 1
