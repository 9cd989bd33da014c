"""Claims that are told although they do not tie: those that one slip of the pen, undone, makes tie, beyond accident.

Most claims that do not tie were never meant, and one slip or another explains many of them by accident. So what is
weighed is a slip, with all the claims that it would mend: how likely each is meant, by the words and places of its
figures (`meant`); how unlikely it would tie by accident; how likely such a slip is; and what ties as it is printed. The
weights are in lexicon/untied.toml, measured by benchmarks/untied.py on claims of real texts and on planted slips.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Iterator, Sequence
from functools import cached_property
from itertools import chain
from math import log
from operator import attrgetter

from crossfoot.facts.ties.amounts import Amount, called, kin, opposite
from crossfoot.facts.ties.claims.shapes import MOVES, Claim, figures, moved, precedes
from crossfoot.facts.ties.meant.trial import accident
from crossfoot.facts.ties.slips.mends import Mend, mends
from crossfoot.lexicon.slips import cost
from crossfoot.lexicon.untied import weights

MOST_ASKED, MOST_COST = 6, 8.0  # claims of one cue that may be meant
MOST_OPEN, DEAREST = 20, 8.0  # and such as may be meant though they do not tie
TOLD = 0.8  # logarithm of the odds beyond which a slip is told
LIKELY, MEANT = 0.2, 0.5  # and where a scale word is at fault, or words alone make it so likely that its claim is meant
MOST_TOLD = 3  # slips of one item
EVIDENCE = 1.5  # for a claim that is told with the likeliest of its mend
LEAST = 2e-5  # no tie is less likely than this by accident
USUAL, AS_IF = 0.5, 4  # the share of figures that tie before any is seen, and how many figures that counts for
NEAR = 20  # figures to either side that may be strangers to a claim
SUMS = ("sum", "product")  # shapes in which the order of the others says nothing
Features = dict[str, float]
_index, _cost = attrgetter("index"), attrgetter("cost")


class Item:
    """The claims of an item when all that ties is known.

    `asked` has the likeliest claims of each cue, or the readings of words, up to the first that ties; `open` those that
    do not tie, where none ties that is as likely. `ties` are the figures of each tie.
    """

    def __init__(
        self,
        amounts: Sequence[Amount],
        asked: Sequence[Sequence[Claim]],
        open_: Sequence[Sequence[Claim]],
        ties: Collection[frozenset[int]],
    ) -> None:
        self.amounts, self.asked, self.open, self.ties = amounts, asked, open_, ties
        self._meant = dict[Claim, tuple[float, float]]()
        # The place of each among the claims of its cue.
        self._rank = {claim: i for claims in chain(open_, asked) for i, claim in enumerate(claims)}

    @cached_property
    def tied(self) -> Counter[int]:
        """In how many ties each figure takes part."""
        return Counter(chain.from_iterable(self.ties))

    @cached_property
    def votes(self) -> Counter[frozenset[int]]:
        """How many cues ask for the same figures first of all."""
        return Counter(figures(claims[0]) for claims in self.asked)

    @cached_property
    def alike(self) -> Counter[tuple[float, float]]:
        """How many figures have each range."""
        return Counter((a.low, a.high) for a in self.amounts)

    def settled(self, own: frozenset[int]) -> float:
        """The share of the other figures that take part in ties; where there are few, it is near `USUAL`.

        Laplace's rule of succession, weighed as `AS_IF` figures: a text of one claim says nothing about its others.
        """
        return (len(self.tied.keys() - own) + AS_IF * USUAL) / (len(self.amounts) - len(own) + AS_IF)

    def claim(self, claim: Claim) -> Features:
        """What tells whether a claim is meant, by nothing but words and places."""
        own, first = figures(claim), claim.operands[0]
        ties = own in self.ties
        elsewhere = sum([self.tied[i] > ties for i in own])
        tight = bound_up(claim) or bound_in_order(claim, self.amounts)
        found = {
            claim.kind if claim.kind in ("conversion", "ratio") else "flow" if claim.minus else claim.shape: 1.0,
            "cost": min(claim.cost, 6.0),
            "rank": log(1 + self._rank.get(claim, 0)),
            "sentences": min(len({a.sentence for a in claim.operands}) - 1.0, 2.0),
            "elsewhere": elsewhere / len(own),
            "settled": self.settled(own),
            "tight": 1.0 * tight,
            "closed": 1.0 * closed(claim, self.amounts),
            "said": 1.0 * claim.said,
            "asked": min(self.votes[own], 3.0),
        }
        if claim.shape == "share":
            found["called"] = 1.0 * called(claim.cue, claim.operands[1])
            found["whole"] = 1.0 * claim.operands[1].has("total", "whole", "target")
        elif claim.shape == "sum":
            parts = claim.operands[1:]
            found["total"] = 1.0 * first.has("total", "whole")
            found["listed"] = 1.0 * (parts[0].run[1] == len(parts) > 1)
            found["halves"] = 1.0 * any(opposite(a, b) for a in claim.operands for b in claim.operands if a is not b)
            found["many"] = 1.0 * (len(parts) > 2)
            found["times"] = 1.0 * (claim.kind == "sum" and _same_thing(parts))
            found["compared"] = 1.0 * any(a.has("base") for a in claim.operands)
            found["moved"] = 1.0 * any(a.has("moved") for a in parts)
            found["leading whole"] = 1.0 * all(first.index < a.index for a in parts)
        return found

    def mend(self, mend: Mend) -> Features:
        """What tells whether a slip was made: the claims that it explains, and what it would spoil."""
        told = sorted(self.evidence(mend), reverse=True)
        own = frozenset(chain.from_iterable(figures(claim) for claim, _ in mend.claims))
        _, meant, sharp, off = told[0]
        amount, right = mend.amount, mend.right
        return {
            "meant": meant,
            "sharp": sharp,
            "more": sum(max(evidence, 0.0) * (1 - edge) for evidence, *_, edge in told[1:]),
            "off": off,
            "ties": min(self.tied[amount.index], 2.0),
            "settled": self.settled(own),
            "slip": cost(right.slip),
            "likes": log(right.likes),
            "odd": 1.0 * right.odd,
            "twin": 1.0 * (self.alike[amount.low, amount.high] > 1),
            "turned": 1.0 * (right.slip == "direction" and not any(bound_up(claim) for claim, _ in mend.claims)),
        }

    def evidence(self, mend: Mend) -> list[tuple[float, float, float, float]]:
        """For each set of numbers that a slip would mend: for it in all; that it is meant, that it is no accident."""
        found = dict[frozenset[tuple[float, float]], tuple[float, float, float, float]]()
        for claim, off in mend.claims:
            meant, sharp = self.meant(claim)
            own, told = frozenset([(a.low, a.high) for a in claim.operands]), (meant + sharp, meant, sharp, off)
            found[own] = max(found.get(own, told), told)
        return list(found.values())

    def clear(self, mend: Mend) -> Mend:
        """A mend without such of its claims as only tie with it by accident."""
        evidence = [sum(self.meant(claim)) for claim, _ in mend.claims]
        least = min(max(evidence), EVIDENCE)
        return Mend(mend.amount, mend.right, [c for c, own in zip(mend.claims, evidence, strict=True) if own >= least])

    def meant(self, claim: Claim) -> tuple[float, float]:
        """That a claim is meant, and that its tying would be no accident: logarithms of how likely."""
        if claim not in self._meant:
            meant = weights("claim").sum(self.claim(claim))
            self._meant[claim] = meant, -log(max(accident(claim), LEAST))
        return self._meant[claim]

    def mends(self, text: str) -> list[Mend]:
        """The slips that would explain open claims: of those that say the same, the likeliest."""
        claims = dict[tuple[object, ...], Claim]()
        for claim in sorted(chain.from_iterable(self.open), key=_cost):
            first, *others = map(_index, claim.operands)
            if claim.shape in SUMS and not claim.minus:
                others.sort()
            factor = claim.factor if claim.shape == "product" else 1  # of nothing else, and slow to hash
            claims.setdefault((first, *others, claim.shape, claim.sign, factor), claim)
        return mends(claims.values(), text)


def suspected(item: Item, text: str) -> Iterator[Mend]:
    """The slips that are told, likeliest first; no figure takes part in two of them."""
    scored = list[tuple[float, Mend]]()
    for mend in filter(_sayable, item.mends(text)):
        signs = item.mend(mend)
        score = weights("mend").sum(signs)
        if score > _least(signs, mend):
            scored.append((score, mend))
    spent, told = set[int](), 0
    for _, mend in sorted(scored, key=lambda scored: -scored[0]):
        own = set(chain.from_iterable(figures(claim) for claim, _ in mend.claims))
        if told < MOST_TOLD and spent.isdisjoint(own):
            spent |= own
            told += 1
            yield item.clear(mend)


def _least(signs: Features, mend: Mend) -> float:
    """What the odds of a slip must be beyond for it to be told.

    With one bound for all, ten more texts without a slip had an alarm below `TOLD`, of claims that words do not make
    likely; of those that they do, none. Figures that are many times too large are seldom set beside others at all.
    """
    return LIKELY if signs["meant"] > MEANT or mend.right.slip == "scale" else TOLD


def _sayable(mend: Mend) -> bool:
    """A direction can only be wrong where words say which figure is now and which it moved from."""
    return mend.right.slip != "direction" or any(bound_up(claim) for claim, _ in mend.claims)


def _same_thing(parts: Sequence[Amount]) -> bool:
    """Are parts one thing at several times, which seldom adds up: what was held in 2012 and in 2011?"""
    known = [a.figure for a in parts if a.figure is not None]
    whats = {(figure.entity, figure.metric, figure.segment) for figure in known}
    return len(known) == len(parts) == len({figure.period for figure in known}) > len(whats) == 1


def closed(claim: Claim, amounts: Sequence[Amount]) -> bool:
    """Are there no other figures of their kind in the sentences that the operands stand in?"""
    own = figures(claim)
    inside = {a.sentence for a in claim.operands}
    sorts = {a.sort for a in claim.operands}
    levels = [a for a in claim.operands if a.sort == "amount"]
    return max(inside) - min(inside) <= 1 and not any(
        a.sentence in inside
        and a.index not in own
        and a.sort in sorts
        and (a.sort != "amount" or any(kin(a, level) for level in levels))
        for a in amounts[max(min(own) - NEAR, 0) : max(own) + NEAR]
    )


def bound_up(claim: Claim) -> bool:
    """Do cues say which operand is which?"""
    if claim.shape in MOVES:
        now, base, by = claim.operands
        if claim.shape == "change" and not by.has("moved", "by", "more"):
            return False
        if base.leading and precedes(base, now) is False:
            return False
        return base.has("base") and not now.has("base") and (moved(by) or by.quantity.change is not None)
    if claim.shape == "share":
        return claim.cue.has("share", "target") and not claim.operands[0].has("moved", "more")
    if claim.kind == "ratio":
        near = all(abs(a.index - claim.cue.index) <= 2 for a in claim.operands)
        return near and len({a.sentence for a in claim.operands}) == 1
    if claim.said:
        return True
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
    behind = (a for a in amounts[part.index + 1 :][:NEAR] if a.sentence == part.sentence)
    return not any(a.sort == "amount" and kin(a, part) for a in behind)
