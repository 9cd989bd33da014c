"""The move that a headline tells, and the two levels with which its text begins: "NET UP 30 PCT", "3.9 against 3.0".

The sentences of a headline and the first of its text come in, ties out. What ties as the other direction, or with two
digits in each other's places, is told as that slip; what ties in no way is of something else.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

import msgspec

from crossfoot.facts.ties.amounts import FEW, Amount, kin, row
from crossfoot.facts.ties.claims.moves import signs
from crossfoot.facts.ties.claims.shapes import Claim, moved
from crossfoot.facts.ties.meant.trial import accident, tried_out
from crossfoot.facts.ties.slips.mends import mends
from crossfoot.facts.ties.told import tie
from crossfoot.lexicon.metrics import metric
from crossfoot.model import Block, Document, Fact, Mention, Tie

Told = Sequence[tuple[Block, list[Mention]]]

FIRST = 2  # sentences with which a text begins
TURNED, SWAPPED = 0.15, 0.05  # that a move of another thing is as large, the other way or but for a slip
PLAIN = "transposition"


def headed(document: Document, head: Told, body: Told, facts: Sequence[Fact]) -> Iterator[Tie]:
    amounts = row(document, [*head, *body[:FIRST]], facts)
    stop = head[-1][0].span.end
    cues = [a for a in amounts if a.span.start < stop and a.sort == "rate"]
    pair = _pair([a for a in amounts if a.span.start >= stop])
    if len(cues) != 1 or pair is None:
        return
    cue, (now, base) = cues[0], pair
    ways = signs(cue)
    if cue.quantity.ranged or cue.word is None or not moved(cue) or len(ways) != 1:
        return
    if _other(cue, now):
        return
    claim = Claim("growth", "growth", (now, base, cue), cue, 0.0, sign=ways[0])
    off, chance = tried_out(claim)
    if off is not None:
        yield tie(claim, chance)
        return
    by_chance = accident(claim)
    if by_chance < TURNED and tried_out(msgspec.structs.replace(claim, sign=-claim.sign))[0] is not None:
        yield tie(claim, 1.0, cue.span)
    elif by_chance < SWAPPED:
        likely = mends([claim], document.text)
        swapped = [mend.amount.span for mend in likely if mend.right.slip == PLAIN]
        if len(swapped) == 1:
            yield tie(claim, 1.0, swapped[0])
        elif likely and _same(cue, now):  # a headline of just what the text begins with
            yield tie(claim, 1.0, firm=True)


def _pair(below: Sequence[Amount]) -> tuple[Amount, Amount] | None:
    """The first two levels of a text, where words set the second against the first."""
    levels = [a for a in below if a.sort == "amount" and (a.quantity.kind in ("money", "measure") or a.size > FEW)][:2]
    if len(levels) < 2 or levels[0].sentence != levels[1].sentence:
        return None
    now, base = levels
    plain = now.quantity.change is None and base.quantity.change is None and kin(now, base)
    return (now, base) if plain and base.has("base") and not now.has("base", "then", "aim") else None


def _same(cue: Amount, now: Amount) -> bool:
    """Do facts know the move for one of the measure of the level?"""
    if cue.move is None or now.figure is None or metric(now.figure.metric) is None:
        return False
    return cue.move.figure.metric == now.figure.metric


def _other(cue: Amount, now: Amount) -> bool:
    """Do facts know the move for one of another measure than the level?"""
    if cue.move is None or now.figure is None or cue.move.figure.metric == now.figure.metric:
        return False
    return metric(cue.move.figure.metric) is not None and metric(now.figure.metric) is not None
