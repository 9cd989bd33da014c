"""Holders of an organisation that a text numbers without naming: "founded by X and four industrial players"."""

from __future__ import annotations

from collections.abc import Iterator

from crossfoot.facts.frame import Frame
from crossfoot.facts.sentence import Match
from crossfoot.model import Fact, Figure, Name, Printed, Relationship, Timex


def state(match: Match, frame: Frame) -> Iterator[Fact]:
    mention, count = match.mention("count"), match.quantity("count")
    held = frame.entity_before(match.start)
    if mention is None or count is None or held is None:
        return
    named, when = match.mention("subject"), match.mention("when")
    subject = named.value.entity if named is not None and isinstance(named.value, Name) else ""
    figure = Figure(held, f"holders, {match.row.name}", (), None, "count")
    yield Relationship(
        spans=(match.span,),
        rule=match.row.name,
        printed=(Printed(figure, count, mention.span),),
        subject=subject,
        relation=match.row.sense,
        object=held,
        count=count,
        period=when.value.period if when is not None and isinstance(when.value, Timex) else None,
    )
