"""One amount in two currencies: "30 billion yuan (US$4.26 billion)"."""

from __future__ import annotations

from collections.abc import Iterator

import msgspec

from crossfoot.facts.frame import Frame
from crossfoot.facts.sentence import Match
from crossfoot.model import Conversion, Fact, Printed


def state(match: Match, frame: Frame) -> Iterator[Fact]:
    to, quantity, to_quantity = match.mention("to"), match.quantity("level"), match.quantity("to")
    if to is None or quantity is None or to_quantity is None:
        return
    if not quantity.currency or not to_quantity.currency or quantity.currency == to_quantity.currency:
        return
    figure = frame.level(match.roles["level"][0])
    to_figure = msgspec.structs.replace(figure, unit=to_quantity.currency)
    yield Conversion(
        spans=(match.span,),
        rule=match.row.name,
        printed=(Printed(to_figure, to_quantity, to.span),),
        figure=figure,
        to_figure=to_figure,
        quantity=quantity,
        to_quantity=to_quantity,
    )
