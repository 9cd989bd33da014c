"""A figure that moved: "up 2% from the same period last year", "fell to 12 million from 15 million"."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Literal

import msgspec

from crossfoot.facts.frame import Frame
from crossfoot.facts.measurement import measured
from crossfoot.facts.sentence import Match
from crossfoot.model import Change, Cue, Fact, Figure, Mention, Printed, Quantity

_BY: dict[str, Literal["percent", "points", "amount"]] = {
    "percent": "percent",
    "percentage-point": "points",
    "basis-point": "points",
}


def state(match: Match, frame: Frame) -> Iterator[Fact]:
    direction = match.mention("direction")
    if direction is None or not isinstance(direction.value, Cue):
        return
    figure = subject(match, frame)
    base = frame.base(figure, match)
    yield from _base_level(match, frame, figure, base)
    for role in ("size", "also"):
        mention = match.mention(role)
        if mention is None or not isinstance(mention.value, Quantity):
            continue
        quantity = msgspec.structs.replace(mention.value, change=direction.value.sense)
        by = _BY.get(quantity.kind, "amount")
        rate = rate_of(figure, base, quantity)
        yield Change(
            spans=(match.span,),
            rule=match.row.name,
            printed=(Printed(rate, quantity, mention.span, word=direction.span),),
            figure=figure,
            rate=rate,
            bases=(base,),
            quantity=quantity,
            by=by,
        )


def subject(match: Match, frame: Frame) -> Figure:
    """What moved: the level beside the direction, else what the words before it speak of."""
    if "level" in match.roles:
        index = match.roles["level"][0]
        return frame.level(index)
    figure = frame.describe(match.start, None)
    frame.remember(figure)
    return figure


def rate_of(figure: Figure, base: Figure, quantity: Quantity) -> Figure:
    """The rate as a figure of its own, so that one that is printed twice meets itself."""
    since = base.basis or (base.period.label if base.period is not None else "")
    kind = "change in" if _BY.get(quantity.kind) != "percent" else "growth of"
    unit = {"percent": "percent", "percentage-point": "pp", "basis-point": "bp"}.get(quantity.kind, figure.unit)
    return Figure(figure.entity, f"{kind} {figure.metric}", figure.segment, figure.period, unit, since, figure.status)


def _base_level(match: Match, frame: Frame, figure: Figure, base: Figure) -> Iterator[Fact]:
    mention: Mention | None = match.mention("base")
    if mention is None or not isinstance(mention.value, Quantity):
        return
    yield measured(base, mention.value, mention.span, match.span, match.row.name)
