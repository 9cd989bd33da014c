"""Equations that a cue asks for, though no phrasing ties its figures: the figures of an item in, ties out.

A cue says that there is an equation of a known shape; which of the figures around it take part is told by nearness and
by the words beside them. Where one of the likeliest choices ties, it is what is meant, provided that so good a tie is
no accident; where none does, the claim is only told if nothing else can be meant.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from fractions import Fraction

import msgspec

from crossfoot.facts.ties.amounts import Amount, Sort, row
from crossfoot.facts.ties.counted import counted
from crossfoot.facts.ties.lists import with_lists
from crossfoot.facts.ties.moves import change, growth, points, rates
from crossfoot.facts.ties.parallel import by_definition, parallel, stated
from crossfoot.facts.ties.poles import reversed_
from crossfoot.facts.ties.products import exchange, multiple, product
from crossfoot.facts.ties.rescaled import misscaled, rescaled
from crossfoot.facts.ties.reworded import misnamed, turned
from crossfoot.facts.ties.shapes import MOVES, Around, Claim, around, crowded, moved
from crossfoot.facts.ties.splits import flow, share, sums
from crossfoot.facts.ties.sure import certain
from crossfoot.facts.ties.trial import EDGE, tried_out
from crossfoot.facts.ties.untied import MOST_ASKED, Item, suspected
from crossfoot.facts.ties.untied import MOST_COST as MOST_UNTIED
from crossfoot.model import (
    Block,
    Change,
    Document,
    Fact,
    Figure,
    Grouping,
    Listing,
    Mention,
    Multiplication,
    Printed,
    Share,
    Span,
    Tie,
)  # fmt: skip
from crossfoot.ranges import ranges

__all__ = ["overruled", "state"]

SHAPES: dict[Sort, tuple[Callable[[Amount, Around], Iterator[Claim]], ...]] = {  # by what the figure of a cue is
    "rate": (growth, share),
    "points": (points,),
    "amount": (change, sums, flow, product, exchange),
    "multiple": (multiple,),
    "length": (),
}
MOST_COST = 12.0
MOST_TRIED = 80
MOST_TORN = 3  # claims of one cue that a slip has made impossible
SPLITS = ("share", "sum")  # shapes with a whole
BACKING, MOST_BACKING = 1.5, 2  # what each other cue with the same whole is worth
SIZED = ("growth of", "change in")  # metrics of the size of a move
OFF = 1.5  # what it costs to tie only at the edge of what rounding allows
ACCIDENT = ((1.0, 0.5), (2.5, 0.3), (5.0, 0.15), (MOST_COST, 0.06))  # by cost, over all that were tried


def state(
    document: Document, sentences: Sequence[tuple[Block, list[Mention]]], facts: Sequence[Fact]
) -> Iterator[Fact]:
    """The ties of one item."""
    amounts = with_lists(row(document, sentences, facts))
    told = _told(facts)
    bound = _bound(facts)
    tried = _Tried()

    def off(claim: Claim) -> float | None:
        return tried[claim][0]

    seen, held = set[frozenset[Span]](), set[Span]()
    open_ = list[tuple[Amount, list[Claim]]]()
    asked = list[tuple[Amount, list[Claim]]]()
    torn = dict[Span, list[Claim]]()
    crowds = crowded(amounts)
    for cue in amounts:
        near = around(amounts, cue, crowds)
        wrong = misnamed(list(rates(cue, near)), off) if cue.sort == "rate" and cue.span not in bound else None
        if wrong is not None:
            yield _misnamed(wrong)
            continue  # and is the share of nothing
        for shape in SHAPES[cue.sort]:
            if claims := _cheapest(shape(cue, near)):
                asked.append((cue, [claim for claim in claims if not claim.torn]))
                torn.setdefault(cue.span, []).extend([claim for claim in claims if claim.torn])
        yield from (_tie(claim, 1.0, claim.cue.word, firm=True) for claim in reversed_(cue, near))
    wholes = _wholes(asked, tried)
    ties = list[tuple[Claim, float, bool]]()
    reworded = list[Claim]()
    numbered = {fact.figure for fact in facts if isinstance(fact, Listing)}

    for cue, claims in asked:
        if claims:
            claims.sort(key=lambda claim: claim.cost - _backing(claim, wholes))
            wrong = turned(claims, off)
            if wrong is not None:
                reworded.append(wrong)
                held.add(cue.span)
                continue
            sure = certain(claims)
            chosen = _chosen(_readings(claims) if sure else claims, wholes, tried)
            if chosen is None:
                open_.append((cue, claims))
            else:
                held.add(cue.span)
                ties.append((*chosen, sure and chosen[0] is claims[0]))
    known_of = [*(claim for claim, *_ in ties), *stated(facts, amounts), *by_definition(amounts)]
    for claim in parallel(known_of, amounts):
        chosen = _chosen([claim], {}, tried)
        if chosen is None:
            open_.append((claim.cue, [claim]))
        else:
            held.add(claim.cue.span)
            ties.append((*chosen, False))
    for claim, chance, firm in sorted(ties, key=lambda one: not one[0].said):
        spans = frozenset(a.span for a in claim.operands)
        tie = _tie(claim, chance, firm=firm)
        for listing in counted(claim, amounts, document):
            if listing.figure not in numbered:
                numbered.add(listing.figure)
                yield listing
        if frozenset(tie.figures) not in told and spans not in seen:
            seen.add(spans)
            yield tie
    known = frozenset(frozenset(a.index for a in claim.operands) for claim, *_ in ties)
    asked_for = [_likeliest(claims, tried) for cue, claims in asked if claims and cue.span not in bound]
    spare = [_likeliest(claims, tried) for cue, claims in open_ if cue.span not in held | bound]
    told_outright = [claims for claims in spare if certain(claims)]
    spare += (
        sorted(claims, key=lambda claim: claim.cost)[:MOST_TORN]
        for cue, claims in torn.items()
        if cue not in held | bound
    )
    in_ties = {a.index for claim, *_ in ties for a in claim.operands}

    def ask(cue: Amount, near: Sequence[Amount]) -> Iterator[list[Claim]]:
        return ([c for c in _cheapest(shape(cue, near)) if not c.torn] for shape in SHAPES[cue.sort])

    def choose(claims: Sequence[Claim]) -> tuple[Claim, float] | None:
        return _chosen(claims, {}, tried)

    meant = list(rescaled(amounts, in_ties, crowds, ask, choose))
    for _, claims in open_:
        meant += misscaled(claims, in_ties)
    meant += (
        (claim, mend.amount.span)
        for mend in suspected(Item(amounts, asked_for, spare, known), document.text)
        for claim, _ in mend.claims
    )
    for claim, blames in (
        *((claim, claim.cue.span) for claim in reworded),
        *meant,
        *((claims[0], None) for claims in told_outright),
    ):
        spans = frozenset(a.span for a in claim.operands)
        if spans not in seen:
            seen.add(spans)
            yield _tie(claim, 1.0, blames, firm=any(claim is claims[0] for claims in told_outright))


def _readings(claims: Sequence[Claim]) -> list[Claim]:
    """What words that leave no doubt may still mean: of a list of parts, another whole."""
    first = claims[0]
    return [
        c for c in claims if c is first or (first.shape == c.shape == "sum" and c.operands[1:] == first.operands[1:])
    ]


def _cheapest(claims: Iterable[Claim]) -> list[Claim]:
    """One claim for each equation: two ways to the same figures are no two chances."""
    found = dict[object, Claim]()
    for claim in claims:
        result, *others = claim.operands
        order: object = tuple(others) if claim.minus or claim.shape != "sum" else frozenset(others)
        factor = claim.factor if claim.shape == "product" else 1  # of nothing else, and slow to hash
        key = (result, order, claim.sign, factor, claim.minus)
        other = found.get(key)
        if other is not None and (other.said or other.sure or claim.said or claim.sure):
            first = min(other, claim, key=lambda c: c.cost)
            claim = msgspec.structs.replace(first, said=other.said or claim.said, sure=other.sure or claim.sure)
        if other is None or claim.cost < other.cost or claim.said:
            found[key] = claim
    return list(found.values())


def _misnamed(claim: Claim) -> Change:
    """A move of a rate that is printed in percent, though in points it ties: it fails as said.

    Whether the rate moved by so many percent after all is left to the solver.
    """
    now, base, by = (_printed(claim, i, amount)[0] for i, amount in enumerate(claim.operands))
    return Change(
        spans=(claim.cue.span,),
        rule="tie.rates",
        printed=tuple(dict.fromkeys((now, base, by))),
        figure=now.figure,
        rate=by.figure,
        bases=(base.figure,),
        quantity=by.quantity,
        by="percent",
    )


def _likeliest(claims: Sequence[Claim], tried: _Tried) -> list[Claim]:
    """The claims of a cue that may be meant, by words and places alone, up to the first that ties."""
    found = list[Claim]()
    for claim in sorted(claims, key=lambda claim: claim.cost)[:MOST_ASKED]:
        if claim.cost > MOST_UNTIED and found:
            break
        found.append(claim)
        if tried[claim][0] is not None:
            break
    return found


def _bound(facts: Sequence[Fact]) -> set[Span]:
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
    for fact in facts:
        if isinstance(fact, Grouping) and not _closes(fact, first):
            own = frozenset((fact.whole, *fact.parts))
            if any(len(own & known) > 1 and _better(known, own, fact) for known in sums):
                continue
        yield fact


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


def _told(facts: Sequence[Fact]) -> set[frozenset[Figure]]:
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


Wholes = dict[int, set[int]]


class _Tried(dict[Claim, tuple[float | None, float]]):
    """What came of each claim that was tried, once."""

    def __missing__(self, claim: Claim) -> tuple[float | None, float]:
        self[claim] = tried_out(claim)
        return self[claim]


def _wholes(asked: Sequence[tuple[Amount, Sequence[Claim]]], tried: _Tried) -> Wholes:
    """By figure: the cues that it would tie with as their whole."""
    found = dict[int, set[int]]()
    for cue, claims in asked:
        for claim in claims:
            if claim.shape in SPLITS and claim.cost <= MOST_COST and tried[claim][0] is not None:
                found.setdefault(whole_of(claim).index, set()).add(cue.index)
    return found


def whole_of(claim: Claim) -> Amount:
    return claim.operands[1] if claim.shape == "share" else claim.operands[0]


def _backing(claim: Claim, wholes: Wholes) -> float:
    """What other cues say for the whole of a claim: three shares of one whole are no accident."""
    if claim.shape not in SPLITS:
        return 0.0
    backed = wholes.get(whole_of(claim).index)
    if backed is None:
        return 0.0
    return min(len(backed.difference([a.index for a in claim.operands])), MOST_BACKING) * BACKING


def _chosen(claims: Sequence[Claim], wholes: Wholes, results: _Tried) -> tuple[Claim, float] | None:
    """The claim of least cost that ties, if that is no accident."""
    tried, best, least, by_then = 0.0, None, MOST_COST, 0.0
    for claim in claims[:MOST_TRIED]:
        cost = claim.cost - _backing(claim, wholes)
        if cost > least:
            break
        off, chance = results[claim]
        tried += chance
        if off is not None and off > EDGE and len({a.sentence for a in claim.operands}) > 1:
            off = None  # what is rounded that badly is more likely something else
        if off is not None and cost + OFF * off < least:
            best, least, by_then = claim, cost + OFF * off, tried
    if best is None:
        return None
    cost = max(best.cost - _backing(best, wholes), 0.0)
    return (best, by_then) if by_then <= next(a for most, a in ACCIDENT if cost <= most) else None


def _tie(claim: Claim, chance: float, blames: Span | None = None, *, firm: bool = False) -> Tie:
    printed, last = [_printed(claim, i, amount) for i, amount in enumerate(claim.operands)], len(claim.operands) - 1
    return Tie(
        spans=tuple(dict.fromkeys(amount.span for amount in claim.operands)),
        rule=f"tie.{claim.shape}",
        printed=tuple(known for known, _ in printed),
        kind=claim.kind,
        shape=claim.shape,
        figures=tuple(known.figure for known, _ in printed),
        scales=tuple(-scale if claim.minus and i == last else scale for i, (_, scale) in enumerate(printed)),
        factor=claim.factor,
        blames=blames,
        firm=firm,
        chance=round(chance, 4),
    )


def _printed(claim: Claim, i: int, amount: Amount) -> tuple[Printed, Fraction]:
    """The printing of one operand, under the key that the facts give it or one of its own; and its scale."""
    quantity, place = amount.quantity, f"at {amount.span.start}"
    moves = i == len(claim.operands) - 1 and claim.shape in MOVES
    moves = moves and (claim.shape == "growth" or claim.sign < 0 or moved(amount))
    sense = ("up" if claim.sign > 0 else "down") if moves else None
    for scale in (amount.scale, Fraction(1)):
        size = quantity.low * amount.scale / scale
        for printed in amount.figures:
            figure, value = printed.figure, printed.quantity
            if value.low == size and value.change == sense and figure.metric.startswith(SIZED) == moves:
                return printed, scale
    name = "amount" if not moves else "growth of amount" if claim.shape == "growth" else "change in amount"
    own = Figure(None, name, (), None, quantity.unit or quantity.currency or "", place)
    value = msgspec.structs.replace(quantity, change=sense)
    return Printed(own, value, amount.span, word=amount.word if moves else None), amount.scale
