"""Equations that a cue asks for, though no phrasing ties its figures: the figures of an item in, ties out.

A cue says that there is an equation of a known shape; which of the figures around it take part is told by nearness and
by the words beside them. Where one of the likeliest choices ties, it is what is meant, provided that so good a tie is
no accident; where none does, the claim is only told if nothing else can be meant.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Sequence
from math import inf

import msgspec

from crossfoot.facts.ties import known
from crossfoot.facts.ties.amounts import Amount, row
from crossfoot.facts.ties.claims.afield import afield
from crossfoot.facts.ties.claims.asked import Asked, asked
from crossfoot.facts.ties.claims.by_name import by_name
from crossfoot.facts.ties.claims.defined import defined
from crossfoot.facts.ties.claims.fellows import fellows
from crossfoot.facts.ties.claims.headcount import headcounts
from crossfoot.facts.ties.claims.implied import of_implied
from crossfoot.facts.ties.claims.joint import joint
from crossfoot.facts.ties.claims.measures import by_measure
from crossfoot.facts.ties.claims.nouns import by_noun
from crossfoot.facts.ties.claims.paired import Pairs
from crossfoot.facts.ties.claims.parallel import by_definition, doubted, parallel, phrased, stated
from crossfoot.facts.ties.claims.ratios import by_ratio
from crossfoot.facts.ties.claims.related import Ordered, Related, likely, near, related
from crossfoot.facts.ties.claims.sets import by_set
from crossfoot.facts.ties.claims.shapes import MOVES, Claim, crowded, figures, precedes
from crossfoot.facts.ties.claims.units import by_unit
from crossfoot.facts.ties.counted import counted
from crossfoot.facts.ties.figured import figured
from crossfoot.facts.ties.headed import headed
from crossfoot.facts.ties.hundreds import hundreds
from crossfoot.facts.ties.lists import with_lists
from crossfoot.facts.ties.meant.alone import alone
from crossfoot.facts.ties.meant.choice import Tried, chosen, failing, likeliest, rank, readings, wholes_of
from crossfoot.facts.ties.meant.doubt import doubtful, of_more, otherwise, overdone, unfinished, unsaid, wanting
from crossfoot.facts.ties.meant.doubt.listings import no_list
from crossfoot.facts.ties.meant.doubt.orders import no_order
from crossfoot.facts.ties.meant.lone import lone
from crossfoot.facts.ties.meant.sure import certain
from crossfoot.facts.ties.meant.trial import tried_out
from crossfoot.facts.ties.order.every import every
from crossfoot.facts.ties.order.hedged import with_hedged
from crossfoot.facts.ties.order.mixed import mixes
from crossfoot.facts.ties.order.ordered import in_rows
from crossfoot.facts.ties.order.turning import turns
from crossfoot.facts.ties.slips.recoined import recoined
from crossfoot.facts.ties.slips.rescaled import misscaled, rescaled
from crossfoot.facts.ties.slips.reworded import placed, turned
from crossfoot.facts.ties.slips.untied import Item, suspected
from crossfoot.facts.ties.told import shares, tie
from crossfoot.facts.ties.weighted import weighted
from crossfoot.model import Block, Change, Comparison, Document, Fact, Figure, Listing, Mention, Share, Span

__all__ = ["headed", "settled"]

COINED = "tie.currency"
LACKED = 0.05  # chance that a sum ties by accident with the one figure that it lacked
NAMED_OFF = 3.0  # times what it should be: a figure that words call by name
MOST_TORN = 3  # claims of one cue that a slip has made impossible


class Settled(msgspec.Struct):
    """What came of the claims of an item."""

    ties: list[tuple[Claim, float, bool]] = []  # how likely by accident, and whether words leave nothing else
    open: list[tuple[Amount, list[Claim]]] = []  # of which none ties
    outright: list[Claim] = []  # that do not tie, and yet can be meant of no other figures
    reworded: list[Claim] = []  # of which one would, but for a word
    held: set[Span] = set()  # the cues that are done with
    said: list[list[Claim]] = []  # what words say outright: its readings, up to the first that ties
    broken: list[tuple[Claim, bool]] = []  # what words say and figures deny; and whether the words alone are enough
    named: list[Claim] = []  # of them the differences whose words say of each figure which it is
    first: dict[int, list[Claim]] = {}  # what may be meant of some claims, by the list that they stand in

    def settle(self, cue: Amount, claims: list[Claim], meant: tuple[Claim, float] | None, firm: bool) -> None:
        if meant is None:
            self.open.append((cue, claims))
        else:
            self.held.add(cue.span)
            self.ties.append((*meant, firm))

    def tell(self, tying: Claim | None, firm: bool, otherwise: Sequence[Claim]) -> None:
        """What places or nouns leave one reading of: it ties, or the only one that is left is told."""
        if tying is not None:
            self.held.add(tying.cue.span)
            self.ties.append((tying, 0.0, firm))
        elif len(otherwise) == 1:
            self.outright += otherwise

    def likeliest(self, claims: list[Claim], tried: Tried) -> list[Claim]:
        """What may be meant of the claims of a cue, asked once."""
        if id(claims) not in self.first:
            self.first[id(claims)] = likeliest(claims, tried)
        return self.first[id(claims)]

    def failing(self, found: Asked, bound: Collection[Span], tried: Tried) -> Iterator[list[Claim]]:
        """The claims of each cue that a slip may have undone: where one ties, those that are likelier meant."""
        least = dict[Span, float]()
        for claim, *_ in self.ties:
            least[claim.cue.span] = min(claim.cost, least.get(claim.cue.span, claim.cost))
        for cue, claims in self.open:
            if cue.span not in self.held and cue.span not in bound:
                yield failing(claims, tried)
        for cue, claims in found.claims:
            if cue.span in least and cue.span not in bound:
                yield failing(claims, tried, least[cue.span])
        for span, claims in found.torn.items():
            if span not in bound and (span in least or span not in self.held):
                ranked = sorted(claims, key=lambda claim: claim.cost)[:MOST_TORN]
                yield [claim for claim in ranked if claim.cost < least.get(span, inf)]

    def denied(self) -> list[Claim]:
        """What words say for sure and figures deny; of a sum only if the same figures make no other."""
        added = {figures(claim) for claim, *_ in self.ties if claim.shape == "sum"}
        return [c for c, firm in self.broken if firm and not (c.shape == "sum" and figures(c) in added)]

    def relate(self, said: Related, tried: Tried, text: str) -> None:
        """What words say of some figures: it ties, or words and figures are at odds."""
        claim = said.tying(tried)
        wrong = said.broken(text) if claim is None else None
        known = said.claims if claim is None else said.claims[: said.claims.index(claim) + 1]
        self.said.append([c if said.firm or c is wrong else msgspec.structs.replace(c, said=False) for c in known])
        if claim is not None:
            self.ties.append((claim, 0.0, said.firm))
        elif wrong is not None:
            self.broken.append((wrong, said.firm))
            self.named += [wrong] if said.firm and said.named and wrong.kind == "difference" else []


def settled(
    document: Document, sentences: Sequence[tuple[Block, list[Mention]]], facts: Sequence[Fact]
) -> tuple[list[Fact], list[Fact]]:
    """The facts of one item that its ties leave standing, and the ties."""
    amounts = with_lists(row(document, sentences, facts))
    ties = list(_state(amounts, document, sentences, facts))
    doubted = set(_doubted(facts, amounts, document.text))
    standing = (known.unbased(fact) if id(fact) in doubted else fact for fact in facts)
    kept = [fact for fact in standing if fact is not None]
    lang = sentences[0][0].lang if sentences else ""
    return _meant(known.overruled(kept, ties), document.text, lang), _meant(ties, document.text, lang)


def _meant(facts: Iterable[Fact], text: str, lang: str) -> list[Fact]:
    return [fact for fact in facts if not (isinstance(fact, Listing) and no_list(fact, text, lang))]


def _doubted(facts: Sequence[Fact], amounts: Sequence[Amount], text: str) -> Iterator[int]:
    """What phrasings tie, does not tie out and was hardly meant."""
    for fact, claim in phrased(facts, amounts):
        if tried_out(claim)[0] is None and overdone(claim, amounts, text):
            yield id(fact)


def _state(
    amounts: Sequence[Amount],
    document: Document,
    sentences: Sequence[tuple[Block, list[Mention]]],
    facts: Sequence[Fact],
) -> Iterator[Fact]:
    """The ties of one item."""
    crowds, bound, tried = crowded(amounts), known.bound(facts), Tried()
    found = asked(amounts, crowds, bound, tried)
    yield from found.outright
    yield from figured(amounts, document)
    for told in (mixes(amounts, document.text), turns(amounts, document.text), hundreds(amounts), weighted(amounts)):
        yield from told
    hedged = with_hedged(amounts, sentences, document.text)
    said = [
        *related(document, sentences, amounts, hedged),
        *by_name(amounts),
        *headcounts(amounts, document.text),
        *defined(amounts, document.text),
        *by_set(amounts),
        *by_measure(amounts),
        *by_unit(amounts, document.text),
        *by_ratio(amounts),
        *afield(amounts, document.text),
        *joint(amounts, document.text),
    ]
    yield from _orders(hedged, document, facts, [one for one in said if isinstance(one, Ordered)])
    settled = _settled(found, tried, amounts, facts)
    yield from _shares([one for one in said if isinstance(one, Pairs)], facts, settled.ties)
    for one in said:
        if isinstance(one, Related):
            settled.relate(one, tried, document.text)
    settled.said += ([claim] for claim in doubted(facts, amounts))
    _named(settled, tried, amounts, document.text)
    _beside(settled, tried, amounts)
    beside = _by_figure(settled)
    wrong = [c for c in settled.denied() if not unsaid(c, amounts, beside, document.text)]
    # Other words may tie the same figures; the word of a move is believed of points, and where places say what moved.
    sure = [claim for claim in settled.reworded if claim.shape == "points" or placed(claim)]
    denied = {frozenset(a.span for a in claim.operands) for claim in (*wrong, *sure)}
    # What fell by so much makes no sum as well: one figure cannot be of two signs.
    seen = {frozenset(amounts[i].span for i in own) for own in known.moved(facts, amounts)}
    yield from _tied(document, settled, amounts, facts, denied, seen)
    spare = [[c for c in claims if not of_more(c, beside)] for claims in settled.failing(found, bound, tried)]
    settled.held |= bound
    asked_for = [settled.likeliest(claims, tried) for cue, claims in found.claims if cue.span not in bound]
    untied = _outright(settled, tried, amounts)
    yield from _completed([*untied, *(claim for claim, _ in settled.broken)], amounts, seen)
    outright = [claim for claim in untied if not unfinished(claim, amounts, beside, document.text)]
    wrong = _but(wrong, outright)
    silent = [claims for claims in settled.said if tried.off(claims[-1]) is None]
    spare += ([claim for claim in claims if claim in wrong or not otherwise(claim, beside)] for claims in silent)
    ties = {figures(claim) for claim, *_ in settled.ties}
    item = Item(amounts, asked_for + settled.said, _spared(spare, settled, ties), ties)
    slips = [(claim, claim.cue.span) for claim in settled.reworded]
    slips += _slips(item, settled, crowds, tried, document.text)
    slips = [(claim, blamed) for claim, blamed in slips if not doubtful(claim, amounts, beside, document.text)]
    yield from _failing(slips, outright, wrong, settled.named, seen)
    yield from _implied(amounts, facts, seen, said, document.text)
    for claim, blames in recoined(amounts, frozenset().union(*ties), crowds, tried):
        yield msgspec.structs.replace(tie(claim, 0.0, blames), rule=COINED)


def _completed(claims: Sequence[Claim], amounts: Sequence[Amount], seen: set[frozenset[Span]]) -> Iterator[Fact]:
    """The sums that lack just one of the figures among their own: with it they tie."""
    for claim in claims:
        if claim.shape != "sum" or claim.minus or claim.kind == "difference":
            continue
        more = wanting(claim, amounts)
        spans = frozenset(a.span for a in (*claim.operands, more)) if more is not None else frozenset[Span]()
        if more is not None and spans not in seen:
            seen.add(spans)
            yield tie(msgspec.structs.replace(claim, operands=(*claim.operands, more)), LACKED)


def _outright(settled: Settled, tried: Tried, amounts: Sequence[Amount]) -> list[Claim]:
    """What does not tie, and can be meant of no other figures."""
    first = [settled.likeliest(claims, tried) for cue, claims in settled.open if cue.span not in settled.held]
    found = [claim for claim in settled.outright if claim.cue.span not in settled.held]
    alone = list[Claim]()
    for claims in first:
        if certain(claims):
            found.append(claims[0])
        elif (claim := lone(claims, amounts)) is not None:
            alone.append(claim)
    return found + alone


def _spared(spare: Sequence[Sequence[Claim]], settled: Settled, ties: Collection[frozenset[int]]) -> list[list[Claim]]:
    """The claims that a slip may have undone: of figures that do not tie, nor measure what another rate does.

    And of levels or of moves: nothing falls to 4.75% from 0.5 points. Nor is what stands right behind a figure how
    another grew from it.
    """
    moved = {_moved(claim) for claim, *_ in settled.ties if claim.shape in MOVES}
    return [
        [
            c
            for c in claims
            if figures(c) not in ties
            and (c.shape != "points" or c.operands[0].sort == c.operands[1].sort)
            and (c.shape not in MOVES or _moved(c) not in moved)
            and not _own(c)
        ]
        for claims in spare
    ]


def _own(claim: Claim) -> bool:
    """Is a rate of growth the one of what would be its base: "对东盟512亿元；对欧盟进出口438亿元，增长6.0%"?"""
    if claim.shape != "growth":
        return False
    now, base, by = claim.operands
    if not claim.cue.leading:  # "exports were 571,534, up 3.3%, while imports came to 594,158"
        told = by.move is not None and by.move.figure in (printed.figure for printed in base.figures)
        return told and base.index == by.index - 1 and now.index > by.index
    behind = base.index == by.index - 1 and base.sentence == by.sentence and now.index < base.index
    return behind and not base.has("base", "then", "yearly", "lately") and precedes(base, now) is not True


def _failing(
    slips: list[tuple[Claim, Span]],
    outright: list[Claim],
    wrong: list[Claim],
    told: list[Claim],
    seen: set[frozenset[Span]],
) -> Iterator[Fact]:
    """What does not tie, each set of figures once: what a slip explains, then what words leave no other reading of."""
    worded = {figures(claim) for claim in wrong if claim.shape in MOVES}  # words tell these, no guess
    slips = [one for one in slips if one[0] in wrong or figures(one[0]) not in worded]
    outright = _but(outright, [claim for claim, _ in slips])  # what a slip mends is read with the figures that it ties
    outright += _but(wrong, [claim for claim, _ in slips if claim not in wrong])
    for claim, blames in (*slips, *((claim, None) for claim in outright)):
        spans = frozenset(a.span for a in claim.operands)
        if spans not in seen:
            seen.add(spans)
            if any(claim is one for one in told):
                blames = None  # words leave nothing else, whatever slip it was
            firm = any(claim is one for one in outright) and (blames is None or claim not in wrong)
            named = blames is None and any(claim is one for one in (wrong if claim.shape in MOVES else told))
            yield tie(claim, 1.0, blames, firm=firm, named=named)  # a likely slip is told as one


def _tied(
    document: Document,
    settled: Settled,
    amounts: Sequence[Amount],
    facts: Sequence[Fact],
    denied: set[frozenset[Span]],
    seen: set[frozenset[Span]],
) -> Iterator[Fact]:
    """What ties, each set of figures once and by the words that are surest of it; and how many parts words count."""
    told, numbered = known.told(facts), {fact.figure for fact in facts if isinstance(fact, Listing)}
    for claim, chance, firm in sorted(settled.ties, key=lambda one: (not one[0].sure, not one[0].said)):
        fact, spans = tie(claim, chance, firm=firm), frozenset(a.span for a in claim.operands)
        for listing in counted(claim, amounts, document):
            if listing.figure not in numbered:
                numbered.add(listing.figure)
                yield listing
        if frozenset(fact.figures) not in told and spans not in seen and spans not in denied:
            seen.add(spans)
            yield fact


def _moved(claim: Claim) -> tuple[object, ...]:
    """What moved, and how it is said; beside a rate that ties two levels another one is measured otherwise."""
    now, base, by = claim.operands
    return claim.shape, now.index, base.index, by.sentence


def _but(claims: Sequence[Claim], others: Sequence[Claim]) -> list[Claim]:
    """Those of some claims that no other, of other figures, has all the parts of."""
    known = [figures(other) for other in others]
    return [
        claim
        for claim in claims
        if not any({a.index for a in claim.operands[1:]} <= other != figures(claim) for other in known)
    ]


def _orders(
    levels: Sequence[Amount], document: Document, facts: Sequence[Fact], rows: Sequence[Ordered]
) -> Iterator[Fact]:
    """Which figures words set above others, but for those that a phrasing has set beside each other already."""
    known = {frozenset[Figure | None]((f.figure, f.bases[0])) for f in facts if isinstance(f, Change)}
    known |= {frozenset((f.lesser, f.greater)) for f in facts if isinstance(f, Comparison)}
    place = {p.figure: p.span for fact in facts for p in fact.printed}
    moved = {frozenset((place.get(f.figure), place.get(f.bases[0]))) for f in facts if isinstance(f, Change)}
    told, at = set[tuple[Figure | None, ...]](), {a.span: a for a in levels}
    said_ = (fact for fact in every(levels, document) if not no_order(fact, at, document.text))
    for fact in said_:
        said = fact.lesser, fact.greater, fact.gap
        ends = frozenset(p.span for p in fact.printed if p.figure in said[:2])
        if frozenset(said[:2]) not in known and ends not in moved and said not in told:
            told.add(said)
            yield fact
    known |= {frozenset(said[:2]) for said in told}
    rows_ = (fact for fact in in_rows(rows) if frozenset((fact.lesser, fact.greater)) not in known)
    yield from (fact for fact in rows_ if not no_order(fact, at, document.text))


def _shares(pairs: Sequence[Pairs], facts: Sequence[Fact], ties: Sequence[tuple[Claim, float, bool]]) -> Iterator[Fact]:
    """The shares of wholes that nobody prints, but for those of which a phrasing knows two."""
    wholes = {claim.operands[-1].index for claim, *_ in ties if claim.shape == "share"}
    pairs = [one for one in pairs if one.firm or wholes.isdisjoint(rate.index for _, rate in one.pairs)]
    printed = {p.figure for fact in facts for p in fact.printed}
    known = {fact.ratio for fact in facts if isinstance(fact, Share) and fact.part in printed}
    for one in pairs:
        told = list(shares(one))
        if not known.issuperset(fact.ratio for fact in told):
            known.update(fact.ratio for fact in told)
            yield from told


def _implied(
    amounts: Sequence[Amount],
    facts: Sequence[Fact],
    seen: Collection[frozenset[Span]],
    said: Sequence[Related | Ordered | Pairs],
    text: str,
) -> Iterator[Fact]:
    """The parts of wholes that nobody prints, but for those whose share anything else ties."""
    taken = known.bound(facts).union(*seen)
    told = {rate.span for one in said if isinstance(one, Pairs) for _, rate in one.pairs}
    for one in of_implied(amounts, taken, told, text):
        yield from shares(one)


def _settled(found: Asked, tried: Tried, amounts: Sequence[Amount], facts: Sequence[Fact]) -> Settled:
    """Which claim of each cue is meant, where one ties; and those of which none does."""
    settled, wholes = Settled(), wholes_of(found.claims, tried)
    for cue, claims in found.claims:
        rank(claims, wholes)
        wrong = turned(claims, tried.off)
        if wrong is not None:
            settled.reworded.append(wrong)
            settled.held.add(cue.span)
            continue
        if (own := alone(claims, amounts, tried.off)) is not None:
            settled.settle(cue, claims, chosen([own], wholes, tried, True), firm=True)
            if cue.span not in settled.held:
                settled.outright.append(own)
            continue
        sure = certain(claims)
        meant = chosen(readings(claims) if sure else claims, wholes, tried, sure)
        settled.settle(cue, claims, meant, sure and meant is not None and meant[0] is claims[0])
    tied = [*(claim for claim, *_ in settled.ties), *stated(facts, amounts), *by_definition(amounts)]
    for claim in parallel(tied, amounts):  # what ties some figures ties those that they are set beside
        settled.settle(claim.cue, [claim], chosen([claim], {}, tried), firm=False)
    return settled


def _named(settled: Settled, tried: Tried, amounts: Sequence[Amount], text: str) -> None:
    """What words call by the noun that another figure counts: it ties, or, where only one reading is left, is told."""
    known = {claim.operands[1:] for claim, *_ in settled.ties}
    kinds = {figures(c): c.kind for _, claims in settled.open for c in claims if c.shape == "product"}
    for claims, sure in by_noun(amounts):
        claim = next((claim for claim in claims if tried.off(claim) is not None), None)
        if any(one.operands[1:] in known for one in claims):
            continue
        read = claims if claim is None else claims[: claims.index(claim) + 1]
        settled.said.append([msgspec.structs.replace(c, kind=kinds.get(figures(c), c.kind)) for c in read])
        meant = [claim for claim in claims if near(claim, NAMED_OFF) or likely(claim, text)] if sure else []
        settled.tell(claim, len(claims) == 1, meant)


def _beside(settled: Settled, tried: Tried, amounts: Sequence[Amount]) -> None:
    """What can only be of the whole that the figures beside it are of: it ties, or is told."""
    tied = [claim for claim, *_ in settled.ties]
    known = {(claim.shape, id(claim.operands[-1])) for claim in tied}
    for claim in fellows(tied, amounts):
        if (claim.shape, id(claim.cue)) in known:
            continue
        settled.tell(claim if tried.off(claim) is not None else None, True, [claim])


def _by_figure(settled: Settled) -> dict[int, list[Claim]]:
    """By the place of a figure, the ties that it takes part in."""
    found = dict[int, list[Claim]]()
    for claim, *_ in settled.ties:
        for amount in claim.operands:
            found.setdefault(amount.index, []).append(claim)
    return found


def _slips(
    item: Item, settled: Settled, crowds: frozenset[int], tried: Tried, text: str
) -> Iterator[tuple[Claim, Span]]:
    """The claims that one slip undone makes tie, each with the figure that has it."""
    tied = frozenset().union(*item.ties)
    yield from rescaled(item.amounts, tied, crowds, tried, text)
    for _, claims in settled.open:
        yield from misscaled(claims, item.amounts, tied, text)
    for mend in suspected(item, text):
        yield from ((claim, mend.amount.span) for claim, _ in mend.claims)
