"""The facts of a sentence come in; out they go with what a fact behind them knows better of a figure that they name.

"发行80亿元（11亿美元）债券": an issue is no sale. "80亿元，占全年目标200亿元的40%": an aim is nothing that has been.
"""

from __future__ import annotations

import msgspec

from crossfoot.facts.frame import Frame
from crossfoot.model import Conversion, Fact, Figure, Share


def settled(facts: list[Fact], frame: Frame) -> list[Fact]:
    return [_settled(fact, frame) for fact in facts] if frame.renamed else facts


def _settled(fact: Fact, frame: Frame) -> Fact:
    if isinstance(fact, Share):
        wholes = tuple(_aim(whole, frame) for whole in fact.wholes)
        return msgspec.structs.replace(fact, wholes=wholes) if wholes != fact.wholes else fact
    if not isinstance(fact, Conversion) or (figure := frame.renamed.get(fact.figure)) is None:
        return fact
    to = msgspec.structs.replace(figure, unit=fact.to_figure.unit)
    printed = tuple(msgspec.structs.replace(p, figure=to) for p in fact.printed)
    return msgspec.structs.replace(fact, figure=figure, to_figure=to, printed=printed)


def _aim(whole: Figure, frame: Frame) -> Figure:
    """What a share is of, where that turns out to be an aim."""
    known = frame.renamed.get(whole)
    return known if known is not None and known.status != whole.status else whole
