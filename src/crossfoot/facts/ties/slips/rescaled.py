"""Figures out of all proportion: read with another scale word, do they tie? The figures of an item in, claims told out.

"Millions" for "billions" leaves a figure a thousand times too small. Most claims that it took part in are not even
asked for then, since no part is larger than its whole; so they are asked for again with the figure as it may have been
meant. Where one ties beyond accident, and the cue asks for nothing else that ties as printed, the word is at fault.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence
from fractions import Fraction
from itertools import islice
from math import exp, log10

import msgspec

from crossfoot.facts.ties.amounts import Amount, kin
from crossfoot.facts.ties.claims.asked import asks
from crossfoot.facts.ties.claims.shapes import Claim, around
from crossfoot.facts.ties.lists import with_lists
from crossfoot.facts.ties.meant.choice import Tried, chosen
from crossfoot.facts.ties.meant.trial import EDGE, tried_out
from crossfoot.lexicon import slips
from crossfoot.model import Span

POINTS = {"percentage-point": -2, "basis-point": 2}
NEAR = 12  # figures to either side that one is compared with
ODD, BETTER = 1.5, 1.0  # powers of ten: between it and the nearest of its kind; by how much it is nearer then
MOST_COST = 6.0
MOST_CHANCE, DEARER = 0.35, 2.0  # that it ties by accident; less where the claim costs more
FEW, NEAREST = 4, 1.5  # claims of a cue that are tried as they are, and what they cost at most
WORDS = 4  # scale words that a figure may have
SIZES = 7.0  # sizes that a figure may have, in powers of e
MOST_LUCK = 0.02  # as well, by as many powers of ten, whatever size it has
MOST_ODD = 6  # figures of one item


def rescaled(
    amounts: Sequence[Amount], tied: Collection[int], crowds: frozenset[int], tried: Tried, text: str
) -> Iterator[tuple[Claim, Span]]:
    """The claims that would tie with another scale word, each with the figure that has it."""
    odd = ((a, powers) for a in amounts if a.index not in tied and (powers := _powers(a, amounts, text)))
    for amount, powers in islice(odd, MOST_ODD):
        found = (claim for power in powers for claim in _tying(amounts, amount, power, tied, crowds, tried))
        best = min(found, key=lambda claim: claim.cost, default=None)
        if best is not None:
            operands = tuple(amounts[a.index] for a in best.operands)
            yield msgspec.structs.replace(best, operands=operands, cue=amounts[best.cue.index]), amount.span


def misscaled(
    claims: Sequence[Claim], amounts: Sequence[Amount], tied: Collection[int], text: str
) -> Iterator[tuple[Claim, Span]]:
    """The claims of a cue that does not tie which another scale word would make tie as they are: so many at so much.

    So would one that is missing, where others have it: "每公里投资3,000元" of 27.6亿元.
    """
    for claim in claims[:FEW]:
        if claim.cost > NEAREST or claim.shape not in ("product", "share", "growth"):
            continue
        each = sorted(
            enumerate(claim.operands), key=lambda at: at[1].has("each")
        )  # what is for each is seldom millions
        for place, amount in each:
            if amount.index in tied:
                continue
            for power in _words(amount, text) or _missing(amount, amounts):
                operands = list(claim.operands)
                operands[place] = _scaled(amount, power)
                other = msgspec.structs.replace(claim, operands=tuple(operands))
                off, _ = tried_out(other)
                if off is not None and off <= EDGE and _luck(other) <= MOST_LUCK * exp(-claim.cost):
                    yield claim, amount.span
                    return


def _luck(claim: Claim) -> float:
    """How likely figures of any sizes tie as sharply as these."""
    sharp = sum(a.sharp for a in claim.operands)
    return WORDS * sharp / SIZES


def _words(amount: Amount, text: str) -> tuple[int, ...]:
    """By which powers of ten other scale words are larger than that of a figure."""
    return slips.rescaled(text[slice(*amount.quantity.scale_word)]) if amount.quantity.scale_word is not None else ()


def _missing(amount: Amount, amounts: Sequence[Amount]) -> tuple[int, ...]:
    """The powers of ten of the scale words that figures around a bare one have, where its unit stands behind it."""
    quantity = amount.quantity
    if quantity.scale_word is not None or quantity.unit_word is None or quantity.unit_word[0] < quantity.digits[1]:
        return ()
    near = amounts[max(amount.index - NEAR, 0) : amount.index + NEAR + 1]
    scales = {a.quantity.scale for a in near if a.quantity.scale_word is not None and a.quantity.scale > 1}
    return tuple(len(str(scale)) - 1 for scale in sorted(scales))


def _powers(amount: Amount, amounts: Sequence[Amount], text: str) -> tuple[int, ...]:
    """By which powers of ten a figure may be out, by its words and by the sizes of those of its kind."""
    if amount.sort == "points":
        return (POINTS[amount.quantity.kind],) if amount.quantity.kind in POINTS else ()
    if amount.sort != "amount" or amount.quantity.scale_word is None or amount.size <= 0:
        return ()
    near = amounts[max(amount.index - NEAR, 0) : amount.index + NEAR + 1]
    like = [a.size for a in near if a is not amount and a.sort == "amount" and a.size > 0 and kin(a, amount)]
    if not like:
        return ()
    size = log10(amount.size)
    sizes = [log10(other) for other in like]
    away = min(abs(other - size) for other in sizes)
    if away < ODD:
        return ()
    return tuple(
        power for power in _words(amount, text) if min(abs(other - size - power) for other in sizes) <= away - BETTER
    )


def _tying(
    amounts: Sequence[Amount],
    amount: Amount,
    power: int,
    tied: Collection[int],
    crowds: frozenset[int],
    tried: Tried,
) -> Iterator[Claim]:
    """The claims with a figure of another scale that tie."""
    other = _scaled(amount, power)
    row = [msgspec.structs.replace(other if a is amount else a, under=()) for a in amounts]
    row = list(with_lists(row))
    for cue in row[max(amount.index - NEAR, 0) : amount.index + NEAR + 1]:
        if cue.index in tied:
            continue
        near = around(row, cue, crowds)
        if cue.index != amount.index and all(a.index != amount.index for a in near):
            continue
        for claims, _ in asks(cue, near):
            claims.sort(key=lambda claim: claim.cost)
            asked = any(a.index == amount.index for claim in claims for a in claim.operands)
            meant = chosen(claims, {}, tried) if asked else None
            if meant is None:
                continue
            claim, chance = meant
            likely = claim.cost > MOST_COST or chance > MOST_CHANCE * exp(-claim.cost / DEARER)
            if not likely and any(a.index == amount.index for a in claim.operands) and _told(claim, other, power):
                yield claim


def _told(claim: Claim, amount: Amount, power: int) -> bool:
    """Is a figure that is too large called a whole? What is far larger than others is more likely none of theirs.

    Nor does a rate move from points.
    """
    if claim.shape == "points" and claim.operands[0].sort != claim.operands[1].sort:
        return False
    whole = claim.shape == "sum" and claim.operands[0].index == amount.index and power < 0
    return not whole or claim.sure or amount.has("whole")


def _scaled(amount: Amount, power: int) -> Amount:
    """A figure with another scale word."""
    by = Fraction(10) ** power
    quantity = amount.quantity
    quantity = msgspec.structs.replace(
        quantity, low=quantity.low * by, high=quantity.high * by, step=quantity.step * by
    )
    times = float(by)
    return msgspec.structs.replace(
        amount, quantity=quantity, low=amount.low * times, high=amount.high * times, size=amount.size * times,
        step=float(quantity.step) * float(amount.scale),
    )  # fmt: skip
