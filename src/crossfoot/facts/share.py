"""A part as so much of a whole: "1,300 cars, or 13% of total sales"."""

from __future__ import annotations

from collections.abc import Iterator

import msgspec

from crossfoot.facts.frame import Frame
from crossfoot.facts.measurement import measured
from crossfoot.facts.sentence import Match
from crossfoot.model import Fact, Figure, Printed, Quantity, Share


def state(match: Match, frame: Frame) -> Iterator[Fact]:
    ratio, quantity = match.mention("ratio"), match.quantity("ratio")
    if ratio is None or quantity is None:
        return
    part = frame.level(match.roles["level"][0])
    printed_whole, amount = match.mention("whole"), match.quantity("whole")
    if printed_whole is not None and amount is not None:
        if (amount.currency or amount.kind) != (part_quantity(match).currency or part_quantity(match).kind):
            return  # a share of another thing than the part
        whole = frame.describe(match.roles["whole"][0], amount, since=match.roles["ratio"][1])
        whole = msgspec.structs.replace(whole, entity=whole.entity or part.entity)
        if whole == part:
            whole = msgspec.structs.replace(whole, basis=f"whole {printed_whole.span.start}")
        yield measured(whole, amount, printed_whole.span, match.span, match.row.name)
    else:
        first, last = match.roles["of"]
        whole = frame.referred(part, first, last)
        if whole == part:
            return
    share = Figure(
        part.entity, f"share of {whole.metric}", part.segment, part.period, "percent", basis=str(whole.segment)
    )
    yield Share(
        spans=(match.span,),
        rule=match.row.name,
        printed=(Printed(share, quantity, ratio.span),),
        part=part,
        ratio=share,
        wholes=(whole,),
        quantity=quantity,
    )


def part_quantity(match: Match) -> Quantity:
    quantity = match.quantity("level")
    assert quantity is not None  # noqa: S101 - a row of this file always has a level
    return quantity
