"""Shares of one whole that nobody prints must agree on it: 312万股 are 1.04% of it, and 1,968万股 are 6.56%."""

from __future__ import annotations

from collections.abc import Iterator

from crossfoot.constraints.stated import Stated
from crossfoot.model import Figure, Reading, Share, Statement
from crossfoot.relation import var


def relate(stated: Stated) -> Iterator[Statement]:
    """One statement for each share after the first of a whole; the shares themselves are stated apart."""
    first: dict[Figure, Share] = {}
    for share in stated.of(Share):
        whole = share.wholes[0]
        if whole in stated.printed or share.part not in stated.printed or share.quantity.kind == "fraction":
            continue
        one = first.setdefault(whole, share)
        if one.part == share.part or one.ratio == share.ratio:  # said twice: one share is of no use against itself
            continue
        relation = var(one.part) * var(share.ratio) == var(share.part) * var(one.ratio)
        spans = stated.spans(one.part, one.ratio, share.part, share.ratio)
        yield Statement("same_whole", (Reading(relation),), "asserted", spans)
