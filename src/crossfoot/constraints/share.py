"""A part is the stated share of its whole."""

from __future__ import annotations

from collections.abc import Iterator

from crossfoot.constraints.stated import Stated
from crossfoot.lexicon.units import PER_MILLE
from crossfoot.model import Reading, Share, Statement, Tie
from crossfoot.relation import const, var


def relate(stated: Stated) -> Iterator[Statement]:
    wholes = {(share.part, share.wholes[0]) for share in stated.of(Share)}
    wholes |= {(tie.figures[0], tie.figures[1]) for tie in stated.of(Tie) if tie.shape == "share" and not tie.blames}
    for share in stated.of(Share):
        if (stated.grown.get(share.part), share.wholes[0]) in wholes:
            continue  # what its part was before is of another whole than what it is now
        if share.quantity.unit == PER_MILLE:
            continue
        if share.part in share.wholes:
            continue  # two that nothing tells apart: "质押1.04亿股，占其持股的96%，占公司股份的31%"
        if share.part_words and share.part not in stated.printed and share.wholes[0] not in stated.printed:
            continue  # a share of words in words
        # An unprinted whole that has changed since another share of it may be told of is no firm one.
        loose = share.turn > 0 and share.wholes[0] not in stated.printed
        one = 1 if share.quantity.kind == "fraction" and share.quantity.high <= 1 else 100  # "a third" is a part of one
        part, ratio = var(share.part) * one, const(one) - var(share.ratio) if share.rest else var(share.ratio)
        # Which holding of somebody who has sold is meant, no words tell: then the wholes are of one rank.
        readings = tuple(Reading(part == var(whole) * ratio, 0) for whole in share.wholes)
        yield Statement(
            "share",
            readings,
            "asserted",
            stated.spans(share.part, share.wholes[0], share.ratio),
            named=share.named,
            firm=not loose,
            suspect=loose,
            implies=tuple(whole for whole in share.wholes[:1] if whole not in stated.printed),
        )
