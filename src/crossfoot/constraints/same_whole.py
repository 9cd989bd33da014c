"""Shares of one whole that nobody prints must agree on it: 312万股 are 1.04% of it, and 1,968万股 are 6.56%."""

from __future__ import annotations

from collections.abc import Iterator
from fractions import Fraction

from crossfoot.constraints.stated import Stated
from crossfoot.model import Figure, Reading, Share, Statement
from crossfoot.relation import var

COUNTED = "share"  # what is printed to the last one, though it ends in noughts


def relate(stated: Stated) -> Iterator[Statement]:
    """One statement for each share but one of a whole; the shares themselves are stated apart.

    All are held against the sharpest: 0.06% says little of a whole, and 35.51% says much. As many shares as another
    part are as much of it, however round their number is.
    """
    shares = dict[Figure, list[Share]]()
    for share in stated.of(Share):
        whole = share.wholes[0]
        if whole in stated.printed or share.part not in stated.printed or share.quantity.kind == "fraction":
            continue
        shares.setdefault(whole, []).append(share)
    for known in shares.values():
        sharpest, first = max(known, key=_sharpness), dict[Fraction, Share]()
        for share in known:
            alike = share.part.unit == COUNTED
            size = next(iter(stated.printed[share.part].values())).quantity.low
            one = first.setdefault(size, share) if alike else sharpest
            if one is share:
                one, alike = sharpest, False
            if stated.grown.get(one.part) == share.part or stated.grown.get(share.part) == one.part:
                continue  # what it was is of the whole of its own time
            if one.ratio == share.ratio or (one.part == share.part and not alike):
                continue  # said twice: one share is of no use against itself
            one, share = sorted((one, share), key=lambda known: known.spans[0])
            made = var(one.part) * var(share.ratio) == var(share.part) * var(one.ratio)
            relation = var(share.ratio) == var(one.ratio) if alike else made
            figures = (one.ratio, share.ratio) if alike else (one.part, one.ratio, share.part, share.ratio)
            spans = stated.spans(*figures)
            firm = one.turn == share.turn
            yield Statement("same_whole", (Reading(relation),), "asserted", spans, firm=firm, suspect=not firm)


def _sharpness(share: Share) -> Fraction:
    """How many of its last places a ratio has."""
    return abs(share.quantity.low) / share.quantity.step if share.quantity.step else Fraction(0)
