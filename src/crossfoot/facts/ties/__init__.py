"""Equations that a cue asks for, though no phrasing ties its figures: the figures of an item in, ties out.

A cue says that there is an equation of a known shape; which of the figures around it take part is told by nearness and
by the words beside them. Where one of the likeliest choices ties, it is what is meant, provided that so good a tie is
no accident; where none does, the claim is only told if nothing else can be meant.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from fractions import Fraction
from itertools import pairwise
from typing import Literal

import msgspec

from crossfoot.facts.ties.amounts import Amount, kin, opposite, row
from crossfoot.facts.ties.shapes import SHAPES, Claim, around, crowded, moved
from crossfoot.model import (
    Block,
    Change,
    Document,
    Fact,
    Figure,
    Grouping,
    Mention,
    Multiplication,
    Printed,
    Share,
    Span,
    Tie,
)  # fmt: skip
from crossfoot.ranges import ranges

__all__ = ["overruled", "state"]

MOST_COST = 12.0
MOST_TRIED = 80
SPLITS = ("share", "sum")  # shapes with a whole
BACKING, MOST_BACKING = 1.5, 2  # what each other cue with the same whole is worth
MOVES = ("growth of", "change in")  # metrics of the size of a move
Weight = Literal["holds", "forced", "likely"]
MOST_SUSPECTS = 4  # claims of one cue that may be meant though they do not tie
MOST_SUSPECT = 4.0  # cost of a claim that may be meant though it does not tie
EXPLAINED, EXPLAINED_IF_FORCED = 0.05, 0.3
FORCED = 3.0  # cost up to which any known slip is believed of it
EDGE = 0.6  # of what rounding allows
OFF = 1.5  # what it costs to tie only at the edge of what rounding allows
ACCIDENT = ((1.0, 0.5), (2.5, 0.3), (5.0, 0.15), (MOST_COST, 0.06))  # by cost, over all that were tried
LEAST = 0.001  # no tie is less likely than this by accident
WIDE = 2.0  # points that two rates lie apart at the least
SPREAD = 25.0  # points that rates lie apart at the least


def state(
    document: Document, sentences: Sequence[tuple[Block, list[Mention]]], facts: Sequence[Fact]
) -> Iterator[Fact]:
    """The ties of one item."""
    amounts = row(document, sentences, facts)
    told = _told(facts)
    bound, spoken = _bound(facts), _spoken(facts)
    seen, held = set[frozenset[Span]](), set[Span]()
    open_ = list[tuple[Amount, list[Claim]]]()
    asked = list[tuple[Amount, list[Claim]]]()
    crowds = crowded(amounts)
    for cue in amounts:
        near = around(amounts, cue, crowds)
        asked += ((cue, list(shape(cue, near))) for shape in SHAPES)
    tried = _Tried()
    wholes = _wholes(asked, tried)
    for cue, claims in asked:
        if claims:
            claims.sort(key=lambda claim: claim.cost - _backing(claim, wholes))
            chosen = _chosen(claims, wholes, tried)
            if chosen is None:
                open_.append((cue, claims))
                continue
            claim, chance = chosen
            spans = frozenset(a.span for a in claim.operands)
            tie = _tie(claim, chance)
            held.add(cue.span)
            if frozenset(tie.figures) in told or spans in seen:
                continue
            seen.add(spans)
            yield tie
    for cue, claims in open_:
        claims.sort(key=lambda claim: claim.cost)
        if cue.span in held or cue.span in bound:
            continue
        for claim, weight in suspects(claims, amounts):
            spans = frozenset(a.span for a in claim.operands)
            levels = spans - {claim.cue.span}
            apart = claim.kind == "difference" and cue.leading and cue.has("gap")  # a gap is one beside any rate
            if spans not in seen and (apart or not any(levels <= known for known in (*seen, *spoken))):
                seen.add(spans)
                yield _tie(claim, 1.0, weight)


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


def _spoken(facts: Sequence[Fact]) -> list[frozenset[Span]]:
    """The figures of each move and share that a phrasing makes: what they are tied by is known."""
    at = dict[Figure, Span]()
    for fact in facts:
        for printed in fact.printed:
            at.setdefault(printed.figure, printed.span)
    heard = [f for f in facts if not isinstance(f, Grouping) or f.complete or f.likely]
    return [frozenset(at[f] for f in figures if f in at) for figures in _told(heard)]


def overruled(facts: Sequence[Fact], ties: Sequence[Fact]) -> Iterator[Fact]:
    """The facts without groupings that do not close, where a tie knows another whole or other parts for their figures.

    A claim is contradicted only if every reading of it fails.
    """
    first = dict[Figure, Printed]()
    for fact in facts:
        for printed in fact.printed:
            first.setdefault(printed.figure, printed)
    sums = [
        frozenset(t.figures)
        for t in ties
        if isinstance(t, Tie) and t.shape in ("sum", "change") and t.weight == "holds"
    ]
    for fact in facts:
        if isinstance(fact, Grouping) and not _closes(fact, first):
            own = frozenset((fact.whole, *fact.parts))
            if any(len(own & known) > 1 for known in sums):
                continue
        yield fact


def _closes(fact: Grouping, first: dict[Figure, Printed]) -> bool:
    known = [first[figure] for figure in (fact.whole, *fact.parts) if figure in first]
    if len(known) <= len(fact.parts):
        return True  # nobody can tell
    ends = [ranges(printed).default for printed in known]
    made = ends[1]
    for end in ends[2:]:
        made = made + end
    return (made & ends[0]) is not None


def suspects(claims: Sequence[Claim], amounts: Sequence[Amount]) -> Iterator[tuple[Claim, Weight]]:
    """The claims that may be meant though they do not tie, and how much is to be believed of them."""
    explained = 0.0  # claims that a plain slip would seem to explain by accident
    for i, claim in enumerate(claims[:MOST_SUSPECTS]):
        if claim.cost > MOST_SUSPECT or tried_out(claim)[0] is not None:
            return
        if not bound_up(claim) and not bound_in_order(claim, amounts):
            continue
        explained += tried_out(claim, flat=True)[1] * sum(map(swaps, claim.operands))
        plain = claim.cost <= FORCED and explained <= EXPLAINED_IF_FORCED and bound_up(claim)
        if i == 0 and plain and closed(claim, amounts):
            yield claim, "forced"
        elif explained <= EXPLAINED:
            yield claim, "likely"


def swaps(amount: Amount) -> int:
    """How many numbers two neighbouring digits of a figure make, put in each other's place."""
    quantity = amount.quantity
    if quantity.step <= 0:
        return 0
    digits = str(int(abs(quantity.low) / quantity.step)).rstrip("0")
    return sum(a != b for a, b in pairwise(digits))


def closed(claim: Claim, amounts: Sequence[Amount]) -> bool:
    """Are there no other figures of their kind in the sentences that the operands stand in?"""
    own = {a.index for a in claim.operands}
    inside = {a.sentence for a in claim.operands}
    sorts = {a.sort for a in claim.operands}
    levels = [a for a in claim.operands if a.sort == "amount"]
    return max(inside) - min(inside) <= 1 and not any(
        a.sentence in inside
        and a.index not in own
        and a.sort in sorts
        and (a.sort != "amount" or any(kin(a, level) for level in levels))
        for a in amounts
    )


def bound_up(claim: Claim) -> bool:
    """Do cues say which operand is which?"""
    if claim.shape in ("growth", "points", "change"):
        now, base, by = claim.operands
        if claim.shape == "change" and not by.has("moved", "by", "more"):
            return False
        return base.has("base") and not now.has("base") and (moved(by) or by.quantity.change is not None)
    if claim.shape == "share":
        return claim.cue.has("share", "target") and not claim.operands[0].has("moved", "more")
    if claim.kind == "ratio":
        near = all(abs(a.index - claim.cue.index) <= 2 for a in claim.operands)
        return near and len({a.sentence for a in claim.operands}) == 1
    if claim.shape == "sum":
        return claim.cue.has("left") or claim.operands[0].has("whole")
    return True


def bound_in_order(claim: Claim, amounts: Sequence[Amount]) -> bool:
    """Where words stand before what they are of: does the order of the figures say which operand is which?"""
    if not claim.cue.leading:
        return False
    if claim.shape == "points":
        return closed(claim, amounts)
    own = sorted(a.index for a in claim.operands)
    between = [a for a in amounts[own[0] : own[-1] + 1] if a.index not in own and a.sort == "amount"]
    unbroken = not any(kin(a, claim.operands[0]) for a in between)
    if claim.kind == "difference":
        return unbroken and claim.cue.index == own[-1] and claim.cue.has("gap", "more")
    if claim.shape != "sum":
        return False
    whole, *parts = claim.operands
    if len(parts) == 2 and opposite(*parts):
        return True
    listed = parts[0].run[1] == len(parts) and len(parts) > 1
    return unbroken and whole.index < parts[0].index and (listed or parts[0].has("split")) and _ends(parts[-1], amounts)


def _ends(part: Amount, amounts: Sequence[Amount]) -> bool:
    """Is no figure of its kind said behind a part in its sentence?"""
    behind = (a for a in amounts[part.index + 1 :][:MOST_SUSPECTS] if a.sentence == part.sentence)
    return not any(a.sort == "amount" and kin(a, part) for a in behind)


def _told(facts: Sequence[Fact]) -> set[frozenset[Figure]]:
    """The figures of each equation that a phrasing makes."""
    found = set[frozenset[Figure]]()
    for fact in facts:
        if isinstance(fact, Grouping):
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
    own = {a.index for a in claim.operands}
    return min(len(wholes.get(whole_of(claim).index, set()) - own), MOST_BACKING) * BACKING


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


def tried_out(claim: Claim, *, flat: bool = False) -> tuple[float | None, float]:
    """How far a claim is off, in parts of what rounding allows (None: by more), and how likely it ties by accident."""
    result, first, *others = claim.operands
    if claim.shape in ("growth", "share"):
        if first.low <= 0 or result.low <= 0:
            return None, 0.0
        less = 100 if claim.shape == "growth" else 0
        made = (100 * result.low / first.high - less, 100 * result.high / first.low - less)
        rate = others[0]
        said = (rate.low, rate.high) if claim.sign > 0 else (-rate.high, -rate.low)
        spread = max(abs(rate.size), SPREAD)
    else:
        said = (result.low, result.high)
        made = _made(claim, first, others)
        spread = (sum(a.size for a in others) if claim.minus else abs(result.size)) or 1e-9
        if claim.shape in ("points", "change"):
            spread = max(4 * abs(others[0].size), WIDE if claim.shape == "points" else 0) or 1e-9
    width = (made[1] - made[0]) + (said[1] - said[0])
    apart = abs(made[0] + made[1] - said[0] - said[1])
    off = apart / width if width else 0.0 if apart == 0 else 2.0
    width_ = max(width, 1.0) if claim.minus else width
    likely = max(width_ / spread, LEAST) / (1 if flat else 1 + (apart / 2 / spread) ** 2)
    return (off if off <= 1 + 1e-9 else None), min(likely, 1.0)


def _made(claim: Claim, first: Amount, others: Sequence[Amount]) -> tuple[float, float]:
    """What the operands make of the result."""
    if claim.shape == "product":
        factor = float(claim.factor)
        low, high = first.low * factor, first.high * factor
        for other in others:
            low, high = low * other.low, high * other.high
        return low, high
    if claim.shape in ("points", "change") and claim.sign < 0:
        return first.low - others[0].high, first.high - others[0].low
    if claim.minus:
        *others, gone = others
        first_low, first_high = first.low - gone.high, first.high - gone.low
    else:
        first_low, first_high = first.low, first.high
    return first_low + sum(a.low for a in others), first_high + sum(a.high for a in others)


def _tie(claim: Claim, chance: float, weight: Weight = "holds") -> Tie:
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
        weight=weight,
        chance=round(chance, 4),
    )


def _printed(claim: Claim, i: int, amount: Amount) -> tuple[Printed, Fraction]:
    """The printing of one operand, under the key that the facts give it or one of its own; and its scale."""
    quantity, place = amount.quantity, f"at {amount.span.start}"
    moves = i == len(claim.operands) - 1 and claim.shape in ("growth", "points", "change")
    moves = moves and (claim.shape == "growth" or claim.sign < 0 or moved(amount))
    sense = ("up" if claim.sign > 0 else "down") if moves else None
    for scale in (amount.scale, Fraction(1)):
        size = quantity.low * amount.scale / scale
        for printed in amount.figures:
            figure, value = printed.figure, printed.quantity
            if value.low == size and value.change == sense and figure.metric.startswith(MOVES) == moves:
                return printed, scale
    name = "amount" if not moves else "growth of amount" if claim.shape == "growth" else "change in amount"
    own = Figure(None, name, (), None, quantity.unit or quantity.currency or "", place)
    value = msgspec.structs.replace(quantity, change=sense)
    return Printed(own, value, amount.span, word=amount.word if moves else None), amount.scale
